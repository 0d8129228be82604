import { h } from '../dom.js';

const LEGEND = [
  ['user', 'you spoke'],
  ['written', 'you wrote'],
  ['made', 'the agent’s speech, as it was generated'],
  ['agent', 'the agent’s speech, as it was heard'],
  ['agent cut', 'cut off; the hatched part was not heard'],
  ['tool', 'a tool ran'],
  ['mark create', 'a reply was asked for'],
  ['mark cancel', 'a reply was cancelled'],
  ['mark truncate', 'the unheard part was taken back'],
  ['mark error', 'an error'],
];

/** What the shapes mean. */
export function legend() {
  return h(
    'ul',
    { class: 'legend' },
    LEGEND.map(([kind, meaning]) =>
      h('li', {}, h('span', { class: `item ${kind}`, 'aria-hidden': 'true' }), meaning),
    ),
  );
}
