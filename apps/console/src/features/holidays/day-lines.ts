import type { HolidayYearPartsFragment } from '../../generated/graphql';
import type { SpecialDay } from './holiday-runs';

/** The days of a year as lines that can be edited and are read like a notice. The words are those of notices. */
export const dayLines = (days: readonly SpecialDay[], words: Record<SpecialDay['kind'], string>): string =>
  days.map(({ date, kind, name }) => `${date} ${words[kind]} ${name.zh}`).join('\n');

/** What was read, for saving; an English name that was there before stays, since lines have none. */
export const daysToSet = (read: readonly SpecialDay[], before: HolidayYearPartsFragment | undefined) =>
  read.map(({ date, kind, name }) => ({
    date,
    kind,
    name: name.zh,
    nameEn: before?.days.find((day) => day.name.zh === name.zh)?.name.en ?? name.en,
  }));
