import type { EntityManager } from 'typeorm';

/** What imports staged of a person or thing is gone: its rows keep their numbers and outcomes, and tell nothing else. */
export async function forgetSubjects(tx: EntityManager, ids: readonly string[]): Promise<void> {
  await tx.query(
    `update import_row set cells = '[]', known_as = '{}', before = null, sealed = null, version = version + 1
     where subject_id = any($1)`,
    [ids],
  );
}
