import { networkOf, type Viewer } from '@dangwu/access';
import type { Config } from '@dangwu/platform/config';
import type { Database } from '@dangwu/platform/database';
import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { requestErrors } from '../graphql/request.errors';

/** A limit is per minute: a full bucket is a minute's worth, and it fills evenly. */
const seconds = 60;
const mostSubjects = 10_000;
const sweepEvery = 600_000;

/** What this process has drawn from a shared bucket and not spent yet. */
interface Lease {
  left: number;
  /** of the bucket, after the last draw */
  level: number;
  drawing: Promise<number> | null;
}

/**
 * What callers may spend, shared by all processes: each draws a second's worth at a time from the caller's bucket in
 * the database and spends it by itself. So most requests cost a subtraction and none more than one statement, and
 * the error is at most one block a process.
 */
export class CostMeter {
  private readonly leases = new Map<string, Lease>();
  private swept = performance.now();

  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  /**
   * Charges a request, and tells the caller by headers what is left.
   * @throws TOO_MANY with the seconds to wait
   */
  async charge(cost: number, viewer: Viewer | null, request: Request, response: Response): Promise<void> {
    const size = viewer ? this.config.rateLimit : this.config.rateLimitAnonymous;
    const lease = await this.take(subjectOf(viewer, request), cost, size);
    const left = Math.floor(lease.left + lease.level);
    if (!response.headersSent) {
      response.setHeader('RateLimit-Policy', `"cost";q=${size};w=${seconds}`);
      response.setHeader('RateLimit', `"cost";r=${Math.max(0, left)};t=${Math.ceil(((size - left) * seconds) / size)}`);
    }
    if (lease.left >= cost) {
      lease.left -= cost;
      return;
    }
    const wait = Math.max(1, Math.ceil(((cost - lease.left - lease.level) * seconds) / size));
    throw requestErrors.TOO_MANY({ limit: size, wait, retryAfter: wait });
  }

  /** The lease, with enough for the cost if the bucket has it. */
  private async take(subject: string, cost: number, size: number): Promise<Lease> {
    const lease = this.lease(subject);
    while (lease.left < cost) {
      // somebody of the same caller is drawing already: what that brings may do
      if (lease.drawing) await lease.drawing;
      else if ((await this.draw(subject, lease, cost - lease.left, size)) === 0) break;
    }
    return lease;
  }

  private lease(subject: string): Lease {
    const known = this.leases.get(subject);
    if (known) return known;
    const lease: Lease = { left: 0, level: 0, drawing: null };
    const [oldest] = this.leases.size >= mostSubjects ? this.leases.keys() : [];
    if (oldest !== undefined) this.leases.delete(oldest);
    this.leases.set(subject, lease);
    return lease;
  }

  private async draw(subject: string, lease: Lease, need: number, size: number): Promise<number> {
    lease.drawing = this.fromBucket(subject, lease, Math.min(need, size), size);
    try {
      return await lease.drawing;
    } finally {
      lease.drawing = null;
    }
  }

  /** A block if there is one, else all there is if that is enough, else nothing. The time is the server's. */
  private async fromBucket(subject: string, lease: Lease, need: number, size: number): Promise<number> {
    const block = Math.max(need, Math.ceil(size / seconds));
    const [row] = await this.database.source.query<{ drawn: number; level: number }[]>(
      `insert into rate_bucket as b (subject, drawn, level, at)
         values ($1, $2::int, $4::float8 - $2::int, clock_timestamp())
       on conflict (subject) do update set (drawn, level, at) = (
         select d.drawn, a.level - d.drawn, clock_timestamp()
         from (select least($4::float8, b.level
             + greatest(0, extract(epoch from clock_timestamp() - b.at)) * $4::float8 / $5::float8) as level) a,
           lateral (select case when a.level >= $2::int then $2::int when a.level >= $3::int then floor(a.level)::int
             else 0 end as drawn) d)
       returning drawn, level`,
      [createHash('sha256').update(subject).digest(), block, Math.ceil(need), size, seconds],
    );
    const { drawn, level } = row!;
    lease.left += drawn;
    lease.level = level;
    await this.sweep();
    return drawn;
  }

  /** Buckets nobody drew from for a minute are full again, which is what no bucket means. */
  private async sweep(): Promise<void> {
    if (performance.now() - this.swept < sweepEvery) return;
    this.swept = performance.now();
    await this.database.source.query(
      `delete from rate_bucket where at < clock_timestamp() - make_interval(secs => $1)`,
      [seconds],
    );
  }
}

/** Tokens have a bucket of their own, so that a program does not lock its owner's console out. */
function subjectOf(viewer: Viewer | null, request: Request): string {
  if (!viewer) return `address:${networkOf(request.ip ?? null)}`;
  return `${viewer.byToken ? 'token' : 'account'}:${viewer.account.id}`;
}
