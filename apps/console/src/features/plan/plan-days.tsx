import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty';
import type { PlanItemEntryFragment } from '../../generated/graphql';
import { longDay, moment } from '../../lib/dates';
import { local } from '../../lib/i18n';

/** The days of a month that have something, on a phone. */
export function PlanDays(props: {
  days: ReadonlyMap<string, readonly PlanItemEntryFragment[]>;
  shown: readonly string[];
  open(item: PlanItemEntryFragment): void;
}) {
  const { t } = useTranslation('plan');
  const held = props.shown.filter((day) => props.days.has(day));
  if (held.length === 0) return <Empty>{t('emptyMonth')}</Empty>;
  return (
    <div className="panel calendar-list plan-days">
      {held.map((day) => (
        <section key={day} aria-label={longDay(day)}>
          <h3>{longDay(day)}</h3>
          <ul>
            {props.days.get(day)?.map((item) => (
              <li key={item.id}>
                <span className="calendar-time">{item.startsAt ? moment(item.startsAt).slice(11) : ''}</span>
                <span className={`calendar-bar kind-${item.activityType?.kind ?? 'OTHER'}`} />
                <div>
                  <button type="button" className="plan-open" onClick={() => props.open(item)}>
                    {item.activityType ? local(item.activityType.name) : ''}
                  </button>
                  <p className="quiet">
                    {[item.organization?.name, t(`state.${item.state}`)].filter(Boolean).join(' · ')}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
