import type { ResultNodeParts } from './result-parts';

/** Points as they are read: a minus that is one, an empty sign where there are none. */
export const pointsText = (points: string | null | undefined): string => points?.replace('-', '−') ?? '—';

/** `100.00` as `100`: the most there is needs no decimals. */
export const shortText = (decimal: string): string => decimal.replace(/\.0+$/, '').replace(/(\.\d*?)0+$/, '$1');

/** A share from 0 to 1 as per cent. */
export const percentText = (share: string | null | undefined): string =>
  share === null || share === undefined ? '—' : `${Math.round(Number(share) * 100)}%`;

/** A difference with its sign; an empty sign where there is none. */
export function signedText(difference: string | null | undefined): string {
  if (difference === null || difference === undefined) return '—';
  if (Number(difference) === 0) return '±0';
  return difference.startsWith('-') ? pointsText(difference) : `+${difference}`;
}

/** What changed between two totals, with its sign. */
export function differenceText(before: string, after: string): string {
  const places = Math.max(...[before, after].map((one) => one.split('.')[1]?.length ?? 0));
  const difference = (Number(after) - Number(before)).toFixed(places);
  return signedText(difference);
}

/** A node below another, and how deep. */
export interface PlacedNode {
  readonly node: ResultNodeParts;
  readonly depth: number;
}

/** A node and all below it, in the order of the scheme. */
export function branchOf(nodes: readonly ResultNodeParts[], key: string, depth = 0): PlacedNode[] {
  const node = nodes.find((one) => one.key === key);
  if (!node) return [];
  const below = nodes.filter(({ parentKey }) => parentKey === key);
  return [{ node, depth }, ...below.flatMap((child) => branchOf(nodes, child.key, depth + 1))];
}

/** The equation of an explanation, and what was counted for it: `20 × 0.90` and `应办 40 次…`. */
export function saidOf(explanation: string, { name, points }: { name: string; points?: string | null }) {
  const own = explanation.startsWith(name) ? explanation.slice(name.length).trim() : explanation;
  const [first = '', ...rest] = own.split(/\uff1b|; /);
  const signed = points ? [points, pointsText(points), `+${points}`].find((one) => first.startsWith(one)) : undefined;
  const equation = signed ? first.slice(signed.length).replace(/^\s*=?\s*/, '') : first;
  return { equation, counted: rest.join('\uff1b') };
}

/** Names without what all of them begin and end with: 工作组织推动性强, 工作计划导向性强 are told apart by less. */
export function apart(names: readonly string[]): string[] {
  const [first = '', ...others] = names;
  if (others.length < 2 || /^[\x20-\x7e]+$/.test(first)) return [...names];
  const shared = (from: (name: string) => string) => {
    let length = 0;
    while (length < first.length && others.every((name) => from(name)[length] === from(first)[length])) length += 1;
    return length;
  };
  const start = shared((name) => name);
  const end = shared((name) => [...name].reverse().join(''));
  const short = names.map((name) => name.slice(start, name.length - end));
  return short.every((name) => name.length >= 2) ? short : [...names];
}
