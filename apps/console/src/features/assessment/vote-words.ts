import { useTranslation } from 'react-i18next';
import type { State } from '../../components/state-glyph';
import type { ConductedVoteFragment, CycleStage, VotePhase } from '../../generated/graphql';
import type { Counts, OnRecord } from '../ballot/receipts';
import { orderOf } from './cycle-words';

export const PHASE_SIGNS: Readonly<Record<VotePhase, State>> = {
  ISSUING: 'planned',
  CASTING: 'pending',
  CLOSED: 'done',
  VOID: 'waived',
};

/** Whether votes are opened where a cycle stands. */
export const takesVotes = (cycle: { readonly stage: CycleStage; readonly cancelledAt?: unknown }): boolean =>
  !cycle.cancelledAt &&
  orderOf(cycle.stage) >= orderOf('SELF_ASSESSMENT') &&
  orderOf(cycle.stage) <= orderOf('EXPERT_REVIEW');

type Counted = Pick<ConductedVoteFragment, 'counts' | 'publishedHash'>;

/** Papers by assessed and option. */
export function countsOf({ counts }: Counted): Counts {
  const all: Record<string, Record<string, number>> = {};
  for (const { subject, option, papers } of counts) all[subject] = { ...all[subject], [option]: papers };
  return all;
}

/** A vote as it was counted, to hold the published list against. */
export const recordOf = (vote: Counted): OnRecord => ({ hash: vote.publishedHash ?? null, counts: countsOf(vote) });

/** Counts of many assessed, in words. */
export function useCountsInWords(): (counts: Counts) => string {
  const { t } = useTranslation('vote');
  return (counts) => t('counts.each', { count: Object.keys(counts).length });
}
