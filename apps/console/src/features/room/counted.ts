import { useTranslation } from 'react-i18next';
import type { Counts, OnRecord } from '../ballot/receipts';
import type { Vote } from './room-view';

/** The question of a vote on an item; its answers are those of VoteChoice. */
export const QUESTION = 'motion';

/** A vote as it was counted, to hold the published list against. */
export const recordOf = ({ publishedHash: hash, inFavour, against, abstained }: Vote): OnRecord => ({
  hash,
  counts: { [QUESTION]: { FOR: inFavour ?? 0, AGAINST: against ?? 0, ABSTAIN: abstained ?? 0 } },
});

/** Counts of a vote on an item, in words. */
export function useCountsInWords(): (counts: Counts) => string {
  const { t } = useTranslation('room');
  return ({ [QUESTION]: { FOR = 0, AGAINST = 0, ABSTAIN = 0 } = {} }) =>
    t('list.counts', { inFavour: FOR, against: AGAINST, abstained: ABSTAIN });
}
