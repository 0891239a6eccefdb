import type { RuleInForce } from '@dangwu/rules';
import { flagMessage, flagsOf, type FlagFacts } from './organization-flags';
import { OrganizationStatus, OrganizationType } from '../organization.enums';

const rule = (key: string, value: number, strength: 'MUST' | 'NORMAL' = 'NORMAL'): [string, RuleInForce] => [
  key,
  {
    id: key,
    key,
    value: String(value),
    strength,
    parsed: { comparison: '=', numerator: value, denominator: 1 },
  } as unknown as RuleInForce,
];
const rules = new Map([
  rule('joint.trigger', 3, 'MUST'),
  rule('branch.size.max', 50),
  rule('committee.size.min', 100),
  rule('committee.required', 7, 'MUST'),
  rule('term.remind', 6),
  rule('term.branch', 3),
  rule('term.generalBranch', 3),
  rule('term.committee', 5),
]);
const branch: FlagFacts = {
  type: OrganizationType.BRANCH,
  status: OrganizationStatus.ACTIVE,
  reportedMemberCount: 20,
  reportedOn: '2026-01-01',
  registered: null,
  foundedOn: '2020-01-01',
  termEndsOn: null,
};
const codes = (facts: Partial<FlagFacts>, on = '2026-09-18') =>
  flagsOf({ ...branch, ...facts }, rules, on).map((f) => f.code);

describe('flags of size', () => {
  it.each([
    ['BRANCH', 0, ['JOINT_BRANCH_DUE']],
    ['BRANCH', 2, ['JOINT_BRANCH_DUE']],
    ['BRANCH', 3, []],
    ['BRANCH', 50, []],
    ['BRANCH', 51, ['GENERAL_BRANCH_DUE']],
    ['BRANCH', 100, ['GENERAL_BRANCH_DUE']],
    ['BRANCH', 101, ['COMMITTEE_DUE']],
    ['JOINT_BRANCH', 2, []],
    ['JOINT_BRANCH', 51, ['GENERAL_BRANCH_DUE']],
    ['GENERAL_BRANCH', 100, []],
    ['GENERAL_BRANCH', 101, ['COMMITTEE_DUE']],
    ['COMMITTEE', 500, []],
    ['PARTY_GROUP', 2, []],
    ['FUNCTIONAL_COMMITTEE', 0, []],
  ] as const)('%s of %d: %j', (type, reportedMemberCount, expected) => {
    expect(codes({ type: OrganizationType[type], reportedMemberCount })).toEqual(expected);
  });

  it('says nothing without a count, or of what is not at work', () => {
    expect(codes({ reportedMemberCount: null })).toEqual([]);
    expect(codes({ reportedMemberCount: 1, status: OrganizationStatus.PREPARING })).toEqual([]);
    expect(codes({ reportedMemberCount: 1, status: OrganizationStatus.DISSOLVED })).toEqual([]);
  });

  it('names the rule, how binding it is, and since when', () => {
    const [flag] = flagsOf({ ...branch, reportedMemberCount: 2 }, rules, '2026-09-18');
    expect(flag).toMatchObject({
      severity: 'REFUSAL',
      since: '2026-01-01',
      params: { members: 2, limit: 3, source: 'REPORTED' },
      rule: { key: 'joint.trigger' },
    });
    expect(flagMessage(flag!.code, flag!.params).zh).toContain('不足 3 人');
  });

  it('follows a stricter rule of the house', () => {
    const strict = new Map([...rules, rule('branch.size.max', 19)]);
    expect(flagsOf(branch, strict, '2026-09-18').map((f) => f.code)).toEqual(['GENERAL_BRANCH_DUE']);
    expect(flagsOf(branch, new Map(), '2026-09-18')).toEqual([]);
  });
});

describe('flags of registered members', () => {
  const registered = { members: 20, full: 6, committee: false, since: '2026-05-01' };

  it('count them where they are registered, whatever was reported', () => {
    expect(codes({ reportedMemberCount: 60, registered })).toEqual([]);
    expect(codes({ reportedMemberCount: 20, registered: { ...registered, members: 51 } })).toEqual([
      'GENERAL_BRANCH_DUE',
    ]);
    expect(codes({ reportedMemberCount: null, registered: { ...registered, members: 101 } })).toEqual([
      'COMMITTEE_DUE',
    ]);
  });

  it.each([
    ['BRANCH', 2, false, ['JOINT_BRANCH_DUE']],
    ['BRANCH', 3, false, []],
    ['BRANCH', 6, false, []],
    ['BRANCH', 7, false, ['BRANCH_COMMITTEE_DUE']],
    ['BRANCH', 7, true, []],
    ['JOINT_BRANCH', 7, false, ['BRANCH_COMMITTEE_DUE']],
    ['GENERAL_BRANCH', 70, false, []],
  ] as const)('%s with %d full members, committee %s: %j', (type, full, committee, expected) => {
    expect(codes({ type: OrganizationType[type], registered: { ...registered, full, committee } })).toEqual(expected);
  });

  it('say who counted', () => {
    const [flag] = flagsOf({ ...branch, registered: { ...registered, full: 2 } }, rules, '2026-09-18');
    expect(flag).toMatchObject({ since: '2026-05-01', params: { members: 2, limit: 3, source: 'REGISTERED' } });
    expect(flagMessage(flag!.code, flag!.params).zh).toContain('登记的正式党员 2 人');
  });
});

describe('flags of terms', () => {
  it.each([
    ['2027-03-19', []],
    ['2027-03-18', ['TERM_ENDS_SOON']],
    ['2026-09-19', ['TERM_ENDS_SOON']],
    ['2026-09-18', ['TERM_OVERDUE']],
    ['2024-01-01', ['TERM_OVERDUE']],
    [null, []],
  ])('ends on %s: %j', (termEndsOn, expected) => {
    expect(codes({ termEndsOn })).toEqual(expected);
  });

  it('begin on the day of the reminder, then of the end', () => {
    const since = (termEndsOn: string) => flagsOf({ ...branch, termEndsOn }, rules, '2026-09-18')[0]?.since;
    expect(since('2027-01-31')).toBe('2026-07-31');
    expect(since('2026-02-01')).toBe('2026-02-01');
  });

  it('are raised only where leadership is elected', () => {
    expect(codes({ type: OrganizationType.WORKING_GROUP, termEndsOn: '2020-01-01' })).toEqual([]);
    expect(codes({ type: OrganizationType.COMMITTEE, termEndsOn: '2020-01-01' })).toEqual(['TERM_OVERDUE']);
  });

  it('stand beside those of size', () => {
    expect(codes({ reportedMemberCount: 60, termEndsOn: '2026-01-01' })).toEqual([
      'GENERAL_BRANCH_DUE',
      'TERM_OVERDUE',
    ]);
  });
});
