import { h, eachFrame } from '../dom.js';
import { clock, count, span } from '../format.js';
import { redaction } from '../redaction.js';
import { Folding } from '../run/folding.js';
import { VirtualList } from './virtual-list.js';

/** All that passed on the wire, in order. */
export class LogView {
  #console;
  #inspector;
  #list;
  #folding;
  #paused = null;
  #selected = -1;
  #text = '';
  #dirs = { client: true, server: true, note: true };
  #status = h('p', { class: 'count', id: 'event-count', role: 'status' });
  #pause = h('button', { type: 'button', 'aria-pressed': 'false', onclick: () => this.#togglePause() }, 'Pause');

  constructor(place, console, inspector) {
    this.#console = console;
    this.#inspector = inspector;
    this.#folding = this.#folded();
    this.#list = new VirtualList(this.#folding, (row, index) => this.#row(row, index), 30, 'Events');
    place.append(this.#bar(), this.#list.element, this.#status);
    const grow = eachFrame(() => this.#grow());
    console.addEventListener('change', grow);
    console.addEventListener('run', () => this.#again());
    redaction.addEventListener('change', () => this.#again());
    this.#list.element.addEventListener('keydown', (event) => this.#key(event));
  }

  get #fold() {
    return document.querySelector('#fold')?.checked ?? true;
  }

  #folded() {
    const { log } = this.#console.run;
    const text = this.#text.toLowerCase();
    const passes = (event) => this.#dirs[event.dir] && (!text || event.type.includes(text) || event.json.toLowerCase().includes(text));
    return new Folding(log, passes, this.#fold);
  }

  #bar() {
    const direction = (dir, label) => h('label', { class: 'check' },
      h('input', { type: 'checkbox', checked: true, onchange: ({ target }) => { this.#dirs[dir] = target.checked; this.#again(); } }), label);
    const file = h('input', { type: 'file', id: 'import', class: 'hidden', tabindex: '-1', 'aria-label': 'Recording to import', accept: '.jsonl,.json,.txt,.log', onchange: () => this.#import(file) });
    return h('div', { class: 'bar' },
      h('input', { type: 'search', id: 'filter', placeholder: 'Filter by type or content', 'aria-label': 'Filter events', oninput: ({ target }) => { this.#text = target.value; this.#again(); } }),
      h('div', { class: 'checks' },
        direction('client', 'sent'), direction('server', 'received'), direction('note', 'notes'),
        h('label', { class: 'check' }, h('input', { type: 'checkbox', id: 'fold', checked: true, onchange: () => this.#again() }), 'fold runs')),
      h('div', { class: 'actions' },
        this.#pause,
        h('button', { type: 'button', id: 'export', onclick: () => this.#export() }, 'Export'),
        h('button', { type: 'button', onclick: () => file.click() }, 'Import…'), file));
  }

  #again() {
    this.#folding = this.#folded();
    this.#list.rows = this.#folding;
    this.#count();
  }

  #grow() {
    if (this.#paused === null) {
      this.#folding.grow();
      this.#list.show();
    }
    this.#count();
  }

  #count() {
    const { log } = this.#console.run;
    const parts = [`${count(log.end)} events`];
    if (log.first > 0) parts.push(`the oldest ${count(log.first)} were let go to save memory`);
    if (this.#folding.length !== log.size) parts.push(`${count(this.#folding.length)} rows`);
    if (this.#paused !== null) parts.push(`paused; ${count(log.end - this.#paused)} new`);
    this.#status.textContent = parts.join(' · ');
  }

  #togglePause() {
    this.#paused = this.#paused === null ? this.#console.run.log.end : null;
    this.#pause.setAttribute('aria-pressed', this.#paused !== null);
    this.#pause.textContent = this.#paused === null ? 'Pause' : 'Go on';
    this.#grow();
  }

  #row(first, at) {
    const cells = { time: h('span', { class: 'time' }), dir: h('span', { class: 'dir' }), type: h('span', { class: 'type' }), note: h('span', { class: 'note' }), times: h('span', { class: 'times', title: 'Unfold; on the keyboard: space' }) };
    const row = h('div', { class: 'row', role: 'option' }, cells.time, cells.dir, cells.type, cells.note, cells.times);
    let shown = first;
    let index = at;
    row.addEventListener('click', () => this.#select(index));
    cells.times.addEventListener('click', (event) => { event.stopPropagation(); this.#folding.toggle(index); this.#list.show(); });
    row.update = (entry, place) => {
      shown = entry;
      index = place;
      const event = this.#console.run.log.at(shown.numbers[0]);
      if (!event) return;
      row.className = `row ${event.dir}${shown.part ? ' part' : ''}${event.type === 'error' || event.type === 'failure' ? ' bad' : ''}`;
      row.setAttribute('aria-selected', shown.numbers[0] === this.#selected);
      cells.time.textContent = clock(event.at);
      cells.dir.textContent = { client: '→', server: '←', note: '·' }[event.dir];
      cells.type.textContent = names(shown.types);
      cells.note.textContent = summary(event, shown);
      cells.times.textContent = shown.numbers.length > 1 ? `${shown.open ? '▾' : '▸'} ×${count(shown.numbers.length)}` : '';
      cells.times.hidden = shown.numbers.length < 2;
      row.setAttribute('aria-label', `${SAID[event.dir]} ${event.type}, ${clock(event.at)}${shown.numbers.length > 1 ? `, ${shown.numbers.length} times` : ''}`);
    };
    return row;
  }

  #select(index, focus = false) {
    const row = this.#folding.row(index);
    if (!row) return;
    this.#selected = row.numbers[0];
    this.#inspector.open(this.#console.run.log.at(this.#selected), focus);
    this.#list.show();
  }

  #key(event) {
    let index = -1;
    for (let i = this.#folding.length - 1; i >= 0; i--) {
      if (this.#folding.row(i).numbers[0] === this.#selected) { index = i; break; }
    }
    const page = Math.floor(this.#list.element.clientHeight / this.#list.rowHeight);
    const moves = { ArrowDown: index + 1, ArrowUp: index - 1, PageDown: index + page, PageUp: index - page, Home: 0, End: this.#folding.length - 1 };
    if (event.key in moves) {
      const next = Math.max(0, Math.min(this.#folding.length - 1, moves[event.key]));
      this.#select(next);
      this.#list.reveal(next);
    } else if (event.key === 'Enter' && index >= 0) this.#select(index, true);
    else if (event.key === ' ' && index >= 0) { this.#folding.toggle(index); this.#list.show(); }
    else return;
    event.preventDefault();
  }

  #export() {
    const { log, name } = this.#console.run;
    const lines = [];
    for (let number = log.first; number < log.end; number++) {
      const { at, dir, json } = log.at(number);
      if (dir !== 'note') lines.push(`{"dir":"${dir}","at_ms":${Math.round(at)},"event":${redaction.json(json)}}\n`);
    }
    const url = URL.createObjectURL(new Blob(lines, { type: 'application/jsonl' }));
    h('a', { href: url, download: name || 'conversation.jsonl' }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }

  async #import(input) {
    const [file] = input.files;
    if (!file) return;
    try {
      await this.#console.import(file);
    } catch (problem) {
      this.#console.dispatchEvent(new CustomEvent('problem', { detail: `${file.name}: ${problem.message}` }));
    }
    input.value = '';
  }
}

const SAID = { client: 'sent', server: 'received', note: 'noted' };

/** Types of a row: the first, and of the others the last two parts. */
function names(types) {
  const [first, ...others] = types;
  return [first, ...others.map((type) => type.split('.').slice(-2).join('.'))].join(', ');
}

/** What tells one event of a type from another. */
function summary(event, row) {
  const text = redaction.text(row.text.slice(0, 160));
  if (row.audioMs > 0) return [`${span(row.audioMs)} of sound`, text].filter(Boolean).join(' · ');
  if (text) return text;
  const json = event.json.length < 20_000 ? JSON.parse(redaction.json(event.json)) : {};
  const telling = json.transcript ?? json.text ?? json.error?.message ?? json.message ?? json.arguments
    ?? json.item?.name ?? json.item?.output ?? json.item?.content?.[0]?.text ?? json.response?.status ?? '';
  return String(telling).slice(0, 160);
}
