import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty';
import { Panel } from '../../components/panel';
import { ScopedLink } from '../../components/scoped-link';
import { moment, shortDay } from '../../lib/dates';
import type { Duties } from './use-duties';

/** What is on until Sunday. */
export function Week({ week }: { week: Duties['week'] }) {
  const { t } = useTranslation('today');
  return (
    <Panel
      title={t('week.title')}
      note={t('week.count', { count: week.totalCount })}
      extra={<ScopedLink to="/calendar">{t('week.all')}</ScopedLink>}
      flush
    >
      {week.nodes.length === 0 ? <Empty>{t('week.empty')}</Empty> : null}
      <ul className="side-lines">
        {week.nodes.map(({ id, title, startsAt, heldOn, place, venue, organization }) => (
          <li key={id}>
            <time dateTime={startsAt}>{`${shortDay(heldOn)} ${moment(startsAt).slice(11)}`}</time>
            <ScopedLink to={`/activities/${id}`}>
              {title}
              <span className="cell-note">
                {[organization?.name, venue?.name ?? place].filter(Boolean).join(' · ')}
              </span>
            </ScopedLink>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
