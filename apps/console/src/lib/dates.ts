import { preferences } from './preferences';

/** The association works on Chinese time, wherever the reader sits. */
const ZONE = 'Asia/Shanghai';

/** Today in China as `YYYY-MM-DD`. */
export const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE }).format(new Date());

/** Whole days from today to a date `YYYY-MM-DD`; negative when it has passed. */
export const daysUntil = (date: string, from = today()): number =>
  Math.round((Date.parse(`${date}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

const language = () => (preferences().language === 'zh' ? 'zh-CN' : 'en-GB');

/** 9月18日 星期五 / Friday 18 September. */
export const longDay = (date: string): string =>
  new Intl.DateTimeFormat(language(), { timeZone: 'UTC', month: 'long', day: 'numeric', weekday: 'long' })
    .formatToParts(new Date(`${date}T00:00:00Z`))
    // Chinese puts the weekday right behind the day; a space keeps them apart.
    .map(({ type, value }) => (type === 'weekday' && language() === 'zh-CN' ? ` ${value}` : value))
    .join('');

/** 9月18日 周五 / Fri 18 Sept. */
export const shortDay = (date: string): string =>
  new Intl.DateTimeFormat(language(), { timeZone: 'UTC', month: 'short', day: 'numeric', weekday: 'short' })
    .formatToParts(new Date(`${date}T00:00:00Z`))
    .map(({ type, value }) => (type === 'weekday' && language() === 'zh-CN' ? ` ${value}` : value))
    .join('');

/** 9月 / September. */
export const monthName = (date: string): string =>
  new Intl.DateTimeFormat(language(), { timeZone: 'UTC', month: language() === 'zh-CN' ? 'short' : 'long' }).format(
    new Date(`${date}T00:00:00Z`),
  );

/** The heads of a week from Monday on: 一 and 星期一 / M and Monday. */
export const weekdayNames = (): { short: string; long: string }[] =>
  Array.from({ length: 7 }, (_, i) => {
    // 1 January 2024 was a Monday
    const [short, long] = (['narrow', 'long'] as const).map((weekday) =>
      new Intl.DateTimeFormat(language(), { timeZone: 'UTC', weekday }).format(Date.UTC(2024, 0, 1 + i)),
    ) as [string, string];
    return { short, long };
  });

/** A moment as `2026-09-18 10:20` in China. */
export const moment = (at: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'short' }).format(new Date(at));

/** A moment as `2026-09-18 10:20:33` in China, where the order of things matters. */
export const toTheSecond = (at: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'medium' }).format(new Date(at));

/** Day of a moment in China. */
export const dayOf = (at: string): string => new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE }).format(new Date(at));

/** A moment near now: `今天 10:20`, `昨天 16:42`, else the date. */
export function near(at: string): string {
  const day = dayOf(at);
  const away = daysUntil(day);
  if (away !== 0 && away !== -1) return day;
  const word = new Intl.RelativeTimeFormat(language(), { numeric: 'auto' }).format(away, 'day');
  return `${word} ${moment(at).slice(11)}`;
}

/** The instant at which a day begins in China. */
export const instantOf = (day: string): string => new Date(`${day}T00:00:00+08:00`).toISOString();
