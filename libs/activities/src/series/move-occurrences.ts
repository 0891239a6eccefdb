import type { Occurrence } from '@dangwu/calendar';
import { Audit } from '@dangwu/platform/audit';
import { Injectable } from '@nestjs/common';
import { In, MoreThanOrEqual, type EntityManager } from 'typeorm';
import { RuleEntity } from '@dangwu/rules';
import { VenueEntity } from '../catalogue/catalogue.entities';
import { ObligationCounts } from '../cadence/obligation-counts';
import { ObligationEntity } from '../cadence/obligation.entity';
import { ActivityEntity } from '../activity/activity.entity';
import { ActivityState, ActivityStepKind } from '../activity/activity.enums';
import { ManyActivities, type Writer } from '../activity/many-activities';
import type { ActivitySeriesEntity } from './activity-series.entity';
import { activitySeriesErrors } from './activity-series.errors';
import { pairOccurrences } from './pair-occurrences';
import { activityOf, timesOf } from './write-occurrences';

interface Move {
  /** what is still to be held and may be changed, by the day it was due */
  readonly old: readonly ActivityEntity[];
  /** the series as it is to be */
  readonly series: ActivitySeriesEntity;
  readonly wanted: readonly Occurrence[];
}

/** What becomes of what lies ahead of a series. */
export interface Moved {
  readonly pairs: readonly (readonly [ActivityEntity, Occurrence])[];
  readonly surplus: readonly ActivityEntity[];
  readonly fresh: readonly Occurrence[];
}

const seriesChanged = '系列调整';

/** Moves, adds and cancels what lies ahead of a series, as activities. */
@Injectable()
export class MoveOccurrences {
  constructor(
    private readonly audit: Audit,
    private readonly counts: ObligationCounts,
    private readonly many: ManyActivities,
  ) {}

  /** Taken before anything is read. */
  lock(tx: EntityManager, { organizationId, venueId }: ActivitySeriesEntity): Promise<void> {
    return this.many.lock(tx, [organizationId], venueId ? [venueId] : []);
  }

  /** @throws SERIES_VENUE_TAKEN, SERIES_LEAVES_DUTIES */
  async move(tx: EntityManager, writer: Writer, { old, series, wanted }: Move): Promise<void> {
    await this.lock(tx, series);
    const [first] = old;
    const all = await this.standing(tx, first!.seriesId!, series.additions, old);
    const { moved, surplus, fresh } = pairOccurrences(all, wanted);
    const pairs = moved.map(([{ activity }, due]): readonly [ActivityEntity, Occurrence] => [activity!, due]);
    await this.write(tx, writer, series, { pairs, surplus: surplus.map(({ activity }) => activity!), fresh });
  }

  /**
   * @param step what becomes of each, what is cancelled and what is new @throws SERIES_VENUE_TAKEN, SERIES_LEAVES_DUTIES
   */
  async write(
    tx: EntityManager,
    writer: Writer,
    series: ActivitySeriesEntity,
    { pairs, surplus, fresh }: Moved,
  ): Promise<void> {
    await this.keepingDuties(tx, series, null, async () => {
      // venue and day of occurrence are unique at every moment: all leave theirs before any takes another's
      await tx.query(`update activity set series_id = null, occurs_on = null, venue_id = null where id = any($1)`, [
        pairs.map(([{ id }]) => id),
      ]);
      await this.cancelSome(tx, writer, surplus, seriesChanged, null);
      await this.checkVenue(tx, series, [...pairs.map(([, due]) => due), ...fresh]);
      await this.set(tx, writer, series, pairs);
      await this.many.insert(
        tx,
        writer,
        fresh.map((due) => activityOf(series, due)),
      );
      return [...pairs.map(([activity]) => activity), ...surplus];
    });
  }

  /** What was added goes with the part of a series that has its days. */
  async takeAdditions(tx: EntityManager, from: ActivitySeriesEntity, to: ActivitySeriesEntity): Promise<void> {
    await tx.query(
      `update activity set series_id = $2, version = version + 1 where series_id = $1 and occurs_on::text = any($3)`,
      [from.id, to.id, to.additions],
    );
  }

  /** @throws SERIES_LEAVES_DUTIES without a day for the make-up */
  async cancel(
    tx: EntityManager,
    writer: Writer,
    { old, reason, makeUpBy }: { old: readonly ActivityEntity[]; reason: string; makeUpBy: string | null },
  ): Promise<void> {
    await this.keepingDuties(tx, old[0]!, makeUpBy, async () => {
      await this.cancelSome(tx, writer, old, reason, makeUpBy);
      return old;
    });
    await this.many.announce(tx, writer.associationId, old[0]!.id);
  }

  /** All that stands for an occurrence from the first of those on, whatever became of it. */
  private async standing(
    tx: EntityManager,
    seriesId: string,
    additions: readonly string[],
    old: readonly ActivityEntity[],
  ) {
    const ids = new Map(old.map((activity) => [activity.id, activity]));
    const all = await tx.find(ActivityEntity, {
      where: { seriesId, occursOn: MoreThanOrEqual(old[0]!.occursOn!) },
      order: { occursOn: 'ASC' },
    });
    // what was added beside the rule stands for none of its occurrences
    const byRule = all.filter(({ occursOn }) => !additions.includes(occursOn!));
    return byRule.map(({ id, occursOn }) => {
      const activity = ids.get(id);
      return { occursOn: occursOn!, kept: !activity, activity };
    });
  }

  private async set(
    tx: EntityManager,
    writer: Writer,
    series: ActivitySeriesEntity,
    pairs: readonly (readonly [ActivityEntity, Occurrence])[],
  ): Promise<void> {
    const { id: seriesId, title, venueId, place, organizationId } = series;
    const rows = pairs.map(([{ id }, due]) => ({
      id,
      occursOn: due.originalDate,
      heldOn: due.date,
      ...timesOf(series, due),
    }));
    await tx.query(
      `update activity a set series_id = $2, title = $3, venue_id = $4, place = $5, occurs_on = w."occursOn",
         starts_at = w."startsAt", ends_at = w."endsAt", held_on = w."heldOn", counts_on = w."heldOn",
         series_changed = false, version = a.version + 1
       from jsonb_to_recordset($1) w (id uuid, "occursOn" date, "heldOn" date, "startsAt" timestamptz, "endsAt" timestamptz)
       where a.id = w.id`,
      [JSON.stringify(rows), seriesId, title, venueId, place],
    );
    await this.many.steps(
      tx,
      writer,
      pairs.map(([activity]) => activity),
      ActivityStepKind.CHANGED,
    );
    await this.audit.recordAll(
      tx,
      pairs.map(([before, due]) => ({
        action: 'activity.change',
        subjectType: 'Activity',
        subjectId: before.id,
        subjectName: title,
        organizationId,
        associationId: writer.associationId,
        before: { title: before.title, startsAt: before.startsAt, endsAt: before.endsAt, venueId: before.venueId },
        after: { title, ...timesOf(series, due), venueId },
      })),
    );
    if (pairs[0]) await this.many.announce(tx, writer.associationId, pairs[0][0].id);
  }

  private async cancelSome(
    tx: EntityManager,
    writer: Writer,
    some: readonly ActivityEntity[],
    reason: string,
    makeUpBy: string | null,
  ): Promise<void> {
    if (some.length === 0) return;
    const state = ActivityState.CANCELLED;
    await tx.query(
      `update activity set state = $2, reason = $3, make_up_by = $4, version = version + 1 where id = any($1)`,
      [some.map(({ id }) => id), state, reason, makeUpBy],
    );
    await this.many.steps(tx, writer, some, ActivityStepKind.CANCELLED, reason);
    await this.audit.recordAll(
      tx,
      some.map(({ id, title, organizationId }) => ({
        action: 'activity.cancel',
        subjectType: 'Activity',
        subjectId: id,
        subjectName: title,
        organizationId,
        associationId: writer.associationId,
        before: { state: ActivityState.SCHEDULED },
        after: { state, reason, makeUpBy },
        reason,
      })),
    );
  }

  private async checkVenue(
    tx: EntityManager,
    series: ActivitySeriesEntity,
    dues: readonly Occurrence[],
  ): Promise<void> {
    const { venueId } = series;
    if (!venueId) return;
    const wishes = dues.map((due) => ({ key: due.originalDate, venueId, ...timesOf(series, due) }));
    const taken = await this.many.taken(tx, wishes);
    if (!taken[0]) return;
    const { name } = await tx.findOneByOrFail(VenueEntity, { id: venueId });
    const on = dues.find(({ originalDate }) => originalDate === taken[0]!.key)!.date;
    throw activitySeriesErrors.SERIES_VENUE_TAKEN({ venue: name, count: taken.length, on });
  }

  /** 活动雷打不动: what was met before and is not afterwards needs a day for its make-up. */
  private async keepingDuties(
    tx: EntityManager,
    { organizationId, activityTypeId }: { organizationId: string; activityTypeId: string },
    makeUpBy: string | null,
    write: () => Promise<readonly ActivityEntity[]>,
  ): Promise<void> {
    const met = await metDuties(tx, organizationId, activityTypeId);
    const touched = await write();
    const now = await tx.findBy(ActivityEntity, { id: In(touched.map(({ id }) => id)) });
    await this.counts.refreshAll(
      tx,
      [...touched, ...now].map((one) => ({ ...one, days: [one.countsOn] })),
    );
    if (makeUpBy) return;
    const still = new Set((await metDuties(tx, organizationId, activityTypeId)).map(({ id }) => id));
    const missed = met.filter(({ id }) => !still.has(id));
    const [first] = missed;
    if (!first) return;
    const rule = await tx.findOneByOrFail(RuleEntity, { id: first.ruleId });
    throw activitySeriesErrors.SERIES_LEAVES_DUTIES({
      count: missed.length,
      ruleZh: rule.nameZh,
      ruleEn: rule.nameEn,
      basisZh: rule.basisZh,
      basisEn: rule.basisEn,
      from: first.startsOn,
      to: first.endsOn,
    });
  }
}

/** The obligations for which enough is planned or held, by their period. */
async function metDuties(
  tx: EntityManager,
  organizationId: string,
  activityTypeId: string,
): Promise<ObligationEntity[]> {
  const all = await tx.find(ObligationEntity, { where: { organizationId, activityTypeId }, order: { endsOn: 'ASC' } });
  return all.filter(
    ({ waivedAt, planned, held, recorded, required }) => !waivedAt && planned + held + recorded >= required,
  );
}
