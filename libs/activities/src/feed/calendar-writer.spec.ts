import ICAL from 'ical.js';
import { writeCalendar, type CalendarEntry } from './calendar-writer';

const entry = (over: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: '01934a9e-0000-7000-8000-000000000001',
  sequence: 0,
  changedAt: new Date('2026-11-20T02:03:04Z'),
  startsAt: new Date('2026-11-27T01:00:00Z'),
  endsAt: new Date('2026-11-27T02:30:00Z'),
  title: '主题党日',
  place: null,
  link: null,
  cancelled: false,
  ...over,
});

/** Reads strictly: what the parser would mend is a fault. */
function parse(text: string): { calendar: ICAL.Component; events: ICAL.Event[] } {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown as string);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const events = calendar
    .getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event, { strictExceptions: true }));
  return { calendar, events };
}
const write = (...entries: CalendarEntry[]): string => writeCalendar({ name: '党务', entries });

describe('a calendar', () => {
  it('has its zone, and each entry in it whatever the zone of the host', () => {
    const { calendar, events } = parse(write(entry()));
    const [zone] = calendar.getAllSubcomponents('vtimezone');
    expect(zone!.getFirstPropertyValue('tzid')).toBe('Asia/Shanghai');
    const [event] = events;
    expect(event!.startDate.zone.tzid).toBe('Asia/Shanghai');
    expect(event!.startDate.toString()).toBe('2026-11-27T09:00:00');
    expect(event!.startDate.toJSDate()).toEqual(new Date('2026-11-27T01:00:00Z'));
    expect(event!.duration.toSeconds()).toBe(5400);
    expect(write(entry())).toContain('\r\nDTSTART;TZID=Asia/Shanghai:20261127T090000\r\n');
  });

  it('is one without entries, too', () => {
    const { calendar, events } = parse(write());
    expect(events).toEqual([]);
    expect(calendar.getAllSubcomponents('vtimezone')).toHaveLength(1);
  });

  it('counts changes, and says when the last one was, in UTC', () => {
    const text = write(entry({ sequence: 4, cancelled: true }));
    const [event] = parse(text).events;
    expect(event!.sequence).toBe(4);
    expect(event!.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(text).toContain('\r\nLAST-MODIFIED:20261120T020304Z\r\n');
    expect(text).toContain('\r\nDTSTAMP:20261120T020304Z\r\n');
    expect(text).toBe(write(entry({ sequence: 4, cancelled: true })));
  });

  it.each([
    ['long Chinese', '关于深入学习贯彻党的创新理论、'.repeat(30)],
    ['beyond the plane', '党建𠮷野家𝄞'.repeat(40)],
    ['signs of the format', '一,二;三\\四\n五:"六"'],
    ['what looks like lines of the format', 'x\r\nEND:VEVENT\r\nBEGIN:VALARM'],
    ['of every length', 'a'.repeat(64) + '中'.repeat(9)],
  ])('folds and escapes a title: %s', (_, title) => {
    const text = write(entry({ title, place: title }));
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      // folded between characters, not within one
      expect(Buffer.from(line).toString()).toBe(line);
      expect(line).not.toContain('\ufffd');
    }
    const { events } = parse(text);
    expect(events).toHaveLength(1);
    expect(events[0]!.summary).toBe(title.replaceAll('\r', ''));
    expect(events[0]!.location).toBe(title.replaceAll('\r', ''));
  });

  it('has a series with what is left out of it and what is otherwise', () => {
    const friday = (day: string): Date => new Date(`${day}T08:00:00Z`);
    const series = entry({
      uid: 'series',
      startsAt: friday('2026-09-18'),
      endsAt: new Date('2026-09-18T09:00:00Z'),
      series: { rule: 'FREQ=WEEKLY;BYDAY=FR;COUNT=5', without: [friday('2026-10-02')] },
    });
    const moved = entry({
      uid: 'series',
      sequence: 1,
      insteadOf: friday('2026-09-25'),
      startsAt: new Date('2026-09-24T01:00:00Z'),
      endsAt: new Date('2026-09-24T02:00:00Z'),
      title: '提前到周四',
    });
    const { events } = parse(write(series, moved));
    const master = events.find((event) => !event.isRecurrenceException())!;
    for (const event of events) if (event.isRecurrenceException()) master.relateException(event);
    const found: string[] = [];
    const iterator = master.iterator();
    for (let next = iterator.next(); next; next = iterator.next()) {
      const { item, startDate } = master.getOccurrenceDetails(next);
      found.push(`${startDate.toString()} ${item.summary}`);
    }
    expect(found).toEqual([
      '2026-09-18T16:00:00 主题党日',
      '2026-09-24T09:00:00 提前到周四',
      '2026-10-09T16:00:00 主题党日',
      '2026-10-16T16:00:00 主题党日',
    ]);
  });
});
