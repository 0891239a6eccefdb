import { AccountEntity, refuseOn, type Viewer } from '@dangwu/access';
import { Audit, leavesNothing } from '@dangwu/platform/audit';
import { Database, systemScope } from '@dangwu/platform/database';
import { globalId, localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChangeMember } from '../change-member';
import { memberAccountErrors } from './member-account.errors';
import type { MemberAccount, OwnMember } from './member-account.type';

/**
 * Which account is whose. It is said by those who keep the member, who know the person; system administrators, who make
 * accounts, see no members. It gives no right.
 */
@Injectable()
export class MemberAccounts {
  constructor(
    private readonly database: Database,
    private readonly changes: ChangeMember,
    private readonly audit: Audit,
  ) {}

  /** Null: the member has none. @throws UNKNOWN_ID, PERMISSION_MISSING */
  async of(viewer: Viewer, memberId: string): Promise<MemberAccount | null> {
    const { id } = await this.changes.refuse(viewer, localId('Member', memberId), 'member.maintain');
    const account = await this.within(viewer, (tx) => tx.findOneBy(AccountEntity, { memberId: id }));
    return account && shown(account);
  }

  /** @throws UNKNOWN_ID, PERMISSION_MISSING, ACCOUNT_UNKNOWN, ACCOUNT_BOUND */
  async bind(viewer: Viewer, memberId: string, username: string): Promise<MemberAccount> {
    const { id } = await this.changes.refuse(viewer, localId('Member', memberId), 'member.maintain');
    return this.within(viewer, async (tx) => {
      const account = await tx
        .createQueryBuilder(AccountEntity, 'a')
        .where('lower(a.username) = :name and a.disabledAt is null', { name: username.trim().toLowerCase() })
        .getOne();
      if (!account) throw memberAccountErrors.ACCOUNT_UNKNOWN({ username: username.slice(0, 80) });
      if (account.memberId === id) {
        leavesNothing('it is bound to this member already');
        return shown(account);
      }
      if (account.memberId) throw memberAccountErrors.ACCOUNT_BOUND();
      await refuseOn(tx.update(AccountEntity, { id: account.id }, { memberId: id }), {
        account_member: () => memberAccountErrors.ACCOUNT_BOUND(),
      });
      await this.record(tx, 'bindAccount', id, account);
      return shown(account);
    });
  }

  /** @throws UNKNOWN_ID, PERMISSION_MISSING, ACCOUNT_NOT_BOUND */
  async unbind(viewer: Viewer, memberId: string): Promise<void> {
    const { id } = await this.changes.refuse(viewer, localId('Member', memberId), 'member.maintain');
    await this.within(viewer, async (tx) => {
      const account = await tx.findOneBy(AccountEntity, { memberId: id });
      if (!account) throw memberAccountErrors.ACCOUNT_NOT_BOUND();
      await tx.update(AccountEntity, { id: account.id }, { memberId: null });
      await this.record(tx, 'unbindAccount', id, account);
    });
  }

  /** Who somebody is among the members: one's own name and branch, whatever one may read. */
  async own({ account, association }: Viewer): Promise<OwnMember | null> {
    return this.database.transaction({ ...systemScope(association.id), account: account.id }, async (tx) => {
      const [row] = await tx.query<{ id: string; name: string; organizationName: string }[]>(
        `select m.id, m.name, o.name as "organizationName" from account a
         join member m on m.id = a.member_id and m.deleted_at is null
         join party_organization o on o.id = m.organization_id
         where a.id = $1`,
        [account.id],
      );
      return row ? { ...row, id: globalId('Member', row.id) } : null;
    });
  }

  private within<T>(viewer: Viewer, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.database.transaction(viewer.scope('member.maintain'), work);
  }

  private record(tx: EntityManager, action: string, memberId: string, { id, username }: AccountEntity): Promise<void> {
    return this.audit.record(tx, {
      action,
      subjectType: 'Member',
      subjectId: memberId,
      after: { accountId: id, username },
    });
  }
}

const shown = ({ username, name, disabledAt }: AccountEntity): MemberAccount => ({
  username,
  name,
  disabled: disabledAt !== null,
});
