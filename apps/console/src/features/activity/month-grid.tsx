import { PlusOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { DayChip } from '../../components/day-chip';
import { ScopedLink } from '../../components/scoped-link';
import { moment, today } from '../../lib/dates';
import { dayDrop, entryDrag, type Drop } from './calendar-drag';
import { entryClass } from './calendar-entry';
import type { CalendarActivity, DaysOfActivities } from './calendar-page';
import type { DayMarks } from './day-marks';

/** As many entries as a cell shows; the rest are told by their number and stand in the ledger. */
const shownInCell = 3;

/** Weeks of seven days, Monday first. */
export function MonthGrid(props: {
  weeks: readonly (readonly string[])[];
  month: string;
  days: DaysOfActivities;
  marks: DayMarks;
  /** plans something for a day; undefined: may not */
  plan?(day: string): void;
  /** gives what was dropped another day; undefined: may not */
  move?(drop: Drop): void;
}) {
  const { t } = useTranslation('activity');
  const now = today();
  return (
    <table className="month-grid">
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
              const entries = props.days.get(day) ?? [];
              const left = entries.length - shownInCell;
              const mark = props.marks.get(day);
              return (
                <td
                  key={day}
                  className={day.startsWith(props.month) ? undefined : 'month-beside'}
                  {...dayDrop(day, props.move)}
                >
                  <div className="grid-day">
                    <time
                      dateTime={day}
                      className={day === now ? 'month-today' : undefined}
                      aria-current={day === now ? 'date' : undefined}
                    >
                      {Number(day.slice(8)) === 1 ? `${Number(day.slice(5, 7))}/1` : Number(day.slice(8))}
                    </time>
                    <span className="month-lunar" title={mark?.holiday ?? undefined}>
                      {mark?.lunar}
                    </span>
                    {mark?.chip ? <DayChip kind={mark.chip} /> : null}
                    {props.plan ? (
                      <button
                        type="button"
                        className="month-plan"
                        aria-label={t('planOn', { day })}
                        onClick={() => props.plan?.(day)}
                      >
                        <PlusOutlined aria-hidden />
                      </button>
                    ) : null}
                  </div>
                  {entries.slice(0, shownInCell).map((entry) => (
                    <Entry key={entry.id} entry={entry} may={props.move !== undefined} />
                  ))}
                  {left > 0 ? (
                    <ScopedLink className="month-more" to={`/activities?from=${day}&to=${day}&order=SOONEST`}>
                      {t('moreOnDay', { count: left })}
                    </ScopedLink>
                  ) : null}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

function Entry({ entry, may }: { entry: CalendarActivity; may: boolean }) {
  const { t } = useTranslation('activity');
  const { id, title, startsAt, organization, state } = entry;
  const words = [organization?.name, t(`state.${state}`)].filter(Boolean).join(' · ');
  return (
    <ScopedLink
      to={`/activities/${id}`}
      className={`month-entry ${entryClass(entry)}`}
      title={`${title} · ${words}`}
      {...entryDrag(entry, may)}
    >
      <span className="month-time">{moment(startsAt).slice(11)}</span>
      <span className="month-title">{title}</span>
      <span className="sr-only">{words}</span>
    </ScopedLink>
  );
}
