import { CouncilOutcome, OpinionKind } from '../../matter/matter.enums';
import { SessionBody } from '../session.enums';

/** A vote that was not voided, as far as a conclusion goes; null: not counted. */
export interface CountedVote {
  readonly body: SessionBody;
  readonly passed: boolean | null;
}

export type ConclusionFault = 'VOTE_OPEN' | 'OPINION_MISSING' | 'HEARD_ONLY' | 'AGREE_NEEDS_VOTE' | 'AGAINST_VOTE';

export interface Conclusion {
  /** whether there is a matter; else it was only heard */
  readonly matter: boolean;
  readonly opinion: OpinionKind | null;
  readonly text: string;
  readonly votes: readonly CountedVote[];
}

/** What keeps an item from being concluded so; null: nothing. */
export function faultOfConclusion({ matter, opinion, text, votes }: Conclusion): ConclusionFault | null {
  if (votes.some(({ passed }) => passed === null)) return 'VOTE_OPEN';
  if (!matter) return opinion ? 'HEARD_ONLY' : null;
  if (!opinion || (opinion !== OpinionKind.AGREE && text === '')) return 'OPINION_MISSING';
  const agreed = votes.some(({ body, passed }) => body === SessionBody.PARTY && passed);
  if (opinion === OpinionKind.AGREE && !agreed) return 'AGREE_NEEDS_VOTE';
  return opinion !== OpinionKind.AGREE && agreed ? 'AGAINST_VOTE' : null;
}

/** What the standing council decided in a joint session; null: it has not voted. */
export function outcomeOf(votes: readonly CountedVote[]): CouncilOutcome | null {
  const vote = votes.find(({ body }) => body === SessionBody.COUNCIL);
  if (!vote) return null;
  return vote.passed ? CouncilOutcome.ADOPTED : CouncilOutcome.NOT_ADOPTED;
}
