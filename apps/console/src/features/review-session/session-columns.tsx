import { useTranslation } from 'react-i18next';
import type { LedgerColumn } from '../../components/ledger/ledger-table';
import { ScopedLink } from '../../components/scoped-link';
import { StateWord } from '../../components/state-glyph';
import type { ReviewSessionRowFragment, SessionState as States } from '../../generated/graphql';
import { span } from '../activity/times';
import { SIGNS } from './words';

/** The columns of the ledger of sessions, the title first. */
export function useSessionColumns(): readonly LedgerColumn<ReviewSessionRowFragment>[] {
  const { t } = useTranslation('reviewSession');
  return [
    { key: 'title', title: t('column.title'), rowScope: 'row', render: (_, row) => <SessionTitle session={row} /> },
    { key: 'when', title: t('column.when'), className: 'nowrap', render: (_, row) => span(row) },
    { key: 'place', title: t('column.place'), dataIndex: 'place' },
    {
      key: 'body',
      title: t('column.body'),
      className: 'nowrap',
      render: (_, row) => t(`body.${row.reviewingBody}`),
    },
    { key: 'items', title: t('column.items'), align: 'right', className: 'nowrap', dataIndex: 'itemCount' },
    {
      key: 'state',
      title: t('column.state'),
      className: 'nowrap',
      render: (_, { state }) => <SessionState state={state} />,
    },
  ];
}

/** What it is called, leading to its page. */
export const SessionTitle = ({ session }: { session: { id: string; title: string } }) => (
  <ScopedLink className="review-session-title" to={`/sessions/${session.id}`}>
    {session.title}
  </ScopedLink>
);

/** Where a session stands: sign and word. */
export function SessionState({ state, tint }: { state: States; tint?: boolean }) {
  const { t } = useTranslation('reviewSession');
  return (
    <StateWord state={SIGNS[state]} tint={tint}>
      {t(`state.${state}`)}
    </StateWord>
  );
}
