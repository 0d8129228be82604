import { EventLog } from './event-log.js';
import { Story } from './story.js';

/** Audio and its transcript come by turns, and belong together. */
const SPEECH = /^response\.(output_)?(audio|audio_transcript|text)\.delta$/;

/** A conversation to look at: the live one, or a recording. Tells "change" at most once a frame. */
export class Run extends EventTarget {
  state = { state: 'connecting', message: '' };
  timed = true;
  #offset = Infinity;
  #shift = 0;
  #lastAt = 0;
  #told = false;

  constructor(name, capacity) {
    super();
    this.name = name;
    this.live = name === '';
    this.log = new EventLog(capacity);
    this.story = new Story();
  }

  /** Takes in frames of the feed, or of a recording. */
  take(frames, live = this.live) {
    for (const frame of frames) this.#take(frame, live);
    this.changed();
  }

  #take(frame, live) {
    const at = frame.at + this.#shift;
    this.#lastAt = Math.max(this.#lastAt, at);
    if (live) this.#offset = Math.min(this.#offset, performance.now() - at);
    if (frame.type === 'wire') {
      const event = frame.event;
      const type = String(event.type ?? '(no type)');
      const number = this.log.add({
        at,
        dir: frame.dir,
        type,
        key: `${frame.dir} ${SPEECH.test(type) ? 'speech' : type} ${event.item_id ?? event.call_id ?? ''}`,
        stream: SPEECH.test(type) || type === 'input_audio_buffer.append',
        delta: typeof event.delta === 'string' ? event.delta : '',
        audioMs: this.story.ms(frame.audioBytes, frame.dir),
        json: JSON.stringify(event),
      });
      this.story.wire(frame.dir, event, at, frame.audioBytes, number);
    } else {
      if (frame.type === 'state') this.state = frame;
      const number = frame.type === 'tool' || frame.type === 'reply' ? -1 : this.#note(frame, at);
      this.story.told(frame, at, number);
    }
  }

  #note(frame, at) {
    const type = frame.type === 'state' ? `session ${frame.state}` : `${frame.type}`;
    return this.log.add({
      at,
      dir: 'note',
      type,
      key: type,
      delta: '',
      audioMs: 0,
      json: JSON.stringify(frame),
    });
  }

  /** Another server's feed begins, whose clock begins anew: it goes on after what is here. */
  newFeed() {
    if (this.log.end > 0) this.#shift = this.now() + 1;
    this.story.archive();
    this.#offset = Infinity;
  }

  /** Frames that the server no longer had when they were asked for. */
  skipped(count) {
    const at = this.#lastAt - this.#shift;
    this.take([
      { type: 'skipped', at, message: `${count} events came while nobody watched and are gone.` },
    ]);
  }

  /** The time of this moment, on the clock of the events. */
  now() {
    return this.live && this.#offset !== Infinity ? performance.now() - this.#offset : this.#lastAt;
  }

  changed() {
    if (this.#told) return;
    this.#told = true;
    requestAnimationFrame(() => {
      this.#told = false;
      this.dispatchEvent(new Event('change'));
    });
  }
}

/** Reads a recording, by the server's help. */
export async function importRecording(file, capacity) {
  const answer = await fetch('recordings', { method: 'POST', body: file });
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  const frames = text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const run = new Run(file.name, capacity);
  run.timed = frames.some((frame) => frame.at > 0);
  // Where nothing tells the time, the order is all there is to show.
  if (!run.timed) frames.forEach((frame, index) => (frame.at = index * 50));
  run.story.timed = run.timed;
  run.take(frames);
  run.state = { state: 'recording', message: '' };
  return run;
}
