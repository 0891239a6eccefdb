import { isLooser, parseRuleValue } from './rule-value';

describe('the value of a rule', () => {
  it.each([
    ['3', { comparison: '=', numerator: 3, denominator: 1 }],
    ['≥ 1/2', { comparison: '>=', numerator: 1, denominator: 2 }],
    ['> 1/2', { comparison: '>', numerator: 1, denominator: 2 }],
    ['3-5', { comparison: '=', numerator: 3, denominator: 1, upper: 5 }],
  ])('reads %s', (text, value) => {
    expect(parseRuleValue(text)).toEqual(value);
  });

  it.each(['secret', '', '1/0', '3 days', '１'])('takes %j for words', (text) => {
    expect(parseRuleValue(text)).toBeUndefined();
  });

  it('knows which of two asks for less', () => {
    expect(isLooser('2', '3', 'HIGHER')).toBe(true);
    expect(isLooser('4', '3', 'HIGHER')).toBe(false);
    expect(isLooser('60', '50', 'LOWER')).toBe(true);
    expect(isLooser('>= 1/2', '> 1/2', 'HIGHER')).toBe(true);
    expect(isLooser('>= 2/3', '> 1/2', 'HIGHER')).toBe(false);
    expect(isLooser('1/2', '> 1/2', 'HIGHER')).toBe(true);
    expect(isLooser('<= 3', '< 3', 'LOWER')).toBe(true);
    expect(isLooser('< 3', '<= 3', 'LOWER')).toBe(false);
    expect(isLooser('1', '9', 'NONE')).toBe(false);
  });
});
