import type { MigrationInterface, QueryRunner } from 'typeorm';

const ends = (kind: 'path' | 'leads', end: 'lo' | 'hi'): string =>
  `nullif(current_setting('dangwu.${kind}_${end}', true), '')::text[]`;
/** The last range that begins at the place or before it: when the place lies behind its end, it lies in none. */
const within = (place: string, kind: 'path' | 'leads'): string =>
  `${place} collate "C" < (${ends(kind, 'hi')})[width_bucket(${place} collate "C", ${ends(kind, 'lo')})]`;

const each = (place: string, kind: 'path' | 'leads'): string => `exists (
  select from unnest(${ends(kind, 'lo')}, ${ends(kind, 'hi')}) as r (lo, hi)
  where ${place} collate "C" >= r.lo and ${place} collate "C" < r.hi)`;

const reaches = (place: (place: string, kind: 'path' | 'leads') => string): string => `
  create or replace function dangwu_reaches(path text, leads_path text) returns boolean language sql stable parallel safe as $$
    select coalesce(coalesce(current_setting('dangwu.everywhere', true), 'off') = 'on'
      or ${place('path', 'path')} or ${place('leads_path', 'leads')}, false)
  $$`;

/**
 * PostgreSQL puts the body of a function into the statement when there is no subquery in it. Called for each organization of
 * the tree, which row-level security does where a statement sums over a table with a place, it took twenty times as long.
 * Ranges are sorted by their lower ends and disjoint since `Database.transaction` names them.
 */
export class QuickReach1763800000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(reaches(within));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(reaches(each));
  }
}
