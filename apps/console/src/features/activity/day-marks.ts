import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { DayMarksDocument } from '../../generated/graphql';
import { local } from '../../lib/i18n';
import { usePreferences } from '../../lib/preferences';

/** What a calendar says of a day beside its number. */
export interface DayMark {
  /** 初八, or the month on its first day; said in Chinese alone */
  readonly lunar: string | null;
  /** off for a holiday, or worked for one */
  readonly chip: 'off' | 'work' | null;
  /** which holiday */
  readonly holiday: string | null;
}
export type DayMarks = ReadonlyMap<string, DayMark>;

/** Lunar days, holidays and swapped days from a day to another, as the association's calendar has them. */
export function useDayMarks(from: string, to: string): DayMarks {
  const { language } = usePreferences();
  const { data } = useQuery(DayMarksDocument, { variables: { from, to } });
  return useMemo(
    () =>
      new Map(
        (data?.calendarDays ?? []).map(({ date, kind, lunarShort, holiday }) => [
          date,
          {
            lunar: language === 'zh' ? lunarShort : null,
            chip: kind === 'HOLIDAY' ? 'off' : kind === 'MADE_UP' ? 'work' : null,
            holiday: holiday ? local(holiday) : null,
          },
        ]),
      ),
    [data, language],
  );
}
