import { expandSeries, formatSeriesRule, type WorkCalendar } from '@dangwu/calendar';
import type { ActivitySeriesEntity } from '../series/activity-series.entity';
import { seriesOf } from '../series/series-occurrences';
import type { CalendarEntry } from './calendar-writer';

/** An entry with the series that it is an occurrence of. */
export interface Occurring extends CalendarEntry {
  readonly seriesId: string | null;
  /** the day it was due by the rule of the series */
  readonly occursOn: string | null;
}

const minute = 60_000;
const stamp = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

/**
 * Occurrences as a calendar program understands a series: one entry with the rule, the starts that do not take place,
 * and an entry for each occurrence that is otherwise than the rest (moved off a holiday, changed, cancelled). The rule
 * ends with the last occurrence there is, as what lies beyond is not planned yet. Rules that RFC 5545 cannot say, such as
 * the last working day of a quarter, stay single entries.
 */
export function foldSeries(
  entries: readonly Occurring[],
  series: readonly ActivitySeriesEntity[],
  calendar: WorkCalendar,
  link: string,
): CalendarEntry[] {
  const folded = series.flatMap((one) => {
    const own = entries.filter(({ seriesId }) => seriesId === one.id);
    // what was added beside the rule is none of its occurrences: an entry of its own
    const added = own.filter(({ occursOn }) => one.additions.includes(occursOn!));
    return [
      ...fold(
        own.filter((entry) => !added.includes(entry)),
        one,
        calendar,
        link,
      ),
      ...added,
    ];
  });
  const known = new Set(series.map(({ id }) => id));
  return [...entries.filter(({ seriesId }) => seriesId === null || !known.has(seriesId)), ...folded];
}

function fold(
  own: readonly Occurring[],
  series: ActivitySeriesEntity,
  calendar: WorkCalendar,
  link: string,
): readonly CalendarEntry[] {
  const due = own.map(({ occursOn }) => occursOn!).sort();
  const recurring = seriesOf(series);
  if (recurring.rule.kind === 'LAST_WORKING_DAY' || due.length < 2) return own;
  const [from, to] = [due[0]!, due.at(-1)!];
  // by the rule alone: what holidays do to it is said of each occurrence
  const plain = expandSeries({ ...recurring, holidayPolicy: 'KEEP', exceptions: [], calendar, from, to, most: 2_000 });
  const byDay = new Map(own.map((entry) => [entry.occursOn!, entry]));
  if (plain.length < 2 || plain[0]!.originalDate !== from || plain.at(-1)!.originalDate !== to) return own;
  const place = own.find(({ title }) => title === series.title)?.place ?? series.place;
  const usual = (entry: Occurring, startsAt: Date): boolean =>
    entry.startsAt.getTime() === startsAt.getTime() &&
    entry.endsAt.getTime() - startsAt.getTime() === series.minutes * minute &&
    entry.title === series.title &&
    entry.place === place &&
    !entry.cancelled;
  const without: Date[] = [];
  const otherwise: CalendarEntry[] = [];
  for (const { originalDate, startsAt } of plain) {
    const entry = byDay.get(originalDate);
    if (!entry) without.push(startsAt);
    else if (!usual(entry, startsAt)) otherwise.push({ ...entry, uid: series.id, insteadOf: startsAt });
  }
  const { startsAt } = plain[0]!;
  const rule = `${formatSeriesRule({ ...recurring.rule, count: null, until: null })};UNTIL=${stamp(plain.at(-1)!.startsAt)}`;
  const changedAt = new Date(Math.max(series.updatedAt.getTime(), ...own.map((entry) => entry.changedAt.getTime())));
  return [
    {
      uid: series.id,
      sequence: series.version - 1,
      changedAt,
      startsAt,
      endsAt: new Date(startsAt.getTime() + series.minutes * minute),
      title: series.title,
      place,
      link,
      cancelled: false,
      series: { rule, without },
    },
    ...otherwise,
  ];
}
