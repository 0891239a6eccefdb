import type { Viewer } from '@dangwu/access';
import { together } from '@dangwu/platform/database';
import { Clock } from '@dangwu/platform/clock';
import { meetsShare, Rules } from '@dangwu/rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { NamedCounts } from '../attendance/named-counts';
import { ActivityTypeEntity } from '../catalogue/catalogue.entities';
import { checkHolder, checkTimes, dayOf, findOrganization, textOf } from './activity-checks';
import { faultOfCounts, type Counted } from './activity-lifecycle';
import type { ActivityEntity } from './activity.entity';
import { ActivityState, ActivityStepKind } from './activity.enums';
import { activityErrors } from './activity.errors';
import type { CorrectActivityRecordInput, RecordActivityInput } from './activity.inputs';
import { ChangeActivity, type ActivityChange } from './change-activity';

export type ActivityRecord = Omit<RecordActivityInput, 'id' | 'version'>;

/** That an activity was held, and what came of it. Each answers the UUID of the activity. */
@Injectable()
export class RecordActivity {
  constructor(
    private readonly changes: ChangeActivity,
    private readonly rules: Rules,
    private readonly clock: Clock,
    private readonly named: NamedCounts,
  ) {}

  /** Too few present is on record, never refused: it has happened. @throws ACTIVITY_STATE, ACTIVITY_NOT_OVER and counts */
  record(viewer: Viewer, input: RecordActivityInput): Promise<string> {
    return this.changes.change(viewer, 'record', input, (tx, activity) => this.recording(tx, viewer, activity, input));
  }

  /** @throws ACTIVITY_STATE, ACTIVITY_NOT_OVER and counts */
  correct(viewer: Viewer, input: CorrectActivityRecordInput): Promise<string> {
    return this.changes.change(viewer, 'correct', input, (tx, activity) => this.correcting(tx, activity, input));
  }

  /**
   * What signed minutes say was held, in their transaction: recorded, or corrected where it was recorded before.
   * @throws ACTIVITY_STATE, ACTIVITY_NOT_OVER and counts
   */
  async take(
    tx: EntityManager,
    viewer: Viewer,
    state: ActivityState,
    input: CorrectActivityRecordInput,
  ): Promise<void> {
    if (state === ActivityState.RECORDED)
      await this.changes.changeWithin(tx, viewer, 'correct', input, (_, activity) =>
        this.correcting(tx, activity, input),
      );
    else
      await this.changes.changeWithin(tx, viewer, 'record', input, (_, activity) =>
        this.recording(tx, viewer, activity, input),
      );
  }

  private async recording(
    tx: EntityManager,
    viewer: Viewer,
    activity: ActivityEntity,
    input: RecordActivityInput,
  ): Promise<ActivityChange> {
    return {
      action: 'activity.record',
      step: ActivityStepKind.RECORDED,
      set: {
        ...(await this.recorded(tx, activity, input)),
        state: ActivityState.RECORDED,
        recordedAt: this.clock.now(),
        recordedBy: viewer.account.name,
      },
    };
  }

  private async correcting(
    tx: EntityManager,
    activity: ActivityEntity,
    input: CorrectActivityRecordInput,
  ): Promise<ActivityChange> {
    return {
      action: 'activity.correct',
      step: ActivityStepKind.CORRECTED,
      reason: input.reason.trim(),
      set: await this.recorded(tx, activity, input),
    };
  }

  /** What a record sets; of an activity that is not written yet the id is null. @throws ACTIVITY_NOT_OVER and counts */
  async recorded(
    tx: EntityManager,
    activity: Pick<
      ActivityEntity,
      'associationId' | 'organizationId' | 'activityTypeId' | 'title' | 'makeUpOfId' | 'countsOn'
    > & { readonly id: string | null },
    input: ActivityRecord,
  ): Promise<ActivityChange['set']> {
    const { startsAt, endsAt } = input;
    checkTimes(startsAt, endsAt, this.clock.today());
    if (endsAt > this.clock.now()) throw activityErrors.ACTIVITY_NOT_OVER({ title: activity.title });
    const { organizationId, activityTypeId } = activity;
    const [counts, type, organization] = await together([
      this.named.settle(tx, activity.id, input),
      tx.findOneByOrFail(ActivityTypeEntity, { id: activityTypeId }),
      findOrganization(tx, organizationId),
    ]);
    checkCounts(counts);
    const { presentCount, entitledCount } = counts;
    const heldOn = dayOf(startsAt);
    // an organization that was dissolved since records what it held before
    checkHolder(organization, type, heldOn);
    const rule = type.quorumRuleKey
      ? await this.rules.inForce(tx, {
          associationId: activity.associationId,
          organizationId,
          key: type.quorumRuleKey,
          on: heldOn,
        })
      : null;
    const counted = rule?.parsed ? { id: rule.id, met: meetsShare(presentCount, entitledCount, rule.parsed) } : null;
    return {
      startsAt,
      endsAt,
      heldOn,
      // of a make-up it counts for the period of what it makes up for, on whatever day it was held
      countsOn: activity.makeUpOfId ? activity.countsOn : heldOn,
      ...counts,
      summary: textOf(input.summary) ?? null,
      quorumRuleId: counted?.id ?? null,
      quorumMet: counted?.met ?? null,
    };
  }
}

/** @throws ACTIVITY_COUNT_PRESENT, ACTIVITY_COUNT_REMOTE, ACTIVITY_COUNT_LEAVE */
function checkCounts(counted: Counted): void {
  const { entitledCount: entitled, presentCount: present, remoteCount: remote, leaveCount: leave } = counted;
  const fault = faultOfCounts(counted);
  if (fault === 'PRESENT') throw activityErrors.ACTIVITY_COUNT_PRESENT({ present, entitled });
  if (fault === 'REMOTE') throw activityErrors.ACTIVITY_COUNT_REMOTE({ remote, present });
  if (fault === 'LEAVE') throw activityErrors.ACTIVITY_COUNT_LEAVE({ present, leave, entitled });
}
