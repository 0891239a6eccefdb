import type { Counts, Question } from '@dangwu/ballots';
import { VoteChoice } from '../session.enums';

/** The one question of a vote on an item; its answers are those of VoteChoice. */
export const motion = 'motion';
/** All votes of a body weigh the same. */
export const group = 'MEMBERS';

export const questions: readonly Question[] = [
  {
    key: motion,
    title: '是否同意',
    options: [
      { key: VoteChoice.FOR, title: '赞成' },
      { key: VoteChoice.AGAINST, title: '反对' },
      { key: VoteChoice.ABSTAIN, title: '弃权' },
    ],
  },
];

/** How it was voted. */
export interface Tally {
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
}

/** Votes of the ballot, and those by show of hands of who has no account. */
export function tallyOf(counts: Counts, hands: readonly (VoteChoice | null)[]): Tally {
  const of = (choice: VoteChoice): number =>
    (counts[motion]?.[group]?.[choice] ?? 0) + hands.filter((hand) => hand === choice).length;
  return { inFavour: of(VoteChoice.FOR), against: of(VoteChoice.AGAINST), abstained: of(VoteChoice.ABSTAIN) };
}
