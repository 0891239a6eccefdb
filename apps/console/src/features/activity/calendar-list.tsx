import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty';
import { ScopedLink } from '../../components/scoped-link';
import { longDay, moment } from '../../lib/dates';
import { ActivityState } from './activity-state';
import { entryClass } from './calendar-entry';
import type { DaysOfActivities } from './calendar-page';
import type { DayMarks } from './day-marks';

/** The days on which something is held, with what. */
export function CalendarList(props: {
  days: DaysOfActivities;
  shown: readonly string[];
  marks: DayMarks;
  /** a day is named though nothing is held on it */
  named?: boolean;
}) {
  const { days, shown, marks } = props;
  const { t } = useTranslation('activity');
  const held = shown.filter((day) => days.has(day));
  if (held.length === 0)
    return (
      <div className="panel calendar-list">
        {props.named && shown[0] ? <h3>{longDay(shown[0])}</h3> : null}
        <Empty>{t(shown.length === 1 ? 'emptyDay' : 'emptyMonth')}</Empty>
      </div>
    );
  return (
    <div className="panel calendar-list">
      {held.map((day) => (
        <section key={day} aria-label={longDay(day)}>
          <h3>
            {longDay(day)}
            <span>{[marks.get(day)?.lunar, marks.get(day)?.holiday].filter(Boolean).join(' · ')}</span>
          </h3>
          <ul>
            {days.get(day)?.map((entry) => (
              <li key={entry.id}>
                <span className="calendar-time">{moment(entry.startsAt).slice(11)}</span>
                <span className={`calendar-bar ${entryClass(entry)}`} />
                <div>
                  <ScopedLink to={`/activities/${entry.id}`}>{entry.title}</ScopedLink>
                  <p className="quiet">{[entry.organization?.name, entry.place].filter(Boolean).join(' · ')}</p>
                </div>
                <ActivityState state={entry.state} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
