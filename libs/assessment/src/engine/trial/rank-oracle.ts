/*
 * Order and grades of a comparison group, said by what must hold for each one by itself: how many stand before it, and how
 * many are as good as it. Shares no code with rank.ts, which cuts lists.
 */

export interface Contestant {
  readonly id: string;
  readonly total: number | null;
  /** whether points and vetoes let it have the best grade */
  readonly reached: boolean;
  /** what tie-breakers look at, more is better; null: does not apply */
  readonly breakers: readonly (number | null)[];
}

export interface Standing {
  readonly rank: number;
  readonly top: boolean;
}

/** @returns where everybody with a total stands, by id */
export function standings(
  all: readonly Contestant[],
  limit: number | null,
  equal: 'BOTH' | 'NEITHER',
): ReadonlyMap<string, Standing> {
  const placed = all.filter(({ total }) => total !== null);
  const signs = new Map(placed.map((one) => [one.id, [one.total!]]));
  const sameSigns = (one: Contestant, other: Contestant) => String(signs.get(one.id)) === String(signs.get(other.id));
  for (const at of placed[0]?.breakers.keys() ?? []) {
    // a breaker says nothing of all who are equal so far once it says nothing of one of them
    const silent = placed.map((one) => placed.some((other) => sameSigns(one, other) && other.breakers[at] === null));
    placed.forEach((one, index) => signs.get(one.id)!.push(silent[index] ? 0 : one.breakers[at]!));
    if (placed.some(({ id }) => signs.get(id)!.length !== at + 2)) throw new Error('A step is missing');
  }
  const before = (one: Contestant, other: Contestant) => {
    const [mine, others] = [signs.get(one.id)!, signs.get(other.id)!];
    const at = mine.findIndex((sign, index) => sign !== others[index]);
    return at >= 0 && mine[at]! > others[at]!;
  };
  const count = (of: (other: Contestant) => boolean) => placed.filter(of).length;
  return new Map(
    placed.map((one) => {
      const better = count((other) => other.reached && before(other, one));
      const asGood = count((other) => other.reached && !before(one, other));
      const fits = limit === null || (equal === 'BOTH' ? better < limit : asGood <= limit);
      return [one.id, { rank: 1 + count((other) => before(other, one)), top: one.reached && fits }];
    }),
  );
}
