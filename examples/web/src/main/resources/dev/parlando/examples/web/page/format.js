/** A time since the beginning, as 1:02.345. */
export function clock(ms) {
  const minutes = Math.floor(ms / 60_000);
  const seconds = (ms / 1000 - minutes * 60).toFixed(3).padStart(6, '0');
  return `${minutes}:${seconds}`;
}

/** A length of time, as 820 ms or 2.4 s. */
export function span(ms) {
  if (ms === null || ms === undefined) return '–';
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 1)} s`;
}

/** A number with separators. */
export function count(number) {
  return number.toLocaleString('en');
}

/** JSON with indentation, where it is JSON. */
export function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return String(text);
  }
}

/** An identifier as one says it. */
export function spoken(name) {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/[_-]+/g, ' ').toLowerCase();
}
