import { h, eachFrame } from '../dom.js';
import { count, span } from '../format.js';
import { percentile } from '../run/latency.js';

/** Latency, usage, limits and the session itself, in figures. */
export class SessionPanel {
  #place;
  #console;

  constructor(place, console) {
    this.#place = place;
    this.#console = console;
    const show = eachFrame(() => this.#show());
    console.addEventListener('change', show);
    console.addEventListener('hello', show);
    new ResizeObserver(show).observe(place);
    setInterval(show, 1000);
  }

  #show() {
    if (this.#place.offsetParent === null) return;
    const { story } = this.#console.run;
    this.#place.replaceChildren(
      h(
        'div',
        { class: 'figures' },
        latency(story.latency),
        usage(story.usage),
        limits(story.limits),
        this.#session(story),
      ),
    );
  }

  #session(story) {
    const { id, model, voice, expiresAt } = story.session;
    const { endpoint } = this.#console.hello;
    const left = expiresAt ? expiresAt * 1000 - Date.now() : null;
    const expiry =
      left === null
        ? '–'
        : left <= 0
          ? 'expired'
          : `in ${Math.floor(left / 60_000)} min ${String(Math.floor((left / 1000) % 60)).padStart(2, '0')} s`;
    return panel(
      'Session',
      table([
        ['Expires', expiry],
        ['Model', model ?? '–'],
        ['Voice', voice?.id ?? voice ?? '–'],
        ['Id', id ?? '–'],
        ['Endpoint', this.#console.run.live ? (endpoint ?? '–') : 'a recording'],
      ]),
    );
  }
}

function latency({ speech, text }) {
  const row = (name, values) =>
    h(
      'div',
      { class: 'latency' },
      h('h4', {}, name),
      h('p', {}, h('b', {}, span(percentile(values, 50))), h('small', {}, 'median (p50)')),
      h('p', {}, h('b', {}, span(percentile(values, 95))), h('small', {}, 'p95')),
      h(
        'p',
        {},
        h('b', {}, count(values.length)),
        h('small', {}, values.length === 1 ? 'turn' : 'turns'),
      ),
      bars(values),
    );
  return panel(
    'Latency',
    h('div', {}, row('Speech end to first audio', speech), row('Text to first audio', text)),
  );
}

/** The newest values, each a bar. */
function bars(values) {
  const newest = values.slice(-24);
  const most = Math.max(...newest, 1);
  const label = `The newest: ${newest.map((value) => span(value)).join(', ') || 'none'}`;
  return h(
    'div',
    { class: 'bars', role: 'img', 'aria-label': label },
    newest.map((value) => {
      const bar = h('i', { title: span(value) });
      bar.style.height = `${Math.max(4, (value / most) * 100)}%`;
      return bar;
    }),
  );
}

function usage({ responses, input, output, total }) {
  return panel(
    'Usage',
    table(
      [
        ['Text in', count(input.text)],
        ['Audio in', count(input.audio)],
        input.image > 0 && ['Images in', count(input.image)],
        ['of it cached', count(input.cached)],
        ['Text out', count(output.text)],
        ['Audio out', count(output.audio)],
        ['All tokens', count(total)],
        ['Responses', count(responses)],
      ].filter(Boolean),
    ),
  );
}

function limits(all) {
  if (all.length === 0)
    return panel('Rate limits', h('p', { class: 'hint' }, 'The server has told none.'));
  return panel(
    'Rate limits',
    all.map(({ name, limit, remaining, reset_seconds: reset }) =>
      h(
        'div',
        { class: 'limit' },
        h(
          'p',
          {},
          h('span', {}, name),
          h('span', {}, `${count(remaining)} of ${count(limit)} left`),
        ),
        h('meter', {
          min: 0,
          max: limit,
          value: remaining,
          low: limit * 0.2,
          'aria-label': `${name} left`,
        }),
        h('small', {}, `full again in ${span((reset ?? 0) * 1000)}`),
      ),
    ),
  );
}

function panel(name, ...content) {
  return h('section', { class: 'figure' }, h('h3', {}, name), content.flat());
}

function table(rows) {
  return h(
    'dl',
    {},
    rows.flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, String(value))]),
  );
}
