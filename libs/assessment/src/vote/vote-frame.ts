import { Access, missing, type Viewer } from '@dangwu/access';
import { Database, systemScope, type Scope } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { locked, refuseImpossible } from '../cycle/change-cycle';
import type { AssessmentCycleEntity } from '../cycle/cycle.entity';
import type { BallotNode } from '../engine';
import { SchemeVersionEntity } from '../scheme/scheme.entity';
import { ballotNode } from '../scoring/ballot-node';
import { AssessmentVoteEntity } from './vote.entity';
import { voteErrors } from './vote.errors';

/** A vote that is under way, in a cycle whose row is locked. */
export interface VoteAtWork {
  readonly vote: AssessmentVoteEntity;
  readonly cycle: AssessmentCycleEntity;
  readonly node: BallotNode;
  readonly group: BallotNode['groups'][number];
}

interface Found {
  readonly id: string;
  readonly ballotId: string;
  readonly organizationId: string;
  /** whether the viewer is on the list of voters */
  readonly own: boolean;
}

/** The frame of what is done to votes that are held: rights, and one transaction that holds the cycle. */
@Injectable()
export class VoteFrame {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** For whoever conducts the cycle. @throws UNKNOWN_ID, PERMISSION_MISSING, CYCLE_STAGE, VOTE_OVER */
  async conduct<T>(
    viewer: Viewer,
    global: string,
    work: (tx: EntityManager, at: VoteAtWork) => Promise<T>,
  ): Promise<T> {
    const found = await this.database.transaction(scopeOfVoters(viewer), (tx) => find(tx, viewer, global));
    if (!(await this.conducts(null, viewer, found))) throw await this.notTheirs(viewer, found);
    return this.database.transaction(viewer.scope('assessment.conduct'), async (tx) => {
      const vote = await tx.findOneByOrFail(AssessmentVoteEntity, { id: found.id });
      // whoever conducts waits for each other, and for tellers who record papers
      const cycle = await locked(tx, vote.cycleId);
      const { overAt } = await tx.findOneByOrFail(AssessmentVoteEntity, { id: found.id });
      if (overAt) throw voteErrors.VOTE_OVER();
      refuseImpossible('vote', cycle);
      const { tree } = await tx.findOneByOrFail(SchemeVersionEntity, { id: cycle.schemeVersionId });
      const node = ballotNode(tree, vote.nodeKey);
      return work(tx, { vote, cycle, node, group: groupOf(node, vote.groupKey) });
    });
  }

  /** For whoever votes in it, or else conducts it. @throws UNKNOWN_ID */
  attend<T>(
    viewer: Viewer,
    global: string,
    who: 'voter' | 'either',
    work: (tx: EntityManager, found: Found) => Promise<T>,
  ): Promise<T> {
    return this.database.transaction(scopeOfVoters(viewer), async (tx) => {
      const found = await find(tx, viewer, global);
      const may = found.own || (who === 'either' && (await this.conducts(tx, viewer, found)));
      // others are not told that there is a vote
      if (!may) throw platformErrors.UNKNOWN_ID();
      return work(tx, found);
    });
  }

  private async conducts(tx: EntityManager | null, viewer: Viewer, { organizationId }: Found): Promise<boolean> {
    if (!viewer.holds('assessment.conduct')) return false;
    return viewer.can('assessment.conduct', await this.access.place(tx, viewer, organizationId));
  }

  private async notTheirs(viewer: Viewer, { own, organizationId }: Found): Promise<Error> {
    const place = await this.access.place(null, viewer, organizationId);
    return own || viewer.can('assessment.read', place) ? missing('assessment.conduct') : platformErrors.UNKNOWN_ID();
  }
}

/** Voters may stand anywhere in the association; what they may touch is asked of the list of voters. */
export const scopeOfVoters = ({ association, account }: Viewer): Scope => ({
  ...systemScope(association.id),
  account: account.id,
});

/** @throws VOTE_GROUP_UNKNOWN */
export function groupOf(node: BallotNode, key: string): BallotNode['groups'][number] {
  const group = node.groups.find((one) => one.key === key);
  if (!group) throw voteErrors.VOTE_GROUP_UNKNOWN({ indicator: node.name.zh, group: key.slice(0, 64) });
  return group;
}

/** @throws UNKNOWN_ID */
async function find(tx: EntityManager, { account }: Viewer, global: string): Promise<Found> {
  const [found] = await tx.query<Found[]>(
    `select v.id, v.ballot_id as "ballotId", v.organization_id as "organizationId", exists (
       select from ballot_voter b where b.ballot_id = v.ballot_id and b.account_id = $2) as own
     from assessment_vote v where v.id = $1 and v.deleted_at is null`,
    [localId('AssessmentVote', global), account.id],
  );
  if (!found) throw platformErrors.UNKNOWN_ID();
  return found;
}
