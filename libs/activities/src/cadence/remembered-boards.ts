import type { ComplianceCell } from './compliance-board.type';

/** What is remembered of an organization: its counts, where it stands on the board, and its cells once they were asked for. */
export interface OnBoard {
  readonly id: string;
  /** in the order of `countNames` */
  readonly counts: readonly number[];
  readonly rank: number;
  readonly path: string;
  /** rows are for organizations that are still there */
  readonly listed: boolean;
  cells?: readonly ComplianceCell[];
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

/**
 * The counts of a board by organization, as of a horizon of synchronization: what changed since is counted again, by whoever
 * asks next, before anything of it is told.
 */
export class RememberedBoard {
  private readonly organizations = new Map<string, OnBoard>();
  private readonly sums = countNames.map(() => 0);
  private sorted: OnBoard[] | null = null;
  private withCells = 0;

  /**
   * @param horizon every change with a smaller number is counted
   * @param version of the association's rights and places under which organizations were found
   */
  constructor(
    readonly version: string,
    private at: string,
    found: readonly OnBoard[],
  ) {
    this.put([], found);
  }

  get horizon(): string {
    return this.at;
  }

  /** How much room it takes, in organizations. */
  get size(): number {
    return this.organizations.size + this.withCells * roomOfCells;
  }

  /** How many organizations have something on it. */
  get count(): number {
    return this.organizations.size;
  }

  /** Sums of the counts, by `countNames`. */
  get totals(): readonly number[] {
    return this.sums;
  }

  /**
   * Takes what was counted anew of the organizations that changed.
   *
   * @param since the horizon from which changes were looked for
   * @returns false when somebody else was faster: then changes have to be looked for again
   */
  take(since: string, horizon: string, changed: readonly string[], found: readonly OnBoard[]): boolean {
    if (this.at !== since) return false;
    this.put(changed, found);
    this.at = horizon;
    return true;
  }

  /** Cells are kept of the pages that are asked for first. */
  keep(row: OnBoard, cells: readonly ComplianceCell[]): void {
    if (row.cells || this.withCells >= mostWithCells) return;
    row.cells = cells;
    this.withCells++;
  }

  get(id: string): OnBoard | undefined {
    return this.organizations.get(id);
  }

  /** The organizations that come after a place, in order. */
  after(place: Standing | null, most: number): OnBoard[] {
    const rows = (this.sorted ??= [...this.organizations.values()].filter(({ listed }) => listed).sort(inOrder));
    let [low, high] = [0, place ? rows.length : 0];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (inOrder(rows[middle]!, place!) <= 0) low = middle + 1;
      else high = middle;
    }
    return rows.slice(low, low + most);
  }

  private put(changed: readonly string[], found: readonly OnBoard[]): void {
    const gone = new Map(changed.map((id) => [id, this.organizations.get(id)]));
    for (const [id, old] of gone) {
      this.organizations.delete(id);
      if (old?.cells) this.withCells--;
      old?.counts.forEach((count, i) => (this.sums[i]! -= count));
    }
    for (const row of found) {
      this.organizations.set(row.id, row);
      row.counts.forEach((count, i) => (this.sums[i]! += count));
    }
    this.sorted = null;
  }
}

const mostWithCells = 1_000;
/** A year by month, beside the counts. */
const roomOfCells = 8;

/** Paths are figures and slashes: they sort here as in the collation "C". */
const inOrder = (a: Standing, b: Standing): number =>
  a.rank - b.rank || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

/** Organizations over all that is remembered: some 300 bytes each, some kilobytes where cells were asked for. */
const mostOrganizations = 200_000;

/** Boards by what they are of; those asked for least lately go. */
export class RememberedBoards {
  private readonly boards = new Map<string, RememberedBoard>();

  find(key: string): RememberedBoard | undefined {
    const board = this.boards.get(key);
    if (board) {
      this.boards.delete(key);
      this.boards.set(key, board);
    }
    return board;
  }

  set(key: string, board: RememberedBoard): void {
    this.boards.delete(key);
    this.boards.set(key, board);
    let organizations = [...this.boards.values()].reduce((sum, { size }) => sum + size, 0);
    for (const [oldest, { size }] of this.boards) {
      if (organizations <= mostOrganizations) return;
      this.boards.delete(oldest);
      organizations -= size;
    }
  }
}
