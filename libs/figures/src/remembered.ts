import { NoText } from '@dangwu/read-model';
import type { EntityManager } from 'typeorm';

/**
 * What was counted of many organizations, one by one, as of a horizon of synchronization: what changed since is counted again,
 * by whoever asks next, before anything of it is told.
 */
export abstract class Remembered<Row extends { readonly id: string }> {
  protected readonly rows = new Map<string, Row>();

  /**
   * @param version of the association's places under which the organizations were found
   * @param at every change with a smaller number is counted
   */
  constructor(
    readonly version: string,
    private at: string,
    /** whether organizations are known one by one, so that those that change can be counted again */
    readonly byOrganization = true,
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
  /** arguments of `access_confirms`, of a viewer that is remembered; undefined for one that was read for this request */
  readonly proof: readonly unknown[] | undefined;
  /**
   * SQL of the organizations, `id`, that are to be counted again: $1 is the association, $2 the horizon from which changes
   * count, null when nothing is remembered. An `id` of null: all of them.
   */
  readonly changed: string;
  /** @param of only these organizations; null for all */
  count(of: readonly string[] | null): Promise<Row[]>;
  /** the same for all, summed already: for whoever asks first, who need not wait for what only later changes ask for */
  readonly summed?: () => Promise<Row[]>;
  keep(version: string, horizon: string, found: readonly Row[], byOrganization: boolean): Kept;
}

const highest = '9223372036854775807';
/** That a row has changed, in SQL of `Counting.changed`. With an upper end PostgreSQL plans for few rows, whatever $2 is. */
export const changedSince = (changeNumber: string): string => `${changeNumber} between $2::bigint and ${highest}`;

/** What the transaction of whoever asks says of what is remembered. */
interface Found {
  readonly below: string;
  readonly version: string;
  readonly confirmed: boolean | null;
  readonly changed: readonly (string | null)[];
}

/**
 * Remembers counts by what they are of, those asked for least lately go. Nothing is told that the transaction of whoever asks
 * has not confirmed: under which places it was counted, that nothing has changed since, and who the viewer is where it is
 * remembered itself. Rights only say, by the key, which places count.
 */
export class Memory<Row extends { readonly id: string }, Kept extends Remembered<Row>> {
  private readonly kept = new Map<string, Kept>();
  private readonly running = new Map<string, Promise<unknown>>();

  /** @param most organizations, over all that is remembered */
  constructor(private readonly most = 200_000) {}

  /**
   * The counts as they are now.
   * @throws NoText when the viewer that asks is no longer the one that is remembered
   */
  async current(tx: EntityManager, counting: Counting<Row, Kept>): Promise<Kept> {
    for (;;) {
      const kept = this.find(counting.key);
      const since = kept?.horizon ?? null;
      const found = await look(tx, counting, since);
      const same = kept?.version === found.version && !found.changed.includes(null);
      if (!kept || since === null || !same || (found.changed.length > 0 && !kept.byOrganization)) {
        const counted = await this.count(counting, found, same || !counting.summed);
        if (counted) return counted;
      } else if (found.changed.length === 0) {
        return kept;
      } else {
        const ids = found.changed as readonly string[];
        if (kept.take(since, found.below, ids, await counting.count(ids))) return kept;
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
  private async count(
    { key, count, summed, keep }: Counting<Row, Kept>,
    at: Found,
    byOrganization: boolean,
  ): Promise<Kept | undefined> {
    const running = this.running.get(key);
    if (running) {
      // when that one fails we count ourselves
      await running.catch(() => undefined);
      return undefined;
    }
    const counting = byOrganization || !summed ? count(null) : summed();
    this.running.set(key, counting);
    try {
      const kept = keep(at.version, at.below, await counting, byOrganization);
      this.set(key, kept);
      return kept;
    } finally {
      this.running.delete(key);
    }
  }
}

/**
 * Horizon, version and what has changed since, of one snapshot: what is not committed in it has a number that is not below the
 * horizon. In that snapshot the viewer is confirmed as well, before anything is counted for it.
 */
async function look(
  tx: EntityManager,
  { association, changed, proof }: Pick<Counting<never, never>, 'association' | 'changed' | 'proof'>,
  since: string | null,
): Promise<Found> {
  const [found] = await tx.query<[Found]>(
    `select dangwu_changes_below()::text as below, access_places_of($1)::text as version,
       ${proof ? confirms(3) : 'true'} as confirmed, array(select c.id from (${changed}) c) as changed`,
    [association, since, ...(proof ?? [])],
  );
  if (!found.confirmed) throw notConfirmed();
  return found;
}

/** The viewer of a read that is not remembered. @throws NoText when it is no longer the one that is remembered */
export async function confirm(tx: EntityManager, proof: readonly unknown[] | undefined): Promise<void> {
  if (!proof) return;
  const [found] = await tx.query<[{ confirmed: boolean | null }]>(`select ${confirms(1)} as confirmed`, [...proof]);
  if (!found.confirmed) throw notConfirmed();
}

const confirms = (at: number): string =>
  `access_confirms($${at}::bytea, $${at + 1}::timestamptz, $${at + 2}::timestamptz, $${at + 3}::bigint)`;
const notConfirmed = (): NoText => new NoText(false, 'the viewer has changed');
