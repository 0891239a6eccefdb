import { createHash } from 'node:crypto';
import { leavesNothing } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from './organization-facts';
import { organizationErrors } from './organization.errors';

const keep = 24 * 3_600_000;

/** Requests that may be sent twice (a broken connection, a retry) and are carried out once. */
@Injectable()
export class Idempotency {
  constructor(private readonly clock: Clock) {}

  /**
   * Carries out `work` unless the account did so under this key within 24 hours; then its result is answered again.
   * The caller holds a lock that orders such requests.
   *
   * @param request what the key stands for: another one under the same key is refused
   * @throws IDEMPOTENCY_KEY_REUSED
   */
  async once(
    tx: EntityManager,
    { associationId, accountId }: Actor,
    { operation, key, request }: { readonly operation: string; readonly key?: string | null; readonly request: object },
    work: () => Promise<string>,
  ): Promise<string> {
    if (!key || !accountId) return work();
    const now = this.clock.now();
    const hash = createHash('sha256').update(JSON.stringify(request)).digest('base64url');
    const [known] = await tx.query<{ hash: string; result: string }[]>(
      `select request_hash as hash, result_id as result from idempotency_key
       where association_id = $1 and account_id = $2 and operation = $3 and key = $4 and created_at > $5`,
      [associationId, accountId, operation, key, new Date(now.getTime() - keep)],
    );
    if (known && known.hash !== hash) throw organizationErrors.IDEMPOTENCY_KEY_REUSED({ key });
    if (known) {
      leavesNothing('it was carried out before, under the same key');
      return known.result;
    }
    const result = await work();
    await tx.query(
      `insert into idempotency_key (association_id, account_id, operation, key, request_hash, result_id, created_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (association_id, account_id, operation, key) do update
         set request_hash = excluded.request_hash, result_id = excluded.result_id, created_at = excluded.created_at`,
      [associationId, accountId, operation, key, hash, result, now],
    );
    return result;
  }

  /** Forgets keys that are older than a day. */
  async forget(tx: EntityManager): Promise<void> {
    await tx.query(`delete from idempotency_key where created_at <= $1`, [new Date(this.clock.now().getTime() - keep)]);
  }
}
