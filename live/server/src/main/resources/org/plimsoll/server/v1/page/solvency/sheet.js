import {h, panel, put} from '../shell/dom.js';
import {ends, fixed, money, percent, range, short, upTo} from '../shell/format.js';
import {table} from '../shell/table.js';
import {Hull} from './hull.js';

const ANSWERS = {yes: '⚠ yes', no: '✓ no', unknown: '? unknown'};

/** One reading of the venue's books: the verdict, how deep each collateral is loaded, what is there. */
export class Sheet {
  #headline = h('h1.headline', {text: 'The books have not been read yet.'});
  #findings = h('div.findings');
  #hulls = new Map();
  #loads = h('div.loads');
  #noLoads = h('p.empty', {text: 'Nobody owes the venue anything, so no collateral carries a load.'});
  #days = null;
  #horizons = h('div.choice.times', {role: 'radiogroup', 'aria-label': 'Horizon'});
  #marked = marked();
  #cover = coverTable();
  #spirals = spiralTable();
  #custody = custodyTable();

  constructor() {
    this.verdict = h('div.verdict-text', {}, this.#headline, this.#findings);
    this.hulls = panel('hulls', 'Load lines', this.#horizons, this.#loads, this.#noLoads);
    this.marked = panel('sheet', 'Marked against realizable', this.#marked.node);
    this.cover = panel('cover', 'Cash against claims', this.#cover.node);
    this.spirals = panel('spirals', 'Spiral gain R by channel', this.#spirals.node);
    this.custody = panel('custody', 'Custody by location', this.#custody.node);
  }

  show(reading) {
    put(this.#headline, readable(reading.headline));
    this.#headline.title = reading.headline;
    this.#showFindings(reading.findings);
    this.#showLoads(reading.loads);
    this.#marked.show(reading);
    this.#cover.show(reading.cover);
    this.#spirals.show(reading.spirals);
    this.#custody.show(reading.assets.flatMap(asset => asset.custody.map((place, i) => ({...place, asset, isFirst: i === 0}))));
  }

  #showFindings(findings) {
    if (this.#findings.children.length !== findings.length) {
      this.#findings.replaceChildren(...findings.map(() => h('article.finding', {}, h('h3'), h('strong'), h('p'))));
    }
    findings.forEach((finding, i) => {
      const [title, answer, sentence] = this.#findings.children[i].children;
      put(title, finding.title);
      put(answer, ANSWERS[finding.answer] ?? finding.answer);
      put(sentence, readable(finding.sentence));
      sentence.title = finding.sentence;
      this.#findings.children[i].className = `finding ${finding.answer}`;
    });
  }

  #showLoads(loads) {
    const days = [...new Set(loads.map(load => load.days))];
    this.#days = days.includes(this.#days) ? this.#days : days[0] ?? null;
    if (this.#horizons.children.length !== days.length) {
      this.#horizons.replaceChildren(...days.map(each => h('button', {type: 'button', role: 'radio', text: `${each} d`, 'data-days': each,
        onclick: () => {
          this.#days = each;
          this.#showLoads(loads);
        }})));
    }
    [...this.#horizons.children].forEach(button => button.setAttribute('aria-checked', String(Number(button.dataset.days) === this.#days)));
    const shown = loads.filter(load => load.days === this.#days);
    for (const load of shown) {
      if (!this.#hulls.has(load.collateral)) {
        this.#hulls.set(load.collateral, new Hull());
      }
      const hull = this.#hulls.get(load.collateral);
      hull.show(load);
      if (!hull.node.isConnected) {
        this.#loads.append(hull.node);
      }
    }
    this.#hulls.forEach((hull, name) => shown.some(load => load.collateral === name) || hull.node.remove());
    this.#noLoads.hidden = shown.length > 0;
  }
}

/** A sentence without the decimals of its thousands; the exact one is its title. */
const readable = sentence => sentence.replace(/(\d,\d{3})\.\d+/g, '$1');

/** What is held, owed and left, as marked and as it could be had for it. */
function marked() {
  const rows = table([
    {name: 'USD', text: row => row.name},
    {name: 'Marked', is: 'num', text: row => range(row.marked)},
    {name: 'Realizable', is: 'num', text: row => range(row.realizable)},
    {name: 'Difference', is: 'num', tone: row => (row.gap < 0 ? 'down' : 'even'), text: row => (row.gap < 0 ? '▼ ' : '') + money(row.gap)},
  ], {key: row => row.name, empty: '', label: 'Marked against realizable'});
  const share = h('p.quiet.num');
  const node = h('div', {}, rows.node, share);
  const row = (name, marked, realizable) => ({name, marked, realizable, gap: (ends(realizable)[0] ?? NaN) - (ends(marked)[0] ?? NaN)});
  function show(reading) {
    rows.show([
      row('Held', reading.held, reading.held_realizable),
      row('Owed', reading.owed, reading.owed),
      row('Equity', reading.equity, reading.equity_if_sold_now),
    ]);
    const own = ends(reading.own_token_share);
    put(share, `Without its own token: ${range(reading.equity_without_own_tokens)} USD of equity; `
        + `the own token is ${own[0] === null ? 'an unknown part' : percent(own[0], 1)} of what is held.`);
  }
  return {node, show};
}

function coverTable() {
  return table([
    {name: 'Within', text: row => row.within},
    {name: 'Obtainable', is: 'num', text: row => (row.obtainable_low === row.obtainable_high ? short(row.obtainable_low)
      : `${short(row.obtainable_low)} to ${short(row.obtainable_high)}`)},
    {name: 'Demandable', is: 'num', text: row => range(row.demandable)},
    {name: 'Cover', is: 'num', text: row => (row.cover === null ? 'unbounded' : (row.cover < 1 ? '▼ ' : '▲ ') + percent(row.cover, 1)),
      tone: row => (row.cover !== null && row.cover < 1 ? 'down' : 'up')},
  ], {key: row => row.within, empty: 'Nothing is owed.', label: 'Cover'});
}

function spiralTable() {
  return table([
    {name: 'Collateral', text: row => row.collateral},
    {name: 'R', is: 'num', text: row => (row.r >= 1 ? '⚠ ' : '') + fixed(row.r, 3), tone: row => (row.r >= 1 ? 'down' : 'even')},
    {name: 'Nobody exempt', is: 'num', text: row => fixed(row.r_nobody_exempt, 3)},
    {name: 'Favorable', is: 'num', text: row => fixed(row.r_favorable, 3)},
    {name: 'By channel', text: row => Object.entries(row.channels).filter(([, r]) => r).map(([name, r]) => `${name.replaceAll('_', ' ')} ${fixed(r, 3)}`).join(', ') || '–'},
    {name: 'Model', text: row => row.model},
  ], {key: row => row.collateral, empty: 'No debt leans on a collateral, so no sale forces another.', label: 'Spiral gain'});
}

function custodyTable() {
  return table([
    {name: 'Asset', text: row => (row.isFirst ? row.asset.asset + (row.asset.own_token ? ' (own)' : '') : '')},
    {name: 'Location', text: row => `${row.location} (${row.kind})`},
    {name: 'There', is: 'num', text: row => range(row.quantity, x => upTo(x, 4))},
    {name: 'Owed to accounts', is: 'num', text: row => (row.isFirst ? range(row.asset.owed_to_accounts, x => upTo(x, 4)) : '')},
    {name: 'In custody of what is owed', is: 'num', text: row => (row.isFirst ? range(row.asset.custody_ratio, x => percent(x, 1)) : ''),
      tone: row => (ends(row.asset.custody_ratio)[0] < 1 ? 'down' : 'even')},
    {name: 'Gap', is: 'num', text: row => (row.isFirst ? range(row.asset.custody_gap, x => upTo(x, 4)) : ''),
      tone: row => (ends(row.asset.custody_gap)[0] < 0 ? 'down' : 'even')},
  ], {key: row => `${row.asset.asset} ${row.location}`, empty: 'Nothing is in custody.', label: 'Custody'});
}
