import { Access, type Viewer } from '@dangwu/access';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { localId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { ChangeOrganization } from './change-organization';
import { DissolveOrganization } from './changes/dissolve-organization';
import { ForeseeOperation, type ForeseenOperation } from './changes/foresee-operation';
import { MergeOrganizations } from './changes/merge-organizations';
import { SplitOrganization } from './changes/split-organization';
import { UndoOperation } from './changes/undo-operation';
import type { MergeOrganizationsInput, SplitOrganizationInput, UndoOperationInput } from './operation.inputs';
import type { DissolveOrganizationInput } from './organization.inputs';
import { lockOrganizations } from './organization-lock';
import { normalizeCode, normalizeName } from './organization-rules';
import { PartyOrganizationEntity } from './organization.entity';

/** Operations of several organizations, and those that take others back; each also as a trial. */
@Injectable()
export class OperationService {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly changes: ChangeOrganization,
    private readonly merging: MergeOrganizations,
    private readonly splitting: SplitOrganization,
    private readonly dissolving: DissolveOrganization,
    private readonly undoing: UndoOperation,
    private readonly trial: ForeseeOperation,
  ) {}

  merge(viewer: Viewer, input: MergeOrganizationsInput): Promise<string> {
    return this.inScope(viewer, (tx) => this.mergeIn(tx, viewer, input));
  }

  split(viewer: Viewer, input: SplitOrganizationInput): Promise<string> {
    return this.inScope(viewer, (tx) => this.splitIn(tx, viewer, input));
  }

  undo(viewer: Viewer, input: UndoOperationInput): Promise<string> {
    return this.undoing.undo(viewer, input);
  }

  withdraw(viewer: Viewer, input: UndoOperationInput): Promise<string> {
    return this.undoing.withdraw(viewer, input);
  }

  foreseeMerge(viewer: Viewer, input: MergeOrganizationsInput): Promise<ForeseenOperation> {
    const { effectiveOn } = input;
    const work = (tx: EntityManager, day: string) => this.mergeIn(tx, viewer, { ...input, effectiveOn: day });
    return this.trial.foresee(viewer, { effectiveOn, work });
  }

  foreseeSplit(viewer: Viewer, input: SplitOrganizationInput): Promise<ForeseenOperation> {
    const { effectiveOn } = input;
    const keeps = localId('PartyOrganization', input.id);
    const work = (tx: EntityManager, day: string) => this.splitIn(tx, viewer, { ...input, effectiveOn: day });
    return this.trial.foresee(viewer, { keeps, effectiveOn, work });
  }

  foreseeDissolve(viewer: Viewer, input: DissolveOrganizationInput): Promise<ForeseenOperation> {
    const { effectiveOn } = input;
    const work = (tx: EntityManager, day: string) =>
      this.changes.recordIn(tx, viewer, this.dissolving, { ...input, effectiveOn: day }, {});
    return this.trial.foresee(viewer, { effectiveOn, work });
  }

  foreseeUndo(viewer: Viewer, operationId: string): Promise<ForeseenOperation> {
    const work = (tx: EntityManager) => this.undoing.undoIn(tx, viewer, { operationId, basis: '—' });
    return this.trial.foresee(viewer, { effectiveOn: null, work });
  }

  foreseeWithdrawal(viewer: Viewer, operationId: string): Promise<ForeseenOperation> {
    const work = (tx: EntityManager) => this.undoing.withdrawIn(tx, viewer, { operationId, basis: '—' });
    return this.trial.foresee(viewer, { effectiveOn: null, work });
  }

  private inScope<T>(viewer: Viewer, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.database.transaction(viewer.scope('organization.maintain'), work);
  }

  /** All of them must be the viewer's to maintain, and as they were read. */
  private async mergeIn(tx: EntityManager, viewer: Viewer, input: MergeOrganizationsInput): Promise<string> {
    const { intoId, versions, effectiveOn, basis } = input;
    const ids = input.ids.map((id) => localId('PartyOrganization', id));
    for (const id of ids) this.access.require(viewer, 'organization.maintain', await this.access.place(tx, viewer, id));
    await lockOrganizations(tx, viewer.association.id);
    const read = new Map(versions.map(({ id, version }) => [localId('PartyOrganization', id), version]));
    for (const { id, version } of await tx.findBy(PartyOrganizationEntity, { id: In(ids) }))
      if (read.get(id) !== version) throw platformErrors.STALE_VERSION({ current: version });
    const version = read.get(localId('PartyOrganization', intoId)) ?? 0;
    return this.changes.recordIn(tx, viewer, this.merging, { id: intoId, version, effectiveOn, basis }, { ids });
  }

  /** Whoever puts organizations beside it founds below its parent, which must be the viewer's to maintain, too. */
  private async splitIn(tx: EntityManager, viewer: Viewer, input: SplitOrganizationInput): Promise<string> {
    const { placement, newOrganizations, ...request } = input;
    const place = await this.access.place(tx, viewer, localId('PartyOrganization', input.id));
    this.access.require(viewer, 'organization.maintain', place);
    if (placement === 'BESIDE' && place.parentId)
      this.access.require(viewer, 'organization.maintain', await this.access.place(tx, viewer, place.parentId));
    const parts = newOrganizations.map(({ name, code, type, reportedMemberCount }) => ({
      id: newId(),
      name: normalizeName(name),
      code: normalizeCode(code),
      type,
      reportedMemberCount: reportedMemberCount ?? null,
    }));
    return this.changes.recordIn(tx, viewer, this.splitting, request, { placement, parts });
  }
}
