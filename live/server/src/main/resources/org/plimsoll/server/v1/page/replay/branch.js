import {Refusal} from '../shell/api.js';
import {h, panel, put} from '../shell/dom.js';
import {ends, percent, upTo} from '../shell/format.js';
import {table} from '../shell/table.js';

const whole = x => upTo(x, 0);

const ROWS = [
  ['Equity at mark', sheet => ends(sheet.solvency.equity)[0], whole],
  ['Equity without the own token', sheet => ends(sheet.solvency.equity_without_own_tokens)[0], whole],
  ['Equity if all is sold now', sheet => ends(sheet.solvency.equity_if_sold_now)[0], whole],
  ['Cover within an hour', sheet => sheet.solvency.cover[0]?.cover, cover => (cover === null ? 'unbounded' : percent(cover, 1))],
  ['Insurance fund', sheet => Number(sheet.fund[0]?.insurance ?? 0), whole],
  ["The venue's capital", sheet => Number(sheet.fund[0]?.capital ?? 0), whole],
];

/** Goes on from a command of the journal another way, on a copy: a price moves, and time passes. */
export class Branch {
  #api;
  #asked = 0;
  #from = null;
  #asset = h('select', {id: 'branch-asset', 'aria-label': 'Asset'});
  #move = h('input', {id: 'branch-move', type: 'range', min: -95, max: 100, step: 1, value: -20, 'aria-label': 'Move of the price'});
  #moved = h('output.num', {for: 'branch-move', text: '\u221220%'});
  #seconds = h('select', {id: 'branch-seconds', 'aria-label': 'Time that passes'},
      h('option', {value: '0', text: 'before anybody acts'}), h('option', {value: '60', text: 'a minute later', selected: true}),
      h('option', {value: '600', text: 'ten minutes later'}));
  #go = h('button.plain', {id: 'branch-go', type: 'submit', text: 'Branch here', disabled: true});
  #verdict = h('p.quiet', {role: 'status', text: 'The venue itself hears nothing of it.'});
  #table = table([
    {name: '', text: row => row.name},
    {name: 'As it was', is: 'num', text: row => row.show(row.was)},
    {name: 'Then', is: 'num', text: row => row.show(row.then)},
  ], {key: row => row.name, empty: 'Move a price and branch.', label: 'Branch'});

  constructor(api) {
    this.#api = api;
    const form = h('form.what-if', {onsubmit: event => this.#ask(event)},
        h('div.asked', {}, h('span', {text: 'If here the price of'}), this.#asset, h('span', {text: 'had moved by'}), this.#move, this.#moved,
            h('span', {text: 'then'}), this.#seconds, this.#go));
    this.#move.addEventListener('input', () => put(this.#moved, signed(Number(this.#move.value))));
    this.node = panel('branch', 'Branch from here', form, this.#verdict, this.#table.node);
  }

  /** Takes the sheet that the page shows. What was asked of another one is forgotten. */
  offer(sheet) {
    const assets = (sheet.solvency?.assets ?? []).map(each => each.asset);
    const marked = new Set(sheet.marks.filter(row => Number(row.mark) > 0).map(row => row.name));
    const names = assets.filter(name => marked.has(name) && name !== sheet.solvency.currency);
    const chosen = this.#asset.value;
    this.#asset.replaceChildren(...names.map(name => h('option', {value: name, text: name, selected: name === chosen})));
    this.#go.disabled = names.length === 0;
    if (this.#from !== sheet.sequence) {
      this.#asked++;
      this.#table.show([]);
      put(this.#verdict, 'The venue itself hears nothing of it.');
    }
    this.#from = sheet.sequence;
  }

  async #ask(event) {
    event.preventDefault();
    const asked = ++this.#asked;
    const factor = (1 + Number(this.#move.value) / 100).toFixed(2);
    put(this.#verdict, 'A copy of the venue goes on from here.');
    try {
      const answer = await this.#api.post('/v1/branch',
          {sequence: String(this.#from), asset: this.#asset.value, factor, seconds: this.#seconds.value});
      if (asked === this.#asked) {
        this.#show(answer);
      }
    } catch (error) {
      if (!(error instanceof Refusal || error instanceof TypeError)) {
        throw error;
      }
      put(this.#verdict, error.message);
    }
  }

  #show({before, after, asset, from, to, liquidated, loss}) {
    put(this.#verdict, `${asset} from ${upTo(Number(from), 4)} to ${upTo(Number(to), 4)}; accounts that came into liquidation: ${liquidated}; `
        + `loss of bankrupt ones: ${upTo(Number(loss), 0)} USD. ${after.solvency.headline.replace(/(\d,\d{3})\.\d+/g, '$1')}`);
    this.#table.show(ROWS.map(([name, of, show]) => ({name, was: of(before), then: of(after), show})));
  }
}

const signed = move => `${move > 0 ? '+' : move < 0 ? '\u2212' : ''}${Math.abs(move)}%`;
