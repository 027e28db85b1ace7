const MINUS = '\u2212';
const formats = new Map();

function format(least, most) {
  const key = least * 100 + most;
  if (!formats.has(key)) {
    formats.set(key, new Intl.NumberFormat('en-US', {minimumFractionDigits: least, maximumFractionDigits: most}));
  }
  return formats.get(key);
}

const isNumber = x => typeof x === 'number' && Number.isFinite(x);

/** How many decimals a step of prices or sizes has: 0.0025 has 4. */
export function decimalsOf(step) {
  const [digits, power] = step.toExponential().split('e');
  return Math.max(0, (digits.split('.')[1] ?? '').length - Number(power));
}

/** A number with so many decimals; a dash where there is none. */
export function fixed(x, decimals) {
  return isNumber(x) ? format(decimals, decimals).format(x).replace('-', MINUS) : '–';
}

/** A number with at most so many decimals. */
export function upTo(x, decimals) {
  return isNumber(x) ? format(0, decimals).format(x).replace('-', MINUS) : '–';
}

/** An amount of money as one reads it: cents up to 10,000, then whole, then short from ten millions on. */
export function money(x) {
  if (!isNumber(x)) {
    return '–';
  }
  const size = Math.abs(x);
  return size >= 1e7 ? short(x) : fixed(x, size >= 1e4 ? 0 : 2);
}

/** A large number in few digits: 12.3m. */
export function short(x) {
  if (!isNumber(x)) {
    return '–';
  }
  for (const [unit, name] of [[1e12, 'tn'], [1e9, 'bn'], [1e6, 'm'], [1e3, 'k']]) {
    if (Math.abs(x) >= unit) {
      const part = x / unit;
      return fixed(part, Math.abs(part) >= 100 ? 0 : Math.abs(part) >= 10 ? 1 : 2) + name;
    }
  }
  return fixed(x, 2);
}

export function percent(x, decimals = 2) {
  return isNumber(x) ? fixed(x * 100, decimals) + '%' : '–';
}

/** A number that says which way it goes, with an arrow beside the sign, so that color is not needed. */
export function arrow(x, text) {
  return !isNumber(x) ? '–' : x > 0 ? `▲ +${text}` : x < 0 ? `▼ ${text}` : `  ${text}`;
}

/** The class of a number that goes up or down. */
export const way = x => (x > 0 ? 'up' : x < 0 ? 'down' : 'even');

/** The time of day, UTC. */
export function clock(time) {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? '–' : date.toISOString().slice(11, 19);
}

/** A figure that the solvency engine gives: a text, or a range of two of which either may be missing. */
export function range(figure, show = money) {
  const [low, high] = ends(figure);
  if (low === null && high === null) {
    return 'unknown';
  }
  return low === high ? show(low) : `${low === null ? '?' : show(low)} to ${high === null ? '?' : show(high)}`;
}

/** Both ends of such a figure as numbers; null where there is none. */
export function ends(figure) {
  if (figure === null || figure === undefined) {
    return [null, null];
  }
  const number = x => (x === null || x === undefined ? null : Number(x));
  return typeof figure === 'object' ? [number(figure.low), number(figure.high)] : [Number(figure), Number(figure)];
}
