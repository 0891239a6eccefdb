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

/**
 * Which activity becomes which occurrence when a series changes: that of the same day first, then the rest in their
 * order, so that a Friday becomes the Thursday of its week and keeps its history. Both lists are in the order of days.
 */
export function pairOccurrences<S extends Standing, D extends Due>(
  there: readonly S[],
  due: readonly D[],
): Pairs<S, D> {
  const byDay = new Map(due.map((one) => [one.originalDate, one]));
  const moved: (readonly [S, D])[] = [];
  const others: S[] = [];
  for (const one of there) {
    const same = byDay.get(one.occursOn);
    if (!same) others.push(one);
    else {
      byDay.delete(one.occursOn);
      if (!one.kept) moved.push([one, same]);
    }
  }
  const left = [...byDay.values()];
  const surplus: S[] = [];
  for (const one of others) {
    const next = left.shift();
    if (one.kept) continue;
    if (next) moved.push([one, next]);
    else surplus.push(one);
  }
  return { moved, surplus, fresh: left };
}
