import type { Inputs } from '../inputs';
import { nodesOf, type SchemeNode, type SchemeTree } from '../scheme';

type Kind = SchemeNode['kind'];
type Of<K extends Kind> = Extract<SchemeNode, { kind: K }>;

/** One way to make sound inputs unsound: of which nodes, and how. */
interface Way<K extends Kind = Kind> {
  readonly of: readonly K[];
  readonly also?: (node: Of<K>, tree: SchemeTree) => boolean;
  readonly change: (inputs: Inputs, node: Of<K>, tree: SchemeTree) => Inputs;
}

const way = <K extends Kind>(of: readonly K[], change: Way<K>['change'], also?: Way<K>['also']): Way =>
  ({ of, change, ...(also && { also }) }) as unknown as Way;

const figure = (inputs: Inputs, { figure: key }: { figure: string | null }, to: object | null): Inputs => {
  const { [key!]: known, ...others } = inputs.figures;
  return { ...inputs, figures: to && known ? { ...others, [key!]: { ...known, ...to } } : others };
};
const scores = (
  inputs: Inputs,
  { key }: SchemeNode,
  change: (given: Inputs['scores'][string]) => object[],
): Inputs => ({
  ...inputs,
  scores: { ...inputs.scores, [key]: change(inputs.scores[key] ?? []) as unknown as Inputs['scores'][string] },
});
const votes = (inputs: Inputs, { key }: SchemeNode, to: Inputs['votes'][string]): Inputs => ({
  ...inputs,
  votes: { ...inputs.votes, [key]: to },
});
const moderated = (inputs: Inputs, key: string, points: string, reason = 'weighed'): Inputs => ({
  ...inputs,
  moderated: { [key]: { points, reason } },
});
const firstOf =
  (change: object) =>
  ([first, ...rest]: Inputs['scores'][string]): object[] => [{ ...first, ...change }, ...rest];

const byFigure = (node: { figure: string | null }): boolean => node.figure !== null;
const noted = (node: { figure: string | null }): boolean => node.figure === null;
const judged = ['METRIC', 'RUBRIC', 'BALLOT'] as const;
const counted = ['DEDUCTION', 'BONUS', 'VETO'] as const;
const finer = ({ rounding }: SchemeTree): string => `0.${'0'.repeat(rounding.scale)}1`;

const ways: readonly Way[] = [
  way(['METRIC'], (inputs, node) => figure(inputs, node, null)),
  way(['METRIC'], (inputs, node) => figure(inputs, node, { part: 'NaN' })),
  way(['METRIC'], (inputs, node) => figure(inputs, node, { part: '1e308' })),
  way(['METRIC'], (inputs, node) => figure(inputs, node, { whole: '1234567890123' })),
  way(['METRIC'], (inputs, node) => figure(inputs, node, { part: '-1' })),
  way(['METRIC'], (inputs, node) => figure(inputs, node, { whole: '-1' })),
  way(['METRIC'], (inputs, node) => figure(inputs, node, { whole: '0' })),
  way(
    ['METRIC'],
    (inputs, node) => figure(inputs, node, { whole: null }),
    ({ unit }) => unit === 'PERCENT',
  ),
  way(counted, (inputs, node) => figure(inputs, node, null), byFigure),
  way(counted, (inputs, node) => figure(inputs, node, { part: '1.5' }), byFigure),
  way(counted, (inputs, { key }) => ({ ...inputs, occurrences: { [key]: [{ times: 0, reason: 'seen' }] } }), noted),
  way(counted, (inputs, { key }) => ({ ...inputs, occurrences: { [key]: [{ times: 1, reason: ' ' }] } }), noted),
  way(['RUBRIC'], (inputs, node) => scores(inputs, node, () => [])),
  way(['RUBRIC'], (inputs, node) => scores(inputs, node, (given) => [...given, given[0]!])),
  way(
    ['RUBRIC'],
    (inputs, node) => scores(inputs, node, firstOf({ role: 'stranger' })),
    (node, tree) => (node.scorers ?? tree.scorers).by === 'ROLES',
  ),
  way(
    ['RUBRIC'],
    (inputs, node) => scores(inputs, node, firstOf({ level: 'best' })),
    ({ entry }) => entry === 'LEVEL',
  ),
  way(
    ['RUBRIC'],
    (inputs, node) => scores(inputs, node, firstOf({ points: '9999999' })),
    ({ entry }) => entry === 'POINTS',
  ),
  way(
    ['RUBRIC'],
    (inputs, node, tree) => scores(inputs, node, firstOf({ points: finer(tree) })),
    ({ entry }) => entry === 'POINTS',
  ),
  way(['BALLOT'], (inputs, node) => votes(inputs, node, {})),
  way(['BALLOT'], (inputs, node) => votes(inputs, node, { ...inputs.votes[node.key], strangers: { o0: 1 } })),
  way(['BALLOT'], (inputs, node) => votes(inputs, node, { ...inputs.votes[node.key], g0: { o0: 1.5 } })),
  way(judged, (inputs, { key }) => moderated(inputs, key, '9999999')),
  way(judged, (inputs, { key }, tree) => moderated(inputs, key, finer(tree))),
  way(judged, (inputs, { key }) => moderated(inputs, key, '0', ' ')),
  way(['GROUP'], (inputs, { key }) => moderated(inputs, key, '0')),
];

/** @param which way, and which of the nodes that it can spoil; inputs stay as they are where it can spoil none */
export function spoil(tree: SchemeTree, inputs: Inputs, which: number, at: number): Inputs {
  const { of, also, change } = ways[which % ways.length]!;
  const nodes = nodesOf(tree.root)
    .map(({ node }) => node)
    .filter((node) => of.includes(node.kind) && (also?.(node, tree) ?? true));
  return nodes.length ? change(inputs, nodes[at % nodes.length]!, tree) : inputs;
}
