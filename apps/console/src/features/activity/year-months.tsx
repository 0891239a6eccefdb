import { useQuery } from '@apollo/client/react';
import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorView } from '../../components/error-view';
import { CalendarYearDocument, type ActivityKind } from '../../generated/graphql';
import { longDay, monthName, today, weekdayNames } from '../../lib/dates';
import { useLiveEvent } from '../../lib/live-events';
import { plusDays } from '../../lib/plus-days';
import { useScope } from '../../lib/scope';
import { useDayMarks, type DayMarks } from './day-marks';
import { weeksOf } from './month';

const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'] as const;
/** How far an arrow key goes. */
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** Twelve small months: what is off, on which days how much is held. Tab reaches the chosen day, arrows go on from it. */
export function YearMonths(props: {
  year: string;
  kinds: ActivityKind[] | null;
  chosen: string;
  choose(day: string): void;
}) {
  const { within } = useScope();
  const { year, kinds, chosen } = props;
  const span = { from: `${year}-01-01`, to: `${year}-12-31` };
  const marks = useDayMarks(span.from, span.to);
  const { data, previousData, error, refetch } = useQuery(CalendarYearDocument, {
    variables: { ...span, within, kinds },
    fetchPolicy: 'cache-and-network',
  });
  useLiveEvent('activity', () => void refetch());
  const root = useRef<HTMLDivElement>(null);
  if (error) return <ErrorView error={error} retry={() => void refetch()} />;
  const counts = new Map((data ?? previousData)?.activityDays.map(({ date, count }) => [date, count]));
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const day = (event.target as HTMLElement).dataset['day'];
    if (!step || !day) return;
    event.preventDefault();
    const next = plusDays(day, step);
    if (!next.startsWith(year)) return;
    props.choose(next);
    root.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus();
  };
  return (
    <div className="year-months" ref={root} onKeyDown={onKeyDown}>
      {MONTHS.map((month) => (
        <YearMonth key={month} {...props} month={`${year}-${month}`} counts={counts} marks={marks} chosen={chosen} />
      ))}
    </div>
  );
}

function YearMonth(props: {
  month: string;
  counts: ReadonlyMap<string, number>;
  marks: DayMarks;
  chosen: string;
  choose(day: string): void;
}) {
  const { month, counts, marks, chosen } = props;
  return (
    <table className="year-month">
      <caption>{monthName(`${month}-01`)}</caption>
      <thead>
        <tr>
          {weekdayNames().map(({ short, long }) => (
            <th key={long} scope="col">
              <abbr title={long}>{short}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week[0]}>
            {week.map((day) =>
              day.startsWith(month) ? (
                <td key={day} data-off={marks.get(day)?.chip ?? undefined}>
                  <YearDay day={day} {...props} count={counts.get(day) ?? 0} pressed={day === chosen} />
                </td>
              ) : (
                <td key={day} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function YearDay(props: { day: string; count: number; marks: DayMarks; pressed: boolean; choose(day: string): void }) {
  const { t } = useTranslation(['activity', 'domain']);
  const { day, count, pressed } = props;
  const mark = props.marks.get(day);
  const number = Number(day.slice(8));
  // the word is the sign, so that nothing rests on colour
  const small = [mark?.chip ? t(`domain:dayChip.${mark.chip}`) : '', count || ''].filter(Boolean).join(' ');
  const told = [
    t('dayCount', { day: longDay(day), count }),
    mark?.chip ? `${t(`domain:dayChip.${mark.chip}`)} ${mark.holiday ?? ''}`.trim() : null,
  ];
  return (
    <button
      type="button"
      data-day={day}
      data-some={count > 0 || undefined}
      tabIndex={pressed ? 0 : -1}
      aria-pressed={pressed}
      aria-current={day === today() ? 'date' : undefined}
      aria-label={`${number}${small} ${told.filter(Boolean).join(' ')}`}
      title={told.filter(Boolean).join(' · ')}
      onClick={() => props.choose(day)}
    >
      {number}
      <small>{small}</small>
    </button>
  );
}
