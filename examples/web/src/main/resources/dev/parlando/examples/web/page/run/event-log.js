/** The newest events, numbered from 0 since the beginning. What is too old is let go. */
export class EventLog {
  #slots = [];
  first = 0;
  end = 0;

  constructor(capacity = 100_000) {
    this.capacity = capacity;
  }

  /** @returns the number of the event */
  add(event) {
    if (this.end - this.first === this.capacity) this.first++;
    this.#slots[this.end % this.capacity] = event;
    return this.end++;
  }

  /** The event of a number; undefined if it is gone. */
  at(number) {
    return number < this.first || number >= this.end ? undefined : this.#slots[number % this.capacity];
  }

  get size() {
    return this.end - this.first;
  }
}
