// The redaction page: why a word is hidden, shown beside it, and words picked with the mouse.
globalThis.redaction = { read: area => new TextEncoder().encode(area.value) };

const why = () => document.getElementById('span-why');
let shown;
const hide = () => {
  const box = why();
  if (box) box.hidden = true;
  shown = undefined;
};
const show = mark => {
  const box = why();
  if (!box || shown === mark) return;
  shown = mark;
  box.textContent = mark.dataset.why;
  box.hidden = false;
  place();
};
const place = () => {
  const box = why();
  if (!box || !shown?.isConnected) return hide();
  const at = shown.getClientRects()[0], room = document.documentElement.clientWidth, width = box.offsetWidth, height = box.offsetHeight;
  box.style.left = `${Math.max(8, Math.min(at.left, room - width - 8))}px`;
  box.style.top = `${at.bottom + 6 + height < innerHeight ? at.bottom + 6 : Math.max(8, at.top - height - 6)}px`;
};
const marked = e => e.target.closest?.('[data-why]');

document.addEventListener('pointerover', e => marked(e) ? show(marked(e)) : e.target.closest?.('#span-why') || (shown && shown !== document.activeElement && hide()));
document.addEventListener('focusin', e => marked(e) ? show(marked(e)) : hide());
document.addEventListener('focusout', e => marked(e) && hide());
document.addEventListener('keydown', e => {
  if (e.key === 'Escape') hide();
  // A marked word answers as a button does; the page must not scroll.
  if (e.key === ' ' && marked(e)) e.preventDefault();
});
document.addEventListener('scroll', () => shown && place(), { passive: true, capture: true });

document.addEventListener('pointerup', () => setTimeout(() => {
  const selection = getSelection(), text = selection.toString().trim();
  const panes = !selection.isCollapsed && selection.anchorNode?.parentElement?.closest('[data-pick]');
  const field = panes && document.getElementById(panes.dataset.pick);
  if (!field || !text || text.includes('\n') || text.length > 80) return;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}));

// What is pasted is shown at once.
document.addEventListener('paste', e => e.target.matches?.('[data-preview-text]') && setTimeout(() => document.querySelector('[data-preview-go]')?.click()));
