import {
  codePattern,
  holdsFormalAffiliations,
  mayBeRelated,
  mayBeRoot,
  mayHaveChildren,
  mayStandUnder,
  normalizeCode,
  normalizeName,
  parentTypesOf,
  plusMonths,
  termEnd,
  termRuleOf,
} from './organization-rules';
import { spell } from './organization-names';
import { OrganizationType, ParentRelation } from './organization.enums';

const types = Object.values(OrganizationType);

describe('where types may stand', () => {
  it.each([
    ['BRANCH', 'GENERAL_BRANCH', true],
    ['BRANCH', 'WORKING_GROUP', true],
    ['BRANCH', 'BRANCH', false],
    ['PARTY_GROUP', 'BRANCH', true],
    ['PARTY_GROUP', 'JOINT_BRANCH', true],
    ['PARTY_GROUP', 'GENERAL_BRANCH', false],
    ['GENERAL_BRANCH', 'COMMITTEE', true],
    ['COMMITTEE', 'GENERAL_BRANCH', false],
    ['EXPERT_GROUP', 'FUNCTIONAL_COMMITTEE', true],
  ] as const)('%s under %s: %s', (type, parent, may) => {
    expect(mayStandUnder(OrganizationType[type], OrganizationType[parent])).toBe(may);
  });

  it('puts nothing below a party group, and the names of parents agree with the rule', () => {
    for (const type of types) {
      expect(mayStandUnder(type, OrganizationType.PARTY_GROUP)).toBe(false);
      for (const parent of types) expect(parentTypesOf(type).includes(parent)).toBe(mayStandUnder(type, parent));
    }
    expect(types.filter((type) => !mayHaveChildren(type))).toEqual(['PARTY_GROUP']);
  });

  it('has committees as roots, and leads party groups', () => {
    expect(types.filter(mayBeRoot)).toEqual(['FUNCTIONAL_COMMITTEE', 'COMMITTEE']);
    expect(types.filter((type) => !mayBeRelated(type, ParentRelation.GUIDES))).toEqual(['PARTY_GROUP']);
    expect(types.every((type) => mayBeRelated(type, ParentRelation.LEADS))).toBe(true);
  });

  it('holds formal affiliations in grassroots organizations only', () => {
    expect(types.filter(holdsFormalAffiliations)).toEqual(['COMMITTEE', 'GENERAL_BRANCH', 'BRANCH', 'JOINT_BRANCH']);
  });
});

describe('terms', () => {
  it('come from the rule of the type', () => {
    expect(types.map(termRuleOf)).toEqual([
      'term.committee',
      'term.committee',
      'term.generalBranch',
      'term.branch',
      'term.branch',
      null,
      null,
      null,
      null,
    ]);
  });

  it.each([
    ['2020-01-01', 3, '2026-09-18', '2029-01-01'],
    ['2020-09-18', 3, '2026-09-18', '2029-09-18'], // ends today: the next one runs
    ['2020-09-19', 3, '2026-09-18', '2026-09-19'],
    ['2026-09-18', 5, '2026-09-18', '2031-09-18'],
    ['2020-02-29', 5, '2024-01-01', '2025-02-28'],
    ['2027-01-01', 3, '2026-09-18', '2030-01-01'], // founded later
  ])('founded %s for %d years, recorded %s: until %s', (foundedOn, years, on, end) => {
    expect(termEnd(foundedOn, years, on)).toBe(end);
  });

  it.each([
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-09-18', -6, '2026-03-18'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-01-15', -13, '2024-12-15'],
  ])('%s and %d months: %s', (day, months, result) => {
    expect(plusMonths(day, months)).toBe(result);
  });
});

describe('codes and names', () => {
  it.each(['A', 'DZ0001', 'JG-02', '01.2/3_4'])('takes %s', (code) => expect(code).toMatch(codePattern));
  it.each(['', '-1', '1-', 'a1', 'DZ 1', '党1', 'X'.repeat(33)])('refuses "%s"', (code) =>
    expect(code).not.toMatch(codePattern),
  );

  it('brings slips of typing into one form', () => {
    expect(normalizeCode('　ｄｚ－０1 ')).toBe('DZ-01');
    expect(normalizeName('  第一　 党支部 ')).toBe('第一 党支部');
  });

  it.each([
    ['秘书处第二党支部', 'mishuchudierdangzhibu', 'mscdedzb'],
    ['重庆银行行业协会', 'chongqingyinhanghangyexiehui', 'cqyhhyxh'],
    ['绿色发展（2）ABC支部', 'lvsefazhan2abczhibu', 'lsfz2abczb'],
  ])('spells %s', (name, pinyin, pinyinInitials) => {
    expect(spell(name)).toEqual({ pinyin, pinyinInitials });
  });
});
