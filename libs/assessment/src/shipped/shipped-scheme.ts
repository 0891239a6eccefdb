import type {
  BallotNode,
  Grade,
  GroupNode,
  Level,
  Mapping,
  MetricNode,
  NotApplicable,
  RubricNode,
  SchemeNode,
  SchemeTree,
  Words,
} from '../engine';

/** A scheme that comes with the system. An association begins with it and makes versions of its own. */
export interface ShippedScheme {
  readonly key: string;
  readonly name: Words;
  /** on what it rests */
  readonly basis: Words;
  /** what is assessed by it */
  readonly of: 'ORGANIZATION' | 'MEMBER' | 'SECRETARY';
  readonly tree: SchemeTree;
}

export const words = (zh: string, en: string): Words => ({ zh, en });

/** Levels that people choose, best first. */
export const levels: readonly Level[] = [
  { key: 'GOOD', name: words('好', 'Good'), share: '1' },
  { key: 'FAIRLY_GOOD', name: words('较好', 'Fairly good'), share: '0.85' },
  { key: 'FAIR', name: words('一般', 'Fair'), share: '0.6' },
  { key: 'POOR', name: words('差', 'Poor'), share: '0.3' },
];

export function group(key: string, weight: string, name: Words, children: readonly SchemeNode[]): GroupNode {
  return { kind: 'GROUP', key, name, weight, children };
}

/** What people judge by the levels; whoever takes points away says why. */
export function judged(key: string, weight: string, zh: string, en: string): RubricNode {
  return { kind: 'RUBRIC', key, name: words(zh, en), weight, entry: 'LEVEL', levels, commentWhenCut: true };
}

interface Measure {
  readonly figure: string;
  readonly unit: MetricNode['unit'];
  readonly mapping: Mapping;
  /** does not apply where there is nothing of which the rate could be */
  readonly ofSomething?: boolean;
}

export function measured(key: string, weight: string, zh: string, en: string, measure: Measure): MetricNode {
  const { figure, unit, mapping, ofSomething = true } = measure;
  const notApplicable: readonly NotApplicable[] = ofSomething ? [{ on: 'WHOLE_ZERO', figure }] : [];
  return { kind: 'METRIC', key, name: words(zh, en), weight, figure, unit, mapping, notApplicable };
}

export const rate = (figure: string, mapping: Mapping): Measure => ({ figure, unit: 'PERCENT', mapping });

export const between = (from: string, to: string): Mapping => ({ by: 'LINEAR', from, to });

/** 95 % is as good as all; below 80 % there is nothing. */
export const byBands: Mapping = {
  by: 'STEPPED',
  bands: [
    { from: null, to: '80', share: '0' },
    { from: '80', to: '90', share: '0.7' },
    { from: '90', to: '95', share: '0.9' },
    { from: '95', to: null, share: '1' },
  ],
};

/** How satisfied members are; who does not know is not counted. */
export function satisfaction(key: string, weight: string): BallotNode {
  return {
    kind: 'BALLOT',
    key,
    name: words('党员满意度', 'Satisfaction of members'),
    weight,
    groups: [{ key: 'MEMBERS', name: words('党员', 'Members'), weight: '1' }],
    options: [
      { key: 'SATISFIED', name: words('满意', 'Satisfied'), share: '1' },
      { key: 'FAIRLY_SATISFIED', name: words('基本满意', 'Fairly satisfied'), share: '0.6' },
      { key: 'NOT_SATISFIED', name: words('不满意', 'Not satisfied'), share: '0' },
      { key: 'UNKNOWN', name: words('不了解', 'Do not know'), share: null },
    ],
  };
}

const organizationGrades: readonly Grade[] = [
  { key: 'EXCELLENT', name: words('优秀', 'Excellent'), from: '90' },
  { key: 'GOOD', name: words('良好', 'Good'), from: '80' },
  { key: 'FAIR', name: words('一般', 'Fair'), from: '70' },
  { key: 'POOR', name: words('较差', 'Poor'), from: null },
];

/** What schemes of organizations share: points to two places, the average of scorers, 30 % excellent in a group. */
export function organizationScheme(
  children: readonly SchemeNode[],
  more: Pick<SchemeTree, 'tieBreakers'> & Partial<SchemeTree>,
): SchemeTree {
  return {
    rounding: { scale: 2, mode: 'HALF_UP' },
    scorers: { by: 'AVERAGE' },
    root: group('TOTAL', '100', words('总分', 'Total'), children),
    grades: organizationGrades,
    topShare: { share: '0.30', atLeastOne: false },
    equalAtLimit: 'NEITHER',
    ...more,
  };
}
