import { Access, type Position, type Viewer } from '@dangwu/access';
import { Audit, leavesNothing } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import {
  asOne,
  beforeCommit,
  Database,
  insertOf,
  together,
  updateOf,
  type Statement,
  type Statements,
} from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { LiveEvents } from '@dangwu/platform/events';
import { globalId, localId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ObligationCounts } from '../cadence/obligation-counts';
import { changesOf } from '../catalogue/change-catalogue';
import { possible, type ActivityAct } from './activity-lifecycle';
import { ActivityFrame } from './activity-frame';
import { lockActivities, lockedActivities } from './activity-lock';
import { ActivityStepEntity } from './activity-step.entity';
import { actWords, stateWords } from './activity-words';
import { ActivityEntity } from './activity.entity';
import { ActivityStepKind } from './activity.enums';
import { activityErrors } from './activity.errors';
import { VenueBookings } from './venue-bookings';

/** What an activity is made of when it is entered. */
export type NewActivity = Pick<
  ActivityEntity,
  | 'organizationId'
  | 'activityTypeId'
  | 'title'
  | 'state'
  | 'startsAt'
  | 'endsAt'
  | 'heldOn'
  | 'countsOn'
  | 'venueId'
  | 'place'
  | 'link'
  | 'lineId'
  | 'formId'
  | 'topicIds'
  | 'agenda'
> &
  Partial<
    Pick<
      ActivityEntity,
      | 'makeUpOfId'
      | 'externalId'
      | 'seriesId'
      | 'occursOn'
      | 'entitledCount'
      | 'presentCount'
      | 'remoteCount'
      | 'leaveCount'
      | 'summary'
      | 'quorumRuleId'
      | 'quorumMet'
      | 'recordedAt'
      | 'recordedBy'
    >
  >;

/** What is done to an activity that is there. */
export interface ActivityChange {
  readonly set: Partial<Omit<ActivityEntity, 'id' | 'version'>>;
  /** undefined: nobody is told, as of a draft that is gone */
  readonly step?: ActivityStepKind;
  readonly action: string;
  readonly reason?: string;
  /** what follows in the same transaction, after it is written */
  readonly afterwards?: () => Promise<void>;
}

/** What a change has to know of the activity, besides the values it sets. */
export type ChangingActivity = Pick<
  ActivityEntity,
  'id' | 'title' | 'organizationId' | 'activityTypeId' | 'countsOn' | 'venueId' | 'startsAt' | 'endsAt'
>;

/** What is on record of a write. */
interface Told {
  readonly action: string;
  readonly step?: ActivityStepKind;
  readonly reason?: string;
  readonly before?: object;
  readonly after: object;
}

export interface ActivityStepRequest {
  /** global id */
  readonly id: string;
  readonly version: number;
}

/** The frame of all writes of activities: rights, lock, version, state, counts, steps, audit, live event. */
@Injectable()
export class ChangeActivity {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly frame: ActivityFrame,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly live: LiveEvents,
    private readonly counting: ObligationCounts,
    private readonly bookings: VenueBookings,
  ) {}

  /** What is new at an organization. @throws UNKNOWN_ID, PERMISSION_MISSING, VENUE_TAKEN, and what `work` refuses */
  async add(viewer: Viewer, organizationId: string, work: (tx: EntityManager) => Promise<string>): Promise<string> {
    this.access.require(viewer, 'activity.maintain', await this.access.place(null, viewer, organizationId));
    return this.frame.write(viewer, organizationId, work);
  }

  /**
   * What is there.
   * @param work answers what is to be set; null when it is so already
   * @throws UNKNOWN_ID, PERMISSION_MISSING, STALE_VERSION, ACTIVITY_STATE, VENUE_TAKEN, and what `work` refuses
   */
  async change(
    viewer: Viewer,
    act: ActivityAct,
    step: ActivityStepRequest,
    work: (tx: EntityManager, activity: ActivityEntity) => Promise<ActivityChange>,
  ): Promise<string> {
    const id = localId('Activity', step.id);
    const outOfReach = new Error('not where the viewer may keep activities');
    try {
      return await this.frame.transact(viewer, async (tx) => {
        const [place, activity] = await together([lockOrganizerOf(tx, id), locked(tx, id)]);
        if (!place) throw outOfReach;
        this.access.require(viewer, 'activity.maintain', place, 'activity.read');
        return this.changeLocked(tx, viewer, act, step, work, activity);
      });
    } catch (error) {
      if (error !== outOfReach) throw error;
      await this.frame.find(viewer, (tx) => tx.findOneBy(ActivityEntity, { id }));
      throw platformErrors.UNKNOWN_ID();
    }
  }

  /** As `change`, in the caller's transaction, which asked for the rights and locked the organization's activities. */
  async changeWithin(
    tx: EntityManager,
    viewer: Viewer,
    act: ActivityAct,
    step: ActivityStepRequest,
    work: (tx: EntityManager, activity: ActivityEntity) => Promise<ActivityChange>,
  ): Promise<string> {
    return this.changeLocked(tx, viewer, act, step, work, await locked(tx, localId('Activity', step.id)));
  }

  private async changeLocked(
    tx: EntityManager,
    viewer: Viewer,
    act: ActivityAct,
    step: ActivityStepRequest,
    work: (tx: EntityManager, activity: ActivityEntity) => Promise<ActivityChange>,
    activity: ActivityEntity | null,
  ): Promise<string> {
    if (!activity) throw platformErrors.UNKNOWN_ID();
    checkStep(activity, act, step.version);
    const change = await work(tx, activity);
    await this.set(tx, viewer, activity, change);
    await change.afterwards?.();
    return activity.id;
  }

  /** Writes a new one, in the caller's transaction. @returns its UUID */
  async insert(
    tx: EntityManager,
    viewer: Viewer,
    activity: NewActivity,
    step: ActivityStepKind,
    action = 'activity.plan',
  ): Promise<string> {
    const id = newId(this.clock.now().getTime());
    const row = { id, associationId: viewer.association.id, ...activity };
    await this.bookings.book(tx, activity, () => tx.insert(ActivityEntity, row));
    const { startsAt, endsAt, title, agenda, externalId: _, recordedAt: __, ...facts } = activity;
    await this.follow(
      tx,
      viewer,
      { id, ...activity },
      {
        action,
        step,
        after: { title, startsAt, endsAt, ...facts, agenda },
      },
    );
    return id;
  }

  /** Who may keep activities there. @throws UNKNOWN_ID, PERMISSION_MISSING */
  async require(tx: EntityManager, viewer: Viewer, organizationId: string): Promise<void> {
    this.access.require(viewer, 'activity.maintain', await this.access.place(tx, viewer, organizationId));
    await lockActivities(tx, organizationId);
  }

  /**
   * Writes what changes of one that is there, in the caller's transaction.
   * @param duties the obligations it counts or counted for, when the caller has locked them
   */
  async set(
    tx: Statements,
    viewer: Viewer,
    activity: ChangingActivity,
    { set, step, action, reason }: ActivityChange,
    duties?: readonly string[],
  ): Promise<void> {
    const change = changesOf(activity, set);
    if (!change) return leavesNothing('it is so already');
    const now: ChangingActivity = { ...activity, ...change.after };
    const { recordedAt: _, searchText: __, ...after } = change.after as Partial<ActivityEntity>;
    const before = Object.fromEntries(Object.entries(change.before).filter(([field]) => field in after));
    const traces = this.traces(viewer, now, { action, step, reason, before, after });
    const update = updateOf(this.database.source, ActivityEntity, activity.id, change.after);
    const written = this.bookings.book(tx, now, () => send(tx, asOne([update, ...traces.writes], traces.told)));
    const { organizationId, activityTypeId } = now;
    const days = [activity.countsOn, now.countsOn];
    const counted = duties
      ? this.counting.recount(tx, duties)
      : this.counting.refresh(tx, { organizationId, activityTypeId, days });
    await beforeCommit(tx, written, counted);
  }

  /** What every write leaves behind it. */
  private async follow(tx: Statements, viewer: Viewer, activity: ChangingActivity, told: Told): Promise<void> {
    const { organizationId, activityTypeId, countsOn } = activity;
    const traces = this.traces(viewer, activity, told);
    await together([
      this.counting.refresh(tx, { organizationId, activityTypeId, days: [countsOn] }),
      send(tx, asOne(traces.writes, traces.told)),
    ]);
  }

  /** The same as statements: the audit event and the step, and the notice to those who watch. */
  private traces(
    viewer: Viewer,
    { id, title, organizationId }: ChangingActivity,
    { action, step, reason, before, after }: Told,
  ): { readonly writes: Statement[]; readonly told: Statement } {
    const associationId = viewer.association.id;
    const at = this.clock.now();
    const event = this.audit.statement({
      action,
      subjectType: 'Activity',
      subjectId: id,
      subjectName: title,
      organizationId,
      reason,
      before: before ? { ...before } : null,
      after: { ...after },
    });
    const [kind, actorName] = [step, viewer.account.name];
    const row = { id: newId(at.getTime()), associationId, activityId: id, organizationId, kind, actorName, at };
    const steps = step ? [insertOf(this.database.source, ActivityStepEntity, { ...row, reason: reason ?? null })] : [];
    const told = { to: 'association', kind: 'activity', id: globalId('Activity', id), associationId };
    return { writes: [event, ...steps], told: this.live.statement(told) };
  }
}

const send = (tx: Statements, { text, values }: Statement): Promise<unknown> => tx.query(text, [...values]);

/** Locks the activities of whoever holds one. @returns where that stands; undefined where the transaction reaches none */
async function lockOrganizerOf(tx: EntityManager, id: string): Promise<Position | undefined> {
  const [organizer] = await tx.query<Position[]>(
    `select o.path, o.leads_path as "leadsPath", ${lockedActivities('a.organization_id::text')} from activity a
     join party_organization o on o.id = a.organization_id where a.id = $1 and a.deleted_at is null`,
    [id],
  );
  return organizer;
}

const locked = (tx: EntityManager, id: string): Promise<ActivityEntity | null> =>
  tx.findOne(ActivityEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });

/** @throws STALE_VERSION, ACTIVITY_STATE */
export function checkStep(
  activity: Pick<ActivityEntity, 'title' | 'state' | 'version'>,
  act: ActivityAct,
  version: number,
): void {
  if (activity.version !== version) throw platformErrors.STALE_VERSION({ current: activity.version });
  if (!possible(act, activity.state)) throw notIn(act, activity);
}

/** The refusal of what cannot be done in the state an activity is in. */
export function notIn(act: ActivityAct, { title, state }: Pick<ActivityEntity, 'title' | 'state'>): Error {
  const [is, done] = [stateWords[state], actWords[act]];
  return activityErrors.ACTIVITY_STATE({ title, stateZh: is.zh, stateEn: is.en, actZh: done.zh, actEn: done.en });
}
