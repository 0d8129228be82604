import { eachFrame, h, reconcile } from '../dom.js';

/** A list of any length of which only the rows in sight are in the document. */
export class VirtualList {
  #rows;
  #make;
  #follow = true;

  /**
   * @param rows gives length and row(index)
   * @param make makes the element of a row, given row and index
   */
  constructor(rows, make, rowHeight, label) {
    this.#rows = rows;
    this.#make = make;
    this.rowHeight = rowHeight;
    this.space = h('div', { class: 'space', role: 'presentation' });
    this.element = h('div', { class: 'virtual', role: 'listbox', tabindex: '0', 'aria-label': label }, this.space);
    this.show = eachFrame(() => this.#show());
    this.element.addEventListener('scroll', () => {
      this.#follow = this.element.scrollTop + this.element.clientHeight > this.element.scrollHeight - 2 * rowHeight;
      this.show();
    });
    new ResizeObserver(() => this.show()).observe(this.element);
  }

  set rows(rows) {
    this.#rows = rows;
    this.#follow = true;
    this.space.replaceChildren();
    this.show();
  }

  /** Whether the newest row stays in sight. */
  get following() {
    return this.#follow;
  }

  #show() {
    const { clientHeight } = this.element;
    if (clientHeight === 0) return;
    const { length } = this.#rows;
    this.space.style.height = `${length * this.rowHeight}px`;
    if (this.#follow) this.element.scrollTop = this.element.scrollHeight;
    const first = Math.max(0, Math.floor(this.element.scrollTop / this.rowHeight) - 5);
    const last = Math.min(length, first + Math.ceil(clientHeight / this.rowHeight) + 10);
    const shown = [];
    for (let index = first; index < last; index++) shown.push({ index, row: this.#rows.row(index) });
    reconcile(this.space, shown, ({ row }) => row.id, ({ row, index }) => this.#make(row, index),
      (element, { row, index }) => {
        element.style.transform = `translateY(${index * this.rowHeight}px)`;
        element.setAttribute('aria-posinset', index + 1);
        element.setAttribute('aria-setsize', length);
        element.update?.(row, index);
      });
  }

  /** Brings a row into sight. */
  reveal(index) {
    const top = index * this.rowHeight;
    if (top < this.element.scrollTop) this.element.scrollTop = top;
    else if (top + this.rowHeight > this.element.scrollTop + this.element.clientHeight) {
      this.element.scrollTop = top + this.rowHeight - this.element.clientHeight;
    }
    this.#follow = false;
    this.show();
  }
}
