import type { Viewer } from '@dangwu/access';
import { leavesNothing } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { localId } from '@dangwu/platform/ids';
import { Idempotency } from '@dangwu/organization';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { changesOf } from '../catalogue/change-catalogue';
import { checkTimes } from './activity-checks';
import { possible } from './activity-lifecycle';
import { ActivityEntity } from './activity.entity';
import { ActivityState, ActivityStepKind } from './activity.enums';
import { activityErrors } from './activity.errors';
import { ActivityService } from './activity.service';
import { ChangeActivity, notIn, type ActivityChange } from './change-activity';
import { RecordActivity } from './record-activity';
import type { RecordHeldActivityInput } from './record-held.inputs';

const sentAgain = '外部系统再次报送';

/** Held and recorded in one go, told again as often as whoever tells it likes. */
@Injectable()
export class RecordHeldActivity {
  constructor(
    private readonly changes: ChangeActivity,
    private readonly service: ActivityService,
    private readonly records: RecordActivity,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  /** @throws ACTIVITY_EXTERNAL_ID_TAKEN, ACTIVITY_NOT_OVER, and what planning and recording refuse @returns its UUID */
  record(viewer: Viewer, input: RecordHeldActivityInput): Promise<string> {
    const { idempotencyKey, externalId = null, ...given } = input;
    const organizationId = localId('PartyOrganization', input.organizationId);
    checkTimes(input.startsAt, input.endsAt, this.clock.today());
    const associationId = viewer.association.id;
    const actor = { associationId, accountId: viewer.account.id, name: viewer.account.name };
    return this.changes.add(viewer, organizationId, (tx) => {
      const request = { operation: 'recordHeldActivity', key: idempotencyKey, request: { ...given, externalId } };
      return this.idempotency.once(tx, actor, request, async () => {
        const present = externalId ? await tx.findOneBy(ActivityEntity, { associationId, externalId }) : null;
        return present ? this.again(tx, viewer, present, input) : this.first(tx, viewer, organizationId, input);
      });
    });
  }

  private async first(
    tx: EntityManager,
    viewer: Viewer,
    organizationId: string,
    input: RecordHeldActivityInput,
  ): Promise<string> {
    const planned = await this.service.planned(tx, organizationId, input);
    const activity = {
      ...planned,
      id: null,
      makeUpOfId: planned.makeUpOfId ?? null,
      associationId: viewer.association.id,
    };
    const set = await this.records.recorded(tx, activity, input);
    const recorded = { ...planned, ...set, ...this.signed(viewer), externalId: input.externalId ?? null };
    return this.changes.insert(tx, viewer, recorded, ActivityStepKind.RECORDED, 'activity.record');
  }

  private async again(
    tx: EntityManager,
    viewer: Viewer,
    present: ActivityEntity,
    input: RecordHeldActivityInput,
  ): Promise<string> {
    this.refuseAnother(present, input);
    const set = await this.records.recorded(tx, present, input);
    const corrects = present.state === ActivityState.RECORDED;
    if (corrects && !changesOf(present, set)) {
      leavesNothing('the activity is recorded, under the same external id');
      return present.id;
    }
    const act = corrects ? 'correct' : 'record';
    if (!possible(act, present.state)) throw notIn(act, present);
    const change: ActivityChange = corrects
      ? { action: 'activity.correct', step: ActivityStepKind.CORRECTED, reason: sentAgain, set }
      : { action: 'activity.record', step: ActivityStepKind.RECORDED, set: { ...set, ...this.signed(viewer) } };
    await this.changes.set(tx, viewer, present, change);
    return present.id;
  }

  private signed(viewer: Viewer): { state: ActivityState; recordedAt: Date; recordedBy: string } {
    return { state: ActivityState.RECORDED, recordedAt: this.clock.now(), recordedBy: viewer.account.name };
  }

  /** @throws ACTIVITY_EXTERNAL_ID_TAKEN when what never changes of a record is another */
  private refuseAnother(present: ActivityEntity, input: RecordHeldActivityInput): void {
    const different = changesOf(present, {
      organizationId: localId('PartyOrganization', input.organizationId),
      activityTypeId: localId('ActivityType', input.activityTypeId),
      title: input.title.trim(),
      place: input.place === undefined ? undefined : input.place?.trim() || null,
    });
    if (!different) return;
    const { externalId, title } = present;
    throw activityErrors.ACTIVITY_EXTERNAL_ID_TAKEN({ externalId, title, fields: Object.keys(different.after) });
  }
}
