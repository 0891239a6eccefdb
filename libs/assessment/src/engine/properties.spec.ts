import fc from 'fast-check';
import { compute } from './compute';
import { digest } from './digest';
import type { ResultNode } from './result';
import type { SchemeNode, SchemeTree } from './scheme';
import { inProportion, inputs, metric, rubric, scheme } from './trial/build-scheme';
import { samples } from './trial/generate';
import { unitsText } from './trial/generate-parts';

const seed = 20261002;

const units = (text: string) => Number(text.replace('.', ''));

/** Whole units of the last place: small enough for numbers. */
function look(node: ResultNode, made: SchemeNode, places: number): void {
  if (!node.applies) {
    expect([node.points, node.weight]).toEqual([null, null]);
    node.children.forEach((child) => expect(child.applies).toBe(false));
    return;
  }
  if (made.kind === 'GROUP') {
    const parts = node.children.filter(({ weight }) => weight !== null);
    if (parts.length && units(node.weight!) > 0)
      expect(parts.reduce((sum, { weight }) => sum + units(weight!), 0)).toBe(units(node.weight!));
    node.children.forEach((child, index) => look(child, made.children[index]!, places));
  }
  if (node.points === null) return;
  const points = units(node.points);
  switch (made.kind) {
    case 'DEDUCTION':
      expect(points).toBeLessThanOrEqual(0);
      expect(-points).toBeLessThanOrEqual(units(made.cap));
      break;
    case 'BONUS':
      expect(points).toBeGreaterThanOrEqual(0);
      expect(points).toBeLessThanOrEqual(units(made.cap));
      break;
    case 'VETO':
      expect(points).toBe(0);
      break;
    default: {
      if (units(made.weight) === 0) break;
      const room = made.kind === 'GROUP' && made.bonusRoom !== undefined ? units(made.bonusRoom) : 0;
      expect(points).toBeGreaterThanOrEqual(0);
      expect(points).toBeLessThanOrEqual(units(node.weight!) + room);
    }
  }
}

it('never gives more than a weight, and weights always add up', () => {
  fc.assert(
    fc.property(samples, ({ tree, inputs: given }) => {
      look(compute(tree, given).root, tree.root, tree.rounding.scale);
    }),
    { numRuns: 800, seed },
  );
}, 300_000);

it('gives everything to whoever did everything, whatever does not apply', () => {
  let reweighted = 0;
  const parts = fc.array(fc.tuple(fc.integer({ min: 1, max: 999 }), fc.boolean()), { minLength: 1, maxLength: 7 });
  fc.assert(
    fc.property(parts, fc.integer({ min: 0, max: 3 }), (weights, scale) => {
      const total = unitsText(
        weights.reduce((sum, [weight]) => sum + weight, 0),
        scale,
      );
      const none = [{ on: 'TYPE_IN', list: ['BRANCH'] }] as const;
      const children = weights.map(([weight, applies], index) =>
        rubric(`r${index}`, unitsText(weight, scale), applies || index === 0 ? {} : { notApplicable: none }),
      );
      const base = scheme(children, { rounding: { scale, mode: 'HALF_UP' }, grades: [], topShare: null });
      const tree: SchemeTree = { ...base, root: { ...base.root, weight: total } };
      const scores = children.map(({ key }) => [key, [{ scorer: 'a', role: 'expert', level: 'good' }]]);
      const subject = { type: 'BRANCH', tier: null, duties: [] };
      expect(compute(tree, inputs({ subject, scores: Object.fromEntries(scores) })).total).toBe(total);
      if (weights.some(([, applies], index) => index > 0 && !applies)) reweighted++;
    }),
    { numRuns: 500, seed },
  );
  expect(reweighted).toBeGreaterThan(200);
}, 300_000);

it('never takes points from whoever did more', () => {
  const bands = [
    { from: null, to: '60', share: '0' },
    { from: '60', to: '85', share: '1/3' },
    { from: '85', to: null, share: '1' },
  ];
  const tree = scheme([
    metric('linear', '30', { by: 'LINEAR', from: '33.3', to: '95' }),
    metric('stepped', '30', { by: 'STEPPED', bands }),
    metric('formula', '20', { by: 'FORMULA', formula: 'value >= 50 ? weight * value / 100 : 0' }),
    metric('plain', '20', inProportion),
  ]);
  let more = 0;
  const whole = fc.integer({ min: 1, max: 97 });
  fc.assert(
    fc.property(whole, fc.nat({ max: 97 }), fc.nat({ max: 97 }), (of, one, other) => {
      const [less, most] = [Math.min(one, other, of), Math.min(Math.max(one, other), of)];
      const total = (part: number) => {
        const figures = { 'obligation.fulfilmentRate': { part: String(part), whole: String(of) } };
        return units(compute(tree, inputs({ figures })).total!);
      };
      expect(total(most)).toBeGreaterThanOrEqual(total(less));
      if (total(most) > total(less)) more++;
    }),
    { numRuns: 800, seed },
  );
  expect(more).toBeGreaterThan(200);
}, 300_000);

/** JSON as a database may give it back: the same, in another order of keys. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, held]) => [key, shuffled(held)]),
  );
}

it('gives the same digest when it is computed again from what was stored', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(samples, ({ tree, inputs: given }) => {
      const stored = JSON.parse(JSON.stringify(shuffled({ tree, given })), undefined) as {
        tree: SchemeTree;
        given: typeof given;
      };
      const first = digest(compute(tree, given));
      expect(digest(compute(stored.tree, stored.given))).toBe(first);
      seen.add(first);
    }),
    { numRuns: 300, seed },
  );
  expect(seen.size).toBeGreaterThan(290);
}, 300_000);

it('knows a known digest', () => {
  // printf '{"a":[1,"二"],"b":null}' | sha256sum
  expect(digest({ b: null, a: [1, '二'], c: undefined })).toBe(
    'b1cb453712eff4129d0e8108a2b9e8a64d923f60f2121f08333d95326ba97d35',
  );
});
