// Runs on the audio thread: the microphone's samples as 16-bit at 24 kHz, 40 ms at a time.

const RATE = 24_000;
const CHUNK = 960;
const TAPS = 16;

/** Takes samples down to 24 kHz: band-limited interpolation that remembers what came before. */
class Down {
  #step = sampleRate / RATE;
  #history = new Float32Array(2 * TAPS);
  #place = 0;

  *of(samples) {
    const all = new Float32Array(this.#history.length + samples.length);
    all.set(this.#history);
    all.set(samples, this.#history.length);
    const cut = Math.min(1, RATE / sampleRate);
    for (; this.#place < samples.length; this.#place += this.#step) {
      const whole = Math.floor(this.#place);
      let sum = 0;
      for (let tap = 0; tap < 2 * TAPS; tap++) {
        const distance = tap - TAPS - (this.#place - whole) + 1;
        const x = Math.PI * distance * cut;
        const window = 0.5 + 0.5 * Math.cos((Math.PI * distance) / TAPS);
        sum += all[whole + tap + 1] * cut * (x === 0 ? 1 : Math.sin(x) / x) * Math.max(0, window);
      }
      yield sum;
    }
    this.#place -= samples.length;
    this.#history = all.slice(all.length - this.#history.length);
  }
}

class Capture extends AudioWorkletProcessor {
  #chunk = new Int16Array(CHUNK);
  #filled = 0;
  #energy = 0;
  #down = sampleRate === RATE ? null : new Down();

  process([input]) {
    const samples = input[0];
    if (!samples) return true;
    for (const sample of this.#down ? this.#down.of(samples) : samples) {
      this.#chunk[this.#filled++] = Math.max(-1, Math.min(1, sample)) * 32_767;
      this.#energy += sample * sample;
      if (this.#filled === CHUNK) {
        this.port.postMessage({ samples: this.#chunk, level: Math.sqrt(this.#energy / CHUNK) });
        this.#chunk = new Int16Array(CHUNK);
        this.#filled = 0;
        this.#energy = 0;
      }
    }
    return true;
  }
}

registerProcessor('capture', Capture);
