import type { Viewer } from '@dangwu/access';
import { HolidayYears } from '@dangwu/calendar';
import { Audit } from '@dangwu/platform/audit';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { localId } from '@dangwu/platform/ids';
import type { LocalText } from '@dangwu/platform/text';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { ActivityDuties } from '../activity/activity-duties';
import { ActivityEntity } from '../activity/activity.entity';
import { ActivityStepKind } from '../activity/activity.enums';
import { activityErrors } from '../activity/activity.errors';
import { ActivityFrame } from '../activity/activity-frame';
import { possible } from '../activity/activity-lifecycle';
import { notIn } from '../activity/change-activity';
import { ManyActivities, writerOf } from '../activity/many-activities';
import { ObligationCounts } from '../cadence/obligation-counts';
import { DayOffActivities, wishesOf, type OffDay } from './day-off-activities';
import { dayOffErrors } from './day-off.errors';
import type { DayOffStepInput, KeepOnDayOffInput } from './day-off.inputs';

interface Moving {
  readonly row: OffDay;
  readonly before: ActivityEntity;
  readonly countsOn: string;
  readonly reason: string;
}

/** What people do with activities on days that a notice took: move them at once, or keep one where it is. */
@Injectable()
export class ChangeOffDays {
  constructor(
    private readonly database: Database,
    private readonly holidays: HolidayYears,
    private readonly audit: Audit,
    private readonly found: DayOffActivities,
    private readonly duties: ActivityDuties,
    private readonly counts: ObligationCounts,
    private readonly many: ManyActivities,
    private readonly frame: ActivityFrame,
  ) {}

  /**
   * To the working day that is proposed for each: all of them, or none; one event for all.
   * @returns how many
   * @throws UNKNOWN_ID, STALE_VERSION, DAY_OFF_NOT, DAY_OFF_VENUE_TAKEN, ACTIVITY_LEAVES_PERIOD
   */
  async move(viewer: Viewer, steps: readonly DayOffStepInput[]): Promise<number> {
    const asked = new Map(steps.map(({ activityId, version }) => [localId('Activity', activityId), version]));
    await this.requireAll(viewer, [...asked.keys()]);
    return this.database.transaction(viewer.scope('activity.maintain'), async (tx) => {
      const before = await this.locked(tx, asked);
      const calendar = await this.holidays.calendar(tx, viewer.association.id);
      const rows = await this.found.rows(tx, calendar, { ids: [...asked.keys()] });
      if (rows.length < asked.size) throw dayOffErrors.DAY_OFF_NOT({ count: asked.size - rows.length });
      await this.checkVenues(tx, rows);
      const moving = rows.map((row): Moving => {
        const activity = before.get(row.id)!;
        const countsOn = activity.makeUpOfId ? activity.countsOn : row.proposedOn;
        return { row, before: activity, countsOn, reason: reasonOf(row.heldOn, calendar.dayOf(row.heldOn).holiday) };
      });
      for (const one of moving) await this.checkDuty(tx, one);
      await this.write(tx, viewer, moving);
      return rows.length;
    });
  }

  /**
   * It is held there all the same, and is told no more.
   * @returns the UUID of the activity
   * @throws UNKNOWN_ID, PERMISSION_MISSING, STALE_VERSION, ACTIVITY_STATE, DAY_OFF_NOT
   */
  async keep(viewer: Viewer, { activityId, version, reason }: KeepOnDayOffInput): Promise<string> {
    const id = localId('Activity', activityId);
    const look = (tx: EntityManager) => tx.findOneBy(ActivityEntity, { id });
    const { organizationId } = await this.frame.find(viewer, look);
    return this.frame.write(viewer, organizationId, async (tx) => {
      const activity = await tx.findOneByOrFail(ActivityEntity, { id });
      if (activity.version !== version) throw platformErrors.STALE_VERSION({ current: activity.version });
      if (!possible('change', activity.state)) throw notIn('change', activity);
      const calendar = await this.holidays.calendar(tx, viewer.association.id);
      const [row] = await this.found.rows(tx, calendar, { ids: [id] });
      if (!row) throw dayOffErrors.DAY_OFF_NOT({ count: 1 });
      const writer = writerOf(viewer);
      await this.many.steps(tx, writer, [activity], ActivityStepKind.KEPT, reason.trim());
      await this.audit.record(tx, {
        action: 'activity.keepOnDayOff',
        subjectType: 'Activity',
        subjectId: id,
        subjectName: activity.title,
        organizationId,
        after: { heldOn: activity.heldOn },
        reason: reason.trim(),
      });
      await this.many.announce(tx, writer.associationId, id);
      return id;
    });
  }

  /** Who may change all but one is told of that one. @throws UNKNOWN_ID, PERMISSION_MISSING */
  private async requireAll(viewer: Viewer, ids: readonly string[]): Promise<void> {
    const kept = await this.database.transaction(viewer.scope('activity.maintain'), (tx) =>
      tx.find(ActivityEntity, { where: { id: In(ids) }, select: { id: true } }),
    );
    const mine = new Set(kept.map(({ id }) => id));
    const other = ids.find((id) => !mine.has(id));
    if (other) await this.frame.find(viewer, (tx) => tx.findOneBy(ActivityEntity, { id: other }));
  }

  /** Locked in one order, then read: what is moved is what stands there. */
  private async locked(tx: EntityManager, asked: ReadonlyMap<string, number>): Promise<Map<string, ActivityEntity>> {
    const where = { id: In([...asked.keys()]) };
    const seen = await tx.findBy(ActivityEntity, where);
    await this.many.lock(
      tx,
      seen.map(({ organizationId }) => organizationId),
      seen.flatMap(({ venueId }) => venueId ?? []),
    );
    const now = await tx.findBy(ActivityEntity, where);
    if (now.length < asked.size) throw platformErrors.UNKNOWN_ID();
    const other = now.find(({ id, version }) => asked.get(id) !== version);
    if (other) throw platformErrors.STALE_VERSION({ current: other.version });
    return new Map(now.map((one) => [one.id, one]));
  }

  private async checkVenues(tx: EntityManager, rows: readonly OffDay[]): Promise<void> {
    const [first] = await this.many.taken(tx, wishesOf(rows));
    if (!first) return;
    const { title, proposedOn: on } = rows.find(({ id }) => id === first.key)!;
    throw dayOffErrors.DAY_OFF_VENUE_TAKEN({ title, on, venue: first.venue });
  }

  private async checkDuty(tx: EntityManager, { before, countsOn }: Moving): Promise<void> {
    const need = await this.duties.needOf(tx, before, countsOn);
    if (need) throw activityErrors.ACTIVITY_LEAVES_PERIOD({ title: before.title, ...need });
  }

  private async write(tx: EntityManager, viewer: Viewer, moving: readonly Moving[]): Promise<void> {
    const rows = moving.map(({ row, countsOn }) => ({ ...row, countsOn }));
    await tx.query(
      `update activity a set starts_at = w."proposedStartsAt", ends_at = w."proposedEndsAt", held_on = w."proposedOn",
         counts_on = w."countsOn", series_changed = a.series_id is not null, version = a.version + 1
       from jsonb_to_recordset($1) w (id uuid, "proposedOn" date, "countsOn" date, "proposedStartsAt" timestamptz,
         "proposedEndsAt" timestamptz) where a.id = w.id`,
      [JSON.stringify(rows)],
    );
    const writer = writerOf(viewer);
    for (const { before, reason } of moving)
      await this.many.steps(tx, writer, [before], ActivityStepKind.CHANGED, reason);
    await this.counts.refreshAll(
      tx,
      moving.map(({ before, countsOn }) => ({ ...before, days: [before.countsOn, countsOn] })),
    );
    await this.record(tx, viewer, moving);
    await this.many.announce(tx, writer.associationId, moving[0]!.before.id);
  }

  /** One event for all of them: each with the day it was on, and the one it goes to. */
  private record(tx: EntityManager, { association }: Viewer, moving: readonly Moving[]): Promise<void> {
    const days = (day: (one: Moving) => string) =>
      moving.map((one) => `${one.row.organizationName} ${one.row.title} ${day(one)}`).join('；');
    return this.audit.record(tx, {
      action: 'activity.moveOffDays',
      subjectType: 'Association',
      subjectId: association.id,
      subjectName: association.name,
      before: { heldOn: days(({ row }) => row.heldOn) },
      after: { heldOn: days(({ row }) => row.proposedOn), activities: moving.length },
    });
  }
}

/** In the language of the register, as the steps of the association's people are. */
const reasonOf = (day: string, holiday: LocalText | null): string => `${day} ${holiday?.zh ?? ''}放假，改到工作日`;
