import { identifyCall } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Config } from '@dangwu/platform/config';
import { newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newToken, tokenHash } from './session-token';
import type { Viewer } from './viewer';
import { Viewers } from './viewers';

/** Where a call came from, for the session list and the audit log. */
export interface Caller {
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly requestId: string | null;
}

export interface NewSession {
  readonly id: string;
  /** what the cookie carries; it is nowhere else */
  readonly token: string;
  readonly expiresAt: Date;
}

const keepEnded = 30 * 24 * 3_600_000;

/** Sessions: opened on signing in, ended by signing out, idleness or age. */
@Injectable()
export class SessionService {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly viewers: Viewers,
  ) {}

  /** @param proof whether a second factor was proven; without one the session of an administrator opens nothing */
  async create(
    tx: EntityManager,
    account: { readonly id: string; readonly associationId: string },
    caller: Pick<Caller, 'address' | 'userAgent'>,
    { secondFactor = false }: { readonly secondFactor?: boolean } = {},
  ): Promise<NewSession> {
    const now = this.clock.now();
    const [id, token] = [newId(), newToken()];
    const expiresAt = new Date(now.getTime() + this.config.sessionLifetime);
    await tx.query(
      `insert into session
         (id, association_id, account_id, token_hash, created_at, last_seen_at, expires_at, address, user_agent,
          second_factor_at)
       values ($1, $2, $3, $4, $5, $5, $6, $7, $8, case when $9::boolean then $5::timestamptz end)`,
      [
        id,
        account.associationId,
        account.id,
        tokenHash(token),
        now,
        expiresAt,
        caller.address,
        caller.userAgent,
        secondFactor,
      ],
    );
    await tx.query(`delete from session where account_id = $1 and expires_at < $2`, [
      account.id,
      new Date(now.getTime() - keepEnded),
    ]);
    // what follows is done in this session
    identifyCall({ client: 'SESSION', sessionId: id });
    return { id, token, expiresAt };
  }

  /** The viewer behind a token; null when the session has ended or its account is disabled. */
  verify(token: string): Promise<Viewer | null> {
    return this.viewers.viewerBy(token);
  }

  /** The next request of the session gets a new token. */
  async renewLater(tx: EntityManager, sessionId: string): Promise<void> {
    await tx.query(`update session set rotation_due = true where id = $1`, [sessionId]);
  }

  /** A second factor was proven in a session that was open already; it gets a new token. */
  async proven(tx: EntityManager, sessionId: string): Promise<void> {
    await tx.query(`update session set second_factor_at = $2, rotation_due = true where id = $1`, [
      sessionId,
      this.clock.now(),
    ]);
  }

  async revoke(tx: EntityManager, sessionId: string): Promise<void> {
    await tx.query(`update session set revoked_at = $2 where id = $1 and revoked_at is null`, [
      sessionId,
      this.clock.now(),
    ]);
  }

  /** @param except a session that stays, such as the one the account asks from */
  async revokeAll(tx: EntityManager, accountId: string, except: string | null = null): Promise<void> {
    await tx.query(
      `update session set revoked_at = $2 where account_id = $1 and revoked_at is null and id is distinct from $3`,
      [accountId, this.clock.now(), except],
    );
  }
}
