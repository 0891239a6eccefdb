import { useTranslation } from 'react-i18next';
import { DayChip } from '../../components/day-chip';
import { ScopedLink } from '../../components/scoped-link';
import { moment, shortDay, today } from '../../lib/dates';
import { dayDrop, entryDrag, type Drop } from './calendar-drag';
import { entryClass } from './calendar-entry';
import type { CalendarActivity, DaysOfActivities } from './calendar-page';
import type { DayMarks } from './day-marks';

/** The parts of a day, by the hour they begin, and when something begins that is dropped into one. */
const PARTS = [
  { part: 'morning', from: 0, at: '09:00' },
  { part: 'afternoon', from: 12, at: '14:00' },
  { part: 'evening', from: 18, at: '18:30' },
] as const;

const partOf = (startsAt: string) => PARTS.findLast(({ from }) => Number(moment(startsAt).slice(11, 13)) >= from)!;

/** Seven days in three parts each, everything in full. */
export function WeekGrid(props: {
  week: readonly string[];
  days: DaysOfActivities;
  marks: DayMarks;
  /** undefined: may not */
  move?(drop: Drop): void;
}) {
  const { t } = useTranslation('activity');
  const { week, days, marks, move } = props;
  const now = today();
  return (
    <table className="month-grid week-grid">
      <thead>
        <tr>
          <td />
          {week.map((day) => {
            const mark = marks.get(day);
            return (
              <th key={day} scope="col" aria-current={day === now ? 'date' : undefined}>
                <span className="grid-day">
                  <time dateTime={day} className={day === now ? 'month-today' : undefined}>
                    {shortDay(day)}
                  </time>
                  <span className="month-lunar" title={mark?.holiday ?? undefined}>
                    {mark?.lunar}
                  </span>
                  {mark?.chip ? <DayChip kind={mark.chip} /> : null}
                </span>
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>
        {PARTS.map(({ part, at }) => (
          <tr key={part}>
            <th scope="row">{t(`part.${part}`)}</th>
            {week.map((day) => (
              <td key={day} {...dayDrop(day, move, (own) => (partOf(own).part === part ? undefined : at))}>
                {(days.get(day) ?? [])
                  .filter(({ startsAt }) => partOf(startsAt).part === part)
                  .map((entry) => (
                    <Entry key={entry.id} entry={entry} may={move !== undefined} />
                  ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Entry({ entry, may }: { entry: CalendarActivity; may: boolean }) {
  const { t } = useTranslation('activity');
  const { id, title, startsAt, organization, state, place } = entry;
  return (
    <ScopedLink
      to={`/activities/${id}`}
      className={`month-entry week-entry ${entryClass(entry)}`}
      {...entryDrag(entry, may)}
    >
      <span className="month-time">{moment(startsAt).slice(11)}</span>
      <span className="month-title">{title}</span>
      <small>{[organization?.name, place].filter(Boolean).join(' · ')}</small>
      <span className="sr-only">{t(`state.${state}`)}</span>
    </ScopedLink>
  );
}
