import { useTranslation } from 'react-i18next';
import type { LedgerColumn } from '../../components/ledger/ledger-table';
import { ScopedLink } from '../../components/scoped-link';
import type { MatterRowFragment } from '../../generated/graphql';
import { dayOf } from '../../lib/dates';
import { OverdueMilestones } from './execution-panel';
import { MatterState } from './matter-state';
import { useAmount } from './use-amount';

/** The columns of the ledger beside the title. */
export const COLUMNS = [
  'organization',
  'category',
  'amount',
  'number',
  'submitted',
  'state',
  'opinion',
  'outcome',
  'reason',
] as const;
export type MatterColumnKey = (typeof COLUMNS)[number];

/** The columns of the ledger of matters, the title first. */
export function useMatterColumns(): readonly LedgerColumn<MatterRowFragment>[] {
  const { t } = useTranslation('decision');
  const amount = useAmount();
  return [
    { key: 'title', title: t('field.title'), rowScope: 'row', render: (_, matter) => <MatterTitle matter={matter} /> },
    { key: 'organization', title: t('field.organization'), render: (_, { organization }) => organization?.name },
    {
      key: 'category',
      title: t('field.category'),
      className: 'nowrap',
      render: (_, { category }) => t(`category.${category}`),
    },
    {
      key: 'amount',
      title: t('field.amount'),
      align: 'right',
      className: 'nowrap',
      render: (_, { amountFen }) => (amountFen === null ? null : amount(amountFen)),
    },
    { key: 'number', title: t('field.number'), className: 'nowrap', dataIndex: 'number' },
    {
      key: 'submitted',
      title: t('field.submittedAt'),
      className: 'nowrap',
      render: (_, { submittedAt }) => (submittedAt ? dayOf(submittedAt) : null),
    },
    {
      key: 'state',
      title: t('field.state'),
      className: 'nowrap',
      render: (_, { state }) => <MatterState state={state} />,
    },
    {
      key: 'opinion',
      title: t('field.opinion'),
      className: 'nowrap',
      render: (_, { opinion }) => (opinion ? t(`opinion.${opinion}`) : null),
    },
    {
      key: 'outcome',
      title: t('field.outcome'),
      className: 'nowrap',
      render: (_, { councilItem: item }) =>
        item?.outcome ? t('adoption.decided', { outcome: t(`outcome.${item.outcome}`), day: item.decidedOn }) : null,
    },
    {
      key: 'reason',
      title: t('adoption.reason'),
      render: (_, { councilItem: item }) => (item?.outcome && item.outcome !== 'ADOPTED' ? item.reason : null),
    },
  ];
}

/** What it is called, leading to its page; an urgent one says so. */
export function MatterTitle({ matter }: { matter: MatterRowFragment }) {
  const { t } = useTranslation('decision');
  return (
    <>
      <ScopedLink className="matter-title" to={`/matters/${matter.id}`}>
        {matter.title}
      </ScopedLink>
      {matter.urgent ? (
        <span className="matter-urgent" data-reviewed={matter.reviewDueOn === null || undefined}>
          {t(matter.reviewLate ? 'urgentLate' : 'urgent')}
        </span>
      ) : null}
      <OverdueMilestones count={matter.overdueMilestones} />
    </>
  );
}
