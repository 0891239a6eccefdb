import type { Fault, SchemeFaultCode } from './fault';
import { checkNode } from './check-node';
import { checkRest } from './check-rest';
import { shapeFaults } from './shape';
import { type FigureUnitName, nodesOf, type SchemeTree } from './scheme';

/** What a scheme is checked against: the register of figures. */
export type FigureTable = Readonly<Record<string, { readonly unit: FigureUnitName; readonly rate: boolean }>>;

/** What is known while a tree is checked. */
export interface Checking {
  readonly tree: SchemeTree;
  readonly figures: FigureTable | null;
  readonly keys: ReadonlySet<string>;
  readonly report: (code: SchemeFaultCode, path: string, params?: Readonly<Record<string, string>>) => void;
}

const mostNodes = 500;
const deepest = 8;

/**
 * Everything that is wrong with a scheme, in the order of the tree. Nothing: `compute` takes it.
 *
 * @param tree also what came from outside as JSON and is no scheme at all: then only its shape is told
 * @param figures the register; null: figures and units are not looked at
 */
export function checkScheme(tree: unknown, figures: FigureTable | null = null): Fault[] {
  const malformed = shapeFaults(tree);
  if (malformed.length) return malformed;
  const faults: Fault[] = [];
  const read = tree as SchemeTree;
  const nodes = nodesOf(read.root);
  const checking: Checking = {
    tree: read,
    figures,
    keys: new Set(nodes.map(({ node }) => node.key)),
    report: (code, path, params = {}) => faults.push({ code, path, params }),
  };
  if (nodes.length > mostNodes) checking.report('TREE_TOO_LARGE', 'root', { most: String(mostNodes) });
  const seen = new Map<string, string>();
  for (const { node, path } of nodes) {
    const first = seen.get(node.key);
    if (first !== undefined) checking.report('KEY_TWICE', path, { key: node.key, first });
    seen.set(node.key, first ?? path);
    if (path.split('/').length > deepest) checking.report('TREE_TOO_DEEP', path, { most: String(deepest) });
    checkNode(node, path, checking);
  }
  checkRest(checking);
  return faults;
}
