import {h} from '../shell/dom.js';
import {arrow, decimalsOf, fixed, percent, short, way} from '../shell/format.js';
import {table} from '../shell/table.js';

/** The list of all markets, with a search. Calls `choose` with the name of the one that is picked. */
export class Markets {
  #rows = [];
  #chosen = '';
  #search = h('input', {type: 'search', id: 'market-search', placeholder: 'Search  /', 'aria-label': 'Search markets',
    autocomplete: 'off', spellcheck: 'false'});
  #table;

  constructor(choose) {
    this.#table = table([
      {name: 'Market', text: row => row.name, tone: row => (row.name === this.#chosen ? 'chosen' : '')},
      {name: 'Last', is: 'num', text: row => fixed(lastOf(row), decimalsOf(row.priceIncrement))},
      {name: '24 h', is: 'num', text: row => arrow(row.change24h, percent(row.change24h)), tone: row => way(row.change24h)},
      {name: 'Volume', is: 'num wide', text: row => (row.volumeUsd24h > 0 ? short(row.volumeUsd24h) : '–')},
    ], {key: row => row.name, empty: 'No market has this in its name.', label: 'Markets', pick: row => choose(row.name)});
    this.#search.addEventListener('input', () => this.#filter());
    this.#search.addEventListener('keydown', event => {
      const first = this.#found()[0];
      if (event.key === 'Enter' && first) {
        this.#search.value = '';
        this.#search.blur();
        choose(first.name);
      } else if (event.key === 'Escape') {
        this.#search.value = '';
        this.#search.blur();
        this.#filter();
      }
    });
    this.node = h('section.panel.markets', {'aria-label': 'Markets'}, this.#search, this.#table.node);
  }

  show(rows, chosen) {
    this.#rows = rows;
    this.#chosen = chosen;
    this.#filter();
  }

  search() {
    this.#search.focus();
    this.#search.select();
  }

  #found() {
    const asked = this.#search.value.trim().toUpperCase();
    return this.#rows.filter(row => row.name.includes(asked));
  }

  #filter() {
    this.#table.show(this.#found());
  }
}

/** What a market shows as its price: the last trade, else the middle, the mark or the index. */
export function lastOf(market) {
  return market.last ?? market.mark ?? market.price ?? market.index;
}
