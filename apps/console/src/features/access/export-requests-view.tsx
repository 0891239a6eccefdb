import { useMutation, useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty';
import { ErrorView } from '../../components/error-view';
import { ExportJob } from '../../components/export-job';
import { Pager } from '../../components/pager';
import { Panel } from '../../components/panel';
import { StateWord, type State } from '../../components/state-glyph';
import {
  ExportRequestsDocument,
  FetchApprovedExportDocument,
  type ExportRequestRowFragment,
} from '../../generated/graphql';
import { moment } from '../../lib/dates';
import { local } from '../../lib/i18n';
import { useLiveEvent } from '../../lib/live-events';
import { usePage } from '../../lib/url-state';
import { DecideExport } from './decide-export';
import { ExportDetails, ExportReason } from './export-details';

const PAGE = 20;

/** Who asked to export many people, what for, who decided; one's own are fetched here. */
export function ExportRequestsView() {
  const { t } = useTranslation('access');
  const { page } = usePage(PAGE);
  const { data, previousData, error, refetch } = useQuery(ExportRequestsDocument, {
    variables: page,
    fetchPolicy: 'cache-and-network',
  });
  useLiveEvent('notification', () => void refetch());
  useLiveEvent('job', () => void refetch());
  const found = (data ?? previousData)?.exportRequests;
  return (
    <>
      <p className="quiet">{t('exports.text')}</p>
      {error ? <ErrorView error={error} retry={() => void refetch()} /> : null}
      {found ? (
        <Panel title={t('tab.exports')} note={t('exports.count', { count: found.totalCount })} flush>
          {found.nodes.length === 0 ? <Empty good>{t('exports.none')}</Empty> : null}
          <ul className="grant-lines">
            {found.nodes.map((request) => (
              <Line key={request.id} request={request} />
            ))}
          </ul>
          {found.nodes.length > 0 ? (
            <Pager info={found.pageInfo} total={found.totalCount} shown={found.nodes.length} size={PAGE} />
          ) : null}
        </Panel>
      ) : null}
    </>
  );
}

const stateOf: Readonly<Record<ExportRequestRowFragment['state'] | 'lapsed', State>> = {
  WAITING: 'unplanned',
  APPROVED: 'pending',
  REFUSED: 'refused',
  DELIVERED: 'done',
  lapsed: 'waived',
};

function Line({ request }: { request: ExportRequestRowFragment }) {
  const { t } = useTranslation('access');
  const lapsed = request.state === 'APPROVED' && Date.parse(request.fetchUntil ?? '') <= Date.now();
  const state = lapsed ? 'lapsed' : request.state;
  return (
    <li>
      <span className="grant-role">
        {t('exports.what', { name: request.accountName, title: local(request.title), people: request.people })}
      </span>
      <span className="grant-period">
        <StateWord state={stateOf[state]}>
          {t(`exports.state.${state}`, { until: request.fetchUntil ? moment(request.fetchUntil) : '' })}
        </StateWord>
      </span>
      <span className="grant-where">
        <ExportDetails request={request} />
      </span>
      <span className="grant-by">
        <ExportReason request={request} />
        {request.decidedAt ? <br /> : null}
        {request.decidedAt
          ? t(`exports.decided.${request.state}`, {
              at: moment(request.decidedAt),
              name: request.decidedByName ?? '',
              reason: request.decisionReason ?? '',
            })
          : null}
        {request.deliveredAt ? <br /> : null}
        {request.deliveredAt ? t('exports.delivered', { at: moment(request.deliveredAt) }) : null}
      </span>
      <span className="grant-act">
        {state === 'WAITING' ? <DecideExport request={request} /> : null}
        {state === 'APPROVED' && request.mine ? <Fetch id={request.id} /> : null}
        {state === 'DELIVERED' && request.job?.file ? (
          <a className="export-file" href={request.job.file.url} download={request.job.file.name}>
            {t('exports.download', { name: request.job.file.name })}
          </a>
        ) : null}
      </span>
    </li>
  );
}

/** The file is made once, with the rights of now. */
function Fetch({ id }: { id: string }) {
  const { t } = useTranslation('access');
  const [fetch] = useMutation(FetchApprovedExportDocument);
  const begin = async () => (await fetch({ variables: { input: { id } } })).data?.fetchApprovedExport.id ?? null;
  return <ExportJob begin={begin} verb={t('exports.fetch')} small />;
}
