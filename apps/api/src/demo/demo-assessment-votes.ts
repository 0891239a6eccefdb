import {
  AssessmentBallotEntity,
  nodesOf,
  Participation,
  SchemeVersionEntity,
  type AssessmentCycleEntity,
  type AssessmentEntity,
  type BallotNode,
} from '@dangwu/assessment';
import { insertRows } from '@dangwu/platform/database';
import { newId } from '@dangwu/platform/ids';
import type { EntityManager } from 'typeorm';

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
  const { tree } = await tx.findOneByOrFail(SchemeVersionEntity, { id: cycle.schemeVersionId });
  const voted = nodesOf(tree.root).flatMap(({ node }) => (node.kind === 'BALLOT' ? [node] : []));
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

const papersOf = ({ groups, options }: BallotNode, seed: number): AssessmentBallotEntity['papers'] =>
  Object.fromEntries(
    groups.map((group, g) => [
      group.key,
      Object.fromEntries(
        options.map((option, o) => [option.key, (shares[(seed + g) % shares.length]![o] ?? 0) * (1 + (seed % 3))]),
      ),
    ]),
  );
