import { nodesOf, type SchemeTree } from '../engine';
import { type NodeField, nodeFields, nodeValue, type TreeField, treeFields, treeValue } from './difference';
import { fieldWords, valueWords } from './difference-words';
import type { IndicatorFacts, SchemeFact } from './scheme-parts.type';

const told = nodeFields.filter((field) => field !== 'NAME');

const fact = (field: NodeField | TreeField, value: unknown, tree: SchemeTree): SchemeFact => ({
  ...{ field, name: fieldWords[field] },
  value: valueWords(field, value, tree),
});

/** Each node of a tree in words. */
export function indicatorsOf(tree: SchemeTree): IndicatorFacts[] {
  return nodesOf(tree.root).map(({ node }) => ({
    nodeKey: node.key,
    facts: told.flatMap((field) => {
      const value = nodeValue(node, field);
      return value === undefined ? [] : [fact(field, value, tree)];
    }),
  }));
}

/** What holds for a scheme as a whole, in words. */
export function rulesOf(tree: SchemeTree): SchemeFact[] {
  return treeFields.map((field) => fact(field, treeValue(tree, field), tree)).filter(({ value }) => value.zh !== '');
}
