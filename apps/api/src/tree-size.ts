import type { Database } from '@dangwu/platform/database';

const keep = 10 * 60_000;

/**
 * About how many organizations there are, for choosing plans: PostgreSQL's own estimate, asked again at most every ten
 * minutes and never waited for.
 */
export function treeSizeOf(database: Database): () => number {
  let size = 1_000;
  let asked = -Infinity;
  const ask = async (): Promise<void> => {
    const [row] = await database.source.query<{ estimate: number }[]>(
      `select reltuples::float8 as estimate from pg_class where oid = 'party_organization'::regclass`,
    );
    // -1: never analysed
    if (row && row.estimate > 0) size = row.estimate;
  };
  return () => {
    if (performance.now() - asked > keep) {
      asked = performance.now();
      ask().catch(() => (asked = -Infinity));
    }
    return size;
  };
}
