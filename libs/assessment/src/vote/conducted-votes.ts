import { everywhere, type Viewer } from '@dangwu/access';
import { secrecyFloor } from '@dangwu/ballots';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { globalId, localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChangeCycle } from '../cycle/change-cycle';
import { nodesOf } from '../engine';
import { SchemeVersionEntity } from '../scheme/scheme.entity';
import { VoteRows } from './vote-rows';
import type { AssessmentVote, AssessmentVoteChoices, HeldVote, VoterCandidates } from './vote.type';
import { votersOf } from './voter-people';
import { VotersNeeded } from './voters-needed';

/** What whoever conducts a cycle reads of its votes. */
@Injectable()
export class ConductedVotes {
  constructor(
    private readonly database: Database,
    private readonly changes: ChangeCycle,
    private readonly rows: VoteRows,
    private readonly needed: VotersNeeded,
    private readonly clock: Clock,
  ) {}

  /** @throws UNKNOWN_ID, PERMISSION_MISSING */
  async list(viewer: Viewer, cycle: string): Promise<AssessmentVote[]> {
    const { id } = await this.changes.find(viewer, cycle);
    return this.database.transaction(viewer.scope('assessment.conduct'), (tx) =>
      this.rows.ofCycle(tx, id, viewer.account.id),
    );
  }

  /** After something was done to it. @param id a UUID */
  after(viewer: Viewer, id: string): Promise<AssessmentVote> {
    return this.database.transaction(viewer.scope('assessment.conduct'), (tx) =>
      this.rows.one(tx, id, viewer.account.id),
    );
  }

  /** @throws UNKNOWN_ID, PERMISSION_MISSING */
  async choices(viewer: Viewer, cycle: string): Promise<AssessmentVoteChoices> {
    const found = await this.changes.find(viewer, cycle);
    return this.database.transaction(viewer.scope('assessment.conduct'), async (tx) => {
      const { tree } = await tx.findOneByOrFail(SchemeVersionEntity, { id: found.schemeVersionId });
      const { fewest, basis } = await this.needed.rule(tx, found);
      const voted = nodesOf(tree.root).flatMap(({ node }) => (node.kind === 'BALLOT' ? [node] : []));
      return {
        indicators: voted.map(({ key, name, groups, options }) => ({
          ...{ key, name },
          groups: groups.map((group) => ({ key: group.key, name: group.name })),
          options: options.map((option) => ({ key: option.key, name: option.name })),
        })),
        held: await heldOf(tx, found.id),
        fewest,
        fewestBasis: basis,
        floor: secrecyFloor,
      };
    });
  }

  /** @throws UNKNOWN_ID, PERMISSION_MISSING */
  async candidates(
    viewer: Viewer,
    cycle: string,
    organization: string | null,
    search: string,
  ): Promise<VoterCandidates> {
    await this.changes.find(viewer, cycle);
    const organizationId = organization && localId('PartyOrganization', organization);
    const now = this.clock.now();
    const { people, withoutAccount } = await this.database.transaction(viewer.scope('assessment.conduct'), (tx) =>
      everywhere(tx, () => votersOf(tx, { associationId: viewer.association.id, organizationId, search, now })),
    );
    return { people: people.map((one) => ({ ...one, id: globalId('Account', one.id) })), withoutAccount };
  }
}

async function heldOf(tx: EntityManager, cycleId: string): Promise<HeldVote[]> {
  const rows = await tx.query<HeldVote[]>(
    `select l.assessment_id as "assessmentId", l.node_key as "nodeKey", l.group_key as "groupKey"
     from assessment_ballot l join assessment a on a.id = l.assessment_id
     where a.cycle_id = $1 and l.deleted_at is null order by l.id`,
    [cycleId],
  );
  return rows.map((row) => ({ ...row, assessmentId: globalId('Assessment', row.assessmentId) }));
}
