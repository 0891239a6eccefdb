import fc from 'fast-check';
import { checkScheme } from './check-scheme';
import { compute } from './compute';
import type { Result, ResultNode } from './result';
import type { SchemeNode } from './scheme';
import { samples, type Sample } from './trial/generate';
import { oracle } from './trial/oracle';

const seed = 20261001;
const runs = 6_000;
/** A path that fewer samples come by is not tried. */
const least = 15;

/** In how many samples a rule had something to say: a property that reaches no rule holds of nothing. */
const reached = new Map<string, number>();

function reach(node: ResultNode, made: SchemeNode, rules: Set<string>): void {
  rules.add(node.kind);
  if (node.whyNot) rules.add(`not applicable: ${node.whyNot.on}`);
  if (node.weight !== null && node.weight !== node.declaredWeight) rules.add('re-weighted');
  if (node.moderated) rules.add(`moderated ${node.kind}`);
  reachHow(node, made, rules);
  node.children.forEach((child, at) => reach(child, made.kind === 'GROUP' ? made.children[at]! : made, rules));
}

function reachHow({ how, kind, points }: ResultNode, made: SchemeNode, rules: Set<string>): void {
  switch (how?.by) {
    case 'SUM':
      if (how.held) rules.add(`held ${how.held}`);
      if (made.kind === 'GROUP' && made.bonusRoom && Number(points) > Number(made.weight)) rules.add('bonus room used');
      if (made.kind === 'GROUP' && /^[0.]*$/.test(made.weight) && points?.startsWith('-')) rules.add('group below 0');
      break;
    case 'LINEAR':
    case 'STEPPED':
      rules.add(`by ${how.by} of ${how.unit}`);
      break;
    case 'FORMULA':
      rules.add(`by FORMULA${how.held ? ', held' : ''}`);
      break;
    case 'SCORES': {
      const { aggregation, scores } = how;
      rules.add(`${made.kind === 'RUBRIC' ? made.entry : ''} by ${aggregation.by}`);
      if (aggregation.by === 'TRIMMED')
        rules.add(scores.every(({ counted }) => counted) ? 'too few to trim' : 'trimmed');
      if (aggregation.by === 'ROLES' && aggregation.roles.some(({ role }) => scores.every((one) => one.role !== role)))
        rules.add('a role without scores');
      break;
    }
    case 'VOTES':
      rules.add(how.groups.some(({ counted }) => !counted) ? 'voters without votes' : 'all voters voted');
      break;
    case 'OCCURRENCES': {
      const often = how.times === '0' ? 'not once' : how.capped ? 'capped' : 'counted';
      rules.add(`${kind} ${how.figure ? 'by figure' : 'noted'}, ${often}`);
      break;
    }
  }
}

function nodesIn(node: ResultNode): ResultNode[] {
  return [node, ...node.children.flatMap(nodesIn)];
}

function note({ tree }: Sample, result: Result, met: ReadonlySet<string>): void {
  const rules = new Set<string>([`scale ${tree.rounding.scale}`, ...met]);
  reach(result.root, tree.root, rules);
  for (const { code } of result.faults) rules.add(`fault ${code}`);
  if (result.grade !== result.gradeByPoints) rules.add('grade lowered by a veto');
  if (result.vetoes.length && result.grade !== null && result.grade === result.gradeByPoints)
    rules.add('grade below a veto');
  if (result.grade !== null) rules.add(result.grade);
  rules.add(result.total === null ? 'no total' : 'total');
  for (const rule of rules) reached.set(rule, (reached.get(rule) ?? 0) + 1);
}

const each = (names: readonly string[], say: (name: string) => string | readonly string[]): string[] =>
  names.flatMap((name) => say(name));

/** Every path through the engine, by hand: what is not in it must not be met, what is in it must be. */
const paths: readonly string[] = [
  ...['GROUP', 'METRIC', 'RUBRIC', 'BALLOT', 'DEDUCTION', 'BONUS', 'VETO'],
  ...each(
    ['WHOLE_ZERO', 'TYPE_IN', 'TYPE_NOT_IN', 'TIER_IN', 'TIER_NOT_IN', 'DUTY_NONE_OF', 'NOTHING_BELOW', 'ABOVE'],
    (on) => `not applicable: ${on}`,
  ),
  ...['re-weighted', 'last places of weights given out', '… to the earlier of equals'],
  ...['held AT_LEAST', 'held AT_MOST', 'bonus room used', 'group below 0'],
  ...each(['LINEAR', 'STEPPED'], (by) => each(['PERCENT', 'COUNT', 'HOURS'], (unit) => `by ${by} of ${unit}`)),
  ...each(['up', 'down'], (way) => each(['below', 'within', 'above'], (where) => `linear ${way}, ${where}`)),
  ...['band first', 'band between', 'band last', 'band exactly begun', 'by FORMULA', 'by FORMULA, held'],
  ...each(['LEVEL', 'POINTS'], (entry) => each(['AVERAGE', 'TRIMMED', 'ROLES'], (by) => `${entry} by ${by}`)),
  ...['trimmed', 'too few to trim', 'a role without scores', 'all voters voted', 'voters without votes'],
  ...each(['DEDUCTION', 'BONUS'], (kind) =>
    each(['by figure', 'noted'], (way) =>
      each(['not once', 'counted', 'capped'], (often) => `${kind} ${way}, ${often}`),
    ),
  ),
  ...each(['by figure', 'noted'], (way) => each(['not once', 'counted'], (often) => `VETO ${way}, ${often}`)),
  ...['grade lowered by a veto', 'grade below a veto', 'grade exactly reached', 'grade0', 'grade1', 'grade2', 'grade3'],
  ...each(['METRIC', 'RUBRIC', 'BALLOT'], (kind) => `moderated ${kind}`),
  ...each(['0', '1', '2', '3', '4'], (scale) => `scale ${scale}`),
  ...each(['HALF_UP', 'HALF_EVEN', 'DOWN'], (mode) =>
    each(
      ['nothing to round', 'below the half', 'above the half', 'a tie above an even place', 'a tie above an odd place'],
      (how) => `${mode}: ${how}`,
    ),
  ),
  ...each(
    [
      ...['FIGURE_MISSING', 'FIGURE_WHOLE_MISSING', 'FIGURE_WHOLE_ZERO', 'NUMBER_MALFORMED', 'NUMBER_NEGATIVE'],
      ...['NUMBER_NOT_WHOLE', 'POINTS_OUT_OF_RANGE', 'POINTS_TOO_FINE', 'FORMULA_DIVIDES_BY_ZERO', 'SCORES_MISSING'],
      ...['SCORER_TWICE', 'LEVEL_UNKNOWN', 'ROLE_UNKNOWN', 'COMMENT_MISSING', 'REASON_MISSING', 'VOTES_MISSING'],
      ...['VOTES_UNKNOWN', 'MODERATED_UNKNOWN', 'NOTHING_APPLIES'],
    ],
    (code) => `fault ${code}`,
  ),
  ...['total', 'no total'],
];

/** In the order of the tree, which both keep. */
const text = (answer: object) =>
  JSON.stringify(answer, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));

const units = (text: string | null) => (text === null ? null : BigInt(text.replace('.', '')));

it(`agrees with an oracle on ${runs} generated schemes`, () => {
  fc.assert(
    fc.property(samples, (sample) => {
      const { tree, inputs, formulas } = sample;
      // generated formulas compare points with hours and the like; everything else has to be sound
      const wrong = checkScheme(tree).filter(
        ({ code }) => !['FORMULA_UNITS', 'FORMULA_DIVIDES_BY_ZERO'].includes(code),
      );
      if (wrong.length) throw new Error(`The scheme is none: ${JSON.stringify(wrong)}`);
      const result = compute(tree, inputs);
      const met = new Set<string>();
      const expected = oracle(tree, inputs, formulas, (path) => met.add(path));
      const nodes = nodesIn(result.root);
      const found = {
        points: Object.fromEntries(nodes.map(({ key, points }) => [key, units(points)])),
        weights: Object.fromEntries(nodes.map(({ key, weight }) => [key, units(weight)])),
        applying: nodes.filter(({ applies }) => applies).map(({ key }) => key),
        total: units(result.total),
        grade: result.grade,
      };
      // `expect` is slow, and is asked only to show the difference
      if (text(found) !== text(expected)) expect(found).toEqual(expected);
      note(sample, result, met);
    }),
    { numRuns: runs, seed },
  );
  const shares = [...reached].sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = shares.map(([rule, count]) => `${((100 * count) / runs).toFixed(1).padStart(6)} %  ${rule}`);
  process.stdout.write(`engine against oracle: seed ${seed}, ${runs} schemes\n${lines.join('\n')}\n`);
  const rare = paths.map((path) => [path, reached.get(path) ?? 0] as const).filter(([, count]) => count < least);
  expect(rare).toEqual([]);
  expect([...reached.keys()].filter((path) => !paths.includes(path))).toEqual([]);
  expect(reached.get('total')).toBeGreaterThan(0.7 * runs);
}, 300_000);
