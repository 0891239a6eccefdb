import { Clock } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import { newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newToken, tokenHash } from '../session-token';

export type Way = 'PASSWORD' | 'SINGLE_SIGN_ON';
export type ProvenFactor = 'TOTP' | 'RECOVERY_CODE';

/** How far a sign-in has come. */
export interface PendingSignIn {
  readonly id: string;
  readonly accountId: string;
  readonly associationId: string;
  readonly way: Way;
  /** the password typed is shorter than the account needs by now */
  readonly weakPassword: boolean;
  readonly secondFactor: ProvenFactor | null;
  readonly expiresAt: Date;
}

export const pendingLifetime = 10 * 60_000;

/** Sign-ins whose first step was right. They are no sessions: no operation but the next steps looks at them. */
@Injectable()
export class PendingSignIns {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns what the cookie of the sign-in holds */
  async begin(
    tx: EntityManager,
    account: { readonly id: string; readonly associationId: string },
    { way, weakPassword }: Pick<PendingSignIn, 'way' | 'weakPassword'>,
  ): Promise<{ readonly id: string; readonly token: string; readonly expiresAt: Date }> {
    const now = this.clock.now();
    const [id, token, expiresAt] = [newId(), newToken(), new Date(now.getTime() + pendingLifetime)];
    await tx.query(`delete from pending_sign_in where account_id = $1 and expires_at <= $2`, [account.id, now]);
    await tx.query(
      `insert into pending_sign_in (id, association_id, account_id, token_hash, way, weak_password, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, account.associationId, account.id, tokenHash(token), way, weakPassword, now, expiresAt],
    );
    return { id, token, expiresAt };
  }

  /** Null when there is none, or its time is over. */
  find(token: string): Promise<PendingSignIn | null> {
    return this.database.transaction(systemScope(null), async (tx) => {
      const [row] = await tx.query<PendingSignIn[]>(
        `select id, account_id as "accountId", association_id as "associationId", way,
           weak_password as "weakPassword", second_factor as "secondFactor", expires_at as "expiresAt"
         from pending_sign_in where token_hash = $1 and expires_at > $2`,
        [tokenHash(token), this.clock.now()],
      );
      return row ?? null;
    });
  }

  async proven(tx: EntityManager, { id }: PendingSignIn, secondFactor: ProvenFactor): Promise<void> {
    await tx.query(`update pending_sign_in set second_factor = $2 where id = $1`, [id, secondFactor]);
  }

  async passwordReplaced(tx: EntityManager, { id }: PendingSignIn): Promise<void> {
    await tx.query(`update pending_sign_in set weak_password = false where id = $1`, [id]);
  }

  /** Of two requests at once one ends it. */
  async end(tx: EntityManager, { id }: PendingSignIn): Promise<boolean> {
    const [rows] = await tx.query<[unknown[], number]>(`delete from pending_sign_in where id = $1 returning id`, [id]);
    return rows.length === 1;
  }
}
