import starting from './starting-lists.json';
import { freshKey, type NodeKind, type SchemeNode, type SchemeTree } from './scheme-tree';

/** What a node of a kind begins with; what only its author knows is left open, and told as a fault. */
export function newNode(tree: SchemeTree, kind: NodeKind): SchemeNode {
  const node = { key: freshKey(tree, kind), name: { zh: '', en: '' } };
  switch (kind) {
    case 'GROUP':
      return { ...node, kind, weight: '0', children: [] };
    case 'METRIC':
      return {
        ...node,
        kind,
        weight: '0',
        figure: '',
        unit: 'PERCENT',
        mapping: { by: 'LINEAR', from: '0', to: '100' },
      };
    case 'RUBRIC':
      return {
        ...{ ...node, kind, weight: '0', entry: 'LEVEL', commentWhenCut: true },
        levels: starting.levels,
      };
    case 'BALLOT':
      return {
        ...{ ...node, kind, weight: '0' },
        groups: starting.voters,
        options: starting.options,
      };
    case 'VETO':
      return { ...node, kind, figure: null, capsAt: tree.grades.at(-1)?.key ?? '' };
    default:
      return { ...node, kind, figure: null, each: '1', cap: '2' };
  }
}

/** A node as another kind: what both have stays. */
export function asKind(tree: SchemeTree, node: SchemeNode, kind: NodeKind): SchemeNode {
  const { key, name, notApplicable, tags } = node;
  const made = { ...newNode(tree, kind), key, name, ...(notApplicable && { notApplicable }), ...(tags && { tags }) };
  return 'weight' in made && 'weight' in node ? { ...made, weight: node.weight } : made;
}
