import {Refusal} from '../shell/api.js';
import {h, put} from '../shell/dom.js';
import {money, percent, upTo} from '../shell/format.js';

const WAIT_MS = 300;
const numberOf = text => (text === null || text === undefined ? null : Number(text));

/** What an order would do to the account, asked of the venue's own rules before it is sent. */
export class Preview {
  #api;
  #timer = 0;
  #asked = 0;
  #facts = ['Free collateral', 'Margin fraction', 'Liquidated at'].map(name => ({name, value: h('dd.num', {text: '–'})}));
  #refused = h('p.refused', {role: 'status'});

  constructor(api) {
    this.#api = api;
    this.node = h('div.preview', {}, h('dl.facts', {}, ...this.#facts.flatMap(({name, value}) => [h('dt', {text: name}), value])), this.#refused);
  }

  /**
   * Shows what an order would do; where there is none, what is.
   *
   * @param {?Object} order as it would be sent
   * @param {?Object} account what `/api/account` says; null without a key
   */
  show(order, account) {
    clearTimeout(this.#timer);
    const asked = ++this.#asked;
    if (!order || !account) {
      put(this.#refused, '');
      this.#tell(account ? money(account.freeCollateral) : '–', account ? percent(account.marginFraction) : '–', '–');
      return;
    }
    this.#timer = setTimeout(() => this.#ask(order, asked), WAIT_MS);
  }

  stop() {
    clearTimeout(this.#timer);
    this.#asked++;
  }

  async #ask(order, asked) {
    const {market, side, size, price} = order;
    const change = {kind: 'order', market, side, size, ...(price !== null && {price})};
    try {
      const answer = await this.#api.post('/v1/margin/what-if', {changes: [change]});
      if (asked === this.#asked) {
        this.#compare(answer, market);
      }
    } catch (error) {
      if (!(error instanceof Refusal || error instanceof TypeError)) {
        throw error;
      }
      put(this.#refused, error.message);
    }
  }

  #compare({before, after, refused}, market) {
    const both = (key, show) => {
      const [was, is] = [before, after].map(tree => show(numberOf(tree.standing[key])));
      return was === is ? was : `→ ${is}`;
    };
    const position = after.positions.find(row => row.market === market);
    put(this.#refused, refused.length ? `Would be refused: ${refused[0].reason.toLowerCase().replaceAll('_', ' ')}` : '');
    this.#tell(both('free_collateral', money), both('margin_fraction', percent), position?.liquidation_price ? `→ ${upTo(numberOf(position.liquidation_price), 2)}` : 'at no price');
  }

  #tell(...texts) {
    this.#facts.forEach(({value}, i) => put(value, texts[i]));
  }
}
