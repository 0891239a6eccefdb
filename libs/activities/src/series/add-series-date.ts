import { Access, type Viewer } from '@dangwu/access';
import { instantOf } from '@dangwu/calendar';
import { Audit } from '@dangwu/platform/audit';
import { associationZone, Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { checkHolder, checkTimes, checkVenue, findOrganization } from '../activity/activity-checks';
import { stateWords } from '../activity/activity-words';
import { ActivityEntity } from '../activity/activity.entity';
import { ManyActivities, writerOf } from '../activity/many-activities';
import { ActivityTypeEntity, VenueEntity } from '../catalogue/catalogue.entities';
import { ActivitySeriesEntity } from './activity-series.entity';
import { activitySeriesErrors } from './activity-series.errors';
import type { AddSeriesDateInput } from './activity-series.inputs';
import { activityOf } from './write-occurrences';

/** One more date of a series, which its rule does not have (加一次). */
@Injectable()
export class AddSeriesDate {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly many: ManyActivities,
  ) {}

  /**
   * It belongs to the series and ends with it; a change of the rule leaves it alone.
   * @returns the UUID of the series
   * @throws SERIES_ENDED, SERIES_DATE_TAKEN, SERIES_DATE_PAST, SERIES_VENUE_TAKEN, STALE_VERSION, …
   */
  async add(viewer: Viewer, input: AddSeriesDateInput): Promise<string> {
    const id = localId('ActivitySeries', input.seriesId);
    const seen = await this.database.transaction(viewer.scope('activity.read'), (tx) =>
      tx.findOneBy(ActivitySeriesEntity, { id }),
    );
    if (!seen) throw platformErrors.UNKNOWN_ID();
    const place = await this.access.place(null, viewer, seen.organizationId);
    this.access.require(viewer, 'activity.maintain', place, 'activity.read');
    return this.database.transaction(viewer.scope('activity.maintain'), async (tx) => {
      // the series first, as all its writes take it
      const series = await tx.findOne(ActivitySeriesEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!series) throw platformErrors.UNKNOWN_ID();
      const { title, version, endedReason, organizationId, venueId } = series;
      if (version !== input.version) throw platformErrors.STALE_VERSION({ current: version });
      if (endedReason) throw activitySeriesErrors.SERIES_ENDED({ title, reason: endedReason });
      await this.many.lock(tx, [organizationId], venueId ? [venueId] : []);
      await this.write(tx, viewer, series, input);
      return id;
    });
  }

  private async write(
    tx: EntityManager,
    viewer: Viewer,
    series: ActivitySeriesEntity,
    input: AddSeriesDateInput,
  ): Promise<void> {
    const { id, title, organizationId, associationId } = series;
    const { on } = input;
    const time = input.time ?? series.atTime;
    const startsAt = instantOf(on, time, associationZone);
    const endsAt = new Date(startsAt.getTime() + series.minutes * 60_000);
    if (startsAt <= this.clock.now()) throw activitySeriesErrors.SERIES_DATE_PAST({ on, time });
    checkTimes(startsAt, endsAt, this.clock.today());
    await this.checkFree(tx, series, on, startsAt, endsAt);
    const type = await tx.findOneByOrFail(ActivityTypeEntity, { id: series.activityTypeId });
    checkHolder(await findOrganization(tx, organizationId), type, on);
    await checkVenue(tx, series.venueId, on);
    const reason = input.reason.trim();
    const fresh = { ...activityOf(series, { originalDate: on, date: on, startsAt }), endsAt };
    await this.many.insert(tx, writerOf(viewer), [fresh], undefined, reason);
    const before = series.additions;
    series.additions = [...before, on].sort();
    // a day that was left out and is held after all is added, and left out no more
    series.exceptions = series.exceptions.filter((day) => day !== on);
    await tx.save(series);
    await this.audit.record(tx, {
      action: 'activitySeries.addDate',
      subjectType: 'ActivitySeries',
      subjectId: id,
      subjectName: title,
      organizationId,
      associationId,
      before: { additions: before.join('、') },
      after: { additions: series.additions.join('、') },
      reason,
    });
  }

  private async checkFree(
    tx: EntityManager,
    { id, title, venueId }: ActivitySeriesEntity,
    on: string,
    startsAt: Date,
    endsAt: Date,
  ): Promise<void> {
    // neither what is due on the day by the rule, nor what was moved to it
    const there = await tx.findOne(ActivityEntity, {
      where: [
        { seriesId: id, occursOn: on },
        { seriesId: id, heldOn: on },
      ],
    });
    if (there) {
      const { zh, en } = stateWords[there.state];
      throw activitySeriesErrors.SERIES_DATE_TAKEN({ title, on, stateZh: zh, stateEn: en });
    }
    if (!venueId) return;
    const taken = await this.many.taken(tx, [{ key: on, venueId, startsAt, endsAt }]);
    if (!taken[0]) return;
    const { name } = await tx.findOneByOrFail(VenueEntity, { id: venueId });
    throw activitySeriesErrors.SERIES_VENUE_TAKEN({ venue: name, count: 1, on });
  }
}
