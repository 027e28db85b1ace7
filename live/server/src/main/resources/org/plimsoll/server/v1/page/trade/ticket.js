import {h, put} from '../shell/dom.js';
import {decimalsOf, fixed, money} from '../shell/format.js';
import {notice} from '../shell/notices.js';
import {Refusal} from '../shell/api.js';
import {Preview} from './preview.js';

/** Where an order is written: what it will cost stands beside it before it is sent. */
export class Ticket {
  #api;
  #session;
  #onSent;
  #market = null;
  #account = null;
  #side = 'buy';
  #type = 'limit';
  #price = field('Price', 'ticket-price');
  #size = field('Size', 'ticket-size');
  #postOnly = tick('Post only', 'Refused rather than traded at once');
  #ioc = tick('IOC', 'Trades at once; what is left is canceled');
  #reduceOnly = tick('Reduce only', 'Never makes a position larger');
  #send = h('button.send', {type: 'submit'});
  #facts = {value: h('dd.num', {text: '–'}), fee: h('dd.num', {text: '–'})};
  #preview;
  #previewed = '';
  #refused = h('p.refused', {role: 'alert'});
  #choices = {};

  /**
   * @param {import('../shell/api.js').Api} api
   * @param {import('../shell/session.js').Session} session
   * @param {() => void} onSent
   */
  constructor(api, session, onSent) {
    this.#api = api;
    this.#session = session;
    this.#onSent = onSent;
    this.#preview = new Preview(api);
    const form = h('form', {autocomplete: 'off', novalidate: true, onsubmit: event => this.#submit(event)},
        this.#choice('side', [['buy', 'Buy'], ['sell', 'Sell']], side => (this.#side = side)),
        this.#choice('type', [['limit', 'Limit'], ['market', 'Market']], type => (this.#type = type)),
        this.#price.node, this.#size.node,
        h('div.ticks', {}, this.#postOnly.node, this.#ioc.node, this.#reduceOnly.node),
        h('dl.facts', {}, h('dt', {text: 'Order value'}), this.#facts.value, h('dt', {text: 'Fee, at most'}), this.#facts.fee),
        this.#preview.node,
        this.#send, this.#refused);
    form.addEventListener('input', () => this.#show());
    this.node = h('section.panel.ticket', {'aria-label': 'Order'}, h('h2', {text: 'Order'}), form);
    this.#show();
  }

  /** Writes an order for another market. */
  open(market) {
    this.#market = market;
    this.#price.input.value = '';
    this.#price.input.step = market.priceIncrement;
    this.#size.input.step = market.sizeIncrement;
    put(this.#price.unit, market.quoteCurrency ?? 'USD');
    put(this.#size.unit, market.baseCurrency ?? market.underlying);
    this.#reduceOnly.input.disabled = market.type === 'spot';
    put(this.#refused, '');
    this.#show();
  }

  /** Takes a price, unless somebody has already written one. */
  suggest(price) {
    if (this.#price.input.value === '' && document.activeElement !== this.#price.input) {
      this.price(price);
    }
  }

  price(price) {
    this.#price.input.value = String(price);
    this.#show();
  }

  /** Turns to buying or selling, ready for the size. */
  turn(side) {
    this.#choices[side].click();
    this.#size.input.focus();
  }

  /** @param {?Object} account what `/api/account` says; null without a key */
  account(account) {
    this.#account = account;
    this.#show();
  }

  stop() {
    this.#preview.stop();
  }

  #choice(name, options, take) {
    const buttons = options.map(([value, text], i) => {
      const button = h(`button.${value}`, {type: 'button', role: 'radio', 'aria-checked': String(i === 0), text, onclick: () => {
        take(value);
        buttons.forEach(each => each.setAttribute('aria-checked', String(each === button)));
        this.#show();
      }});
      this.#choices[value] = button;
      return button;
    });
    return h(`div.choice.${name}`, {role: 'radiogroup', 'aria-label': name}, ...buttons);
  }

  #order() {
    const isLimit = this.#type === 'limit';
    return {
      market: this.#market.name,
      side: this.#side,
      type: this.#type,
      price: isLimit ? Number(this.#price.input.value) : null,
      size: Number(this.#size.input.value),
      ...(this.#postOnly.input.checked && isLimit && {postOnly: true}),
      ...(this.#ioc.input.checked && isLimit && {ioc: true}),
      ...(this.#reduceOnly.input.checked && this.#market.type === 'future' && {reduceOnly: true}),
    };
  }

  #show() {
    const isLimit = this.#type === 'limit';
    this.#price.input.disabled = !isLimit;
    this.#postOnly.input.disabled = !isLimit;
    this.#ioc.input.disabled = !isLimit;
    const price = isLimit ? Number(this.#price.input.value) : this.#market?.shownPrice;
    const value = price * Number(this.#size.input.value);
    put(this.#facts.value, value > 0 ? `${isLimit ? '' : 'about '}${money(value)} USD` : '–');
    put(this.#facts.fee, value > 0 && this.#account ? `${money(value * this.#account.takerFee)} USD` : '–');
    this.#foresee();
    put(this.#send, this.#words());
    this.#send.className = `send ${this.#side}`;
    this.#send.disabled = !this.#session.key || !this.#market;
  }

  /** Asks anew only where the order or the account is another one. */
  #foresee() {
    const [size, price] = [this.#size.input.value, this.#type === 'limit' ? this.#price.input.value : null];
    const isWhole = Number(size) > 0 && (price === null || Number(price) > 0);
    const order = isWhole ? {market: this.#market.name, side: this.#side, size, price} : null;
    const asked = JSON.stringify([order, this.#account?.freeCollateral, this.#account?.marginFraction]);
    if (asked !== this.#previewed) {
      this.#previewed = asked;
      this.#preview.show(order, this.#account);
    }
  }

  #words() {
    if (!this.#session.key) {
      return 'Give a key to trade';
    }
    const size = this.#size.input.value;
    const at = this.#type === 'limit' && this.#price.input.value
      ? ` at ${fixed(Number(this.#price.input.value), decimalsOf(this.#market?.priceIncrement ?? 1))}` : '';
    return `${this.#side === 'buy' ? '▲ Buy' : '▼ Sell'}${size ? ' ' + size : ''} ${this.#market?.name ?? ''}${at}`;
  }

  async #submit(event) {
    event.preventDefault();
    const lacking = !(Number(this.#size.input.value) > 0) ? this.#size
      : this.#type === 'limit' && !(Number(this.#price.input.value) > 0) ? this.#price : null;
    if (lacking) {
      lacking.input.focus();
      put(this.#refused, 'Both size and price must be more than 0.');
      return;
    }
    this.#send.disabled = true;
    try {
      const order = await this.#api.post('/api/orders', this.#order());
      put(this.#refused, '');
      notice(`Order ${order.id} sent: ${order.side} ${order.size} ${order.market}`, 'good');
      this.#onSent();
    } catch (error) {
      if (!(error instanceof Refusal || error instanceof TypeError)) {
        throw error;
      }
      put(this.#refused, error.message);
    } finally {
      this.#show();
    }
  }
}

function field(name, id) {
  const input = h('input.num', {id, type: 'number', inputmode: 'decimal', min: 0, step: 'any'});
  const unit = h('span.unit');
  return {input, unit, node: h('label.field', {for: id}, h('span', {text: name}), input, unit)};
}

function tick(name, title) {
  const input = h('input', {type: 'checkbox'});
  return {input, node: h('label.tick', {title}, input, h('span', {text: name}))};
}
