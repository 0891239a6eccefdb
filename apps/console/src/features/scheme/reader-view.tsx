import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty';
import { ErrorView } from '../../components/error-view';
import { Panel } from '../../components/panel';
import {
  SchemeVersionTreeDocument,
  type SchemeVersionPartsFragment,
  type SchemeVersionTreeQuery,
} from '../../generated/graphql';
import { local } from '../../lib/i18n';
import { useMay } from '../../lib/session';
import { DifferencePanel } from './difference-panel';
import { useTagName } from './tag-names';
import { Facts, FactsPanel } from './facts-panel';
import { PreviewPanel } from './preview-panel';
import type { SchemeAddress } from './address';
import { find, treeOf } from './scheme-tree';
import { TagFilter } from './tag-filter';
import { TreeRows } from './tree-rows';
import type { SchemeDetail } from './use-editor';
import { useScrollTo } from './use-scroll-to';

export interface ViewProps {
  scheme: SchemeDetail;
  address: SchemeAddress;
  choices: readonly { value: string; label: string }[];
  done(): void;
}

/** A published version: it is read, tried and compared, never changed. */
export function ReaderView({ scheme, version, address, choices }: ViewProps & { version: SchemeVersionPartsFragment }) {
  const { t } = useTranslation('scheme');
  const { data, error, refetch } = useQuery(SchemeVersionTreeDocument, { variables: { id: version.id } });
  const maintains = useMay('scheme.maintain');
  const found = data?.schemeVersion;
  if (error && !found) return <ErrorView error={error} retry={() => void refetch()} />;
  if (!found) return <div aria-busy="true" />;
  const tree = treeOf(found.tree);
  const before = scheme.versions.find(({ no }) => no < version.no);
  switch (address.part) {
    case 'rules':
      return (
        <Panel title={t('part.rules')}>
          <Facts facts={found.rules} />
          {local(scheme.basis) ? (
            <dl className="scheme-facts">
              <div>
                <dt>{t('column.basis')}</dt>
                <dd>{local(scheme.basis)}</dd>
              </div>
            </dl>
          ) : null}
        </Panel>
      );
    case 'preview':
      return maintains ? (
        <PreviewPanel tree={tree} go={(nodeKey) => address.set({ part: 'indicators', node: nodeKey ?? '' })} />
      ) : (
        <Panel title={t('preview.title')}>
          <Empty>{t('preview.maintainers')}</Empty>
        </Panel>
      );
    case 'difference':
      return (
        <DifferencePanel
          versions={choices.filter(({ value }) => value !== 'draft')}
          from={address.from || (before ?? version).id}
          to={address.to && address.to !== 'draft' ? address.to : version.id}
          draft={null}
          choose={address.set}
        />
      );
    default:
      return <Indicators {...{ version, found, address }} />;
  }
}

type Found = NonNullable<SchemeVersionTreeQuery['schemeVersion']>;

/** The tree, and what is chosen in it in words. */
function Indicators(props: { version: SchemeVersionPartsFragment; found: Found; address: SchemeAddress }) {
  const { t } = useTranslation('scheme');
  const { version, found, address } = props;
  const [tags, setTags] = useState<string[]>([]);
  const tagName = useTagName();
  const tree = treeOf(found.tree);
  const key = address.node || tree.root.key;
  const side = useScrollTo(key);
  return (
    <div className="scheme-columns">
      <Panel
        title={t('tree.label')}
        note={version.note || t('published', { by: version.publishedBy, on: version.publishedAt?.slice(0, 10) })}
        extra={<TagFilter tree={tree} value={tags} onChange={setTags} />}
        flush
      >
        <TreeRows
          {...{ tree, tags, tagName, faults: [], edit: null, chosen: key }}
          choose={(chosen) => address.set({ node: chosen })}
        />
      </Panel>
      <div ref={side} className="scheme-chosen">
        <FactsPanel
          node={find(tree, key)?.node ?? null}
          facts={found.indicators.find(({ nodeKey }) => nodeKey === key)?.facts ?? []}
        />
      </div>
    </div>
  );
}
