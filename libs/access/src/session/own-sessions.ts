import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Config } from '@dangwu/platform/config';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { globalId, localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SessionService } from '../session.service';
import type { Viewer } from '../viewer';
import { deviceOf } from './device';
import type { OpenSession } from './open-session.type';

interface Row {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly address: string | null;
  readonly userAgent: string | null;
}

/** More would be a fault or an attack; the newest are what a person looks for. */
const most = 100;

/** One’s own sessions: seeing and ending them. */
@Injectable()
export class OwnSessions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly audit: Audit,
    private readonly sessions: SessionService,
  ) {}

  /** Those in force, the one seen last first. */
  async list(viewer: Viewer): Promise<OpenSession[]> {
    const now = this.clock.now();
    const rows = await this.within(viewer, (tx) =>
      tx.query<Row[]>(
        `select id, created_at as "createdAt", last_seen_at as "lastSeenAt", expires_at as "expiresAt", address,
           user_agent as "userAgent" from session
         where account_id = $1 and revoked_at is null and expires_at > $2 and last_seen_at > $3
         order by last_seen_at desc, created_at desc limit $4`,
        [viewer.account.id, now, new Date(now.getTime() - this.config.sessionIdle), most],
      ),
    );
    return rows.map(({ id, createdAt, lastSeenAt, expiresAt, address, userAgent }) => ({
      id: globalId('Session', id),
      device: deviceOf(userAgent),
      address,
      signedInAt: createdAt,
      lastSeenAt,
      idleUntil: new Date(Math.min(lastSeenAt.getTime() + this.config.sessionIdle, expiresAt.getTime())),
      expiresAt,
      current: id === viewer.sessionId,
    }));
  }

  /** @throws UNKNOWN_ID for a session of somebody else, and for one that has ended */
  async end(viewer: Viewer, id: string): Promise<void> {
    const sessionId = localId('Session', id);
    await this.within(viewer, async (tx) => {
      const own = await tx.query<unknown[]>(
        `select from session where id = $1 and account_id = $2 and revoked_at is null`,
        [sessionId, viewer.account.id],
      );
      if (own.length === 0) throw platformErrors.UNKNOWN_ID();
      await this.sessions.revoke(tx, sessionId);
      await this.record(tx, viewer, 'endSession', { sessionId });
    });
  }

  /** @returns how many ended */
  async endOthers(viewer: Viewer): Promise<number> {
    const others = (await this.list(viewer)).filter(({ current }) => !current).length;
    await this.within(viewer, async (tx) => {
      await this.sessions.revokeAll(tx, viewer.account.id, viewer.sessionId);
      await this.record(tx, viewer, 'endOtherSessions', { ended: others });
    });
    return others;
  }

  private record(tx: EntityManager, viewer: Viewer, action: string, after: Record<string, unknown>): Promise<void> {
    return this.audit.record(tx, { action, subjectType: 'Account', subjectId: viewer.account.id, after });
  }

  private within<T>(viewer: Viewer, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.database.transaction(viewer.scope('account.own'), work);
  }
}
