import type { Viewer } from '@dangwu/access';
import { together, type Statements } from '@dangwu/platform/database';
import { Clock } from '@dangwu/platform/clock';
import { meetsShare, Rules, type RuleInForce } from '@dangwu/rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { countsByName, countsIn, settled } from '../attendance/named-counts';
import { ActivityTypeEntity } from '../catalogue/catalogue.entities';
import { checkHolder, checkTimes, dayOf, findOrganization, textOf } from './activity-checks';
import { faultOfCounts, type Counted } from './activity-lifecycle';
import type { ActivityEntity } from './activity.entity';
import { ActivityState, ActivityStepKind } from './activity.enums';
import { activityErrors } from './activity.errors';
import type { CorrectActivityRecordInput, RecordActivityInput } from './activity.inputs';
import { ChangeActivity, type ActivityChange } from './change-activity';
import type { HeldType, HoldingOrganization, RecordFacts } from './record-facts';
import { WriteRecord, type Answer, type WrittenRecord } from './write-record';

export type ActivityRecord = Omit<RecordActivityInput, 'id' | 'version'>;

type Recordable = Pick<
  ActivityEntity,
  'associationId' | 'organizationId' | 'activityTypeId' | 'title' | 'makeUpOfId' | 'countsOn'
>;

interface JudgedBy {
  /** what the names say, where they are kept */
  readonly named: Counted | null;
  readonly type: HeldType;
  readonly organization: HoldingOrganization;
}

const judgedBy = ({ named, type, organization }: RecordFacts): JudgedBy => ({
  named: countsIn(named),
  type,
  organization,
});

/** That an activity was held, and what came of it. */
@Injectable()
export class RecordActivity {
  constructor(
    private readonly changes: ChangeActivity,
    private readonly rules: Rules,
    private readonly clock: Clock,
    private readonly writing: WriteRecord,
  ) {}

  /** Too few present is on record, never refused: it has happened. @throws ACTIVITY_STATE, ACTIVITY_NOT_OVER and counts */
  record(viewer: Viewer, input: RecordActivityInput, answer?: Answer): Promise<WrittenRecord> {
    const judge = async (tx: Statements, facts: RecordFacts): Promise<ActivityChange> =>
      this.recording(viewer, await this.judged(tx, facts, input, judgedBy(facts)));
    return this.writing.write(viewer, 'record', input, judge, answer);
  }

  /** @throws ACTIVITY_STATE, ACTIVITY_NOT_OVER and counts */
  correct(viewer: Viewer, input: CorrectActivityRecordInput, answer?: Answer): Promise<WrittenRecord> {
    const judge = async (tx: Statements, facts: RecordFacts): Promise<ActivityChange> =>
      this.correcting(input, await this.judged(tx, facts, input, judgedBy(facts)));
    return this.writing.write(viewer, 'correct', input, judge, answer);
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
      await this.changes.changeWithin(tx, viewer, 'correct', input, async (_, activity) =>
        this.correcting(input, await this.recorded(tx, activity, input)),
      );
    else
      await this.changes.changeWithin(tx, viewer, 'record', input, async (_, activity) =>
        this.recording(viewer, await this.recorded(tx, activity, input)),
      );
  }

  private recording(viewer: Viewer, recorded: ActivityChange['set']): ActivityChange {
    return {
      action: 'activity.record',
      step: ActivityStepKind.RECORDED,
      set: {
        ...recorded,
        state: ActivityState.RECORDED,
        recordedAt: this.clock.now(),
        recordedBy: viewer.account.name,
      },
    };
  }

  private correcting(input: CorrectActivityRecordInput, recorded: ActivityChange['set']): ActivityChange {
    return { action: 'activity.correct', step: ActivityStepKind.CORRECTED, reason: input.reason.trim(), set: recorded };
  }

  /** What a record sets; of an activity that is not written yet the id is null. @throws ACTIVITY_NOT_OVER and counts */
  async recorded(
    tx: EntityManager,
    activity: Recordable & { readonly id: string | null },
    input: ActivityRecord,
  ): Promise<ActivityChange['set']> {
    const { organizationId, activityTypeId } = activity;
    const [named, type, organization] = await together([
      activity.id === null ? Promise.resolve(null) : countsByName(tx, activity.id),
      tx.findOneByOrFail(ActivityTypeEntity, { id: activityTypeId }),
      findOrganization(tx, organizationId),
    ]);
    return this.judged(tx, activity, input, { named, type, organization });
  }

  /** @throws ACTIVITY_NOT_OVER, counts, and what `checkHolder` refuses */
  private async judged(
    tx: Statements,
    activity: Recordable,
    input: ActivityRecord,
    { named, type, organization }: JudgedBy,
  ): Promise<ActivityChange['set']> {
    const { startsAt, endsAt } = input;
    checkTimes(startsAt, endsAt, this.clock.today());
    if (endsAt > this.clock.now()) throw activityErrors.ACTIVITY_NOT_OVER({ title: activity.title });
    const counts = settled(named, input);
    checkCounts(counts);
    const heldOn = dayOf(startsAt);
    // an organization that was dissolved since records what it held before
    checkHolder(organization, type, heldOn);
    const rule = type.quorumRuleKey ? await this.quorumRule(tx, activity, type.quorumRuleKey, heldOn) : null;
    const { presentCount, entitledCount } = counts;
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

  private quorumRule(
    tx: Statements,
    { associationId, organizationId }: Recordable,
    key: string,
    on: string,
  ): Promise<RuleInForce> {
    return this.rules.inForce(tx, { associationId, organizationId, key, on });
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
