import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { ScopedLink } from '../../components/scoped-link';
import { OwnSessionsDocument } from '../../generated/graphql';
import { dayOf, moment, shortDay } from '../../lib/dates';
import { useLiveEvent } from '../../lib/live-events';

/** Sessions in which one sits; of who sits in none there is nothing to show. */
export function OwnSessions() {
  const { t } = useTranslation('reviewSession');
  const { data, refetch } = useQuery(OwnSessionsDocument, { fetchPolicy: 'cache-and-network' });
  useLiveEvent('session', () => void refetch());
  const sessions = data?.ownSessions ?? [];
  if (sessions.length === 0) return null;
  return (
    <Panel title={t('today.title')} note={t('today.count', { count: sessions.length })} flush>
      <ul className="side-lines">
        {sessions.map(({ id, title, startsAt, place, itemCount, chair }) => (
          <li key={id}>
            <time dateTime={startsAt}>{`${shortDay(dayOf(startsAt))} ${moment(startsAt).slice(11)}`}</time>
            <ScopedLink to={`/sessions/${id}/room`}>
              {title}
              <span className="cell-note">
                {[place, t('itemCount', { count: itemCount }), chair ? t('today.chair') : null]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </ScopedLink>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
