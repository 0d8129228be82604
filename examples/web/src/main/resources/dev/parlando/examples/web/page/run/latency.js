const KEPT = 1_000;

/** From the end of the user's turn to the first audio of the answer, in ms. */
export class Latency {
  speech = [];
  text = [];
  #waiting = null;

  /** @param kind "speech" or "text" */
  turnEnded(kind, at) {
    this.#waiting = { kind, at };
  }

  firstAudio(at) {
    if (!this.#waiting) return;
    const values = this[this.#waiting.kind];
    values.push(at - this.#waiting.at);
    if (values.length > KEPT) values.shift();
    this.#waiting = null;
  }
}

/** The value below which so much of the values lie, by nearest rank; null if there are none. */
export function percentile(values, percent) {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)];
}
