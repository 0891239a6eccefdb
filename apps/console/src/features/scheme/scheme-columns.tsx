import { useTranslation } from 'react-i18next';
import type { LedgerColumn } from '../../components/ledger/ledger-table';
import { ScopedLink } from '../../components/scoped-link';
import { StateWord } from '../../components/state-glyph';
import type { SchemeRowFragment } from '../../generated/graphql';
import { local } from '../../lib/i18n';
import { SIGNS, stateOf } from './scheme-words';

/** The columns of the ledger of schemes, the name first. */
export function useSchemeColumns(): readonly LedgerColumn<SchemeRowFragment>[] {
  const { t } = useTranslation('scheme');
  return [
    { key: 'name', title: t('column.name'), rowScope: 'row', render: (_, row) => <SchemeName scheme={row} /> },
    {
      key: 'subject',
      title: t('column.subject'),
      className: 'nowrap',
      render: (_, row) => t(`subject.${row.subject}`),
    },
    { key: 'version', title: t('column.version'), className: 'nowrap', render: (_, row) => <Versions scheme={row} /> },
    { key: 'kinds', title: t('column.kinds'), render: (_, row) => <Kinds scheme={row} /> },
    { key: 'cycles', title: t('column.cycles'), align: 'right', render: (_, row) => row.cycleCount },
    { key: 'state', title: t('column.state'), className: 'nowrap', render: (_, row) => <SchemeState scheme={row} /> },
    { key: 'basis', title: t('column.basis'), render: (_, row) => local(row.basis) },
  ];
}

export function SchemeName({ scheme }: { scheme: SchemeRowFragment }) {
  const { t } = useTranslation('scheme');
  return (
    <>
      <ScopedLink className="scheme-title" to={`/schemes/${scheme.id}`}>
        {local(scheme.name)}
      </ScopedLink>
      {scheme.shipped ? <span className="cell-note">{t('shipped')}</span> : null}
    </>
  );
}

/** The version in use, and the one that is being written. */
export function Versions({ scheme: { latest, draft } }: { scheme: SchemeRowFragment }) {
  const { t } = useTranslation('scheme');
  const parts = [latest ? t('versionNo', { no: latest.no }) : null, draft ? t('draftNo', { no: draft.no }) : null];
  return <>{parts.filter(Boolean).join(t('comma'))}</>;
}

/** How many indicators there are of each kind. */
export function Kinds({ scheme: { latest, draft } }: { scheme: SchemeRowFragment }) {
  const { t } = useTranslation('scheme');
  const kinds = (latest ?? draft)?.kinds ?? [];
  return <>{kinds.map(({ kind, count }) => t('kindCount', { kind: t(`kind.${kind}`), count })).join(t('comma'))}</>;
}

/** Where it stands: sign and word. */
export function SchemeState(props: { scheme: Parameters<typeof stateOf>[0]; tint?: boolean }) {
  const { t } = useTranslation('scheme');
  const state = stateOf(props.scheme);
  return (
    <StateWord state={SIGNS[state]} tint={props.tint}>
      {t(`state.${state}`, { count: props.scheme.draft?.faults.length ?? 0 })}
    </StateWord>
  );
}
