import { type Result, type ResultNode, type SchemeTree } from '../engine';

/**
 * Of a result what others are compared with it by: total, grade, the dimensions, and the points that tie-breakers compare. A
 * group of thousands is placed anew, and its medians are told, without reading thousands of trees.
 */
export function standingOf(result: Result, { tieBreakers }: SchemeTree): Result {
  const compared = new Set(tieBreakers.flatMap((one) => (one.by === 'NODE' ? [one.key] : [])));
  const dimensions = result.root.children.map((node) => ({
    ...node,
    how: null,
    children: kept(node.children, compared),
  }));
  return { ...result, faults: [], root: { ...result.root, how: null, children: dimensions } };
}

function kept(nodes: readonly ResultNode[], compared: ReadonlySet<string>): ResultNode[] {
  return nodes.flatMap((node) => {
    const below = kept(node.children, compared);
    return compared.has(node.key) ? [{ ...node, how: null, children: below }] : below;
  });
}
