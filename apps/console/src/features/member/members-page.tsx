import { useQuery } from '@apollo/client/react';
import { Button, Input, Select, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty';
import { ErrorView } from '../../components/error-view';
import { PageHead } from '../../components/page-head';
import { Pager } from '../../components/pager';
import { ScopedLink } from '../../components/scoped-link';
import { MembersDocument, type MemberRowFragment } from '../../generated/graphql';
import { useNarrow } from '../../lib/narrow';
import { useScope } from '../../lib/scope';
import { useMay } from '../../lib/session';
import { oneOf, someOf, text, usePage, useUrlState } from '../../lib/url-state';
import { MemberDrawer } from './member-drawer';
import { RegisterForm } from './register-form';
import '../../components/panel.css';
import './members.css';

const STATUSES = ['FULL', 'PROBATIONARY', 'CANDIDATE', 'ACTIVIST', 'APPLICANT'] as const;
const POSTS = [
  'SECRETARY',
  'DEPUTY_SECRETARY',
  'ORGANIZATION_MEMBER',
  'PUBLICITY_MEMBER',
  'DISCIPLINE_MEMBER',
  'COMMITTEE_MEMBER',
  'GROUP_LEADER',
] as const;
const PAGE = 30;
const fields = {
  statuses: someOf(STATUSES),
  posts: someOf(POSTS),
  organization: text(),
  search: text(),
  order: oneOf(['NAME', 'JOINED'] as const, 'NAME'),
};
const opened = { member: text() };

/** The ledger of members. What is searched for stands in the address, except whole numbers of people. */
export function MembersPage() {
  const { t } = useTranslation('member');
  const narrow = useNarrow();
  const { within } = useScope();
  const mayRegister = useMay('member.maintain');
  const [state, set] = useUrlState(fields);
  const [{ member: open }, setOpen] = useUrlState(opened, { keepPage: true });
  // addresses are kept in histories and logs: a number is searched for without standing there
  const [number, setNumber] = useState('');
  const [registering, setRegistering] = useState(false);
  const { page } = usePage(PAGE);
  const search = number || state.search;
  const { data, previousData, error, loading, refetch } = useQuery(MembersDocument, {
    variables: {
      ...page,
      within: within ?? null,
      order: state.order,
      filter: {
        search: search || null,
        statuses: state.statuses.length ? state.statuses : null,
        posts: state.posts.length ? state.posts : null,
        organizationId: state.organization || null,
      },
    },
  });
  const found = (data ?? previousData)?.members;
  const figures = (data ?? previousData)?.memberFigures;
  const look = (value: string) => {
    const words = value.trim();
    const secret = /\d{6}/.test(words.normalize('NFKC').replace(/[\s-]/g, ''));
    setNumber(secret ? words : '');
    set({ search: secret ? '' : words });
  };
  const columns: TableColumnsType<MemberRowFragment> = [
    {
      key: 'name',
      title: t('field.name'),
      rowScope: 'row',
      render: (_, member) => (
        <button type="button" className="member-open" onClick={() => setOpen({ member: member.id })}>
          {member.name}
        </button>
      ),
    },
    { key: 'status', title: t('field.status'), className: 'nowrap', render: (_, m) => t(`status.${m.status}`) },
    {
      key: 'organization',
      title: t('field.organization'),
      render: (_, { organization }) =>
        organization ? <ScopedLink to={`/organizations/${organization.id}`}>{organization.name}</ScopedLink> : null,
    },
    { key: 'post', title: t('field.post'), render: (_, member) => <Posts member={member} /> },
    { key: 'joinedOn', title: t('field.joinedOn'), className: 'nowrap', dataIndex: 'joinedOn' },
    { key: 'idNumber', title: t('field.idNumber'), className: 'nowrap member-number', dataIndex: 'idNumber' },
    { key: 'phone', title: t('field.phone'), className: 'nowrap member-number', dataIndex: 'phone' },
  ];
  const filtered = Boolean(search || state.statuses.length || state.posts.length || state.organization);
  return (
    <>
      <PageHead
        title={t('title')}
        note={figures ? t('note', { total: figures.total, members: figures.members }) : undefined}
        actions={
          mayRegister ? (
            <Button type="primary" onClick={() => setRegistering(true)}>
              {t('register.verb')}
            </Button>
          ) : null
        }
      />
      <div className="page-body">
        <div className="filter-row" role="search" aria-label={t('filters')}>
          <Input.Search
            key={state.search}
            className="member-search"
            type="search"
            defaultValue={state.search}
            placeholder={t('search')}
            aria-label={t('search')}
            onSearch={look}
          />
          <Select
            mode="multiple"
            className="member-select"
            aria-label={t('field.status')}
            placeholder={t('field.status')}
            value={state.statuses}
            options={STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
            onChange={(statuses) => set({ statuses })}
          />
          <Select
            mode="multiple"
            className="member-select"
            aria-label={t('field.post')}
            placeholder={t('field.post')}
            value={state.posts}
            options={POSTS.map((value) => ({ value, label: t(`post.${value}`) }))}
            onChange={(posts) => set({ posts })}
          />
          <Select
            aria-label={t('order.label')}
            value={state.order}
            options={(['NAME', 'JOINED'] as const).map((value) => ({ value, label: t(`order.${value}`) }))}
            onChange={(order) => set({ order })}
          />
          {state.organization ? <Button onClick={() => set({ organization: '' })}>{t('everywhere')}</Button> : null}
        </div>
        {error ? <ErrorView error={error} retry={() => void refetch()} /> : null}
        {found && found.nodes.length === 0 ? (
          <div className="panel">
            <Empty>{t(filtered ? 'emptyFiltered' : 'empty')}</Empty>
          </div>
        ) : null}
        {found && found.nodes.length > 0 ? (
          <div className="panel">
            {narrow ? (
              <ul className="member-lines">
                {found.nodes.map((member) => (
                  <li key={member.id}>
                    <button type="button" className="member-open" onClick={() => setOpen({ member: member.id })}>
                      {member.name}
                      <span>{member.organization?.name}</span>
                    </button>
                    <span className="quiet">{t(`status.${member.status}`)}</span>
                  </li>
                ))}
              </ul>
            ) : (
              <Table<MemberRowFragment>
                size="small"
                rowKey="id"
                columns={columns}
                dataSource={found.nodes}
                loading={loading}
                pagination={false}
              />
            )}
            <Pager info={found.pageInfo} total={found.totalCount} shown={found.nodes.length} size={PAGE} />
          </div>
        ) : null}
      </div>
      {open ? <MemberDrawer key={open} id={open} close={() => setOpen({ member: '' })} /> : null}
      {registering ? (
        <RegisterForm
          organizationId={state.organization || within || null}
          close={() => setRegistering(false)}
          done={(id) => {
            setRegistering(false);
            setOpen({ member: id });
            void refetch();
          }}
        />
      ) : null}
    </>
  );
}

function Posts({ member }: { member: MemberRowFragment }) {
  const { t } = useTranslation('member');
  return member.appointments
    .filter(({ until }) => !until)
    .map(({ post, organization }) =>
      organization && organization.id !== member.organization?.id
        ? t('postAt', { post: t(`post.${post}`), name: organization.name })
        : t(`post.${post}`),
    )
    .join(' · ');
}
