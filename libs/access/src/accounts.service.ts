import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { accessErrors } from './access.errors';
import { AccountEntity } from './account.entity';
import { noteStanding } from './account/account-standing';
import { checkMail } from './account/mail-address';
import { GrantEntity } from './grant.entity';
import { checkPassword, Passwords } from './passwords';
import { Places } from './places';
import { refuseOn } from './refuse-on';
import { roles, type RoleKey } from './roles';
import { SessionService } from './session.service';

export interface GrantInput {
  readonly role: RoleKey;
  /** null: for the whole association */
  readonly organizationId: string | null;
  /** default: now */
  readonly since?: Date;
  /** the first instant at which it holds no more; default: until further notice */
  readonly until?: Date | null;
  /** the decision or reason it rests on */
  readonly basis?: string;
  /** who gives it; left out: the system, when an association is set up */
  readonly by?: { readonly id: string; readonly name: string };
  /** the emergency request it answers */
  readonly emergencyId?: string;
}

/** Who takes a role back, and why. */
export interface Revocation {
  readonly id: string;
  readonly name: string;
  readonly basis: string;
}

export interface AccountInput {
  readonly associationId: string;
  readonly username: string;
  readonly name: string;
  /** left out: the account is opened by an invitation */
  readonly password?: string;
  readonly mail?: string | null;
  readonly language?: 'zh' | 'en';
  readonly grants: readonly GrantInput[];
}

/** Accounts and their grants: what the set-up, the pages of the administrators, demo data and tests stand on. */
@Injectable()
export class AccountService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly passwords: Passwords,
    private readonly places: Places,
    private readonly sessions: SessionService,
  ) {}

  /**
   * @param tx a running transaction that reaches the whole association (systemScope); without it, one of its own
   * @throws USERNAME_FORM, USERNAME_TAKEN, MAIL_FORM, PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_WEAK and what `grant` throws
   */
  async create(input: AccountInput, tx?: EntityManager): Promise<AccountEntity> {
    const { associationId, username, name, password, mail = null, language = 'zh' } = input;
    if (!/^[\p{L}\p{N}._@-]{2,64}$/u.test(username))
      throw accessErrors.USERNAME_FORM({ username: username.slice(0, 80) });
    checkMail(mail);
    const administrator = input.grants.some(({ role }) => roles[role].administrative);
    if (password !== undefined) checkPassword(password, administrator, [username, name]);
    const passwordHash = password === undefined ? null : await this.passwords.hash(password);
    return this.within(associationId, tx, async (tx) => {
      const account = tx.create(AccountEntity, {
        id: newId(),
        associationId,
        username,
        name,
        mail,
        language,
        disabledAt: null,
      });
      await refuseOn(tx.insert(AccountEntity, account), {
        account_username: () => accessErrors.USERNAME_TAKEN({ username }),
      });
      const now = this.clock.now();
      if (passwordHash)
        await tx.query(
          `insert into account_secret (account_id, association_id, password_hash, changed_at) values ($1, $2, $3, $4)`,
          [account.id, associationId, passwordHash, now],
        );
      await noteStanding(tx, account, passwordHash ? { passwordSetAt: now } : {});
      await this.record(tx, associationId, 'createAccount', account.id, { username, name });
      for (const grant of input.grants) await this.grant(tx, account, grant);
      return account;
    });
  }

  /**
   * Gives a role.
   *
   * @throws ROLE_NEEDS_ORGANIZATION, ROLE_FOR_ASSOCIATION, ROLES_EXCLUDE, ROLE_HELD, GRANT_TO_ONESELF; UNKNOWN_ID for an
   * organization that the association does not have
   */
  async grant(
    tx: EntityManager,
    account: { readonly id: string; readonly associationId: string },
    { role, organizationId, since = this.clock.now(), until = null, basis, by, emergencyId }: GrantInput,
  ): Promise<GrantEntity> {
    const { associationId } = account;
    const { at, zh: roleZh, en: roleEn } = roles[role];
    if (at === 'ORGANIZATION' && !organizationId) throw accessErrors.ROLE_NEEDS_ORGANIZATION({ roleZh, roleEn });
    if (at === 'ASSOCIATION' && organizationId) throw accessErrors.ROLE_FOR_ASSOCIATION({ roleZh, roleEn });
    if (organizationId && !(await this.places.find(tx, associationId, organizationId)))
      throw platformErrors.UNKNOWN_ID();
    const grant = tx.create(GrantEntity, {
      id: newId(),
      associationId,
      accountId: account.id,
      role,
      organizationId,
      since,
      until,
      basis: basis ?? null,
      grantedBy: by?.id ?? null,
      grantedByName: by?.name ?? null,
      emergencyId: emergencyId ?? null,
    });
    await refuseOn(tx.insert(GrantEntity, grant), {
      access_grant_roles_exclude: () => accessErrors.ROLES_EXCLUDE(),
      access_grant_held_once: () => accessErrors.ROLE_HELD(),
      access_grant_not_to_oneself: () => accessErrors.GRANT_TO_ONESELF(),
    });
    const after = { grantId: grant.id, role, organizationId, since, until, basis };
    await this.record(tx, associationId, 'grantRole', account.id, after);
    return grant;
  }

  /** Ends a grant now: the next request of the account is without it. @throws UNKNOWN_ID, GRANT_ENDED */
  async revoke(tx: EntityManager, grantId: string, by?: Revocation): Promise<GrantEntity> {
    const grant = await tx.findOne(GrantEntity, { where: { id: grantId }, lock: { mode: 'pessimistic_write' } });
    if (!grant) throw platformErrors.UNKNOWN_ID();
    const now = this.clock.now();
    if (grant.until && grant.until <= now) throw accessErrors.GRANT_ENDED();
    const revoked = {
      // one that had not begun never held
      until: grant.since > now ? grant.since : now,
      revokedAt: now,
      revokedBy: by?.id ?? null,
      revokedByName: by?.name ?? null,
      revocationBasis: by?.basis ?? null,
    };
    await tx.update(GrantEntity, { id: grantId }, revoked);
    await this.record(tx, grant.associationId, 'revokeRole', grant.accountId, {
      grantId,
      role: grant.role,
      organizationId: grant.organizationId,
      basis: by?.basis,
    });
    return Object.assign(grant, revoked);
  }

  /** Lets the account sign in no more and ends its sessions. @throws UNKNOWN_ID */
  async disable(tx: EntityManager, accountId: string): Promise<void> {
    const account = await tx.findOneBy(AccountEntity, { id: accountId });
    if (!account) throw platformErrors.UNKNOWN_ID();
    await tx.update(AccountEntity, { id: accountId }, { disabledAt: this.clock.now() });
    await this.sessions.revokeAll(tx, accountId);
    await this.record(tx, account.associationId, 'disableAccount', accountId, {});
  }

  private within<T>(associationId: string, tx: EntityManager | undefined, work: (tx: EntityManager) => Promise<T>) {
    return tx ? work(tx) : this.database.transaction(systemScope(associationId), work);
  }

  private record(
    tx: EntityManager,
    associationId: string,
    action: string,
    subjectId: string,
    after: Record<string, unknown> & { readonly organizationId?: string | null; readonly basis?: string },
  ): Promise<void> {
    const { basis, ...values } = after;
    const about = { action, subjectType: 'Account', subjectId, organizationId: values.organizationId, associationId };
    return this.audit.record(tx, { ...about, after: values, reason: basis });
  }
}
