import type { HolidayDayKind } from '../../generated/graphql';
import type { LocalText } from '../../lib/i18n';
import { plusDays } from '../../lib/plus-days';

/** A day off or worked, of the register or as a notice has it. */
export interface SpecialDay {
  date: string;
  kind: HolidayDayKind;
  name: LocalText;
}

/** A holiday: the days off in one run, and the weekends worked for it. */
export interface HolidayRun {
  name: LocalText;
  from: string;
  to: string;
  days: number;
  worked: string[];
}

/** The holidays in the order of the year. Two in one run (Mid-Autumn within National Day) are told by the longer one. */
export function holidayRuns(days: readonly SpecialDay[]): HolidayRun[] {
  const runs: (HolidayRun & { names: string[] })[] = [];
  for (const { date, kind, name } of [...days].sort((one, other) => (one.date < other.date ? -1 : 1))) {
    if (kind !== 'OFF') continue;
    const run = runs.at(-1);
    if (run && plusDays(run.to, 1) === date) {
      Object.assign(run, { to: date, days: run.days + 1 });
      run.names.push(name.zh);
    } else runs.push({ name, from: date, to: date, days: 1, worked: [], names: [name.zh] });
  }
  for (const { date, name } of days.filter(({ kind }) => kind === 'WORK'))
    runs.find(({ names }) => names.includes(name.zh))?.worked.push(date);
  return runs.map(({ names: _, ...run }) => run);
}
