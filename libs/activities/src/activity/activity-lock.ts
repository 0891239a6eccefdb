import type { EntityManager } from 'typeorm';

/** Any number that no other advisory lock uses as its first half. */
const lockOfActivities = 7033;

/** One write of an organization's activities at a time, taken before anything is read. */
export async function lockActivities(tx: EntityManager, organizationId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock($1, hashtext($2))`, [lockOfActivities, organizationId]);
}
