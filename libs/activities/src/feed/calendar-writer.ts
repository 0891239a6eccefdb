import { associationZone } from '@dangwu/platform/clock';
import ical, { ICalEventStatus, type ICalDateTimeValue, type ICalDayJsStub } from 'ical-generator';

/** One activity, or one series of them, as calendar programs keep it. */
export interface CalendarEntry {
  /** stable: by it a program finds what it has */
  readonly uid: string;
  /** how often it was changed */
  readonly sequence: number;
  readonly changedAt: Date;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly title: string;
  readonly place: string | null;
  readonly link: string | null;
  readonly cancelled: boolean;
  /** of a series: its rule (RFC 5545, without `RRULE:`) and the starts that do not take place */
  readonly series?: { readonly rule: string; readonly without: readonly Date[] };
  /** of one of a series that is otherwise than the rest: when it would have begun; it has the uid of the series */
  readonly insteadOf?: Date;
}

export interface CalendarFile {
  readonly name: string;
  readonly entries: readonly CalendarEntry[];
}

/** China has one time of day and, since 1991, no summer time; what a feed shows is younger. */
const zone = [
  'BEGIN:VTIMEZONE',
  `TZID:${associationZone}`,
  'BEGIN:STANDARD',
  'DTSTART:19920101T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');

/** An iCalendar file (RFC 5545). The same entries make the same bytes, so that an unchanged feed is known as such. */
export function writeCalendar({ name, entries }: CalendarFile): string {
  const calendar = ical({ name, prodId: { company: 'dangwu', product: 'dangwu', language: 'ZH' } });
  // no zone of the calendar itself: what is counted by the clock of the world stays in UTC
  calendar.timezone({ name: null, generator: () => zone });
  for (const entry of entries) addEntry(calendar, entry);
  const text = calendar.toString();
  // a calendar without any part is none; the writer brings the zone only with what begins in it
  return entries.length ? text : text.replace(/END:VCALENDAR$/, `${zone}\r\nEND:VCALENDAR`);
}

function addEntry(calendar: ReturnType<typeof ical>, entry: CalendarEntry): void {
  const event = calendar.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    stamp: entry.changedAt,
    lastModified: entry.changedAt,
    start: wall(entry.startsAt),
    end: wall(entry.endsAt),
    timezone: associationZone,
    summary: entry.title,
    location: entry.place,
    url: entry.link,
    status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  if (entry.series) event.repeating(recurrence(entry.series.rule, entry.series.without));
  if (entry.insteadOf) event.recurrenceId(wall(entry.insteadOf));
}

function recurrence(rule: string, without: readonly Date[]): string {
  const exceptions = without.map((at) => `EXDATE;TZID=${associationZone}:${stampOf(at)}`);
  return [`RRULE:${rule}`, ...exceptions].join('\r\n');
}

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: associationZone,
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** `20261127T090000`, by the clock of the association wherever the host stands. */
const stampOf = (at: Date): string => clock.format(at).replaceAll(/[-:]/g, '').replace(' ', 'T');

/** The writer asks dates of a library for their parts by format; its own way with `Date` takes the host's zone. */
function wall(at: Date): ICalDateTimeValue {
  const stamp = stampOf(at);
  const self: ICalDayJsStub = {
    format: (format) => (format === 'YYYYMMDD' ? stamp.slice(0, 8) : stamp.slice(9)),
    isValid: () => !Number.isNaN(at.getTime()),
    toDate: () => at,
    toJSON: () => at.toJSON(),
    tz: () => self,
    utc: () => self,
  };
  return self;
}
