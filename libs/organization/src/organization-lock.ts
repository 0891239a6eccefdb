import type { EntityManager } from 'typeorm';

/** Any number that no other advisory lock uses as its first half. */
const lockOfOrganizations = 7021;

/**
 * One change of an association's organizations at a time, taken before anything is read: what a change was decided on
 * (an active parent, no children) still holds when it is written, and row locks never wait for each other in a circle.
 */
export async function lockOrganizations(tx: EntityManager, associationId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock($1, no) from association where id = $2`, [
    lockOfOrganizations,
    associationId,
  ]);
}
