import { randomBytes } from 'node:crypto';
import { RemindJob } from '@dangwu/activities';
import { Clock } from '@dangwu/platform/clock';
import { newId } from '@dangwu/platform/ids';
import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DemoAccount } from './demo-accounts';

const day = 86_400_000;

/** What this morning's reminders say, and a calendar that one of the staff subscribed to. */
export async function remind(
  tx: EntityManager,
  app: INestApplicationContext,
  associationId: string,
  people: readonly DemoAccount[],
): Promise<void> {
  await app.get(RemindJob).ring(tx, associationId);
  const staff = people.find(({ role }) => role === 'PARTY_STAFF')!;
  const now = app.get(Clock).now().getTime();
  await tx.query(
    `insert into calendar_feed (id, association_id, account_id, name, token_hash, created_at, last_used_at)
     values ($1, $2, $3, '手机日历', $4, $5, $6)`,
    // nobody knows the address: it only shows what a list of feeds looks like
    [newId(), associationId, staff.id, randomBytes(32), new Date(now - 40 * day), new Date(now - day / 8)],
  );
}
