import {Refusal} from '../shell/api.js';
import {h, put} from '../shell/dom.js';
import {money, percent, upTo} from '../shell/format.js';
import {table} from '../shell/table.js';

const WAIT_MS = 350;
const SLIDE = 95;

/** Where the account would stand if a price moved or an order filled; asked of the venue's own rules. */
export class WhatIf {
  #api;
  #onAfter;
  #timer = 0;
  #asked = 0;
  #marks = new Map();
  #asset = h('select', {id: 'what-asset', 'aria-label': 'Asset'});
  #move = h('input', {id: 'what-move', type: 'range', min: -SLIDE, max: 100, step: 1, value: 0, 'aria-label': 'Move of the price'});
  #moved = h('output.num', {for: 'what-move', text: '0%'});
  #market = h('select', {id: 'what-market', 'aria-label': 'Market'});
  #side = h('select', {'aria-label': 'Side'}, h('option', {value: 'buy', text: '▲ buy'}), h('option', {value: 'sell', text: '▼ sell'}));
  #size = h('input.num', {id: 'what-size', type: 'number', min: 0, step: 'any', placeholder: '0', 'aria-label': 'Size'});
  #refused = h('p.refused', {role: 'status'});
  #table = table([
    {name: '', text: row => row.name},
    {name: 'Now', is: 'num', text: row => row.show(row.now)},
    {name: 'Then', is: 'num', text: row => row.show(row.then)},
  ], {key: row => row.name, empty: 'Move a price or write an order.', label: 'What if'});

  /** @param {(after: ?Object) => void} onAfter hears the account as it would be */
  constructor(api, onAfter) {
    this.#api = api;
    this.#onAfter = onAfter;
    const form = h('form.what-if', {onsubmit: event => event.preventDefault()},
        h('div.asked', {}, h('span', {text: 'If the price of'}), this.#asset, h('span', {text: 'moves by'}), this.#move, this.#moved),
        h('div.asked', {}, h('span', {text: 'and I'}), this.#side, this.#size, h('span', {text: 'of'}), this.#market, h('span', {text: 'at market'}),
            h('button.plain', {type: 'button', text: 'Clear', onclick: () => this.#clear()})));
    form.addEventListener('input', () => this.#later());
    this.node = h('div', {}, form, this.#refused, this.#table.node);
  }

  /** Takes what may be asked about: all but the unit of account, whose price is 1. */
  offer(balances, markets) {
    const assets = balances.slice(1).filter(row => Number(row.mark) > 0);
    this.#marks = new Map(assets.map(row => [row.asset, Number(row.mark)]));
    fill(this.#asset, assets.map(row => row.asset));
    fill(this.#market, markets);
  }

  stop() {
    clearTimeout(this.#timer);
    this.#asked++;
  }

  #clear() {
    this.#move.value = 0;
    this.#size.value = '';
    this.#later();
  }

  #later() {
    const move = Number(this.#move.value);
    put(this.#moved, `${move > 0 ? '+' : ''}${move}%`);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), WAIT_MS);
  }

  #changes() {
    const move = Number(this.#move.value);
    const price = (this.#marks.get(this.#asset.value) ?? 0) * (1 + move / 100);
    return [
      ...(move !== 0 && price > 0 ? [{kind: 'price', asset: this.#asset.value, price: price.toFixed(6)}] : []),
      ...(Number(this.#size.value) > 0
        ? [{kind: 'order', market: this.#market.value, side: this.#side.value, size: this.#size.value}] : []),
    ];
  }

  async #ask() {
    const changes = this.#changes();
    const asked = ++this.#asked;
    if (changes.length === 0) {
      this.#table.show([]);
      put(this.#refused, '');
      this.#onAfter(null);
      return;
    }
    try {
      const answer = await this.#api.post('/v1/margin/what-if', {changes});
      if (asked === this.#asked) {
        this.#show(answer);
      }
    } catch (error) {
      if (!(error instanceof Refusal || error instanceof TypeError)) {
        throw error;
      }
      put(this.#refused, error.message);
    }
  }

  #show({before, after, refused}) {
    put(this.#refused, refused.map(each => reason(each)).join('; '));
    const rows = [['Account value', 'value', money], ['Free collateral', 'free_collateral', money], ['Margin fraction', 'margin_fraction', percent],
      ['Maintenance fraction', 'maintenance_fraction', percent], ['Stage', 'stage', text => text]];
    const of = (tree, key, show) => (show === money || show === percent ? numberOf(tree.standing[key]) : tree.standing[key]);
    const liquidation = tree => new Map(tree.positions.map(row => [row.market, numberOf(row.liquidation_price)]));
    const [was, is] = [liquidation(before), liquidation(after)];
    this.#table.show([
      ...rows.map(([name, key, show]) => ({name, now: of(before, key, show), then: of(after, key, show), show})),
      ...[...new Set([...was.keys(), ...is.keys()])].map(market => ({name: `${market} liquidated at`, now: was.get(market), then: is.get(market),
        show: x => upTo(x, 2)})),
    ]);
    this.#onAfter(after);
  }
}

/** Why the venue would refuse, in words: its name for the reason. */
export function reason(refusal) {
  return `Refused: ${refusal.reason.toLowerCase().replaceAll('_', ' ')}`;
}

const numberOf = text => (text === null || text === undefined ? null : Number(text));

function fill(select, names) {
  if (select.options.length !== names.length) {
    select.replaceChildren(...names.map(name => h('option', {value: name, text: name})));
  }
}
