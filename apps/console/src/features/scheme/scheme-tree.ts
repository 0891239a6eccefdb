/** The tree of a scheme as the API gives it (scalar SchemeTree), and what the editor does to it: pure, nothing is changed in place. */
export interface Words {
  zh: string;
  en: string;
}
export type Aggregation =
  | { by: 'AVERAGE' }
  | { by: 'TRIMMED'; drop: number }
  | { by: 'ROLES'; roles: { role: string; name: Words; weight: string }[] };
export type Condition =
  | { on: 'WHOLE_ZERO'; figure: string }
  | { on: 'TYPE_IN' | 'TYPE_NOT_IN' | 'TIER_IN' | 'TIER_NOT_IN' | 'DUTY_NONE_OF'; list: string[] };
export interface Band {
  from: string | null;
  to: string | null;
  share: string;
}
export type Mapping =
  { by: 'LINEAR'; from: string; to: string } | { by: 'STEPPED'; bands: Band[] } | { by: 'FORMULA'; formula: string };
export interface Level {
  key: string;
  name: Words;
  share: string;
}
interface AnyNode {
  key: string;
  name: Words;
  notApplicable?: Condition[];
  tags?: string[];
}
export type Unit = 'COUNT' | 'PERCENT' | 'HOURS';
export type GroupNode = AnyNode & { kind: 'GROUP'; weight: string; bonusRoom?: string; children: SchemeNode[] };
export type MetricNode = AnyNode & { kind: 'METRIC'; weight: string; figure: string; unit: Unit; mapping: Mapping };
export type RubricNode = AnyNode & {
  kind: 'RUBRIC';
  weight: string;
  entry: 'LEVEL' | 'POINTS';
  levels: Level[];
  commentWhenCut: boolean;
  scorers?: Aggregation;
};
export type BallotNode = AnyNode & {
  kind: 'BALLOT';
  weight: string;
  groups: { key: string; name: Words; weight: string }[];
  options: { key: string; name: Words; share: string | null }[];
};
export type PointsNode = AnyNode & { kind: 'DEDUCTION' | 'BONUS'; figure: string | null; each: string; cap: string };
export type VetoNode = AnyNode & { kind: 'VETO'; figure: string | null; capsAt: string };
export type SchemeNode = GroupNode | MetricNode | RubricNode | BallotNode | PointsNode | VetoNode;
export type NodeKind = SchemeNode['kind'];
export type TieBreaker =
  { by: 'NODE'; key: string } | { by: 'FIGURE'; figure: string; name: Words; first: 'HIGH' | 'LOW' };
export interface SchemeTree {
  rounding: { scale: number; mode: 'HALF_UP' | 'HALF_EVEN' | 'DOWN' };
  scorers: Aggregation;
  root: GroupNode;
  grades: { key: string; name: Words; from: string | null }[];
  topShare: { share: string; atLeastOne: boolean } | null;
  tieBreakers: TieBreaker[];
  equalAtLimit: 'BOTH' | 'NEITHER';
}

export const KINDS: readonly NodeKind[] = ['GROUP', 'METRIC', 'RUBRIC', 'BALLOT', 'DEDUCTION', 'BONUS', 'VETO'];

/** The API answers what was saved as a tree, and saves nothing else. */
export const treeOf = (given: unknown): SchemeTree => given as SchemeTree;

/** A node with its group and how deep it stands. */
export interface Placed {
  node: SchemeNode;
  parent: GroupNode | null;
  index: number;
  depth: number;
}

/** All nodes, each before those below it. */
export function placed(root: SchemeNode, parent: GroupNode | null = null, index = 0, depth = 0): Placed[] {
  const below = root.kind === 'GROUP' ? root.children : [];
  return [
    { node: root, parent, index, depth },
    ...below.flatMap((child, i) => placed(child, root as GroupNode, i, depth + 1)),
  ];
}

export const find = (tree: SchemeTree, key: string | null): Placed | null =>
  placed(tree.root).find(({ node }) => node.key === key) ?? null;

const mapped = (node: SchemeNode, change: (node: SchemeNode) => SchemeNode): SchemeNode => {
  const changed = change(node);
  return changed.kind === 'GROUP'
    ? { ...changed, children: changed.children.map((child) => mapped(child, change)) }
    : changed;
};

/** A node in the place of the one of a key, in the whole tree. */
export function withNode(tree: SchemeTree, key: string, node: SchemeNode): SchemeTree {
  const was = find(tree, key)?.node;
  const root = mapped(tree.root, (one) => (one === was ? node : one)) as GroupNode;
  // whoever named it by its key still means it
  const tieBreakers = tree.tieBreakers.map((one) =>
    one.by === 'NODE' && one.key === key ? { ...one, key: node.key } : one,
  );
  return { ...tree, root, tieBreakers };
}

const withoutNode = (root: GroupNode, node: SchemeNode): GroupNode =>
  mapped(root, (one) =>
    one.kind === 'GROUP' ? { ...one, children: one.children.filter((child) => child !== node) } : one,
  ) as GroupNode;

/** Without a node and everything below it; what named it as a tie-breaker goes, too. */
export function removed(tree: SchemeTree, key: string): SchemeTree {
  const at = find(tree, key);
  if (!at?.parent) return tree;
  const gone = new Set(placed(at.node).map(({ node }) => node.key));
  const tieBreakers = tree.tieBreakers.filter((one) => one.by !== 'NODE' || !gone.has(one.key));
  return { ...tree, root: withoutNode(tree.root, at.node), tieBreakers };
}

const inserted = (root: GroupNode, group: SchemeNode, index: number, node: SchemeNode): GroupNode =>
  mapped(root, (one) => {
    if (one !== group || one.kind !== 'GROUP') return one;
    const children = [...one.children];
    children.splice(index, 0, node);
    return { ...one, children };
  }) as GroupNode;

/** With a node that was not there, at the end of a group. */
export function added(tree: SchemeTree, group: string, node: SchemeNode): SchemeTree {
  const into = find(tree, group)?.node;
  return into?.kind === 'GROUP' ? { ...tree, root: inserted(tree.root, into, into.children.length, node) } : tree;
}

/** Where a node is dropped: before or after another, or into a group. */
export type Drop = { to: string; where: 'BEFORE' | 'AFTER' | 'INTO' };

/** Whether a node can be put there: never into what is below it, nothing beside the root. */
export function mayDrop(tree: SchemeTree, key: string, { to, where }: Drop): boolean {
  const [moving, target] = [find(tree, key), find(tree, to)];
  if (!moving?.parent || !target || key === to) return false;
  if (placed(moving.node).some(({ node }) => node.key === to)) return false;
  return where === 'INTO' ? target.node.kind === 'GROUP' : target.parent !== null;
}

/** With a node put elsewhere; the same tree where that cannot be. */
export function dropped(tree: SchemeTree, key: string, drop: Drop): SchemeTree {
  if (!mayDrop(tree, key, drop)) return tree;
  const { node } = find(tree, key)!;
  const without = { ...tree, root: withoutNode(tree.root, node) };
  const target = find(without, drop.to)!;
  if (drop.where === 'INTO') return added(without, drop.to, node);
  const index = target.index + (drop.where === 'AFTER' ? 1 : 0);
  return { ...without, root: inserted(without.root, target.parent!, index, node) };
}

export const STEPS = ['UP', 'DOWN', 'IN', 'OUT'] as const;
export type Step = (typeof STEPS)[number];

/** Where one step moves a node: up, down, into the group before it, out of its own; null: it cannot go there. */
export function stepOf(tree: SchemeTree, key: string, step: Step): Drop | null {
  const at = find(tree, key);
  if (!at?.parent) return null;
  const siblings = at.parent.children;
  const before = siblings[at.index - 1];
  const after = siblings[at.index + 1];
  if (step === 'UP') return before ? { to: before.key, where: 'BEFORE' } : null;
  if (step === 'DOWN') return after ? { to: after.key, where: 'AFTER' } : null;
  if (step === 'IN') return before?.kind === 'GROUP' ? { to: before.key, where: 'INTO' } : null;
  return find(tree, at.parent.key)?.parent ? { to: at.parent.key, where: 'AFTER' } : null;
}

const decimal = /^-?\d{1,12}(\.\d{1,6})?$/;
const scale = 1_000_000n;

/** A decimal in millionths; null: it is none. */
export function millionths(text: string): bigint | null {
  if (!decimal.test(text)) return null;
  const [whole = '0', places = ''] = text.replace('-', '').split('.');
  const amount = BigInt(whole) * scale + BigInt(places.padEnd(6, '0'));
  return text.startsWith('-') ? -amount : amount;
}

/** With two places at least, more where there are more. */
export function decimalText(amount: bigint): string {
  const [sign, size] = amount < 0n ? ['−', -amount] : ['', amount];
  const places = String(size % scale)
    .padStart(6, '0')
    .replace(/0{1,4}$/, '');
  return `${sign}${size / scale}.${places}`;
}

/** What the weights below a group come to beside its own; `short` is what is missing, below 0 what is too much. */
export function weightsOf(group: GroupNode): { sum: string; short: bigint } | null {
  let sum = 0n;
  for (const child of group.children) {
    if (!('weight' in child)) continue;
    const weight = millionths(child.weight);
    if (weight === null) return null;
    sum += weight;
  }
  const own = millionths(group.weight);
  return own === null ? null : { sum: decimalText(sum), short: own - sum };
}

/** A key that is not used yet. */
export function freshKey(tree: SchemeTree, kind: NodeKind): string {
  const used = new Set(placed(tree.root).map(({ node }) => node.key));
  for (let i = 1; ; i++) if (!used.has(`${kind}_${i}`)) return `${kind}_${i}`;
}
