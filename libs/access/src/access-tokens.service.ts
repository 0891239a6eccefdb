import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import { newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { accessErrors } from './access.errors';
import { newAccessToken } from './access-token';
import { TokenDigest } from './token-digest';
import type { Viewer } from './viewer';

/** One in use and one taking its place. */
const liveAtOnce = 2;
const lifetime = 3_600_000;

export interface NewAccessToken {
  /** shown once; it is nowhere else */
  readonly token: string;
  readonly expiresAt: Date;
}

/** Tokens of the explorer: for an hour, with the rights of the person who made one, ended with that person's session. */
@Injectable()
export class AccessTokens {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly digest: TokenDigest,
  ) {}

  /** @throws TOKEN_MAKES_NO_TOKEN */
  async create({ account, association, session, byToken }: Viewer): Promise<NewAccessToken> {
    if (byToken) throw accessErrors.TOKEN_MAKES_NO_TOKEN();
    const now = this.clock.now();
    const token = newAccessToken(association.kind);
    const expiresAt = new Date(Math.min(now.getTime() + lifetime, session.expiresAt.getTime()));
    const hmac = await this.digest.of(token);
    await this.database.transaction({ ...systemScope(association.id), account: account.id }, async (tx) => {
      await tx.query(
        `update access_token set revoked_at = $2 where session_id = $1 and revoked_at is null and id not in (
           select id from access_token where session_id = $1 and revoked_at is null
           order by created_at desc, id desc limit $3)`,
        [session.id, now, liveAtOnce - 1],
      );
      await tx.query(
        `insert into access_token (id, association_id, account_id, session_id, token_hmac, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [newId(), association.id, account.id, session.id, hmac, now, expiresAt],
      );
      await this.audit.record(tx, {
        action: 'createExplorerToken',
        subjectType: 'Account',
        subjectId: account.id,
        after: { expiresAt },
      });
    });
    return { token, expiresAt };
  }
}
