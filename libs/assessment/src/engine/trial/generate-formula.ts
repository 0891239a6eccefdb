import fc from 'fast-check';
import type { Listed } from './fractions';

const comparisons = ['<', '<=', '>', '>=', '==', '!='];

const { expression } = fc.letrec<{ expression: Listed }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4, depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('value', 'part', 'whole', 'weight', 'value', 'weight', '0', '1', '2', '100', '0.5', '12.25', '3'),
    fc.tuple(fc.constantFrom('+', '-', '*', '/', '*', 'min', 'max'), tie('expression'), tie('expression')),
    fc.tuple(fc.constantFrom('-', 'round'), tie('expression')),
    fc.tuple(fc.constant('round'), tie('expression'), fc.constantFrom('0', '1', '2')),
    fc.tuple(fc.constant('clamp'), tie('expression'), tie('expression'), tie('expression')),
    fc
      .tuple(fc.constantFrom(...comparisons), tie('expression'), tie('expression'))
      .chain((test) => fc.tuple(fc.constant('?'), fc.constant(test), tie('expression'), tie('expression'))),
  ),
}));

/** Formulas as lists, short enough to be written. */
export const formula: fc.Arbitrary<Listed> = expression.filter((list) => written(guarded(list)).length <= 470);

const binding: Readonly<Record<string, number>> = { '?': 0, '+': 3, '-': 3, '*': 4, '/': 4, negative: 5 };

/** The text of a listed formula, with no more brackets than it needs: so that what binds stronger is tried, too. */
export function written(list: Listed, least = 0): string {
  if (typeof list === 'string') return list;
  const [name, ...rest] = list;
  const [a, b, c] = rest as [Listed, Listed, Listed];
  const text = (one: Listed, from: number) => written(one, from);
  if (comparisons.includes(name)) return `${text(a, 3)} ${name} ${text(b, 3)}`;
  const own = name === '-' && rest.length === 1 ? 'negative' : name;
  const strength = binding[own];
  if (strength === undefined) return `${name}(${rest.map((one) => text(one, 0)).join(', ')})`;
  const bare =
    own === '?'
      ? `${text(a, 1)} ? ${text(b, 0)} : ${text(c, 0)}`
      : own === 'negative'
        ? `-${text(a, 6)}`
        : `${text(a, strength)} ${name} ${text(b, strength + 1)}`;
  return strength < least ? `(${bare})` : bare;
}

/** Divides by nothing nowhere: what divides is at least a half. */
export function guarded(list: Listed): Listed {
  if (typeof list === 'string') return list;
  const [name, ...rest] = list;
  const inner = rest.map(guarded);
  return name === '/' ? [name, inner[0]!, ['max', inner[1]!, '0.5']] : [name, ...inner];
}

export function names(list: Listed, name: string): boolean {
  return typeof list === 'string' ? list === name : list.some((one) => names(one, name));
}
