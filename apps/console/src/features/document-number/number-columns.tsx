import { useTranslation } from 'react-i18next';
import type { LedgerColumn } from '../../components/ledger/ledger-table';
import { ScopedLink } from '../../components/scoped-link';
import { StateWord } from '../../components/state-glyph';
import type { DocumentNumberRowFragment } from '../../generated/graphql';
import { dayOf } from '../../lib/dates';
import { pageOf } from './words';

type Given = DocumentNumberRowFragment;

/** The columns of the register, the number first. */
export function useNumberColumns(): readonly LedgerColumn<Given>[] {
  const { t } = useTranslation('documentNumber');
  return [
    {
      key: 'text',
      title: t('column.text'),
      rowScope: 'row',
      className: 'nowrap',
      render: (_, given) => <span className="number-text">{given.text ?? t('number', given)}</span>,
    },
    { key: 'title', title: t('column.title'), render: (_, given) => <Title given={given} /> },
    { key: 'kind', title: t('column.kind'), className: 'nowrap', render: (_, { kind }) => t(`kind.${kind}`) },
    { key: 'organization', title: t('column.organization'), render: (_, { organization }) => organization?.name },
    {
      key: 'givenAt',
      title: t('column.givenAt'),
      className: 'nowrap',
      render: (_, { givenAt }) => dayOf(givenAt),
    },
    { key: 'givenBy', title: t('column.givenBy'), className: 'nowrap', dataIndex: 'givenBy' },
    {
      key: 'state',
      title: t('column.state'),
      className: 'nowrap',
      render: (_, given) => <NumberState given={given} />,
    },
  ];
}

/** What the document is called, leading to where it stands. */
export function Title({ given }: { given: Given }) {
  const page = pageOf(given.aboutId);
  return page ? <ScopedLink to={page}>{given.title}</ScopedLink> : <>{given.title}</>;
}

/** In use, or withdrawn with the number kept; and whether numbers are missing before it. */
export function NumberState({ given: { withdrawn, missing } }: { given: Given }) {
  const { t } = useTranslation('documentNumber');
  return (
    <>
      <StateWord state={withdrawn ? 'waived' : 'done'}>{t(withdrawn ? 'withdrawn' : 'inUse')}</StateWord>
      {missing > 0 ? <StateWord state="late">{t('missing', { count: missing })}</StateWord> : null}
    </>
  );
}
