import type { EntityManager } from 'typeorm';

/** Any number that no other advisory lock uses as its first half. */
const lockOfActivities = 7033;

/** The same as an expression of a statement. @param organization the UUID, an expression of text */
export const lockedActivities = (organization: string): string =>
  `pg_advisory_xact_lock(${lockOfActivities}, hashtext(${organization}))`;

/** One write of an organization's activities at a time, taken before anything is read. */
export async function lockActivities(tx: EntityManager, organizationId: string): Promise<void> {
  await tx.query(`select ${lockedActivities('$1')}`, [organizationId]);
}
