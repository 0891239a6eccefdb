import { Clock } from '@dangwu/platform/clock';
import { Config } from '@dangwu/platform/config';
import { Database, systemScope } from '@dangwu/platform/database';
import { newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { identityErrors } from '../identity.errors';
import { newToken, tokenHash } from '../session-token';

export type LinkKind = 'INVITATION' | 'PASSWORD_RESET';

export interface MailedLink {
  readonly id: string;
  readonly kind: LinkKind;
  readonly accountId: string;
  readonly associationId: string;
  readonly expiresAt: Date;
}

/** Links by which somebody sets the password of an account: once, for a time. Only a hash of the token is kept. */
@Injectable()
export class MailedLinks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** A new link; the ones of the account that were not used end. */
  async make(
    tx: EntityManager,
    account: { readonly id: string; readonly associationId: string },
    kind: LinkKind,
  ): Promise<{ readonly link: string; readonly until: Date }> {
    const now = this.clock.now();
    const { invitationLifetime, resetLinkLifetime } = this.config;
    const until = new Date(now.getTime() + (kind === 'INVITATION' ? invitationLifetime : resetLinkLifetime));
    const token = newToken();
    await this.withdraw(tx, account.id);
    await tx.query(
      `insert into account_link (id, association_id, account_id, kind, token_hash, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [newId(), account.associationId, account.id, kind, tokenHash(token), now, until],
    );
    // behind #, which browsers send to no server: it stands in no log
    return { link: `${this.config.publicUrl}/password#${token}`, until };
  }

  /** Null for one that was used, is over, or never was. */
  find(token: string): Promise<MailedLink | null> {
    return this.database.transaction(systemScope(null), async (tx) => {
      const [row] = await tx.query<MailedLink[]>(
        `select id, kind, account_id as "accountId", association_id as "associationId", expires_at as "expiresAt"
         from account_link where token_hash = $1 and used_at is null and expires_at > $2`,
        [tokenHash(token), this.clock.now()],
      );
      return row ?? null;
    });
  }

  /** Of two requests at once one uses it. @throws LINK_OVER */
  async use(tx: EntityManager, id: string): Promise<void> {
    const [rows] = await tx.query<[unknown[], number]>(
      `update account_link set used_at = $2 where id = $1 and used_at is null and expires_at > $2 returning id`,
      [id, this.clock.now()],
    );
    if (rows.length === 0) throw identityErrors.LINK_OVER();
  }

  /** The links of an account that were not used end. */
  async withdraw(tx: EntityManager, accountId: string): Promise<void> {
    await tx.query(`delete from account_link where account_id = $1 and used_at is null`, [accountId]);
  }
}
