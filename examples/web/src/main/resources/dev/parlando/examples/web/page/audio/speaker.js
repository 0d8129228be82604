const RATE = 24_000;

/**
 * Plays the agent. Events: "played" ({generation, frames, heard: [{itemId, ms}]}), "level" (0 to 1).
 * Audio that comes before the browser lets it play waits.
 */
export class Speaker extends EventTarget {
  #context = null;
  #node = null;
  #opening = null;
  #generation = 0;
  #chunks = [];
  #end = 0;
  #itemMs = new Map();

  /** Gets the device; to be called when the user does something, as browsers demand. */
  async open() {
    this.#opening ??= this.#create();
    await this.#opening;
    if (this.#context.state === 'suspended') await this.#context.resume();
  }

  async #create() {
    this.#context = new AudioContext({ sampleRate: RATE, latencyHint: 'interactive' });
    this.#context.addEventListener('statechange', () => this.dispatchEvent(new Event('state')));
    await this.#context.audioWorklet.addModule('audio/playback-worklet.js');
    this.#node = new AudioWorkletNode(this.#context, 'playback', {
      numberOfInputs: 0,
      outputChannelCount: [1],
    });
    this.#node.port.onmessage = ({ data }) => this.#played(data);
    this.#node.connect(this.#context.destination);
    this.#node.port.postMessage({ flush: true, generation: this.#generation });
    this.#chunks.forEach(({ samples }) =>
      this.#node.port.postMessage({ generation: this.#generation, samples }),
    );
  }

  /** Whether audio waits for the user to do something. */
  get waiting() {
    return this.#end > 0 && this.#context?.state !== 'running';
  }

  /** Chooses the device; '' is the default one. */
  async choose(deviceId) {
    await this.open();
    await this.#context.setSinkId?.(deviceId);
  }

  static get choosable() {
    return 'setSinkId' in AudioContext.prototype;
  }

  /** Queues samples of an item. */
  play({ generation, itemId }, samples) {
    if (generation !== this.#generation) return;
    this.#chunks.push({ itemId, from: this.#end, samples });
    this.#end += samples.length;
    this.#node?.port.postMessage({ generation, samples });
    if (this.waiting) this.dispatchEvent(new Event('state'));
  }

  /** Stops at once; what belongs to older generations is not played any more. */
  flush(generation) {
    this.#generation = generation;
    this.#chunks = [];
    this.#end = 0;
    this.#node?.port.postMessage({ flush: true, generation });
    this.dispatchEvent(new Event('state'));
  }

  #played({ generation, played, level }) {
    this.dispatchEvent(new CustomEvent('level', { detail: level }));
    if (generation !== this.#generation) return;
    // What the device still holds back has not been heard.
    const held = Math.round((this.#context.outputLatency || 0) * RATE);
    const ended = played === this.#end;
    const frames = ended ? played : Math.max(0, played - held);
    this.dispatchEvent(
      new CustomEvent('played', { detail: { generation, frames, heard: this.#heard(frames) } }),
    );
  }

  /** How much of each item was heard, of those that the newest frames belong to. */
  #heard(frames) {
    const heard = new Map();
    while (this.#chunks.length > 0 && this.#chunks[0].from < frames) {
      const { itemId, from, samples } = this.#chunks[0];
      const done = from + samples.length <= frames;
      const before = this.#itemMs.get(itemId) ?? 0;
      const ms = before + ((done ? samples.length : frames - from) * 1000) / RATE;
      heard.set(itemId, ms);
      if (!done) break;
      this.#itemMs.set(itemId, ms);
      this.#chunks.shift();
    }
    if (this.#itemMs.size > 500) this.#itemMs.delete(this.#itemMs.keys().next().value);
    return [...heard].map(([itemId, ms]) => ({ itemId, ms }));
  }
}
