import {h} from './dom.js';

const STAYS_MS = 6_000;

/**
 * Says something at the edge of the page for a while.
 *
 * @param {string} text
 * @param {'good'|'bad'} tone
 */
export function notice(text, tone) {
  const node = h(`p.notice.${tone}`, {text});
  document.getElementById('notices').append(node);
  setTimeout(() => node.remove(), STAYS_MS);
}
