import { h } from '../dom.js';
import { clock, count, span } from '../format.js';
import { redaction } from '../redaction.js';

const ARROWS = { client: '→', server: '←', note: '·' };
const SAID = { client: 'sent', server: 'received', note: 'noted' };

/**
 * The element of a row of the log. Its update(row, index, event, selected) shows another row in it.
 *
 * @param select is told the index when it is clicked
 * @param unfold is told the index when its number of events is clicked
 */
export function logRow(select, unfold) {
  const time = h('span', { class: 'time' });
  const dir = h('span', { class: 'dir' });
  const type = h('span', { class: 'type' });
  const note = h('span', { class: 'note' });
  const times = h('span', { class: 'times', title: 'Unfold; on the keyboard: space' });
  const element = h('div', { class: 'row', role: 'option' }, time, dir, type, note, times);
  let place = 0;
  element.addEventListener('click', () => select(place));
  times.addEventListener('click', (event) => {
    event.stopPropagation();
    unfold(place);
  });
  element.update = (row, index, event, selected) => {
    place = index;
    const many = row.numbers.length > 1;
    const bad = event.type === 'error' || event.type === 'failure';
    element.id = `event-${row.id}`;
    element.className = `row ${event.dir}${row.part ? ' part' : ''}${bad ? ' bad' : ''}`;
    element.setAttribute('aria-selected', selected);
    const said = `${SAID[event.dir]} ${event.type}, ${clock(event.at)}`;
    element.setAttribute('aria-label', many ? `${said}, ${row.numbers.length} times` : said);
    time.textContent = clock(event.at);
    dir.textContent = ARROWS[event.dir];
    type.textContent = names(row.types);
    note.textContent = summary(event, row);
    times.textContent = many ? `${row.open ? '▾' : '▸'} ×${count(row.numbers.length)}` : '';
    times.hidden = !many;
  };
  return element;
}

/** Types of a row: the first, and of the others the last two parts. */
function names(types) {
  const [first, ...others] = types;
  return [first, ...others.map((type) => type.split('.').slice(-2).join('.'))].join(', ');
}

/** What tells one event of a type from another. */
function summary(event, row) {
  const text = redaction.text(row.text.slice(0, 160));
  if (row.audioMs > 0) return [`${span(row.audioMs)} of audio`, text].filter(Boolean).join(' · ');
  if (text) return text;
  const json = event.json.length < 20_000 ? JSON.parse(redaction.json(event.json)) : {};
  const telling =
    json.transcript ??
    json.text ??
    json.error?.message ??
    json.message ??
    json.arguments ??
    json.item?.name ??
    json.item?.output ??
    json.item?.content?.[0]?.text ??
    json.response?.status ??
    '';
  return String(telling).slice(0, 160);
}
