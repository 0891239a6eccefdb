import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import { Outbox, OutboxHandlers } from '@dangwu/platform/outbox';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AccountLetters } from '../account/account-letters';
import { identityErrors } from '../identity.errors';
import { networkOf } from '../network-address';
import { SessionService, type Caller } from '../session.service';
import { normalName, SignInAccounts, type SignInAccount } from '../sign-in/sign-in-accounts';
import { from } from '../sign-in/sign-in-steps';
import { SignInFailures, waiting } from '../sign-in-failures';
import { MailedLinks, type MailedLink } from './mailed-links';
import { PasswordChanges } from './password-changes';

const topic = 'password-reset';

/** Setting a forgotten password anew by a link that comes by mail, and the first one of an invited account. */
@Injectable()
export class PasswordResets implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly handlers: OutboxHandlers,
    private readonly accounts: SignInAccounts,
    private readonly failures: SignInFailures,
    private readonly links: MailedLinks,
    private readonly changes: PasswordChanges,
    private readonly sessions: SessionService,
    private readonly letters: AccountLetters,
  ) {}

  onModuleInit(): void {
    this.handlers.onInTransaction(topic, (tx, { payload }) => this.write(tx, payload['accountId'] as string | null));
  }

  /**
   * Answers and works the same for every name, known or not: one message for the worker, which writes the letter.
   * @throws RESET_LIMITED
   */
  async request(username: string, caller: Caller): Promise<void> {
    const name = normalName(username);
    for (const [kind, subject] of [
      ['RESET_ADDRESS', networkOf(caller.address)],
      ['RESET', name],
    ] as const) {
      const taken = await this.failures.take(kind, subject);
      if (!taken.allowed) throw identityErrors.RESET_LIMITED(waiting(taken, this.clock.now()));
    }
    const account = await this.accounts.byName(name);
    const accountId = account?.id ?? null;
    await this.database.transaction(systemScope(account?.associationId ?? null), async (tx) => {
      await this.outbox.add(tx, { topic, payload: { accountId } });
      await this.audit.record(tx, {
        action: 'requestPasswordReset',
        subjectType: 'Account',
        subjectId: accountId,
        ...from(caller),
      });
    });
  }

  /** What a link is for, and whose it is. @throws LINK_OVER */
  async byLink(token: string): Promise<{ readonly link: MailedLink; readonly account: SignInAccount }> {
    const link = await this.links.find(token);
    const account = link && (await this.accounts.byId(link.accountId));
    if (!link || !account || account.disabledAt) throw identityErrors.LINK_OVER();
    return { link, account };
  }

  /**
   * Sets the password by a link and ends all sessions of the account; signing in is another matter.
   * @throws LINK_OVER, and what `PasswordChanges.hash` throws: the link stays good then
   */
  async complete(token: string, password: string, caller: Caller): Promise<void> {
    const { link, account } = await this.byLink(token);
    const hash = await this.changes.hash(account, password);
    await this.database.transaction({ ...systemScope(link.associationId), account: account.id }, async (tx) => {
      await this.links.use(tx, link.id);
      await this.links.withdraw(tx, account.id);
      await this.changes.set(tx, account, hash);
      await this.sessions.revokeAll(tx, account.id);
      await this.audit.record(tx, {
        action: link.kind === 'INVITATION' ? 'acceptInvitation' : 'resetPassword',
        subjectType: 'Account',
        subjectId: account.id,
        ...from(caller),
      });
      if (account.hash) await this.letters.send(tx, 'PASSWORD_CHANGED', account);
    });
    // whoever reads the mail of the account need not wait for what a stranger locked
    await this.failures.forget('ACCOUNT', normalName(account.username));
  }

  private async write(tx: EntityManager, accountId: string | null): Promise<void> {
    const account = accountId ? await this.accounts.byId(accountId, tx) : null;
    if (!account?.mail || account.disabledAt) return;
    const link = await this.links.make(tx, account, 'PASSWORD_RESET');
    await this.letters.send(tx, 'PASSWORD_RESET', account, link);
  }
}
