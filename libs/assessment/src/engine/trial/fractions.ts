/* Fractions of BigInt in lowest terms, and formulas as lists, for the oracle; nothing here is the engine's. */

/** A formula as a list, `['+', 'value', '2']`. */
export type Listed = string | readonly [string, ...Listed[]];

/** [over, under] in lowest terms, under above 0. */
export type Fraction = readonly [bigint, bigint];

/** A node that cannot be computed. */
export const unknown: unique symbol = Symbol('unknown');
export type Known<T> = T | typeof unknown;

export function fraction(over: bigint, under = 1n): Fraction {
  let [a, b] = [over < 0n ? -over : over, under < 0n ? -under : under];
  while (b) [a, b] = [b, a % b];
  const sign = under < 0n ? -1n : 1n;
  return a === 0n ? [0n, 1n] : [(sign * over) / a, (sign * under) / a];
}

/** The fraction of a decimal or of a/b, or nothing. */
export function parse(text: unknown): Fraction | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+)|\/(\d+))?$/.exec(String(text));
  if (!match || typeof text !== 'string') return undefined;
  const [, minus, whole = '', places = '', under] = match;
  if (whole.length > 12 || places.length > 6) return undefined;
  const over = BigInt(whole + places) * (minus ? -1n : 1n);
  return fraction(over, under ? BigInt(under) : 10n ** BigInt(places.length));
}

export const add = ([a, b]: Fraction, [c, d]: Fraction) => fraction(a * d + c * b, b * d);
export const multiply = ([a, b]: Fraction, [c, d]: Fraction) => fraction(a * c, b * d);
export const divide = ([a, b]: Fraction, [c, d]: Fraction) => fraction(a * d, b * c);
export const less = ([a, b]: Fraction, [c, d]: Fraction) => a * d < c * b;
export const same = (one: Fraction, other: Fraction) => !less(one, other) && !less(other, one);
export const nought: Fraction = [0n, 1n];
export const unity: Fraction = [1n, 1n];

/** How a number lies between two of the last place. */
export function between([over, under]: Fraction, scale: number): string {
  const size = (over < 0n ? -over : over) * 10n ** BigInt(scale);
  const rest = (size % under) * 2n;
  if (rest === 0n) return 'nothing to round';
  if (rest === under) return (size / under) % 2n === 0n ? 'a tie above an even place' : 'a tie above an odd place';
  return rest < under ? 'below the half' : 'above the half';
}

/** In whole units of the last place. */
export function inUnits(value: Fraction, scale: number, mode: string): bigint {
  const [over, under] = multiply(value, [10n ** BigInt(scale), 1n]);
  const size = over < 0n ? -over : over;
  const [down, rest] = [size / under, (size % under) * 2n];
  const odd = down % 2n === 1n;
  const up = { DOWN: false, HALF_UP: rest >= under, HALF_EVEN: rest > under || (rest === under && odd) }[mode];
  return (over < 0n ? -1n : 1n) * (up ? down + 1n : down);
}

export const inside = (value: Fraction, most: Fraction) => (value[0] < 0n ? nought : less(most, value) ? most : value);

export function run(formula: Listed, values: Readonly<Record<string, Fraction | null>>, mode: string): Known<Fraction> {
  if (typeof formula === 'string') {
    const value = formula in values ? values[formula] : parse(formula);
    return value ?? unknown;
  }
  const [name, ...rest] = formula;
  if (name === '?') {
    const [comparison, yes, no] = rest as [readonly [string, Listed, Listed], Listed, Listed];
    const left = run(comparison[1], values, mode);
    const right = run(comparison[2], values, mode);
    if (left === unknown || right === unknown) return unknown;
    const way = less(left, right) ? '<' : less(right, left) ? '>' : '=';
    const ways: Record<string, string> = { '<': '<', '<=': '<=', '>': '>', '>=': '>=', '==': '=', '!=': '<>' };
    return run(ways[comparison[0]]!.includes(way) ? yes : no, values, mode);
  }
  const given = rest.map((one) => run(one, values, mode));
  if (given.includes(unknown)) return unknown;
  const [a, b, c] = given as [Fraction, Fraction, Fraction];
  const ordered = (given as Fraction[]).toSorted((one, other) => (less(one, other) ? -1 : less(other, one) ? 1 : 0));
  switch (name) {
    case '+':
      return add(a, b);
    case '-':
      return given.length === 1 ? [-a[0], a[1]] : add(a, [-b[0], b[1]]);
    case '*':
      return multiply(a, b);
    case '/':
      return b[0] === 0n ? unknown : divide(a, b);
    case 'min':
      return ordered[0]!;
    case 'max':
      return ordered.at(-1)!;
    case 'clamp': {
      const raised = less(a, b) ? b : a;
      return less(c, raised) ? c : raised;
    }
    default: {
      const places = Number((b ?? nought)[0]);
      return fraction(inUnits(a, places, mode), 10n ** BigInt(places));
    }
  }
}
