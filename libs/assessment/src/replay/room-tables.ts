/** A table of the room in which a cycle is computed again: what it holds, and of that which rows of a cycle. */
export interface RoomTable {
  readonly name: string;
  /** the table of the database that it is a part of; the one of its name where it is left out */
  readonly of?: string;
  /** those that are read when results are computed; of the others nothing is taken */
  readonly columns: string;
  /** which rows of that, which is called `source`; $1: UUID of the cycle */
  readonly rows: string;
}

const assessed = `(select id from public.assessment where cycle_id = $1 and deleted_at is null)`;

/** Scheme, facts of the assessed, figures as they were read, what people said, votes, and what moderation set. */
export const givenTables: readonly RoomTable[] = [
  {
    name: 'scheme_version',
    columns: '*',
    rows: 'id = (select scheme_version_id from public.assessment_cycle where id = $1)',
  },
  { name: 'assessment_cycle', columns: '*', rows: 'id = $1' },
  { name: 'assessment', columns: '*', rows: `id in ${assessed}` },
  {
    name: 'metric_snapshot',
    columns: 'id, assessment_id, figure, part, whole, row_count, taken_at, deleted_at',
    rows: `deleted_at is null and assessment_id in ${assessed}`,
  },
  {
    name: 'assessment_score',
    columns:
      'id, assessment_id, node_key, source, account_id, level, points, occurrences, comment, submitted_at, deleted_at',
    rows: `deleted_at is null and submitted_at is not null and assessment_id in ${assessed}`,
  },
  {
    name: 'assessment_scorer',
    columns: 'id, cycle_id, account_id, role, recused, removed_at, deleted_at',
    rows: 'deleted_at is null and cycle_id = $1',
  },
  {
    name: 'assessment_ballot',
    columns: 'id, assessment_id, node_key, group_key, papers, deleted_at',
    rows: `deleted_at is null and assessment_id in ${assessed}`,
  },
  {
    name: 'assessment_adjustment',
    columns: 'id, assessment_id, node_key, points, grade, reason, made_at, withdrawn_at, deleted_at',
    rows: `deleted_at is null and assessment_id in ${assessed}`,
  },
];

/** What was told of it: looked at when all is computed, and by nothing that computes. */
export const publishedTables: readonly RoomTable[] = [
  { name: 'published_assessment', of: 'assessment', columns: 'id, total, rank, grade', rows: `id in ${assessed}` },
  {
    name: 'published_result',
    of: 'assessment_result',
    columns: 'assessment_id, no, total, tree, digest',
    rows: `deleted_at is null and assessment_id in ${assessed} and not exists (
      select from public.assessment_result later
      where later.assessment_id = source.assessment_id and later.no > source.no and later.deleted_at is null)`,
  },
];

export const roomTables: readonly RoomTable[] = [...givenTables, ...publishedTables];
