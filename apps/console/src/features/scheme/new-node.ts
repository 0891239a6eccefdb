import { freshKey, type NodeKind, type SchemeNode, type SchemeTree } from './scheme-tree';

const word = (zh: string, en: string) => ({ zh, en });

/** What a node of a kind begins with; what only its author knows is left open, and told as a fault. */
export function newNode(tree: SchemeTree, kind: NodeKind): SchemeNode {
  const node = { key: freshKey(tree, kind), name: word('', '') };
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
        levels: [
          { key: 'GOOD', name: word('好', 'Good'), share: '1' },
          { key: 'FAIRLY_GOOD', name: word('较好', 'Fairly good'), share: '0.85' },
          { key: 'FAIR', name: word('一般', 'Fair'), share: '0.6' },
          { key: 'POOR', name: word('差', 'Poor'), share: '0.3' },
        ],
      };
    case 'BALLOT':
      return {
        ...{ ...node, kind, weight: '0' },
        groups: [{ key: 'MEMBERS', name: word('党员', 'Members'), weight: '1' }],
        options: [
          { key: 'SATISFIED', name: word('满意', 'Satisfied'), share: '1' },
          { key: 'FAIRLY_SATISFIED', name: word('基本满意', 'Fairly satisfied'), share: '0.6' },
          { key: 'NOT_SATISFIED', name: word('不满意', 'Not satisfied'), share: '0' },
          { key: 'UNKNOWN', name: word('不了解', 'Do not know'), share: null },
        ],
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
