import dayjs, { type Dayjs } from 'dayjs';
import { moment } from '../../lib/dates';

/** What a form asks of a time: the day, and from when to when. People write Chinese time, wherever they sit. */
export interface TimeFields {
  on: Dayjs;
  hours: [Dayjs, Dayjs];
}

const instant = (on: Dayjs, at: Dayjs): string =>
  new Date(`${on.format('YYYY-MM-DD')}T${at.format('HH:mm')}:00+08:00`).toISOString();

/** The moments of a form. An end before its start is one of the next day: a meeting may pass midnight. */
export function momentsOf({ on, hours: [from, to] }: TimeFields): { startsAt: string; endsAt: string } {
  const over = to.format('HH:mm') <= from.format('HH:mm');
  return { startsAt: instant(on, from), endsAt: instant(over ? on.add(1, 'day') : on, to) };
}

/** The fields of an activity that is there. */
export function timesOf({ startsAt, endsAt }: { startsAt: string; endsAt: string }): TimeFields {
  const [from, to] = [dayjs(moment(startsAt)), dayjs(moment(endsAt))];
  return { on: from, hours: [from, to] };
}

/** 09-18 14:30–16:00 in one line; the second day only where it is another. */
export function span({ startsAt, endsAt }: { startsAt: string; endsAt: string }): string {
  const [from, to] = [moment(startsAt), moment(endsAt)];
  return `${from}–${from.slice(0, 10) === to.slice(0, 10) ? to.slice(11) : to}`;
}
