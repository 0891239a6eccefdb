import { useQuery } from '@apollo/client/react';
import { Select, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty';
import { ErrorView } from '../../components/error-view';
import { PageHead } from '../../components/page-head';
import { Pager } from '../../components/pager';
import { ScopedLink } from '../../components/scoped-link';
import { StateWord } from '../../components/state-glyph';
import { LeadershipTeamsDocument, type TeamRowFragment } from '../../generated/graphql';
import { useScope } from '../../lib/scope';
import { someOf, usePage, useUrlState } from '../../lib/url-state';
import '../../components/panel.css';

const STATES = ['OVERDUE', 'ENDING', 'CURRENT', 'FORMER'] as const;
const IN_OFFICE = ['OVERDUE', 'ENDING', 'CURRENT'] as const;
const PAGE = 30;
const fields = { states: someOf(STATES, IN_OFFICE) };
const tint = { OVERDUE: 'late', ENDING: 'risk', CURRENT: 'done', FORMER: 'waived' } as const;

/** Leadership teams, the end of term nearest first: who is in office, which seats are free, where to elect. */
export function TeamsPage() {
  const { t } = useTranslation(['team', 'member']);
  const { within } = useScope();
  const [{ states }, set] = useUrlState(fields);
  const { page } = usePage(PAGE);
  const { data, previousData, error, loading, refetch } = useQuery(LeadershipTeamsDocument, {
    variables: { ...page, within: within ?? null, filter: { states } },
  });
  const found = (data ?? previousData)?.leadershipTeams;
  const columns: TableColumnsType<TeamRowFragment> = [
    {
      key: 'organization',
      title: t('organization'),
      rowScope: 'row',
      render: (_, { organization }) =>
        organization ? <ScopedLink to={`/organizations/${organization.id}`}>{organization.name}</ScopedLink> : null,
    },
    { key: 'term', title: t('term'), className: 'nowrap', render: (_, team) => t('termNo', { no: team.termNo }) },
    {
      key: 'state',
      title: t('state'),
      className: 'nowrap',
      render: (_, team) => <StateWord state={tint[team.state]}>{t(`states.${team.state}`)}</StateWord>,
    },
    { key: 'endsOn', title: t('endsOn'), className: 'nowrap', dataIndex: 'endsOn' },
    { key: 'secretary', title: t('member:post.SECRETARY'), render: (_, team) => secretaryOf(team) ?? t('none') },
    { key: 'seats', title: t('seats'), align: 'right', dataIndex: 'seats' },
    { key: 'vacancies', title: t('vacancies'), align: 'right', dataIndex: 'vacancies' },
  ];
  return (
    <>
      <PageHead title={t('title')} note={found ? t('count', { count: found.totalCount }) : undefined} />
      <div className="page-body">
        <div className="filter-row" role="search" aria-label={t('state')}>
          <Select
            mode="multiple"
            aria-label={t('state')}
            style={{ minWidth: 240 }}
            value={states}
            options={STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
            onChange={(next) => set({ states: next })}
          />
        </div>
        {error ? <ErrorView error={error} retry={() => void refetch()} /> : null}
        {found ? (
          <div className="panel">
            {found.nodes.length === 0 ? (
              <Empty>{t('empty')}</Empty>
            ) : (
              <Table<TeamRowFragment>
                size="small"
                rowKey="id"
                columns={columns}
                dataSource={found.nodes}
                loading={loading}
                pagination={false}
                scroll={{ x: 'max-content' }}
              />
            )}
            <Pager info={found.pageInfo} total={found.totalCount} shown={found.nodes.length} size={PAGE} />
          </div>
        ) : null}
      </div>
    </>
  );
}

const secretaryOf = ({ appointments }: TeamRowFragment): string | undefined =>
  appointments.find(({ post }) => post === 'SECRETARY')?.member?.name;
