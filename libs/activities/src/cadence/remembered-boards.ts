import { Remembered } from '@dangwu/figures';
import { unchanging } from '@dangwu/read-model';
import type { ComplianceRow } from './compliance-board.type';

/** What is remembered of an organization: its counts, where it stands on the board, and its row once it was asked for. */
export interface OnBoard {
  readonly id: string;
  /** in the order of `countNames` */
  readonly counts: readonly number[];
  readonly rank: number;
  readonly path: string;
  /** rows are for organizations that are still there */
  readonly listed: boolean;
  row?: ComplianceRow;
}

/** Whatever was counted is counted in these, and of each obligation in the first and one of the others. */
export const countNames = [
  'total',
  'late',
  'atRisk',
  'awaitingRecord',
  'unplanned',
  'planned',
  'done',
  'waived',
] as const;

/** The place of an organization in the order of boards. */
export type Standing = Pick<OnBoard, 'rank' | 'path'>;

/** The counts of a board by organization, in its order. */
export class RememberedBoard extends Remembered<OnBoard> {
  private readonly sums = countNames.map(() => 0);
  private sorted: OnBoard[] | null = null;
  private withRow = 0;

  constructor(version: string, horizon: string, found: readonly OnBoard[]) {
    super(version, horizon);
    this.put([], found);
  }

  override get size(): number {
    return this.count + this.withRow * roomOfRow;
  }

  /** How many organizations have something on it. */
  get count(): number {
    return this.rows.size;
  }

  /** Sums of the counts, by `countNames`. */
  get totals(): readonly number[] {
    return this.sums;
  }

  /** Rows are kept of the pages that are asked for first. They go with the counts when anything of the organization changes. */
  keep(organization: OnBoard, row: ComplianceRow): void {
    if (organization.row || this.withRow >= mostWithRow || this.get(organization.id) !== organization) return;
    organization.row = unchanging(row);
    this.withRow++;
  }

  /** The organizations that come after a place, in order. */
  after(place: Standing | null, most: number): OnBoard[] {
    const rows = (this.sorted ??= [...this.rows.values()].filter(({ listed }) => listed).sort(inOrder));
    let [low, high] = [0, place ? rows.length : 0];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (inOrder(rows[middle]!, place!) <= 0) low = middle + 1;
      else high = middle;
    }
    return rows.slice(low, low + most);
  }

  protected override put(changed: readonly string[], found: readonly OnBoard[]): void {
    for (const id of changed) {
      const old = this.get(id);
      if (old?.row) this.withRow--;
      old?.counts.forEach((count, i) => (this.sums[i]! -= count));
    }
    super.put(changed, found);
    for (const { counts } of found) counts.forEach((count, i) => (this.sums[i]! += count));
    this.sorted = null;
  }
}

const mostWithRow = 1_000;
/** A year by month with what was written of it, beside the counts. */
const roomOfRow = 24;

/** Paths are figures and slashes: they sort here as in the collation "C". */
const inOrder = (a: Standing, b: Standing): number =>
  a.rank - b.rank || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
