import { Ballots } from '@dangwu/ballots';
import type { Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { insertRows } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { localId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { MatterEntity } from '../../matter/matter.entity';
import { MatterRecordKind } from '../../record/matter-record.enums';
import { MatterRecords } from '../../record/matter-records';
import { BallotKind } from '../../review-rule/review-rule.enums';
import { ReviewRuleEntity } from '../../review-rule/review-rule.entity';
import { SessionItemEntity, SessionVoteEntity } from '../session.entity';
import { SessionBody, SessionItemState, SessionState } from '../session.enums';
import { standingOf } from '../standing';
import { ballotOf, CommitteeRules } from './committee-rules';
import { group, questions, tallyOf } from './motion';
import { raiseVersion } from './recusals';
import { RoomFrame, type InRoom } from './room-frame';
import { rosterOf, seatsOf, type SeatRow } from './room-seats';
import type { BeginCastingInput, CountVoteInput, VoidVoteInput } from './room-vote.inputs';
import { roomErrors } from './room.errors';
import type { OpenVoteInput } from './room.inputs';
import { SessionVoterEntity } from './session-voter.entity';
import { isThere } from './speaking';
import { voteChecks } from './vote-checks';

/** Votes of the bodies, from opening to count. Each answers the UUID of the session. */
@Injectable()
export class RoomVotes {
  constructor(
    private readonly frame: RoomFrame,
    private readonly rules: CommitteeRules,
    private readonly ballots: Ballots,
    private readonly records: MatterRecords,
    private readonly clock: Clock,
  ) {}

  /**
   * How many there are and how many it takes is frozen: who comes or goes afterwards does not change it.
   * @throws STALE_VERSION, ROOM_STATE, SESSION_ITEM_STATE, SESSION_HEARD_ONLY, and what `voteChecks` refuses
   */
  open(viewer: Viewer, { itemId, version, body }: OpenVoteInput): Promise<string> {
    const id = localId('SessionItem', itemId);
    return this.frame.conduct(viewer, { item: id }, async (tx, room) => {
      this.frame.checkState(room, 'conduct', SessionState.OPEN);
      const item = await this.frame.item(tx, room, id);
      if (item.version !== version) throw platformErrors.STALE_VERSION({ current: item.version });
      if (!item.reviewRuleId) throw roomErrors.SESSION_HEARD_ONLY({ item: item.title });
      const rule = await tx.findOneByOrFail(ReviewRuleEntity, { id: item.reviewRuleId });
      const votes = await tx.findBy(SessionVoteEntity, { itemId: id, voidReason: IsNull() });
      voteChecks.once(item, votes, body);
      if (body === SessionBody.COUNCIL) voteChecks.council(item, room.session.joint, rule.decidingBody, votes);
      await this.begin(tx, room, { item, rule, body });
    });
  }

  /** Of a secret vote: nobody gets a credential any more, papers come in. @throws SESSION_VOTE_OVER, TOO_FEW_FOR_SECRECY */
  beginCasting(viewer: Viewer, { voteId }: BeginCastingInput): Promise<string> {
    return this.onVote(viewer, voteId, async (tx, room, item, vote) => {
      await this.ballots.beginCasting(tx, vote.ballotId);
      await this.frame.leave(tx, room, {
        action: 'session.beginCasting',
        after: { item: item.title, body: vote.body },
      });
    });
  }

  /** @throws SESSION_VOTE_OVER, BALLOT_STATE, MORE_PAPERS_THAN_ISSUED */
  count(viewer: Viewer, { voteId }: CountVoteInput): Promise<string> {
    return this.onVote(viewer, voteId, async (tx, room, item, vote) => {
      const { counts, publishedHash } = await this.ballots.close(tx, vote.ballotId);
      const hands = await tx.findBy(SessionVoterEntity, { voteId: vote.id });
      const tally = tallyOf(
        counts,
        hands.map(({ choice }) => choice),
      );
      await tx.update(SessionVoteEntity, { id: vote.id }, { ...tally, closedAt: this.clock.now() });
      const passed = tally.inFavour >= vote.needed;
      await this.told(tx, room, item, vote, 'session.countVote', { ...tally, passed, publishedHash });
      const { secrecy, base, needed } = vote;
      const data = { body: vote.body, secrecy, ...tally, base, needed, passed, publishedHash };
      await this.record(tx, room, item, MatterRecordKind.VOTE_COUNTED, 'matter.countVote', data);
    });
  }

  /** Uncounted, so that it can be repeated. @throws SESSION_VOTE_OVER */
  giveUp(viewer: Viewer, { voteId, reason: given }: VoidVoteInput): Promise<string> {
    const reason = given.trim();
    return this.onVote(viewer, voteId, async (tx, room, item, vote) => {
      await this.ballots.giveUp(tx, vote.ballotId, reason);
      await tx.update(SessionVoteEntity, { id: vote.id }, { voidReason: reason, closedAt: this.clock.now() });
      await this.told(tx, room, item, vote, 'session.voidVote', {}, reason);
      const data = { body: vote.body, reason };
      await this.record(tx, room, item, MatterRecordKind.VOTE_VOIDED, 'matter.voidVote', data);
    });
  }

  private async begin(
    tx: EntityManager,
    room: InRoom,
    { item, rule, body }: { item: SessionItemEntity; rule: ReviewRuleEntity; body: SessionBody },
  ): Promise<void> {
    const roster = rosterOf(await seatsOf(tx, room.session.id, item.id), body);
    const recusals = roster.some(({ recused }) => recused);
    const wanted = await this.rules.asked(tx, rule, body, recusals);
    const standing = standingOf(roster, wanted.asked);
    voteChecks.quorum(standing, body, wanted);
    voteChecks.speaking(roster, rule.speakingOrder, wanted);
    const voters = roster.filter((seat) => isThere(seat) && !seat.recused);
    const secrecy = ballotOf(rule, body);
    if (secrecy === BallotKind.SECRET) voteChecks.secrecy(item, voters);
    const ballotId = await this.openBallot(tx, item, secrecy, voters);
    const { recusedEntitled: _, ...shares } = wanted.asked;
    const { entitled, present, recused, base, needed } = standing;
    const vote = {
      ...{ id: this.id(), itemId: item.id, ballotId, body, secrecy, openedAt: this.clock.now() },
      ...{ associationId: item.associationId, organizationId: item.organizationId },
      ...{ entitled, present, recused, base, needed, ...shares },
    };
    await tx.insert(SessionVoteEntity, vote);
    await this.keepVoters(tx, vote, voters);
    await this.told(tx, room, item, vote, 'session.openVote', { entitled, present, recused, needed });
    const data = { body, secrecy, entitled, present, recused, ...shares, base, needed };
    await this.record(tx, room, item, MatterRecordKind.VOTE_OPENED, 'matter.openVote', data);
  }

  private async openBallot(
    tx: EntityManager,
    item: SessionItemEntity,
    secrecy: BallotKind,
    voters: readonly SeatRow[],
  ): Promise<string> {
    const { associationId, organizationId, id: subjectId, title } = item;
    const ballot = await this.ballots.open(tx, {
      ...{ associationId, organizationId, subjectType: 'SessionItem', subjectId, title, secrecy, questions },
      groups: [{ key: group, weight: '1' }],
      voters: voters.flatMap(({ accountId }) => (accountId ? [{ accountId, group }] : [])),
    });
    return ballot.id;
  }

  private keepVoters(
    tx: EntityManager,
    vote: Pick<SessionVoteEntity, 'id' | 'secrecy' | 'associationId' | 'organizationId'>,
    voters: readonly SeatRow[],
  ): Promise<void> {
    const { id: voteId, secrecy, associationId, organizationId } = vote;
    const of = { voteId, secrecy, associationId, organizationId };
    return insertRows(
      tx,
      SessionVoterEntity,
      voters.map((seat) => ({ id: this.id(), ...of, sessionMemberId: seat.id })),
    );
  }

  /** A vote that is open, of the item that is being dealt with. @throws UNKNOWN_ID, SESSION_VOTE_OVER */
  private onVote(
    viewer: Viewer,
    voteId: string,
    work: (tx: EntityManager, room: InRoom, item: SessionItemEntity, vote: SessionVoteEntity) => Promise<void>,
  ): Promise<string> {
    const id = localId('SessionVote', voteId);
    return this.frame.conduct(viewer, { vote: id }, async (tx, room) => {
      const vote = await tx.findOneBy(SessionVoteEntity, { id });
      if (!vote) throw platformErrors.UNKNOWN_ID();
      const item = await this.frame.item(tx, room, vote.itemId, Object.values(SessionItemState));
      if (vote.closedAt) throw roomErrors.SESSION_VOTE_OVER({ item: item.title });
      await work(tx, room, item, vote);
    });
  }

  private async told(
    tx: EntityManager,
    room: InRoom,
    item: SessionItemEntity,
    { body, secrecy }: Pick<SessionVoteEntity, 'body' | 'secrecy'>,
    action: string,
    more: Record<string, unknown>,
    reason?: string,
  ): Promise<void> {
    await raiseVersion(tx, item.id);
    const after = { item: item.title, body, secrecy, ...more };
    await this.frame.leave(tx, room, { action, after, reason: reason ?? null });
  }

  private async record(
    tx: EntityManager,
    { viewer, session }: InRoom,
    { matterId }: SessionItemEntity,
    kind: MatterRecordKind,
    action: string,
    counts: Record<string, unknown>,
  ): Promise<void> {
    const matter = await tx.findOneByOrFail(MatterEntity, { id: matterId! });
    const data = { session: session.title, ...counts };
    await this.records.add(tx, viewer, matter, { kind, data, action, after: counts });
  }

  private readonly id = (): string => newId(this.clock.now().getTime());
}
