import { useQuery } from '@apollo/client/react';
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty';
import { ErrorView } from '../../components/error-view';
import { SeriesWithinDocument } from '../../generated/graphql';
import { local } from '../../lib/i18n';
import { SeriesDates } from '../activity/series-dates';
import '../activity/activity.css';

/** The series of the plan's organizations with their dates ahead, to skip, move and add dates. */
export function SeriesListDrawer(props: { organizationId: string; close(): void }) {
  const { t } = useTranslation('plan');
  const { data, error, refetch } = useQuery(SeriesWithinDocument, {
    variables: { within: props.organizationId, first: 50 },
    fetchPolicy: 'cache-and-network',
  });
  const found = data?.allActivitySeries;
  return (
    <Drawer
      title={t('series.title')}
      aria-label={t('series.title')}
      size={520}
      open
      rootClassName="activity-drawer"
      onClose={props.close}
      closable={{ 'aria-label': t('series.close'), placement: 'end' }}
    >
      {error ? <ErrorView error={error} retry={() => void refetch()} /> : null}
      {found?.totalCount === 0 ? <Empty>{t('series.none')}</Empty> : null}
      {found && found.totalCount > found.nodes.length ? (
        <p className="quiet">{t('series.more', { shown: found.nodes.length, of: found.totalCount })}</p>
      ) : null}
      <div className="series-list">
        {found?.nodes.map(({ id, title, organization, words }) => (
          <section key={id} aria-label={[title, organization?.name].filter(Boolean).join(' ')}>
            <h3>{[title, organization?.name].filter(Boolean).join(' · ')}</h3>
            <p className="quiet">{local(words)}</p>
            {/* whoever sees plans keeps the activities there */}
            <SeriesDates id={id} maintains />
          </section>
        ))}
      </div>
    </Drawer>
  );
}
