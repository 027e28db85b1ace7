import {fixed, short} from '../shell/format.js';
import {plot, steps} from './plot.js';

const FOOT = 18;

/** How much is bid and asked up to each price: two stairs with the gap of the market between. */
export class Depth {
  #bids = [];
  #asks = [];
  #decimals = 2;
  #pointer = null;
  #plot = plot('Depth of the order book', ink => this.#draw(ink));

  constructor() {
    this.node = this.#plot.node;
    const {canvas} = this.#plot;
    canvas.addEventListener('pointermove', event => {
      this.#pointer = event.offsetX;
      this.#plot.draw();
    });
    canvas.addEventListener('pointerleave', () => {
      this.#pointer = null;
      this.#plot.draw();
    });
  }

  /** @param {import('../trade/book.js').Book} book */
  show(book, decimals) {
    this.#bids = sums(book.bids);
    this.#asks = sums(book.asks);
    this.#decimals = decimals;
    this.#plot.draw();
  }

  stop() {
    this.#plot.stop();
  }

  #draw(ink) {
    if (this.#bids.length + this.#asks.length === 0) {
      ink.text('Nobody bids or asks', ink.width / 2, ink.height / 2, '--quiet', 'center');
      return;
    }
    const [low, high] = this.#span();
    const floor = ink.height - FOOT;
    const shown = [...this.#bids, ...this.#asks].filter(([price]) => price >= low && price <= high);
    const most = Math.max(...shown.map(([, sum]) => sum));
    const x = price => (price - low) / (high - low) * ink.width;
    const y = sum => floor - sum / most * (floor - 8);
    ink.curve(stairs(this.#bids, x, y, floor, x(low)), '--up', {floor});
    ink.curve(stairs(this.#asks, x, y, floor, x(high)), '--down', {floor});
    const prices = steps(low, high, ink.width / 90);
    prices.forEach(price => ink.text(fixed(price, this.#decimals), x(price), floor + FOOT / 2, '--quiet', 'center'));
    steps(0, most, 3).slice(1).forEach(sum => ink.text(short(sum), 4, y(sum), '--quiet'));
    this.#read(ink, low, high, x, y, floor);
  }

  /** The same distance to both sides of the middle, as far as the nearer end of the book goes. */
  #span() {
    const bid = this.#bids[0]?.[0] ?? this.#asks[0][0];
    const ask = this.#asks[0]?.[0] ?? this.#bids[0][0];
    const middle = (bid + ask) / 2;
    const reach = Math.max(middle - (this.#bids.at(-1)?.[0] ?? middle), (this.#asks.at(-1)?.[0] ?? middle) - middle, middle * 1e-4);
    return [middle - reach * 1.05, middle + reach * 1.05];
  }

  #read(ink, low, high, x, y, floor) {
    if (this.#pointer === null) {
      return;
    }
    const price = low + this.#pointer / ink.width * (high - low);
    const isBid = price <= (this.#bids[0]?.[0] ?? -Infinity);
    const side = isBid ? this.#bids : this.#asks;
    const level = side.filter(([at]) => (isBid ? at >= price : at <= price)).at(-1);
    if (level) {
      ink.line(this.#pointer, 0, this.#pointer, floor, '--quiet', [3, 3]);
      const text = `${fixed(level[0], this.#decimals)}  ${short(level[1])}`;
      const left = Math.min(ink.width - ink.textWidth(text) - 12, this.#pointer + 6);
      ink.tag(text, left, Math.max(10, y(level[1])), isBid ? '--up' : '--down');
    }
  }
}

function sums(levels) {
  let sum = 0;
  return levels.map(([price, size]) => [price, (sum += size)]);
}

function stairs(levels, x, y, floor, end) {
  const points = [];
  let height = floor;
  for (const [price, sum] of levels) {
    points.push([x(price), height], [x(price), (height = y(sum))]);
  }
  return levels.length ? [...points, [end, height]] : [];
}
