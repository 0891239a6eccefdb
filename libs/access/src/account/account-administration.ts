import { Audit, leavesNothing } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AccountEntity } from '../account.entity';
import { AccountService } from '../accounts.service';
import { identityErrors } from '../identity.errors';
import { MailedLinks, type LinkKind } from '../password/mailed-links';
import { administrativeRoles, roles, type RoleKey } from '../roles';
import { SecondFactors } from '../second-factor/second-factors';
import { SignInAccounts, type SignInAccount } from '../sign-in/sign-in-accounts';
import type { Viewer } from '../viewer';
import { AccountLetters } from './account-letters';
import { noteStanding } from './account-standing';
import { checkMail } from './mail-address';

interface Wanted {
  readonly username: string;
  readonly name: string;
  readonly mail: string;
  readonly language: 'zh' | 'en';
}

/**
 * What system administrators do with accounts. None of it gives a right, and nothing of it lets one administrator take
 * the account of another: 三员分立 would mean little if the mail address of the auditor could be changed and a link sent.
 */
@Injectable()
export class AccountAdministration {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly service: AccountService,
    private readonly accounts: SignInAccounts,
    private readonly links: MailedLinks,
    private readonly letters: AccountLetters,
    private readonly factors: SecondFactors,
  ) {}

  /** @returns the UUID @throws USERNAME_FORM, USERNAME_TAKEN, MAIL_FORM */
  create(viewer: Viewer, wanted: Wanted): Promise<string> {
    return this.within(viewer, async (tx) => {
      const { id } = await this.service.create({ ...wanted, associationId: viewer.association.id, grants: [] }, tx);
      await this.invite(tx, (await this.accounts.byId(id, tx))!);
      return id;
    });
  }

  /** A link by which the account is opened for the first time; also for the set-up. @returns the link itself */
  async invite(tx: EntityManager, account: SignInAccount): Promise<string> {
    const link = await this.links.make(tx, account, 'INVITATION');
    await this.letters.send(tx, 'INVITATION', account, link);
    await noteStanding(tx, account, { invitedAt: this.clock.now() });
    await this.record(tx, 'inviteAccount', account.id, null, { mailed: account.mail !== null });
    return link.link;
  }

  /** Sends a link: an invitation while the account was never opened, else one for a new password. @throws MAIL_MISSING */
  sendLink(viewer: Viewer, id: string): Promise<string> {
    return this.change(viewer, id, async (tx, account) => {
      if (!account.mail) throw identityErrors.MAIL_MISSING();
      const kind: LinkKind = account.hash ? 'PASSWORD_RESET' : 'INVITATION';
      if (kind === 'INVITATION') return void (await this.invite(tx, account));
      await this.letters.send(tx, kind, account, await this.links.make(tx, account, kind));
      await this.record(tx, 'sendPasswordReset', account.id, null, {});
    });
  }

  /** @throws STALE_VERSION, MAIL_FORM, ADMINISTRATOR_PROTECTED for the mail address of another administrator */
  correct(
    viewer: Viewer,
    { id, version, name, mail }: { id: string; version: number; name: string; mail: string | null },
  ): Promise<string> {
    return this.change(viewer, id, async (tx, account) => {
      checkMail(mail);
      const moved = mail !== account.mail;
      if (moved) this.protect(viewer, account);
      const row = await tx.findOneByOrFail(AccountEntity, { id: account.id });
      if (row.version !== version) throw platformErrors.STALE_VERSION({ current: row.version });
      await tx.save(AccountEntity, Object.assign(row, { name, mail }));
      // a letter that is under way must not open the account from the address it had
      if (moved) await this.links.withdraw(tx, account.id);
      const before = { name: account.name };
      await this.record(tx, 'changeAccount', account.id, before, { name, mailChanged: moved });
      if (moved) await this.letters.send(tx, 'MAIL_CHANGED', account);
    });
  }

  /** @throws ACCOUNT_OWN, LAST_ADMINISTRATOR */
  disable(viewer: Viewer, id: string): Promise<string> {
    return this.change(viewer, id, async (tx, account) => {
      if (account.id === viewer.account.id) throw identityErrors.ACCOUNT_OWN();
      if (account.disabledAt) return leavesNothing('it is disabled already');
      await this.keepOffices(tx, account);
      await this.links.withdraw(tx, account.id);
      await this.service.disable(tx, account.id);
    });
  }

  enable(viewer: Viewer, id: string): Promise<string> {
    return this.change(viewer, id, async (tx, account) => {
      if (!account.disabledAt) return leavesNothing('it is enabled already');
      await tx.update(AccountEntity, { id: account.id }, { disabledAt: null });
      await this.record(tx, 'enableAccount', account.id, null, {});
    });
  }

  /** For somebody who lost phone and codes. @throws ACCOUNT_OWN, ADMINISTRATOR_PROTECTED, SECOND_FACTOR_MISSING */
  resetSecondFactor(viewer: Viewer, id: string): Promise<string> {
    return this.change(viewer, id, async (tx, account) => {
      if (account.id === viewer.account.id) throw identityErrors.ACCOUNT_OWN();
      this.protect(viewer, account);
      await this.factors.remove(tx, account, 'resetSecondFactor', null);
    });
  }

  private protect(viewer: Viewer, account: SignInAccount): void {
    if (account.administrator && account.id !== viewer.account.id) throw identityErrors.ADMINISTRATOR_PROTECTED();
  }

  /** Each of the three offices keeps somebody who can sign in. */
  private async keepOffices(tx: EntityManager, account: SignInAccount): Promise<void> {
    // one at a time per association, so that two cannot disable each other
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 22))`, [account.associationId]);
    const alone = await tx.query<{ role: RoleKey }[]>(
      `with held as (
         select distinct g.role, g.account_id from access_grant g join account a on a.id = g.account_id
         where g.deleted_at is null and g.role = any ($2) and g.since <= $3 and (g.until is null or g.until > $3)
           and a.disabled_at is null and a.deleted_at is null)
       select role from held where account_id = $1
         and not exists (select from held other where other.role = held.role and other.account_id <> $1)`,
      [account.id, administrativeRoles, this.clock.now()],
    );
    const [only] = alone;
    if (only) throw identityErrors.LAST_ADMINISTRATOR({ roleZh: roles[only.role].zh, roleEn: roles[only.role].en });
  }

  /** @returns the UUID @throws UNKNOWN_ID */
  private change(
    viewer: Viewer,
    id: string,
    work: (tx: EntityManager, account: SignInAccount) => Promise<void>,
  ): Promise<string> {
    const accountId = localId('Account', id);
    return this.within(viewer, async (tx) => {
      // row-level security leaves the accounts of other associations out
      const account = await this.accounts.byId(accountId, tx);
      if (!account) throw platformErrors.UNKNOWN_ID();
      await work(tx, account);
      return account.id;
    });
  }

  private within<T>(viewer: Viewer, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    // who holds an office is seen by few: what is asked here of others' grants is asked for the whole association
    return this.database.transaction({ ...viewer.scope('account.manage'), places: 'everywhere' }, work);
  }

  private record(
    tx: EntityManager,
    action: string,
    subjectId: string,
    before: Record<string, unknown> | null,
    after: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.record(tx, { action, subjectType: 'Account', subjectId, before, after });
  }
}
