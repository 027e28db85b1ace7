import {h, perFrame, put} from '../shell/dom.js';
import {fixed, percent} from '../shell/format.js';
import {Book} from './book.js';

const LEVELS = 25;

/**
 * The order book of a market as a ladder: asks above, bids below, with bars for how much is there
 * up to each price. A click on a level hands its price on.
 */
export class Ladder {
  #feed;
  #onBook;
  #market = null;
  #book = new Book();
  #own = new Map();
  #leave = () => {};
  #asks;
  #bids;
  #middle = h('div.middle.num', {'aria-live': 'off'});
  #note = h('span.note');
  #draw = perFrame(() => this.#show());

  /**
   * @param {import('../shell/feed.js').Feed} feed
   * @param {{pick: (price: number) => void, onBook: (book: Book) => void}} to
   */
  constructor(feed, {pick, onBook}) {
    this.#feed = feed;
    this.#onBook = onBook;
    this.#asks = Array.from({length: LEVELS}, () => new Rung('ask', pick));
    this.#bids = Array.from({length: LEVELS}, () => new Rung('bid', pick));
    this.node = h('section.panel.ladder', {'aria-label': 'Order book'},
        h('h2', {}, h('span', {text: 'Order book'}), this.#note),
        h('div.rung.head', {}, h('span', {text: 'Price'}), h('span', {text: 'Size'}), h('span', {text: 'Sum'})),
        h('div.half.asks', {}, ...[...this.#asks].reverse().map(rung => rung.node)), this.#middle,
        h('div.half.bids', {}, ...this.#bids.map(rung => rung.node)));
  }

  /** Shows another market. */
  open(market) {
    this.#leave();
    this.#market = market;
    this.#book = new Book();
    this.#own = new Map();
    this.#leave = this.#feed.subscribe('orderbook', market.name, (data, type) => this.#take(data, type));
    put(this.#note, '');
    this.#draw();
  }

  /** Marks the prices at which own orders rest. */
  mark(orders) {
    this.#own = new Map(orders.filter(order => order.market === this.#market?.name).map(order => [order.price, order.side]));
    this.#draw();
  }

  get book() {
    return this.#book;
  }

  stop() {
    this.#leave();
  }

  #take(data, type) {
    const isTrue = this.#book.take(data, type);
    put(this.#note, isTrue ? 'checked' : 'differs, asking again');
    if (!isTrue) {
      this.#feed.renew('orderbook', this.#market.name);
    }
    this.#draw();
  }

  #show() {
    if (!this.#market) {
      return;
    }
    const {bids, asks} = this.#book;
    const most = Math.max(sum(bids), sum(asks));
    const decimals = this.#market.priceDecimals;
    [[this.#asks, asks], [this.#bids, bids]].forEach(([rungs, levels]) => {
      let total = 0;
      rungs.forEach((rung, i) => {
        total += levels[i]?.[1] ?? 0;
        rung.show(levels[i], total, most, this.#market, this.#own.has(levels[i]?.[0]));
      });
    });
    const spread = bids.length && asks.length ? asks[0][0] - bids[0][0] : null;
    put(this.#middle, spread === null ? 'one side is empty'
      : `${fixed(this.#book.middle, decimals)}   spread ${fixed(spread, decimals)} (${percent(spread / this.#book.middle, 3)})`);
    if (bids.length + asks.length === 0) {
      put(this.#middle, 'the book is empty');
    }
    this.#onBook(this.#book);
  }
}

function sum(levels) {
  return levels.slice(0, LEVELS).reduce((total, [, size]) => total + size, 0);
}

/** One level. */
class Rung {
  #price = h('span.price');
  #size = h('span');
  #sum = h('span');
  #bar = h('i.bar', {'aria-hidden': 'true'});
  #at = null;

  constructor(side, pick) {
    this.node = h(`div.rung.num.${side}`, {onclick: () => this.#at !== null && pick(this.#at)},
        this.#bar, this.#price, this.#size, this.#sum);
  }

  show(level, total, most, {priceDecimals, sizeDecimals}, isOwn) {
    this.#at = level?.[0] ?? null;
    put(this.#price, level ? fixed(level[0], priceDecimals) : '\u00a0');
    put(this.#size, level ? fixed(level[1], sizeDecimals) : '');
    put(this.#sum, level ? fixed(total, sizeDecimals) : '');
    this.#bar.style.transform = `scaleX(${level && most > 0 ? total / most : 0})`;
    this.node.classList.toggle('own', isOwn);
  }
}
