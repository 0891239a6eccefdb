import { plusDays } from '@dangwu/platform/clock';
import type { WorkCalendar } from '../work-calendar';
import type { Series } from './expand-series';
import { originalsOf } from './originals';
import { seriesErrors } from './series.errors';

/** The two series that "this and following" makes of one. */
export interface SplitSeries {
  /** what was before; null when the first occurrence was chosen and nothing remains */
  readonly before: Series | null;
  /** this and following, for being changed */
  readonly after: Series;
}

/**
 * Splits a series at one of its occurrences: together both parts have the occurrences of the whole.
 *
 * @param at the original day of the first occurrence of the second part
 * @throws SERIES_NO_OCCURRENCE
 */
export function splitSeries(series: Series, at: string, calendar: WorkCalendar): SplitSeries {
  const { rule, start, exceptions = [] } = series;
  const originals = originalsOf(rule, start.date, calendar);
  if (originals.between(at, at).length === 0) throw seriesErrors.SERIES_NO_OCCURRENCE({ date: at });
  const earlier = originals.between(start.date, plusDays(at, -1)).length;
  const after: Series = {
    ...series,
    rule: rule.count === null ? rule : { ...rule, count: rule.count - earlier },
    start: { ...start, date: at },
    exceptions: exceptions.filter((day) => day >= at),
  };
  if (earlier === 0) return { before: null, after: { ...after, exceptions } };
  const ended = rule.count === null ? { ...rule, until: plusDays(at, -1) } : { ...rule, count: earlier };
  return { before: { ...series, rule: ended, exceptions: exceptions.filter((day) => day < at) }, after };
}
