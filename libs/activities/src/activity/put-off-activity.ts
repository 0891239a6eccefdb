import type { Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { Injectable } from '@nestjs/common';
import { inviteAnew } from '../invitation/invitations';
import { ActivityTypeEntity } from '../catalogue/catalogue.entities';
import { checkHolder, checkTimes, checkVenue, dayOf, findOrganization, textOf, venueIn } from './activity-checks';
import { ActivityDuties } from './activity-duties';
import { scheduledState } from './activity-lifecycle';
import { ActivityState, ActivityStepKind } from './activity.enums';
import { activityErrors } from './activity.errors';
import type { CancelActivityInput, PostponeActivityInput } from './activity.inputs';
import { ChangeActivity } from './change-activity';

/** That an activity is not held on its day (活动雷打不动: what is required is made up for). Each answers its UUID. */
@Injectable()
export class PutOffActivity {
  constructor(
    private readonly changes: ChangeActivity,
    private readonly duties: ActivityDuties,
    private readonly clock: Clock,
  ) {}

  /** The make-up is scheduled in the same step, and counts for the original's period. @throws as `plan` does */
  postpone(viewer: Viewer, input: PostponeActivityInput): Promise<string> {
    const { startsAt, endsAt } = input;
    return this.changes.change(viewer, 'postpone', input, async (tx, activity) => {
      checkTimes(startsAt, endsAt, this.clock.today());
      const heldOn = dayOf(startsAt);
      this.checkMakeUp(heldOn, activity.heldOn);
      const type = await tx.findOneByOrFail(ActivityTypeEntity, { id: activity.activityTypeId });
      checkHolder(await findOrganization(tx, activity.organizationId), type, heldOn);
      const said = venueIn(input.venueId);
      const venueId = said === undefined ? activity.venueId : said;
      await checkVenue(tx, venueId, heldOn);
      const place = textOf(input.place);
      return {
        action: 'activity.postpone',
        step: ActivityStepKind.POSTPONED,
        reason: input.reason.trim(),
        set: { state: ActivityState.POSTPONED, reason: input.reason.trim(), makeUpBy: heldOn },
        // after the original has left the venue: the make-up may overlap with its time
        afterwards: async () => {
          const { organizationId, activityTypeId, title, countsOn, link, lineId, formId, topicIds, agenda } = activity;
          const taken = { organizationId, activityTypeId, title, countsOn, link, lineId, formId, topicIds, agenda };
          const state = scheduledState(endsAt, this.clock.now());
          const anew = {
            startsAt,
            endsAt,
            heldOn,
            state,
            venueId,
            place: place === undefined ? activity.place : place,
          };
          const makeUp = { ...taken, ...anew, makeUpOfId: activity.id };
          const to = await this.changes.insert(tx, viewer, makeUp, ActivityStepKind.SCHEDULED);
          await inviteAnew(tx, activity.id, to);
        },
      };
    });
  }

  /** @throws ACTIVITY_MUST_BE_MADE_UP, ACTIVITY_MAKE_UP_EARLY, ACTIVITY_STATE, STALE_VERSION */
  cancel(viewer: Viewer, input: CancelActivityInput): Promise<string> {
    const { makeUpBy = null } = input;
    return this.changes.change(viewer, 'cancel', input, async (tx, activity) => {
      if (makeUpBy) this.checkMakeUp(makeUpBy, activity.heldOn);
      const need = makeUpBy ? null : await this.duties.needOf(tx, activity);
      if (need) throw activityErrors.ACTIVITY_MUST_BE_MADE_UP({ title: activity.title, ...need });
      const reason = input.reason.trim();
      return {
        action: 'activity.cancel',
        step: ActivityStepKind.CANCELLED,
        reason,
        set: { state: ActivityState.CANCELLED, reason, makeUpBy },
      };
    });
  }

  private checkMakeUp(on: string, heldOn: string): void {
    if (on < heldOn || on < this.clock.today()) throw activityErrors.ACTIVITY_MAKE_UP_EARLY({ on, heldOn });
  }
}
