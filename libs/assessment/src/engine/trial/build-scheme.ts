import type { Inputs } from '../inputs';
import { noInputs } from '../inputs';
import type {
  BallotNode,
  CountedNode,
  GroupNode,
  Mapping,
  MetricNode,
  RubricNode,
  SchemeNode,
  SchemeTree,
  Words,
} from '../scheme';

/** Short ways to write schemes in specs: whatever is not said is what most schemes have. */

const words = (zh: string): Words => ({ zh, en: zh });

export function group(key: string, weight: string, children: readonly SchemeNode[], more: Partial<GroupNode> = {}) {
  return { kind: 'GROUP', key, name: words(key), weight, children, ...more } satisfies GroupNode;
}

export function metric(key: string, weight: string, mapping: Mapping, more: Partial<MetricNode> = {}): MetricNode {
  const figure = 'obligation.fulfilmentRate';
  return { kind: 'METRIC', key, name: words(key), weight, figure, unit: 'PERCENT', mapping, ...more };
}

export function rubric(key: string, weight: string, more: Partial<RubricNode> = {}): RubricNode {
  const levels = [
    { key: 'good', name: words('好'), share: '1' },
    { key: 'fair', name: words('较好'), share: '0.8' },
    { key: 'poor', name: words('差'), share: '0.4' },
  ];
  return { kind: 'RUBRIC', key, name: words(key), weight, entry: 'LEVEL', levels, commentWhenCut: false, ...more };
}

export function ballot(key: string, weight: string, more: Partial<BallotNode> = {}): BallotNode {
  return {
    kind: 'BALLOT',
    key,
    name: words(key),
    weight,
    groups: [{ key: 'all', name: words('全体党员'), weight: '1' }],
    options: [
      { key: 'yes', name: words('满意'), share: '1' },
      { key: 'partly', name: words('基本满意'), share: '0.6' },
      { key: 'no', name: words('不满意'), share: '0' },
      { key: 'unknown', name: words('不了解'), share: null },
    ],
    ...more,
  };
}

export function counted<Kind extends CountedNode['kind']>(
  kind: Kind,
  key: string,
  more: Omit<Extract<CountedNode, { kind: Kind }>, 'kind' | 'key' | 'name' | 'figure'> & { figure?: string | null },
) {
  return { kind, key, name: words(key), figure: null, ...more } as Extract<CountedNode, { kind: Kind }>;
}

export function scheme(children: readonly SchemeNode[], more: Partial<SchemeTree> = {}): SchemeTree {
  return {
    rounding: { scale: 2, mode: 'HALF_UP' },
    scorers: { by: 'AVERAGE' },
    root: group('total', '100', children),
    grades: [
      { key: 'excellent', name: { zh: '优秀', en: 'Excellent' }, from: '90' },
      { key: 'good', name: { zh: '良好', en: 'Good' }, from: '75' },
      { key: 'fair', name: { zh: '一般', en: 'Fair' }, from: '60' },
      { key: 'poor', name: { zh: '较差', en: 'Poor' }, from: null },
    ],
    topShare: { share: '0.30', atLeastOne: false },
    tieBreakers: [],
    equalAtLimit: 'NEITHER',
    ...more,
  };
}

export function inputs(more: Partial<Inputs>): Inputs {
  return { ...noInputs, ...more };
}

/** From nothing to everything of a rate. */
export const inProportion: Mapping = { by: 'LINEAR', from: '0', to: '100' };
