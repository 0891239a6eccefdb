import { VotePhase, type BallotProgress } from '@dangwu/ballots';
import { globalId } from '@dangwu/platform/ids';
import type { Language } from '@dangwu/platform/text';
import type { ReviewRuleEntity } from '../../review-rule/review-rule.entity';
import { BallotKind } from '../../review-rule/review-rule.enums';
import { SessionBody, ViewKind, type VoteChoice } from '../session.enums';
import type { RecusalHint } from '../recusal-hints';
import { standingOf } from '../standing';
import { ballotOf, type AskedOfBody } from './committee-rules';
import { motion } from './motion';
import type { RoomCurrentRow, RoomRow, RoomSeatRow, RoomVoteRow } from './room-rows';
import type { RoomVote } from './room-vote.type';
import type { RoomCurrent, RoomItem, RoomRoster, RoomRule, RoomStanding, SessionRoom } from './room.type';
import { isThere, nextSpeaker } from './speaking';

/** What is read besides the room itself for the item that is being dealt with. */
export interface CurrentParts {
  readonly rule: ReviewRuleEntity | null;
  readonly ballots: readonly BallotProgress[];
  /** of each body that votes on it */
  readonly asked: ReadonlyMap<SessionBody, AskedOfBody>;
  /** for whoever conducts the session */
  readonly hints: readonly RecusalHint[];
}

/** Who looks. */
export interface Looking {
  readonly accountId: string;
  readonly conduct: boolean;
  readonly language: Language;
  readonly now: Date;
}

const seatId = (id: string): string => globalId('SessionMember', id);

/** The room as whoever looks sees it. */
export function showRoom(row: RoomRow, parts: CurrentParts | null, looking: Looking): SessionRoom {
  const { version, title, state, reviewingBody, joint, startsAt, place, seats, items, current } = row;
  const { accountId, conduct, now } = looking;
  const bodies = joint ? [SessionBody.PARTY, SessionBody.COUNCIL] : [SessionBody.PARTY];
  return {
    ...{ id: globalId('ReviewSession', row.id), version, title, state, reviewingBody, joint, startsAt, place, now },
    rosters: bodies.map((body) => rosterOf(body, seats, accountId)),
    items: items.map((item): RoomItem => ({
      ...item,
      id: globalId('SessionItem', item.id),
      matterId: item.matterId && globalId('Matter', item.matterId),
    })),
    current: current && parts && currentOf(row, current, parts, looking),
    viewerCan: { conduct, attend: seats.some((seat) => seat.accountId === accountId) },
  };
}

function rosterOf(body: SessionBody, all: readonly RoomSeatRow[], viewer: string): RoomRoster {
  const seats = all.filter((seat) => seat.body === body);
  return {
    body,
    entitled: seats.length,
    present: seats.filter(isThere).length,
    seats: seats.map(({ id, name, post, chair, attendance, accountId }) => ({
      ...{ id: seatId(id), name, post, chair, attendance },
      mine: accountId === viewer,
      hasAccount: accountId !== null,
    })),
  };
}

function currentOf(row: RoomRow, current: RoomCurrentRow, parts: CurrentParts, looking: Looking): RoomCurrent {
  const { itemId, version, background, options, recusals, views, votes } = current;
  const { rule, asked } = parts;
  const recused = new Set(recusals.map(({ seat }) => seat));
  const spoke = new Set(views.filter(({ kind }) => kind === ViewKind.SPOKEN).map(({ seat }) => seat));
  const seats = row.seats.map((seat) => ({ ...seat, recused: recused.has(seat.id), spoke: spoke.has(seat.id) }));
  const rosters = [...asked.keys()].map((body) => seats.filter((seat) => seat.body === body));
  const next = rule && rosters.map((roster) => nextSpeaker(roster, rule.speakingOrder)).find((seat) => seat !== null);
  return {
    ...{ itemId: globalId('SessionItem', itemId), version, background, options },
    rule: rule && ruleOf(rule, looking.language),
    standings: [...asked].map(([body, wanted]): RoomStanding => ({
      body,
      ...standingOf(
        seats.filter((seat) => seat.body === body),
        wanted.asked,
      ),
      presence: wanted.asked.presence,
      majority: wanted.asked.majority,
      majorityBase: wanted.asked.majorityBase,
    })),
    recusals: recusals.map(({ id, seat, source, reason }) => ({
      ...{ id: globalId('SessionRecusal', id), seatId: seatId(seat), source, reason },
    })),
    hints: parts.hints.map(({ seatId: seat, reason }) => ({ seatId: seatId(seat), reason: reason[looking.language] })),
    views: views.map(({ seat, kind, text, at }) => ({ seatId: seatId(seat), kind, text, at: new Date(at) })),
    nextSpeaker: next ? seatId(next) : null,
    votes: votes.map((vote) =>
      voteOf(
        vote,
        parts.ballots.find(({ id }) => id === vote.ballotId)!,
        row.seats,
      ),
    ),
  };
}

function ruleOf(rule: ReviewRuleEntity, language: Language): RoomRule {
  const { presence, majority, majorityBase, ballot, speakingOrder, basisZh, basisEn } = rule;
  const basis = language === 'zh' ? basisZh : basisEn;
  const councilBallot = ballotOf(rule, SessionBody.COUNCIL);
  return { presence, majority, majorityBase, ballot, councilBallot, speakingOrder, basis };
}

function voteOf(vote: RoomVoteRow, ballot: BallotProgress, seats: readonly RoomSeatRow[]): RoomVote {
  const { voters, id, secrecy, ...counts } = vote;
  const secret = secrecy === 'SECRET';
  const hands = voters.filter(({ choice }) => choice !== null).length;
  const { own, publishedHash } = ballot;
  return {
    ...counts,
    id: globalId('SessionVote', id),
    secrecy: secret ? BallotKind.SECRET : BallotKind.OPEN,
    phase: VotePhase[ballot.state],
    issued: secret ? ballot.issued : voters.length,
    cast: ballot.cast + hands,
    named: secret ? [] : namedOf(voters, ballot, seats),
    publishedHash,
    publishedUrl: publishedHash && `/files/ballots/${vote.ballotId}.json`,
    mine: own && {
      ...{ group: own.group, publicKey: own.publicKey, done: own.done },
      choice: choiceOf(own.answers),
    },
  };
}

/** In the order of the roster. */
function namedOf(voters: RoomVoteRow['voters'], { named }: BallotProgress, seats: readonly RoomSeatRow[]) {
  const hands = new Map(voters.map(({ seat, choice }) => [seat, choice]));
  const devices = new Map(named.map((vote) => [vote.accountId, choiceOf(vote.answers)]));
  return seats
    .filter(({ id }) => hands.has(id))
    .map(({ id, accountId }) => ({
      seatId: seatId(id),
      choice: hands.get(id) ?? (accountId ? devices.get(accountId) : null) ?? null,
    }));
}

const choiceOf = (answers: Readonly<Record<string, string>> | null): VoteChoice | null =>
  (answers?.[motion] as VoteChoice | undefined) ?? null;
