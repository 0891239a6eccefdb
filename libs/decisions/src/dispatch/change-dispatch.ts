import { Reminders } from '@dangwu/activities';
import { Access, type Permission, type Viewer } from '@dangwu/access';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { LiveEvents } from '@dangwu/platform/events';
import { globalId, localId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { dispatchPossible, type DispatchAct } from './dispatch-lifecycle';
import { dispatchActWords, dispatchStateWords } from './dispatch-words';
import { DispatchEntity, DispatchStepEntity } from './dispatch.entity';
import type { DispatchStepKind } from './dispatch.enums';
import { dispatchErrors } from './dispatch.errors';

/** What is done to a dispatch. */
export interface DispatchChange {
  readonly set: Partial<DispatchEntity>;
  readonly action: string;
  /** absent: nothing that readers are told */
  readonly step?: { readonly kind: DispatchStepKind; readonly on?: string; readonly text?: string | null };
  readonly reason?: string;
  /** what the audit log says besides what was set */
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
}

export interface DispatchStep {
  /** global id */
  readonly id: string;
  readonly version: number;
}

/** The frame of all writes of dispatches: rights, lock, version, state, the row, a step, the audit event, a live event. */
@Injectable()
export class ChangeDispatch {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly live: LiveEvents,
    private readonly reminders: Reminders,
    private readonly clock: Clock,
  ) {}

  /** What is new at an organization. @throws UNKNOWN_ID, PERMISSION_MISSING, and what `work` refuses */
  async add(
    viewer: Viewer,
    organizationId: string,
    work: (tx: EntityManager) => Promise<DispatchEntity>,
    change: Omit<DispatchChange, 'set'>,
  ): Promise<string> {
    this.access.require(viewer, 'dispatch.write', await this.access.place(null, viewer, organizationId));
    return this.database.transaction(viewer.scope('dispatch.write'), async (tx) => {
      const dispatch = await work(tx);
      await tx.insert(DispatchEntity, dispatch);
      const { kind, title, superiorName, body, actOn } = dispatch;
      await this.leave(tx, viewer, dispatch, change, null, { kind, title, superior: superiorName, body, actOn });
      return dispatch.id;
    });
  }

  /**
   * What is there.
   * @returns its UUID
   * @throws UNKNOWN_ID, PERMISSION_MISSING, STALE_VERSION, DISPATCH_STATE, and what `work` refuses
   */
  async change(
    viewer: Viewer,
    permission: Permission,
    act: DispatchAct,
    step: DispatchStep,
    work: (tx: EntityManager, dispatch: DispatchEntity) => DispatchChange | Promise<DispatchChange>,
  ): Promise<string> {
    const { id } = await this.find(viewer, permission, step.id);
    return this.database.transaction(viewer.scope(permission), async (tx) => {
      const dispatch = await tx.findOne(DispatchEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!dispatch) throw platformErrors.UNKNOWN_ID();
      if (dispatch.version !== step.version) throw platformErrors.STALE_VERSION({ current: dispatch.version });
      refuseImpossible(act, dispatch);
      const change = await work(tx, dispatch);
      const { waitsFor: _1, waitsAt: _2, answeredAt: _3, deadline: _4, searchText: _5, ...row } = dispatch;
      await tx.save(DispatchEntity, { ...row, ...change.set });
      const changed = Object.keys(change.set) as (keyof DispatchEntity)[];
      const before = Object.fromEntries(changed.map((field) => [field, dispatch[field]]));
      const told = { before: { ...before, ...change.before }, after: { ...change.set, ...change.after } };
      await this.leave(tx, viewer, { ...dispatch, ...change.set }, change, told.before, told.after);
      await this.silence(tx, dispatch);
      return id;
    });
  }

  /**
   * Who sends it writes it; who stands above answers: where the superior is outside the tree, that is recorded by whoever
   * sent it.
   * @throws UNKNOWN_ID, PERMISSION_MISSING
   */
  async find(viewer: Viewer, permission: Permission, global: string): Promise<DispatchEntity> {
    const id = localId('Dispatch', global);
    const dispatch = await this.database.transaction(viewer.scope('dispatch.read'), (tx) =>
      tx.findOneBy(DispatchEntity, { id }),
    );
    if (!dispatch) throw platformErrors.UNKNOWN_ID();
    const { organizationId, superiorOrganizationId } = dispatch;
    const at = permission === 'dispatch.answer' ? (superiorOrganizationId ?? organizationId) : organizationId;
    this.access.require(viewer, permission, await this.access.place(null, viewer, at));
    return dispatch;
  }

  /** What was told of a step is over once it waits for another, or until another day. */
  private async silence(tx: EntityManager, { id, associationId, waitsFor, deadline }: DispatchEntity): Promise<void> {
    const now = await tx.findOneByOrFail(DispatchEntity, { id });
    if (now.waitsFor === waitsFor && now.deadline === deadline) return;
    await this.reminders.silence(tx, associationId, id, ['DISPATCH_DUE', 'DISPATCH_LATE', 'DISPATCH_REPLY_LATE']);
  }

  private async leave(
    tx: EntityManager,
    viewer: Viewer,
    dispatch: DispatchEntity,
    { action, step, reason }: Omit<DispatchChange, 'set'>,
    before: Record<string, unknown> | null,
    after: Record<string, unknown>,
  ): Promise<void> {
    const { id, organizationId, title } = dispatch;
    const associationId = viewer.association.id;
    const at = this.clock.now();
    if (step)
      await tx.insert(DispatchStepEntity, {
        id: newId(at.getTime()),
        associationId,
        dispatchId: id,
        organizationId,
        kind: step.kind,
        on: step.on ?? this.clock.today(),
        text: step.text ?? reason ?? null,
        actorName: viewer.account.name,
        at,
      });
    const subject = { subjectType: 'Dispatch', subjectId: id, subjectName: title, organizationId };
    await this.audit.record(tx, { action, ...subject, reason, before, after });
    await this.live.publish(tx, { to: 'association', kind: 'dispatch', id: globalId('Dispatch', id), associationId });
  }
}

function refuseImpossible(act: DispatchAct, dispatch: DispatchEntity): void {
  if (dispatchPossible(act, dispatch)) return;
  const [is, done] = [dispatchStateWords[dispatch.state], dispatchActWords[act]];
  const words = { stateZh: is.zh, stateEn: is.en, actZh: done.zh, actEn: done.en };
  throw dispatchErrors.DISPATCH_STATE({ title: dispatch.title, ...words });
}
