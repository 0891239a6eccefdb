import { moment } from '../../lib/dates';

/** When each item begins, one after the other from the beginning of the session: 14:00, 14:30 … and when the last ends. */
export function clockOf(startsAt: string, minutes: readonly number[]): { begins: string[]; ends: string } {
  let at = Date.parse(startsAt);
  const begins = minutes.map((each) => {
    const time = moment(new Date(at).toISOString()).slice(11);
    at += each * 60_000;
    return time;
  });
  return { begins, ends: moment(new Date(at).toISOString()).slice(11) };
}

/** By how many minutes the agenda is longer than the session; 0: it fits. */
export function overBy(startsAt: string, endsAt: string, minutes: readonly number[]): number {
  const sum = minutes.reduce((total, each) => total + each, 0);
  return Math.max(0, sum - (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);
}

/** The same list with one thing at another place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, i) => i !== from);
  return from < 0 || from >= list.length ? [...list] : [...rest.slice(0, to), list[from]!, ...rest.slice(to)];
}
