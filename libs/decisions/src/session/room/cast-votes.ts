import { Credentials, NamedVotes } from '@dangwu/ballots';
import type { Viewer } from '@dangwu/access';
import { leavesNothing } from '@dangwu/platform/audit';
import { platformErrors } from '@dangwu/platform/errors';
import { localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SessionMemberEntity, SessionItemEntity, SessionVoteEntity } from '../session.entity';
import type { VoteChoice } from '../session.enums';
import { motion } from './motion';
import { RoomFrame, type InRoom } from './room-frame';
import type { CastNamedVoteInput, RecordNamedVotesInput, TakeCredentialInput } from './room-vote.inputs';
import { roomErrors } from './room.errors';
import { SessionVoterEntity } from './session-voter.entity';

/** Votes as they come in. Papers of secret votes do not come by here: `libs/ballots` takes them without knowing from whom. */
@Injectable()
export class CastVotes {
  constructor(
    private readonly frame: RoomFrame,
    private readonly credentials: Credentials,
    private readonly named: NamedVotes,
  ) {}

  /** @throws UNKNOWN_ID, ROOM_NO_SEAT, NOT_A_VOTER, BALLOT_NOT_ISSUING, CREDENTIAL_GIVEN, BLINDED_UNREADABLE */
  async credential(viewer: Viewer, { voteId, blinded }: TakeCredentialInput): Promise<{ signature: string }> {
    const id = localId('SessionVote', voteId);
    let signature = '';
    const work = async (tx: EntityManager): Promise<void> => {
      const { ballotId } = await voteOf(tx, id);
      signature = await this.credentials.issue(tx, ballotId, viewer.account.id, blinded);
      leavesNothing('given already');
    };
    await this.frame.attend(viewer, { vote: id }, work, 'pessimistic_read');
    return { signature };
  }

  /** One's own vote by name. @throws UNKNOWN_ID, ROOM_NO_SEAT, NOT_A_VOTER, VOTED_ALREADY, BALLOT_OVER, BALLOT_NOT_OPEN */
  own(viewer: Viewer, { voteId, choice }: CastNamedVoteInput): Promise<string> {
    const id = localId('SessionVote', voteId);
    const work = async (tx: EntityManager): Promise<void> => {
      const { ballotId } = await voteOf(tx, id);
      await this.cast(tx, ballotId, viewer.account.id, choice);
    };
    return this.frame.attend(viewer, { vote: id }, work, 'pessimistic_read');
  }

  /** By show of hands, all or none. @throws SESSION_VOTE_OVER, SESSION_VOTE_SECRET, SESSION_NOT_VOTING, SESSION_HAND_VOTED */
  record(viewer: Viewer, { voteId, votes }: RecordNamedVotesInput): Promise<string> {
    const id = localId('SessionVote', voteId);
    const wanted = votes.map(({ seatId, choice }) => ({ seat: localId('SessionMember', seatId), choice }));
    return this.frame.conduct(viewer, { vote: id }, async (tx, room) => {
      const vote = await voteOf(tx, id);
      const { title } = await tx.findOneByOrFail(SessionItemEntity, { id: vote.itemId });
      if (vote.closedAt) throw roomErrors.SESSION_VOTE_OVER({ item: title });
      if (vote.secrecy === 'SECRET') throw roomErrors.SESSION_VOTE_SECRET({ item: title });
      for (const { seat, choice } of wanted) await this.hand(tx, room, vote, title, seat, choice);
    });
  }

  private async hand(
    tx: EntityManager,
    room: InRoom,
    vote: SessionVoteEntity,
    item: string,
    seatId: string,
    choice: VoteChoice,
  ): Promise<void> {
    const seat = await tx.findOneBy(SessionMemberEntity, { id: seatId, sessionId: room.session.id });
    if (!seat) throw platformErrors.UNKNOWN_ID();
    const { name, accountId } = seat;
    const voter = await tx.findOneBy(SessionVoterEntity, { voteId: vote.id, sessionMemberId: seatId });
    if (!voter) throw roomErrors.SESSION_NOT_VOTING({ name, item });
    if (accountId) return this.cast(tx, vote.ballotId, accountId, choice);
    if (voter.choice === choice) return leavesNothing('recorded so already');
    if (voter.choice) throw roomErrors.SESSION_HAND_VOTED({ name });
    await tx.update(SessionVoterEntity, { id: voter.id }, { choice });
    await this.frame.leave(tx, room, { action: 'session.recordVote', after: { item, who: name, choice } });
  }

  private async cast(tx: EntityManager, ballotId: string, accountId: string, choice: VoteChoice): Promise<void> {
    await this.named.cast(tx, ballotId, accountId, { [motion]: choice });
    // said once more, so that an answer that was lost costs nobody the vote
    leavesNothing('voted so already');
  }
}

async function voteOf(tx: EntityManager, id: string): Promise<SessionVoteEntity> {
  const vote = await tx.findOneBy(SessionVoteEntity, { id });
  if (!vote) throw platformErrors.UNKNOWN_ID();
  return vote;
}
