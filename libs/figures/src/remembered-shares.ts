import { Remembered } from './remembered';

/** What an organization counts by itself, and below which organization it stands. */
export interface OwnShare {
  readonly id: string;
  /** path of the organization directly below the one asked about; that one's own for itself */
  readonly head: string;
  readonly part: number;
  readonly whole: number | null;
}

export interface Share {
  readonly part: number;
  readonly whole: number | null;
}

/** A figure by organization, and what that makes for those directly below. */
export class RememberedShares extends Remembered<OwnShare> {
  private sums: ReadonlyMap<string, Share> | null = null;

  constructor(version: string, horizon: string, found: readonly OwnShare[], byOrganization = true) {
    super(version, horizon, byOrganization);
    this.put([], found);
  }

  /** By path. Summed anew where something changed, so that no error of fractions adds up. */
  get byHead(): ReadonlyMap<string, Share> {
    return (this.sums ??= sumsOf(this.rows.values()));
  }

  protected override put(changed: readonly string[], found: readonly OwnShare[]): void {
    super.put(changed, found);
    this.sums = null;
  }
}

function sumsOf(rows: Iterable<OwnShare>): Map<string, Share> {
  const sums = new Map<string, { part: number; whole: number | null }>();
  for (const { head, part, whole } of rows) {
    const sum = sums.get(head) ?? { part: 0, whole: null };
    sum.part += part;
    if (whole !== null) sum.whole = (sum.whole ?? 0) + whole;
    sums.set(head, sum);
  }
  for (const sum of sums.values()) {
    sum.part = exact(sum.part);
    if (sum.whole !== null) sum.whole = exact(sum.whole);
  }
  return sums;
}

/** Without what adding binary fractions leaves behind; figures are told to two places. */
const exact = (sum: number): number => Math.round(sum * 1e8) / 1e8;
