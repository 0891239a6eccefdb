import { Access, type Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { localId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { OrganizationFlags } from '../flags/organization-flags.service';
import { OrganizationHistory } from '../history/organization-history';
import { OrganizationOperationEntity } from '../history/organization-operation.entity';
import { summaryOf } from '../history/organization-operation.summary';
import { OrganizationAnnouncements } from '../organization-announcements';
import type { Actor } from '../organization-facts';
import { lockOrganizations } from '../organization-lock';
import { OperationKind } from '../organization.enums';
import { PartyOrganizationEntity } from '../organization.entity';
import { organizationErrors } from '../organization.errors';
import { ReverseOperation } from './reverse-operation';
import { refuseNewer } from './newer-operations';

export interface UndoRequest {
  /** global id */
  readonly operationId: string;
  readonly basis: string;
}

/** Which of a group comes first when it is undone: what was dissolved must be there before anything moves back. */
const order: readonly OperationKind[] = [
  OperationKind.DISSOLVED,
  OperationKind.MOVED,
  OperationKind.FOUNDED,
  OperationKind.MERGED,
  OperationKind.SPLIT,
];
const single: readonly OperationKind[] = [OperationKind.RENAMED, OperationKind.RETYPED, ...order];

/**
 * Takes a wrong operation back by a new one, which says so; no row is deleted. The days it held for are told anew from
 * what held before. All of a merge or split go back together.
 */
@Injectable()
export class UndoOperation {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly clock: Clock,
    private readonly history: OrganizationHistory,
    private readonly flags: OrganizationFlags,
    private readonly announcements: OrganizationAnnouncements,
    private readonly reversing: ReverseOperation,
  ) {}

  /**
   * @returns the UUID of the organization whose operation it was
   * @throws UNKNOWN_ID, PERMISSION_MISSING, OPERATION_NOT_UNDOABLE, UNDO_NEWER_DEPENDS, and what its reversal is refused for
   */
  async undo(viewer: Viewer, request: UndoRequest): Promise<string> {
    return this.database.transaction(viewer.scope('organization.maintain'), (tx) => this.undoIn(tx, viewer, request));
  }

  /** The same inside a transaction with the viewer's scope. */
  async undoIn(tx: EntityManager, viewer: Viewer, request: UndoRequest): Promise<string> {
    const { actor, operation } = await this.find(tx, viewer, request);
    await this.apply(tx, actor, operation, request.basis);
    return operation.organizationId;
  }

  /** @throws UNKNOWN_ID, PERMISSION_MISSING, OPERATION_NOT_PENDING */
  withdraw(viewer: Viewer, request: UndoRequest): Promise<string> {
    return this.database.transaction(viewer.scope('organization.maintain'), (tx) =>
      this.withdrawIn(tx, viewer, request),
    );
  }

  /** The same inside a transaction with the viewer's scope. */
  async withdrawIn(tx: EntityManager, viewer: Viewer, request: UndoRequest): Promise<string> {
    const { actor, operation } = await this.find(tx, viewer, request);
    if (operation.state !== 'PENDING') throw organizationErrors.OPERATION_NOT_PENDING(said(operation));
    if (operation.kind === OperationKind.FOUNDED || operation.kind === OperationKind.IMPORTED)
      await this.takeBack(tx, operation);
    await this.enter(tx, actor, operation, request.basis, 'WITHDRAWN');
    return operation.organizationId;
  }

  /** The same inside the caller's transaction; rights are the caller's business. */
  async apply(tx: EntityManager, actor: Actor, operation: OrganizationOperationEntity, basis: string): Promise<void> {
    await lockOrganizations(tx, actor.associationId);
    if (operation.state !== 'APPLIED' || !single.includes(operation.kind))
      throw organizationErrors.OPERATION_NOT_UNDOABLE(said(operation));
    const all = await this.groupOf(tx, operation);
    await refuseNewer(tx, operation, all);
    for (const each of all) {
      await this.takeBack(tx, each);
      await this.enter(tx, actor, each, basis, 'UNDONE');
    }
  }

  private async find(
    tx: EntityManager,
    viewer: Viewer,
    request: UndoRequest,
  ): Promise<{ actor: Actor; operation: OrganizationOperationEntity }> {
    const id = localId('OrganizationOperation', request.operationId);
    const { association, account } = viewer;
    await lockOrganizations(tx, association.id);
    const operation = await tx.findOneBy(OrganizationOperationEntity, { id });
    if (!operation) throw platformErrors.UNKNOWN_ID();
    const place = await this.access.place(tx, viewer, operation.organizationId);
    this.access.require(viewer, 'organization.maintain', place);
    return { actor: { associationId: association.id, accountId: account.id, name: account.name }, operation };
  }

  private async groupOf(
    tx: EntityManager,
    operation: OrganizationOperationEntity,
  ): Promise<OrganizationOperationEntity[]> {
    const { groupId } = operation;
    if (!groupId) return [operation];
    const all = (await tx.findBy(OrganizationOperationEntity, { groupId, state: 'APPLIED' })).filter(
      ({ kind }) => kind !== OperationKind.UNDONE,
    );
    const rows = await tx.findBy(PartyOrganizationEntity, { id: In(all.map((each) => each.organizationId)) });
    const depth = new Map(rows.map(({ id, path }) => [id, path.length]));
    if (all.some((each) => !depth.has(each.organizationId))) throw platformErrors.UNKNOWN_ID();
    // from the top down; new organizations have nothing below them
    return all.sort(
      (a, b) =>
        order.indexOf(a.kind) - order.indexOf(b.kind) || depth.get(a.organizationId)! - depth.get(b.organizationId)!,
    );
  }

  private async takeBack(tx: EntityManager, operation: OrganizationOperationEntity): Promise<void> {
    const { organizationId: id, associationId, effectiveOn } = operation;
    await this.reversing.reverse(tx, operation);
    await tx.query(`update party_organization set version = version + 1 where id = $1`, [id]);
    await this.history.mirror(tx, [id]);
    await this.flags.refresh(tx, associationId, [id], effectiveOn);
  }

  /** The ledger keeps both: what was done, and that it was taken back, by whom, on which paper. */
  private async enter(
    tx: EntityManager,
    actor: Actor,
    operation: OrganizationOperationEntity,
    basis: string,
    state: 'UNDONE' | 'WITHDRAWN',
  ): Promise<void> {
    const { id, organizationId, associationId, groupId, kind, before, after, refersTo } = operation;
    const now = this.clock.now();
    const withdrawn = state === 'WITHDRAWN';
    await tx.update(OrganizationOperationEntity, { id }, { state });
    await tx.insert(OrganizationOperationEntity, {
      id: newId(now.getTime()),
      associationId,
      organizationId,
      kind: OperationKind.UNDONE,
      // from its first day on it never was; withdrawn, it never came to its day
      effectiveOn: withdrawn ? this.clock.today() : operation.effectiveOn,
      basis: basis.trim(),
      before: {},
      after: { undone: { ...summaryOf(operation) }, kind, withdrawn },
      state: 'APPLIED',
      actorId: actor.accountId,
      actorName: actor.name,
      recordedAt: now,
      appliedAt: now,
      groupId,
      undoesId: id,
      refersTo: [...refersTo],
    });
    const action = withdrawn ? 'withdrawPendingOperation' : 'undoOperation';
    await this.announcements.announce(tx, actor, action, OperationKind.UNDONE, [
      { organizationId, before: { ...after, operationId: id }, after: { ...before, state }, basis },
    ]);
  }
}

const said = (operation: OrganizationOperationEntity): { summaryZh: string; summaryEn: string } => {
  const { zh, en } = summaryOf(operation);
  return { summaryZh: zh, summaryEn: en };
};
