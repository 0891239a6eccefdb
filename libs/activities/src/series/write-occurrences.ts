import type { Occurrence } from '@dangwu/calendar';
import { Clock } from '@dangwu/platform/clock';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PartyOrganizationEntity } from '@dangwu/organization';
import { VenueEntity } from '../catalogue/catalogue.entities';
import { ActivityEntity } from '../activity/activity.entity';
import { ActivityState } from '../activity/activity.enums';
import type { NewActivity } from '../activity/change-activity';
import { ManyActivities, type Writer } from '../activity/many-activities';
import { ActivitySeriesEntity } from './activity-series.entity';
import { activitySeriesErrors } from './activity-series.errors';
import { SeriesOccurrences } from './series-occurrences';

/** What a venue that is taken does: people are told, a job of the night goes on without. */
export type WhenTaken = 'REFUSE' | 'LEAVE_OUT';

/** Makes activities of the occurrences of a series. */
@Injectable()
export class WriteOccurrences {
  constructor(
    private readonly clock: Clock,
    private readonly occurrences: SeriesOccurrences,
    private readonly many: ManyActivities,
  ) {}

  /**
   * Schedules the occurrences that are missing from a day to the horizon. What was cancelled stays so: it is there.
   * @returns how many are new
   * @throws SERIES_VENUE_TAKEN
   */
  async extend(
    tx: EntityManager,
    writer: Writer,
    series: ActivitySeriesEntity,
    from: string,
    whenTaken: WhenTaken = 'REFUSE',
  ): Promise<number> {
    const to = this.occurrences.horizon();
    const calendar = await this.occurrences.calendar(tx, series.associationId);
    await this.many.lock(tx, [series.organizationId], series.venueId ? [series.venueId] : []);
    const wanted = await this.missing(tx, series, this.occurrences.between(series, calendar, from, to));
    const fresh = await this.free(tx, series, wanted, whenTaken);
    await this.many.insert(
      tx,
      writer,
      fresh.map((one) => activityOf(series, one)),
    );
    series.expandedTo = to;
    await tx.update(ActivitySeriesEntity, { id: series.id }, { expandedTo: to });
    return fresh.length;
  }

  /** Those that lie ahead and have no activity yet. */
  private async missing(
    tx: EntityManager,
    series: ActivitySeriesEntity,
    all: readonly Occurrence[],
  ): Promise<Occurrence[]> {
    const present = new Set((await tx.findBy(ActivityEntity, { seriesId: series.id })).map(({ occursOn }) => occursOn));
    const { dissolvedOn } = await tx.findOneByOrFail(PartyOrganizationEntity, { id: series.organizationId });
    const now = this.clock.now();
    return all.filter(
      ({ originalDate, date, startsAt }) =>
        !present.has(originalDate) && startsAt > now && (!dissolvedOn || date < dissolvedOn),
    );
  }

  private async free(
    tx: EntityManager,
    series: ActivitySeriesEntity,
    wanted: readonly Occurrence[],
    whenTaken: WhenTaken,
  ): Promise<readonly Occurrence[]> {
    const { venueId } = series;
    if (!venueId) return wanted;
    const venue = await tx.findOneByOrFail(VenueEntity, { id: venueId });
    const open = wanted.filter(({ date }) => !venue.closedOn || date < venue.closedOn);
    const wishes = open.map((one) => ({ key: one.originalDate, venueId, ...timesOf(series, one) }));
    const taken = new Set((await this.many.taken(tx, wishes)).map(({ key }) => key));
    const first = open.find(({ originalDate }) => taken.has(originalDate));
    if (first && whenTaken === 'REFUSE')
      throw activitySeriesErrors.SERIES_VENUE_TAKEN({ venue: venue.name, count: taken.size, on: first.date });
    return open.filter(({ originalDate }) => !taken.has(originalDate));
  }
}

/** From when to when an occurrence takes place. */
export const timesOf = (
  { minutes }: Pick<ActivitySeriesEntity, 'minutes'>,
  { startsAt }: Pick<Occurrence, 'startsAt'>,
): { startsAt: Date; endsAt: Date } => ({ startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000) });

/** What an occurrence is as an activity. */
export const activityOf = (
  series: ActivitySeriesEntity,
  occurrence: Pick<Occurrence, 'originalDate' | 'date' | 'startsAt'>,
): NewActivity => ({
  organizationId: series.organizationId,
  activityTypeId: series.activityTypeId,
  title: series.title,
  state: ActivityState.SCHEDULED,
  ...timesOf(series, occurrence),
  heldOn: occurrence.date,
  countsOn: occurrence.date,
  venueId: series.venueId,
  place: series.place,
  link: series.link,
  lineId: null,
  formId: null,
  topicIds: [],
  agenda: [],
  seriesId: series.id,
  occursOn: occurrence.originalDate,
});
