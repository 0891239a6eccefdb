import { useQuery } from '@apollo/client/react';
import { App, Button, Input, Select, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty';
import { ErrorView } from '../../components/error-view';
import { PageHead } from '../../components/page-head';
import { Pager } from '../../components/pager';
import { AccountsDocument, type AccountRowFragment } from '../../generated/graphql';
import { near } from '../../lib/dates';
import { useNarrow } from '../../lib/narrow';
import { oneOf, someOf, text, usePage, useUrlState } from '../../lib/url-state';
import { AccountDrawer } from './account-drawer';
import { AccountState } from './account-state';
import '../../components/panel.css';
import './accounts.css';

const PAGE = 30;
const STATES = ['INVITED', 'ACTIVE', 'DISABLED'] as const;
const ORDERS = ['USERNAME', 'NAME', 'NEWEST'] as const;
const fields = { search: text(), states: someOf(STATES), order: oneOf(ORDERS, 'USERNAME') };
/** The account in the drawer, or `new`; apart, so that opening one keeps the page. */
const opened = { account: text() };

/** Accounts for system administrators: who can sign in, and since when. What they may do is not here. */
export function AccountsPage() {
  const { t } = useTranslation('accounts');
  const { message } = App.useApp();
  const narrow = useNarrow();
  const [state, set] = useUrlState(fields);
  const [{ account: open }, setOpen] = useUrlState(opened, { keepPage: true });
  const [searching, setSearching] = useState(state.search);
  const { page } = usePage(PAGE);
  const { data, previousData, error, loading, refetch } = useQuery(AccountsDocument, {
    variables: {
      ...page,
      filter: { search: state.search || null, states: state.states.length > 0 ? state.states : null },
      orderBy: state.order,
    },
  });
  const found = (data ?? previousData)?.accounts;
  const chosen = found?.nodes.find(({ id }) => id === open) ?? null;
  const name = (account: AccountRowFragment) => (
    <button type="button" className="managed-open" onClick={() => setOpen({ account: account.id })}>
      {account.name}
      <span>{account.username}</span>
    </button>
  );
  const columns: TableColumnsType<AccountRowFragment> = [
    { key: 'name', title: t('column.name'), rowScope: 'row', render: (_, account) => name(account) },
    { key: 'mail', title: t('column.mail'), render: (_, account) => account.mail },
    {
      key: 'state',
      title: t('column.state'),
      className: 'nowrap',
      render: (_, account) => <AccountState account={account} />,
    },
    {
      key: 'factor',
      title: t('column.factor'),
      className: 'nowrap',
      render: (_, account) => t(account.secondFactorAt ? 'factor.yes' : 'factor.no'),
    },
    {
      key: 'seen',
      title: t('column.seen'),
      className: 'nowrap',
      render: (_, account) => (account.lastSignInAt ? near(account.lastSignInAt) : t('never')),
    },
  ];
  return (
    <>
      <PageHead
        title={t('title')}
        note={found ? t('count', { count: found.totalCount }) : undefined}
        actions={
          <Button type="primary" onClick={() => setOpen({ account: 'new' })}>
            {t('create.verb')}
          </Button>
        }
      />
      <div className="page-body">
        <div className="filter-row" role="search" aria-label={t('filters')}>
          <Input.Search
            className="managed-search"
            type="search"
            value={searching}
            placeholder={t('search')}
            aria-label={t('search')}
            onChange={(event) => setSearching(event.target.value)}
            onSearch={(search) => set({ search: search.trim() })}
          />
          <Select
            mode="multiple"
            className="managed-select"
            aria-label={t('column.state')}
            placeholder={t('column.state')}
            value={state.states}
            options={STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
            onChange={(states) => set({ states })}
          />
          <Select
            aria-label={t('order.label')}
            value={state.order}
            options={ORDERS.map((value) => ({ value, label: t(`order.${value}`) }))}
            onChange={(order) => set({ order })}
          />
        </div>
        {error ? <ErrorView error={error} retry={() => void refetch()} /> : null}
        {found && found.nodes.length === 0 ? (
          <div className="panel">
            <Empty>{t(state.search || state.states.length ? 'emptyFiltered' : 'empty')}</Empty>
          </div>
        ) : null}
        {found && found.nodes.length > 0 ? (
          <div className="panel">
            {narrow ? (
              <ul className="managed-lines">
                {found.nodes.map((account) => (
                  <li key={account.id}>
                    {name(account)}
                    <AccountState account={account} />
                  </li>
                ))}
              </ul>
            ) : (
              <Table<AccountRowFragment>
                size="small"
                rowKey="id"
                columns={columns}
                dataSource={found.nodes}
                loading={loading}
                pagination={false}
                rowClassName={(account) => (account.id === open ? 'row-chosen' : '')}
              />
            )}
            <Pager info={found.pageInfo} total={found.totalCount} shown={found.nodes.length} size={PAGE} />
          </div>
        ) : null}
      </div>
      {open === 'new' || chosen ? (
        <AccountDrawer
          key={open}
          account={chosen}
          close={() => setOpen({ account: '' })}
          done={(words) => {
            void message.success(words);
            void refetch();
          }}
        />
      ) : null}
    </>
  );
}
