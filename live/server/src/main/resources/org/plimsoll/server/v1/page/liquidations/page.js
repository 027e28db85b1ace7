import {poll} from '../shell/api.js';
import {h, panel, put} from '../shell/dom.js';
import {clock, money, upTo} from '../shell/format.js';
import {table} from '../shell/table.js';
import {Heat} from './heat.js';

const STAGES = [
  ['liquidating', 'In the book', 'Below maintenance: sold in the order book, slice by slice'],
  ['auto_close', 'Handed over', 'Below auto-close: backstop providers take the positions'],
  ['bankrupt', 'Bankrupt', 'Worth less than nothing: the fund takes the rest'],
];

/** Who is being liquidated and who would be next; whose account it is, only its owner sees. */
export class LiquidationsPage {
  #stages = STAGES.map(([name, title, words]) => ({name, count: h('strong.num', {text: '–'}), title, words}));
  #below = h('strong.num', {text: '–'});
  #profile = h('p.quiet');
  #fund = table([
    {name: 'Asset', text: row => row.asset},
    {name: 'Insurance fund', is: 'num', text: row => upTo(Number(row.insurance), 4)},
    {name: "The venue's capital", is: 'num', text: row => upTo(Number(row.capital), 4)},
  ], {key: row => row.asset, empty: 'The fund is empty.', label: 'Insurance fund'});
  #heats = new Map();
  #pending = h('div.heats');
  #noPending = h('p.empty', {text: 'No position has a price at which it would be liquidated.'});
  #feed = feedTable();
  #stops;

  /** @param {{api}} exchange */
  constructor({api}) {
    const card = (title, count, words) => h('article.stage', {}, h('h3', {text: title}), count, h('p.quiet', {text: words}));
    this.node = h('div.liquidations', {},
        h('section.stages', {'aria-label': 'By stage'},
            ...this.#stages.map(stage => card(stage.title, stage.count, stage.words)),
            card('Below zero', this.#below, 'Accounts that owe more than they have')),
        panel('fund', 'Insurance fund', this.#fund.node, this.#profile),
        panel('pending', 'Pending by price', this.#pending, this.#noPending),
        panel('feed', 'What happened', this.#feed.node));
    this.#stops = [poll(async () => this.#show(await api.get('/v1/liquidations')), 1_000).stop];
  }

  stop() {
    this.#stops.forEach(stop => stop());
    this.#heats.forEach(heat => heat.stop());
  }

  #show(seen) {
    this.#stages.forEach(stage => {
      const count = seen.stages[stage.name] ?? 0;
      put(stage.count, count > 0 ? `⚠ ${count}` : '0');
      stage.count.classList.toggle('down', count > 0);
    });
    put(this.#below, String(seen.below_zero));
    put(this.#profile, `Rules: ${seen.profile.replaceAll('_', ' ')}`);
    this.#fund.show(seen.fund);
    this.#feed.show(seen.events);
    for (const pending of seen.pending) {
      if (!this.#heats.has(pending.market)) {
        const heat = new Heat();
        this.#heats.set(pending.market, heat);
        this.#pending.append(heat.node);
      }
      this.#heats.get(pending.market).show(pending);
    }
    const markets = new Set(seen.pending.map(pending => pending.market));
    this.#heats.forEach((heat, market) => {
      if (!markets.has(market)) {
        heat.stop();
        heat.node.remove();
        this.#heats.delete(market);
      }
    });
    this.#noPending.hidden = markets.size > 0;
  }
}

function feedTable() {
  const bearers = [['by_fund', 'fund'], ['by_capital', 'capital'], ['by_profits', 'profits of others'], ['by_nobody', 'nobody']];
  return table([
    {name: 'Time', is: 'num', text: row => clock(row.time)},
    {name: 'What', text: row => row.kind.replaceAll('_', ' ')},
    {name: 'Stage', text: row => row.stage?.replaceAll('_', ' ') ?? '–', tone: row => (row.stage && row.stage !== 'healthy' ? 'down' : 'even')},
    {name: 'Account', text: row => row.account ?? 'another'},
    {name: 'Market', text: row => row.market ?? '–'},
    {name: 'Size', is: 'num', text: row => (row.size === null ? '–' : upTo(Number(row.size), 8))},
    {name: 'Amount', is: 'num', text: row => (row.amount === null ? '–' : `${money(Number(row.amount))} ${row.asset ?? ''}`)},
    {name: 'Borne by', text: row => bearers.filter(([key]) => Number(row[key])).map(([key, name]) => `${name} ${money(Number(row[key]))}`).join(', ') || '–'},
  ], {key: row => row.id, empty: 'Nobody has been liquidated.', label: 'Liquidations'});
}
