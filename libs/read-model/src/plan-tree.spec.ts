import { PlanTree, type Ask } from './plan-tree';
import type { Run } from './run';

const request = (values: Record<string, unknown>): Run => ({ variables: values }) as unknown as Run;
const about = (name: string) => (run: Run) => run.variables[name] as string;

function counting(compile: (ask: Ask) => string, limit?: number) {
  let compiled = 0;
  const tree = new PlanTree((ask) => {
    compiled++;
    return compile(ask);
  }, limit);
  return { find: (values: Record<string, unknown>) => tree.find(request(values)), count: () => compiled };
}

test('the same answers find the same plan, whatever else differs', () => {
  const { find, count } = counting((ask) => `plan ${ask(about('a'))}`);
  expect([find({ a: 1, b: 1 }), find({ a: 1, b: 2 }), find({ a: 2 })]).toEqual(['plan 1', 'plan 1', 'plan 2']);
  expect(count()).toBe(2);
});

test('a question asked only after some answers is part of those plans only', () => {
  const { find, count } = counting((ask) => (ask(about('a')) === 'x' ? `x ${ask(about('b'))}` : 'y'));
  expect(['x1', 'x2', 'y1', 'y2', 'x1'].map(([a, b]) => find({ a, b }))).toEqual(['x 1', 'x 2', 'y', 'y', 'x 1']);
  expect(count()).toBe(3);
});

test('a compilation that throws leaves no plan behind', () => {
  let refuse = true;
  const { find } = counting((ask) => {
    ask(about('a'));
    if (refuse) throw new Error('refused');
    return 'plan';
  });
  expect(() => find({ a: 1 })).toThrow('refused');
  refuse = false;
  expect(find({ a: 1 })).toBe('plan');
});

test('plans without bound are dropped and made again', () => {
  const { find, count } = counting((ask) => `plan ${ask(about('a'))}`, 3);
  for (const a of [1, 2, 3, 4, 4, 3]) expect(find({ a })).toBe(`plan ${a}`);
  expect(count()).toBe(5);
});

test('no question: one plan', () => {
  const { find, count } = counting(() => 'plan');
  expect([find({ a: 1 }), find({ a: 2 })]).toEqual(['plan', 'plan']);
  expect(count()).toBe(1);
});
