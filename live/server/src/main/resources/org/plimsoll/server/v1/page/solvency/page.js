import {poll} from '../shell/api.js';
import {h, panel, put} from '../shell/dom.js';
import {clock, fixed, percent, range, upTo} from '../shell/format.js';
import {table} from '../shell/table.js';
import {Lines} from '../chart/lines.js';
import {Sheet} from './sheet.js';

const SHOWN = ['1 hour', '1 day', '7 days'];

/** Whether the venue can pay what it owes, as it is read from its books twice a second. */
export class SolvencyPage {
  #sheet = new Sheet();
  #read = h('p.quiet.num');
  #lines = new Lines('Cover of claims while this page is open', SHOWN, 1);
  #borrowers = borrowerTable();
  #alarms = alarmTable();
  #stops;

  /** @param {{api}} exchange */
  constructor({api}) {
    this.#sheet.cover.append(this.#lines.node);
    this.node = h('div.solvency', {},
        h('section.verdict-of', {'aria-label': 'Verdict'}, this.#sheet.verdict, this.#read), this.#sheet.hulls,
        h('div.column', {}, this.#sheet.marked, panel('alarms', 'Alarms', this.#alarms.node)),
        h('div.column', {}, this.#sheet.cover),
        h('div.column.last', {}, this.#sheet.spirals, panel('borrowers', 'Largest borrowers', this.#borrowers.node), this.#sheet.custody));
    const reading = poll(async () => this.#show(await api.get('/v1/solvency')), 1_000);
    const alarms = poll(async () => this.#alarms.show(await api.get('/v1/alarms')), 2_000);
    this.#stops = [reading.stop, alarms.stop, () => this.#lines.stop()];
  }

  stop() {
    this.#stops.forEach(stop => stop());
  }

  #show(reading) {
    this.#sheet.show(reading);
    put(this.#read, `Read at ${clock(reading.time)} UTC after command ${upTo(reading.sequence, 0)}, in ${fixed(reading.took_ms, 1)} ms`);
    const cover = SHOWN.map(within => reading.cover.find(rung => rung.within === within)?.cover ?? null);
    this.#lines.add(Date.parse(reading.time), cover);
    this.#borrowers.show(reading.borrowers);
  }
}

function borrowerTable() {
  return table([
    {name: 'Account', text: row => row.account},
    {name: 'Owes', is: 'num', text: row => range(row.owed)},
    {name: 'Loan to value', is: 'num', text: row => (row.loan_to_value === null ? 'nothing behind it' : percent(row.loan_to_value, 1))},
    {name: '', text: row => (row.exempt ? '⚠ exempt from liquidation' : '')},
  ], {key: row => row.account, empty: 'Nobody owes the venue anything.', label: 'Largest borrowers'});
}

function alarmTable() {
  return table([
    {name: 'Since', is: 'num', text: row => clock(row.time)},
    {name: 'Alarm', tone: row => (row.raised ? 'down' : 'even'), text: row => `${row.raised ? '⚠ ' : '✓ '}${row.subject ? row.subject + ': ' : ''}${row.sentence}`},
    {name: 'Figure', is: 'num', text: row => fixed(row.figure, 3)},
  ], {key: row => `${row.code} ${row.subject}`, empty: '✓ No alarm is raised.', label: 'Alarms'});
}
