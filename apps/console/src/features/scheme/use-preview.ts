import { useQuery } from '@apollo/client/react';
import { useMemo, useState } from 'react';
import {
  SchemePreviewDocument,
  type OrganizationType,
  type PreviewFigureInput,
  type PreviewOccurrencesInput,
  type PreviewPapersInput,
  type PreviewScoreInput,
  type Tier,
} from '../../generated/graphql';
import { useRested } from '../../lib/rested';
import type { SchemeTree } from './scheme-tree';

/** What somebody entered in place of what was made up, by what it is about. */
export interface Entered {
  figures: Record<string, PreviewFigureInput>;
  scores: Record<string, PreviewScoreInput>;
  papers: Record<string, PreviewPapersInput>;
  occurrences: Record<string, PreviewOccurrencesInput>;
}
const nothing: Entered = { figures: {}, scores: {}, papers: {}, occurrences: {} };

/** A tree computed with made-up data, anew a moment after something is entered. */
export function usePreview(tree: SchemeTree) {
  const [seed, setSeed] = useState(1);
  const [organizationType, setType] = useState<OrganizationType>('BRANCH');
  const [tier, setTier] = useState<Tier>('SECRETARIAT');
  const [entered, setEntered] = useState(nothing);
  const text = JSON.stringify({ tree, seed, organizationType, tier, entered });
  const rested = useRested(text) ?? text;
  const input = useMemo(() => {
    const { entered: by, ...rest } = JSON.parse(rested) as {
      tree: SchemeTree;
      seed: number;
      organizationType: OrganizationType;
      tier: Tier;
      entered: Entered;
    };
    const { figures, scores, papers, occurrences } = by;
    const lists = { figures: Object.values(figures), scores: Object.values(scores) };
    return { ...rest, ...lists, papers: Object.values(papers), occurrences: Object.values(occurrences) };
  }, [rested]);
  const { data, previousData, error, refetch } = useQuery(SchemePreviewDocument, {
    variables: { input },
    fetchPolicy: 'no-cache',
  });
  const enter = <K extends keyof Entered>(list: K, key: string, value: Entered[K][string]) =>
    setEntered((before) => ({ ...before, [list]: { ...before[list], [key]: value } }));
  return {
    ...{ seed, organizationType, tier, setType, setTier, enter, error, refetch },
    preview: (data ?? previousData)?.schemePreview,
    entered: Object.values(entered).some((list) => Object.keys(list as object).length > 0),
    again: () => {
      setEntered(nothing);
      setSeed((before) => before + 1);
    },
    clear: () => setEntered(nothing),
  };
}
export type Previewing = ReturnType<typeof usePreview>;
