import { PlusOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { ScopedLink } from '../../components/scoped-link';
import { longDay, moment, today } from '../../lib/dates';
import { dayDrop, entryDrag, type Drop } from './calendar-drag';
import { entryClass } from './calendar-entry';
import type { CalendarActivity, DaysOfActivities } from './calendar-page';
import type { DayMarks } from './day-marks';
import { DayTable } from './day-table';

/** As many entries as a cell shows; the rest are told by their number and stand in the ledger. */
const shownInCell = 3;

/** A month: what is held on each day, and the day whose list stands beside it. */
export function MonthGrid(props: {
  weeks: readonly (readonly string[])[];
  month: string;
  days: DaysOfActivities;
  marks: DayMarks;
  chosen: string;
  choose(day: string): void;
  /** plans something for a day; undefined: may not */
  plan?(day: string): void;
  /** gives what was dropped another day; undefined: may not */
  move?(drop: Drop): void;
}) {
  const { t } = useTranslation('activity');
  const now = today();
  const { weeks, month, marks, days, plan, move } = props;
  return (
    <DayTable
      weeks={weeks}
      month={month}
      marks={marks}
      drop={(day) => dayDrop(day, move)}
      number={(day) => (
        <button
          type="button"
          className="month-number"
          aria-pressed={day === props.chosen}
          aria-label={`${numberOf(day)} ${t('dayCount', { day: longDay(day), count: days.get(day)?.length ?? 0 })}`}
          onClick={() => props.choose(day)}
        >
          <time
            dateTime={day}
            className={day === now ? 'month-today' : undefined}
            aria-current={day === now ? 'date' : undefined}
          >
            {numberOf(day)}
          </time>
        </button>
      )}
      head={(day) =>
        plan ? (
          <button type="button" className="month-plan" aria-label={t('planOn', { day })} onClick={() => plan(day)}>
            <PlusOutlined aria-hidden />
          </button>
        ) : null
      }
    >
      {(day) => {
        const entries = days.get(day) ?? [];
        const left = entries.length - shownInCell;
        return (
          <>
            {entries.slice(0, shownInCell).map((entry) => (
              <Entry key={entry.id} entry={entry} may={move !== undefined} />
            ))}
            {left > 0 ? (
              <ScopedLink className="month-more" to={`/activities?from=${day}&to=${day}&order=SOONEST`}>
                {t('moreOnDay', { count: left })}
              </ScopedLink>
            ) : null}
          </>
        );
      }}
    </DayTable>
  );
}

const numberOf = (day: string): string =>
  Number(day.slice(8)) === 1 ? `${Number(day.slice(5, 7))}/1` : String(Number(day.slice(8)));

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
