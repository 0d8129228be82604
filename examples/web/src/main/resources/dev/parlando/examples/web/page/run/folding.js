/**
 * Rows of a log: events that pass a filter, runs of the same kind folded into one row. Follows a
 * log that grows, and lets go of what the log let go of.
 */
export class Folding {
  #log;
  #passes;
  #rows = [];
  #gone = 0;
  #seen;

  /**
   * @param passes returns whether an event is shown
   * @param fold whether runs are folded
   */
  constructor(log, passes, fold) {
    this.#log = log;
    this.#passes = passes;
    this.fold = fold;
    this.#seen = log.first;
    this.grow();
  }

  /** Takes in what is new in the log. */
  grow() {
    for (let number = Math.max(this.#seen, this.#log.first); number < this.#log.end; number++) {
      const event = this.#log.at(number);
      if (this.#passes(event)) this.#add(number, event);
    }
    this.#seen = this.#log.end;
    this.#letGo();
  }

  #add(number, event) {
    const last = this.fold && this.#goesOn(event);
    if (last) {
      last.numbers.push(number);
      last.audioMs += event.audioMs;
      last.types.add(event.type);
      if (last.text.length < 200) last.text += event.delta;
    } else {
      this.#rows.push({
        id: `r${number}`,
        key: event.key,
        stream: event.stream,
        numbers: [number],
        audioMs: event.audioMs,
        text: event.delta,
        types: new Set([event.type]),
        part: false,
      });
    }
  }

  /** The row that an event goes on; streams of audio in both directions go on side by side. */
  #goesOn(event) {
    const last = this.#rows.at(-1);
    if (!last || last.key === event.key) return last;
    const before = event.stream && last.stream ? this.#rows.at(-2) : undefined;
    return before?.key === event.key ? before : undefined;
  }

  #letGo() {
    const first = this.#log.first;
    while (this.#gone < this.#rows.length && this.#rows[this.#gone].numbers.at(-1) < first)
      this.#gone++;
    const oldest = this.#rows[this.#gone];
    if (oldest && oldest.numbers[0] < first)
      oldest.numbers = oldest.numbers.filter((each) => each >= first);
    if (this.#gone > 10_000) {
      this.#rows.splice(0, this.#gone);
      this.#gone = 0;
    }
  }

  get length() {
    return this.#rows.length - this.#gone;
  }

  row(index) {
    return this.#rows[this.#gone + index];
  }

  /** Unfolds a row, or folds it again. */
  toggle(index) {
    const place = this.#gone + index;
    const row = this.#rows[place];
    if (row.numbers.length > 1 && !row.open) {
      row.open = true;
      const parts = row.numbers.map((number) => {
        const { audioMs, delta, type } = this.#log.at(number);
        return {
          id: `p${number}`,
          key: null,
          numbers: [number],
          audioMs,
          text: delta,
          types: new Set([type]),
          part: true,
        };
      });
      this.#rows.splice(place + 1, 0, ...parts);
    } else if (row.open) {
      row.open = false;
      let parts = 0;
      while (this.#rows[place + 1 + parts]?.part) parts++;
      this.#rows.splice(place + 1, parts);
    }
  }
}
