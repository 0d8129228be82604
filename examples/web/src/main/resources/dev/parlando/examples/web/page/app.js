import { Link } from './link.js';
import { Speaker } from './audio/speaker.js';
import { Microphone } from './audio/microphone.js';
import { Run, importRecording } from './run/run.js';
import { Notices } from './view/notices.js';
import { Tabs } from './view/tabs.js';
import { Inspector } from './view/inspector.js';
import { Voice } from './view/voice.js';
import { Turns } from './view/turns.js';
import { Composer } from './view/composer.js';
import { Timeline } from './view/timeline.js';
import { LogView } from './view/log-view.js';
import { CallCards } from './view/call-cards.js';
import { Catalogue } from './view/catalogue.js';
import { SessionPanel } from './view/session-panel.js';
import { Header } from './view/header.js';

/** What the views share: the link, the devices, and the run that is looked at. */
class Console extends EventTarget {
  link = new Link();
  speaker = new Speaker();
  microphone = new Microphone();
  live = new Run('');
  run = this.live;
  hello = { tools: [], vad: true };

  constructor() {
    super();
    this.link.addEventListener('frame', ({ detail }) => this.#frame(detail));
    this.link.addEventListener('audio', ({ detail }) =>
      this.speaker.play(detail.head, detail.samples),
    );
    this.speaker.addEventListener('played', ({ detail }) => this.#played(detail));
    this.live.addEventListener('change', () => this.#changed(this.live));
  }

  #frame(frame) {
    if (frame.type === 'feed') {
      if (frame.skipped > 0) this.live.skipped(frame.skipped);
      this.live.take(frame.frames);
    } else if (frame.type === 'hello') {
      if (frame.returned && !frame.resumed) this.live.newFeed();
      this.hello = frame;
      this.speaker.flush(frame.generation);
      this.#tell('hello', frame);
    } else if (frame.type === 'flush') {
      this.speaker.flush(frame.generation);
    } else if (frame.type === 'called') {
      this.live.story.calls.byHandEnded(frame, this.live.now());
      this.live.changed();
      this.#tell('called', frame);
    } else if (frame.type === 'refused') {
      this.#tell('refused', frame.message);
    }
  }

  #played({ generation, frames, heard }) {
    this.link.send({ type: 'played', generation, frames });
    const now = this.live.now();
    heard.forEach(({ itemId, ms }) => this.live.story.heard(itemId, ms, now));
    this.live.changed();
  }

  #changed(run) {
    if (run === this.run) this.#tell('change', run);
  }

  /** Looks at another run. */
  look(run) {
    this.run = run;
    this.#tell('run', run);
    this.#tell('change', run);
  }

  /** Looks at a recording. */
  async import(file) {
    this.look(await importRecording(file));
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

const console = new Console();
const inspector = new Inspector(document.querySelector('#inspector'));
new Notices(document.querySelector('#notices'), console);
new Tabs(document.querySelector('.tabs'));
new Header(console);
new Turns(document.querySelector('#turns'), console);
new Voice(document.querySelector('#voice'), console);
new Composer(document.querySelector('#say-form'), console);
new Timeline(document.querySelector('#panel-timeline'), console, inspector);
new LogView(document.querySelector('#panel-events'), console, inspector);
new CallCards(document.querySelector('#panel-calls'), console, inspector);
new Catalogue(document.querySelector('#panel-tools'), console);
new SessionPanel(document.querySelector('#panel-session'), console);
console.link.connect();

// For whoever debugs the console itself, and for its tests.
globalThis.parlando = console;
