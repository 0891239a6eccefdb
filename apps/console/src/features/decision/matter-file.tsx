import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { MatterOpinionsDocument } from '../../generated/graphql';
import { useLiveEvent } from '../../lib/live-events';
import { DocumentList } from './document-list';
import type { MatterDetail } from './matter-drawer';
import './papers.css';

/** What was issued on a matter, and its whole file for people outside. */
export function MatterFile({ matter }: { matter: MatterDetail }) {
  const { t } = useTranslation('decision');
  const { id } = matter;
  const { data, refetch } = useQuery(MatterOpinionsDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  useLiveEvent('session', () => void refetch());
  const opinions = data?.matterOpinions ?? [];
  return (
    <Panel title={t('papers.matter')}>
      {opinions.length > 0 ? <DocumentList documents={opinions} /> : null}
      <p className="paper-pack">
        <a href={`/files/matters/${id}/export.zip`} download>
          {t('papers.export')}
        </a>
      </p>
      <p className="quiet">{t('papers.exportText')}</p>
    </Panel>
  );
}
