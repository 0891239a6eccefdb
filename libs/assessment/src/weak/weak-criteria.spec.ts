import { parseRuleValue } from '@dangwu/rules';
import { smallScheme } from '../trial/small-scheme';
import { weakOnes, type Standing, type WeakRuleBook } from './weak-criteria';

const words = { zh: '规则', en: 'rule' };
const rule = (value: string) => ({ name: words, basis: words, parsed: parseRuleValue(value) });
const book = (grades: string, below: string, last: string): WeakRuleBook => ({
  'assessment.weak.grades': rule(grades),
  'assessment.weak.below': rule(below),
  'assessment.weak.last': rule(last),
});
const off = book('0', '0', '0');
/** Ten of one group, from 95 down by 5. */
const ten: Standing[] = Array.from({ length: 10 }, (_, i) => ({
  id: String(i + 1),
  groupKey: 'A',
  total: `${95 - 5 * i}.00`,
  rank: i + 1,
  grade: i < 1 ? 'TOP' : i < 4 ? 'GOOD' : i < 6 ? 'FAIR' : 'POOR',
}));
const found = (rules: WeakRuleBook, standings = ten) => [...weakOnes(standings, smallScheme, rules).keys()];

it('finds nobody where all rules are switched off', () => expect(found(off)).toEqual([]));

it('takes the lowest grades, and never the best', () => {
  expect(found(book('1', '0', '0'))).toEqual(['7', '8', '9', '10']);
  expect(found(book('2', '0', '0'))).toEqual(['5', '6', '7', '8', '9', '10']);
  expect(found(book('9', '0', '0'))).not.toContain('1');
});

it('takes totals below a share of the points, the share itself not', () => {
  expect(found(book('0', '60', '0'))).toEqual(['9', '10']);
  expect(found(book('0', '61', '0'))).toEqual(['8', '9', '10']);
  const [criterion] = weakOnes(ten, smallScheme, book('0', '60', '0')).get('9')!;
  expect(criterion!.words.zh).toBe('总分 55.00，低于满分 100 的 60%（60）');
});

it('takes the last of a group, rounded down', () => {
  expect(found(book('0', '0', '1/5'))).toEqual(['9', '10']);
  expect(found(book('0', '0', '1/11'))).toEqual([]);
  const [criterion] = weakOnes(ten, smallScheme, book('0', '0', '1/10')).get('10')!;
  expect(criterion!.words.zh).toBe('组内 10 个中排第 10，属最后 1 个');
});

it('leaves equals out that lie across the line, and looks at each group by itself', () => {
  const equals = ten.map((one) => (Number(one.id) >= 9 ? { ...one, rank: 9 } : one));
  expect(found(book('0', '0', '1/10'), equals)).toEqual([]);
  expect(found(book('0', '0', '1/5'), equals)).toEqual(['9', '10']);
  const two = [...ten.slice(0, 2), { ...ten[9]!, groupKey: 'B', rank: 1 }];
  expect(found(book('0', '0', '1/2'), two)).toEqual(['2']);
});

it('says every rule that somebody falls under', () => {
  const criteria = weakOnes(ten, smallScheme, book('1', '60', '1/10')).get('10')!;
  expect(criteria.map(({ key }) => key)).toEqual([
    'assessment.weak.grades',
    'assessment.weak.below',
    'assessment.weak.last',
  ]);
});
