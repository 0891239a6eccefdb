import type { Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { platformErrors } from '@dangwu/platform/errors';
import { localId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChangeStaff } from './change-staff';
import { HandoverEntity, HandoverItemEntity } from './handover.entity';
import { StaffAssignmentEntity } from './staff-assignment.entity';
import { HandoverItemState, HandoverSide, sideWords } from './staff.enums';
import { staffErrors } from './staff.errors';
import type {
  ChangeHandoverInput,
  ConfirmHandoverInput,
  HandoverItemInput,
  PlanHandoverInput,
  WithdrawHandoverInput,
} from './staff.inputs';

/** Work that goes from one to another: planned with a list, gone through, confirmed by both sides. */
@Injectable()
export class HandoversService {
  constructor(
    private readonly changes: ChangeStaff,
    private readonly clock: Clock,
  ) {}

  /** @throws UNKNOWN_ID, HANDOVER_BETWEEN, HANDOVER_PLANNED @returns the UUID */
  async plan(viewer: Viewer, { dueOn, items, ...input }: PlanHandoverInput): Promise<string> {
    const [fromId, toId] = [localId('StaffAssignment', input.fromId), localId('StaffAssignment', input.toId)];
    const { organizationId } = await this.changes.refuse(viewer, StaffAssignmentEntity, fromId, 'staff.maintain');
    return this.changes.add(viewer, organizationId, async (tx) => {
      const from = await tx.findOneByOrFail(StaffAssignmentEntity, { id: fromId });
      const to = await tx.findOneBy(StaffAssignmentEntity, { id: toId });
      if (!to) throw platformErrors.UNKNOWN_ID();
      if (to.organizationId !== organizationId || fromId === toId) throw staffErrors.HANDOVER_BETWEEN();
      const earlier = (await tx.findBy(HandoverEntity, { fromId })).find((one) => !isDone(one));
      if (earlier) throw staffErrors.HANDOVER_PLANNED({ name: from.name, dueOn: earlier.dueOn });
      const { associationId } = from;
      const id = newId();
      await tx.insert(HandoverEntity, { id, associationId, organizationId, fromId, toId, dueOn });
      await this.keepItems(tx, { id, associationId }, items);
      const after = { from: from.name, to: to.name, dueOn, items: items.length };
      return { action: 'handover.plan', type: 'Handover', id, organizationId, after };
    });
  }

  /** The whole list anew, until a side has confirmed. @throws HANDOVER_CONFIRMED, STALE_VERSION */
  change(viewer: Viewer, { id: global, version, items }: ChangeHandoverInput): Promise<string> {
    const id = localId('Handover', global);
    return this.changes.change(viewer, HandoverEntity, { id, version }, async (tx, handover) => {
      refuseConfirmed(handover);
      await tx.softDelete(HandoverItemEntity, { handoverId: id });
      await this.keepItems(tx, handover, items);
      await tx.update(HandoverEntity, { id }, { dueOn: handover.dueOn });
      const open = items.filter(({ state }) => state === HandoverItemState.OPEN).length;
      const { organizationId } = handover;
      return { action: 'handover.change', type: 'Handover', id, organizationId, after: { items: items.length, open } };
    });
  }

  /** @throws HANDOVER_ITEMS_OPEN, HANDOVER_CONFIRMED, HANDOVER_BOTH_SIDES, STALE_VERSION */
  confirm(viewer: Viewer, { id: global, version, side }: ConfirmHandoverInput): Promise<string> {
    const id = localId('Handover', global);
    const { id: accountId, name } = viewer.account;
    return this.changes.change(viewer, HandoverEntity, { id, version }, async (tx, handover) => {
      const from = side === HandoverSide.FROM;
      const [own, other] = from
        ? [handover.fromConfirmedBy, handover.toConfirmedBy]
        : [handover.toConfirmedBy, handover.fromConfirmedBy];
      if (own) throw confirmed(side);
      if (other === accountId) throw staffErrors.HANDOVER_BOTH_SIDES();
      const count = await tx.countBy(HandoverItemEntity, { handoverId: id, state: HandoverItemState.OPEN });
      if (count > 0) throw staffErrors.HANDOVER_ITEMS_OPEN({ count });
      const now = this.clock.now();
      await tx.update(
        HandoverEntity,
        { id },
        from
          ? { fromConfirmedAt: now, fromConfirmedBy: accountId, fromConfirmedByName: name }
          : { toConfirmedAt: now, toConfirmedBy: accountId, toConfirmedByName: name },
      );
      const { organizationId } = handover;
      return { action: 'handover.confirm', type: 'Handover', id, organizationId, after: { side } };
    });
  }

  /** @throws HANDOVER_CONFIRMED, STALE_VERSION */
  withdraw(viewer: Viewer, { id: global, version }: WithdrawHandoverInput): Promise<string> {
    const id = localId('Handover', global);
    return this.changes.change(viewer, HandoverEntity, { id, version }, async (tx, handover) => {
      refuseConfirmed(handover);
      await tx.softDelete(HandoverEntity, { id });
      const { dueOn, organizationId } = handover;
      return { action: 'handover.withdraw', type: 'Handover', id, organizationId, before: { dueOn }, after: {} };
    });
  }

  private async keepItems(
    tx: EntityManager,
    { id, associationId }: Pick<HandoverEntity, 'id' | 'associationId'>,
    items: readonly HandoverItemInput[],
  ): Promise<void> {
    await tx.insert(
      HandoverItemEntity,
      items.map(({ text, state, note }, i) => ({
        id: newId(),
        associationId,
        handoverId: id,
        position: i + 1,
        text: text.trim(),
        state,
        note: note?.trim() || null,
      })),
    );
  }
}

const isDone = ({ fromConfirmedAt, toConfirmedAt }: HandoverEntity): boolean =>
  fromConfirmedAt !== null && toConfirmedAt !== null;

function confirmed(side: HandoverSide): Error {
  const { zh, en } = sideWords[side];
  return staffErrors.HANDOVER_CONFIRMED({ sideZh: zh, sideEn: en });
}

function refuseConfirmed({ fromConfirmedAt, toConfirmedAt }: HandoverEntity): void {
  if (fromConfirmedAt) throw confirmed(HandoverSide.FROM);
  if (toConfirmedAt) throw confirmed(HandoverSide.TO);
}
