import { h, reconcile } from '../dom.js';
import { span, spoken } from '../format.js';
import { redaction } from '../redaction.js';

const SHOWN = 200;

/** What was said, by whom, and what was called in between. */
export class Turns {
  #list;
  #console;

  constructor(list, console) {
    this.#list = list;
    this.#console = console;
    const show = () => this.#show();
    console.addEventListener('change', show);
    redaction.addEventListener('change', show);
    this.#show();
  }

  #show() {
    const turns = this.#turns();
    const atEnd = this.#list.scrollTop + this.#list.clientHeight > this.#list.scrollHeight - 40;
    const things = turns.length > 0 ? turns : [{ key: 'none', kind: 'none', text: '' }];
    reconcile(this.#list, things, (turn) => turn.key, make, update);
    if (atEnd) this.#list.scrollTop = this.#list.scrollHeight;
  }

  #turns() {
    const { story } = this.#console.run;
    const turns = [];
    for (const speech of story.speech) {
      const text = speech.text || (speech.to === null ? 'Listening…' : '…');
      turns.push({ key: `s${speech.number}`, at: speech.from, kind: 'user', text, how: 'spoken' });
    }
    for (const { number, at, text } of story.texts) {
      turns.push({ key: `t${number}`, at, kind: 'user', text, how: 'written' });
    }
    for (const output of story.outputs.values()) {
      if (!output.text && output.ms === 0) continue;
      const cut = output.cutMs !== null;
      const how = cut ? `interrupted; ${span(output.cutMs)} of ${span(output.ms)} heard` : '';
      const heard = cut ? output.cutMs / Math.max(1, output.ms) : 1;
      turns.push({ key: `o${output.id}`, at: output.began, kind: 'agent', text: output.text || '…', how, heard });
    }
    for (const call of story.calls.all) {
      if (!call.byHand) turns.push({ key: `c${call.callId}`, at: call.at, kind: 'call', text: call.name, call });
    }
    return turns.sort((a, b) => a.at - b.at).slice(-SHOWN);
  }
}

function make(turn) {
  if (turn.kind === 'none') {
    return h('div', { class: 'none' },
      h('p', {}, 'Say something, or write it.'),
      h('p', {}, 'Everything the agent hears, says and does will be here.'));
  }
  return h('div', { class: `turn ${turn.kind}` }, h('span', { class: 'who' }), h('p', { class: 'words' }), h('span', { class: 'how' }));
}

const WHO = { user: 'You', agent: 'Agent', call: 'Tool' };

function update(element, turn) {
  if (turn.kind === 'none') return;
  const { call } = turn;
  const how = call ? ENDINGS[call.ending] ?? 'running…' : turn.how;
  const words = call ? spoken(call.name) : redaction.text(turn.text);
  set(element.querySelector('.who'), WHO[turn.kind]);
  say(element.querySelector('.words'), words, turn.heard ?? 1);
  set(element.querySelector('.how'), how);
  element.classList.toggle('cut', (turn.heard ?? 1) < 1);
  if (call) element.dataset.ending = call.ending || 'running';
}

/** What was not heard is struck out, as far as the words were spoken evenly. */
function say(place, words, heard) {
  if (place.textContent === words && (heard === 1 || place.dataset.heard === String(heard))) return;
  place.dataset.heard = heard;
  let end = Math.round(words.length * heard);
  while (end > 0 && end < words.length && words[end - 1] !== ' ') end--;
  place.replaceChildren(...[words.slice(0, end), end < words.length && h('s', {}, words.slice(end))].filter(Boolean));
}

/** Only what changed is touched: a screen reader would read it again. */
function set(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

export const ENDINGS = {
  completed: 'done', failed: 'failed', invalid_arguments: 'invalid arguments', unknown_tool: 'no such tool',
  timed_out: 'timed out', cancelled: 'cancelled', busy: 'busy', skipped: 'skipped',
};
