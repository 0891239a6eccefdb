import { Closest } from '../check/closest';
import { comparable } from '../table/normalize';
import { reader, Unreadable, type CellReader } from './reader';

/** A text on one line, as written. Nothing in it is ever evaluated: `=1+1` stays these four characters. */
export function text(limit = 200): CellReader<string> {
  return reader((cell) => limited(cell.text.replace(/\s+/g, ' '), limit));
}

/** A code: half-width, without blanks. Capitals are kept: whether they matter is for the issuer of the code. */
export function code(limit = 64): CellReader<string> {
  return reader((cell) => limited(cell.text.normalize('NFKC').replace(/\s/g, ''), limit));
}

/** A whole number, also where it came as a text, with thousands separated, or with its unit behind it (62人). */
export function integer(range: { min: number; max: number; units?: readonly string[] }): CellReader<number> {
  const { min, max, units = ['人', '名', '个', '位', '年'] } = range;
  return reader((cell) => {
    let shown = cell.text.normalize('NFKC').replace(/\s/g, '');
    const unit = units.find((suffix) => shown.endsWith(suffix));
    if (unit) shown = shown.slice(0, -unit.length);
    if (!/^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.0+)?$/.test(shown) || cell.kind === 'date')
      return new Unreadable('BAD_NUMBER');
    const value = Number(shown.replaceAll(',', ''));
    return value < min || value > max ? new Unreadable('OUT_OF_RANGE', { min, max }) : value;
  });
}

/**
 * One of a list, by any of its names.
 *
 * @param fault the code when it is none of them; its text may use `{choices}`
 */
export function choice<Value extends string>(
  names: Readonly<Record<Value, readonly string[]>>,
  fault: string,
): CellReader<Value> {
  const byName = new Map<string, Value>();
  const first: string[] = [];
  for (const [value, all] of Object.entries<readonly string[]>(names)) {
    if (all[0]) first.push(all[0]);
    for (const one of [value, ...all]) byName.set(comparable(one), value as Value);
  }
  const closest = new Closest(first);
  return reader((cell) => {
    const suggestion = byName.has(comparable(cell.text)) ? undefined : closest.find(cell.text);
    return (
      byName.get(comparable(cell.text)) ?? new Unreadable(fault, { choices: first, ...(suggestion && { suggestion }) })
    );
  });
}

const limited = (value: string, limit: number): string | Unreadable =>
  value.length > limit ? new Unreadable('TOO_LONG', { length: value.length, limit }) : value;
