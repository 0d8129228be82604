// What people said and what tools were told can be hidden, on the screen and in what is exported.

const HIDDEN = '•••';
const FIELDS = new Set(['transcript', 'text', 'delta', 'arguments', 'output', 'instructions', 'audio', 'message']);

class Redaction extends EventTarget {
  on = localStorage.getItem('redaction') === 'on';

  switch(on) {
    this.on = on;
    localStorage.setItem('redaction', on ? 'on' : 'off');
    this.dispatchEvent(new Event('change'));
  }

  /** A text as it may be shown. */
  text(text) {
    return this.on && text ? HIDDEN : text;
  }

  /** An event's JSON as it may be shown. */
  json(text) {
    return this.on ? JSON.stringify(hide(JSON.parse(text))) : text;
  }
}

function hide(value, name = '') {
  if (typeof value === 'string') return FIELDS.has(name) && value ? HIDDEN : value;
  if (Array.isArray(value)) return value.map((each) => hide(each, name));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, hide(each, key)]));
}

/** The one switch of the page. */
export const redaction = new Redaction();
