import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../../components/empty';
import { ErrorView } from '../../../components/error-view';
import { Panel } from '../../../components/panel';
import { OrganizationHistoryDocument, type OrganizationHistoryQuery } from '../../../generated/graphql';
import { local } from '../../../lib/i18n';
import type { OperationAsked } from '../operations/operation-drawer';
import { Timeline } from './timeline';

const PAGE = 20;

/** 历史: everything that was done to the organization, newest first; what is not in force yet is marked. */
export function HistoryTab({
  id,
  mayChange,
  onAsk,
}: {
  id: string;
  mayChange: boolean;
  onAsk(asked: OperationAsked): void;
}) {
  const { t } = useTranslation('organization');
  const { data, error, refetch, fetchMore } = useQuery(OrganizationHistoryDocument, { variables: { id, first: PAGE } });
  const found = data?.partyOrganization?.operations;
  if (error && !found) return <ErrorView error={error} retry={() => void refetch()} />;
  if (!found) return <div aria-busy="true" />;
  return (
    <Panel title={t('history.title')} note={t('history.count', { count: found.totalCount })}>
      {found.nodes.length > 0 ? (
        <Timeline
          operations={found.nodes}
          onAsk={
            mayChange
              ? (kind, operation) => onAsk({ kind, id, operationId: operation.id, summary: local(operation.summary) })
              : undefined
          }
        />
      ) : (
        <Empty>{t('history.empty')}</Empty>
      )}
      {found.pageInfo.hasNextPage ? (
        <Button
          onClick={() => void fetchMore({ variables: { after: found.pageInfo.endCursor }, updateQuery: appended })}
        >
          {t('history.more', { count: found.totalCount - found.nodes.length })}
        </Button>
      ) : null}
    </Panel>
  );
}

function appended(
  before: OrganizationHistoryQuery,
  { fetchMoreResult: next }: { fetchMoreResult: OrganizationHistoryQuery },
): OrganizationHistoryQuery {
  if (!before.partyOrganization || !next.partyOrganization) return next;
  const { operations } = next.partyOrganization;
  const nodes = [...before.partyOrganization.operations.nodes, ...operations.nodes];
  return { partyOrganization: { ...next.partyOrganization, operations: { ...operations, nodes } } };
}
