import { useTranslation } from 'react-i18next';
import type { LedgerColumn } from '../../components/ledger/ledger-table';
import { ScopedLink } from '../../components/scoped-link';
import type { ActivityRowFragment } from '../../generated/graphql';
import { local } from '../../lib/i18n';
import { ActivityState } from './activity-state';
import { span } from './times';

/** The columns of the ledger of activities, the title first. */
export function useActivityColumns(): readonly LedgerColumn<ActivityRowFragment>[] {
  const { t } = useTranslation('activity');
  return [
    { key: 'title', title: t('column.title'), rowScope: 'row', render: (_, activity) => <Title activity={activity} /> },
    { key: 'organization', title: t('column.organization'), render: (_, { organization }) => organization?.name },
    {
      key: 'type',
      title: t('column.type'),
      className: 'nowrap',
      render: (_, { type }) => (type ? local(type.name) : null),
    },
    { key: 'time', title: t('column.time'), className: 'nowrap', render: (_, activity) => span(activity) },
    { key: 'place', title: t('column.place'), render: (_, { venue, place }) => venue?.name ?? place },
    {
      key: 'line',
      title: t('column.line'),
      className: 'nowrap',
      render: (_, { line }) => (line ? local(line.name) : null),
    },
    {
      key: 'present',
      title: t('column.present'),
      align: 'right',
      className: 'nowrap',
      render: (_, { presentCount, entitledCount }) =>
        presentCount === null ? null : t('presentOf', { present: presentCount, entitled: entitledCount }),
    },
    {
      key: 'state',
      title: t('column.state'),
      className: 'nowrap',
      render: (_, { state }) => <ActivityState state={state} />,
    },
  ];
}

/** What it is called, leading to its page. */
export function Title({ activity }: { activity: ActivityRowFragment }) {
  return (
    <ScopedLink className="activity-title" to={`/activities/${activity.id}`}>
      {activity.title}
    </ScopedLink>
  );
}
