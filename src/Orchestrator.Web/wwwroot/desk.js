// Countdowns tick here, not on the server: it says once how long is left, and one timer serves all of them.
const live = new Set();
let timer;

const voice = document.createElement('div');
voice.className = 'visually-hidden';
voice.setAttribute('aria-live', 'polite');
document.body.append(voice);

const paint = ring => {
  const left = Math.max(0, ring.deadline - performance.now());
  const seconds = Math.ceil(left / 1000);
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  const words = ring.querySelector('.ring-text');
  if (words && words.textContent !== text) words.textContent = text;
  ring.querySelector('.ring-arc')?.setAttribute('stroke-dasharray', `${Math.min(100, 100 * left / ring.whole)} 100`);
  ring.classList.toggle('is-last', left < 120_000);
  // Spoken twice, politely; never every second.
  for (const [mark, said] of [[120, 'two minutes left'], [30, 'thirty seconds left']])
    if (ring.last > mark && seconds <= mark && seconds > 0) voice.textContent = `${ring.getAttribute('aria-label')}: ${said}`;
  ring.last = seconds;
};

customElements.define('hold-ring', class extends HTMLElement {
  static observedAttributes = ['left', 'whole'];
  connectedCallback() {
    live.add(this);
    this.start();
    timer ??= setInterval(() => live.forEach(paint), 250);
  }
  disconnectedCallback() {
    live.delete(this);
    if (live.size === 0) timer = clearInterval(timer);
  }
  attributeChangedCallback() { if (this.isConnected) this.start(); }
  start() {
    this.deadline = performance.now() + Number(this.getAttribute('left'));
    this.whole = Math.max(1, Number(this.getAttribute('whole')));
    this.last ??= Infinity;
    paint(this);
  }
});
