import {poll} from '../shell/api.js';
import {h, panel, put} from '../shell/dom.js';
import {arrow, fixed, money, percent, upTo, way} from '../shell/format.js';
import {table} from '../shell/table.js';
import {FractionBar} from './fraction-bar.js';
import {WhatIf} from './what-if.js';

const EVERY_MS = 2_000;
const FACTS = [['Account value', 'value'], ['Collateral', 'collateral'], ['Free collateral', 'free_collateral'], ['Unrealized', 'unrealized'],
  ['Notional', 'notional'], ['Debts', 'debts'], ['Initial requirement', 'initial_requirement'], ['Maintenance requirement', 'maintenance_requirement']];

/** Where the account stands, what its holdings count for, and what they would fetch now. */
export class AccountPage {
  #exchange;
  #after = null;
  #account = null;
  #bar = new FractionBar();
  #stage = h('strong.stage', {text: '–'});
  #facts = FACTS.map(([name, key]) => ({name, key, value: h('dd.num', {text: '–'})}));
  #balances = balanceTable();
  #positions = positionTable();
  #whatIf;
  #none = h('p.empty', {text: 'Give a key (top right) to see an account.'});
  #shown;
  #stops;

  /** @param {{api, session}} exchange */
  constructor(exchange) {
    this.#exchange = exchange;
    this.#whatIf = new WhatIf(exchange.api, after => {
      this.#after = after;
      if (this.#account) {
        this.#bar.show(this.#account.standing, after?.standing);
      }
    });
    this.#shown = h('div.account', {},
        h('section.panel.standing', {'aria-label': 'Margin'}, h('h2', {}, h('span', {text: 'Margin'}), this.#stage), this.#bar.node,
            h('dl.facts', {}, ...this.#facts.map(({name, value}) => h('div', {}, h('dt', {text: name}), value)))),
        panel('balances', 'Balances', this.#balances.node),
        panel('positions', 'Positions', this.#positions.node),
        panel('what', 'What if', this.#whatIf.node));
    this.node = h('div', {}, this.#none, this.#shown);
    const {api, session} = exchange;
    const look = poll(() => this.#look(api, session), EVERY_MS);
    const onLogin = () => look.now();
    session.addEventListener('change', onLogin);
    this.#stops = [look.stop, () => session.removeEventListener('change', onLogin), () => this.#whatIf.stop()];
  }

  stop() {
    this.#stops.forEach(stop => stop());
  }

  async #look(api, session) {
    this.#none.hidden = Boolean(session.key);
    this.#shown.hidden = !session.key;
    if (session.key) {
      const [account, markets] = await Promise.all([api.get('/v1/account'), api.get('/api/markets')]);
      this.#account = account;
      this.#show(account);
      this.#whatIf.offer(account.balances, markets.map(market => market.name));
    }
  }

  #show({standing, balances, positions}) {
    put(this.#stage, standing.stage === 'healthy' ? '✓ healthy' : `⚠ ${standing.stage.replaceAll('_', ' ')}`);
    this.#stage.className = `stage ${standing.stage === 'healthy' ? 'good' : 'bad'}`;
    this.#bar.show(standing, this.#after?.standing);
    this.#facts.forEach(fact => put(fact.value, `${money(Number(standing[fact.key]))} USD`));
    this.#balances.show(balances);
    this.#positions.show(positions);
  }
}

function balanceTable() {
  const soldAt = row => (row.sold_now === null ? null : Number(row.sold_now.money));
  const worth = row => Number(row.value_at_mark);
  return table([
    {name: 'Asset', text: row => row.asset},
    {name: 'Balance', is: 'num', text: row => upTo(Number(row.balance), 8)},
    {name: 'Borrowed', is: 'num', text: row => (Number(row.borrowed) ? upTo(Number(row.borrowed), 8) : '–')},
    {name: 'Mark', is: 'num', text: row => (Number(row.mark) ? upTo(Number(row.mark), 4) : 'none')},
    {name: 'At mark', is: 'num', text: row => money(worth(row))},
    {name: 'Weight', is: 'num', text: row => fixed(Number(row.initial_weight), 3)},
    {name: 'Effective', is: 'num', text: row => (row.effective_weight === null ? '–' : fixed(Number(row.effective_weight), 3))},
    {name: 'Counts for', is: 'num', text: row => money(worth(row) * Number(row.effective_weight ?? 1))},
    {name: 'Sold now', is: 'num', text: row => (soldAt(row) === null ? '–' : money(soldAt(row)))},
    {name: 'Against mark', is: 'num', tone: row => (soldAt(row) !== null && soldAt(row) < worth(row) ? 'down' : 'even'),
      text: row => (soldAt(row) === null || worth(row) <= 0 ? '–' : `${soldAt(row) < worth(row) ? '▼ ' : ''}${percent(soldAt(row) / worth(row) - 1, 1)}`)},
    {name: 'No bid for', is: 'num', text: row => (row.sold_now === null || !Number(row.sold_now.left) ? '–' : upTo(Number(row.sold_now.left), 4))},
  ], {key: row => row.asset, empty: 'Nothing is here.', label: 'Balances'});
}

function positionTable() {
  const mark = row => Number(row.mark);
  const at = row => (row.liquidation_price === null ? null : Number(row.liquidation_price));
  return table([
    {name: 'Future', text: row => row.market},
    {name: 'Size', is: 'num', tone: row => way(Number(row.size)), text: row => `${Number(row.size) >= 0 ? '▲ ' : '▼ '}${upTo(Number(row.size), 8)}`},
    {name: 'Mark', is: 'num', text: row => upTo(mark(row), 4)},
    {name: 'Notional', is: 'num', text: row => money(Number(row.notional))},
    {name: 'Unrealized', is: 'num', tone: row => way(Number(row.unrealized)), text: row => arrow(Number(row.unrealized), money(Number(row.unrealized)))},
    {name: 'Liquidated at', is: 'num', text: row => (at(row) === null ? 'at no price' : upTo(at(row), 2))},
    {name: 'Away', is: 'num', text: row => (at(row) === null ? '–' : percent(at(row) / mark(row) - 1, 1))},
    {name: 'Worth nothing at', is: 'num', text: row => (row.bankruptcy_price === null ? '–' : upTo(Number(row.bankruptcy_price), 2))},
  ], {key: row => row.market, empty: 'No position.', label: 'Positions'});
}
