import { secrecyFloor } from '@dangwu/ballots';
import { decidingWords } from '../../review-rule/review-rule-words';
import { DecidingBody, type SpeakingOrder } from '../../review-rule/review-rule.enums';
import type { SessionItemEntity, SessionVoteEntity } from '../session.entity';
import { SessionBody } from '../session.enums';
import type { Standing } from '../standing';
import type { AskedOfBody } from './committee-rules';
import { namesOf, type SeatRow } from './room-seats';
import { bodyWords } from './room-words';
import { roomErrors } from './room.errors';
import { beforeVote } from './speaking';

/** What stands in the way of opening a vote; each check throws its refusal. Votes are those that were not voided. */
export const voteChecks = {
  /** One vote per item and body, one at a time. @throws SESSION_VOTE_OPEN, SESSION_VOTED */
  once({ title }: SessionItemEntity, votes: readonly SessionVoteEntity[], body: SessionBody): void {
    if (votes.some(({ closedAt }) => !closedAt)) throw roomErrors.SESSION_VOTE_OPEN({ item: title });
    if (!votes.some((vote) => vote.body === body)) return;
    const { zh, en } = bodyWords[body];
    throw roomErrors.SESSION_VOTED({ item: title, bodyZh: zh, bodyEn: en });
  },

  /** The council votes in a joint session, on what it decides, after the party body agreed. @throws SESSION_NO_COUNCIL, SESSION_PARTY_FIRST */
  council({ title }: SessionItemEntity, joint: boolean, deciding: DecidingBody, votes: readonly SessionVoteEntity[]) {
    const { zh, en } = decidingWords[deciding];
    if (!joint || deciding !== DecidingBody.STANDING_COUNCIL)
      throw roomErrors.SESSION_NO_COUNCIL({ item: title, decidingZh: zh, decidingEn: en });
    if (!votes.some(({ body, passed }) => body === SessionBody.PARTY && passed))
      throw roomErrors.SESSION_PARTY_FIRST({ item: title });
  },

  /** @throws SESSION_NO_QUORUM */
  quorum(standing: Standing, body: SessionBody, { asked, rule }: AskedOfBody): void {
    if (standing.canVote) return;
    const { entitled, present, presenceNeeded: needed, recused } = standing;
    const { zh, en } = bodyWords[body];
    const { presence } = asked;
    const counts = { entitled, present, needed, recused, presence };
    throw roomErrors.SESSION_NO_QUORUM({ bodyZh: zh, bodyEn: capital(en), ...counts, ...rule });
  },

  /** @throws SESSION_SPEAKING_ROUND */
  speaking(roster: readonly SeatRow[], order: SpeakingOrder, { rule }: AskedOfBody): void {
    const silent = beforeVote(roster, order);
    if (silent.length) throw roomErrors.SESSION_SPEAKING_ROUND({ names: namesOf(silent), ...rule });
  },

  /** @throws SESSION_SEATS_WITHOUT_ACCOUNT, SESSION_TOO_FEW_FOR_SECRECY */
  secrecy({ title }: SessionItemEntity, voters: readonly SeatRow[]): void {
    const without = voters.filter(({ accountId }) => !accountId);
    if (without.length) throw roomErrors.SESSION_SEATS_WITHOUT_ACCOUNT({ item: title, names: namesOf(without) });
    if (voters.length < secrecyFloor)
      throw roomErrors.SESSION_TOO_FEW_FOR_SECRECY({ item: title, voters: voters.length, floor: secrecyFloor });
  },
};

const capital = (text: string): string => `${text[0]!.toUpperCase()}${text.slice(1)}`;
