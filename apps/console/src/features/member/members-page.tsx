import { useQuery } from '@apollo/client/react';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ExportJob } from '../../components/export-job';
import { OrganizationFilter } from '../../components/ledger/organization-filter';
import { ChoiceFilter, FilterRow, FlagFilter, SearchFilter } from '../../components/ledger/ledger-filters';
import { LedgerTable } from '../../components/ledger/ledger-table';
import { LedgerViews } from '../../components/ledger/ledger-views';
import { given, ledgerAddress, useLedger } from '../../components/ledger/use-ledger';
import { PageHead } from '../../components/page-head';
import {
  MemberFiguresDocument,
  MembersDocument,
  type MemberFilter,
  type MemberRowFragment,
} from '../../generated/graphql';
import { useAsOf } from '../../lib/as-of';
import { useScope } from '../../lib/scope';
import { useMay } from '../../lib/session';
import { flag, someOf, text, useUrlState } from '../../lib/url-state';
import { MemberBatch } from './member-batch';
import { useMemberColumns } from './member-columns';
import { MemberDrawer } from './member-drawer';
import { MemberPosts } from './member-posts';
import { useExportMembers } from './use-export-members';
import { AFFILIATION_KINDS, COLUMNS, POSTS, STATUSES } from './words';
import './members.css';

const address = ledgerAddress({
  filters: {
    search: text(),
    statuses: someOf(STATUSES),
    posts: someOf(POSTS),
    kinds: someOf(AFFILIATION_KINDS),
    organization: text(),
    left: flag(),
  },
  orders: ['NAME', 'JOINED'],
  columns: COLUMNS,
  shown: ['status', 'organization', 'post', 'joinedOn', 'idNumber', 'phone'],
});
/** The member in the drawer, or `new`; apart, so that opening one keeps the page. */
const opened = { member: text() };

/** Six digits in a row are part of somebody's number. */
const isNumber = (words: string): boolean => /\d{6}/.test(words.normalize('NFKC').replace(/[\s-]/g, ''));

/** The ledger of members. What is searched for stands in the address, except numbers of people. */
export function MembersPage() {
  const { t } = useTranslation(['member', 'console']);
  const { message } = App.useApp();
  const { within } = useScope();
  const { asOf } = useAsOf();
  const ledger = useLedger(address);
  const [{ member: open }, setOpen] = useUrlState(opened, { keepPage: true });
  // addresses are kept in histories and logs: a number is searched for without standing in one
  const [number, setNumber] = useState('');
  // the past is looked at, not changed
  const maintains = useMay('member.maintain') && !asOf;
  const exports = useMay('member.export');
  const { state } = ledger;
  const filter: MemberFilter = {
    search: number || state.search || null,
    statuses: given(state.statuses),
    posts: given(state.posts),
    kinds: given(state.kinds),
    organizationId: state.organization || null,
    includeLeft: state.left,
  };
  const list = { filter, order: ledger.order.value, within };
  const shown = { ...list, columns: ledger.columns.value };
  const exporting = useExportMembers({ ...shown, asOf });
  const { data, previousData, error, loading, refetch } = useQuery(MembersDocument, {
    variables: { ...ledger.page, ...list, asOf },
  });
  const figured = useQuery(MemberFiguresDocument, { variables: { within, asOf } });
  const figures = (figured.data ?? figured.previousData)?.memberFigures;
  const look = (words: string) => {
    const secret = isNumber(words);
    setNumber(secret ? words : '');
    // a number does not stand among the conditions in the address, under which rows were chosen
    ledger.selection.clear();
    ledger.set({ search: secret ? '' : words });
  };
  const name = (member: MemberRowFragment) => (
    <button type="button" className="ledger-open" onClick={() => setOpen({ member: member.id })}>
      {member.name}
    </button>
  );
  const columns = useMemberColumns(name);
  const reread = () => {
    void refetch();
    void figured.refetch();
  };
  return (
    <>
      <PageHead
        title={t('title')}
        note={figures ? t('note', figures) : undefined}
        actions={
          <>
            {exports ? <ExportJob {...exporting} /> : null}
            {maintains ? (
              <Button type="primary" onClick={() => setOpen({ member: 'new' })}>
                {t('register.verb')}
              </Button>
            ) : null}
          </>
        }
      />
      <div className="page-body">
        <LedgerViews
          ledger={ledger}
          kind="MEMBERS"
          shipped={[
            { key: 'members', name: t('view.members'), state: 'statuses=FULL.PROBATIONARY' },
            { key: 'coming', name: t('view.coming'), state: 'statuses=CANDIDATE.ACTIVIST.APPLICANT' },
            { key: 'posts', name: t('view.posts'), state: `posts=${POSTS.join('.')}` },
          ]}
        />
        <FilterRow
          ledger={ledger}
          label={t('filters')}
          search={<SearchFilter label={t('search')} value={number || state.search} onChange={look} />}
          order={(value) => t(`order.${value}`)}
          columns={columns}
        >
          <ChoiceFilter
            label={t('field.status')}
            words={STATUSES}
            word={(status) => t(`status.${status}`)}
            {...ledger.bind('statuses')}
          />
          <ChoiceFilter
            label={t('field.post')}
            words={POSTS}
            word={(post) => t(`post.${post}`)}
            {...ledger.bind('posts')}
          />
          <ChoiceFilter
            label={t('affiliation.label')}
            words={AFFILIATION_KINDS}
            word={(kind) => t(`affiliation.${kind}`)}
            {...ledger.bind('kinds')}
          />
          <FlagFilter label={t('withLeft')} {...ledger.bind('left')} />
          <OrganizationFilter {...ledger.bind('organization')} />
        </FilterRow>
        <LedgerTable
          ledger={ledger}
          columns={columns}
          found={(data ?? previousData)?.members}
          loading={loading}
          error={error}
          retry={refetch}
          named={(member) => member.name}
          line={(member) => (
            <>
              {name(member)}
              <span className="member-line">
                {member.organization?.name}
                <span className="nowrap">
                  <MemberPosts appointments={member.appointments} home={member.organization?.id} on={asOf} />{' '}
                  {t(member.leftOn ? 'left' : `status.${member.status}`)}
                </span>
              </span>
            </>
          )}
          empty={t('empty')}
          emptyFiltered={t('emptyFiltered')}
          chosen={open}
          batch={
            maintains || (exports && !asOf) ? (
              <MemberBatch
                selection={ledger.selection}
                {...shown}
                done={() => {
                  ledger.selection.clear();
                  reread();
                }}
              />
            ) : null
          }
        />
      </div>
      {open ? (
        <MemberDrawer
          key={open}
          id={open}
          organizationId={state.organization || within}
          close={() => setOpen({ member: '' })}
          done={(words) => {
            void message.success(words);
            reread();
          }}
        />
      ) : null}
    </>
  );
}
