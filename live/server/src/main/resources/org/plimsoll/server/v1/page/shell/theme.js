const KEPT = 'plimsoll.theme';
const wishes = matchMedia('(prefers-color-scheme: light)');

/** Dark or light: as the system wishes until somebody says otherwise. `change` tells charts. */
class Theme extends EventTarget {
  constructor() {
    super();
    wishes.addEventListener('change', () => this.#apply());
    this.#apply();
  }

  toggle() {
    localStorage.setItem(KEPT, this.#name() === 'dark' ? 'light' : 'dark');
    this.#apply();
  }

  /** Returns a color of the style sheet, such as `--up`. */
  color(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  #name() {
    return localStorage.getItem(KEPT) ?? (wishes.matches ? 'light' : 'dark');
  }

  #apply() {
    document.documentElement.dataset.theme = this.#name();
    this.dispatchEvent(new Event('change'));
  }
}

export const theme = new Theme();
