import {
  added,
  decimalText,
  dropped,
  find,
  freshKey,
  mayDrop,
  millionths,
  placed,
  removed,
  stepOf,
  weightsOf,
  withNode,
  type GroupNode,
  type SchemeNode,
  type SchemeTree,
} from './scheme-tree';

const name = { zh: '名', en: 'name' };
const leaf = (key: string, weight = '10'): SchemeNode => ({
  ...{ kind: 'RUBRIC', key, name, weight, entry: 'POINTS', levels: [], commentWhenCut: false },
});
const group = (key: string, weight: string, children: SchemeNode[]): GroupNode => ({
  ...{ kind: 'GROUP', key, name, weight, children },
});
const tree = (): SchemeTree => ({
  rounding: { scale: 2, mode: 'HALF_UP' },
  scorers: { by: 'AVERAGE' },
  root: group('T', '40', [group('A', '20', [leaf('a1'), leaf('a2')]), group('B', '20', [leaf('b1', '20')])]),
  grades: [],
  topShare: null,
  tieBreakers: [{ by: 'NODE', key: 'a2' }],
  equalAtLimit: 'NEITHER',
});
const order = (of: SchemeTree): string =>
  placed(of.root)
    .map(({ node, depth }) => `${depth}${node.key}`)
    .join(' ');

it('puts a node before, after and into others', () => {
  expect(order(dropped(tree(), 'a2', { to: 'a1', where: 'BEFORE' }))).toBe('0T 1A 2a2 2a1 1B 2b1');
  expect(order(dropped(tree(), 'a1', { to: 'b1', where: 'AFTER' }))).toBe('0T 1A 2a2 1B 2b1 2a1');
  expect(order(dropped(tree(), 'B', { to: 'A', where: 'INTO' }))).toBe('0T 1A 2a1 2a2 2B 3b1');
});

it('puts nothing into itself, beside the root or into what holds nothing', () => {
  expect(mayDrop(tree(), 'A', { to: 'a1', where: 'AFTER' })).toBe(false);
  expect(mayDrop(tree(), 'a1', { to: 'T', where: 'BEFORE' })).toBe(false);
  expect(mayDrop(tree(), 'a1', { to: 'b1', where: 'INTO' })).toBe(false);
  expect(mayDrop(tree(), 'T', { to: 'A', where: 'INTO' })).toBe(false);
  expect(order(dropped(tree(), 'A', { to: 'a1', where: 'AFTER' }))).toBe(order(tree()));
});

it('moves by steps, where there is somewhere to go', () => {
  const step = (key: string, by: 'UP' | 'DOWN' | 'IN' | 'OUT') => {
    const drop = stepOf(tree(), key, by);
    return drop && order(dropped(tree(), key, drop));
  };
  expect(step('a2', 'UP')).toBe('0T 1A 2a2 2a1 1B 2b1');
  expect(step('a1', 'DOWN')).toBe('0T 1A 2a2 2a1 1B 2b1');
  expect(step('B', 'IN')).toBe('0T 1A 2a1 2a2 2B 3b1');
  expect(step('a1', 'OUT')).toBe('0T 1A 2a2 1a1 1B 2b1');
  expect([step('a1', 'UP'), step('A', 'OUT'), step('A', 'IN'), step('T', 'DOWN')]).toEqual([null, null, null, null]);
});

it('adds at the end of a group, and takes away with everything below and what named it', () => {
  expect(order(added(tree(), 'A', leaf('new')))).toBe('0T 1A 2a1 2a2 2new 1B 2b1');
  expect(order(added(tree(), 'a1', leaf('new')))).toBe(order(tree()));
  const without = removed(tree(), 'A');
  expect(order(without)).toBe('0T 1B 2b1');
  expect(without.tieBreakers).toEqual([]);
});

it('follows a key that is changed', () => {
  const node = { ...find(tree(), 'a2')!.node, key: 'second' };
  const changed = withNode(tree(), 'a2', node);
  expect(order(changed)).toBe('0T 1A 2a1 2second 1B 2b1');
  expect(changed.tieBreakers).toEqual([{ by: 'NODE', key: 'second' }]);
});

it('says what is missing of a weight, and what is too much, exactly', () => {
  const of = (...weights: string[]) =>
    weightsOf(
      group(
        'G',
        '20',
        weights.map((weight, i) => leaf(`l${i}`, weight)),
      ),
    );
  expect(of('0.1', '0.2', '19.7')).toEqual({ sum: '20.00', short: 0n });
  expect(decimalText(of('7.5', '7.50')!.short)).toBe('5.00');
  expect(decimalText(of('15', '5.125')!.short)).toBe('−0.125');
  expect(of('15', 'viel')).toBeNull();
});

it('reads decimals and nothing else', () => {
  expect(['1', '0.000001', '-2.5'].map(millionths)).toEqual([1_000_000n, 1n, -2_500_000n]);
  expect(['', '1e3', '.5', '1.', 'NaN', '1.0000001'].map(millionths)).toEqual(Array<null>(6).fill(null));
});

it('makes keys that are not used', () => {
  expect(freshKey(tree(), 'RUBRIC')).toBe('RUBRIC_1');
  expect(freshKey(added(tree(), 'A', leaf('RUBRIC_1')), 'RUBRIC')).toBe('RUBRIC_2');
});
