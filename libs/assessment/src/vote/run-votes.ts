import type { Viewer } from '@dangwu/access';
import { Ballots } from '@dangwu/ballots';
import { Clock } from '@dangwu/platform/clock';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChangeCycle, type CycleNote } from '../cycle/change-cycle';
import { AssessmentStepKind } from '../cycle/cycle.enums';
import { AssessmentBallotEntity } from '../scoring/scoring.entity';
import { saidOf } from './open-vote';
import { AssessmentVoteEntity } from './vote.entity';
import { voteErrors } from './vote.errors';
import { VoteFrame, type VoteAtWork } from './vote-frame';
import type { BeginAssessmentCastingInput, CountAssessmentVoteInput, VoidAssessmentVoteInput } from './vote.inputs';
import { VotersNeeded } from './voters-needed';

/** Votes from the end of issuing to the count. Each answers the UUID of the vote. */
@Injectable()
export class RunVotes {
  constructor(
    private readonly frame: VoteFrame,
    private readonly changes: ChangeCycle,
    private readonly ballots: Ballots,
    private readonly needed: VotersNeeded,
    private readonly clock: Clock,
  ) {}

  /** Nobody gets a credential any more, papers come in. @throws as `VoteFrame.conduct`, VOTE_TOO_FEW, VOTE_FEW, BALLOT_STATE */
  beginCasting(viewer: Viewer, { voteId, reason: given }: BeginAssessmentCastingInput): Promise<string> {
    const reason = given?.trim() || null;
    return this.frame.conduct(viewer, voteId, async (tx, at) => {
      const { vote, cycle, group } = at;
      const issued = await this.ballots.issued(tx, vote.ballotId);
      await this.needed.check(tx, cycle, { group, of: 'issued', count: issued, reason });
      await this.ballots.beginCasting(tx, vote.ballotId);
      const steps = reason ? [{ kind: AssessmentStepKind.VOTE_FEW, text: saidOf(at.node, group, reason) }] : [];
      await this.leave(tx, viewer, at, { action: 'cycle.beginCasting', steps, more: { issued }, reason });
      return vote.id;
    });
  }

  /** What was counted stands with each of the assessed. @throws as `VoteFrame.conduct`, VOTE_NO_PAPERS, BALLOT_STATE */
  count(viewer: Viewer, { voteId }: CountAssessmentVoteInput): Promise<string> {
    return this.frame.conduct(viewer, voteId, async (tx, at) => {
      const { ballotId } = at.vote;
      const { counts, papers, publishedHash } = await this.ballots.close(tx, ballotId);
      // every paper marks everybody: without any there is nothing of anybody
      if (papers === 0) throw voteErrors.VOTE_NO_PAPERS();
      for (const link of await tx.findBy(AssessmentBallotEntity, { ballotId }))
        await tx.save(AssessmentBallotEntity, { ...link, papers: counts[link.question!]! });
      await this.over(tx, at);
      const steps = [{ kind: AssessmentStepKind.VOTE_COUNTED, text: saidOf(at.node, at.group, null) }];
      await this.leave(tx, viewer, at, { action: 'cycle.countVote', steps, more: { papers, publishedHash } });
      return at.vote.id;
    });
  }

  /** Uncounted, so that it can be repeated. @throws as `VoteFrame.conduct` */
  giveUp(viewer: Viewer, { voteId, reason: given }: VoidAssessmentVoteInput): Promise<string> {
    const reason = given.trim();
    return this.frame.conduct(viewer, voteId, async (tx, at) => {
      const { ballotId } = at.vote;
      await this.ballots.giveUp(tx, ballotId, reason);
      await tx.softDelete(AssessmentBallotEntity, { ballotId });
      await this.over(tx, at);
      const steps = [{ kind: AssessmentStepKind.VOTE_VOIDED, text: saidOf(at.node, at.group, reason) }];
      await this.leave(tx, viewer, at, { action: 'cycle.voidVote', steps, reason });
      return at.vote.id;
    });
  }

  private async over(tx: EntityManager, { vote }: VoteAtWork): Promise<void> {
    await tx.save(AssessmentVoteEntity, { ...vote, overAt: this.clock.now() });
  }

  private leave(
    tx: EntityManager,
    viewer: Viewer,
    { cycle, node, group }: VoteAtWork,
    what: {
      readonly action: string;
      readonly steps: readonly CycleNote[];
      readonly more?: Record<string, unknown>;
      readonly reason?: string | null;
    },
  ): Promise<void> {
    const { action, steps, more, reason = null } = what;
    const after = { indicator: node.name, voterGroup: group.name, ...more };
    return this.changes.leave(tx, viewer, cycle, { action, steps, after, reason });
  }
}
