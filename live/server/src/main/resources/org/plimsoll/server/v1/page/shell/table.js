import {h, put} from './dom.js';

/**
 * A table that keeps its rows: a row is known by its key, so what is under the pointer stays there.
 *
 * @template T
 * @param {{name: string, is?: string, text?: (row: T) => string, tone?: (row: T) => string,
 *     make?: (row: T) => Node}[]} columns of texts that change, or of nodes that are made once
 * @param {{key: (row: T) => string|number, empty: string, label: string, pick?: (row: T) => void}} options
 */
export function table(columns, {key, empty, label, pick}) {
  const body = h('tbody');
  const none = h('p.empty', {text: empty});
  const kept = new Map();
  const node = h('div.scroll', {},
      h('table', {'aria-label': label},
          h('thead', {}, h('tr', {}, ...columns.map(column => h('th', {class: column.is ?? '', scope: 'col', text: column.name})))),
          body),
      none);

  function made(row) {
    const line = {row, cells: columns.map(column => h('td', {class: column.is ?? ''}))};
    line.node = h('tr', pick ? {tabindex: 0, class: 'pick', onclick: () => pick(line.row),
      onkeydown: event => event.key === 'Enter' && pick(line.row)} : {}, ...line.cells);
    columns.forEach((column, i) => column.make && line.cells[i].append(column.make(row)));
    return line;
  }

  function show(rows) {
    const seen = new Set();
    rows.forEach((row, place) => {
      const name = String(key(row));
      seen.add(name);
      const line = kept.get(name) ?? made(row);
      kept.set(name, line);
      line.row = row;
      columns.forEach((column, i) => {
        if (column.text) {
          put(line.cells[i], column.text(row));
        }
        if (column.tone) {
          line.cells[i].className = `${column.is ?? ''} ${column.tone(row)}`;
        }
      });
      if (body.children[place] !== line.node) {
        body.insertBefore(line.node, body.children[place] ?? null);
      }
    });
    for (const [name, line] of kept) {
      if (!seen.has(name)) {
        line.node.remove();
        kept.delete(name);
      }
    }
    none.hidden = rows.length > 0;
  }

  show([]);
  return {node, show, body};
}
