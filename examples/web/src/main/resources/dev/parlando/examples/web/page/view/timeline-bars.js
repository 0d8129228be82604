import { span, spoken } from '../format.js';

/** A silence shorter than this is a breath. */
const BREATH = 150;

/**
 * What the timeline shows of a story, as bars along the time.
 *
 * @returns bars with lane, key, kind, from, to, name, label, detail, and the number of their event;
 *   "open" ones go on, "filled" is the part that was heard
 */
export function barsOf(story, now) {
  const user = story.speech.map((speech) => ({
    lane: 'user',
    key: `u${speech.number}`,
    kind: 'user',
    from: speech.from,
    to: speech.to ?? now,
    open: speech.to === null,
    name: 'You',
    label: speech.text,
    said: true,
    detail: span((speech.to ?? now) - speech.from),
    number: speech.number,
  }));
  const begins = [...story.speech, ...story.texts].map((each) => each.from ?? each.at);
  const written = story.texts.map((text) => ({
    lane: 'user',
    key: `w${text.number}`,
    kind: 'written',
    from: text.at,
    to: text.at,
    point: true,
    // Its label has room until the user's next turn.
    room: Math.min(...begins.filter((begin) => begin > text.at)) - text.at,
    name: 'You wrote',
    label: text.text,
    said: true,
    detail: '',
    number: text.number,
  }));
  const spoken = [...story.outputs.values()].filter((output) => output.ms > 0);
  const agent = spoken.flatMap((output, index) => speechBars(story, output, spoken[index + 1]));
  const audible = [...user, ...agent.filter((bar) => bar.kind !== 'made')];
  return [
    ...user,
    ...written,
    ...agent,
    ...silences(audible, story.timed),
    ...calls(story, now),
    ...marks(story),
  ];
}

/**
 * Two bars: when it was generated, and when it was heard and how much of it.
 *
 * @param next what was spoken then, where the unheard part ends at the latest
 */
function speechBars(story, output, next) {
  const { from, to, ms } = story.audible(output);
  const cut = output.cutMs !== null;
  const end = story.timed ? from + Math.max(output.ms, to - from) : output.to;
  const whole = cut && next ? Math.max(to, Math.min(end, story.audible(next).from)) : end;
  return [
    {
      lane: 'agent',
      key: `g${output.id}`,
      kind: 'made',
      from: output.from,
      to: output.to,
      name: 'Agent',
      label: '',
      detail: `generated ${span(output.ms)} in ${span(output.to - output.from)}`,
      number: output.number,
    },
    {
      lane: 'agent',
      key: `a${output.id}`,
      kind: cut ? 'agent cut' : 'agent',
      from,
      to: cut ? whole : Math.max(whole, to),
      soundsTo: to,
      filled: whole > from ? Math.min(1, (to - from) / (whole - from)) : 1,
      name: 'Agent',
      label: output.text,
      said: true,
      detail: cut
        ? `cut off: ${span(output.cutMs)} of ${span(output.ms)} heard`
        : `${span(ms)} of ${span(output.ms)} heard`,
      number: output.number,
    },
  ];
}

/** Where neither is heard, between two that are. */
function silences(audible, timed) {
  if (!timed) return [];
  const inOrder = [...audible].sort((a, b) => a.from - b.from);
  const found = [];
  let end = Infinity;
  for (const bar of inOrder) {
    const gap = bar.from - end;
    if (gap > BREATH) {
      found.push({
        lane: 'silence',
        key: `q${Math.round(end)}`,
        kind: gap > 3000 ? 'gap long' : 'gap',
        from: end,
        to: bar.from,
        name: 'Silence',
        label: span(gap),
        detail: '',
      });
    }
    end = Math.max(
      end === Infinity ? 0 : end,
      bar.open ? Infinity : (bar.soundsTo ?? bar.to),
    );
  }
  return found;
}

/** Calls, in rows so that those at the same time don't cover each other. */
function calls(story, now) {
  const free = [0, 0, 0];
  return story.calls.all
    .filter((call) => !call.byHand)
    .map((call) => {
      const { requested, answered, sent, skipped } = call.stages;
      const from = requested ?? call.at;
      const end = answered ?? sent ?? skipped;
      const to = end ?? (call.ending ? from : now);
      const row = Math.max(
        0,
        free.findIndex((until) => until <= from),
      );
      free[row] = to;
      return {
        lane: 'tools',
        key: `c${call.callId}`,
        kind: `tool ${call.ending || (end ? 'completed' : 'running')}`,
        from,
        to,
        row,
        open: end === undefined && !call.ending,
        name: 'Tool',
        label: spoken(call.name),
        detail: span(to - from),
        number: call.number < 0 ? undefined : call.number,
      };
    });
}

function marks(story) {
  return story.marks.map((mark, index) => ({
    lane: 'marks',
    key: `m${mark.number}.${index}`,
    kind: `mark ${mark.kind}`,
    from: mark.at,
    to: mark.at,
    point: true,
    name: 'Mark',
    label: mark.label,
    detail: '',
    number: mark.number,
  }));
}
