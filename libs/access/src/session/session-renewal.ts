import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { SessionCookie } from '../session-cookie';
import { newToken, tokenHash } from '../session-token';

interface Renewable {
  readonly id: string;
  readonly accountId: string;
  readonly associationId: string;
  readonly expiresAt: Date;
}

/** Gives a session a new token when its rights have changed, so that one taken before does not carry the new rights. */
@Injectable()
export class SessionRenewal {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cookie: SessionCookie,
    private readonly audit: Audit,
  ) {}

  /** Of requests at once one renews; the others go on under the token before, for some seconds. */
  async renew(req: Request, token: string, { id, accountId, associationId, expiresAt }: Renewable): Promise<void> {
    const next = newToken();
    const scope = { ...systemScope(associationId), account: accountId };
    const renewed = await this.database.transaction(scope, async (tx) => {
      const [rows] = await tx.query<[unknown[], number]>(
        `update session set token_hash = $3, previous_token_hash = token_hash, rotated_at = $4, rotation_due = false
         where id = $1 and token_hash = $2 and rotation_due returning id`,
        [id, tokenHash(token), tokenHash(next), this.clock.now()],
      );
      if (rows.length === 0) return false;
      await this.audit.record(tx, { action: 'renewSession', subjectType: 'Account', subjectId: accountId });
      return true;
    });
    if (renewed && req.res) this.cookie.set(req.res, next, expiresAt);
  }
}
