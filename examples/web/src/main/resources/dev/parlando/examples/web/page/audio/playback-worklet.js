// Runs on the audio thread: plays queued samples and counts, to the sample, what was played.

const REPORT_EVERY = 480;

class Playback extends AudioWorkletProcessor {
  #queue = [];
  #offset = 0;
  #generation = 0;
  #played = 0;
  #reported = 0;
  #energy = 0;
  #counted = 0;

  constructor() {
    super();
    this.port.onmessage = ({ data }) => {
      if (data.flush) {
        this.#queue = [];
        this.#offset = 0;
        this.#generation = data.generation;
        this.#played = 0;
        this.#reported = 0;
      } else if (data.generation === this.#generation) {
        this.#queue.push(data.samples);
      }
    };
  }

  process(_, [output]) {
    const channel = output[0];
    let written = 0;
    while (written < channel.length && this.#queue.length > 0) {
      const samples = this.#queue[0];
      const count = Math.min(channel.length - written, samples.length - this.#offset);
      for (let i = 0; i < count; i++) {
        const sample = samples[this.#offset + i] / 32_768;
        channel[written + i] = sample;
        this.#energy += sample * sample;
      }
      written += count;
      this.#offset += count;
      if (this.#offset === samples.length) {
        this.#queue.shift();
        this.#offset = 0;
      }
    }
    this.#played += written;
    this.#counted += channel.length;
    const ended = written > 0 && this.#queue.length === 0;
    if (this.#counted >= REPORT_EVERY || ended) this.#report();
    return true;
  }

  #report() {
    const level = Math.sqrt(this.#energy / Math.max(1, this.#counted));
    if (this.#played !== this.#reported || level > 0 || this.#loud) {
      this.port.postMessage({ generation: this.#generation, played: this.#played, level });
    }
    this.#loud = level > 0;
    this.#reported = this.#played;
    this.#energy = 0;
    this.#counted = 0;
  }

  #loud = false;
}

registerProcessor('playback', Playback);
