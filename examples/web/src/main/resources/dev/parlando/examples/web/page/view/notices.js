import { h } from '../dom.js';

/** What the user must know now, in words, with what can be done about it. */
export class Notices {
  #place;
  #console;
  #shown = new Map();

  constructor(place, console) {
    this.#place = place;
    this.#console = console;
    const { link, speaker } = console;
    link.addEventListener('status', ({ detail }) => this.#link(detail));
    console.addEventListener('refused', ({ detail }) =>
      this.show('refused', detail, [this.#dismiss('refused')]),
    );
    console.addEventListener('problem', ({ detail }) =>
      this.show('problem', detail, [this.#dismiss('problem')]),
    );
    console.addEventListener('change', () => this.#session());
    console.addEventListener('run', () => this.#recording());
    speaker.addEventListener('state', () => this.#speaker());
  }

  #link({ status, message }) {
    if (status === 'open') return this.hide('link');
    const takeOver = h(
      'button',
      { type: 'button', onclick: () => this.#console.link.connect(true) },
      'Use it here',
    );
    const away = status === 'occupied' || status === 'moved';
    this.show(
      'link',
      message,
      away ? [takeOver] : [h('span', { class: 'spinner', 'aria-hidden': 'true' })],
    );
  }

  #session() {
    const { state, message } = this.#console.live.state;
    if (this.#console.run.live && state === 'ended' && this.#console.link.status === 'open') {
      const start = () => this.#console.link.send({ type: 'start' });
      this.show('session', message, [
        h('button', { type: 'button', onclick: start }, 'Start a new session'),
      ]);
    } else this.hide('session');
  }

  #recording() {
    const { run, live } = this.#console;
    if (run.live) return this.hide('recording');
    const back = h(
      'button',
      { type: 'button', onclick: () => this.#console.look(live) },
      'Back to the conversation',
    );
    const order = run.timed ? '' : ' It tells no times, so the timeline shows the order.';
    this.show('recording', `You are looking at ${run.name}.${order}`, [back], 'calm');
  }

  #speaker() {
    if (!this.#console.speaker.waiting) return this.hide('speaker');
    const open = () => this.#console.speaker.open();
    this.show(
      'speaker',
      'The agent speaks, but the browser waits for a click before it plays audio.',
      [h('button', { type: 'button', onclick: open }, 'Let me hear it')],
    );
  }

  #dismiss(name) {
    return h(
      'button',
      { type: 'button', class: 'quiet', onclick: () => this.hide(name) },
      'Dismiss',
    );
  }

  /** Shows a notice, in the place of one of the same name. */
  show(name, text, actions = [], kind = '') {
    const known = this.#shown.get(name);
    if (known?.dataset.text === text) return;
    const notice = h(
      'div',
      { class: `notice ${kind}`, 'data-name': name, 'data-text': text },
      h('p', {}, text),
      actions,
    );
    if (known) known.replaceWith(notice);
    else this.#place.append(notice);
    this.#shown.set(name, notice);
  }

  hide(name) {
    this.#shown.get(name)?.remove();
    this.#shown.delete(name);
  }
}
