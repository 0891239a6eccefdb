import fc from 'fast-check';
import { checkScheme } from './check-scheme';
import { compute } from './compute';
import type { Result, ResultNode } from './result';
import { samples, type Sample } from './trial/generate';
import { oracle } from './trial/oracle';

const seed = 20261001;
const runs = 5_000;

/** In how many samples a rule had something to say: a property that reaches no rule holds of nothing. */
const reached = new Map<string, number>();

function reach(node: ResultNode, rules: Set<string>): void {
  rules.add(node.kind);
  if (node.whyNot) rules.add(`not applicable: ${node.whyNot.on}`);
  if (node.weight !== null && node.weight !== node.declaredWeight) rules.add('re-weighted');
  if (node.moderated) rules.add('moderated');
  const { how } = node;
  if (how && how.by !== 'SUM') rules.add(`by ${how.by}`);
  if (how?.by === 'SUM' && how.held) rules.add(`held ${how.held}`);
  if (how?.by === 'SCORES') rules.add(`scorers ${how.aggregation.by}`);
  if (how?.by === 'SCORES' && how.scores.some(({ counted }) => !counted)) rules.add('score left out');
  if (how?.by === 'VOTES' && how.groups.some(({ counted }) => !counted)) rules.add('voters without votes');
  if (how?.by === 'OCCURRENCES' && how.capped) rules.add('capped');
  node.children.forEach((child) => reach(child, rules));
}

function nodesIn(node: ResultNode): ResultNode[] {
  return [node, ...node.children.flatMap(nodesIn)];
}

function note({ tree }: Sample, result: Result): void {
  const rules = new Set<string>([`rounding ${tree.rounding.mode}`]);
  reach(result.root, rules);
  for (const { code } of result.faults) rules.add(`fault ${code}`);
  if (result.grade !== result.gradeByPoints) rules.add('grade under a veto');
  rules.add(result.total === null ? 'no total' : 'total');
  for (const rule of rules) reached.set(rule, (reached.get(rule) ?? 0) + 1);
}

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
      const expected = oracle(tree, inputs, formulas);
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
      note(sample, result);
    }),
    { numRuns: runs, seed },
  );
  const shares = [...reached].sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = shares.map(([rule, count]) => `${((100 * count) / runs).toFixed(1).padStart(6)} %  ${rule}`);
  process.stdout.write(`engine against oracle: seed ${seed}, ${runs} schemes\n${lines.join('\n')}\n`);
  const least = Math.min(...reached.values());
  expect(reached.size).toBeGreaterThanOrEqual(45);
  expect(least).toBeGreaterThanOrEqual(5);
}, 300_000);
