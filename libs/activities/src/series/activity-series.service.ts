import { Access, type Viewer } from '@dangwu/access';
import { expandSeries, type Occurrence } from '@dangwu/calendar';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { localId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { checkHolder, checkVenue, findOrganization, findType, textOf, venueIn } from '../activity/activity-checks';
import { writerOf } from '../activity/many-activities';
import { ActivitySeriesEntity } from './activity-series.entity';
import { activitySeriesErrors } from './activity-series.errors';
import type { PlanActivitySeriesInput, RecurrenceInput } from './activity-series.inputs';
import { SeriesOccurrences, seriesOf } from './series-occurrences';
import { WriteOccurrences } from './write-occurrences';

/** As many dates as a person looks at before planning a series. */
const shown = 10;

/** Planning series of activities. */
@Injectable()
export class ActivitySeriesService {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly occurrences: SeriesOccurrences,
    private readonly writing: WriteOccurrences,
  ) {}

  /** The next ten dates, and the rule in words. @throws SERIES_UNREADABLE, SERIES_NEVER_OCCURS */
  preview(viewer: Viewer, recurrence: RecurrenceInput): Promise<readonly Occurrence[]> {
    return this.database.transaction(viewer.scope('activity.maintain'), async (tx) => {
      const calendar = await this.occurrences.calendar(tx, viewer.association.id);
      const series = seriesOf(recurring(recurrence));
      const from = recurrence.startsOn > this.clock.today() ? recurrence.startsOn : this.clock.today();
      // far enough for the last working days of ten years, near enough for every day
      const to = `${Number(from.slice(0, 4)) + (series.rule.kind === 'RRULE' && series.rule.frequency === 'DAILY' ? 1 : 12)}-12-31`;
      return expandSeries({ ...series, calendar, from, to, most: 5000 }).slice(0, shown);
    });
  }

  /**
   * Its occurrences of the next 400 days are scheduled at once; a job of the night adds those that come after.
   * @returns the UUID of the series
   * @throws SERIES_UNREADABLE, SERIES_NEVER_OCCURS, SERIES_TOO_MANY, SERIES_VENUE_TAKEN, ACTIVITY_TYPE_NOT_HERE, …
   */
  async plan(viewer: Viewer, input: PlanActivitySeriesInput): Promise<string> {
    const organizationId = localId('PartyOrganization', input.organizationId);
    this.access.require(viewer, 'activity.maintain', await this.access.place(null, viewer, organizationId));
    const { startsOn } = input.recurrence;
    if (startsOn < this.clock.today()) throw activitySeriesErrors.SERIES_LINE_PAST({ on: startsOn });
    return this.database.transaction(viewer.scope('activity.maintain'), async (tx) => {
      const venueId = venueIn(input.venueId) ?? null;
      const type = await findType(tx, localId('ActivityType', input.activityTypeId), this.clock.today());
      checkHolder(await findOrganization(tx, organizationId), type, startsOn);
      await checkVenue(tx, venueId, startsOn);
      const series = tx.create(ActivitySeriesEntity, {
        id: newId(this.clock.now().getTime()),
        associationId: viewer.association.id,
        organizationId,
        activityTypeId: type.id,
        title: input.title.trim(),
        ...recurring(input.recurrence),
        minutes: input.minutes,
        venueId,
        place: textOf(input.place) ?? null,
        link: textOf(input.link) ?? null,
      });
      await tx.insert(ActivitySeriesEntity, series);
      await this.record(tx, series);
      await this.writing.extend(tx, writerOf(viewer), series, startsOn);
      return series.id;
    });
  }

  private record(tx: EntityManager, series: ActivitySeriesEntity): Promise<void> {
    const { id, title, organizationId, associationId, rule, startsOn, atTime, minutes, holidayPolicy, exceptions } =
      series;
    return this.audit.record(tx, {
      action: 'activitySeries.plan',
      subjectType: 'ActivitySeries',
      subjectId: id,
      subjectName: title,
      organizationId,
      associationId,
      after: { title, rule, startsOn, atTime, minutes, holidayPolicy, exceptions: exceptions.join('、') },
    });
  }
}

/** A recurrence as it is stored. */
export const recurring = ({ rule, startsOn, time, holidayPolicy, exceptions }: RecurrenceInput) => ({
  rule: rule.trim(),
  startsOn,
  atTime: time,
  holidayPolicy,
  exceptions: [...exceptions].sort(),
  additions: [],
});
