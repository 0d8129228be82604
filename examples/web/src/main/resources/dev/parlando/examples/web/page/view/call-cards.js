import { h, eachFrame, reconcile } from '../dom.js';
import { clock, pretty, span, spoken } from '../format.js';
import { redaction } from '../redaction.js';
import { coloured } from './inspector.js';
import { ENDINGS } from './turns.js';

const SHOWN = 100;
const STAGES = [
  ['requested', 'requested'], ['started', 'started'], ['validated', 'validated'], ['answered', 'answered'],
  ['sent', 'sent'], ['acknowledged', 'acknowledged'],
];

/** Each call with its arguments, how it went, what came out, and what the agent made of it. */
export class CallCards {
  #console;
  #inspector;
  #list = h('div', { class: 'cards' });
  #none = h('p', { class: 'none' }, 'No tool was called yet. Ask for something that needs one, or call one by hand under “Tools”.');

  constructor(place, console, inspector) {
    this.#console = console;
    this.#inspector = inspector;
    place.append(this.#none, this.#list);
    const show = eachFrame(() => this.#show());
    console.addEventListener('change', show);
    redaction.addEventListener('change', () => { this.#list.replaceChildren(); show(); });
    new ResizeObserver(show).observe(place);
  }

  #show() {
    if (this.#list.parentElement.offsetParent === null) return;
    const calls = this.#console.run.story.calls.all.slice(-SHOWN).reverse();
    this.#none.hidden = calls.length > 0;
    reconcile(this.#list, calls, (call) => call.callId, (call) => this.#make(call), (card, call) => this.#update(card, call));
  }

  #make() {
    return h('article', { class: 'card', tabindex: '-1' });
  }

  #update(card, call) {
    const { story } = this.#console.run;
    const reply = [...story.outputs.values()].filter((output) => call.replyId && output.responseId === call.replyId);
    const said = reply.map((output) => output.text).join(' ');
    const state = JSON.stringify([call, said]);
    if (card.shown === state) return;
    card.shown = state;
    const running = !call.ending && call.stages.answered === undefined && call.stages.sent === undefined;
    const ending = call.ending || (running ? 'running' : 'completed');
    card.dataset.ending = ending;
    card.replaceChildren(...[
      h('header', {},
        h('h3', {}, spoken(call.name)),
        h('span', { class: 'chip' }, ending === 'running' ? 'running…' : ENDINGS[ending]),
        call.byHand && h('span', { class: 'chip quiet' }, 'by hand'),
        h('span', { class: 'took' }, took(call)),
        call.number >= 0 && h('button', { type: 'button', class: 'quiet', onclick: () => this.#inspector.open(this.#console.run.log.at(call.number)) }, 'JSON')),
      steps(call),
      part('Arguments', code(call.arguments || '{}')),
      call.violations.length > 0 && part('Violations', list(call.violations, ({ path, message }) => [h('code', {}, path || 'arguments'), ` ${message}`]), 'bad'),
      call.repairs.length > 0 && part('Repairs', list(call.repairs, ({ path, kind }) => [h('code', {}, path || 'arguments'), ` ${spoken(kind)}`])),
      call.reason && part('Why', h('p', {}, call.reason)),
      call.output !== null && part(call.byHand ? 'Result' : 'Output', code(call.output)),
      call.late && part('Came too late', code(call.late)),
      said && part('The agent then said', h('p', { class: 'said' }, redaction.text(said))),
    ].filter(Boolean));
  }
}

function took(call) {
  if (call.elapsedMs !== undefined) return span(call.elapsedMs);
  const end = call.stages.answered ?? call.stages.sent;
  return end === undefined || call.stages.requested === undefined ? '' : span(end - call.stages.requested);
}

/** The way of the call, each step with the time since the one before. */
function steps(call) {
  let before = null;
  const known = STAGES.filter(([name]) => call.stages[name] !== undefined || !call.byHand);
  return h('ol', { class: 'steps' }, known.map(([name, label]) => {
    const at = call.stages[name];
    const since = at !== undefined && before !== null ? `+${span(Math.max(0, at - before))}` : at !== undefined ? clock(at) : '';
    before = at ?? before;
    return h('li', { class: at === undefined ? 'open' : 'done' }, h('span', {}, label), h('time', {}, since));
  }));
}

function part(name, content, kind = '') {
  return h('section', { class: kind }, h('h4', {}, name), content);
}

function code(text) {
  return h('pre', { tabindex: '0' }, ...coloured(redaction.text(pretty(text))));
}

function list(things, content) {
  return h('ul', {}, things.map((thing) => h('li', {}, content(thing))));
}
