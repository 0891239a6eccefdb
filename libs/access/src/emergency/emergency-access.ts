import { Audit } from '@dangwu/platform/audit';
import { associationZone, Clock } from '@dangwu/platform/clock';
import { Database, type Scope } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { LiveEvents } from '@dangwu/platform/events';
import { localId, newId } from '@dangwu/platform/ids';
import { Notifications } from '@dangwu/platform/notifications';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Access } from '../access';
import { accessErrors } from '../access.errors';
import { AccountService } from '../accounts.service';
import { associationHolders } from '../association-holders';
import { roles } from '../roles';
import type { Viewer } from '../viewer';
import { EmergencyRequestEntity } from './emergency-request.entity';
import type { DecideEmergencyAccessInput, RequestEmergencyAccessInput } from './emergency-request.type';

/** How long a request stands, and how long the role holds once it is confirmed. */
export const emergencyHour = 60 * 60_000;

/** Break-glass by two people: for when the one who normally grants cannot be reached. The auditors hear of it at once. */
@Injectable()
export class EmergencyAccess {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly accounts: AccountService,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly notifications: Notifications,
    private readonly live: LiveEvents,
  ) {}

  /** @returns the request's UUID. @throws UNKNOWN_ID, EMERGENCY_ROLE */
  async request(viewer: Viewer, input: RequestEmergencyAccessInput): Promise<string> {
    const { role, reason } = input;
    const { administrative, zh: roleZh, en: roleEn } = roles[role];
    if (administrative) throw accessErrors.EMERGENCY_ROLE({ roleZh, roleEn });
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const place = await this.access.place(tx, viewer, localId('PartyOrganization', input.organizationId));
      const [now, id] = [this.clock.now(), newId()];
      const { id: accountId, name: accountName } = viewer.account;
      await tx.insert(EmergencyRequestEntity, {
        id,
        associationId: viewer.association.id,
        accountId,
        accountName,
        role,
        organizationId: place.id,
        reason: reason.trim(),
        state: 'WAITING',
        requestedAt: now,
        lapsesAt: new Date(now.getTime() + emergencyHour),
      });
      await this.audit.record(tx, {
        action: 'requestEmergencyAccess',
        subjectType: 'EmergencyRequest',
        subjectId: id,
        organizationId: place.id,
        after: { role, organizationId: place.id },
        reason: reason.trim(),
      });
      const params = { name: accountName, roleZh, roleEn, reason, organization: await nameOf(tx, place.id) };
      const deciders = await associationHolders(tx, viewer.association.id, 'access.confirm', now);
      await this.tell(
        tx,
        viewer,
        deciders.filter((each) => each !== accountId),
        'EMERGENCY_ASKED',
        params,
      );
      return id;
    });
  }

  /** @returns the request's UUID. @throws UNKNOWN_ID, EMERGENCY_TWO_PEOPLE, EMERGENCY_LAPSED, ROLE_HELD */
  async decide(viewer: Viewer, input: DecideEmergencyAccessInput): Promise<string> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const request = await tx.findOne(EmergencyRequestEntity, {
        where: { id: localId('EmergencyRequest', input.id) },
        lock: { mode: 'pessimistic_write' },
      });
      if (!request) throw platformErrors.UNKNOWN_ID();
      if (request.accountId === viewer.account.id) throw accessErrors.EMERGENCY_TWO_PEOPLE();
      if (request.state !== 'WAITING' || request.lapsesAt <= this.clock.now()) throw accessErrors.EMERGENCY_LAPSED();
      await (input.confirm ? this.confirm(tx, viewer, request) : this.refuse(tx, viewer, request));
      return request.id;
    });
  }

  private async confirm(tx: EntityManager, viewer: Viewer, request: EmergencyRequestEntity): Promise<void> {
    const { id, accountId, associationId, role, organizationId, reason } = request;
    const now = this.clock.now();
    const endsAt = new Date(now.getTime() + emergencyHour);
    const grant = await this.accounts.grant(
      tx,
      { id: accountId, associationId },
      { role, organizationId, since: now, until: endsAt, basis: reason, by: viewer.account, emergencyId: id },
    );
    await this.settle(tx, viewer, request, { state: 'CONFIRMED', endsAt, grantId: grant.id });
    const auditors = await associationHolders(tx, associationId, 'audit.read', now);
    const until = new Intl.DateTimeFormat('sv-SE', {
      timeZone: associationZone,
      dateStyle: 'short',
      timeStyle: 'short',
    }).format(endsAt);
    const params = { ...(await this.words(tx, viewer, request)), until };
    await this.tell(tx, viewer, [accountId, ...auditors], 'EMERGENCY_OPENED', params);
    await this.live.publish(tx, { to: accountId, kind: 'access', id: '' });
  }

  private async refuse(tx: EntityManager, viewer: Viewer, request: EmergencyRequestEntity): Promise<void> {
    await this.settle(tx, viewer, request, { state: 'REFUSED' });
    await this.tell(tx, viewer, [request.accountId], 'EMERGENCY_REFUSED', await this.words(tx, viewer, request));
  }

  private async settle(
    tx: EntityManager,
    viewer: Viewer,
    { id, accountId }: EmergencyRequestEntity,
    outcome: Partial<EmergencyRequestEntity> & Pick<EmergencyRequestEntity, 'state'>,
  ): Promise<void> {
    const { id: decidedBy, name: decidedByName } = viewer.account;
    const decided = { ...outcome, decidedBy, decidedByName, decidedAt: this.clock.now() };
    await tx.update(EmergencyRequestEntity, { id }, decided);
    await this.audit.record(tx, {
      action: outcome.state === 'CONFIRMED' ? 'confirmEmergencyAccess' : 'refuseEmergencyAccess',
      subjectType: 'EmergencyRequest',
      subjectId: id,
      after: { for: accountId, grantId: outcome.grantId ?? null, endsAt: outcome.endsAt ?? null },
    });
  }

  private async words(tx: EntityManager, viewer: Viewer, request: EmergencyRequestEntity) {
    const { zh: roleZh, en: roleEn } = roles[request.role];
    const organization = await nameOf(tx, request.organizationId);
    return { name: request.accountName, roleZh, roleEn, organization, reason: request.reason, by: viewer.account.name };
  }

  private async tell(
    tx: EntityManager,
    { association }: Viewer,
    accounts: readonly string[],
    kind: 'EMERGENCY_ASKED' | 'EMERGENCY_OPENED' | 'EMERGENCY_REFUSED',
    params: Record<string, unknown>,
  ): Promise<void> {
    for (const accountId of new Set(accounts))
      await this.notifications.add(tx, {
        accountId,
        associationId: association.id,
        kind,
        params,
        link: '/access?tab=emergency',
      });
  }
}

/** Requests have no place of their own; who may ask and decide is a matter of the permissions. */
const scopeOf = ({ association, account }: Viewer): Scope => ({
  association: association.id,
  places: 'everywhere',
  account: account.id,
});

/** This library knows the tree by its table alone; who an organization is, everyone may know. */
async function nameOf(tx: EntityManager, organizationId: string): Promise<string> {
  const [row] = await tx.query<{ name: string }[]>(`select name from party_organization where id = $1`, [
    organizationId,
  ]);
  return row?.name ?? '';
}
