import { Access, type Viewer } from '@dangwu/access';
import { formatSeriesRule, splitSeries } from '@dangwu/calendar';
import { Audit, leavesNothing } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { localId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ActivityEntity } from '../activity/activity.entity';
import { ActivitySeriesEntity } from './activity-series.entity';
import { activitySeriesErrors } from './activity-series.errors';
import { MoveOccurrences } from './move-occurrences';
import { SeriesOccurrences, seriesOf } from './series-occurrences';

/** From which occurrence a series is changed. */
export interface SeriesStep {
  readonly activityId: string;
  readonly version: number;
}

/** What every change of a series from one of its occurrences begins and ends with. */
@Injectable()
export class SeriesFrame {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly occurrences: SeriesOccurrences,
    private readonly moving: MoveOccurrences,
  ) {}

  /** The occurrence of whoever may change its series. @throws UNKNOWN_ID, PERMISSION_MISSING */
  async seen(viewer: Viewer, step: Pick<SeriesStep, 'activityId'>): Promise<ActivityEntity> {
    const id = localId('Activity', step.activityId);
    const seen = await this.database.transaction(viewer.scope('activity.read'), (tx) =>
      tx.findOneBy(ActivityEntity, { id }),
    );
    if (!seen) throw platformErrors.UNKNOWN_ID();
    const place = await this.access.place(null, viewer, seen.organizationId);
    this.access.require(viewer, 'activity.maintain', place, 'activity.read');
    return seen;
  }

  /**
   * Rights, lock, version, and that it belongs to a series that goes on.
   * @throws UNKNOWN_ID, PERMISSION_MISSING, SERIES_NOT_OF, SERIES_ENDED, STALE_VERSION
   */
  async at<Result>(
    viewer: Viewer,
    step: SeriesStep,
    work: (tx: EntityManager, occurrence: ActivityEntity, series: ActivitySeriesEntity) => Promise<Result>,
  ): Promise<Result> {
    const seen = await this.seen(viewer, step);
    const { id } = seen;
    return this.database.transaction(viewer.scope('activity.maintain'), async (tx) => {
      const { seriesId } = seen;
      if (!seriesId) throw activitySeriesErrors.SERIES_NOT_OF({ title: seen.title });
      // the series first, as the job of the night takes it: nobody else adds occurrences meanwhile
      const series = await tx.findOne(ActivitySeriesEntity, {
        where: { id: seriesId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!series) throw platformErrors.UNKNOWN_ID();
      await this.moving.lock(tx, series);
      const occurrence = await tx.findOneByOrFail(ActivityEntity, { id });
      if (occurrence.version !== step.version) throw platformErrors.STALE_VERSION({ current: occurrence.version });
      if (series.endedReason)
        throw activitySeriesErrors.SERIES_ENDED({ title: series.title, reason: series.endedReason });
      return work(tx, occurrence, series);
    });
  }

  /** What is before remains; what follows becomes a series of its own. @returns the one that has the occurrence */
  async split(tx: EntityManager, series: ActivitySeriesEntity, at: string): Promise<ActivitySeriesEntity> {
    const calendar = await this.occurrences.calendar(tx, series.associationId);
    const { before, after } = splitSeries(seriesOf(series), at, calendar);
    if (!before) return series;
    const {
      createdAt: _,
      updatedAt: __,
      changeNumber: ___,
      version: ____,
      ...same
    } = series as ActivitySeriesEntity & {
      changeNumber: unknown;
    };
    const second = tx.create(ActivitySeriesEntity, {
      ...same,
      id: newId(this.clock.now().getTime()),
      rule: formatSeriesRule(after.rule),
      startsOn: after.start.date,
      exceptions: series.exceptions.filter((day) => day >= at),
      additions: series.additions.filter((day) => day >= at),
    });
    await tx.insert(ActivitySeriesEntity, second);
    await this.moving.takeAdditions(tx, series, second);
    Object.assign(series, {
      rule: formatSeriesRule(before.rule),
      exceptions: series.exceptions.filter((day) => day < at),
      additions: series.additions.filter((day) => day < at),
    });
    await tx.save(series);
    return tx.findOneByOrFail(ActivitySeriesEntity, { id: second.id });
  }

  /** What changed of it, for the audit log; nothing where nothing did. */
  async record(
    tx: EntityManager,
    action: string,
    series: ActivitySeriesEntity,
    before: ActivitySeriesEntity,
    reason?: string,
  ): Promise<void> {
    const { id, title, organizationId, associationId } = series;
    const fields = ['title', 'rule', 'startsOn', 'atTime', 'minutes', 'holidayPolicy', 'venueId', 'place'] as const;
    const differ = fields.filter((field) => series[field] !== before[field]);
    if (differ.length === 0 && id === before.id) return leavesNothing('the series is so already');
    const values = (of: ActivitySeriesEntity) => Object.fromEntries(differ.map((field) => [field, of[field]]));
    await this.audit.record(tx, {
      action,
      subjectType: 'ActivitySeries',
      subjectId: id,
      subjectName: title,
      organizationId,
      associationId,
      before: values(before),
      after: values(series),
      reason,
    });
  }
}
