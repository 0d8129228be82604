import { h, eachFrame, reconcile } from '../dom.js';
import { clock } from '../format.js';
import { redaction } from '../redaction.js';
import { barsOf } from './timeline-bars.js';

const LANES = [
  ['user', 'You'], ['agent', 'Agent'], ['silence', 'Silence'], ['tools', 'Tools'], ['marks', 'Events'],
];
const ZOOMS = [4, 8, 16, 32, 64, 128, 256, 512];

/** Who sounded when, what was called meanwhile, and where it was silent. */
export class Timeline {
  #console;
  #inspector;
  #zoom = innerWidth < 900 ? 3 : 4;
  #follow = true;
  #followed = 0;
  #scroll;
  #space;
  #ruler;
  #lanes = {};
  #bars = [];
  #now;

  constructor(place, console, inspector) {
    this.#console = console;
    this.#inspector = inspector;
    this.#now = h('div', { class: 'now' });
    this.#ruler = h('div', { class: 'ruler', 'aria-hidden': 'true' });
    this.#space = h('div', { class: 'space' }, this.#ruler, this.#now, LANES.map(([name, label]) =>
      (this.#lanes[name] = h('div', { class: `lane lane-${name}`, role: 'group', 'aria-label': label }))));
    this.#scroll = h('div', { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': 'Timeline; arrow keys walk through what happened' }, this.#space);
    place.append(
      h('div', { class: 'names', 'aria-hidden': 'true' }, h('span'), LANES.map(([name, label]) => h('span', { class: `lane-${name}` }, label))),
      this.#scroll,
      legend(),
      h('div', { class: 'zooms' },
        h('button', { type: 'button', 'aria-label': 'Zoom out', onclick: () => this.#zoomBy(-1) }, '−'),
        h('button', { type: 'button', 'aria-label': 'Zoom in', onclick: () => this.#zoomBy(1) }, '+'),
        h('button', { type: 'button', 'aria-label': 'Show the newest', onclick: () => { this.#follow = true; this.show(); } }, '⇥')));
    this.show = eachFrame(() => this.#show());
    console.addEventListener('change', this.show);
    console.addEventListener('run', () => this.#fit());
    redaction.addEventListener('change', this.show);
    this.#scroll.addEventListener('scroll', () => {
      if (Math.abs(this.#scroll.scrollLeft - this.#followed) > 2) this.#follow = false;
      this.show();
    });
    this.#scroll.addEventListener('keydown', (event) => this.#key(event));
    new ResizeObserver(this.show).observe(this.#scroll);
  }

  get #scale() {
    return ZOOMS[this.#zoom] / 1000;
  }

  #zoomBy(steps) {
    const middle = (this.#scroll.scrollLeft + this.#scroll.clientWidth / 2) / this.#scale;
    this.#zoom = Math.max(0, Math.min(ZOOMS.length - 1, this.#zoom + steps));
    const follow = this.#follow;
    this.#space.style.width = `${this.#length() * this.#scale}px`;
    this.#scroll.scrollLeft = middle * this.#scale - this.#scroll.clientWidth / 2;
    this.#follow = follow;
    this.show();
  }

  /** A recording is shown as a whole, as far as that goes. */
  #fit() {
    const { run } = this.#console;
    this.#follow = run.live;
    if (!run.live) {
      const fits = (zoom) => (run.now() * zoom) / 1000 < this.#scroll.clientWidth;
      const widest = ZOOMS.findLastIndex(fits);
      this.#zoom = Math.max(3, widest);
      this.#scroll.scrollLeft = 0;
    }
    this.show();
  }

  #length() {
    const end = this.#bars.reduce((latest, bar) => Math.max(latest, bar.to), this.#console.run.now());
    // Room behind the newest, so that it can be followed.
    return Math.max(end + 500, this.#console.run.now() + (0.2 * this.#scroll.clientWidth) / this.#scale);
  }

  #show() {
    const { run } = this.#console;
    const width = this.#scroll.clientWidth;
    if (width === 0) return;
    const now = run.now();
    this.#bars = barsOf(run.story, now);
    this.#space.style.width = `${this.#length() * this.#scale}px`;
    if (this.#follow) this.#followNow(now, width);
    const from = (this.#scroll.scrollLeft - width) / this.#scale;
    const to = (this.#scroll.scrollLeft + 2 * width) / this.#scale;
    this.#rule(from, to);
    for (const [name] of LANES) {
      const shown = this.#bars.filter((bar) => bar.lane === name && bar.to >= from && bar.from <= to);
      reconcile(this.#lanes[name], shown, (bar) => bar.key, (bar) => this.#make(bar), (element, bar) => this.#update(element, bar));
    }
    this.#now.style.transform = `translateX(${now * this.#scale}px)`;
    this.#now.hidden = !run.live;
    if (this.#bars.some((bar) => bar.open) && run.live) setTimeout(this.show, 100);
  }

  /** Keeps this moment in sight, with room for what comes. */
  #followNow(now, width) {
    this.#scroll.scrollLeft = Math.max(0, now * this.#scale - width * 0.8);
    this.#followed = this.#scroll.scrollLeft;
  }

  #rule(from, to) {
    const step = [0.25, 0.5, 1, 2, 5, 10, 30, 60].find((seconds) => seconds * 1000 * this.#scale >= 56) ?? 120;
    const ticks = [];
    const last = Math.min(to, this.#length());
    for (let at = Math.max(0, Math.floor(from / (step * 1000))) * step * 1000; at <= last; at += step * 1000) ticks.push(at);
    const label = (at) => clock(at).replace(/\.?0+$/, '').replace(/:$/, ':00').replace(/:(\d)$/, ':$10');
    reconcile(this.#ruler, this.#console.run.timed ? ticks : [], (at) => at,
      (at) => h('span', {}, step < 1 ? clock(at).slice(0, -1) : label(at)),
      (element, at) => (element.style.transform = `translateX(${at * this.#scale}px)`));
  }

  #make(bar) {
    const element = h(bar.number === undefined ? 'span' : 'button', { class: `item ${bar.kind}`, tabindex: '-1' },
      h('span', { class: 'fill' }), h('span', { class: 'label' }));
    if (bar.number !== undefined) {
      element.type = 'button';
      element.addEventListener('click', () => this.#open(element.bar));
    }
    return element;
  }

  #update(element, bar) {
    element.bar = bar;
    element.className = `item ${bar.kind}${bar.open ? ' open' : ''}`;
    element.style.transform = `translateX(${bar.from * this.#scale}px)`;
    if (!bar.point) element.style.width = `${Math.max(3, (bar.to - bar.from) * this.#scale)}px`;
    if (bar.row !== undefined) element.style.top = `${bar.row * 33}%`;
    element.querySelector('.fill').style.width = bar.filled === undefined ? '' : `${bar.filled * 100}%`;
    const label = bar.said ? redaction.text(bar.label) : bar.label;
    const place = element.querySelector('.label');
    if (place.textContent !== label) place.textContent = label;
    const description = `${bar.name}: ${label || ''} ${bar.detail}, at ${clock(bar.from)}`;
    if (element.title !== description) {
      element.title = description;
      element.setAttribute('aria-label', description);
    }
  }

  #open(bar) {
    this.#inspector.open(this.#console.run.log.at(bar.number));
  }

  #key(event) {
    const items = [...this.#space.querySelectorAll('button.item')].sort((a, b) => a.bar.from - b.bar.from);
    const at = items.indexOf(document.activeElement);
    const next = { ArrowRight: at + 1, ArrowLeft: at < 0 ? items.length - 1 : at - 1, Home: 0, End: items.length - 1 }[event.key];
    const steps = { '+': 1, '-': -1 }[event.key];
    if (steps) this.#zoomBy(steps);
    if (next === undefined || !items[next]) return;
    event.preventDefault();
    this.#follow = false;
    items[next].focus({ preventScroll: true });
    items[next].scrollIntoView({ inline: 'center', block: 'nearest' });
  }
}

const LEGEND = [
  ['user', 'you spoke'], ['written', 'you wrote'], ['made', 'the agent’s speech, as it was generated'],
  ['agent', 'the agent’s speech, as it was heard'], ['agent cut', 'cut off; the hatched part was not heard'],
  ['tool', 'a tool ran'], ['mark create', 'a reply was asked for'], ['mark cancel', 'a reply was cancelled'],
  ['mark truncate', 'the unheard part was taken back'], ['mark error', 'an error'],
];

/** What the shapes mean. */
function legend() {
  return h('ul', { class: 'legend' }, LEGEND.map(([kind, meaning]) => h('li', {}, h('span', { class: `item ${kind}`, 'aria-hidden': 'true' }), meaning)));
}
