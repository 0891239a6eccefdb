import { Closest, comparable, type CheckContext } from '@dangwu/imports';
import { deepest } from '@dangwu/access';
import { OrganizationStatus } from '../organization.enums';
import { mayBeRelated, mayBeRoot, mayStandUnder, parentTypesOf } from '../organization-rules';
import { typeWords } from '../organization-words';
import type { KnownOrganization, KnownOrganizations } from './known-organizations';
import { changesOf } from './roster-changes';
import { RosterTree, type Node, type RosterRow } from './roster-tree';

/** Whereby other rows call an organization. */
const names = ['name', 'code'] as const;

/**
 * All checks of a roster of organizations that need more than one cell. Two passes over references, then rounds over
 * the tree as it would become: a row held back takes its children with it, which may free others from a fault, so the
 * rounds go on until nothing new is found. Each adds at least one fault, hence they end.
 */
export function checkRoster(rows: readonly RosterRow[], known: KnownOrganizations, context: CheckContext): RosterTree {
  checkCodes(rows, known);
  const tree = new RosterTree(rows, known);
  for (const row of rows) row.namedBy(names);
  findParents(tree, known, context);
  for (let before = -1, found = 0; found !== before;) {
    before = found;
    blockChildren(tree);
    findCircles(tree);
    for (const node of tree.nodes.values()) if (node.row && !node.row.held) checkPlace(node, tree, known, context);
    checkChildren(tree, known);
    checkSiblings(tree);
    found = rows.filter((row) => row.held).length;
  }
  for (const node of tree.nodes.values()) if (node.row && !node.row.held) conclude(node, node.row, tree);
  return tree;
}

function checkCodes(rows: readonly RosterRow[], known: KnownOrganizations): void {
  const first = new Map<string, RosterRow>();
  for (const row of rows) {
    const { code } = row.values;
    if (code === undefined) continue;
    const earlier = first.get(code);
    if (earlier) {
      row.find('code', 'DUPLICATE_CODE', { first: earlier.row, firstName: earlier.shown.get('name') ?? '—' });
      continue;
    }
    first.set(code, row);
    const owner = known.byCode.get(code);
    if (!owner || owner.undone) continue;
    if (owner.status === OrganizationStatus.DISSOLVED) row.find('code', 'CODE_OF_DISSOLVED', { name: owner.name });
    if (owner.status === OrganizationStatus.PREPARING) row.find('code', 'CODE_OF_PREPARING', { name: owner.name });
  }
}

function findParents(tree: RosterTree, known: KnownOrganizations, context: CheckContext): void {
  let root: Pick<KnownOrganization, 'name' | 'code'> | undefined = known.root;
  let names: Closest | undefined;
  for (const node of tree.nodes.values()) {
    const { row } = node;
    if (!row?.sound('parent')) continue;
    const reference = row.values.parent;
    if (reference === undefined) {
      tree.parentOf.set(node, null);
      // whether this is the root cannot be told without its code
      if (!row.sound('code') || row.values.code === undefined) continue;
      if (root && root.code.toUpperCase() !== row.values.code)
        row.find('parent', 'SECOND_ROOT', { root: root.name, code: root.code });
      root ??= { name: row.values.name ?? row.values.code, code: row.values.code };
      continue;
    }
    const found = tree.find(reference);
    const [parent] = found;
    const earlier = context.heldBack.get(comparable(reference));
    if (!parent && earlier) row.block('parent', 'EARLIER_HELD_BACK', { held: earlier.row, file: earlier.fileName });
    else if (!parent) {
      // most rosters have no such fault, and an index over all names is not for nothing
      names ??= new Closest(tree.names());
      const suggestion = names.find(reference);
      row.find('parent', 'UNKNOWN_PARENT', suggestion && suggestion !== row.values.name ? { suggestion } : {});
    } else if (found.length > 1)
      row.find('parent', 'AMBIGUOUS_PARENT', { codes: found.map((one) => one.row?.shown.get('code') ?? one.key) });
    else if (!parent.row && parent.known?.status === OrganizationStatus.DISSOLVED)
      row.find('parent', 'PARENT_DISSOLVED');
    else tree.parentOf.set(node, parent);
  }
}

/** Rows below a row that is held back wait for it, unless the organization is there already. */
function blockChildren(tree: RosterTree): void {
  const children = new Map<Node, Node[]>();
  for (const [child, parent] of tree.parentOf) {
    if (!parent) continue;
    const list = children.get(parent);
    if (list) list.push(child);
    else children.set(parent, [child]);
  }
  const held = [...tree.nodes.values()].filter((node) => node.row?.held && !RosterTree.stands(node));
  const seen = new Set(held);
  for (let node = held.pop(); node; node = held.pop())
    for (const child of children.get(node) ?? []) {
      child.row?.block('parent', 'ROW_HELD_BACK', { held: node.row!.row });
      // in a circle one comes back to where one began
      if (!child.row?.held || RosterTree.stands(child) || seen.has(child)) continue;
      seen.add(child);
      held.push(child);
    }
}

/** Each circle loses its last row; everything has one parent, so circles never touch each other. */
function findCircles(tree: RosterTree): void {
  const done = new Set<Node>();
  for (const start of tree.nodes.values()) {
    const way: Node[] = [];
    const at = new Map<Node, number>();
    let node: Node | null = start;
    while (node && !done.has(node) && !at.has(node)) {
      at.set(node, way.push(node) - 1);
      node = tree.finalParent(node);
    }
    const from = node ? at.get(node) : undefined;
    way.forEach((one) => done.add(one));
    if (from === undefined) continue;
    const circle = way.slice(from);
    const last = circle.reduce<RosterRow | null>(
      (latest, { row }) => (row && !row.held && (!latest || row.row > latest.row) ? row : latest),
      null,
    );
    const names = [...circle, circle[0]!].map((one) => tree.final(one, 'name') ?? one.key);
    last?.find('parent', 'CYCLE', { circle: names.slice(0, 6).join(' → ') });
  }
}

function checkPlace(node: Node, tree: RosterTree, known: KnownOrganizations, context: CheckContext): void {
  const row = node.row!;
  const parent = tree.finalParent(node);
  const type = tree.final(node, 'type');
  const standing = RosterTree.stands(node) ? node.known : null;
  if (!parent) {
    if (type && !mayBeRoot(type)) row.find('type', 'ROOT_TYPE');
    const place = { path: known.associationPath, leadsPath: known.associationPath };
    if (!standing && !context.reaches(place)) row.find('code', 'OUT_OF_REACH');
    return;
  }
  if (row.values.relation === undefined && !standing?.relation) row.find('relation', 'REQUIRED');
  const parentType = tree.final(parent, 'type');
  const relation = tree.final(node, 'relation');
  if (type && parentType && !mayStandUnder(type, parentType))
    row.find('parent', 'TYPE_UNDER_TYPE', {
      type: typeWords[type].zh,
      parentType: typeWords[parentType].zh,
      allowed: parentTypesOf(type).map((one) => typeWords[one].zh),
    });
  if (type && relation && !mayBeRelated(type, relation)) row.find('relation', 'GROUP_IS_LED');
  if (depth(node, tree) > deepest) row.find('parent', 'TOO_DEEP', { limit: deepest });
  if (standing && changesOf(node, row, tree) !== null && !context.reaches(standing)) row.find('code', 'OUT_OF_REACH');
  const moved = !standing || parent.known?.id !== standing.parentId;
  if (moved && parent.known && RosterTree.stands(parent) && !context.reaches(parent.known))
    row.find('parent', 'OUT_OF_REACH');
}

function depth(node: Node, tree: RosterTree): number {
  let levels = 1;
  for (let up = tree.finalParent(node); up && levels <= deepest; up = tree.finalParent(up)) levels++;
  return levels;
}

/** What stands below a changed organization and is not in the roster (or is held back) must still fit. */
function checkChildren(tree: RosterTree, known: KnownOrganizations): void {
  for (const node of tree.nodes.values()) {
    const { row } = node;
    const type = row?.values.type;
    if (!row || row.held || !node.known || !type || type === node.known.type) continue;
    for (const one of known.children.get(node.known.id) ?? []) {
      const child = tree.nodes.get(one.code.toUpperCase());
      if (!child || (child.row && !child.row.held) || tree.finalParent(child) !== node) continue;
      if (!mayStandUnder(one.type, type))
        row.find('type', 'TYPE_ABOVE_CHILDREN', { child: one.name, type: typeWords[type].zh });
    }
  }
}

/** Of two of one name under one parent the later row is at fault; an organization that stands is the earlier. */
function checkSiblings(tree: RosterTree): void {
  const seen = new Map<string, Node>();
  const order = [...tree.nodes.values()].sort(
    (a, b) => Number(RosterTree.stands(b)) - Number(RosterTree.stands(a)) || (a.row?.row ?? 0) - (b.row?.row ?? 0),
  );
  for (const node of order) {
    const writes = node.row !== null && !node.row.held;
    if (!writes && (!RosterTree.stands(node) || node.known?.status === OrganizationStatus.DISSOLVED)) continue;
    const parent = tree.finalParent(node);
    const name = tree.final(node, 'name');
    if (!parent || name === undefined) continue;
    const key = `${parent.key} ${comparable(name)}`;
    const other = seen.get(key);
    if (!other) seen.set(key, node);
    else if (writes && tree.final(node, 'name') !== node.known?.name)
      node.row!.find('name', 'DUPLICATE_NAME', { parent: tree.final(parent, 'name') ?? parent.key, other: other.key });
  }
}

function conclude(node: Node, row: RosterRow, tree: RosterTree): void {
  row.action = RosterTree.stands(node) ? (changesOf(node, row, tree) ? 'UPDATE' : 'UNCHANGED') : 'CREATE';
  const parent = tree.finalParent(node);
  const date = tree.final(node, 'foundedOn');
  const parentDate = parent ? tree.final(parent, 'foundedOn') : undefined;
  const sound = row.sound('foundedOn') && (!parent?.row || parent.row.sound('foundedOn'));
  if (sound && date && parentDate && date < parentDate && row.values.foundedOn)
    row.find('foundedOn', 'FOUNDED_BEFORE_PARENT', { date, parentDate });
}
