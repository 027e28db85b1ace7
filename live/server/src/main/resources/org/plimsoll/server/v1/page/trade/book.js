import {crc32} from '../shell/crc32.js';

const DEPTH = 100;

/**
 * The order book of one market as the exchange tells it: all of it first, then what changes. After
 * each message it is compared with the exchange's checksum.
 */
export class Book {
  #bids = new Map();
  #asks = new Map();

  /** Prices and sizes, the best first. @type {[number, number][]} */
  bids = [];
  /** @type {[number, number][]} */
  asks = [];

  /**
   * Takes a message.
   *
   * @param {{bids: [number, number][], asks: [number, number][], checksum: number}} data
   * @param {string} type `partial` or `update`
   * @returns {boolean} whether the book is the exchange's
   */
  take(data, type) {
    if (type === 'partial') {
      this.#bids.clear();
      this.#asks.clear();
    }
    change(this.#bids, data.bids);
    change(this.#asks, data.asks);
    this.bids = [...this.#bids].sort((a, b) => b[0] - a[0]);
    this.asks = [...this.#asks].sort((a, b) => a[0] - b[0]);
    return crc32(checked(this.bids, this.asks)) === data.checksum;
  }

  /** The price in the middle; null while a side is empty. */
  get middle() {
    return this.bids.length && this.asks.length ? (this.bids[0][0] + this.asks[0][0]) / 2 : null;
  }
}

function change(side, levels) {
  for (const [price, size] of levels) {
    if (size === 0) {
      side.delete(price);
    } else {
      side.set(price, size);
    }
  }
}

/** What the checksum is made of: bid and ask in turn, a side that has ended is passed over. */
function checked(bids, asks) {
  const parts = [];
  for (let i = 0; i < Math.min(DEPTH, Math.max(bids.length, asks.length)); i++) {
    for (const level of [bids[i], asks[i]]) {
      if (level) {
        parts.push(pythonFloat(level[0]), pythonFloat(level[1]));
      }
    }
  }
  return parts.join(':');
}

/** A number as Python's `repr(float)` writes it, which is how checksums agree between languages. */
function pythonFloat(x) {
  const text = String(x);
  if (x === 0 || (x >= 1e-4 && x < 1e16)) {
    return text.includes('.') ? text : text + '.0';
  }
  const [digits, power] = x.toExponential().split('e');
  const size = power.slice(1).padStart(2, '0');
  return `${digits}e${power[0]}${size}`;
}
