import {h} from '../shell/dom.js';
import {clock, fixed} from '../shell/format.js';
import {plot, steps} from './plot.js';

const AXIS = 44;
const FOOT = 18;
const KEPT = 3_600;
const DASHES = [[], [7, 4], [2, 3]];
const COLORS = ['--line-0', '--line-1', '--line-2'];

/** Figures as they went while the page was open, with a line at what none should fall below. */
export class Lines {
  #names;
  #bound;
  #points = [];
  #plot;

  /**
   * @param {string[]} names at most three
   * @param {number} bound
   */
  constructor(label, names, bound) {
    this.#names = names;
    this.#bound = bound;
    this.#plot = plot(label, ink => this.#draw(ink));
    this.node = h('div.lines', {}, h('p.legend', {}, ...names.map((name, i) => h(`span.line-${i}`, {text: name}))), this.#plot.node);
  }

  /** @param {(?number)[]} figures one for each name */
  add(timeMs, figures) {
    if (timeMs > (this.#points.at(-1)?.timeMs ?? 0)) {
      this.#points = [...this.#points.slice(1 - KEPT), {timeMs, figures}];
    }
    this.#plot.draw();
  }

  stop() {
    this.#plot.stop();
  }

  #draw(ink) {
    const all = this.#points.flatMap(point => point.figures).filter(each => each !== null);
    if (all.length === 0) {
      ink.text('Nothing read yet', ink.width / 2, ink.height / 2, '--quiet', 'center');
      return;
    }
    const low = Math.min(0, ...all);
    const high = Math.max(this.#bound * 1.2, ...all.map(each => each * 1.1));
    const [from, to] = [this.#points[0].timeMs, Math.max(this.#points.at(-1).timeMs, this.#points[0].timeMs + 60_000)];
    const floor = ink.height - FOOT;
    const x = time => AXIS + (time - from) / (to - from) * (ink.width - AXIS - 8);
    const y = figure => floor - (figure - low) / (high - low) * (floor - 8);
    steps(low, high, 4).forEach(figure => {
      ink.line(AXIS, y(figure), ink.width, y(figure), '--grid');
      ink.text(fixed(figure, 2), AXIS - 6, y(figure), '--quiet', 'right');
    });
    ink.line(AXIS, y(this.#bound), ink.width, y(this.#bound), '--ink', [2, 3]);
    ink.text(clock(from), AXIS, floor + FOOT / 2, '--quiet');
    ink.text(clock(to), ink.width - 4, floor + FOOT / 2, '--quiet', 'right');
    this.#names.forEach((_, i) => {
      const points = this.#points.filter(point => point.figures[i] !== null);
      ink.curve(points.map(point => [x(point.timeMs), y(point.figures[i])]), COLORS[i], {width: 2, dashes: DASHES[i]});
    });
  }
}
