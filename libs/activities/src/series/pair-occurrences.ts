import { daysBetween } from '@dangwu/platform/clock';

/** What is there of a series: on which day it was due, and whether a change of the series reaches it. */
export interface Standing {
  readonly occursOn: string;
  /** cancelled, held, or changed by itself: it stands for its occurrence and is left alone */
  readonly kept: boolean;
}

export interface Due {
  readonly originalDate: string;
}

export interface Pairs<S, D> {
  /** becomes the occurrence of another day, or stays that of its own */
  readonly moved: readonly (readonly [S, D])[];
  /** has no occurrence any more */
  readonly surplus: readonly S[];
  /** has no activity yet */
  readonly fresh: readonly D[];
}

/** Further apart two days are not the same occurrence that moved: one is cancelled, the other new. */
const farthest = 31;

/**
 * Which activity becomes which occurrence when a series changes: the nearest, so that a Friday becomes the Thursday of
 * its week and keeps its history.
 */
export function pairOccurrences<S extends Standing, D extends Due>(
  there: readonly S[],
  due: readonly D[],
): Pairs<S, D> {
  const apart = (one: S, other: D): number => Math.abs(daysBetween(one.occursOn, other.originalDate));
  const near = there
    .flatMap((one) => due.map((other) => ({ one, other, days: apart(one, other) })))
    .filter(({ days }) => days <= farthest)
    .sort(
      (a, b) =>
        a.days - b.days ||
        (a.one.occursOn < b.one.occursOn ? -1 : a.one.occursOn > b.one.occursOn ? 1 : 0) ||
        (a.other.originalDate < b.other.originalDate ? -1 : 1),
    );
  const pairs = new Map<S, D>();
  const taken = new Set<D>();
  for (const { one, other } of near) {
    if (pairs.has(one) || taken.has(other)) continue;
    pairs.set(one, other);
    taken.add(other);
  }
  return {
    moved: [...pairs].filter(([{ kept }]) => !kept),
    surplus: there.filter((one) => !one.kept && !pairs.has(one)),
    fresh: due.filter((one) => !taken.has(one)),
  };
}
