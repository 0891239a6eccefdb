import { useMutation, useQuery } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import {
  AssessmentSheetDocument,
  SaveAssessmentScoresDocument,
  type SaveAssessmentScoresMutation,
  type ScoreSource,
  type SheetPartsFragment,
} from '../../generated/graphql';
import { errorText, isOffline, refusalOf } from '../../lib/errors';
import { draftOf, faultOf, inputOf, onTopOf, type Draft, type Said } from './sheet-draft';
import { keptDrafts, keepDrafts } from './kept-drafts';
import { keepSheet } from './sheet-cache';

export type Sheet = SheetPartsFragment;
export type Conflict = SaveAssessmentScoresMutation['saveAssessmentScores']['conflicts'][number];

/** How far what was typed has got. */
export type Saving =
  | { state: 'IDLE' | 'TYPING' | 'SENDING' | 'WAITING' }
  | { state: 'SAVED'; at: string }
  | { state: 'REFUSED'; words: string };

/** After the last stroke; and before it is tried again when nobody answered. */
const rest = 700;
const again = 5000;

/**
 * A sheet that saves itself. What is typed stays until it is saved, in this browser too; what somebody else has said meanwhile
 * is never written over, but asked about.
 */
export function useSheet(assessmentId: string, as: ScoreSource) {
  const key = `${assessmentId} ${as}`;
  const { data, error, refetch } = useQuery(AssessmentSheetDocument, {
    variables: { assessmentId, as },
    fetchPolicy: 'cache-and-network',
  });
  const [save] = useMutation(SaveAssessmentScoresDocument, {
    update: (cache, { data: became }) => keepSheet(cache, became?.saveAssessmentScores.sheet),
  });
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(() => keptDrafts(key));
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  const [saving, setSaving] = useState<Saving>({ state: 'IDLE' });
  const sheet = data?.assessmentSheet;
  const latest = useRef({ drafts, sheet, conflicts });
  const sending = useRef<Promise<boolean> | null>(null);
  useEffect(() => {
    Object.assign(latest.current, { drafts, sheet, conflicts });
    keepDrafts(key, drafts);
  }, [drafts, sheet, conflicts, key]);

  const sendNow = useCallback(async (): Promise<boolean> => {
    const now = latest.current;
    const sent = now.sheet ? sendable(now.sheet, now.drafts, now.conflicts) : new Map<string, Draft>();
    if (sent.size === 0) return true;
    setSaving({ state: 'SENDING' });
    const scores = [...sent].map(([nodeKey, draft]) => inputOf(nodeKey, draft));
    try {
      const answer = await save({ variables: { input: { assessmentId, as, scores } } });
      const became = answer.data?.saveAssessmentScores;
      if (!became) return false;
      setDrafts((all) => withoutSaved(all, sent, became));
      setConflicts((all) => [...all, ...became.conflicts]);
      setSaving({ state: 'SAVED', at: became.savedAt });
      return became.conflicts.length === 0;
    } catch (refused) {
      const waits = isOffline(refused) || refusalOf(refused)?.code === 'UNAVAILABLE';
      setSaving(waits ? { state: 'WAITING' } : { state: 'REFUSED', words: errorText(refused) });
      return false;
    }
  }, [assessmentId, as, save]);

  /** One after the other, so that what is typed meanwhile goes on top of what was saved. */
  const send = useCallback((): Promise<boolean> => {
    const turn = (sending.current ?? Promise.resolve(true)).then(sendNow);
    sending.current = turn;
    return turn;
  }, [sendNow]);

  // typed: a moment later it is sent; not answered: again after a while
  useEffect(() => {
    if (drafts.size === 0 || saving.state === 'SENDING' || saving.state === 'REFUSED') return;
    const timer = setTimeout(() => void send(), saving.state === 'WAITING' ? again : rest);
    return () => clearTimeout(timer);
  }, [drafts, saving, send]);

  const change = useCallback((nodeKey: string, set: Partial<Draft>) => {
    setSaving({ state: 'TYPING' });
    setDrafts((all) => {
      const line = latest.current.sheet?.lines.find((each) => each.key === nodeKey);
      if (!line) return all;
      return new Map(all).set(nodeKey, { ...(all.get(nodeKey) ?? draftOf(line)), ...set });
    });
  }, []);

  /** Whose words stand: mine, written on top of theirs, or theirs. */
  const settle = useCallback((nodeKey: string, mine: boolean, theirs: Said) => {
    setConflicts((all) => all.filter((each) => each.nodeKey !== nodeKey));
    setDrafts((all) => {
      const next = new Map(all);
      const draft = all.get(nodeKey);
      if (mine && draft) next.set(nodeKey, onTopOf(draft, theirs));
      else next.delete(nodeKey);
      return next;
    });
    setSaving({ state: 'TYPING' });
  }, []);

  return { sheet, error, refetch, drafts, change, saving, conflicts, settle, send };
}

/** What can be saved: sound, and not asked about. */
function sendable(sheet: Sheet, drafts: ReadonlyMap<string, Draft>, conflicts: readonly Conflict[]) {
  const asked = new Set(conflicts.map(({ nodeKey }) => nodeKey));
  const lines = new Map(sheet.lines.map((line) => [line.key, line]));
  return new Map(
    [...drafts].filter(([nodeKey, draft]) => {
      const line = lines.get(nodeKey);
      return line && !asked.has(nodeKey) && !faultOf(line, draft, sheet.places);
    }),
  );
}

/** What was typed on after it was sent stays, on top of what was saved. */
function withoutSaved(
  all: ReadonlyMap<string, Draft>,
  sent: ReadonlyMap<string, Draft>,
  { saved, sheet }: SaveAssessmentScoresMutation['saveAssessmentScores'],
): ReadonlyMap<string, Draft> {
  const next = new Map(all);
  for (const nodeKey of saved) {
    const own = sheet.lines.find(({ key }) => key === nodeKey)?.own;
    const draft = all.get(nodeKey);
    if (draft === sent.get(nodeKey)) next.delete(nodeKey);
    else if (draft && own) next.set(nodeKey, onTopOf(draft, own));
  }
  return next;
}
