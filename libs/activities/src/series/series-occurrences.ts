import {
  expandSeries,
  HolidayYears,
  parseSeriesRule,
  type Occurrence,
  type Series,
  type WorkCalendar,
} from '@dangwu/calendar';
import { associationZone, Clock, plusDays } from '@dangwu/platform/clock';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ActivitySeriesEntity } from './activity-series.entity';

/** How far ahead occurrences are there: beyond a year, so that next year's are seen while it is planned. */
export const daysAhead = 400;
/** Daily for the whole horizon is as often as anything is held. */
export const mostOccurrences = 500;

export type Recurring = Pick<
  ActivitySeriesEntity,
  'rule' | 'startsOn' | 'atTime' | 'holidayPolicy' | 'exceptions' | 'additions'
>;

/** A series as the calendar knows it. @throws SERIES_UNREADABLE */
export const seriesOf = ({ rule, startsOn, atTime, holidayPolicy, exceptions, additions }: Recurring): Series => ({
  rule: parseSeriesRule(rule),
  start: { date: startsOn, time: atTime },
  zone: associationZone,
  holidayPolicy,
  // what was added stands for its day, should the rule come upon it
  exceptions: [...exceptions, ...additions],
});

/** When the occurrences of series take place, by the association's calendar. */
@Injectable()
export class SeriesOccurrences {
  constructor(
    private readonly clock: Clock,
    private readonly holidays: HolidayYears,
  ) {}

  calendar(tx: EntityManager, associationId: string): Promise<WorkCalendar> {
    return this.holidays.calendar(tx, associationId);
  }

  horizon(): string {
    return plusDays(this.clock.today(), daysAhead);
  }

  /** @throws SERIES_UNREADABLE, SERIES_NEVER_OCCURS, SERIES_TOO_MANY */
  between(series: Recurring, calendar: WorkCalendar, from: string, to: string): Occurrence[] {
    return expandSeries({ ...seriesOf(series), calendar, from, to, most: mostOccurrences });
  }
}
