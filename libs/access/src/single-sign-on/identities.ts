import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AccountLetters } from '../account/account-letters';
import { identityErrors } from '../identity.errors';
import { refuseOn } from '../refuse-on';
import type { SignInAccount } from '../sign-in/sign-in-accounts';
import type { ForeignIdentity } from './identity-provider';

export interface LinkedIdentity {
  readonly id: string;
  readonly label: string | null;
  readonly linkedAt: Date;
  readonly lastUsedAt: Date | null;
}

/**
 * Which account somebody of a provider is here. The pair of issuer and subject decides, and it was linked by the
 * person; mail addresses and names of the provider decide nothing, since others may hold or choose the same.
 */
@Injectable()
export class Identities {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly letters: AccountLetters,
  ) {}

  /** The account behind an identity; null while it is linked with none. */
  accountOf({ issuer, subject }: ForeignIdentity): Promise<string | null> {
    return this.database.transaction(systemScope(null), async (tx) => {
      const [rows] = await tx.query<[{ accountId: string }[], number]>(
        `update account_identity set last_used_at = $3 where issuer = $1 and subject = $2
         returning account_id as "accountId"`,
        [issuer, subject, this.clock.now()],
      );
      return rows[0]?.accountId ?? null;
    });
  }

  /** @throws SINGLE_SIGN_ON_LINKED */
  async link(tx: EntityManager, account: SignInAccount, { issuer, subject, label }: ForeignIdentity): Promise<void> {
    const insert = tx.query(
      `insert into account_identity (id, association_id, account_id, issuer, subject, label, linked_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [newId(), account.associationId, account.id, issuer, subject, label, this.clock.now()],
    );
    await refuseOn(insert, {
      account_identity_subject: () => identityErrors.SINGLE_SIGN_ON_LINKED(),
      account_identity_account: () => identityErrors.SINGLE_SIGN_ON_LINKED(),
    });
    await this.record(tx, 'linkIdentity', account.id, { issuer });
    await this.letters.send(tx, 'IDENTITY_LINKED', account);
  }

  /** @throws UNKNOWN_ID, LAST_WAY_IN */
  async unlink(tx: EntityManager, account: SignInAccount, id: string): Promise<void> {
    if (!account.hash) throw identityErrors.LAST_WAY_IN();
    const [rows] = await tx.query<[{ issuer: string }[], number]>(
      `delete from account_identity where id = $1 and account_id = $2 returning issuer`,
      [id, account.id],
    );
    if (!rows[0]) throw platformErrors.UNKNOWN_ID();
    await this.record(tx, 'unlinkIdentity', account.id, { issuer: rows[0].issuer });
  }

  list(tx: EntityManager, accountId: string): Promise<LinkedIdentity[]> {
    return tx.query<LinkedIdentity[]>(
      `select id, label, linked_at as "linkedAt", last_used_at as "lastUsedAt" from account_identity
       where account_id = $1 order by linked_at`,
      [accountId],
    );
  }

  private record(tx: EntityManager, action: string, accountId: string, after: Record<string, unknown>): Promise<void> {
    return this.audit.record(tx, { action, subjectType: 'Account', subjectId: accountId, after });
  }
}
