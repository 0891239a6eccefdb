const clock = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});
const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

/** 14:05 */
export const timeOf = (at: string): string => clock.format(new Date(at));
/** 2026-09-18 14:05 */
export const monthDayTime = (at: string): string => `${day.format(new Date(at))} ${timeOf(at)}`;
