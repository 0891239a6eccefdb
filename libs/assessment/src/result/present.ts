import { addressOf, figureRegister, FigureReach } from '@dangwu/figures';
import { tierWords, typeWords } from '@dangwu/organization';
import type { LocalText } from '@dangwu/platform/graphql';
import { explain, nodesOf, type Grade, type ResultNode as EngineNode, type SchemeTree, type Terms } from '../engine';
import type { AssessmentGrade, ResultNode } from './result.type';

/** Where the rows of figures are looked for. */
export interface RowsOf {
  /** UUID */
  readonly organizationId: string;
  readonly from: string;
  readonly to: string;
}

/** What types, tiers and figures are called in explanations. */
function terms(): Terms {
  const figures = figureRegister().map(({ key, name }) => [key, name] as const);
  return { ...typeWords, ...tierWords, ...Object.fromEntries(figures) };
}

/** The tree of a result as a list, each node in words; `rows` null: of made-up data there are none. Tags are those of the scheme. */
export function presentNodes(root: EngineNode, rows: RowsOf | null, tree: SchemeTree): ResultNode[] {
  const called = terms();
  const tags = new Map(nodesOf(tree.root).map(({ node }) => [node.key, [...(node.tags ?? [])]]));
  const flat = (node: EngineNode, parentKey: string | null): ResultNode[] => [
    {
      ...{ key: node.key, parentKey, kind: node.kind, name: node.name, applies: node.applies },
      tags: tags.get(node.key) ?? [],
      ...{ weight: node.weight, points: node.points, before: node.moderated?.before ?? null },
      explanation: { zh: explain(node, 'zh', called), en: explain(node, 'en', called) },
      rowsAddress: rows && addressOfNode(node, rows),
    },
    ...node.children.flatMap((child) => flat(child, node.key)),
  ];
  return flat(root, null);
}

function addressOfNode({ how }: EngineNode, { organizationId, from, to }: RowsOf): string | null {
  const figure = how && 'figure' in how ? how.figure : null;
  return figure && addressOf(figure, { organizationId, from, to, reach: FigureReach.LED });
}

export const presentGrade = ({ key, name, from }: Grade): AssessmentGrade => ({ key, name, from });

/** @returns null where there is none of this key */
export function gradeOf({ grades }: SchemeTree, key: string | null): AssessmentGrade | null {
  const grade = grades.find((one) => one.key === key);
  return grade ? presentGrade(grade) : null;
}

export const gradeName = (tree: SchemeTree, key: string | null): LocalText | null => gradeOf(tree, key)?.name ?? null;
