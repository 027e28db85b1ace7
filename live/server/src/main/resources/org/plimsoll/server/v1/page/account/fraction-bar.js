import {h, put} from '../shell/dom.js';
import {percent} from '../shell/format.js';

const ROOM = 2.5;

/**
 * The margin fraction on one bar with its three lines: below the first an account is closed by the
 * venue, below the second it is in liquidation, below the third it may not add risk.
 */
export class FractionBar {
  #zones = ['close', 'liquidation', 'no-risk', 'free'].map(name => h(`div.zone.${name}`));
  #lines = [['auto_close_fraction', 'auto-close'], ['maintenance_fraction', 'maintenance'], ['initial_fraction', 'initial']]
      .map(([key, name]) => ({key, name, node: h('div.line'), label: h('span')}));
  #now = h('div.needle', {'aria-hidden': 'true'});
  #then = h('div.needle.then', {'aria-hidden': 'true', hidden: true});
  #words = h('p.num');

  constructor() {
    this.#lines.forEach(line => line.node.append(line.label));
    this.node = h('div.fraction', {}, this.#words,
        h('div.bar', {}, ...this.#zones, ...this.#lines.map(line => line.node), this.#now, this.#then));
  }

  /**
   * @param {Object} standing as the account is
   * @param {?Object} after as it would be
   */
  show(standing, after) {
    const number = (tree, key) => (tree?.[key] === null || tree?.[key] === undefined ? null : Number(tree[key]));
    const initial = number(standing, 'initial_fraction');
    const now = number(standing, 'margin_fraction');
    this.node.classList.toggle('idle', now === null);
    if (now === null || initial === null) {
      put(this.#words, 'No position and no debt: nothing is required of this account.');
      this.#then.hidden = true;
      return;
    }
    const end = initial * ROOM;
    const place = fraction => Math.max(0, Math.min(1, fraction / end)) * 100;
    const bounds = [0, ...this.#lines.map(line => place(number(standing, line.key))), 100];
    this.#zones.forEach((zone, i) => {
      zone.style.left = `${bounds[i]}%`;
      zone.style.width = `${bounds[i + 1] - bounds[i]}%`;
    });
    this.#lines.forEach((line, i) => {
      line.node.style.left = `${bounds[i + 1]}%`;
      put(line.label, `${line.name} ${percent(number(standing, line.key))}`);
    });
    this.#now.style.left = `${place(now)}%`;
    const then = number(after, 'margin_fraction');
    this.#then.hidden = then === null;
    this.#then.style.left = `${place(then ?? 0)}%`;
    put(this.#words, `Margin fraction ${percent(now)}${now > end ? ', beyond the end of the bar' : ''}${then === null ? '' : `, then ${percent(then)}`}`);
  }
}
