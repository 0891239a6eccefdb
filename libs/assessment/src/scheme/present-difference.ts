import type { LocalText } from '@dangwu/platform/graphql';
import { nodesOf, type SchemeTree } from '../engine';
import { type Difference, difference, type NodeField, nodeValue, type Placed, treeValue } from './difference';
import { both, fieldWords, valueWords } from './difference-words';
import type { SchemeChange, SchemeFieldChange } from './scheme-parts.type';
import { SchemeChangeKind } from './scheme.enums';

const whole: LocalText = { zh: '方案整体', en: 'The scheme as a whole' };

/** What is told of what is new, or gone. */
const facts: readonly NodeField[] = ['KIND', 'WEIGHT', 'EACH', 'FIGURE', 'MAPPING'];

/** The names from the root down, the root itself left out unless it is meant. */
function placeOf({ node, path }: Placed, tree: SchemeTree): LocalText {
  const way = nodesOf(tree.root).filter((one) => one.path !== tree.root.key && `${path}/`.startsWith(`${one.path}/`));
  const nodes = way.length > 0 ? way.map((one) => one.node) : [node];
  return both((language) => nodes.map(({ key, name }) => name[language] || key).join(' › '));
}

/** The difference between two trees, in words. */
export function presentDifference(from: SchemeTree, to: SchemeTree): SchemeChange[] {
  return difference(from, to).map((one) => told(one, from, to));
}

function told(one: Difference, from: SchemeTree, to: SchemeTree): SchemeChange {
  switch (one.kind) {
    case 'ADDED':
      return ofNode(SchemeChangeKind.ADDED, one.after, to, factsOf(one.after, to, 'after'));
    case 'REMOVED':
      return ofNode(SchemeChangeKind.REMOVED, one.before, from, factsOf(one.before, from, 'before'));
    case 'MOVED':
      return ofNode(SchemeChangeKind.MOVED, one.after, to, [moved(one, from, to)]);
    case 'CHANGED':
      if ('scheme' in one)
        return {
          ...{ kind: SchemeChangeKind.CHANGED, nodeKey: null, place: whole },
          fields: one.fields.map((field) => ({
            ...{ field, name: fieldWords[field] },
            before: valueWords(field, treeValue(from, field), from),
            after: valueWords(field, treeValue(to, field), to),
          })),
        };
      return ofNode(
        SchemeChangeKind.CHANGED,
        one.after,
        to,
        one.fields.map((field) => ({
          ...{ field, name: fieldWords[field] },
          before: valueWords(field, has(one.before, field), from),
          after: valueWords(field, has(one.after, field), to),
        })),
      );
  }
}

/** Null of a figure is a word of its own; a kind without the field has none. */
const has = ({ node }: Placed, field: NodeField): unknown => {
  const value = nodeValue(node, field);
  return field === 'FIGURE' && value === undefined ? '' : value;
};

const ofNode = (
  kind: SchemeChangeKind,
  placed: Placed,
  tree: SchemeTree,
  fields: readonly SchemeFieldChange[],
): SchemeChange => ({ kind, nodeKey: placed.node.key, place: placeOf(placed, tree), fields: [...fields] });

const none: LocalText = { zh: '', en: '' };

function factsOf(placed: Placed, tree: SchemeTree, side: 'before' | 'after'): SchemeFieldChange[] {
  return facts.flatMap((field) => {
    const value = nodeValue(placed.node, field);
    if (value === undefined) return [];
    const words = valueWords(field, value, tree);
    return [{ field, name: fieldWords[field], before: none, after: none, [side]: words }];
  });
}

function moved(
  { before, after, field }: Extract<Difference, { kind: 'MOVED' }>,
  from: SchemeTree,
  to: SchemeTree,
): SchemeFieldChange {
  if (field === 'ORDER') {
    const at = (position: number): LocalText => ({ zh: `第 ${position} 个`, en: `number ${position}` });
    return { field, name: fieldWords[field], before: at(before.position), after: at(after.position) };
  }
  const group = (key: string | null, tree: SchemeTree): LocalText =>
    nodesOf(tree.root).find(({ node }) => node.key === key)?.node.name ?? none;
  return { field, name: fieldWords[field], before: group(before.parent, from), after: group(after.parent, to) };
}
