import { h } from './dom.js';

const NAMES = ['auto', 'light', 'dark'] as const;
const SIGNS: Readonly<Record<string, string>> = { auto: '◐', light: '☀', dark: '☾' };
const KEY = 'sagemaker-upgrade-theme';

/** A button that goes through the themes; remembered where the browser lets a local file remember. */
export function themeButton(): HTMLElement {
  let theme: string = remembered();
  const button = h('button', { class: 'theme' });
  const show = (): void => {
    document.documentElement.dataset.theme = theme;
    button.textContent = SIGNS[theme] ?? '';
    button.title = `Theme: ${theme}`;
    button.setAttribute('aria-label', `Theme: ${theme}`);
  };
  button.addEventListener('click', () => {
    theme = NAMES[(NAMES.findIndex((name) => name === theme) + 1) % NAMES.length] ?? 'auto';
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      // Then it holds for as long as the page is open.
    }
    show();
  });
  show();
  return button;
}

function remembered(): string {
  try {
    const theme = localStorage.getItem(KEY);
    return NAMES.find((name) => name === theme) ?? 'auto';
  } catch {
    return 'auto';
  }
}
