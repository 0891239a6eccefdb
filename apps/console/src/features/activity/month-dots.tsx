import { useTranslation } from 'react-i18next';
import { longDay, today } from '../../lib/dates';
import { entryClass } from './calendar-entry';
import type { DaysOfActivities } from './calendar-page';
import type { DayMarks } from './day-marks';
import { WEEKDAYS } from './day-table';

/** A month on a phone: days to touch, a dot where something is held. */
export function MonthDots(props: {
  weeks: readonly (readonly string[])[];
  month: string;
  days: DaysOfActivities;
  marks: DayMarks;
  chosen: string;
  choose(day: string): void;
}) {
  const { t } = useTranslation('activity');
  const now = today();
  return (
    <table className="month-dots panel">
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col" aria-label={t(`weekday.${weekday}`)}>
              {t(`weekdayShort.${weekday}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => {
              const entries = props.days.get(day) ?? [];
              const classes = [
                day === props.chosen ? 'dots-chosen' : '',
                day === now ? 'dots-today' : '',
                day.startsWith(props.month) ? '' : 'month-beside',
              ];
              return (
                <td key={day}>
                  <button
                    type="button"
                    className={classes.filter(Boolean).join(' ')}
                    aria-pressed={day === props.chosen}
                    onClick={() => props.choose(day)}
                  >
                    {Number(day.slice(8))}
                    <small aria-hidden="true">{props.marks.get(day)?.lunar}</small>
                    <i className={entries[0] ? `dots-dot ${entryClass(entries[0])}` : 'dots-dot'} />
                    <span className="sr-only">{t('dayCount', { day: longDay(day), count: entries.length })}</span>
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
