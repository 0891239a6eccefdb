import type { ReactNode, TdHTMLAttributes } from 'react';
import { useTranslation } from 'react-i18next';
import { DayChip } from '../../components/day-chip';
import type { DayMarks } from './day-marks';

export const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** Weeks of seven days, Monday first: each with its lunar day, whether it is off, and what stands on it. */
export function DayTable(props: {
  weeks: readonly (readonly string[])[];
  month: string;
  marks: DayMarks;
  className?: string;
  /** the day's number */
  number(day: string): ReactNode;
  /** what stands behind the marks, such as a way to plan */
  head?(day: string): ReactNode;
  children(day: string): ReactNode;
  /** what the cell takes when something is dropped on it */
  drop(day: string): TdHTMLAttributes<HTMLTableCellElement>;
}) {
  const { t } = useTranslation('activity');
  const { marks } = props;
  return (
    <table className={`month-grid ${props.className ?? ''}`}>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col">
              {t(`weekday.${weekday}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => {
              const mark = marks.get(day);
              return (
                <td key={day} className={day.startsWith(props.month) ? undefined : 'month-beside'} {...props.drop(day)}>
                  <div className="grid-day">
                    {props.number(day)}
                    <span className="month-lunar" title={mark?.holiday ?? undefined}>
                      {mark?.lunar}
                    </span>
                    {mark?.chip ? <DayChip kind={mark.chip} /> : null}
                    {props.head?.(day)}
                  </div>
                  {props.children(day)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
