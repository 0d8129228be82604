import { h } from '../dom.js';
import { spoken } from '../format.js';

let ids = 0;

/**
 * A form for a JSON Schema. It lets through what breaks the schema, for that is what one wants to
 * see answered; what is left empty is left out. What it has no field for is written as JSON.
 */
export class SchemaForm {
  #root;
  #json = null;
  #fields = new Map();

  constructor(schema, name) {
    this.#root = this.#object(schema, '');
    this.element = h('div', { class: 'fields', role: 'group', 'aria-label': `Arguments of ${name}` }, this.#root.element, this.#rawSwitch());
  }

  /** What was filled in. @throws Error if a part written as JSON is none */
  value() {
    return this.#json ? parse(this.#json.value || '{}', 'The arguments') : (this.#root.value() ?? {});
  }

  /** Shows what is wrong beside the fields; gives back what belongs to none. */
  show(violations) {
    this.#fields.forEach((field) => field.show(''));
    const elsewhere = [];
    let first = null;
    for (const { path, message } of violations) {
      const field = this.#fields.get(path);
      if (!field || this.#json) elsewhere.push({ path, message });
      else {
        field.show(message);
        first ??= field.control;
      }
    }
    first?.focus();
    return elsewhere;
  }

  #rawSwitch() {
    const raw = h('label', { class: 'check raw' }, h('input', { type: 'checkbox', onchange: ({ target }) => this.#switch(target.checked) }), 'write it as JSON');
    return raw;
  }

  #switch(raw) {
    if (raw) {
      this.#json = h('textarea', { class: 'json', rows: '6', spellcheck: false, 'aria-label': 'Arguments as JSON' });
      this.#json.value = JSON.stringify(this.#root.value() ?? {}, null, 2);
      this.#root.element.replaceWith(this.#json);
    } else {
      this.#json.replaceWith(this.#root.element);
      this.#json = null;
    }
  }

  #any(schema, path, required) {
    if (schema.enum) return this.#choice(schema, path, required);
    const type = Array.isArray(schema.type) ? schema.type.find((each) => each !== 'null') : schema.type;
    if (type === 'object' && schema.properties) return this.#object(schema, path);
    if (type === 'array' && !schema.prefixItems) return this.#array(schema, path);
    if (type === 'boolean') return this.#choice({ ...schema, enum: [true, false] }, path, required);
    if (type === 'integer' || type === 'number') return this.#number(schema, path);
    if (type === 'string') return this.#string(schema, path);
    return this.#raw(schema, path);
  }

  #object(schema, path) {
    const required = new Set(schema.required ?? []);
    const parts = Object.entries(schema.properties ?? {}).map(([name, property]) => {
      const below = path ? `${path}.${name}` : name;
      return [name, this.#any(property, below, required.has(name)), property, required.has(name), below];
    });
    const rows = parts.map(([name, part, property, needed, below]) => this.#labelled(name, part, property, needed, below));
    const element = h('div', { class: 'object' }, rows.length > 0 ? rows : h('p', { class: 'hint' }, 'It takes no arguments.'));
    return {
      element,
      value: () => {
        const found = parts.map(([name, part]) => [name, part.value()]).filter(([, value]) => value !== undefined);
        return found.length > 0 ? Object.fromEntries(found) : undefined;
      },
    };
  }

  /** A part with its name, its description and a place for what is wrong. */
  #labelled(name, part, schema, required, path) {
    const id = part.control?.id;
    const problem = h('p', { class: 'problem', id: `problem-${++ids}` });
    const hint = h('p', { class: 'hint', id: `hint-${ids}` }, [schema.description, limits(schema)].filter(Boolean).join(' · '));
    const title = [spoken(name), required && h('span', { class: 'required', title: 'required' }, ' *')];
    const control = part.control ?? part.element;
    control.setAttribute('aria-describedby', `${hint.id} ${problem.id}`);
    if (part.control && required) part.control.setAttribute('aria-required', 'true');
    this.#fields.set(path, {
      control,
      show: (message) => {
        problem.textContent = message;
        if (message) control.setAttribute('aria-invalid', 'true');
        else control.removeAttribute('aria-invalid');
      },
    });
    return id
      ? h('div', { class: 'field' }, h('label', { for: id }, title), part.element, hint, problem)
      : h('fieldset', { class: 'field' }, h('legend', {}, title), part.element, hint, problem);
  }

  #string(schema, path) {
    const control = h('input', { id: `field-${++ids}`, name: path, type: 'text', autocomplete: 'off' });
    return { element: control, control, value: () => (control.value === '' ? undefined : control.value) };
  }

  #number(schema, path) {
    const control = h('input', { id: `field-${++ids}`, name: path, type: 'text', inputmode: 'decimal', autocomplete: 'off' });
    const value = () => {
      if (control.value.trim() === '') return undefined;
      const number = Number(control.value);
      return Number.isNaN(number) ? control.value : number;
    };
    return { element: control, control, value };
  }

  #choice(schema, path, required) {
    const options = schema.enum.map((value, index) => h('option', { value: index }, String(value)));
    const control = h('select', { id: `field-${++ids}`, name: path }, h('option', { value: '' }, required ? 'choose…' : 'leave out'), options);
    return { element: control, control, value: () => (control.value === '' ? undefined : schema.enum[control.value]) };
  }

  #array(schema, path) {
    const rows = h('div', { class: 'rows' });
    const parts = [];
    const add = () => {
      const part = this.#any(schema.items ?? {}, `${path}[${parts.length}]`, true);
      const row = h('div', { class: 'row' }, part.element, h('button', {
        type: 'button', class: 'quiet', 'aria-label': 'Remove', onclick: () => { parts.splice(parts.indexOf(part), 1); row.remove(); },
      }, '✕'));
      (part.control ?? part.element).setAttribute('aria-label', `${spoken(path)} ${parts.length + 1}`);
      parts.push(part);
      rows.append(row);
      part.control?.focus();
    };
    const element = h('div', { class: 'array' }, rows, h('button', { type: 'button', class: 'quiet', onclick: add }, '+ add'));
    return { element, value: () => (parts.length > 0 ? parts.map((part) => part.value() ?? null) : undefined) };
  }

  #raw(schema, path) {
    const control = h('textarea', { id: `field-${++ids}`, class: 'json', name: path, rows: '3', spellcheck: false, placeholder: 'JSON' });
    return { element: control, control, value: () => (control.value.trim() === '' ? undefined : parse(control.value, path)) };
  }
}

function parse(text, what) {
  try {
    return JSON.parse(text);
  } catch (problem) {
    throw new Error(`${what}: this is no JSON (${problem.message})`);
  }
}

/** What the schema demands, in words. */
function limits({ minimum, maximum, minLength, maxLength, minItems, maxItems, pattern, format }) {
  const range = (low, high, what) => low === undefined && high === undefined ? '' :
    `${low ?? ''}${high === undefined ? ' or more' : `–${high}`}${what}`.replace(/^–/, 'at most ');
  return [
    range(minimum, maximum, ''), range(minLength > 1 ? minLength : undefined, maxLength, ' characters'),
    range(minItems, maxItems, ' entries'), pattern && pattern !== '\\S' && pattern, format,
  ].filter(Boolean).join(', ');
}
