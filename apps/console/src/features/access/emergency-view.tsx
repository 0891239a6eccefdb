import { useMutation, useQuery } from '@apollo/client/react';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty';
import { ErrorView } from '../../components/error-view';
import { Pager } from '../../components/pager';
import { Panel } from '../../components/panel';
import { StateWord } from '../../components/state-glyph';
import {
  DecideEmergencyAccessDocument,
  EmergencyRequestsDocument,
  type EmergencyRowFragment,
} from '../../generated/graphql';
import { moment } from '../../lib/dates';
import { errorText } from '../../lib/errors';
import { local } from '../../lib/i18n';
import { useLiveEvent } from '../../lib/live-events';
import { useMay } from '../../lib/session';
import { usePage } from '../../lib/url-state';

const PAGE = 20;

/** Who asked for emergency access, why, who decided, until when. */
export function EmergencyView() {
  const { t } = useTranslation('access');
  const { page } = usePage(PAGE);
  const { data, previousData, error, refetch } = useQuery(EmergencyRequestsDocument, {
    variables: page,
    fetchPolicy: 'cache-and-network',
  });
  useLiveEvent('notification', () => void refetch());
  useLiveEvent('access', () => void refetch());
  const found = (data ?? previousData)?.emergencyRequests;
  return (
    <>
      <p className="quiet">{t('emergency.text')}</p>
      {error ? <ErrorView error={error} retry={() => void refetch()} /> : null}
      {found ? (
        <Panel title={t('tab.emergency')} note={t('emergency.count', { count: found.totalCount })} flush>
          {found.nodes.length === 0 ? <Empty good>{t('emergency.none')}</Empty> : null}
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

function Line({ request }: { request: EmergencyRowFragment }) {
  const { t } = useTranslation('access');
  const lapsed = request.state === 'WAITING' && Date.parse(request.lapsesAt) <= Date.now();
  const open = request.state === 'CONFIRMED' && Boolean(request.endsAt) && Date.parse(request.endsAt!) > Date.now();
  const said = {
    name: request.decidedByName ?? '',
    at: request.decidedAt ? moment(request.decidedAt) : '',
    until: request.endsAt ? moment(request.endsAt) : '',
  };
  return (
    <li>
      <span className="grant-role">{t('way.who', { name: request.accountName, role: local(request.roleName) })}</span>
      <span className="grant-period">
        <StateWord state={open ? 'risk' : request.state === 'WAITING' && !lapsed ? 'unplanned' : 'waived'}>
          {t(
            lapsed ? 'emergency.state.lapsed' : open ? 'emergency.state.open' : `emergency.state.${request.state}`,
            said,
          )}
        </StateWord>
      </span>
      <span className="grant-where">{request.organization?.name}</span>
      <span className="grant-by">
        {t('emergency.askedAt', { at: moment(request.requestedAt), reason: request.reason })}
        {request.decidedByName ? <br /> : null}
        {request.decidedByName ? t(`emergency.decided.${request.state}`, said) : null}
      </span>
      {request.state === 'WAITING' && !lapsed ? (
        <span className="grant-act">
          <Decide request={request} />
        </span>
      ) : null}
    </li>
  );
}

function Decide({ request }: { request: EmergencyRowFragment }) {
  const { t } = useTranslation('access');
  const { message } = App.useApp();
  const may = useMay('access.confirm');
  const [decide, { loading }] = useMutation(DecideEmergencyAccessDocument);
  if (request.mine) return <span className="quiet">{t('emergency.byAnother')}</span>;
  if (!may) return null;
  const send = (confirm: boolean) =>
    decide({ variables: { input: { id: request.id, confirm } } }).catch((error: unknown) => {
      void message.error(errorText(error));
    });
  return (
    <>
      <Button size="small" disabled={loading} onClick={() => void send(false)}>
        {t('emergency.refuse')}
      </Button>
      <Button size="small" type="primary" loading={loading} onClick={() => void send(true)}>
        {t('emergency.confirm')}
      </Button>
    </>
  );
}
