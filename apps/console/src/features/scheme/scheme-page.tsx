import { useQuery } from '@apollo/client/react';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { paths } from '../../app/routes';
import { ErrorView, NotFound } from '../../components/error-view';
import { LedgerTabs } from '../../components/ledger/ledger-tabs';
import { PageHead } from '../../components/page-head';
import { AssessmentSchemePageDocument } from '../../generated/graphql';
import { local } from '../../lib/i18n';
import { useNarrow } from '../../lib/narrow';
import { useMay } from '../../lib/session';
import { PARTS, useSchemeAddress } from './address';
import { DRAFT } from './difference-panel';
import { EditorView } from './editor-view';
import { ReaderView } from './reader-view';
import { SchemeActs } from './scheme-acts';
import { SchemeState } from './scheme-columns';
import type { SchemeDetail } from './use-editor';
import './scheme.css';
import './scheme-form.css';

/** One scheme: its versions to read, its draft to write on. */
export function SchemePage() {
  const { schemeId = '' } = useParams();
  const { data, error, refetch } = useQuery(AssessmentSchemePageDocument, {
    variables: { id: schemeId },
    // the draft is written on top of what stands now
    fetchPolicy: 'network-only',
  });
  const scheme = data?.assessmentScheme;
  if (error && !scheme) return <ErrorView error={error} retry={() => void refetch()} />;
  if (!data) return <div className="page-body" aria-busy="true" />;
  if (!scheme) return <NotFound />;
  return <Scheme scheme={scheme} refetch={async () => (await refetch()).data?.assessmentScheme ?? null} />;
}

function Scheme({ scheme, refetch }: { scheme: SchemeDetail; refetch(): Promise<SchemeDetail | null> }) {
  const { t } = useTranslation('scheme');
  const address = useSchemeAddress();
  const maintains = useMay('scheme.maintain');
  const narrow = useNarrow();
  const { draft, versions } = scheme;
  const known = versions.find(({ id }) => id === address.version);
  const shown = known ?? (draft ? null : (versions[0] ?? null));
  const writes = draft !== null && draft !== undefined && !shown;
  const choices = [
    ...(draft ? [{ value: DRAFT, label: t('draftNo', { no: draft.no }) }] : []),
    ...versions.map(({ id, no }) => ({ value: id, label: t('versionNo', { no }) })),
  ];
  const notes = [
    t(`subject.${scheme.subject}`),
    // on a phone it stands with the rules
    narrow ? '' : local(scheme.basis),
    shown && shown.cycleCount > 0 ? t('usedBy', { count: shown.cycleCount }) : '',
  ];
  const parts = {
    ...{ scheme, address, choices },
    done: () => void refetch(),
  };
  return (
    <>
      <PageHead
        title={local(scheme.name)}
        crumbs={[{ name: t('title'), to: paths.schemes }]}
        state={<SchemeState scheme={{ ...scheme, latest: versions[0] ?? null }} tint />}
        note={notes.filter(Boolean).join(' · ')}
        actions={maintains ? <SchemeActs scheme={scheme} shown={shown} done={parts.done} /> : null}
      />
      <div className="page-body scheme-page">
        <div className="scheme-bar">
          <Select
            aria-label={t('chooseVersion')}
            value={shown?.id ?? DRAFT}
            options={choices}
            onChange={(value) => address.set({ version: value === DRAFT ? '' : value, node: '' })}
          />
          <LedgerTabs
            label={t('parts')}
            tabs={PARTS}
            shown={address.part}
            word={(part) => t(`part.${part}`)}
            choose={(part) => address.set({ part })}
          />
        </div>
        {writes ? (
          <EditorView key={draft.id} {...parts} draft={draft} refetch={async () => (await refetch())?.draft ?? null} />
        ) : null}
        {shown ? <ReaderView key={shown.id} {...parts} version={shown} /> : null}
      </div>
    </>
  );
}
