import {h} from '../shell/dom.js';
import {clock, fixed} from '../shell/format.js';
import {table} from '../shell/table.js';

const KEPT = 60;

/** The trades of a market, the newest first. */
export class Tape {
  #api;
  #feed;
  #onTrade;
  #market = null;
  #trades = [];
  #leave = () => {};
  #table = table([
    {name: 'Price', is: 'num', tone: row => (row.side === 'buy' ? 'up' : 'down'),
      text: row => (row.side === 'buy' ? '▲ ' : '▼ ') + fixed(row.price, this.#market.priceDecimals)},
    {name: 'Size', is: 'num', text: row => fixed(row.size, this.#market.sizeDecimals)},
    {name: 'Time', is: 'num', text: row => (row.liquidation ? '⚠ ' : '') + clock(row.time)},
  ], {key: row => row.id, empty: 'Nothing has traded yet.', label: 'Trades'});

  constructor(api, feed, onTrade) {
    this.#api = api;
    this.#feed = feed;
    this.#onTrade = onTrade;
    this.node = h('section.panel.tape', {'aria-label': 'Trades'}, h('h2', {text: 'Trades'}), this.#table.node);
  }

  /** Shows another market. */
  async open(market) {
    this.#leave();
    this.#market = market;
    this.#trades = [];
    this.#table.show([]);
    this.#leave = this.#feed.subscribe('trades', market.name, list => {
      list.forEach(trade => this.#onTrade(trade));
      this.#add([...list].reverse());
    });
    const told = await this.#api.get(`/api/markets/${market.name}/trades?limit=${KEPT}`);
    if (market === this.#market) {
      this.#add(told);
    }
  }

  stop() {
    this.#leave();
  }

  #add(trades) {
    const known = new Set(this.#trades.map(trade => trade.id));
    this.#trades = [...trades.filter(trade => !known.has(trade.id)), ...this.#trades]
        .sort((a, b) => b.id - a.id)
        .slice(0, KEPT);
    this.#table.show(this.#trades);
  }
}
