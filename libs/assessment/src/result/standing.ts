import { type Result, type ResultNode, type SchemeTree } from '../engine';

/**
 * Of a result what ranking looks at: total, grade, and the points that tie-breakers compare. A group of thousands is placed
 * anew without reading thousands of trees.
 */
export function standingOf(result: Result, { tieBreakers }: SchemeTree): Result {
  const compared = new Set(tieBreakers.flatMap((one) => (one.by === 'NODE' ? [one.key] : [])));
  return { ...result, faults: [], root: { ...result.root, how: null, children: kept(result.root.children, compared) } };
}

function kept(nodes: readonly ResultNode[], compared: ReadonlySet<string>): ResultNode[] {
  return nodes.flatMap((node) => {
    const below = kept(node.children, compared);
    return compared.has(node.key) ? [{ ...node, how: null, children: below }] : below;
  });
}
