import { h } from '../dom.js';
import { count, pretty, span, spoken } from '../format.js';
import { coloured } from './inspector.js';
import { SchemaForm } from './schema-form.js';
import { ENDINGS } from './turns.js';

const EFFECTS = {
  read: 'reads only', write: 'writes, can be undone', irreversible: 'can’t be undone', unspecified: 'effect not said',
};

/** The tools as the model sees them, and a form to call each without a model. */
export class Catalogue {
  #place;
  #console;
  #forms = new Map();
  #calls = 0;

  constructor(place, console) {
    this.#place = place;
    this.#console = console;
    console.addEventListener('hello', ({ detail }) => this.#show(detail.tools));
    console.addEventListener('called', ({ detail }) => this.#called(detail));
  }

  #show(tools) {
    // A page that comes back finds the same tools: what was filled in stays.
    const state = JSON.stringify(tools);
    if (this.#place.dataset.state === state) return;
    this.#place.dataset.state = state;
    const tokens = tools.reduce((sum, tool) => sum + tool.tokens, 0);
    this.#place.replaceChildren(
      h('p', { class: 'sum' }, `${tools.length} tools, about ${count(tokens)} tokens in every session`),
      ...tools.map((tool) => this.#tool(tool)));
  }

  #tool(tool) {
    const { definition } = tool;
    const facts = [tool.sequential && 'one at a time', tool.timeoutMs > 0 && `at most ${span(tool.timeoutMs)}`, tool.sensitive && 'result is sensitive'];
    return h('details', { class: 'tool', 'data-tool': tool.name },
      h('summary', {},
        h('span', { class: 'name' }, tool.name),
        h('span', { class: `effect ${tool.effect}` }, EFFECTS[tool.effect]),
        h('span', { class: 'tokens', title: `${count(tool.bytes)} bytes` }, `≈ ${count(tool.tokens)} tokens`),
        h('span', { class: 'about' }, definition.description)),
      h('p', { class: 'facts' }, facts.filter(Boolean).join(' · ')),
      h('div', { class: 'halves' },
        this.#form(tool),
        h('section', {}, h('h4', {}, 'As the model sees it'), h('pre', { tabindex: '0' }, ...coloured(JSON.stringify(definition, null, 2))))));
  }

  #form(tool) {
    const form = new SchemaForm(tool.definition.parameters, tool.name);
    const sure = tool.effect === 'irreversible' && h('label', { class: 'check' }, h('input', { type: 'checkbox', required: true }), 'I know that this can’t be undone');
    const outcome = h('div', { class: 'outcome', role: 'status' });
    const button = h('button', { type: 'submit', class: 'primary' }, 'Call by hand');
    const element = h('form', { novalidate: !sure, onsubmit: (event) => { event.preventDefault(); this.#call(tool, form, outcome, button); } },
      h('h4', {}, 'Call it by hand'), form.element, sure, button, outcome);
    return element;
  }

  #call(tool, form, outcome, button) {
    let args;
    try {
      args = form.value();
    } catch (problem) {
      outcome.replaceChildren(h('p', { class: 'bad' }, problem.message));
      return;
    }
    const id = String(++this.#calls);
    if (!this.#console.link.send({ type: 'call', id, tool: tool.name, arguments: args })) {
      outcome.replaceChildren(h('p', { class: 'bad' }, 'There is no connection. What you filled in stays.'));
      return;
    }
    const { live } = this.#console;
    live.story.calls.byHand(id, tool.name, JSON.stringify(args), live.now());
    live.changed();
    this.#forms.set(id, { form, outcome, button });
    button.disabled = true;
    form.show([]);
    outcome.replaceChildren(h('p', {}, 'Running…'));
  }

  #called({ id, ending, output, message, violations, repairs, elapsedMs }) {
    const waiting = this.#forms.get(id);
    if (!waiting) return;
    this.#forms.delete(id);
    const { form, outcome, button } = waiting;
    button.disabled = false;
    const elsewhere = form.show(violations ?? []);
    outcome.replaceChildren(
      h('p', { class: ending === 'completed' ? 'good' : 'bad' }, `${spoken(ENDINGS[ending])} in ${span(elapsedMs)}`,
        violations && `: ${violations.length} ${violations.length === 1 ? 'violation' : 'violations'}`),
      ...elsewhere.map(({ path, message: why }) => h('p', { class: 'bad' }, path ? `${path} ${why}` : why)),
      ...(repairs ?? []).map(({ path, kind }) => h('p', {}, `${path || 'arguments'}: repaired, ${spoken(kind)}`)),
      (message ?? output) !== undefined ? h('pre', { tabindex: '0' }, ...coloured(pretty(message ?? output))) : '');
  }
}
