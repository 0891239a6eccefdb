import { Access, type Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { localId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Carrying, OrganizationChange } from './changes/organization-change';
import { nextOfItsKind, othersIn } from './history/ledger';
import { OrganizationAnnouncements } from './organization-announcements';
import { checkEffectiveOn } from './organization-checks';
import type { Actor } from './organization-facts';
import { OrganizationFlags } from './flags/organization-flags.service';
import { OrganizationHistory } from './history/organization-history';
import { lockOrganizations } from './organization-lock';
import { OrganizationOperationEntity } from './history/organization-operation.entity';
import { OperationKind, OrganizationStatus } from './organization.enums';
import { PartyOrganizationEntity } from './organization.entity';
import { organizationErrors } from './organization.errors';

/** What every change of an organization is asked with. */
export interface ChangeRequest {
  /** global id */
  readonly id: string;
  readonly version: number;
  readonly effectiveOn: string;
  readonly basis: string;
}

/** A change on its way into the ledger. */
interface Entry {
  readonly id: string;
  readonly effectiveOn: string;
  readonly basis: string;
  /** of the merge or split it belongs to */
  readonly groupId?: string | null;
}

/** The frame of all changes: lock, version, dates, ledger, history, flags, audit, in one transaction. */
@Injectable()
export class ChangeOrganization {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly clock: Clock,
    private readonly history: OrganizationHistory,
    private readonly flags: OrganizationFlags,
    private readonly announcements: OrganizationAnnouncements,
  ) {}

  /**
   * Records a change: carried out at once when its day is today or past, else on its day.
   *
   * @returns the organization's UUID
   * @throws UNKNOWN_ID, PERMISSION_MISSING, STALE_VERSION, the refusals of the change
   */
  async record<Wanted extends object>(
    viewer: Viewer,
    change: OrganizationChange<Wanted>,
    request: ChangeRequest,
    wanted: Wanted,
  ): Promise<string> {
    return this.database.transaction(viewer.scope('organization.maintain'), (tx) =>
      this.recordIn(tx, viewer, change, request, wanted),
    );
  }

  /** The same inside a transaction with the viewer's scope. */
  async recordIn<Wanted extends object>(
    tx: EntityManager,
    viewer: Viewer,
    change: OrganizationChange<Wanted>,
    request: ChangeRequest,
    wanted: Wanted,
  ): Promise<string> {
    const id = localId('PartyOrganization', request.id);
    this.access.require(viewer, 'organization.maintain', await this.access.place(tx, viewer, id));
    const { association, account } = viewer;
    const actor: Actor = { associationId: association.id, accountId: account.id, name: account.name };
    await lockOrganizations(tx, association.id);
    const organization = await this.load(tx, id);
    if (organization.version !== request.version) throw platformErrors.STALE_VERSION({ current: organization.version });
    await this.enter(tx, actor, change, organization, request, wanted);
    return id;
  }

  /** The same inside the caller's transaction, for work on many; rights are the caller's business. */
  async apply<Wanted extends object>(
    tx: EntityManager,
    actor: Actor,
    change: OrganizationChange<Wanted>,
    { id, ...request }: Entry,
    wanted: Wanted,
  ): Promise<void> {
    await lockOrganizations(tx, actor.associationId);
    await this.enter(tx, actor, change, await this.load(tx, id), request, wanted);
  }

  /** Carries out a pending change on its day. @throws the refusals of the change */
  async carryOutPending<Wanted extends object>(
    tx: EntityManager,
    change: OrganizationChange<Wanted>,
    operation: OrganizationOperationEntity,
  ): Promise<void> {
    await lockOrganizations(tx, operation.associationId);
    const organization = await this.load(tx, operation.organizationId);
    this.checkState(organization, operation.effectiveOn);
    const actor: Actor = {
      associationId: operation.associationId,
      accountId: operation.actorId,
      name: operation.actorName,
    };
    const { before, after } = await this.write(tx, actor, change, organization, operation, operation.after as Wanted);
    await tx.update(
      OrganizationOperationEntity,
      { id: operation.id },
      {
        state: 'APPLIED',
        appliedAt: this.clock.now(),
        before: before as object,
        after: { ...operation.after, ...after } as object,
      },
    );
  }

  private async enter<Wanted extends object>(
    tx: EntityManager,
    actor: Actor,
    change: OrganizationChange<Wanted>,
    organization: PartyOrganizationEntity,
    request: Omit<Entry, 'id'>,
    wanted: Wanted,
  ): Promise<void> {
    const { effectiveOn } = request;
    const today = this.clock.today();
    checkEffectiveOn(effectiveOn, today);
    await this.checkDates(tx, organization, effectiveOn);
    this.checkState(organization, effectiveOn);
    const pending = effectiveOn > today;
    const groupId = request.groupId ?? (change.many ? newId() : null);
    const { before, after } = pending
      ? await this.foresee(tx, change, organization, effectiveOn, wanted)
      : await this.write(tx, actor, change, organization, { ...request, groupId }, wanted);
    const now = this.clock.now();
    await tx.insert(OrganizationOperationEntity, {
      id: newId(now.getTime()),
      associationId: actor.associationId,
      organizationId: organization.id,
      kind: change.kind,
      effectiveOn,
      basis: request.basis.trim(),
      before: before as object,
      after: { ...wanted, ...after } as object,
      state: pending ? 'PENDING' : 'APPLIED',
      groupId,
      refersTo: [...(change.refersTo?.(wanted) ?? othersIn(before, after))],
      actorId: actor.accountId,
      actorName: actor.name,
      recordedAt: now,
      appliedAt: pending ? null : now,
    });
    if (pending)
      await this.announcements.announce(tx, actor, change.action, change.kind, [
        {
          organizationId: organization.id,
          before,
          after: { ...after, pendingUntil: effectiveOn },
          basis: request.basis,
        },
      ]);
  }

  /**
   * A change for later is decided as if it were today's, so that slips are told at once. A dissolution is not: what
   * stands below may well be moved away before its day.
   */
  private async foresee<Wanted extends object>(
    tx: EntityManager,
    change: OrganizationChange<Wanted>,
    organization: PartyOrganizationEntity,
    effectiveOn: string,
    wanted: Wanted,
  ): Promise<Pick<Awaited<ReturnType<typeof change.decide>>, 'before' | 'after'>> {
    if (change.kind === OperationKind.DISSOLVED) {
      if (!organization.parentId) throw organizationErrors.ROOT_STAYS({ name: organization.name });
      return { before: { status: organization.status }, after: { status: OrganizationStatus.DISSOLVED } };
    }
    return change.decide(tx, organization, wanted, { from: effectiveOn, until: null });
  }

  private async write<Wanted extends object>(
    tx: EntityManager,
    actor: Actor,
    change: OrganizationChange<Wanted>,
    organization: PartyOrganizationEntity,
    entry: Omit<Carrying, 'actor' | 'groupId'> & { readonly groupId?: string | null },
    wanted: Wanted,
  ): Promise<{ before: Record<string, unknown>; after: Record<string, unknown> }> {
    const { id, associationId } = organization;
    const from = entry.effectiveOn;
    const until = await nextOfItsKind(tx, id, change.kind, from);
    const { set, before, after } = await change.decide(tx, organization, wanted, { from, until });
    await this.history.change(tx, id, { from, until, set });
    // a later change of the same kind already says what holds today: then only the past is rewritten
    if (!until) {
      await change.carryOut?.(tx, organization, wanted, { ...entry, groupId: entry.groupId ?? null, actor });
      const { parent_id: _parent, relation: _relation, ...own } = set;
      const names = Object.keys(own);
      await tx.query(
        `update party_organization set version = version + 1 ${names.map((name, i) => `, ${name} = $${i + 2}`).join('')}
         where id = $1`,
        [id, ...Object.values(own)],
      );
    } else await tx.query(`update party_organization set version = version + 1 where id = $1`, [id]);
    await this.history.mirror(tx, [id]);
    await this.flags.refresh(tx, associationId, [id], from);
    await this.announcements.announce(tx, actor, change.action, change.kind, [
      { organizationId: id, before: { ...before }, after: { ...after, effectiveOn: from }, basis: entry.basis },
    ]);
    return { before: { ...before }, after: { ...after } };
  }

  private async load(tx: EntityManager, id: string): Promise<PartyOrganizationEntity> {
    const found = await tx.findOne(PartyOrganizationEntity, { where: { id } });
    if (!found) throw platformErrors.UNKNOWN_ID();
    return found;
  }

  private async checkDates(tx: EntityManager, { id, name }: PartyOrganizationEntity, effectiveOn: string) {
    const first = await this.history.firstDay(tx, id);
    if (first && effectiveOn < first) throw organizationErrors.BEFORE_FOUNDING({ effectiveOn, name, foundedOn: first });
  }

  private checkState({ name, status, foundedOn, dissolvedOn }: PartyOrganizationEntity, effectiveOn: string): void {
    if (status === OrganizationStatus.DISSOLVED)
      throw organizationErrors.ORGANIZATION_DISSOLVED({ name, on: dissolvedOn });
    if (status === OrganizationStatus.PREPARING && effectiveOn < (foundedOn ?? effectiveOn))
      throw organizationErrors.NOT_FOUNDED_YET({ name, on: foundedOn });
  }
}
