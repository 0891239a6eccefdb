import type { Viewer } from '@dangwu/access';
import { BallotReports, canonical, Credentials, type VoteCredential } from '@dangwu/ballots';
import { Audit, leavesNothing } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { LiveEvents } from '@dangwu/platform/events';
import { globalId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { AssessmentCycleEntity } from '../cycle/cycle.entity';
import { AssessmentVoteEntity } from './vote.entity';
import { scopeOfVoters, VoteFrame } from './vote-frame';
import type { TakeAssessmentCredentialInput } from './vote.inputs';
import { VoteRows } from './vote-rows';
import type { OwnAssessmentVote } from './vote.type';

/** How long a vote that is over stays with its voters, so that they find their own paper in the list. */
const daysAfter = 90;

/** What voters see and do. Papers do not come by here: `libs/ballots` takes them without knowing from whom. */
@Injectable()
export class OwnVotes {
  constructor(
    private readonly frame: VoteFrame,
    private readonly rows: VoteRows,
    private readonly credentials: Credentials,
    private readonly reports: BallotReports,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly live: LiveEvents,
    private readonly clock: Clock,
  ) {}

  list(viewer: Viewer): Promise<OwnAssessmentVote[]> {
    const since = new Date(this.clock.now().getTime() - daysAfter * 86_400_000);
    return this.database.transaction(scopeOfVoters(viewer), (tx) => this.rows.own(tx, viewer.account.id, since));
  }

  /** Null: there is none, or one has no vote in it. */
  one(viewer: Viewer, id: string): Promise<OwnAssessmentVote | null> {
    return this.database.transaction(scopeOfVoters(viewer), (tx) => this.rows.ownOne(tx, id, viewer.account.id));
  }

  /** @throws UNKNOWN_ID, BALLOT_NOT_ISSUING, CREDENTIAL_GIVEN, BLINDED_UNREADABLE */
  credential(viewer: Viewer, { voteId, blinded }: TakeAssessmentCredentialInput): Promise<VoteCredential> {
    return this.frame.attend(viewer, voteId, 'voter', async (tx, { id, ballotId }) => {
      const signature = await this.credentials.issue(tx, ballotId, viewer.account.id, blinded);
      leavesNothing('given already');
      const { cycleId, associationId } = await tx.findOneByOrFail(AssessmentVoteEntity, { id });
      // whoever conducts it sees how many there are
      const event = { kind: 'assessment', id: globalId('AssessmentCycle', cycleId), associationId };
      await this.live.publish(tx, { to: 'association', ...event });
      return { signature };
    });
  }

  /** The list of a vote that was counted, as it is hashed: for its voters, and for whoever conducts it. @throws UNKNOWN_ID */
  published(viewer: Viewer, voteId: string): Promise<{ readonly name: string; readonly content: Buffer }> {
    return this.frame.attend(viewer, voteId, 'either', async (tx, { id, ballotId }) => {
      const published = await this.reports.published(tx, ballotId);
      if (!published) throw platformErrors.UNKNOWN_ID();
      const { cycleId } = await tx.findOneByOrFail(AssessmentVoteEntity, { id });
      const cycle = await tx.findOneByOrFail(AssessmentCycleEntity, { id: cycleId });
      await this.audit.record(tx, {
        action: 'cycle.downloadVoteList',
        subjectType: 'AssessmentCycle',
        subjectId: cycleId,
        subjectName: cycle.title,
        organizationId: cycle.organizationId,
        after: { publishedHash: published.hash },
      });
      return { name: `${published.title}-票单.json`, content: Buffer.from(canonical(published.list)) };
    });
  }
}
