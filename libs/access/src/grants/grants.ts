import { Clock } from '@dangwu/platform/clock';
import { Database, type Scope } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { LiveEvents } from '@dangwu/platform/events';
import { localId } from '@dangwu/platform/ids';
import { Notifications } from '@dangwu/platform/notifications';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { accessErrors } from '../access.errors';
import { AccountEntity } from '../account.entity';
import { AccountService } from '../accounts.service';
import { GrantEntity } from '../grant.entity';
import { roles, type RoleKey } from '../roles';
import type { Viewer } from '../viewer';
import type { GrantRoleInput, RevokeGrantInput } from './grant.inputs';

/**
 * Giving and taking roles, by the security administrator. Nobody gives to themselves, and the administrators' own
 * roles rank with the giver's: they are not given here (ADR 15).
 */
@Injectable()
export class Grants {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountService,
    private readonly notifications: Notifications,
    private readonly live: LiveEvents,
  ) {}

  /** @returns the grant's UUID. @throws GRANT_TO_ONESELF, GRANT_ABOVE_ONESELF, GRANT_PERIOD, and what AccountService.grant throws */
  async grant(viewer: Viewer, input: GrantRoleInput): Promise<string> {
    const { role, basis } = input;
    const organizationId = input.organizationId ? localId('PartyOrganization', input.organizationId) : null;
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const account = await tx.findOneBy(AccountEntity, { id: localId('Account', input.accountId) });
      if (!account) throw platformErrors.UNKNOWN_ID();
      if (account.id === viewer.account.id) throw accessErrors.GRANT_TO_ONESELF();
      refuseAbove(role);
      const since = input.since ?? this.clock.now();
      const until = input.until ?? null;
      if (until && (until <= since || until <= this.clock.now()))
        throw accessErrors.GRANT_PERIOD({ until: until.toISOString() });
      const by = viewer.account;
      const given = { role, organizationId, since, until, basis: basis.trim(), by };
      const { id } = await this.accounts.grant(tx, account, given);
      await this.tell(tx, account, 'ACCESS_GRANTED', role, basis);
      return id;
    });
  }

  /** @returns the grant's UUID. @throws UNKNOWN_ID, GRANT_ENDED, GRANT_ABOVE_ONESELF */
  async revoke(viewer: Viewer, input: RevokeGrantInput): Promise<string> {
    const id = localId('AccessGrant', input.id);
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const found = await tx.findOneBy(GrantEntity, { id });
      if (!found) throw platformErrors.UNKNOWN_ID();
      refuseAbove(found.role);
      const { id: account, name } = viewer.account;
      await this.accounts.revoke(tx, id, { id: account, name, basis: input.basis.trim() });
      await this.tell(
        tx,
        { id: found.accountId, associationId: found.associationId },
        'ACCESS_REVOKED',
        found.role,
        input.basis,
      );
      return id;
    });
  }

  /** The person hears of it, and every console they have open asks anew what they may do. */
  private async tell(
    tx: EntityManager,
    { id, associationId }: Pick<AccountEntity, 'id' | 'associationId'>,
    kind: 'ACCESS_GRANTED' | 'ACCESS_REVOKED',
    role: RoleKey,
    basis: string,
  ): Promise<void> {
    const { zh: roleZh, en: roleEn } = roles[role];
    await this.notifications.add(tx, { accountId: id, associationId, kind, params: { roleZh, roleEn, basis } });
    await this.live.publish(tx, { to: id, associationId, kind: 'access', id: '' });
  }
}

/** Grants have no place of their own; who may give them is decided by the permission. */
const scopeOf = ({ association, account }: Viewer): Scope => ({
  association: association.id,
  places: 'everywhere',
  account: account.id,
});

function refuseAbove(role: RoleKey): void {
  const { administrative, zh: roleZh, en: roleEn } = roles[role];
  if (administrative) throw accessErrors.GRANT_ABOVE_ONESELF({ roleZh, roleEn });
}
