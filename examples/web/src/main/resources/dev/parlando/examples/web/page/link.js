// The way to the console's server: connects, comes back, and says plainly what is the matter.

const OCCUPIED = 4001;
const MOVED = 4002;
const PAUSES = [250, 500, 1000, 2000, 4000];

/**
 * Events: "status" ({status, message}), "frame" (a JSON frame), "audio" ({head, samples}).
 * Status: connecting, open, lost (comes back by itself), occupied, moved.
 */
export class Link extends EventTarget {
  status = 'connecting';
  #socket = null;
  #feed = '';
  #next = 0;
  #attempt = 0;
  #tab;

  constructor() {
    super();
    // A tab keeps this over a reload, so that it gets its own seat back.
    this.#tab = sessionStorage.getItem('tab') ?? crypto.randomUUID();
    sessionStorage.setItem('tab', this.#tab);
    addEventListener('online', () => this.status === 'lost' && this.connect());
  }

  /** @param takeOver whether to take the console from another tab */
  connect(takeOver = false) {
    this.#socket?.close();
    const query = new URLSearchParams({ tab: this.#tab, feed: this.#feed, next: this.#next });
    if (takeOver) query.set('takeover', 'true');
    const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(`${scheme}//${location.host}/link?${query}`);
    socket.binaryType = 'arraybuffer';
    socket.onmessage = ({ data }) => this.#received(data);
    socket.onclose = ({ code }) => socket === this.#socket && this.#closed(code);
    this.#socket = socket;
  }

  /** Sends a frame; false if there is no connection. */
  send(frame) {
    if (this.status !== 'open') return false;
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  /** Sends microphone samples; false if there is no connection. */
  sendAudio(samples) {
    if (this.status !== 'open') return false;
    this.#socket.send(samples);
    return true;
  }

  #received(data) {
    if (data instanceof ArrayBuffer) {
      const length = new DataView(data).getUint16(0);
      const head = JSON.parse(new TextDecoder().decode(new Uint8Array(data, 2, length)));
      const samples = new Int16Array(data.slice(2 + length));
      this.#tell('audio', { head, samples });
      return;
    }
    const frame = JSON.parse(data);
    if (frame.type === 'hello') {
      // Another feed is another server: the one that was known is gone with its session.
      frame.resumed = frame.feed === this.#feed;
      frame.returned = this.#feed !== '';
      if (!frame.resumed) this.#next = 0;
      this.#feed = frame.feed;
      this.#attempt = 0;
      this.#become('open', '');
    } else if (frame.type === 'feed') {
      this.#next = frame.start + frame.frames.length;
    }
    this.#tell('frame', frame);
  }

  #closed(code) {
    if (code === OCCUPIED) {
      this.#become('occupied', 'This console is open in another tab.');
    } else if (code === MOVED) {
      this.#become('moved', 'Another tab took this console over.');
    } else {
      this.#become('lost', 'The console’s server is gone. Everything here is kept.');
      const pause = PAUSES[Math.min(this.#attempt++, PAUSES.length - 1)];
      setTimeout(() => this.status === 'lost' && this.connect(), pause);
    }
  }

  #become(status, message) {
    this.status = status;
    this.#tell('status', { status, message });
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
