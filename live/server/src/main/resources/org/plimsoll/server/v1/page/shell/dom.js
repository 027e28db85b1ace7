/**
 * Makes an element.
 *
 * @param {string} tag a name and classes, such as `td.num.up`
 * @param {Object} props attributes; `on...` are listeners, `text` is the text
 * @param {...(Node|string|null)} children
 */
export function h(tag, props = {}, ...children) {
  const [name, ...classes] = tag.split('.');
  return fill(document.createElement(name), classes, props, children);
}

/** Makes an element of a drawing; else as {@link h}. */
export function svg(tag, props = {}, ...children) {
  const [name, ...classes] = tag.split('.');
  return fill(document.createElementNS('http://www.w3.org/2000/svg', name), classes, props, children);
}

function fill(element, classes, props, children) {
  element.classList.add(...classes);
  for (const [key, value] of Object.entries(props)) {
    if (key === 'text') {
      element.textContent = value;
    } else if (key.startsWith('on')) {
      element.addEventListener(key.slice(2), value);
    } else if (value === true) {
      element.setAttribute(key, '');
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(key, value);
    }
  }
  element.append(...children.filter(child => child !== null && child !== undefined));
  return element;
}

/** Changes a text only where it is another one, so that nothing is laid out in vain. */
export function put(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

/** Calls `draw` before the next frame, however often it is asked to in between. */
export function perFrame(draw) {
  let isAsked = false;
  return () => {
    if (!isAsked) {
      isAsked = true;
      requestAnimationFrame(() => {
        isAsked = false;
        draw();
      });
    }
  };
}

/** Returns a titled panel. */
export function panel(name, title, ...children) {
  return h(`section.panel.${name}`, {'aria-label': title}, h('h2', {text: title}), ...children);
}
