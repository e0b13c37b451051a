// Runs before the first paint: nobody who wants the dark is shown the light first.
(() => {
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const read = () => {
    const [theme, density] = (document.cookie.match(/(?:^|; )appearance=([^;]*)/)?.[1] ?? '').split('.');
    return { theme: ['light', 'dark'].includes(theme) ? theme : 'system', density: density === 'compact' ? density : 'comfortable' };
  };
  const apply = () => {
    const { theme, density } = read();
    root.dataset.theme = theme;
    root.dataset.shade = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
    root.dataset.density = density;
    for (const [name, value] of [['theme', theme], ['density', density]])
      for (const button of document.querySelectorAll(`[data-set-${name}]`))
        button.setAttribute('aria-pressed', String(button.getAttribute(`data-set-${name}`) === value));
  };
  const save = change => {
    const { theme, density } = { ...read(), ...change };
    document.cookie = `appearance=${theme}.${density}; path=/; max-age=31536000; samesite=lax`;
    apply();
  };
  apply();
  dark.addEventListener('change', apply);
  document.addEventListener('DOMContentLoaded', apply);
  document.addEventListener('toggle', apply, true);
  document.addEventListener('click', e => {
    const button = e.target.closest?.('[data-set-theme], [data-set-density]');
    if (button?.dataset.setTheme) save({ theme: button.dataset.setTheme });
    if (button?.dataset.setDensity) save({ density: button.dataset.setDensity });
  });
})();
