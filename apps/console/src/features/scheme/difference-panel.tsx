import { useQuery } from '@apollo/client/react';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty';
import { ErrorView } from '../../components/error-view';
import { Panel } from '../../components/panel';
import { SchemeDifferenceDocument, type SchemeDifferenceQuery } from '../../generated/graphql';
import { local, type LocalText } from '../../lib/i18n';
import type { SchemeTree } from './scheme-tree';
import { useTagName } from './tag-names';

export const DRAFT = 'draft';

interface Choice {
  value: string;
  label: string;
}

/** What differs between two versions, in words; the later one may be what is being written. */
export function DifferencePanel(props: {
  versions: readonly Choice[];
  /** Id of a version each; `draft` for what is being written. */
  from: string;
  to: string;
  /** What is being written, as it stands now. */
  draft: SchemeTree | null;
  choose(ends: { from?: string; to?: string }): void;
}) {
  const { t } = useTranslation('scheme');
  const { versions, from, to, draft, choose } = props;
  const published = versions.filter(({ value }) => value !== DRAFT);
  const asked = to === DRAFT ? { from, tree: draft } : { from, to };
  const possible = published.some(({ value }) => value === from) && versions.length > 1;
  const { data, previousData, error, refetch } = useQuery(SchemeDifferenceDocument, {
    variables: asked,
    skip: !possible,
    fetchPolicy: 'no-cache',
  });
  const changes = (data ?? previousData)?.schemeDifference;
  if (!possible)
    return (
      <Panel title={t('difference.title')}>
        <Empty>{t('difference.one')}</Empty>
      </Panel>
    );
  return (
    <Panel
      title={t('difference.title')}
      note={changes ? t('difference.count', { count: changes.length }) : undefined}
      flush
    >
      <div className="scheme-ends">
        <Select
          aria-label={t('difference.from')}
          value={from}
          options={[...published]}
          onChange={(value) => choose({ from: value })}
        />
        <span aria-hidden>→</span>
        <Select
          aria-label={t('difference.to')}
          value={to}
          options={[...versions]}
          onChange={(value) => choose({ to: value })}
        />
      </div>
      {error ? <ErrorView error={error} retry={() => void refetch()} /> : null}
      {changes?.length === 0 ? <Empty>{t('difference.none')}</Empty> : null}
      <ol className="scheme-changes" aria-label={t('difference.title')}>
        {(changes ?? []).map((change, i) => (
          <Change key={`${change.nodeKey} ${change.kind} ${i}`} change={change} />
        ))}
      </ol>
    </Panel>
  );
}

function Change({ change }: { change: SchemeDifferenceQuery['schemeDifference'][number] }) {
  const { t } = useTranslation('scheme');
  const tagName = useTagName();
  // tags are told by their keys: what they are called is the association's to change
  const said = (field: string, value: LocalText) =>
    field === 'TAGS'
      ? local(value)
          .split(/\uff0c|, /)
          .filter(Boolean)
          .map(tagName)
          .join(t('comma'))
      : local(value);
  return (
    <li>
      <span className="scheme-kind" data-change={change.kind}>
        {t(`change.${change.kind}`)}
      </span>
      <strong>{local(change.place)}</strong>
      <ul>
        {change.fields.map(({ field, name, before, after }) => (
          <li key={field}>
            <span className="quiet">{local(name)}</span>
            {local(before) && change.kind !== 'ADDED' ? <del>{said(field, before)}</del> : null}
            {local(after) && change.kind !== 'REMOVED' ? <ins>{said(field, after)}</ins> : null}
            {!local(after) && change.kind === 'CHANGED' ? <ins>{t('difference.nothing')}</ins> : null}
          </li>
        ))}
      </ul>
    </li>
  );
}
