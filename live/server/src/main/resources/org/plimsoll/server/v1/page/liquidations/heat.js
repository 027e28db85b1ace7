import {h, put} from '../shell/dom.js';
import {short, upTo} from '../shell/format.js';
import {plot, steps} from '../chart/plot.js';

const REACH_MIN = 0.1;
const AXIS = 74;

/**
 * At which marks how much of a market would be liquidated: a ladder of prices around the mark with
 * the notional of longs below it and of shorts above.
 */
export class Heat {
  #pending = null;
  #title = h('h3');
  #note = h('p.quiet.num');
  #plot = plot('Notional by liquidation price', ink => this.#draw(ink));

  constructor() {
    this.node = h('article.heat', {}, this.#title, this.#plot.node, this.#note);
  }

  /** @param {{market: string, mark: string, buckets: {from: string, to: string, longs: string, shorts: string, positions: number}[]}} pending */
  show(pending) {
    this.#pending = pending;
    put(this.#title, pending.market);
    const count = buckets => buckets.reduce((sum, each) => sum + each.positions, 0);
    const away = count(pending.buckets) - count(this.#near());
    put(this.#note, `${count(pending.buckets)} position${count(pending.buckets) === 1 ? '' : 's'}${away > 0 ? `, ${away} beyond twice the mark` : ''}`);
    this.#plot.draw();
  }

  stop() {
    this.#plot.stop();
  }

  #near() {
    const mark = Number(this.#pending.mark);
    return this.#pending.buckets.filter(each => Number(each.from) <= 2 * mark);
  }

  /** How far the ladder goes to both sides, as a part of the mark: to the farthest price that is near. */
  #reach(near, mark) {
    return Math.max(REACH_MIN, ...near.map(each => 1.08 * Math.max(Number(each.to) / mark - 1, 1 - Number(each.from) / mark)));
  }

  #draw(ink) {
    if (!this.#pending) {
      return;
    }
    const mark = Number(this.#pending.mark);
    const near = this.#near();
    const reach = this.#reach(near, mark);
    const [low, high] = [mark * (1 - reach), mark * (1 + reach)];
    const y = price => 8 + (high - price) / (high - low) * (ink.height - 16);
    for (const part of steps(-reach, reach, 6).filter(each => Math.abs(each) > reach / 12)) {
      ink.line(AXIS, y(mark * (1 + part)), ink.width, y(mark * (1 + part)), '--grid');
      ink.text(`${part > 0 ? '+' : '\u2212'}${upTo(Math.abs(part) * 100, 1)}%`, AXIS - 6, y(mark * (1 + part)), '--quiet', 'right');
    }
    const most = Math.max(...near.map(each => Number(each.longs) + Number(each.shorts)), 0);
    near.forEach(each => {
      const top = y(Number(each.to));
      const height = Math.max(2, y(Number(each.from)) - top - 1);
      const [longs, shorts] = [Number(each.longs), Number(each.shorts)].map(sum => sum / most * (ink.width - AXIS - 60));
      ink.box(AXIS, top, longs, height, '--up');
      ink.box(AXIS + longs, top, shorts, height, '--down');
      ink.text(short(Number(each.longs) + Number(each.shorts)), AXIS + longs + shorts + 6, top + height / 2, '--quiet');
    });
    ink.line(AXIS, y(mark), ink.width, y(mark), '--ink');
    ink.text(upTo(mark, 2), AXIS - 6, y(mark), '--ink', 'right');
  }
}
