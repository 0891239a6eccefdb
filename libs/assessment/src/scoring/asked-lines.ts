import type { SchemeNode, SchemeTree } from '../engine';
import { nodesOf } from '../engine';
import { ScoreSource } from './scoring.enums';

/** How a line of a sheet is filled in; NONE: the system counts it, or it is a heading. */
export type Entry = 'LEVEL' | 'POINTS' | 'TIMES' | 'NONE';

/** A node of a scheme as a line of a sheet. */
export interface AskedLine {
  readonly node: SchemeNode;
  /** 0 for the root */
  readonly depth: number;
  readonly parentKey: string | null;
  readonly entry: Entry;
  /** whether a sheet is not complete without it */
  readonly needed: boolean;
}

/** What a scheme asks of whoever fills in a sheet, in the order of the tree, each node before those below it. */
export function askedLines(tree: SchemeTree, as: ScoreSource, applies: (key: string) => boolean): AskedLine[] {
  return nodesOf(tree.root).map(({ node, path }) => {
    const above = path.split('/');
    const entry = applies(node.key) ? entryOf(node, as) : 'NONE';
    return {
      node,
      depth: above.length - 1,
      parentKey: above.at(-2) ?? null,
      entry,
      needed: entry === 'LEVEL' || entry === 'POINTS',
    };
  });
}

/** How a node is filled in by whom: experts judge rubrics, what occurred is noted by the assessed and whoever verifies. */
export function entryOf(node: SchemeNode, as: ScoreSource): Entry {
  if (node.kind === 'RUBRIC') return node.entry;
  if (node.kind !== 'DEDUCTION' && node.kind !== 'BONUS' && node.kind !== 'VETO') return 'NONE';
  return node.figure === null && as !== ScoreSource.EXPERT ? 'TIMES' : 'NONE';
}
