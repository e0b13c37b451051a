// What a page cannot do from the server: menus that close, the palette's keys, and seeing that somebody is there.
const closeMenus = () => document.querySelectorAll('[popover]').forEach(p => p.matches(':popover-open') && p.hidePopover());

document.addEventListener('click', e => {
  if (e.target.closest?.('[popover] a')) closeMenus();
  if (e.target.closest?.('[data-reload]')) location.reload();
  if (e.target.closest?.('[data-reconnect]')) Blazor.reconnect().then(ok => ok || location.reload(), () => {});
});

// The server was started again and knows this page no more. A desk that only looks on goes on by itself; what somebody typed stays until they say so.
const isTyped = () => [...document.querySelectorAll('input:not([type=hidden], [type=search]), textarea')].some(field => field.value !== field.defaultValue && field.offsetParent);
document.addEventListener('components-reconnect-state-changed', e => e.detail?.state === 'rejected' && !isTyped() && location.reload(), true);

// Another tab that signs out takes this one with it.
const tabs = new BroadcastChannel('orchestrator');
document.addEventListener('submit', e => e.target.matches?.('[data-sign-out]') && tabs.postMessage('signed-out'));
tabs.addEventListener('message', e => e.data === 'signed-out' && location.assign('/account/sign-in'));

let watch;
const left = () => watch.idle - (Date.now() - watch.seen) / 1000;
const alive = () => {
  if (!watch || left() < 60) return;
  sign();
};
const sign = () => {
  watch.seen = Date.now();
  if (watch.seen - watch.told < 60_000) return;
  watch.told = watch.seen;
  watch.page.invokeMethodAsync('Touch').catch(() => {});
  fetch('/account/ping', { method: 'POST' }).catch(() => {});
};
for (const kind of ['pointerdown', 'keydown', 'scroll', 'touchstart'])
  document.addEventListener(kind, alive, { passive: true, capture: true });

const tick = () => {
  const dialog = document.getElementById('idle-dialog');
  if (!dialog) return;
  const rest = Math.ceil(left());
  if (rest <= 0) location.assign('/account/sign-in?returnUrl=' + encodeURIComponent(location.pathname + location.search));
  else if (rest <= 60) {
    dialog.querySelector('[data-idle-left]').textContent = rest;
    if (!dialog.open) dialog.showModal();
  } else if (dialog.open) dialog.close();
};
document.addEventListener('click', e => {
  if (!e.target.closest?.('[data-stay]')) return;
  watch.told = 0;
  sign();
  tick();
});

globalThis.portal = {
  watchIdle(page, idle) {
    document.documentElement.dataset.circuit = 'open';
    watch = { page, idle, seen: Date.now(), told: Date.now(), timer: setInterval(tick, 1000) };
  },
  unwatchIdle() {
    clearInterval(watch?.timer);
    watch = undefined;
  },
};

let before;
Object.assign(globalThis.portal, {
  showDialog: dialog => dialog?.open || dialog?.showModal(),
  closeDialog: dialog => dialog?.close(),
  enter(panel) {
    before = document.activeElement;
    panel?.focus();
  },
  leave() {
    before?.isConnected && before.focus();
    before = undefined;
  },
});

const openPalette = () => {
  const palette = document.getElementById('palette');
  if (!palette || palette.open) return;
  closeMenus();
  const input = palette.querySelector('[data-palette-input]');
  // Emptied here and not by the server, whose word for it would arrive after the first keys.
  input.value = '';
  input.dispatchEvent(new Event('input', { bubbles: true }));
  palette.showModal();
  input.focus();
};
document.addEventListener('click', e => {
  if (e.target.closest?.('[data-open-palette]')) openPalette();
  // A click beside a modal dialog closes it, as Escape does.
  if (e.target.matches?.('dialog.palette')) e.target.close();
});
document.addEventListener('keydown', e => {
  const typing = e.target.closest?.('input, textarea, select, [contenteditable]');
  if ((e.key === 'k' && (e.ctrlKey || e.metaKey)) || (e.key === '/' && !typing && !e.ctrlKey && !e.metaKey && !e.altKey)) {
    e.preventDefault();
    openPalette();
  }
  if (typing?.matches('[data-palette-input]') && ['ArrowUp', 'ArrowDown', 'Enter'].includes(e.key)) e.preventDefault();
});

// A fold that opens over the page closes like a menu: by Escape, a choice or a click beside it.
const closeFolds = beside => document.querySelectorAll('details.export-menu[open]').forEach(d => d.contains(beside) || (d.open = false));
document.addEventListener('click', e => closeFolds(e.target.closest?.('details.export-menu a') ? null : e.target));
document.addEventListener('keydown', e => {
  const fold = e.key === 'Escape' && document.querySelector('details.export-menu[open]');
  if (!fold) return;
  closeFolds(null);
  fold.querySelector('summary').focus();
});

// Copies the text of the element that the button names, and says so on the button.
document.addEventListener('click', async e => {
  const button = e.target.closest?.('[data-copy]');
  const source = button && document.getElementById(button.dataset.copy);
  if (!source) return;
  const word = button.querySelector('[data-copy-word]'), before = word.textContent;
  try {
    await navigator.clipboard.writeText(source.textContent);
    word.textContent = 'Copied';
  } catch {
    getSelection().selectAllChildren(source);
    word.textContent = 'Selected: press Ctrl+C';
  }
  setTimeout(() => word.textContent = before, 2000);
});
