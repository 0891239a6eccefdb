import type { LocalText } from '@dangwu/platform/text';
import type { HolidayPolicy, Series } from './expand-series';
import { formatSeriesRule, type CalendarRule, type SeriesRule } from './series-rule';

const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const weekdays: Readonly<Record<string, LocalText>> = {
  MO: { zh: '周一', en: 'Monday' },
  TU: { zh: '周二', en: 'Tuesday' },
  WE: { zh: '周三', en: 'Wednesday' },
  TH: { zh: '周四', en: 'Thursday' },
  FR: { zh: '周五', en: 'Friday' },
  SA: { zh: '周六', en: 'Saturday' },
  SU: { zh: '周日', en: 'Sunday' },
};
const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const units: Readonly<Record<CalendarRule['frequency'], readonly [one: LocalText, many: LocalText]>> = {
  DAILY: [
    { zh: '每天', en: 'every day' },
    { zh: '天', en: 'days' },
  ],
  WEEKLY: [
    { zh: '每周', en: 'every week' },
    { zh: '周', en: 'weeks' },
  ],
  MONTHLY: [
    { zh: '每月', en: 'every month' },
    { zh: '个月', en: 'months' },
  ],
  YEARLY: [
    { zh: '每年', en: 'every year' },
    { zh: '年', en: 'years' },
  ],
};
const periods = {
  MONTH: { zh: '每月', en: 'month' },
  QUARTER: { zh: '每季度', en: 'quarter' },
  YEAR: { zh: '每年', en: 'year' },
} as const;

const ordinals: Readonly<Record<string, LocalText>> = {
  '-1': { zh: '最后一个', en: 'last' },
  '-2': { zh: '倒数第二个', en: 'second last' },
  1: { zh: '第一个', en: 'first' },
  2: { zh: '第二个', en: 'second' },
  3: { zh: '第三个', en: 'third' },
  4: { zh: '第四个', en: 'fourth' },
  5: { zh: '第五个', en: 'fifth' },
};

/** What holidays do to it; `days off` when weekends count too. */
const policies: Readonly<Record<HolidayPolicy, (off: LocalText) => LocalText>> = {
  KEEP: () => ({ zh: '', en: '' }),
  SKIP: (off) => ({ zh: `，遇${off.zh}取消`, en: `, left out on ${off.en}` }),
  SHIFT_BEFORE: (off) => ({
    zh: `，遇${off.zh}提前到上一个工作日`,
    en: `, moved to the working day before on ${off.en}`,
  }),
  SHIFT_AFTER: (off) => ({ zh: `，遇${off.zh}顺延到下一个工作日`, en: `, moved to the next working day on ${off.en}` }),
};

/** A series in plain words: 每周五 16:00，遇节假日顺延到下一个工作日 / every Friday at 16:00, moved to … */
export function describeSeries({
  rule,
  start,
  holidayPolicy,
  weekends,
}: Pick<Series, 'rule' | 'start' | 'holidayPolicy' | 'weekends'>): LocalText {
  const when = recurrence(rule, start.date);
  const policy = rule.kind === 'LAST_WORKING_DAY' ? policies.KEEP : policies[holidayPolicy];
  const off = policy(weekends ? { zh: '休息日', en: 'days off' } : { zh: '节假日', en: 'holidays' });
  const end = ending(rule);
  return {
    zh: `${when.zh} ${start.time}${off.zh}${end.zh}`,
    en: `${when.en} at ${start.time}${off.en}${end.en}`,
  };
}

function ending({ count, until }: SeriesRule): LocalText {
  if (count !== null) return { zh: `，共 ${count} 次`, en: count === 1 ? ', once' : `, ${count} times` };
  return until === null ? { zh: '', en: '' } : { zh: `，到 ${until} 为止`, en: `, until ${until}` };
}

function recurrence(rule: SeriesRule, start: string): LocalText {
  if (rule.kind === 'LAST_WORKING_DAY') {
    const { zh, en } = periods[rule.every];
    return { zh: `${zh}最后一个工作日`, en: `on the last working day of every ${en}` };
  }
  // what is too special for words is said as it is written
  return (
    inWords(rule, start) ?? { zh: `按规则 ${formatSeriesRule(rule)}`, en: `by the rule ${formatSeriesRule(rule)}` }
  );
}

function inWords({ frequency, interval, parts }: CalendarRule, start: string): LocalText | null {
  const { BYDAY, BYMONTHDAY, BYMONTH, BYSETPOS } = parts;
  const [once, many] = units[frequency];
  const every: LocalText =
    interval === 1 ? once : { zh: `每 ${interval} ${many.zh}`, en: `every ${interval} ${many.en}` };
  const months = BYMONTH?.split(',').map(Number) ?? (frequency === 'YEARLY' ? [Number(start.slice(5, 7))] : []);
  const within: LocalText = months.length
    ? { zh: `${months.join('、')} 月`, en: `in ${joined(months.map((month) => monthNames[month - 1]!))}` }
    : { zh: '', en: '' };
  if (frequency === 'DAILY') {
    if (BYMONTHDAY || BYSETPOS || /\d/.test(BYDAY ?? '')) return null;
    const among = BYDAY ? weekdayList(BYDAY) : null;
    return spaced({
      zh: [every.zh, within.zh, among?.zh && `（${among.zh}）`],
      en: [every.en, within.en, among && `on ${among.en}`],
    });
  }
  if (frequency === 'WEEKLY') {
    if (BYSETPOS) return null;
    const named = weekdayList(BYDAY ?? days[(new Date(`${start}T00:00:00Z`).getUTCDay() + 6) % 7]!);
    if (interval === 1 && !months.length) return { zh: `每${named.zh}`, en: `every ${named.en}` };
    return spaced({ zh: [every.zh, within.zh, named.zh], en: [every.en, 'on', named.en, within.en] });
  }
  const day = dayOfMonth(BYDAY, BYMONTHDAY, BYSETPOS, start);
  if (!day || (frequency === 'YEARLY' && BYDAY && !BYMONTH)) return null;
  return spaced({
    zh: [every.zh, within.zh, day.zh],
    en: frequency === 'YEARLY' ? [every.en, 'on', day.en, within.en] : ['on', day.en, 'of', every.en, within.en],
  });
}

/** Which day of the month: by number, by weekday, or the n-th of the weekdays named. */
function dayOfMonth(
  byDay: string | undefined,
  byMonthDay: string | undefined,
  position: string | undefined,
  start: string,
): LocalText | null {
  if (byDay && byMonthDay) return null;
  if (!byDay) {
    if (position) return null;
    const numbers = byMonthDay?.split(',').map(Number) ?? [Number(start.slice(8))];
    const told = numbers.map((number): LocalText | null => {
      if (number > 0) return { zh: `${number} 日`, en: `day ${number}` };
      return number === -1 ? { zh: '最后一天', en: 'the last day' } : null;
    });
    return told.includes(null) ? null : list(told as LocalText[]);
  }
  if (position) {
    const which = ordinals[position];
    if (!which || /\d/.test(byDay)) return null;
    const worked = byDay.split(',').sort().join() === [...days.slice(0, 5)].sort().join();
    const named = worked ? { zh: '周一至周五的日子', en: 'day from Monday to Friday' } : weekdayList(byDay);
    return { zh: `${which.zh}${named.zh}`, en: `the ${which.en} ${named.en}` };
  }
  const told = byDay.split(',').map((each): LocalText | null => {
    const [, number, weekday] = /^([+-]?\d+)?(..)$/.exec(each) as unknown as [string, string | undefined, string];
    const { zh, en } = weekdays[weekday]!;
    if (!number) return { zh: `每个${zh}`, en: `each ${en}` };
    const which = ordinals[String(Number(number))];
    return which ? { zh: `${which.zh}${zh}`, en: `the ${which.en} ${en}` } : null;
  });
  return told.includes(null) ? null : list(told as LocalText[]);
}

/** 周二、周四; the week in its order. */
function weekdayList(byDay: string): LocalText {
  const named = byDay.split(',').sort((a, b) => days.indexOf(a) - days.indexOf(b));
  if (named.join() === days.slice(0, 5).join()) return { zh: '周一至周五', en: 'Monday to Friday' };
  return list(named.map((day) => weekdays[day]!));
}

const list = (texts: readonly LocalText[]): LocalText => ({
  zh: texts.map(({ zh }) => zh).join('、'),
  en: joined(texts.map(({ en }) => en)),
});

const joined = (words: readonly string[]): string =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}`;

const spaced = ({ zh, en }: { zh: readonly unknown[]; en: readonly unknown[] }): LocalText => ({
  // a figure stands apart from the characters before it
  zh: zh
    .filter(Boolean)
    .join('')
    .replaceAll(/(\p{Script=Han})(\d)/gu, '$1 $2'),
  en: en.filter(Boolean).join(' '),
});
