import { useTranslation } from 'react-i18next';
import { shortDay } from '../../lib/dates';
import { local } from '../../lib/i18n';
import { holidayRuns, type SpecialDay } from './holiday-runs';
import { DayChip } from '../../components/day-chip';

/** The year's holidays as people say them: which days, how many, and what is worked for them. */
export function HolidayList({ days }: { days: readonly SpecialDay[] }) {
  const { t } = useTranslation('holidays');
  return (
    <ul className="holiday-list">
      {holidayRuns(days).map((run) => (
        <li key={run.from}>
          <strong>{local(run.name)}</strong>
          <span>
            <DayChip kind="off" />{' '}
            {run.from === run.to ? shortDay(run.from) : t('range', { from: shortDay(run.from), to: shortDay(run.to) })}
            <span className="quiet">{t('days', { count: run.days })}</span>
          </span>
          {run.worked.length ? (
            <span>
              <DayChip kind="work" /> {run.worked.map((date) => shortDay(date)).join(t('and'))}
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
