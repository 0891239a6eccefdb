import { carries, fewest, quorum, type MajorityRule } from './majority';

const half = { numerator: 1, denominator: 2 };
const twoThirds = { numerator: 2, denominator: 3, strict: false };

describe('majorities', () => {
  it.each([
    // people, share, fewest
    [9, { ...half, strict: true }, 5],
    [10, { ...half, strict: true }, 6],
    [10, { ...half, strict: false }, 5],
    [11, { ...half, strict: false }, 6],
    [9, twoThirds, 6],
    [10, twoThirds, 7],
    [10, { ...twoThirds, strict: true }, 7],
    [9, { ...twoThirds, strict: true }, 7],
    [5, { numerator: 4, denominator: 5, strict: false }, 4],
    [0, { ...half, strict: true }, 1],
  ])('of %i people %j takes %i', (people, share, expected) => {
    expect(fewest(share, people)).toBe(expected);
  });

  it('is measured against those entitled or those present, as the rule says', () => {
    const attendance = { entitled: 9, present: 6 };
    const more: MajorityRule = { base: 'ENTITLED', ...half, strict: true };
    expect(carries(more, attendance, 4)).toEqual({ needed: 5, carried: false });
    expect(carries(more, attendance, 5)).toEqual({ needed: 5, carried: true });
    expect(carries({ ...more, base: 'PRESENT' }, attendance, 4)).toEqual({ needed: 4, carried: true });
  });

  it('needs enough people to vote at all, and of nobody nothing carries', () => {
    expect(quorum(twoThirds, { entitled: 9, present: 5 })).toEqual({ needed: 6, reached: false });
    expect(quorum(twoThirds, { entitled: 9, present: 6 })).toEqual({ needed: 6, reached: true });
    expect(quorum(twoThirds, { entitled: 0, present: 0 })).toEqual({ needed: 0, reached: false });
    expect(carries({ base: 'PRESENT', ...twoThirds }, { entitled: 3, present: 0 }, 0).carried).toBe(false);
  });
});
