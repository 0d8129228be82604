const RATE = 24_000;

/** Hears the user. Events: "audio" (Int16Array at 24 kHz), "level" (0 to 1), "ended". */
export class Microphone extends EventTarget {
  #context = null;
  #stream = null;

  get on() {
    return this.#stream !== null;
  }

  /**
   * Opens a device; '' is the default one.
   * @param cleaned whether the browser takes out echo and noise
   * @throws Error whose message tells the user what to do
   */
  async open(deviceId = '', cleaned = true) {
    this.close();
    const stream = await this.#ask(deviceId, cleaned);
    this.#stream = stream;
    stream.getAudioTracks()[0].onended = () => {
      this.close();
      this.dispatchEvent(new Event('ended'));
    };
    try {
      await this.#connect(stream, { sampleRate: RATE });
    } catch (problem) {
      if (problem.name !== 'NotSupportedError') throw problem;
      // Some browsers don't convert a device's rate: the worklet does.
      await this.#connect(stream, {});
    }
  }

  async #ask(deviceId, cleaned) {
    if (!navigator.mediaDevices) {
      throw new Error(
        'Browsers give the microphone only to https:// and to localhost. Open the console there.',
      );
    }
    try {
      return await navigator.mediaDevices.getUserMedia({
        audio: {
          deviceId: deviceId ? { exact: deviceId } : undefined,
          channelCount: 1,
          echoCancellation: cleaned,
          noiseSuppression: cleaned,
          autoGainControl: cleaned,
        },
      });
    } catch (problem) {
      throw new Error(
        EXPLANATIONS[problem.name] ?? `The microphone can’t be opened: ${problem.message}`,
      );
    }
  }

  async #connect(stream, options) {
    const context = new AudioContext(options);
    try {
      const source = context.createMediaStreamSource(stream);
      await context.audioWorklet.addModule('audio/capture-worklet.js');
      const node = new AudioWorkletNode(context, 'capture', { numberOfOutputs: 0 });
      node.port.onmessage = ({ data }) => {
        if (this.#context !== context) return;
        this.dispatchEvent(new CustomEvent('level', { detail: data.level }));
        this.dispatchEvent(new CustomEvent('audio', { detail: data.samples }));
      };
      source.connect(node);
      this.#context = context;
    } catch (problem) {
      await context.close();
      throw problem;
    }
  }

  close() {
    this.#stream?.getTracks().forEach((track) => track.stop());
    this.#context?.close();
    this.#stream = null;
    this.#context = null;
    this.dispatchEvent(new CustomEvent('level', { detail: 0 }));
  }

  /** Devices of a kind, once the user has let us know them. */
  static async devices(kind) {
    const all = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
    return all.filter((device) => device.kind === kind && device.label);
  }
}

const EXPLANATIONS = {
  NotAllowedError:
    'The microphone was refused. Allow it in the browser’s site settings and try again, or type instead.',
  NotFoundError: 'There is no microphone. Connect one and try again, or type instead.',
  NotReadableError: 'Another program has the microphone. Close it and try again, or type instead.',
  OverconstrainedError: 'The chosen microphone is gone. Choose another one.',
};
