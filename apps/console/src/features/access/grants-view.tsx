import { useMutation, useQuery } from '@apollo/client/react';
import { App, Button, Checkbox, Form, Input, Modal, Select, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty';
import { ErrorView } from '../../components/error-view';
import { Pager } from '../../components/pager';
import { ScopedLink } from '../../components/scoped-link';
import {
  AccessGrantsDocument,
  AccessVocabularyDocument,
  GranteeNameDocument,
  RevokeGrantDocument,
  type GrantRowFragment,
  type Role,
} from '../../generated/graphql';
import { dayOf } from '../../lib/dates';
import { errorText } from '../../lib/errors';
import { local } from '../../lib/i18n';
import { useLiveEvent } from '../../lib/live-events';
import { useNarrow } from '../../lib/narrow';
import { useMay } from '../../lib/session';
import { flag, oneOf, text, usePage, useUrlState } from '../../lib/url-state';
import { useNow } from './access-page';
import { Period, stateOf } from './period';

const PAGE = 30;
const fields = { search: text(), role: text(), ended: flag(), order: oneOf(['NEWEST', 'ENDING'] as const, 'NEWEST') };
/** which one is to be taken back is no state of the list */

/** All grants, or one's own: who, what, where, why, since, until. */
export function GrantsView() {
  const { t } = useTranslation('access');
  const narrow = useNarrow();
  const reads = useMay('access.read');
  const grants = useMay('access.grant');
  const [state, set] = useUrlState(fields);
  const { page } = usePage(PAGE);
  const now = useNow();
  const [taking, setTaking] = useState<GrantRowFragment | null>(null);
  const vocabulary = useQuery(AccessVocabularyDocument).data?.accessVocabulary;
  const { data, previousData, error, loading, refetch } = useQuery(AccessGrantsDocument, {
    variables: {
      ...page,
      order: state.order,
      filter: {
        search: state.search || null,
        roles: state.role ? [state.role as Role] : null,
        inForceAt: state.ended ? null : now,
      },
    },
    fetchPolicy: 'cache-and-network',
  });
  useLiveEvent('access', () => void refetch());
  const found = (data ?? previousData)?.accessGrants;
  const mayTake = (grant: GrantRowFragment) =>
    grants && stateOf(grant) !== 'ended' && !vocabulary?.roles.find(({ role }) => role === grant.role)?.administrative;
  const take = (grant: GrantRowFragment) =>
    mayTake(grant) ? (
      <Button
        size="small"
        onClick={() => setTaking(grant)}
        aria-label={t('revoke.of', { name: grant.account?.name ?? '', role: local(grant.roleName) })}
      >
        {t('revoke.verb')}
      </Button>
    ) : null;
  const where = (grant: GrantRowFragment) =>
    grant.organization ? (
      <ScopedLink to={`/organizations/${grant.organization.id}`}>{grant.organization.name}</ScopedLink>
    ) : (
      t('way.association')
    );
  const columns: TableColumnsType<GrantRowFragment> = [
    ...(reads
      ? [
          {
            key: 'who',
            title: t('column.who'),
            rowScope: 'row' as const,
            render: (_: unknown, grant: GrantRowFragment) => (
              <ScopedLink to={`/access?tab=check&person=${grant.account?.id}&at=${grant.organization?.id ?? ''}`}>
                {grant.account?.name}
              </ScopedLink>
            ),
          },
        ]
      : []),
    {
      key: 'role',
      title: t('column.role'),
      className: 'nowrap',
      render: (_, grant) =>
        grant.emergency ? t('emergency.role', { role: local(grant.roleName) }) : local(grant.roleName),
    },
    { key: 'where', title: t('column.where'), render: (_, grant) => where(grant) },
    { key: 'since', title: t('column.since'), className: 'nowrap', render: (_, grant) => dayOf(grant.since) },
    { key: 'until', title: t('column.until'), className: 'nowrap', render: (_, grant) => <Period grant={grant} /> },
    {
      key: 'why',
      title: t('column.why'),
      render: (_, grant) => (
        <>
          {grant.basis ?? t('way.noBasis')}
          <span className="quiet">
            {grant.revokedByName
              ? t('revokedBy', { name: grant.revokedByName, basis: grant.revocationBasis ?? '' })
              : (grant.grantedByName ?? t('grantedBySetUp'))}
          </span>
        </>
      ),
    },
    ...(grants ? [{ key: 'act', title: '', render: (_: unknown, grant: GrantRowFragment) => take(grant) }] : []),
  ];
  return (
    <>
      <div className="filter-row" role="search" aria-label={t('filters')}>
        {reads ? (
          <Input.Search
            key={state.search}
            className="access-search"
            type="search"
            defaultValue={state.search}
            placeholder={t('search')}
            aria-label={t('search')}
            onSearch={(search) => set({ search: search.trim() })}
          />
        ) : null}
        <Select
          className="access-role"
          allowClear
          aria-label={t('column.role')}
          placeholder={t('column.role')}
          value={state.role || undefined}
          options={vocabulary?.roles.map(({ role, name }) => ({ value: role, label: local(name) }))}
          onChange={(role?: string) => set({ role: role ?? '' })}
        />
        <Checkbox
          checked={state.order === 'ENDING'}
          onChange={(event) => set({ order: event.target.checked ? 'ENDING' : 'NEWEST' })}
        >
          {t('endingFirst')}
        </Checkbox>
        <Checkbox checked={state.ended} onChange={(event) => set({ ended: event.target.checked })}>
          {t('ended')}
        </Checkbox>
      </div>
      {error ? <ErrorView error={error} retry={() => void refetch()} /> : null}
      {found ? (
        <div className="panel">
          {found.nodes.length === 0 ? <Empty>{t(state.search || state.role ? 'emptyFiltered' : 'empty')}</Empty> : null}
          {found.nodes.length > 0 && narrow ? (
            <ul className="grant-lines">
              {found.nodes.map((grant) => (
                <li key={grant.id}>
                  <span className="grant-role">
                    {grant.account
                      ? t('way.who', { name: grant.account.name, role: local(grant.roleName) })
                      : local(grant.roleName)}
                  </span>
                  <span className="grant-period">
                    <Period grant={grant} />
                  </span>
                  <span className="grant-where">{where(grant)}</span>
                  <span className="grant-by">{grant.basis ?? t('way.noBasis')}</span>
                  <span className="grant-act">{take(grant)}</span>
                </li>
              ))}
            </ul>
          ) : null}
          {found.nodes.length > 0 && !narrow ? (
            <Table<GrantRowFragment>
              size="small"
              rowKey="id"
              columns={columns}
              dataSource={found.nodes}
              loading={loading && !data}
              pagination={false}
            />
          ) : null}
          {found.nodes.length > 0 ? (
            <Pager info={found.pageInfo} total={found.totalCount} shown={found.nodes.length} size={PAGE} />
          ) : null}
        </div>
      ) : null}
      {taking ? <Revoke grant={taking} close={() => setTaking(null)} /> : null}
    </>
  );
}

/** 收回: it counts at once, in every window the person has open. */
function Revoke({ grant, close }: { grant: GrantRowFragment; close(): void }) {
  const { t } = useTranslation('access');
  const { message } = App.useApp();
  const [form] = Form.useForm<{ basis: string }>();
  const [revoke, { loading, error }] = useMutation(RevokeGrantDocument, {
    refetchQueries: [AccessGrantsDocument, GranteeNameDocument],
  });
  const name = grant.account?.name ?? '';
  const save = async ({ basis }: { basis: string }) => {
    const answer = await revoke({ variables: { input: { id: grant.id, basis: basis.trim() } } }).catch(() => null);
    if (!answer) return;
    void message.success(t('revoke.done', { name, role: local(grant.roleName) }));
    close();
  };
  return (
    <Modal
      open
      title={t('revoke.title', { name, role: local(grant.roleName) })}
      okText={t('revoke.verb')}
      cancelText={t('cancel')}
      confirmLoading={loading}
      onCancel={close}
      onOk={() => form.submit()}
    >
      <p>{t('revoke.text')}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void save(values)}>
        <Form.Item
          name="basis"
          label={t('revoke.basis')}
          rules={[{ required: true, whitespace: true, min: 2, message: t('basisMissing') }]}
        >
          <Input.TextArea rows={2} maxLength={500} autoFocus />
        </Form.Item>
      </Form>
      {error ? (
        <p role="alert" className="access-refusal">
          {errorText(error)}
        </p>
      ) : null}
    </Modal>
  );
}
