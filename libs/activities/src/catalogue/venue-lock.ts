import type { Statements } from '@dangwu/platform/database';

/** Any number that no other advisory lock uses as its first half. */
const lockOfVenues = 7034;

/**
 * One booking of a venue at a time. The exclusion constraint alone would do, but of two that book at once it may see
 * each wait for the other, and then both are told that the system is busy instead of one that the place is taken.
 */
export async function lockVenue(tx: Statements, venueId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock($1, hashtext($2))`, [lockOfVenues, venueId]);
}
