import { everywhere, type Viewer } from '@dangwu/access';
import { Ballots, type Question } from '@dangwu/ballots';
import { Clock } from '@dangwu/platform/clock';
import { Database, insertRows } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { globalId, localId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { ChangeCycle, locked, refuseImpossible } from '../cycle/change-cycle';
import { takingPart } from '../cycle/cycle-gaps';
import { AssessmentEntity, type AssessmentCycleEntity } from '../cycle/cycle.entity';
import { AssessmentStepKind } from '../cycle/cycle.enums';
import type { BallotNode } from '../engine';
import { SchemeVersionEntity } from '../scheme/scheme.entity';
import { ballotNode } from '../scoring/ballot-node';
import { AssessmentBallotEntity } from '../scoring/scoring.entity';
import { questionsOf } from './questions-of';
import { groupOf } from './vote-frame';
import { AssessmentVoteEntity } from './vote.entity';
import { voteErrors } from './vote.errors';
import type { OpenAssessmentVoteInput } from './vote.inputs';
import { VotersNeeded } from './voters-needed';

/** So many are named in a refusal. */
const mostNamed = 5;

/**
 * Opens votes. All voters of a group get the same paper, also on themselves: a paper that left somebody out would say whose
 * it is. ADR 29 says more.
 */
@Injectable()
export class OpenVote {
  constructor(
    private readonly database: Database,
    private readonly changes: ChangeCycle,
    private readonly ballots: Ballots,
    private readonly needed: VotersNeeded,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns its UUID
   * @throws UNKNOWN_ID, PERMISSION_MISSING, CYCLE_STAGE, SCORE_NODE_UNKNOWN, and all that starts with VOTE
   */
  async open(viewer: Viewer, { cycleId, nodeKey, groupKey, ...input }: OpenAssessmentVoteInput): Promise<string> {
    const { id } = await this.changes.find(viewer, cycleId);
    const ids = input.assessmentIds.map((one) => localId('Assessment', one));
    const voters = input.voterIds.map((one) => localId('Account', one));
    const reason = input.reason?.trim() || null;
    return this.database.transaction(viewer.scope('assessment.conduct'), async (tx) => {
      const cycle = await locked(tx, id);
      refuseImpossible('vote', cycle);
      const { tree } = await tx.findOneByOrFail(SchemeVersionEntity, { id: cycle.schemeVersionId });
      const node = ballotNode(tree, nodeKey);
      const group = groupOf(node, groupKey);
      const assessed = await assessedOf(tx, cycle, ids);
      await refuseHeld(tx, node, group, assessed);
      await refuseVoters(tx, cycle, node, voters, ids);
      await this.needed.check(tx, cycle, { group, of: 'voters', count: voters.length, reason });
      const questions = questionsOf(node, assessed);
      const vote = await this.add(tx, viewer, cycle, { node, group, questions, voters });
      await insertRows(tx, AssessmentBallotEntity, linksOf(vote, assessed, questions));
      await this.changes.leave(tx, viewer, cycle, {
        action: 'cycle.openVote',
        steps: [{ kind: AssessmentStepKind.VOTE_OPENED, text: saidOf(node, group, reason) }],
        after: {
          ...{ indicator: node.name, voterGroup: group.name, voters: voters.length },
          subjects: assessed.map(({ id: one }) => globalId('Assessment', one)),
        },
        reason,
      });
      return vote.id;
    });
  }

  private async add(
    tx: EntityManager,
    viewer: Viewer,
    { id: cycleId, associationId, organizationId, title }: AssessmentCycleEntity,
    what: {
      readonly node: BallotNode;
      readonly group: BallotNode['groups'][number];
      readonly questions: readonly Question[];
      readonly voters: readonly string[];
    },
  ): Promise<AssessmentVoteEntity> {
    const { node, group, questions, voters } = what;
    const now = this.clock.now();
    const id = newId(now.getTime());
    const { id: ballotId } = await this.ballots.open(tx, {
      ...{ associationId, organizationId, subjectType: 'AssessmentVote', subjectId: id, secrecy: 'SECRET', questions },
      title: `${title}：${node.name.zh}（${group.name.zh}）`,
      // how much a group weighs stands in the scheme: within one all votes weigh the same
      groups: [{ key: group.key, weight: '1' }],
      voters: voters.map((accountId) => ({ accountId, group: group.key })),
    });
    const vote = tx.create(AssessmentVoteEntity, {
      ...{ id, associationId, organizationId, cycleId, ballotId, nodeKey: node.key, groupKey: group.key },
      ...{ openedBy: viewer.account.name, openedAt: now, createdAt: now },
    });
    await tx.insert(AssessmentVoteEntity, vote);
    return vote;
  }
}

/** What readers are told of a vote: the indicator, whose votes, why it goes on with few. */
export const saidOf = (node: BallotNode, group: BallotNode['groups'][number], reason: string | null): string =>
  [`${node.name.zh}（${group.name.zh}）`, ...(reason ? [reason] : [])].join('：');

/** In the order in which they were named. @throws UNKNOWN_ID, VOTE_SUBJECT_OUT */
async function assessedOf(
  tx: EntityManager,
  { id: cycleId }: AssessmentCycleEntity,
  ids: readonly string[],
): Promise<AssessmentEntity[]> {
  const rows = await tx.findBy(AssessmentEntity, { id: In([...ids]), cycleId });
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const one = found.get(id);
    if (!one) throw platformErrors.UNKNOWN_ID();
    if (!takingPart.includes(one.participation)) throw voteErrors.VOTE_SUBJECT_OUT({ subject: one.subjectName });
    return one;
  });
}

/** The lock on the cycle keeps tellers and other votes out until this is written. @throws VOTE_BY_HAND, VOTE_HELD */
async function refuseHeld(
  tx: EntityManager,
  node: BallotNode,
  group: BallotNode['groups'][number],
  assessed: readonly AssessmentEntity[],
): Promise<void> {
  const assessmentId = In(assessed.map(({ id }) => id));
  const rows = await tx.findBy(AssessmentBallotEntity, { assessmentId, nodeKey: node.key });
  const subject = ({ assessmentId: of }: AssessmentBallotEntity) => assessed.find(({ id }) => id === of)!.subjectName;
  const byHand = rows.find(({ ballotId }) => !ballotId);
  if (byHand) throw voteErrors.VOTE_BY_HAND({ subject: subject(byHand), indicator: node.name.zh });
  const held = rows.find(({ groupKey }) => groupKey === group.key);
  if (held) throw voteErrors.VOTE_HELD({ subject: subject(held), group: group.name.zh });
}

/** @throws UNKNOWN_ID, VOTE_VOTER_UNFIT, VOTE_VOTER_TWICE */
async function refuseVoters(
  tx: EntityManager,
  { associationId }: AssessmentCycleEntity,
  { key }: BallotNode,
  accounts: readonly string[],
  assessed: readonly string[],
): Promise<void> {
  const people = await everywhere(tx, () =>
    tx.query<{ name: string; fit: boolean; twice: boolean }[]>(
      `select a.name, a.disabled_at is null and a.deleted_at is null as fit, exists (
         select from ballot_voter v join assessment_ballot l on l.ballot_id = v.ballot_id and l.deleted_at is null
         where v.account_id = a.id and l.node_key = $3 and l.assessment_id = any ($4)) as twice
       from account a where a.id = any ($1) and a.association_id = $2 order by a.name`,
      [accounts, associationId, key, assessed],
    ),
  );
  if (people.length < accounts.length) throw platformErrors.UNKNOWN_ID();
  const unfit = people.find(({ fit }) => !fit);
  if (unfit) throw voteErrors.VOTE_VOTER_UNFIT({ name: unfit.name });
  const twice = people.filter((one) => one.twice).map(({ name }) => name);
  if (twice.length) throw voteErrors.VOTE_VOTER_TWICE({ names: twice.slice(0, mostNamed) });
}

const linksOf = (
  { associationId, ballotId, nodeKey, groupKey, createdAt }: AssessmentVoteEntity,
  assessed: readonly AssessmentEntity[],
  questions: readonly Question[],
): Partial<AssessmentBallotEntity>[] =>
  assessed.map(({ id: assessmentId, organizationId }, i) => ({
    id: newId(createdAt.getTime()),
    ...{ associationId, assessmentId, organizationId, nodeKey, groupKey, ballotId, createdAt },
    question: questions[i]!.key,
    papers: null,
    tellers: null,
  }));
