import {h, put} from '../shell/dom.js';
import {clock, fixed, short} from '../shell/format.js';
import {plot, steps} from './plot.js';

const AXIS = 68;
const FOOT = 20;
const VOLUME_PART = 0.18;
const SHOWN = 90;
const SHOWN_MIN = 15;

/**
 * @typedef {{time: number, open: number, high: number, low: number, close: number, volume: number}} Candle
 */

/**
 * Candles with their volume, and the index as a dashed line. The wheel zooms, dragging moves, the
 * pointer reads.
 */
export class Candles {
  /** @type {Candle[]} */
  #candles = [];
  /** @type {Candle[]} */
  #index = [];
  #seconds = 60;
  #decimals = 2;
  #shown = SHOWN;
  #back = 0;
  #pointer = null;
  #plot = plot('Candles of prices', ink => this.#draw(ink));
  #readout = h('p.readout.num', {'aria-hidden': 'true'});

  constructor() {
    this.node = h('div.candles', {}, this.#readout, this.#plot.node);
    this.#listen(this.#plot.canvas);
  }

  /** Shows a market from the beginning. */
  show(candles, index, seconds, decimals) {
    this.#candles = candles;
    this.#index = index;
    this.#seconds = seconds;
    this.#decimals = decimals;
    this.#back = 0;
    this.#shown = Math.min(SHOWN, Math.max(SHOWN_MIN * 2, this.#times().length));
    this.#plot.draw();
  }

  /** Adds a trade to the last candle, or begins the next one. */
  trade(price, size, timeMs) {
    const open = Math.floor(timeMs / 1000 / this.#seconds) * this.#seconds * 1000;
    const last = this.#candles.at(-1);
    if (last && last.time >= open) {
      last.high = Math.max(last.high, price);
      last.low = Math.min(last.low, price);
      last.close = price;
      last.volume += price * size;
    } else {
      this.#candles.push({time: open, open: price, high: price, low: price, close: price, volume: price * size});
    }
    this.#plot.draw();
  }

  stop() {
    this.#plot.stop();
  }

  #listen(canvas) {
    let grip = null;
    canvas.addEventListener('wheel', event => {
      event.preventDefault();
      const most = Math.max(SHOWN_MIN, this.#times().length);
      this.#shown = Math.round(Math.min(most, Math.max(SHOWN_MIN, this.#shown * (event.deltaY > 0 ? 1.15 : 0.87))));
      this.#plot.draw();
    }, {passive: false});
    canvas.addEventListener('pointerdown', event => {
      grip = {x: event.offsetX, back: this.#back};
      canvas.setPointerCapture(event.pointerId);
    });
    canvas.addEventListener('pointermove', event => {
      this.#pointer = [event.offsetX, event.offsetY];
      if (grip) {
        const step = (canvas.clientWidth - AXIS) / this.#shown;
        this.#back = Math.max(0, Math.round(grip.back + (event.offsetX - grip.x) / step));
      }
      this.#plot.draw();
    });
    canvas.addEventListener('pointerup', () => (grip = null));
    canvas.addEventListener('pointerleave', () => {
      this.#pointer = null;
      this.#plot.draw();
    });
  }

  /** Every step of time from the first candle or index bar to the last. */
  #times() {
    const first = Math.min(this.#candles[0]?.time ?? Infinity, this.#index[0]?.time ?? Infinity);
    const last = Math.max(this.#candles.at(-1)?.time ?? -Infinity, this.#index.at(-1)?.time ?? -Infinity);
    const step = this.#seconds * 1000;
    const count = Number.isFinite(first) && Number.isFinite(last) ? Math.round((last - first) / step) + 1 : 0;
    return Array.from({length: Math.min(count, 5000)}, (_, i) => last - (Math.min(count, 5000) - 1 - i) * step);
  }

  #draw(ink) {
    const all = this.#times();
    this.#back = Math.min(this.#back, Math.max(0, all.length - SHOWN_MIN));
    const times = all.slice(Math.max(0, all.length - this.#back - this.#shown), all.length - this.#back);
    const [low, high] = this.#bounds(times);
    if (times.length === 0 || !(high > low)) {
      ink.text('No price yet', ink.width / 2, ink.height / 2, '--quiet', 'center');
      put(this.#readout, '');
      return;
    }
    const floor = ink.height - FOOT;
    const step = (ink.width - AXIS) / Math.max(SHOWN_MIN, this.#shown);
    const scale = {
      x: time => ink.width - AXIS - (times.at(-1) - time) / (this.#seconds * 1000) * step - step / 2,
      y: price => 6 + (high - price) / (high - low) * (floor * (1 - VOLUME_PART) - 12),
    };
    this.#axes(ink, times, low, high, scale, floor, step);
    this.#volume(ink, times, scale, floor, step);
    const from = times[0];
    const to = times.at(-1);
    const within = bar => bar.time >= from && bar.time <= to;
    ink.curve(this.#index.filter(within).map(bar => [scale.x(bar.time), scale.y(bar.close)]), '--index', {dashes: [4, 3]});
    this.#candles.filter(within).forEach(candle => this.#candle(ink, candle, scale, step));
    this.#last(ink, scale);
    this.#cross(ink, times, scale, floor, step, low, high);
  }

  #bounds(times) {
    let low = Infinity;
    let high = -Infinity;
    for (const bar of [...this.#candles, ...this.#index]) {
      if (bar.time >= times[0] && bar.time <= times.at(-1)) {
        low = Math.min(low, bar.low);
        high = Math.max(high, bar.high);
      }
    }
    const room = Math.max((high - low) * 0.06, Math.abs(high) * 1e-5);
    return [low - room, high + room];
  }

  #axes(ink, times, low, high, scale, floor, step) {
    const last = scale.y((this.#candles.at(-1) ?? this.#index.at(-1)).close);
    for (const price of steps(low, high, ink.height / 60)) {
      ink.line(0, scale.y(price), ink.width - AXIS, scale.y(price), '--grid');
      if (Math.abs(scale.y(price) - last) > 15) {
        ink.text(fixed(price, this.#decimals), ink.width - AXIS + 6, scale.y(price), '--quiet');
      }
    }
    const every = Math.ceil(90 / step);
    times.forEach((time, i) => {
      if ((times.length - 1 - i) % every === 0 && scale.x(time) > 24) {
        const label = this.#seconds >= 14_400 ? new Date(time).toISOString().slice(5, 10) : clock(time).slice(0, this.#seconds < 60 ? 8 : 5);
        ink.text(label, scale.x(time), floor + FOOT / 2 + 1, '--quiet', 'center');
      }
    });
  }

  #volume(ink, times, scale, floor, step) {
    const shown = this.#candles.filter(each => each.time >= times[0] && each.time <= times.at(-1));
    const most = Math.max(...shown.map(each => each.volume), 0);
    for (const each of most > 0 ? shown : []) {
      const height = each.volume / most * floor * VOLUME_PART * 0.9;
      ink.box(scale.x(each.time) - step * 0.35, floor - height, Math.max(1, step * 0.7), height,
          each.close >= each.open ? '--up' : '--down', 0.28);
    }
  }

  #candle(ink, candle, scale, step) {
    const color = candle.close >= candle.open ? '--up' : '--down';
    const x = scale.x(candle.time);
    ink.line(x - 0.5, scale.y(candle.high), x - 0.5, scale.y(candle.low), color);
    const width = Math.max(1, Math.round(step * 0.66));
    const top = Math.round(scale.y(Math.max(candle.open, candle.close)));
    const height = Math.max(1, Math.round(scale.y(Math.min(candle.open, candle.close))) - top);
    const left = Math.round(x - width / 2);
    if (candle.close >= candle.open && width > 3) {
      ink.box(left, top, width, height, '--panel');
      ink.frame(left, top, width, height, color);
    } else {
      ink.box(left, top, width, height, color);
    }
  }

  #last(ink, scale) {
    const bar = this.#candles.at(-1) ?? this.#index.at(-1);
    const y = scale.y(bar.close);
    if (y > 0 && y < ink.height - FOOT) {
      const color = !this.#candles.length ? '--index' : bar.close >= bar.open ? '--up' : '--down';
      ink.line(0, y, ink.width - AXIS, y, color, [2, 3]);
      ink.tag(fixed(bar.close, this.#decimals), ink.width - AXIS + 2, y, color);
    }
  }

  #cross(ink, times, scale, floor, step, low, high) {
    const at = this.#pointer ? times[Math.round(times.length - 1 - (ink.width - AXIS - step / 2 - this.#pointer[0]) / step)] : times.at(-1);
    const candle = this.#candles.find(each => each.time === at) ?? this.#index.find(each => each.time === at);
    put(this.#readout, candle ? this.#words(candle) : '');
    if (this.#pointer && at !== undefined && this.#pointer[1] < floor) {
      const y = this.#pointer[1];
      ink.line(scale.x(at), 0, scale.x(at), floor, '--quiet', [3, 3]);
      ink.line(0, y, ink.width - AXIS, y, '--quiet', [3, 3]);
      const price = high - (y - 6) / (floor * (1 - VOLUME_PART) - 12) * (high - low);
      ink.tag(fixed(price, this.#decimals), ink.width - AXIS + 2, y, '--accent');
    }
  }

  #words(candle) {
    const [o, hi, l, c] = [candle.open, candle.high, candle.low, candle.close].map(x => fixed(x, this.#decimals));
    const volume = candle.volume ? `  Vol ${short(candle.volume)}` : '';
    return `${clock(candle.time)}  O ${o}  H ${hi}  L ${l}  C ${c}${volume}`;
  }
}
