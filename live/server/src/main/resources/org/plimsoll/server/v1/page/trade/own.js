import {h, put} from '../shell/dom.js';
import {arrow, clock, fixed, money, upTo, way} from '../shell/format.js';
import {notice} from '../shell/notices.js';
import {poll, Refusal} from '../shell/api.js';
import {table} from '../shell/table.js';

const EVERY_MS = 4_000;

/** What is the trader's own: open orders, positions, fills. The WebSocket says when to look again. */
export class Own {
  #api;
  #session;
  #onOrders;
  #stops = [];
  #poll = null;
  #tabs = [];

  /**
   * @param {{api, session, feed}} exchange
   * @param {(orders: Object[]) => void} onOrders
   */
  constructor({api, session, feed}, onOrders) {
    this.#api = api;
    this.#session = session;
    this.#onOrders = onOrders;
    this.#tabs = [
      tab('orders', 'Open orders', this.#orders()),
      tab('positions', 'Positions', positions()),
      tab('fills', 'Fills', fills()),
    ];
    const all = h('button.plain', {type: 'button', text: 'Cancel all', title: 'Cancel all open orders', onclick: () => this.#cancelAll()});
    this.node = h('section.panel.own', {'aria-label': 'Your orders'},
        h('div.tabs', {role: 'tablist'}, ...this.#tabs.map(each => each.button), h('span.grow'), all),
        ...this.#tabs.map(each => each.body));
    this.#tabs.forEach(each => each.button.addEventListener('click', () => this.#turn(each)));
    this.#turn(this.#tabs[0]);
    this.#poll = poll(() => this.#look(), EVERY_MS);
    this.#stops.push(() => this.#poll.stop(), feed.subscribe('orders', null, () => this.now()),
        feed.subscribe('fills', null, fill => this.#fill(fill)));
  }

  now() {
    this.#poll.now();
  }

  stop() {
    this.#stops.forEach(stop => stop());
  }

  #orders() {
    return table([
      {name: 'Time', is: 'num', text: row => clock(row.createdAt)},
      {name: 'Market', text: row => row.market},
      {name: 'Side', text: row => (row.side === 'buy' ? '▲ buy' : '▼ sell'), tone: row => (row.side === 'buy' ? 'up' : 'down')},
      {name: 'Price', is: 'num', text: row => upTo(row.price, 8)},
      {name: 'Size', is: 'num', text: row => upTo(row.size, 8)},
      {name: 'Filled', is: 'num', text: row => upTo(row.filledSize, 8)},
      {name: '', is: 'act', make: row => h('button.cancel', {type: 'button', text: 'Cancel',
        'aria-label': `Cancel order ${row.id}`, onclick: event => this.#cancel(row, event.currentTarget)})},
    ], {key: row => row.id, empty: 'No order of yours is open.', label: 'Open orders'});
  }

  #turn(to) {
    this.#tabs.forEach(each => {
      each.button.setAttribute('aria-selected', String(each === to));
      each.body.hidden = each !== to;
    });
  }

  async #look() {
    const list = this.#session.key
      ? await Promise.all([this.#api.get('/api/orders'), this.#api.get('/api/positions?showAvgPrice=true'), this.#api.get('/api/fills?limit=50')])
      : [[], [], []];
    this.#tabs.forEach((each, i) => {
      const rows = each.name === 'positions' ? list[i].filter(row => row.netSize !== 0) : list[i];
      each.table.show(rows);
      put(each.count, rows.length && each.name !== 'fills' ? ` ${rows.length}` : '');
    });
    this.#onOrders(list[0]);
  }

  #fill(fill) {
    notice(`Filled: ${fill.side} ${upTo(fill.size, 8)} ${fill.market} at ${upTo(fill.price, 8)}`, 'good');
    this.now();
  }

  async #cancel(order, button) {
    button.disabled = true;
    await this.#say(this.#api.delete(`/api/orders/${order.id}`), `Order ${order.id} is canceled`);
    button.disabled = false;
  }

  async #cancelAll() {
    if (this.#session.key) {
      await this.#say(this.#api.delete('/api/orders'), 'All orders are canceled');
    }
  }

  async #say(call, text) {
    try {
      await call;
      notice(text, 'good');
    } catch (error) {
      if (!(error instanceof Refusal || error instanceof TypeError)) {
        throw error;
      }
      notice(error.message, 'bad');
    }
    this.now();
  }
}

function tab(name, title, tableOf) {
  const count = h('span.count');
  const button = h('button.tab', {type: 'button', role: 'tab', id: `tab-${name}`}, title, count);
  const body = h('div.body', {role: 'tabpanel', 'aria-labelledby': `tab-${name}`}, tableOf.node);
  return {name, button, body, count, table: tableOf};
}

/** Positions, wherever they are shown. */
export function positions() {
  return table([
    {name: 'Future', text: row => row.future},
    {name: 'Size', is: 'num', text: row => (row.netSize > 0 ? '▲ ' : '▼ ') + upTo(row.netSize, 8), tone: row => way(row.netSize)},
    {name: 'Entry', is: 'num', text: row => upTo(row.recentAverageOpenPrice ?? row.entryPrice, 4)},
    {name: 'Mark', is: 'num', text: row => upTo(row.entryPrice, 4)},
    {name: 'Profit', is: 'num', text: row => arrow(row.recentPnl, money(row.recentPnl)), tone: row => way(row.recentPnl)},
    {name: 'Liquidation at', is: 'num', text: row => upTo(row.estimatedLiquidationPrice, 2)},
    {name: 'Collateral used', is: 'num', text: row => money(row.collateralUsed)},
  ], {key: row => row.future, empty: 'You have no position.', label: 'Positions'});
}

function fills() {
  return table([
    {name: 'Time', is: 'num', text: row => clock(row.time)},
    {name: 'Market', text: row => row.market},
    {name: 'Side', text: row => (row.side === 'buy' ? '▲ buy' : '▼ sell'), tone: row => (row.side === 'buy' ? 'up' : 'down')},
    {name: 'Price', is: 'num', text: row => upTo(row.price, 8)},
    {name: 'Size', is: 'num', text: row => upTo(row.size, 8)},
    {name: 'Fee', is: 'num', text: row => `${fixed(row.fee, 4)} ${row.feeCurrency}`},
    {name: '', text: row => (row.type === 'liquidation' ? '⚠ liquidation' : row.liquidity)},
  ], {key: row => `${row.id}-${row.side}`, empty: 'Nothing of yours has traded.', label: 'Fills'});
}
