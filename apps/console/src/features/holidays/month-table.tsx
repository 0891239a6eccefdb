import { useTranslation } from 'react-i18next';
import { DayChip } from '../../components/day-chip';
import type { CalendarCellFragment } from '../../generated/graphql';
import { longDay, monthName, today, weekdayNames } from '../../lib/dates';
import { local } from '../../lib/i18n';
import { usePreferences } from '../../lib/preferences';

const weekdayOf = (date: string): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;

/** Weeks from Monday to Sunday; days of other months are empty cells. */
function weeksOf(days: readonly CalendarCellFragment[]): (CalendarCellFragment | null)[][] {
  const cells: (CalendarCellFragment | null)[] = Array<null>(days[0] ? weekdayOf(days[0].date) : 0).fill(null);
  cells.push(...days);
  while (cells.length % 7) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** A month of the year: days off, worked weekends, lunar days, solar terms and festivals. */
export function MonthTable({ days }: { days: readonly CalendarCellFragment[] }) {
  const first = days[0]!.date;
  return (
    <table className="month">
      <caption>{monthName(first)}</caption>
      <thead>
        <tr>
          {weekdayNames().map(({ short, long }, i) => (
            <th key={long} scope="col" data-weekend={i > 4 || undefined}>
              <abbr title={long}>{short}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((week, i) => (
          <tr key={`${first} ${i}`}>
            {week.map((day, j) => (day ? <DayCell key={day.date} day={day} /> : <td key={`${first} ${i} ${j}`} />))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({ day }: { day: CalendarCellFragment }) {
  const { t } = useTranslation('holidays');
  const { language } = usePreferences();
  // the lunar calendar speaks Chinese alone, and English names of solar terms are too long for a cell
  const lunar = language === 'zh' ? day.lunarShort : null;
  const special = day.festival ?? (language === 'zh' ? day.solarTerm : null);
  const label = special ? local(special) : lunar;
  const chip = day.kind === 'HOLIDAY' ? 'off' : day.kind === 'MADE_UP' ? 'work' : null;
  const told = [
    longDay(day.date),
    language === 'zh' ? day.lunar : null,
    day.festival && local(day.festival),
    day.solarTerm && local(day.solarTerm),
    chip && day.holiday ? t(`chipLong.${chip}`, { name: local(day.holiday) }) : null,
  ];
  return (
    <td
      className="month-day"
      data-kind={day.kind}
      aria-current={day.date === today() ? 'date' : undefined}
      title={told.filter(Boolean).join(' · ')}
    >
      <span className="month-number">{Number(day.date.slice(8))}</span>
      {chip ? <DayChip kind={chip} /> : null}
      {label ? <span className={special ? 'month-label month-special' : 'month-label'}>{label}</span> : null}
    </td>
  );
}
