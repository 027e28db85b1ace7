import {poll, Refusal} from '../shell/api.js';
import {h, panel, put} from '../shell/dom.js';
import {upTo} from '../shell/format.js';
import {table} from '../shell/table.js';
import {Sheet} from '../solvency/sheet.js';
import {Branch} from './branch.js';

const WAIT_MS = 150;

/** The venue as it was after any command of its journal: its sheet, its marks, its fund. */
export class ReplayPage {
  #api;
  #sheet = new Sheet();
  #slider = h('input', {id: 'replay-at', type: 'range', min: 1, max: 1, value: 1, 'aria-label': 'Command of the journal'});
  #number = h('input.num', {id: 'replay-number', type: 'number', min: 1, step: 1, value: 1, 'aria-label': 'Command number'});
  #now = h('p.quiet.num', {text: 'The end of the journal is being asked for.'});
  #refused = h('p.refused', {role: 'status'});
  #marks = table([
    {name: 'Asset or future', text: row => row.name},
    {name: 'Mark', is: 'num', text: row => upTo(Number(row.mark), 6)},
  ], {key: row => row.name, empty: 'Nothing has a mark yet.', label: 'Marks'});
  #fund = table([
    {name: 'Asset', text: row => row.asset},
    {name: 'Insurance fund', is: 'num', text: row => upTo(Number(row.insurance), 4)},
    {name: "The venue's capital", is: 'num', text: row => upTo(Number(row.capital), 4)},
  ], {key: row => row.asset, empty: 'The fund is empty.', label: 'Insurance fund'});
  #branch;
  #timer = 0;
  #asked = 0;
  #isScrubbed = false;
  #stops;

  /** @param {{api}} exchange */
  constructor({api}) {
    this.#api = api;
    this.#branch = new Branch(api);
    this.node = h('div.solvency.replay', {},
        h('section.panel.scrub', {'aria-label': 'Instant'}, this.#now, this.#step(-100), this.#step(-1), this.#slider, this.#step(1), this.#step(100), this.#number),
        h('section.verdict-of', {'aria-label': 'Verdict'}, this.#sheet.verdict, this.#refused), this.#branch.node, this.#sheet.hulls,
        h('div.column', {}, this.#sheet.marked, panel('marks', 'Marks', this.#marks.node)),
        h('div.column', {}, this.#sheet.cover, panel('fund', 'Insurance fund', this.#fund.node)),
        h('div.column.last', {}, this.#sheet.spirals, this.#sheet.custody));
    this.#slider.addEventListener('input', () => this.#go(Number(this.#slider.value)));
    this.#number.addEventListener('change', () => this.#go(Number(this.#number.value)));
    this.#stops = [poll(async () => this.#grow(await api.get('/v1/status')), 2_000).stop];
  }

  stop() {
    clearTimeout(this.#timer);
    this.#asked++;
    this.#stops.forEach(stop => stop());
  }

  #step(by) {
    return h('button', {type: 'button', text: `${by > 0 ? '+' : '\u2212'}${Math.abs(by)}`, onclick: () => this.#go(Number(this.#slider.value) + by)});
  }

  /** The journal grows; until somebody moves the slider it stands where the page was opened. */
  #grow({sequence}) {
    this.#slider.max = sequence;
    this.#number.max = sequence;
    if (!this.#isScrubbed) {
      this.#go(sequence);
    }
  }

  #go(to) {
    this.#isScrubbed = true;
    const sequence = Math.max(1, Math.min(Number(this.#slider.max), Math.round(to) || 1));
    this.#slider.value = sequence;
    this.#number.value = sequence;
    clearTimeout(this.#timer);
    const asked = ++this.#asked;
    this.#timer = setTimeout(() => this.#ask(sequence, asked), WAIT_MS);
  }

  async #ask(sequence, asked) {
    try {
      const then = await this.#api.get(`/v1/replay?sequence=${sequence}`);
      if (asked === this.#asked) {
        this.#show(then);
      }
    } catch (error) {
      if (!(error instanceof Refusal || error instanceof TypeError)) {
        throw error;
      }
      put(this.#refused, error.message);
    }
  }

  #show(then) {
    put(this.#refused, '');
    put(this.#now, `${then.time.slice(0, 19).replace('T', ' ')} UTC, after command ${upTo(then.sequence, 0)} of ${upTo(Number(this.#slider.max), 0)}; `
        + `${then.accounts} accounts; state ${then.state_hash}`);
    this.#marks.show(then.marks);
    this.#fund.show(then.fund);
    this.#branch.offer(then);
    if (then.solvency) {
      this.#sheet.show(then.solvency);
    }
  }
}
