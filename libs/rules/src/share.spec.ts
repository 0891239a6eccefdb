import { parseRuleValue } from './rule-value';
import { leastShare, meetsShare } from './share';

it.each([
  ['>= 1/2', 8, 17, false],
  ['>= 1/2', 9, 17, true],
  // exactly half is enough under "at least", not under "more than"
  ['>= 1/2', 8, 16, true],
  ['> 1/2', 8, 16, false],
  ['> 1/2', 9, 16, true],
  ['>= 4/5', 15, 19, false],
  ['4/5', 16, 20, true],
])('%s: %i of %i is %s', (value, count, of, met) => {
  const rule = parseRuleValue(value)!;
  expect(meetsShare(count, of, rule)).toBe(met);
  // the least that is enough says the same
  expect(count >= leastShare(of, rule)).toBe(met);
});
