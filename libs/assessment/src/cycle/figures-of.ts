import { nodesOf, type SchemeNode, type SchemeTree } from '../engine';

/** The keys of all figures that a tree rests on, each once: of indicators, of what makes one not apply, of tie-breakers. */
export function figuresOf(tree: SchemeTree): string[] {
  const keys = nodesOf(tree.root).flatMap(({ node }) => ofNode(node));
  for (const breaker of tree.tieBreakers) if (breaker.by === 'FIGURE') keys.push(breaker.figure);
  return [...new Set(keys)].sort();
}

function ofNode(node: SchemeNode): string[] {
  const keys = 'figure' in node && node.figure ? [node.figure] : [];
  for (const condition of node.notApplicable ?? []) if (condition.on === 'WHOLE_ZERO') keys.push(condition.figure);
  return keys;
}
