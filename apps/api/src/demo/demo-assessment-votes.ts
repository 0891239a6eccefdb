import {
  AssessmentBallotEntity,
  AssessmentVoteEntity,
  nodesOf,
  Participation,
  SchemeVersionEntity,
  type AssessmentCycleEntity,
  type AssessmentEntity,
  type BallotNode,
} from '@dangwu/assessment';
import { Ballots } from '@dangwu/ballots';
import { insertRows } from '@dangwu/platform/database';
import { newId } from '@dangwu/platform/ids';
import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DemoAccount } from './demo-accounts';

/** Of ten papers, how many say what; the first option is the best. */
const shares: readonly (readonly number[])[] = [
  [10, 0, 0, 0],
  [8, 2, 0, 0],
  [7, 2, 0, 1],
  [9, 1, 0, 0],
  [6, 3, 1, 0],
];

/** Papers of the votes that schemes ask for, counted by hand in an assembly. */
export async function addVotes(
  tx: EntityManager,
  cycle: AssessmentCycleEntity,
  assessed: readonly AssessmentEntity[],
): Promise<void> {
  const voted = await votedOn(tx, cycle);
  const part = assessed.filter(
    ({ participation }) => participation === Participation.REQUIRED || participation === Participation.OPTED_IN,
  );
  await insertRows(
    tx,
    AssessmentBallotEntity,
    part.flatMap(({ id: assessmentId, associationId, organizationId }, i) =>
      voted.map((node) => ({
        id: newId(),
        ...{ associationId, assessmentId, organizationId, nodeKey: node.key },
        papers: papersOf(node, i),
        tellers: '党员大会推选的监票人、计票人',
      })),
    ),
  );
}

/** Some organizations of the secretariat on which a secret vote is held: their papers are not counted by hand. */
export const votedSecretly = (assessed: readonly AssessmentEntity[]): AssessmentEntity[] =>
  assessed.filter(({ tier }) => tier === 'SECRETARIAT').slice(0, 3);

/** A vote whose credentials are given out: among its voters everybody of the demo who holds an office in the party. */
export async function addSecretVote(
  tx: EntityManager,
  app: INestApplicationContext,
  { id: cycleId, associationId, organizationId, title }: AssessmentCycleEntity,
  assessed: readonly AssessmentEntity[],
  { node, people, openedAt }: { node: BallotNode; people: readonly DemoAccount[]; openedAt: Date },
): Promise<void> {
  const [id, group] = [newId(), node.groups[0]!];
  const options = node.options.map(({ key, name }) => ({ key, title: name.zh }));
  const questions = assessed.map(({ subjectName }, i) => ({ key: String(i + 1), title: subjectName, options }));
  const of = { associationId, organizationId };
  const { id: ballotId } = await app.get(Ballots, { strict: false }).open(tx, {
    ...{ ...of, subjectType: 'AssessmentVote', subjectId: id, secrecy: 'SECRET', questions },
    title: `${title}：${node.name.zh}（${group.name.zh}）`,
    groups: [{ key: group.key, weight: '1' }],
    voters: people.filter(({ role }) => voting.has(role)).map((one) => ({ accountId: one.id, group: group.key })),
  });
  const openedBy = people.find(({ role }) => role === 'PARTY_STAFF')!.name;
  const keys = { nodeKey: node.key, groupKey: group.key, ballotId };
  await insertRows(tx, AssessmentVoteEntity, [{ id, ...of, cycleId, ...keys, openedBy, openedAt }]);
  await insertRows(
    tx,
    AssessmentBallotEntity,
    assessed.map((one, i) => ({
      id: newId(),
      ...{ associationId, assessmentId: one.id, organizationId: one.organizationId, ...keys },
      question: questions[i]!.key,
    })),
  );
}

const voting: ReadonlySet<string> = new Set([
  'SECRETARY',
  'COMMITTEE_MEMBER',
  'EXPERT',
  'DISCIPLINE_OFFICER',
  'LEADER',
  'MEMBER',
]);

/** The indicators of a cycle that are voted on. */
export async function votedOn(tx: EntityManager, cycle: AssessmentCycleEntity): Promise<BallotNode[]> {
  const { tree } = await tx.findOneByOrFail(SchemeVersionEntity, { id: cycle.schemeVersionId });
  return nodesOf(tree.root).flatMap(({ node }) => (node.kind === 'BALLOT' ? [node] : []));
}

const papersOf = ({ groups, options }: BallotNode, seed: number): AssessmentBallotEntity['papers'] =>
  Object.fromEntries(
    groups.map((group, g) => [
      group.key,
      Object.fromEntries(
        options.map((option, o) => [option.key, (shares[(seed + g) % shares.length]![o] ?? 0) * (1 + (seed % 3))]),
      ),
    ]),
  );
