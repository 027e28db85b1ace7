import {h, put, svg} from '../shell/dom.js';
import {ends, money, percent, range} from '../shell/format.js';

const WIDTH = 120;
const TOP = 16;
const KEEL = 132;
const LINE = 56;

let hulls = 0;

/**
 * How deep one collateral is loaded: a hull in the water, with the Plimsoll mark at its load line.
 * Up to the dark water it is loaded by all that is known, up to the light water where every range
 * is at its worse end; water above the mark is too much. A debt of twice the line is up to the rail.
 */
export class Hull {
  #water = svg('rect.water', {x: 0, width: WIDTH});
  #band = svg('rect.band', {x: 0, width: WIDTH});
  #title = h('h3');
  #share = h('strong.num');
  #words = h('p.quiet.num');

  constructor() {
    const middle = WIDTH / 2;
    const inside = `hull-${++hulls}`;
    const shape = {d: `M8 ${TOP} H${WIDTH - 8} V96 Q${WIDTH - 8} ${KEEL} ${WIDTH - 44} ${KEEL} H44 Q8 ${KEEL} 8 96 Z`};
    const drawing = svg('svg.hull', {viewBox: `0 0 ${WIDTH} ${KEEL + 4}`, 'aria-hidden': 'true'},
        svg('clipPath', {id: inside}, svg('path', shape)),
        svg('g', {'clip-path': `url(#${inside})`}, this.#band, this.#water),
        svg('path.ship', shape),
        svg('circle.disc', {cx: middle, cy: LINE, r: 13}),
        svg('path.disc', {d: `M${middle - 24} ${LINE} H${middle + 24}`}));
    this.node = h('article.load', {}, this.#title, drawing, this.#share, this.#words);
  }

  /** @param {{collateral: string, debt: any, line_low: ?number, line_high: ?number, share: ?number, model: ?string}} load */
  show(load) {
    const [low, high] = [load.line_low, load.line_high];
    const share = load.share;
    put(this.#title, load.collateral);
    put(this.#share, share === null ? 'no line' : `${percent(share, 1)} of the line`);
    put(this.#words, `debt ${range(load.debt)}, line ${range({low, high}, money)}${load.model ? `, by ${load.model}` : ''}`);
    const worse = depth(share ?? 0);
    const debt = ends(load.debt)[0];
    const better = high && debt !== null ? Math.max(worse, depth(debt / high)) : worse;
    pour(this.#band, worse, better);
    pour(this.#water, better, KEEL);
    this.node.classList.toggle('over', share !== null && share > 1);
    this.node.classList.toggle('unknown', share === null);
  }
}

function pour(water, from, to) {
  water.setAttribute('y', from);
  water.setAttribute('height', Math.max(0, to - from));
}

/** Where the water stands: the keel for nothing, the mark for the whole line, the rail for twice that. */
function depth(share) {
  return share <= 1 ? KEEL - share * (KEEL - LINE) : Math.max(TOP, LINE - (share - 1) * (LINE - TOP));
}
