import { h } from '../dom.js';
import { clock, pretty, span } from '../format.js';
import { redaction } from '../redaction.js';

/** Shows one event as it was sent. */
export class Inspector {
  #place;
  #event = null;
  #before = null;

  constructor(place) {
    this.#place = place;
    redaction.addEventListener('change', () => this.#event && this.#show());
    place.addEventListener('keydown', (event) => event.key === 'Escape' && this.close());
  }

  /** @param focus whether the keyboard goes there; not while somebody walks through the log */
  open(event, focus = true) {
    if (!event) return;
    if (this.#place.hidden) this.#before = document.activeElement;
    this.#event = event;
    this.#show();
    if (focus) this.#place.querySelector('button').focus();
  }

  close() {
    if (this.#place.hidden) return;
    this.#place.hidden = true;
    this.#event = null;
    this.#before?.focus();
  }

  #show() {
    const { at, dir, type, audioMs } = this.#event;
    const json = pretty(redaction.json(this.#event.json));
    const copy = h(
      'button',
      { type: 'button', class: 'quiet', onclick: () => this.#copy(copy, json) },
      'Copy',
    );
    this.#place.replaceChildren(
      h(
        'header',
        {},
        h(
          'div',
          {},
          h('h2', {}, type),
          h(
            'p',
            {},
            `${DIRECTIONS[dir]} at ${clock(at)}`,
            audioMs > 0 && ` · ${span(audioMs)} of audio, left out`,
          ),
        ),
        copy,
        h(
          'button',
          { type: 'button', class: 'quiet', 'aria-label': 'Close', onclick: () => this.close() },
          '✕',
        ),
      ),
      h('pre', { tabindex: '0', 'aria-label': 'JSON' }, ...coloured(json)),
    );
    this.#place.hidden = false;
  }

  async #copy(button, json) {
    await navigator.clipboard.writeText(json);
    button.textContent = 'Copied';
  }
}

const DIRECTIONS = { client: 'Sent', server: 'Received', note: 'Noted by the console' };

/** JSON in colours: names, texts, and the rest. */
export function coloured(json) {
  if (json.length > 200_000) return [json];
  const parts = [];
  let end = 0;
  for (const match of json.matchAll(
    /("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null)\b|-?\d[\d.eE+-]*/g,
  )) {
    parts.push(json.slice(end, match.index));
    const kind = match[2] ? 'name' : match[1] ? 'text' : 'literal';
    parts.push(h('span', { class: `json-${kind}` }, match[1] ?? match[0]), match[2] ?? '');
    end = match.index + match[0].length;
  }
  parts.push(json.slice(end));
  return parts;
}
