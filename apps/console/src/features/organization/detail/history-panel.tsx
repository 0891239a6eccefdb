import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../components/panel';
import { OrganizationHistoryDocument } from '../../../generated/graphql';
import { Timeline } from './timeline';

const SHOWN = 4;

/** The last operations, at the side of the overview. */
export function HistoryPanel({ id, onAll }: { id: string; onAll(): void }) {
  const { t } = useTranslation('organization');
  const { data } = useQuery(OrganizationHistoryDocument, { variables: { id, first: SHOWN } });
  const found = data?.partyOrganization?.operations;
  if (!found) return null;
  return (
    <Panel
      title={t('history.title')}
      extra={
        found.totalCount > 0 ? (
          <button type="button" className="link-button" onClick={onAll}>
            {t('history.all', { count: found.totalCount })}
          </button>
        ) : null
      }
    >
      {found.nodes.length > 0 ? (
        <Timeline operations={found.nodes} short />
      ) : (
        <p className="quiet">{t('history.empty')}</p>
      )}
    </Panel>
  );
}
