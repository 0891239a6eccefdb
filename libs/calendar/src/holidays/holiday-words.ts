import { plusDays } from '@dangwu/platform/clock';
import type { LocalText } from '@dangwu/platform/text';
import type { CalendarDate } from './holiday-day';

const english: Readonly<Record<string, string>> = {
  元旦: 'New Year',
  春节: 'Spring Festival',
  清明节: 'Qingming Festival',
  劳动节: 'Labour Day',
  端午节: 'Dragon Boat Festival',
  中秋节: 'Mid-Autumn Festival',
  国庆节: 'National Day',
};

/** The holidays of the measure, by their names. */
export const holidayNames: readonly string[] = Object.keys(english);

/** The English name of a holiday; one that nobody knows keeps its own. */
export const holidayName = (zh: string): LocalText => ({ zh, en: english[zh] ?? zh });

const kinds = { OFF: { zh: '休', en: 'off' }, WORK: { zh: '班', en: 'work' } } as const;

/** 2026-10-01—2026-10-07 休 国庆节; 2026-10-10 班 国庆节: days in words, runs of the same in one. */
export function daysInWords(days: readonly CalendarDate[]): LocalText | null {
  const runs: { first: CalendarDate; last: string }[] = [];
  for (const day of [...days].sort((a, b) => (a.date < b.date ? -1 : 1))) {
    const run = runs.at(-1);
    const { first } = run ?? {};
    if (run && plusDays(run.last, 1) === day.date && first?.kind === day.kind && first.name.zh === day.name.zh)
      run.last = day.date;
    else runs.push({ first: day, last: day.date });
  }
  if (runs.length === 0) return null;
  const told = (language: 'zh' | 'en'): string =>
    runs
      .map(({ first: { date, kind, name }, last }) =>
        [date === last ? date : `${date}—${last}`, kinds[kind][language], name[language]].join(' '),
      )
      .join(language === 'zh' ? '；' : '; ');
  return { zh: told('zh'), en: told('en') };
}
