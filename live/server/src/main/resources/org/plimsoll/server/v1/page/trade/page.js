import {h, put} from '../shell/dom.js';
import {poll} from '../shell/api.js';
import {arrow, decimalsOf, fixed, money, percent, short, way} from '../shell/format.js';
import {Candles} from '../chart/candles.js';
import {Depth} from '../chart/depth.js';
import {lastOf, Markets} from './markets.js';
import {Ladder} from './ladder.js';
import {Own} from './own.js';
import {Tape} from './tape.js';
import {Ticket} from './ticket.js';

const RESOLUTIONS = [[15, '15s'], [60, '1m'], [300, '5m'], [900, '15m'], [3600, '1h'], [14_400, '4h'], [86_400, '1d']];
const BARS = 500;
const KEPT = 'plimsoll.resolution';

/** The page on which one trades. */
export class TradePage {
  #exchange;
  #stops = [];
  #markets;
  #rows = [];
  #market = null;
  #wanted;
  #seconds = Number(localStorage.getItem(KEPT) ?? 60);
  #candles = new Candles();
  #depth = new Depth();
  #strip = new Strip();
  #times;

  /** @param {{api, session, feed, go}} exchange */
  constructor(exchange, market) {
    this.#exchange = exchange;
    this.#wanted = market || 'BTC-PERP';
    this.#markets = new Markets(name => exchange.go(`trade/${name}`));
    this.ticket = new Ticket(exchange.api, exchange.session, () => this.own.now());
    this.ladder = new Ladder(exchange.feed, {pick: price => this.ticket.price(price), onBook: book => this.#book(book)});
    this.tape = new Tape(exchange.api, exchange.feed, trade => this.#traded(trade));
    this.own = new Own(exchange, orders => this.ladder.mark(orders));
    this.#times = h('div.choice.times', {role: 'radiogroup', 'aria-label': 'Candle length'},
        ...RESOLUTIONS.map(([seconds, name]) => h('button', {type: 'button', role: 'radio', text: name,
          'aria-checked': String(seconds === this.#seconds), onclick: event => this.#resolve(seconds, event.currentTarget)})));
    this.node = h('div.trade', {}, this.#markets.node, this.#strip.node,
        h('section.panel.chart', {'aria-label': 'Candles'}, this.#times, this.#candles.node),
        h('section.panel.depth', {'aria-label': 'Depth'}, h('h2', {text: 'Depth'}), this.#depth.node),
        this.ladder.node, this.tape.node, this.ticket.node, this.own.node);
    this.#follow();
  }

  /** Shows another market. */
  open(market) {
    this.#wanted = market || this.#wanted;
    const found = this.#rows.find(row => row.name === this.#wanted) ?? this.#rows[0];
    if (found && found.name !== this.#market?.name) {
      this.#market = found;
      this.ladder.open(found);
      this.tape.open(found);
      this.ticket.open(found);
      this.#history();
    }
    this.#refresh();
  }

  /** Answers a key. Returns whether it was one of this page's. */
  onKey(key) {
    const actions = {'/': () => this.#markets.search(), b: () => this.ticket.turn('buy'), s: () => this.ticket.turn('sell')};
    actions[key]?.();
    return key in actions;
  }

  stop() {
    this.#stops.forEach(stop => stop());
    [this.ladder, this.tape, this.ticket, this.own, this.#candles, this.#depth].forEach(part => part.stop());
  }

  #follow() {
    const {api, session, feed} = this.#exchange;
    const markets = poll(() => this.#look(), 3_000);
    const account = poll(async () => this.ticket.account(session.key ? await api.get('/api/account') : null), 3_000);
    const onLogin = () => [account, this.own].forEach(each => each.now());
    const onState = event => event.detail.state === 'live' && this.#market && this.#history();
    session.addEventListener('change', onLogin);
    feed.addEventListener('state', onState);
    const fills = feed.subscribe('fills', null, () => account.now());
    this.#stops.push(() => markets.stop(), () => account.stop(), fills,
        () => session.removeEventListener('change', onLogin), () => feed.removeEventListener('state', onState));
  }

  async #look() {
    const {api} = this.#exchange;
    const [markets, futures, coins] = await Promise.all([api.get('/api/markets'), api.get('/api/futures'), api.get('/api/coins')]);
    const termsOf = new Map(futures.map(future => [future.name, future]));
    const indexOf = new Map(coins.map(coin => [coin.id, coin.indexPrice]));
    this.#rows = markets.map(market => {
      const row = {...market, ...pick(termsOf.get(market.name)), index: indexOf.get(market.baseCurrency ?? market.underlying)};
      return Object.assign(row, {
        priceDecimals: decimalsOf(market.priceIncrement), sizeDecimals: decimalsOf(market.sizeIncrement), shownPrice: lastOf(row),
      });
    });
    this.open(this.#wanted);
  }

  #refresh() {
    const now = this.#rows.find(row => row.name === this.#market?.name);
    if (now) {
      Object.assign(this.#market, now);
      this.#markets.show(this.#rows, now.name);
      this.#strip.show(this.#market);
      if (this.#market.shownPrice) {
        const step = this.#market.priceIncrement;
        this.ticket.suggest(Number((Math.round(this.#market.shownPrice / step) * step).toFixed(this.#market.priceDecimals)));
      }
    }
  }

  async #history() {
    const {api} = this.#exchange;
    const market = this.#market;
    const seconds = this.#seconds;
    const underlying = market.baseCurrency ?? market.underlying;
    const span = `resolution=${seconds}&limit=${BARS}`;
    const [candles, index] = await Promise.all([
      api.get(`/api/markets/${market.name}/candles?${span}`),
      api.get(`/api/indexes/${underlying}/candles?${span}`).catch(() => []),
    ]);
    if (market === this.#market && seconds === this.#seconds) {
      this.#candles.show(candles, index, seconds, market.priceDecimals);
    }
  }

  #resolve(seconds, button) {
    this.#seconds = seconds;
    localStorage.setItem(KEPT, String(seconds));
    [...this.#times.children].forEach(each => each.setAttribute('aria-checked', String(each === button)));
    this.#history();
  }

  #book(book) {
    this.#depth.show(book, this.#market?.priceDecimals ?? 2);
  }

  #traded(trade) {
    Object.assign(this.#market, {last: trade.price, shownPrice: trade.price});
    this.#candles.trade(trade.price, trade.size, Date.parse(trade.time));
    this.#strip.show(this.#market);
  }
}

function pick(future) {
  return future ? {mark: future.mark, openInterest: future.openInterestUsd, expiry: future.expiry} : {};
}

/** The figures of the market that is shown, in one line. */
class Strip {
  #name = h('h1');
  #last = h('strong.last.num');
  #figures = ['24 h', 'Mark', 'Index', 'Volume 24 h', 'Open interest'].map(name => ({name, value: h('dd.num', {text: '–'})}));

  constructor() {
    this.node = h('section.strip', {'aria-label': 'Market'}, this.#name, this.#last,
        h('dl', {}, ...this.#figures.map(({name, value}) => h('div', {}, h('dt', {text: name}), value))));
  }

  show(market) {
    put(this.#name, market.name);
    const decimals = market.priceDecimals;
    put(this.#last, fixed(market.shownPrice, decimals));
    const texts = [arrow(market.change24h, percent(market.change24h)), fixed(market.mark, decimals), fixed(market.index, Math.max(2, decimals)),
      `${short(market.volumeUsd24h)} USD`, market.openInterest === undefined ? '–' : `${money(market.openInterest)} USD`];
    this.#figures.forEach(({value}, i) => put(value, texts[i]));
    this.#figures[0].value.className = `num ${way(market.change24h)}`;
    document.title = `${fixed(market.shownPrice, decimals)} ${market.name} · Plimsoll`;
  }
}
