import { useTranslation } from 'react-i18next';
import type { LedgerColumn } from '../../components/ledger/ledger-table';
import { ScopedLink } from '../../components/scoped-link';
import { StateGlyph, StateWord } from '../../components/state-glyph';
import type { DispatchRowFragment, DispatchState as States } from '../../generated/graphql';
import { SIGNS } from './words';

/** The columns of the ledger of dispatches, the title first. */
export function useDispatchColumns(): readonly LedgerColumn<DispatchRowFragment>[] {
  const { t } = useTranslation('dispatch');
  return [
    { key: 'title', title: t('column.title'), rowScope: 'row', render: (_, row) => <DispatchTitle dispatch={row} /> },
    { key: 'kind', title: t('column.kind'), className: 'nowrap', render: (_, { kind }) => t(`kind.${kind}`) },
    { key: 'number', title: t('column.number'), className: 'nowrap', dataIndex: 'number' },
    { key: 'organization', title: t('column.organization'), render: (_, { organization }) => organization?.name },
    { key: 'superior', title: t('column.superior'), dataIndex: 'superiorName' },
    { key: 'issuedOn', title: t('column.issuedOn'), className: 'nowrap', dataIndex: 'issuedOn' },
    {
      key: 'deadline',
      title: t('column.deadline'),
      className: 'nowrap',
      render: (_, dispatch) => <Deadline dispatch={dispatch} />,
    },
    {
      key: 'state',
      title: t('column.state'),
      className: 'nowrap',
      render: (_, { state }) => <DispatchState state={state} />,
    },
  ];
}

/** What it is called, leading to its page. */
export function DispatchTitle({ dispatch }: { dispatch: DispatchRowFragment }) {
  const { t } = useTranslation('dispatch');
  return (
    <>
      <ScopedLink className="dispatch-title" to={`/dispatches/${dispatch.id}`}>
        {dispatch.title}
      </ScopedLink>
      {dispatch.urgentReason ? (
        <span className="dispatch-urgent">
          <StateGlyph state="risk" />
          {t('urgent')}
        </span>
      ) : null}
    </>
  );
}

/** Until when the next step is due; red once that has passed. */
export function Deadline({ dispatch }: { dispatch: DispatchRowFragment }) {
  const { t } = useTranslation('dispatch');
  const { deadline, overdue } = dispatch;
  if (!deadline || !overdue) return <>{deadline}</>;
  return <StateWord state="late">{t('overdue', { on: deadline })}</StateWord>;
}

/** Where it stands: sign and word. */
export function DispatchState({ state, tint }: { state: States; tint?: boolean }) {
  const { t } = useTranslation('dispatch');
  return (
    <StateWord state={SIGNS[state]} tint={tint}>
      {t(`state.${state}`)}
    </StateWord>
  );
}
