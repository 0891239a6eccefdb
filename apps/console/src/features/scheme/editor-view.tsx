import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { StateWord } from '../../components/state-glyph';
import { local } from '../../lib/i18n';
import { DifferencePanel, DRAFT } from './difference-panel';
import { useEditorWords } from './editor-words';
import { FaultsPanel } from './faults-panel';
import { newNode } from './new-node';
import { NodeForm } from './node-form';
import { NodeMoves } from './node-moves';
import { PreviewPanel } from './preview-panel';
import { PublishDrawer } from './publish-drawer';
import type { ViewProps } from './reader-view';
import { RulesForm } from './rules-form';
import { added, dropped, find, removed, withNode, type NodeKind, type SchemeNode } from './scheme-tree';
import { TagFilter } from './tag-filter';
import { useTagName } from './tag-names';
import { TreeRows } from './tree-rows';
import { useEditor, type Draft, type Editor } from './use-editor';
import { useScrollTo } from './use-scroll-to';

interface Props extends ViewProps {
  draft: Draft;
  refetch(): Promise<Draft | null>;
}

/** A draft: its tree, the form of what is chosen, what is wrong, and what is to become of it. */
export function EditorView({ scheme, draft, address, choices, refetch, done }: Props) {
  const { t } = useTranslation('scheme');
  const editor = useEditor(draft, refetch);
  const [publishing, setPublishing] = useState(false);
  const go = (nodeKey: string | null) =>
    address.set(nodeKey === null ? { part: 'rules' } : { part: 'indicators', node: nodeKey });
  const base = scheme.versions.find(({ id }) => id === draft.basedOn) ?? scheme.versions[0];
  return (
    <>
      <SaveBar
        editor={editor}
        draft={draft}
        publish={() => void editor.save().then((version) => version !== null && setPublishing(true))}
        compare={() => address.set({ part: 'difference', to: DRAFT })}
      />
      {address.part === 'indicators' ? <Indicators editor={editor} address={address} go={go} /> : null}
      {address.part === 'rules' ? <Rules editor={editor} go={go} /> : null}
      {address.part === 'preview' ? <PreviewPanel tree={editor.tree} go={go} /> : null}
      {address.part === 'difference' ? (
        <DifferencePanel
          versions={choices}
          from={address.from || draft.basedOn || base?.id || ''}
          to={address.to || DRAFT}
          draft={editor.tree}
          choose={address.set}
        />
      ) : null}
      {publishing ? (
        <PublishDrawer
          {...{ scheme, draft, faults: editor.faults, version: editor.version }}
          close={(published) => {
            setPublishing(false);
            if (!published) return;
            address.set({ part: 'indicators', version: '', node: '' });
            done();
          }}
        />
      ) : null}
      <p className="sr-only" role="status">
        {t('faults.count', { count: editor.faults.length })}
      </p>
    </>
  );
}

/** How far what was changed has got, and the verbs of a draft. */
function SaveBar(props: { editor: Editor; draft: Draft; publish(): void; compare(): void }) {
  const { t } = useTranslation('scheme');
  const { editor, draft, publish, compare } = props;
  const { dirty, saving, undo } = editor;
  return (
    <div className="scheme-save">
      <span className="scheme-saved">
        {dirty ? (
          <StateWord state="pending">{t('save.dirty')}</StateWord>
        ) : (
          <StateWord state="done">{t('save.saved', { by: draft.savedBy, at: draft.savedAt?.slice(0, 10) })}</StateWord>
        )}
      </span>
      <Button disabled={!undo} onClick={() => undo?.()}>
        {t('save.undo')}
      </Button>
      <Button disabled={!dirty} loading={saving.state === 'SENDING'} onClick={() => void editor.save()}>
        {t('save.verb')}
      </Button>
      <Button type="primary" onClick={publish}>
        {t('publish.verb')}
      </Button>
      {saving.state === 'REFUSED' || saving.state === 'STALE' ? (
        <div className="scheme-refused" role="alert">
          <p>{saving.words}</p>
          {saving.state === 'STALE' ? (
            <p>
              <Button size="small" onClick={compare}>
                {t('save.compare')}
              </Button>
              <Button size="small" onClick={() => void editor.settle(false)}>
                {t('save.theirs')}
              </Button>
              <Button size="small" onClick={() => void editor.settle(true)}>
                {t('save.mine')}
              </Button>
            </p>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

type Parts = { editor: Editor; go(nodeKey: string | null): void };

function Rules({ editor, go }: Parts) {
  const words = useEditorWords();
  return (
    <div className="scheme-columns">
      <RulesForm tree={editor.tree} words={words} change={editor.change} />
      <FaultsPanel faults={editor.faults} go={go} />
    </div>
  );
}

function Indicators({ editor, address, go }: Parts & Pick<Props, 'address'>) {
  const { t } = useTranslation('scheme');
  const { tree, change, faults } = editor;
  const words = useEditorWords();
  const tagName = useTagName();
  const [tags, setTags] = useState<string[]>([]);
  const key = find(tree, address.node)?.node.key ?? tree.root.key;
  const { node, parent } = find(tree, key)!;
  const side = useScrollTo(key);
  const choose = (chosen: string) => address.set({ node: chosen });
  const set = (next: SchemeNode) => {
    change(withNode(tree, key, next));
    if (next.key !== key) choose(next.key);
  };
  const add = (kind: NodeKind) => {
    const made = newNode(tree, kind);
    change(added(tree, node.kind === 'GROUP' ? node.key : parent!.key, made));
    choose(made.key);
  };
  const weigh = (of: string, weight: string) => {
    const at = find(tree, of)?.node;
    if (at && 'weight' in at) change(withNode(tree, of, { ...at, weight }));
  };
  const move = (of: string, drop: Parameters<typeof dropped>[2]) => {
    change(dropped(tree, of, drop));
    choose(of);
  };
  return (
    <div className="scheme-columns">
      <Panel
        title={t('tree.label')}
        note={t('tree.help')}
        extra={<TagFilter tree={tree} value={tags} onChange={setTags} />}
        flush
      >
        <TreeRows {...{ tree, tags, tagName, faults, choose, chosen: key, edit: { move, weigh } }} />
      </Panel>
      <div className="scheme-side">
        <FaultsPanel faults={faults} go={go} />
        <div ref={side} className="scheme-chosen">
          <Panel title={local(node.name) || t('tree.nameless')} note={t(`kind.${node.kind}`)}>
            <NodeMoves
              {...{ tree, node, move, add }}
              remove={() => {
                change(removed(tree, key));
                if (parent) choose(parent.key);
              }}
            />
            <NodeForm key={key} {...{ node, tree, words, set }} />
          </Panel>
        </div>
      </div>
    </div>
  );
}
