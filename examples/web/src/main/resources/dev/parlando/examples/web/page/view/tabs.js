/** Tabs: arrow keys move between those that are on the screen. */
export class Tabs {
  #tabs;

  constructor(list) {
    this.#tabs = [...list.querySelectorAll('[role=tab]')];
    list.addEventListener('click', ({ target }) => target.dataset.tab && this.select(target));
    list.addEventListener('keydown', (event) => this.#key(event));
    matchMedia('(min-width: 900px)').addEventListener('change', () => this.#settle());
    this.#settle();
  }

  /** On a wide screen, what is always there has no tab. */
  #settle() {
    const chosen = this.#tabs.find((tab) => tab.dataset.tab === document.body.dataset.tab);
    this.select(chosen && visible(chosen) ? chosen : this.#tabs.find(visible));
  }

  select(chosen) {
    document.body.dataset.tab = chosen.dataset.tab;
    for (const tab of this.#tabs) {
      tab.setAttribute('aria-selected', tab === chosen);
      tab.tabIndex = tab === chosen ? 0 : -1;
    }
    dispatchEvent(new Event('resize'));
  }

  #key(event) {
    const shown = this.#tabs.filter(visible);
    const at = shown.indexOf(document.activeElement);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: shown.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const tab = shown[(next + shown.length) % shown.length];
    this.select(tab);
    tab.focus();
  }
}

function visible(element) {
  return element.offsetParent !== null;
}
