import { OrganizationType, Tier } from '@dangwu/organization';
import { Period } from './cadence.enums';
import { isSame, meet, nextKey, overlap, yearly, type Scope } from './cadence-scope';

const { BRANCH, JOINT_BRANCH, COMMITTEE } = OrganizationType;
const scope = (more: Partial<Scope> = {}): Scope => ({
  organizationTypes: [BRANCH, JOINT_BRANCH],
  tiers: null,
  organizationId: null,
  needsCommittee: false,
  ...more,
});

describe('scopes of cadences', () => {
  it('meet where an organization may be of both, and are the same whatever the order', () => {
    expect(meet(scope(), scope({ organizationTypes: [JOINT_BRANCH, COMMITTEE] }))).toBe(true);
    expect(meet(scope(), scope({ organizationTypes: [COMMITTEE] }))).toBe(false);
    expect(meet(scope({ tiers: [Tier.COUNCIL] }), scope())).toBe(true);
    expect(meet(scope({ tiers: [Tier.COUNCIL] }), scope({ tiers: [Tier.SECRETARIAT] }))).toBe(false);
    expect(isSame(scope(), scope({ organizationTypes: [JOINT_BRANCH, BRANCH] }))).toBe(true);
    expect(isSame(scope(), scope({ organizationId: 'a' }))).toBe(false);
    expect(isSame(scope(), scope({ tiers: [Tier.COUNCIL] }))).toBe(false);
  });

  it('overlap on days that both hold; what never holds overlaps nothing', () => {
    const first = { from: '2026-01-01', until: '2026-07-01' };
    expect(overlap(first, { from: '2026-06-30', until: null })).toBe(true);
    expect(overlap(first, { from: '2026-07-01', until: null })).toBe(false);
    expect(overlap({ from: '2026-07-01', until: null }, first)).toBe(false);
    expect(overlap(first, { from: '2026-03-01', until: '2026-03-01' })).toBe(false);
  });

  it('are compared by the year', () => {
    expect(yearly(1, Period.QUARTER)).toBe(4);
    expect(yearly(3, Period.YEAR)).toBeLessThan(yearly(1, Period.QUARTER));
    expect(yearly(1, Period.WEEK)).toBeGreaterThan(yearly(4, Period.MONTH));
  });
});

describe('keys of house rules', () => {
  it('follow the floor, else the type, with the next letters that are free', () => {
    expect(nextKey('warning.cadence', 'WARNING_EDUCATION', new Set())).toBe('warning.house.a');
    expect(nextKey('warning.cadence', 'WARNING_EDUCATION', new Set(['warning.house.a']))).toBe('warning.house.b');
    expect(nextKey(undefined, 'SONG_CONTEST_2026', new Set())).toBe('songContest.house.a');
    expect(nextKey(undefined, 'A_1', new Set())).toBe('a.house.a');
    const letters = [...'abcdefghijklmnopqrstuvwxyz'];
    expect(nextKey('x.cadence', 'X', new Set(letters.map((one) => `x.house.${one}`)))).toBe('x.house.aa');
  });
});
