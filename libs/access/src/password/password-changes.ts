import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import { newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AccountLetters } from '../account/account-letters';
import { noteStanding } from '../account/account-standing';
import { identityErrors } from '../identity.errors';
import { checkPassword, Passwords } from '../passwords';
import { SessionService } from '../session.service';
import type { SignInAccount } from '../sign-in/sign-in-accounts';
import type { Viewer } from '../viewer';

/** The password in use and those before it that do not come back. */
const remembered = 5;

/** Gives accounts new passwords. */
@Injectable()
export class PasswordChanges {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly passwords: Passwords,
    private readonly sessions: SessionService,
    private readonly letters: AccountLetters,
  ) {}

  /**
   * Hashes a password the account may take.
   * @throws PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_WEAK, PASSWORD_USED_BEFORE
   */
  async hash(account: SignInAccount, password: string): Promise<string> {
    checkPassword(password, account.administrator, [account.username, account.name]);
    for (const known of await this.knownHashes(account))
      if (await this.passwords.matches(password, known))
        throw identityErrors.PASSWORD_USED_BEFORE({ count: remembered });
    return this.passwords.hash(password);
  }

  /** Takes the place of the password there is, which goes into the history. */
  async set(tx: EntityManager, { id, associationId }: SignInAccount, hash: string): Promise<void> {
    const now = this.clock.now();
    await tx.query(
      `insert into account_password_history (id, association_id, account_id, password_hash, replaced_at)
       select $1, association_id, account_id, password_hash, $3 from account_secret where account_id = $2`,
      [newId(), id, now],
    );
    await tx.query(
      `delete from account_password_history where account_id = $1 and id not in (
         select id from account_password_history where account_id = $1 order by replaced_at desc, id desc limit $2)`,
      [id, remembered - 1],
    );
    await tx.query(
      `insert into account_secret (account_id, association_id, password_hash, changed_at) values ($1, $2, $3, $4)
       on conflict (account_id) do update set password_hash = $3, changed_at = $4`,
      [id, associationId, hash, now],
    );
    await noteStanding(tx, { id, associationId }, { passwordSetAt: now });
  }

  /** In place of one that is too short, while signing in: all sessions end. */
  async replace(tx: EntityManager, account: SignInAccount, hash: string): Promise<void> {
    await this.set(tx, account, hash);
    await this.sessions.revokeAll(tx, account.id);
    await this.record(tx, account);
  }

  /**
   * One’s own password, by whoever has just proven to be the one. All other sessions end, this one gets a new token.
   * @throws what `hash` throws
   */
  async change(viewer: Viewer, account: SignInAccount, password: string): Promise<void> {
    const hash = await this.hash(account, password);
    await this.database.transaction(viewer.scope('account.own'), async (tx) => {
      await this.set(tx, account, hash);
      await this.sessions.revokeAll(tx, account.id, viewer.sessionId);
      await this.sessions.renewLater(tx, viewer.sessionId);
      await this.record(tx, account);
    });
  }

  private async record(tx: EntityManager, account: SignInAccount): Promise<void> {
    await this.audit.record(tx, { action: 'changePassword', subjectType: 'Account', subjectId: account.id });
    await this.letters.send(tx, 'PASSWORD_CHANGED', account);
  }

  private knownHashes({ id, associationId }: SignInAccount): Promise<string[]> {
    return this.database.transaction(systemScope(associationId), async (tx) => {
      const rows = await tx.query<{ hash: string }[]>(
        `select password_hash as hash from account_secret where account_id = $1
         union all select password_hash from account_password_history where account_id = $1`,
        [id],
      );
      return rows.map(({ hash }) => hash);
    });
  }
}
