import { together } from '@dangwu/platform/database';
import type { EntityManager } from 'typeorm';

/**
 * What was counted of many organizations, one by one, as of a horizon of synchronization: what changed since is counted again,
 * by whoever asks next, before anything of it is told.
 */
export abstract class Remembered<Row extends { readonly id: string }> {
  protected readonly rows = new Map<string, Row>();

  /**
   * @param version of the association's rights and places under which the organizations were found
   * @param at every change with a smaller number is counted
   */
  constructor(
    readonly version: string,
    private at: string,
  ) {}

  get horizon(): string {
    return this.at;
  }

  /** How much room it takes, in organizations. */
  get size(): number {
    return this.rows.size;
  }

  get(id: string): Row | undefined {
    return this.rows.get(id);
  }

  /**
   * Takes what was counted anew of the organizations that changed.
   *
   * @param since the horizon from which changes were looked for
   * @returns false when somebody else was faster: then changes have to be looked for again
   */
  take(since: string, horizon: string, changed: readonly string[], found: readonly Row[]): boolean {
    if (this.at !== since) return false;
    this.put(changed, found);
    this.at = horizon;
    return true;
  }

  /** Those that changed are forgotten, those that were found are kept. */
  protected put(changed: readonly string[], found: readonly Row[]): void {
    for (const id of changed) this.rows.delete(id);
    for (const row of found) this.rows.set(row.id, row);
  }
}

/** How to count what is not remembered. */
export interface Counting<Row extends { readonly id: string }, Kept extends Remembered<Row>> {
  /** names all that the counts depend on: association, places in sight, day, span */
  readonly key: string;
  readonly association: string;
  /**
   * SQL of the organizations, `id`, that are to be counted again: $1 is the association, $2 the horizon from which changes
   * count. An `id` of null: all of them.
   */
  readonly changed: string;
  /** @param of only these organizations; null for all */
  count(of: readonly string[] | null): Promise<Row[]>;
  keep(version: string, horizon: string, found: readonly Row[]): Kept;
}

interface Horizon {
  readonly below: string;
  readonly version: string;
}

/**
 * Remembers counts by what they are of, those asked for least lately go. Nothing is told that the transaction of whoever asks
 * has not confirmed: under which rights and places it was counted, and that nothing has changed since.
 */
export class Memory<Row extends { readonly id: string }, Kept extends Remembered<Row>> {
  private readonly kept = new Map<string, Kept>();
  private readonly running = new Map<string, Promise<unknown>>();

  /** @param most organizations, over all that is remembered */
  constructor(private readonly most = 200_000) {}

  /** The counts as they are now. */
  async current(tx: EntityManager, counting: Counting<Row, Kept>): Promise<Kept> {
    for (;;) {
      const kept = this.find(counting.key);
      const since = kept?.horizon ?? null;
      const [horizon, changed] = await together([
        // before what has changed, so that nothing falls between the two
        horizonOf(tx, counting.association),
        since === null ? Promise.resolve([]) : changedSince(tx, counting, since),
      ]);
      if (!kept || since === null || kept.version !== horizon.version || changed.includes(null)) {
        const counted = await this.count(counting, horizon);
        if (counted) return counted;
      } else if (changed.length === 0) {
        return kept;
      } else {
        const ids = changed as string[];
        if (kept.take(since, horizon.below, ids, await counting.count(ids))) return kept;
      }
    }
  }

  find(key: string): Kept | undefined {
    const kept = this.kept.get(key);
    if (kept) {
      this.kept.delete(key);
      this.kept.set(key, kept);
    }
    return kept;
  }

  set(key: string, one: Kept): void {
    this.kept.delete(key);
    this.kept.set(key, one);
    let organizations = [...this.kept.values()].reduce((sum, { size }) => sum + size, 0);
    for (const [oldest, { size }] of this.kept) {
      if (organizations <= this.most) return;
      this.kept.delete(oldest);
      organizations -= size;
    }
  }

  /** Counts everything; undefined when somebody else has just done so. */
  private async count({ key, count, keep }: Counting<Row, Kept>, at: Horizon): Promise<Kept | undefined> {
    const running = this.running.get(key);
    if (running) {
      // when that one fails we count ourselves
      await running.catch(() => undefined);
      return undefined;
    }
    const counting = count(null);
    this.running.set(key, counting);
    try {
      const kept = keep(at.version, at.below, await counting);
      this.set(key, kept);
      return kept;
    } finally {
      this.running.delete(key);
    }
  }
}

async function horizonOf(tx: EntityManager, association: string): Promise<Horizon> {
  const [row] = await tx.query<Horizon[]>(
    `select dangwu_changes_below()::text as below, access_version_of($1)::text as version`,
    [association],
  );
  return row!;
}

async function changedSince(
  tx: EntityManager,
  { association, changed }: Pick<Counting<never, never>, 'association' | 'changed'>,
  since: string,
): Promise<(string | null)[]> {
  const rows = await tx.query<{ id: string | null }[]>(changed, [association, since]);
  return rows.map(({ id }) => id);
}
