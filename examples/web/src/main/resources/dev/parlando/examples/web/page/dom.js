// Elements without markup in strings: what a model says is never taken for HTML.

/** An element. Properties starting with "on" are listeners, "aria*" and "data*" attributes. */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name in element && !/^(list|form|role|style)$/.test(name)) element[name] = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Runs an action at most once a frame, however often it is asked for. */
export function eachFrame(action) {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      action();
    });
  };
}

/** Makes the children of a container those of a list of keyed things, and keeps what stays. */
export function reconcile(container, things, key, make, update = () => {}) {
  const known = new Map([...container.children].map((child) => [child.dataset.key, child]));
  let place = container.firstElementChild;
  for (const thing of things) {
    const name = String(key(thing));
    let element = known.get(name);
    known.delete(name);
    if (!element) {
      element = make(thing);
      element.dataset.key = name;
    }
    update(element, thing);
    if (element === place) place = place.nextElementSibling;
    else container.insertBefore(element, place);
  }
  known.forEach((gone) => gone.remove());
}
