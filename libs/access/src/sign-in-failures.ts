import { Clock } from '@dangwu/platform/clock';
import { Config } from '@dangwu/platform/config';
import { Database } from '@dangwu/platform/database';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';

/**
 * What is counted together, and how many times `SIGN_IN_FAILURES` of it may fail. A whole network address may fail four
 * times as often as one name: offices share one.
 */
const kinds = { ACCOUNT: 1, ADDRESS: 4, SECOND_FACTOR: 1, RESET: 1, RESET_ADDRESS: 4, SETUP: 1 } as const;
export type FailureKind = keyof typeof kinds;

export interface Try {
  /** whether the password may be compared at all */
  readonly allowed: boolean;
  /** tries left after this one, if it fails */
  readonly remaining: number;
  readonly limit: number;
  /** minutes that a lock lasts */
  readonly minutes: number;
  /** when the lock ends; null: there is none */
  readonly lockedUntil: Date | null;
}

/**
 * Counts failed sign-ins in the database, for all processes together. A try is counted before the password is
 * compared and given back when it was right: fifty at once get five comparisons, not fifty.
 */
@Injectable()
export class SignInFailures {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async take(kind: FailureKind, subject: string): Promise<Try> {
    const limit = this.limitOf(kind);
    const now = this.clock.now();
    const lock = this.config.signInLock;
    const [row] = await this.database.source.query<{ count: number; lockedUntil: Date | null }[]>(
      `insert into sign_in_failure as f (kind, subject, count, last_at, locked_until)
         values ($1, $2, 1, $3, case when $4::int <= 1 then $5::timestamptz end)
       on conflict (kind, subject) do update set
         last_at = $3,
         count = case when coalesce(f.locked_until, f.last_at + $6) <= $3 then 1 else f.count + 1 end,
         locked_until = case
           when coalesce(f.locked_until, f.last_at + $6) <= $3 then case when $4 <= 1 then $5 end
           when f.locked_until is not null then f.locked_until
           when f.count + 1 >= $4 then $5 end
       returning count, locked_until as "lockedUntil"`,
      [kind, digest(subject), now, limit, new Date(now.getTime() + lock), `${lock} milliseconds`],
    );
    const { count, lockedUntil } = row!;
    const minutes = Math.ceil(lock / 60_000);
    return { allowed: count <= limit, remaining: Math.max(0, limit - count), limit, minutes, lockedUntil };
  }

  /** The name's password, or the code, was right: nothing is held against it any more. */
  async forget(kind: FailureKind, subject: string): Promise<void> {
    await this.database.source.query(`delete from sign_in_failure where kind = $1 and subject = $2`, [
      kind,
      digest(subject),
    ]);
  }

  /** Takes one try back, which was no failure. An address keeps its other failures, whoever signs in from it. */
  async giveBack(kind: FailureKind, subject: string): Promise<void> {
    await this.database.source.query(
      `update sign_in_failure set count = count - 1, locked_until = case when count - 1 >= $3 then locked_until end
       where kind = $1 and subject = $2 and count > 0`,
      [kind, digest(subject), this.limitOf(kind)],
    );
    await this.database.source.query(`delete from sign_in_failure where last_at < $1::timestamptz - interval '1 day'`, [
      this.clock.now(),
    ]);
  }

  private limitOf(kind: FailureKind): number {
    return this.config.signInFailures * kinds[kind];
  }
}

/** What a refusal by a lock says: how long one has to wait. */
export function waiting({ limit, minutes, lockedUntil }: Try, now: Date) {
  const left = Math.max(1, (lockedUntil ?? now).getTime() - now.getTime());
  // retryAfter: seconds
  return { limit, minutes, wait: Math.ceil(left / 60_000), retryAfter: Math.ceil(left / 1000) };
}

const digest = (subject: string): Buffer => createHash('sha256').update(subject).digest();
