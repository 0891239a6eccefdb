import { HolidayDayEntity, HolidayYearEntity } from './holidays/holiday-year.entity';

export { CalendarModule } from './calendar.module';
export type { CalendarDate, CalendarYear, HolidayKind } from './holidays/holiday-day';
export { calendarModels, HolidayYearModel } from './holidays/holiday-year.read-model';
export { HolidayYears } from './holidays/holiday-years.service';
export { statutoryDays, type StatutoryDay } from './holidays/statutory-days';
export { lunarDayOf, lunarName, lunarShort, type LunarDay } from './lunar/lunar';
export { describeSeries } from './series/describe-series';
export { expandSeries, type Expansion, type HolidayPolicy, type Occurrence, type Series } from './series/expand-series';
export { instantOf } from './series/local-time';
export { formatSeriesRule, parseSeriesRule, type SeriesRule } from './series/series-rule';
export { shiftSeries, type ShiftedSeries } from './series/shift-series';
export { splitSeries, type SplitSeries } from './series/split-series';
export { WorkCalendar, type Certainty, type DayKind, type WorkDay } from './work-calendar';

/** The tables of this library. */
export const calendarEntities = [HolidayYearEntity, HolidayDayEntity];
