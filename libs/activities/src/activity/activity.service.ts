import type { Viewer } from '@dangwu/access';
import { leavesNothing } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { platformErrors } from '@dangwu/platform/errors';
import { localId } from '@dangwu/platform/ids';
import { Idempotency } from '@dangwu/organization';
import { Injectable } from '@nestjs/common';
import { Not, type EntityManager } from 'typeorm';
import { ActivityTypeEntity } from '../catalogue/catalogue.entities';
import { changesOf } from '../catalogue/change-catalogue';
import {
  agendaOf,
  checkHolder,
  checkTimes,
  checkVenue,
  dayOf,
  findOrganization,
  findTerms,
  findType,
  textOf,
  venueIn,
} from './activity-checks';
import { ActivityDuties } from './activity-duties';
import { possible, scheduledState } from './activity-lifecycle';
import { ActivityStepEntity } from './activity-step.entity';
import { ActivityEntity } from './activity.entity';
import { ActivityState, ActivityStepKind } from './activity.enums';
import { activityErrors } from './activity.errors';
import type {
  ChangeActivityInput,
  DeleteDraftActivityInput,
  PlanActivityInput,
  ScheduleActivityInput,
} from './activity.inputs';
import { ChangeActivity, notIn, type NewActivity } from './change-activity';

/** Planning: what is to be held, before it is. Each answers the UUID of the activity. */
@Injectable()
export class ActivityService {
  constructor(
    private readonly changes: ChangeActivity,
    private readonly duties: ActivityDuties,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  /** @throws ACTIVITY_TIMES_ORDER, ACTIVITY_TYPE_NOT_HERE, ACTIVITY_ORGANIZATION_GONE, VENUE_TAKEN and the like */
  plan(viewer: Viewer, input: PlanActivityInput): Promise<string> {
    const { idempotencyKey, externalId = null, ...given } = input;
    const organizationId = localId('PartyOrganization', input.organizationId);
    checkTimes(input.startsAt, input.endsAt, this.clock.today());
    const actor = { associationId: viewer.association.id, accountId: viewer.account.id, name: viewer.account.name };
    return this.changes.add(viewer, organizationId, (tx) => {
      const request = { operation: 'planActivity', key: idempotencyKey, request: { ...given, externalId } };
      return this.idempotency.once(tx, actor, request, async () => {
        const activity = await this.planned(tx, organizationId, input);
        const same = externalId ? await this.sameAsBefore(tx, actor.associationId, externalId, activity) : null;
        if (same) {
          leavesNothing('the activity is planned, under the same external id');
          return same;
        }
        const step = activity.state === ActivityState.DRAFT ? ActivityStepKind.PLANNED : ActivityStepKind.SCHEDULED;
        return this.changes.insert(tx, viewer, { ...activity, externalId }, step);
      });
    });
  }

  /** @throws ACTIVITY_STATE, ACTIVITY_FIXED, ACTIVITY_LEAVES_PERIOD, STALE_VERSION, and what `plan` refuses of times and places */
  change(viewer: Viewer, input: ChangeActivityInput): Promise<string> {
    return this.changes.change(viewer, 'change', input, async (tx, activity) => {
      const startsAt = input.startsAt ?? activity.startsAt;
      const endsAt = input.endsAt ?? activity.endsAt;
      const heldOn = dayOf(startsAt);
      const today = this.clock.today();
      const held = await this.heldBy(tx, viewer, input, activity);
      if (input.startsAt || input.endsAt) checkTimes(startsAt, endsAt, today);
      if (input.startsAt || input.endsAt || held) {
        const { activityTypeId, organizationId } = { ...activity, ...held };
        const type = await tx.findOneByOrFail(ActivityTypeEntity, { id: activityTypeId });
        checkHolder(await findOrganization(tx, organizationId), type, heldOn);
      }
      const venueId = venueIn(input.venueId);
      await checkVenue(tx, venueId === undefined ? activity.venueId : venueId, heldOn);
      const countsOn = activity.makeUpOfId ? activity.countsOn : heldOn;
      const need = await this.duties.needOf(tx, activity, countsOn);
      if (need) throw activityErrors.ACTIVITY_LEAVES_PERIOD({ title: activity.title, ...need });
      const draft = activity.state === ActivityState.DRAFT;
      return {
        action: 'activity.change',
        step: ActivityStepKind.CHANGED,
        reason: input.reason?.trim(),
        set: {
          ...held,
          title: input.title?.trim() ?? activity.title,
          startsAt,
          endsAt,
          heldOn,
          countsOn,
          state: draft ? activity.state : scheduledState(endsAt, this.clock.now()),
          venueId,
          place: textOf(input.place),
          link: textOf(input.link),
          ...(await findTerms(tx, input, today, activity)),
          ...(activity.seriesId && { seriesChanged: true }),
          ...(input.agenda !== undefined && { agenda: agendaOf(input.agenda) }),
        },
      };
    });
  }

  /** Another organization or type, which a draft may get; null: both stay. @throws ACTIVITY_FIXED, ACTIVITY_TYPE_RETIRED */
  private async heldBy(
    tx: EntityManager,
    viewer: Viewer,
    input: ChangeActivityInput,
    activity: ActivityEntity,
  ): Promise<Pick<ActivityEntity, 'organizationId' | 'activityTypeId'> | null> {
    const { id, title, state, makeUpOfId } = activity;
    const organizationId = input.organizationId
      ? localId('PartyOrganization', input.organizationId)
      : activity.organizationId;
    const activityTypeId = input.activityTypeId
      ? localId('ActivityType', input.activityTypeId)
      : activity.activityTypeId;
    if (organizationId === activity.organizationId && activityTypeId === activity.activityTypeId) return null;
    if (state !== ActivityState.DRAFT) throw activityErrors.ACTIVITY_FIXED({ title });
    if (makeUpOfId) throw activityErrors.ACTIVITY_MAKE_UP_OTHER({ title });
    if (activityTypeId !== activity.activityTypeId) await findType(tx, activityTypeId, this.clock.today());
    if (organizationId !== activity.organizationId) {
      await this.changes.require(tx, viewer, organizationId);
      // what was done to it is seen by whoever sees it
      await tx.update(ActivityStepEntity, { activityId: id }, { organizationId });
    }
    return { organizationId, activityTypeId };
  }

  /** @throws ACTIVITY_STATE, VENUE_TAKEN, STALE_VERSION */
  schedule(viewer: Viewer, input: ScheduleActivityInput): Promise<string> {
    return this.changes.change(viewer, 'schedule', input, async (tx, activity) => {
      const { organizationId, activityTypeId, endsAt, heldOn, venueId } = activity;
      const type = await findType(tx, activityTypeId, this.clock.today());
      checkHolder(await findOrganization(tx, organizationId), type, heldOn);
      await checkVenue(tx, venueId, heldOn);
      const state = scheduledState(endsAt, this.clock.now());
      return { action: 'activity.schedule', step: ActivityStepKind.SCHEDULED, set: { state } };
    });
  }

  /** @throws ACTIVITY_STATE, STALE_VERSION */
  delete(viewer: Viewer, input: DeleteDraftActivityInput): Promise<string> {
    return this.changes.change(viewer, 'delete', input, async () => ({
      action: 'activity.delete',
      // the id in the caller's system is free again
      set: { deletedAt: this.clock.now(), externalId: null },
    }));
  }

  /** What is planned, as it is to be written. @throws what `plan` refuses but for times */
  async planned(
    tx: EntityManager,
    organizationId: string,
    input: Omit<PlanActivityInput, 'draft'> & { readonly draft?: boolean },
  ): Promise<NewActivity> {
    const { startsAt, endsAt, draft } = input;
    const heldOn = dayOf(startsAt);
    const today = this.clock.today();
    const type = await findType(tx, localId('ActivityType', input.activityTypeId), today);
    checkHolder(await findOrganization(tx, organizationId), type, heldOn);
    const venueId = venueIn(input.venueId) ?? null;
    await checkVenue(tx, venueId, heldOn);
    const original = input.makeUpOfId ? await this.original(tx, localId('Activity', input.makeUpOfId)) : null;
    if (original && (original.organizationId !== organizationId || original.activityTypeId !== type.id))
      throw activityErrors.ACTIVITY_MAKE_UP_OTHER({ title: original.title });
    if (original && heldOn < original.heldOn)
      throw activityErrors.ACTIVITY_MAKE_UP_EARLY({ on: heldOn, heldOn: original.heldOn });
    return {
      organizationId,
      activityTypeId: type.id,
      title: input.title.trim(),
      state: draft ? ActivityState.DRAFT : scheduledState(endsAt, this.clock.now()),
      startsAt,
      endsAt,
      heldOn,
      countsOn: original?.countsOn ?? heldOn,
      makeUpOfId: original?.id ?? null,
      venueId,
      place: textOf(input.place) ?? null,
      link: textOf(input.link) ?? null,
      lineId: null,
      formId: null,
      topicIds: [],
      ...(await findTerms(tx, input, today)),
      agenda: agendaOf(input.agenda),
    };
  }

  /** What is made up for, once. @throws UNKNOWN_ID, ACTIVITY_STATE, ACTIVITY_MADE_UP */
  private async original(tx: EntityManager, id: string): Promise<ActivityEntity> {
    const original = await tx.findOneBy(ActivityEntity, { id });
    if (!original) throw platformErrors.UNKNOWN_ID();
    if (!possible('makeUp', original.state)) throw notIn('makeUp', original);
    const other = await tx.findOneBy(ActivityEntity, { makeUpOfId: id, state: Not(ActivityState.CANCELLED) });
    if (other) throw activityErrors.ACTIVITY_MADE_UP({ title: original.title, on: other.heldOn });
    return original;
  }

  /** The activity that has the external id already, if it is what the request asks for. */
  private async sameAsBefore(
    tx: EntityManager,
    associationId: string,
    externalId: string,
    { state: _, ...wanted }: NewActivity,
  ): Promise<string | null> {
    const present = await tx.findOneBy(ActivityEntity, { associationId, externalId });
    if (!present) return null;
    const different = changesOf(present, wanted);
    if (different) {
      const fields = Object.keys(different.after);
      throw activityErrors.ACTIVITY_EXTERNAL_ID_TAKEN({ externalId, title: present.title, fields });
    }
    return present.id;
  }
}
