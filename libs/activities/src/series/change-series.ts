import type { Viewer } from '@dangwu/access';
import { formatSeriesRule, parseSeriesRule, type Occurrence } from '@dangwu/calendar';
import { Clock, plusDays } from '@dangwu/platform/clock';
import { Injectable } from '@nestjs/common';
import { MoreThanOrEqual, type EntityManager } from 'typeorm';
import { activityErrors } from '../activity/activity.errors';
import { checkVenue, textOf, venueIn } from '../activity/activity-checks';
import { ActivityEntity } from '../activity/activity.entity';
import { ActivityState } from '../activity/activity.enums';
import { writerOf } from '../activity/many-activities';
import { ActivitySeriesEntity } from './activity-series.entity';
import { SeriesScope } from './activity-series.enums';
import { activitySeriesErrors } from './activity-series.errors';
import type { ChangeActivitySeriesInput, EndActivitySeriesInput } from './activity-series.inputs';
import { MoveOccurrences } from './move-occurrences';
import { SeriesFrame } from './series-frame';
import { SeriesOccurrences } from './series-occurrences';

/** Changes of a series from one of its occurrences. Each answers the UUID of the series that has it afterwards. */
@Injectable()
export class ChangeActivitySeries {
  constructor(
    private readonly clock: Clock,
    private readonly frame: SeriesFrame,
    private readonly occurrences: SeriesOccurrences,
    private readonly moving: MoveOccurrences,
  ) {}

  /**
   * FOLLOWING makes a second series of what follows; ALL changes what lies ahead, the past stays as it was. Occurrences
   * that were changed by themselves stay, unless they are to be changed too.
   * @throws SERIES_NOT_OF, SERIES_ENDED, SERIES_VENUE_TAKEN, SERIES_LEAVES_DUTIES, SERIES_UNREADABLE, STALE_VERSION, …
   */
  change(viewer: Viewer, input: ChangeActivitySeriesInput): Promise<string> {
    return this.frame.at(viewer, input, async (tx, occurrence, series) => {
      const following = input.scope === SeriesScope.FOLLOWING ? await this.dueFrom(tx, series, occurrence) : null;
      const before = { ...series };
      const changed = following ? await this.frame.split(tx, series, following) : series;
      this.apply(changed, input);
      await checkVenue(tx, changed.venueId, this.clock.today());
      const from = following ?? this.clock.today();
      const calendar = await this.occurrences.calendar(tx, changed.associationId);
      const to = this.occurrences.horizon();
      const wanted = this.occurrences.between(changed, calendar, from, to).filter((one) => this.ahead(one));
      const old = await this.rest(tx, series, from, { changed: input.includeChanged, added: false });
      changed.expandedTo = to;
      await tx.save(changed);
      await this.moving.move(tx, writerOf(viewer), { old, series: changed, wanted });
      await this.frame.record(tx, 'activitySeries.change', changed, before);
      return changed.id;
    });
  }

  /** @throws SERIES_NOT_OF, SERIES_ENDED, SERIES_LEAVES_DUTIES, ACTIVITY_MAKE_UP_EARLY, STALE_VERSION */
  end(viewer: Viewer, input: EndActivitySeriesInput): Promise<string> {
    const { makeUpBy = null } = input;
    return this.frame.at(viewer, input, async (tx, { occursOn, heldOn }, series) => {
      if (makeUpBy && (makeUpBy < heldOn || makeUpBy < this.clock.today()))
        throw activityErrors.ACTIVITY_MAKE_UP_EARLY({ on: makeUpBy, heldOn });
      const before = { ...series };
      const old = await this.rest(tx, series, occursOn!, { changed: true, added: true });
      const reason = input.reason.trim();
      const rule = parseSeriesRule(series.rule);
      Object.assign(series, {
        rule: formatSeriesRule({ ...rule, count: null, until: plusDays(occursOn!, -1) }),
        endedReason: reason,
      });
      await tx.save(series);
      await this.moving.cancel(tx, writerOf(viewer), { old, reason, makeUpBy });
      await this.frame.record(tx, 'activitySeries.end', series, before, reason);
      return series.id;
    });
  }

  /** The first day from an occurrence on that the rule itself says: one that was added is no day of the rule. */
  private async dueFrom(
    tx: EntityManager,
    series: ActivitySeriesEntity,
    { occursOn }: ActivityEntity,
  ): Promise<string> {
    if (!series.additions.includes(occursOn!)) return occursOn!;
    const calendar = await this.occurrences.calendar(tx, series.associationId);
    const due = this.occurrences.between(series, calendar, occursOn!, this.occurrences.horizon());
    const next = due.map(({ originalDate }) => originalDate).find((day) => day > occursOn!);
    if (!next) throw activitySeriesErrors.SERIES_NOTHING_AHEAD({ title: series.title, from: occursOn! });
    return next;
  }

  private apply(series: ActivitySeriesEntity, input: ChangeActivitySeriesInput): void {
    const venueId = venueIn(input.venueId);
    const place = textOf(input.place);
    Object.assign(series, {
      title: input.title?.trim() ?? series.title,
      rule: input.rule ? formatSeriesRule(parseSeriesRule(input.rule)) : series.rule,
      atTime: input.time ?? series.atTime,
      minutes: input.minutes ?? series.minutes,
      holidayPolicy: input.holidayPolicy ?? series.holidayPolicy,
      ...(venueId !== undefined && { venueId }),
      ...(place !== undefined && { place }),
    });
  }

  /** What is still to be held, from a day on by the rule. */
  private async rest(
    tx: EntityManager,
    series: ActivitySeriesEntity,
    from: string,
    too: { readonly changed: boolean; readonly added: boolean },
  ): Promise<ActivityEntity[]> {
    const now = this.clock.now();
    const all = await tx.find(ActivityEntity, {
      where: { seriesId: series.id, state: ActivityState.SCHEDULED, occursOn: MoreThanOrEqual(from) },
      order: { occursOn: 'ASC' },
    });
    const ahead = all.filter(
      ({ startsAt, seriesChanged, occursOn }) =>
        startsAt > now && (too.changed || !seriesChanged) && (too.added || !series.additions.includes(occursOn!)),
    );
    if (ahead.length === 0) throw activitySeriesErrors.SERIES_NOTHING_AHEAD({ title: series.title, from });
    return ahead;
  }

  private ahead({ startsAt }: Occurrence): boolean {
    return startsAt > this.clock.now();
  }
}
