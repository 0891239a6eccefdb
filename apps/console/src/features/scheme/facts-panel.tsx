import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty';
import { Panel } from '../../components/panel';
import type { SchemeFactPartsFragment } from '../../generated/graphql';
import { local } from '../../lib/i18n';
import { useTagName } from './tag-names';
import type { SchemeNode } from './scheme-tree';

/** An indicator in words, for whoever reads. */
export function FactsPanel(props: { node: SchemeNode | null; facts: readonly SchemeFactPartsFragment[] }) {
  const { t } = useTranslation('scheme');
  const { node, facts } = props;
  return (
    <Panel title={node ? local(node.name) || t('tree.nameless') : t('facts.title')}>
      {node ? <Facts facts={facts} tags={node.tags ?? []} /> : <Empty>{t('facts.choose')}</Empty>}
    </Panel>
  );
}

/** Fields with what stands in them. */
export function Facts({ facts, tags = [] }: { facts: readonly SchemeFactPartsFragment[]; tags?: readonly string[] }) {
  const { t } = useTranslation('scheme');
  const tagName = useTagName();
  return (
    <dl className="scheme-facts">
      {facts.map(({ field, name, value }) => (
        <div key={field}>
          <dt>{local(name)}</dt>
          <dd>{field === 'TAGS' ? tags.map(tagName).join(t('comma')) : local(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
