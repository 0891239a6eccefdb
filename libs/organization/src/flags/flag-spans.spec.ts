import type { RuleInForce } from '@dangwu/rules';
import { flagSpans, type DatedFacts, type RulesSince } from './flag-spans';
import { OrganizationStatus, OrganizationType } from '../organization.enums';

const rule = (key: string, value: number, id = key): [string, RuleInForce] => [
  key,
  {
    id,
    key,
    strength: 'NORMAL',
    parsed: { comparison: '=', numerator: value, denominator: 1 },
  } as unknown as RuleInForce,
];
const shipped = new Map([
  rule('branch.size.max', 50),
  rule('committee.size.min', 100),
  rule('joint.trigger', 3),
  rule('committee.required', 7),
  rule('term.remind', 6),
  rule('term.branch', 3),
]);
const always: RulesSince[] = [{ from: '2020-01-01', rules: shipped }];
const branch: DatedFacts = {
  from: '2020-01-01',
  to: null,
  type: OrganizationType.BRANCH,
  status: OrganizationStatus.ACTIVE,
  reportedMemberCount: 20,
  reportedOn: '2025-03-01',
  foundedOn: '2020-01-01',
  termEndsOn: null,
};
const today = '2026-09-18';
const spans = (versions: readonly DatedFacts[], from = '2020-01-01', epochs = always) =>
  flagSpans({ versions, registered: [] }, epochs, from, today).map(({ flag, since, until }) => [
    flag.code,
    since,
    until,
  ]);

describe('flags from day to day', () => {
  it('stand from the day of the report, whatever the day of recording', () => {
    const large = { ...branch, reportedMemberCount: 60 };
    expect(spans([large])).toEqual([['GENERAL_BRANCH_DUE', '2025-03-01', null]]);
    expect(spans([large], today)).toEqual([['GENERAL_BRANCH_DUE', '2025-03-01', null]]);
    expect(spans([large], '2025-01-01')).toEqual([['GENERAL_BRANCH_DUE', '2025-03-01', null]]);
  });

  it('come and go with what the organization was', () => {
    const large = { ...branch, reportedMemberCount: 60 };
    const versions = [
      { ...large, to: '2025-06-01' },
      { ...large, from: '2025-06-01', to: '2026-01-01', type: OrganizationType.GENERAL_BRANCH },
      { ...large, from: '2026-01-01', to: '2026-05-01' },
      { ...branch, from: '2026-05-01', reportedMemberCount: 2, reportedOn: '2026-05-01', to: '2026-08-01' },
      { ...branch, from: '2026-08-01', reportedMemberCount: 2, status: OrganizationStatus.DISSOLVED },
    ];
    expect(spans(versions)).toEqual([
      ['GENERAL_BRANCH_DUE', '2025-03-01', '2025-06-01'],
      ['GENERAL_BRANCH_DUE', '2026-01-01', '2026-05-01'],
      ['JOINT_BRANCH_DUE', '2026-05-01', '2026-08-01'],
    ]);
  });

  it('follow a term to its end', () => {
    expect(spans([{ ...branch, termEndsOn: '2026-08-31' }])).toEqual([
      ['TERM_ENDS_SOON', '2026-02-28', '2026-08-31'],
      ['TERM_OVERDUE', '2026-08-31', null],
    ]);
    expect(spans([{ ...branch, termEndsOn: '2027-01-31' }])).toEqual([['TERM_ENDS_SOON', '2026-07-31', null]]);
  });

  it('go on through versions that change nothing about them', () => {
    const large = { ...branch, reportedMemberCount: 60 };
    const renamed = [
      { ...large, to: '2026-02-02' },
      { ...large, from: '2026-02-02' },
    ];
    expect(spans(renamed)).toEqual([['GENERAL_BRANCH_DUE', '2025-03-01', null]]);
  });

  it('follow the rules of each day, and name the one of their day', () => {
    const house = new Map([...shipped, rule('branch.size.max', 15, 'house')]);
    const epochs = [
      { from: '2020-01-01', rules: shipped },
      { from: '2026-01-01', rules: house },
      { from: '2026-04-01', rules: shipped },
    ];
    expect(spans([branch], '2020-01-01', epochs)).toEqual([['GENERAL_BRANCH_DUE', '2026-01-01', '2026-04-01']]);
    const large = { ...branch, reportedMemberCount: 60 };
    const named = flagSpans({ versions: [large], registered: [] }, epochs, '2020-01-01', today).map(
      ({ flag, since }) => [flag.rule.id, since],
    );
    expect(named).toEqual([
      ['branch.size.max', '2025-03-01'],
      ['house', '2026-01-01'],
      ['branch.size.max', '2026-04-01'],
    ]);
  });

  it('count registered members from the day on which the first was registered, and by the day', () => {
    const large = { ...branch, reportedMemberCount: 60 };
    const counts = (from: string, full: number, committee = false) => ({
      from,
      since: from,
      members: full,
      full,
      committee,
    });
    const registered = [counts('2026-02-01', 2), counts('2026-03-01', 5), counts('2026-06-01', 7)];
    const course = { versions: [large], registered };
    const told = (epoch: string) =>
      flagSpans(course, always, epoch, today).map(({ flag, since, until }) => [
        flag.code,
        flag.params['members'],
        since,
        until,
      ]);
    expect(told('2020-01-01')).toEqual([
      ['GENERAL_BRANCH_DUE', 60, '2025-03-01', '2026-02-01'],
      ['JOINT_BRANCH_DUE', 2, '2026-02-01', '2026-03-01'],
      ['BRANCH_COMMITTEE_DUE', 7, '2026-06-01', null],
    ]);
    expect(told(today)).toEqual([['BRANCH_COMMITTEE_DUE', 7, '2026-06-01', null]]);
  });
});
