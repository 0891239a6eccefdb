import { useMutation, useQuery } from '@apollo/client/react';
import { useEffect, useMemo, useState } from 'react';
import {
  SaveSchemeDraftDocument,
  SchemeFaultsDocument,
  type AssessmentSchemePageQuery,
  type SchemeFaultPartsFragment,
} from '../../generated/graphql';
import { errorText, refusalOf } from '../../lib/errors';
import { useRested } from '../../lib/rested';
import { keep, kept } from './kept-draft';
import { treeOf, type SchemeTree } from './scheme-tree';

export type SchemeDetail = NonNullable<AssessmentSchemePageQuery['assessmentScheme']>;
export type Draft = NonNullable<SchemeDetail['draft']>;

/** How saving went: nothing to say, refused, or somebody saved meanwhile. */
export type Saving = { state: 'IDLE' | 'SENDING' } | { state: 'REFUSED' | 'STALE'; words: string };

export interface Editor {
  readonly tree: SchemeTree;
  /** What was changed and not saved yet. */
  readonly dirty: boolean;
  readonly faults: readonly SchemeFaultPartsFragment[];
  readonly saving: Saving;
  /** Which saved state the tree stands on. */
  readonly version: number;
  change(this: void, tree: SchemeTree): void;
  /** null: there is nothing to take back. */
  readonly undo: (() => void) | null;
  /** True once it is saved. */
  save(this: void): Promise<number | null>;
  /** Somebody saved meanwhile: writes over it, or takes what was saved. */
  settle(this: void, mine: boolean): Promise<void>;
}

/** So many changes can be taken back. */
const REMEMBERED = 50;

/** A draft as it is being written. What is not saved stays in this browser; faults follow every change. */
export function useEditor(draft: Draft, refetch: () => Promise<Draft | null>): Editor {
  const [start] = useState(() => kept(draft.id));
  const [saved, setSaved] = useState(() => ({ tree: treeOf(draft.tree), version: draft.version }));
  const [base, setBase] = useState(start?.version ?? draft.version);
  const [tree, setTree] = useState(start?.tree ?? saved.tree);
  const [past, setPast] = useState<readonly SchemeTree[]>([]);
  const [saving, setSaving] = useState<Saving>({ state: 'IDLE' });
  const [send] = useMutation(SaveSchemeDraftDocument);
  const text = useMemo(() => JSON.stringify(tree), [tree]);
  const dirty = text !== JSON.stringify(saved.tree);
  useEffect(() => keep(draft.id, dirty ? { tree, version: base } : null), [draft.id, dirty, tree, base]);
  const rested = useRested(text) ?? text;
  const asked = useMemo(() => ({ tree: JSON.parse(rested) as SchemeTree }), [rested]);
  const { data, previousData } = useQuery(SchemeFaultsDocument, { variables: asked, fetchPolicy: 'no-cache' });

  const change = (next: SchemeTree) => {
    if (next === tree) return;
    setPast((before) => [...before.slice(1 - REMEMBERED), tree]);
    setTree(next);
  };
  const last = past.at(-1);
  const undo = last
    ? () => {
        setTree(last);
        setPast(past.slice(0, -1));
      }
    : null;
  const sendOn = async (version: number): Promise<number | null> => {
    setSaving({ state: 'SENDING' });
    try {
      const answer = await send({ variables: { input: { id: draft.id, version, tree } } });
      const became = answer.data?.saveSchemeDraft.draft;
      if (!became) return null;
      setSaved({ tree, version: became.version });
      setBase(became.version);
      setSaving({ state: 'IDLE' });
      return became.version;
    } catch (refused) {
      const stale = refusalOf(refused)?.reason === 'SCHEME_DRAFT_STALE';
      setSaving({ state: stale ? 'STALE' : 'REFUSED', words: errorText(refused) });
      return null;
    }
  };
  const settle = async (mine: boolean) => {
    const theirs = await refetch();
    if (!theirs) return;
    if (mine) return void (await sendOn(theirs.version));
    const took = treeOf(theirs.tree);
    setSaved({ tree: took, version: theirs.version });
    setBase(theirs.version);
    change(took);
    setSaving({ state: 'IDLE' });
  };
  return {
    ...{ tree, dirty, saving, change, undo, settle, version: base },
    faults: (data ?? previousData)?.schemeFaults ?? draft.faults,
    save: () => (dirty ? sendOn(base) : Promise.resolve(base)),
  };
}
