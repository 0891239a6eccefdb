import { nodesOf, type BallotNode, type SchemeTree } from '../engine';
import { scoringErrors } from './scoring.errors';

/** The indicator that is voted on. @throws SCORE_NODE_UNKNOWN */
export function ballotNode(tree: SchemeTree, key: string): BallotNode {
  const found = nodesOf(tree.root).find(({ node }) => node.key === key)?.node;
  if (found?.kind !== 'BALLOT') throw scoringErrors.SCORE_NODE_UNKNOWN({ node: key });
  return found;
}
