import {h, perFrame} from '../shell/dom.js';
import {theme} from '../shell/theme.js';

/**
 * A canvas as sharp as the screen, drawn anew when its size, the theme or its matter changes. It
 * keeps the size that its box gives it, so what is drawn never moves the page.
 *
 * @param {string} label what it shows, for those who do not see it
 * @param {(ink: Ink) => void} draw
 */
export function plot(label, draw) {
  const canvas = h('canvas', {role: 'img', 'aria-label': label});
  const node = h('div.plot', {}, canvas);
  const ink = new Ink(canvas);
  const again = perFrame(() => {
    const box = node.getBoundingClientRect();
    if (box.width >= 1 && box.height >= 1) {
      ink.begin(box.width, box.height);
      draw(ink);
    }
  });
  const sizes = new ResizeObserver(again);
  sizes.observe(node);
  theme.addEventListener('change', again);
  return {
    node,
    canvas,
    draw: again,
    stop() {
      sizes.disconnect();
      theme.removeEventListener('change', again);
    },
  };
}

/** A canvas's pen, in the page's own pixels and colors. */
class Ink {
  #canvas;
  #pen;
  width = 0;
  height = 0;

  constructor(canvas) {
    this.#canvas = canvas;
    this.#pen = canvas.getContext('2d');
  }

  begin(width, height) {
    const scale = window.devicePixelRatio || 1;
    this.width = width;
    this.height = height;
    const [across, down] = [Math.round(width * scale), Math.round(height * scale)];
    if (this.#canvas.width !== across || this.#canvas.height !== down) {
      this.#canvas.width = across;
      this.#canvas.height = down;
    }
    this.#pen.setTransform(scale, 0, 0, scale, 0, 0);
    this.#pen.clearRect(0, 0, width, height);
    this.#pen.font = `11px ${getComputedStyle(this.#canvas).fontFamily}`;
    this.#pen.textBaseline = 'middle';
  }

  /** A straight line on whole pixels. */
  line(x0, y0, x1, y1, color, dashes = []) {
    this.#pen.strokeStyle = theme.color(color);
    this.#pen.lineWidth = 1;
    this.#pen.setLineDash(dashes);
    this.#pen.beginPath();
    this.#pen.moveTo(Math.round(x0) + 0.5, Math.round(y0) + 0.5);
    this.#pen.lineTo(Math.round(x1) + 0.5, Math.round(y1) + 0.5);
    this.#pen.stroke();
    this.#pen.setLineDash([]);
  }

  /** A line through points, and the area under it down to `floor` where that is given. */
  curve(points, color, {width = 1.5, floor = null, dashes = []} = {}) {
    if (points.length === 0) {
      return;
    }
    this.#pen.beginPath();
    points.forEach(([x, y], i) => (i === 0 ? this.#pen.moveTo(x, y) : this.#pen.lineTo(x, y)));
    this.#pen.strokeStyle = theme.color(color);
    this.#pen.lineWidth = width;
    this.#pen.setLineDash(dashes);
    this.#pen.stroke();
    this.#pen.setLineDash([]);
    if (floor !== null) {
      this.#pen.lineTo(points.at(-1)[0], floor);
      this.#pen.lineTo(points[0][0], floor);
      this.#pen.globalAlpha = 0.16;
      this.#pen.fillStyle = theme.color(color);
      this.#pen.fill();
      this.#pen.globalAlpha = 1;
    }
  }

  box(x, y, width, height, color, alpha = 1) {
    this.#pen.globalAlpha = alpha;
    this.#pen.fillStyle = theme.color(color);
    this.#pen.fillRect(x, y, width, height);
    this.#pen.globalAlpha = 1;
  }

  /** An empty box, by which rising candles differ from falling ones without color. */
  frame(x, y, width, height, color) {
    this.#pen.strokeStyle = theme.color(color);
    this.#pen.lineWidth = 1;
    this.#pen.strokeRect(x + 0.5, y + 0.5, Math.max(0, width - 1), Math.max(0, height - 1));
  }

  text(text, x, y, color, align = 'left') {
    this.#pen.fillStyle = theme.color(color);
    this.#pen.textAlign = align;
    this.#pen.fillText(text, x, y);
  }

  /** A text on a ground of its own, right of `x`. */
  tag(text, x, y, ground) {
    const width = this.#pen.measureText(text).width + 8;
    this.box(x, y - 9, width, 18, ground);
    this.text(text, x + 4, y, '--on-accent');
  }

  textWidth(text) {
    return this.#pen.measureText(text).width;
  }
}

/** Round steps between `low` and `high`, about `count` of them. */
export function steps(low, high, count) {
  const raw = (high - low) / Math.max(1, count);
  if (!(raw > 0) || !Number.isFinite(raw)) {
    return [];
  }
  const unit = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map(factor => factor * unit).find(size => size >= raw);
  const list = [];
  for (let i = Math.ceil(low / step); i * step <= high; i++) {
    list.push(i * step);
  }
  return list;
}
