import type { Viewer } from '@dangwu/access';
import { describeSeries, formatSeriesRule, shiftSeries, splitSeries, type Occurrence } from '@dangwu/calendar';
import { Clock, plusDays } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { checkVenue } from '../activity/activity-checks';
import { stateWords } from '../activity/activity-words';
import { ActivityEntity } from '../activity/activity.entity';
import { ActivityState } from '../activity/activity.enums';
import { notIn } from '../activity/change-activity';
import { writerOf } from '../activity/many-activities';
import { ActivitySeriesEntity } from './activity-series.entity';
import { SeriesScope } from './activity-series.enums';
import { activitySeriesErrors } from './activity-series.errors';
import type { MoveActivitySeriesInput } from './activity-series.inputs';
import type { SeriesMove } from './activity-series.type';
import { MoveOccurrences, type Moved } from './move-occurrences';
import { SeriesFrame } from './series-frame';
import { SeriesOccurrences, seriesOf, type Recurring } from './series-occurrences';

/** What a move of a series would do. */
interface Foreseen extends Moved {
  readonly recurring: Recurring;
  /** stands for its occurrence as it is, and goes with it */
  readonly kept: readonly ActivityEntity[];
  /** the last day the series is written to then */
  readonly to: string;
  becomes(day: string): string;
}

/** A shift to the next working day goes no further. */
const reach = 31;

/** Moves this and following occurrences, or all that lie ahead, by as much as one of them was dragged. */
@Injectable()
export class ShiftActivitySeries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly frame: SeriesFrame,
    private readonly occurrences: SeriesOccurrences,
    private readonly moving: MoveOccurrences,
  ) {}

  /** What `move` would do, told before. @throws as `move`, but for venues and duties */
  async foresee(viewer: Viewer, input: MoveActivitySeriesInput): Promise<SeriesMove> {
    const occurrence = await this.frame.seen(viewer, input);
    const { seriesId, title } = occurrence;
    if (!seriesId) throw activitySeriesErrors.SERIES_NOT_OF({ title });
    return this.database.transaction(viewer.scope('activity.maintain'), async (tx) => {
      const series = await tx.findOneByOrFail(ActivitySeriesEntity, { id: seriesId });
      const { recurring, pairs, kept, surplus, fresh } = await this.think(tx, occurrence, series, input);
      const scheduled = kept.filter(({ state }) => state === ActivityState.SCHEDULED);
      return {
        words: describeSeries(seriesOf(recurring)),
        moved: pairs.length,
        dates: pairs.slice(0, 10).map(([, due]) => ({ ...due, provisional: due.certainty !== 'NOTICED' })),
        kept: scheduled.map(({ heldOn }) => heldOn),
        cancelled: surplus.map(({ heldOn }) => heldOn),
        added: fresh.map(({ date }) => date),
        undoable: !occurrence.seriesChanged && surplus.length + fresh.length === 0,
      };
    });
  }

  /**
   * @returns the UUID of the series that has the occurrence afterwards
   * @throws SERIES_CANNOT_FOLLOW, SERIES_MOVE_PAST, SERIES_DATE_TAKEN, SERIES_VENUE_TAKEN, SERIES_LEAVES_DUTIES, …
   */
  move(viewer: Viewer, input: MoveActivitySeriesInput): Promise<string> {
    return this.frame.at(viewer, input, async (tx, occurrence, series) => {
      const before = { ...series };
      const foreseen = await this.think(tx, occurrence, series, input);
      const following = input.scope === SeriesScope.FOLLOWING;
      const changed = following ? await this.frame.split(tx, series, occurrence.occursOn!) : series;
      Object.assign(changed, foreseen.recurring, { expandedTo: foreseen.to });
      await checkVenue(tx, changed.venueId, this.clock.today());
      await tx.save(changed);
      await this.write(tx, viewer, changed, foreseen);
      await this.frame.record(tx, 'activitySeries.move', changed, before);
      return changed.id;
    });
  }

  private async think(
    tx: EntityManager,
    occurrence: ActivityEntity,
    series: ActivitySeriesEntity,
    { scope, on, time }: MoveActivitySeriesInput,
  ): Promise<Foreseen> {
    const { title, additions, atTime } = series;
    const occursOn = occurrence.occursOn!;
    if (additions.includes(occursOn)) throw activitySeriesErrors.SERIES_ADDED_ALONE({ title, on: occursOn });
    if (occurrence.state !== ActivityState.SCHEDULED) throw notIn('change', occurrence);
    const now = this.clock.now();
    if (occurrence.startsAt <= now) throw activitySeriesErrors.SERIES_NOTHING_AHEAD({ title, from: occursOn });
    const following = scope === SeriesScope.FOLLOWING;
    const calendar = await this.occurrences.calendar(tx, series.associationId);
    const whole = seriesOf(series);
    const shifted = shiftSeries(
      following ? splitSeries(whole, occursOn, calendar).after : whole,
      occursOn,
      on,
      calendar,
    );
    if (!shifted) throw activitySeriesErrors.SERIES_CANNOT_FOLLOW({ title, ...this.said(series) });
    const { becomes } = shifted;
    const since = (day: string): boolean => !following || day >= occursOn;
    const recurring: Recurring = {
      rule: formatSeriesRule(shifted.series.rule),
      startsOn: shifted.series.start.date,
      atTime: time ?? atTime,
      holidayPolicy: series.holidayPolicy,
      exceptions: series.exceptions.filter(since).map(becomes),
      additions: additions.filter(since),
    };
    const all = await tx.find(ActivityEntity, { where: { seriesId: series.id }, order: { occursOn: 'ASC' } });
    const ahead = all.filter((one) => since(one.occursOn!) && one.startsAt > now && !additions.includes(one.occursOn!));
    const moves = ({ id, state, seriesChanged }: ActivityEntity): boolean =>
      state === ActivityState.SCHEDULED && (!seriesChanged || id === occurrence.id);
    const old = ahead.filter(moves);
    const keys = old.map((one) => becomes(one.occursOn!)).sort();
    const [from, to] = [keys[0]!, keys.at(-1)!];
    const due = new Map(
      this.occurrences
        .between(recurring, calendar, plusDays(from, -reach), plusDays(to, reach))
        .filter(({ originalDate }) => originalDate >= from && originalDate <= to)
        .map((one) => [one.originalDate, one]),
    );
    const paired = old.map((one) => [one, due.get(becomes(one.occursOn!))] as const);
    const known = new Set([...all.map((one) => one.occursOn!), ...additions].map(becomes));
    const pairs = paired.filter((pair): pair is [ActivityEntity, Occurrence] => pair[1] !== undefined);
    const foreseen: Foreseen = {
      recurring,
      pairs,
      surplus: paired.filter(([, its]) => !its).map(([one]) => one),
      fresh: [...due.values()].filter(({ originalDate, startsAt }) => !known.has(originalDate) && startsAt > now),
      kept: ahead.filter((one) => !moves(one)),
      to,
      becomes,
    };
    this.check(series, all, foreseen);
    return foreseen;
  }

  /** Nothing is moved into the past, or onto a day that the series has otherwise. */
  private check({ title }: ActivitySeriesEntity, all: readonly ActivityEntity[], foreseen: Foreseen): void {
    const { pairs, surplus, kept, becomes } = foreseen;
    const past = pairs.filter(([, { startsAt }]) => startsAt <= this.clock.now());
    if (past[0]) throw activitySeriesErrors.SERIES_MOVE_PAST({ title, count: past.length, on: past[0][1].date });
    const gone = new Set([...pairs.map(([one]) => one), ...surplus, ...kept]);
    const keys = new Set([...gone].map((one) => becomes(one.occursOn!)));
    const there = all.find((one) => !gone.has(one) && keys.has(one.occursOn!));
    if (!there) return;
    const { zh, en } = stateWords[there.state];
    throw activitySeriesErrors.SERIES_DATE_TAKEN({ title, on: there.occursOn!, stateZh: zh, stateEn: en });
  }

  /** What stands for an occurrence goes with it, so that the days of the new rule are told apart. */
  private async write(
    tx: EntityManager,
    viewer: Viewer,
    series: ActivitySeriesEntity,
    { pairs, surplus, fresh, kept, becomes }: Foreseen,
  ): Promise<void> {
    const standing = [...kept, ...surplus];
    const rows = standing.map(({ id, occursOn }) => ({ id, occursOn: becomes(occursOn!) }));
    await tx.query(`update activity set series_id = null, occurs_on = null where id = any($1)`, [
      standing.map(({ id }) => id),
    ]);
    await this.moving.write(tx, writerOf(viewer), series, { pairs, surplus, fresh });
    await tx.query(
      `update activity a set series_id = $2, occurs_on = w."occursOn", version = a.version + 1
       from jsonb_to_recordset($1) w (id uuid, "occursOn" date) where a.id = w.id`,
      [JSON.stringify(rows), series.id],
    );
  }

  private said(series: ActivitySeriesEntity): { wordsZh: string; wordsEn: string } {
    const { zh, en } = describeSeries(seriesOf(series));
    return { wordsZh: zh, wordsEn: en };
  }
}
