import { parseRuleValue, type RuleInForce } from '@dangwu/rules';
import { qualifies, type QualifyingFacts } from './qualifying';
import { CoverageKind } from './unit.enums';

const rule = (value: string): RuleInForce => ({
  id: 'r',
  key: 'branch.found.min',
  name: { zh: '', en: '' },
  value,
  parsed: parseRuleValue(value),
  unit: null,
  strength: 'MUST',
  layer: 'REGULATION',
  basis: { zh: '', en: '' },
});
const facts = (change: Partial<QualifyingFacts>): QualifyingFacts => ({
  coverage: CoverageKind.UNCOVERED,
  partyMemberCount: 3,
  closedOn: null,
  ...change,
});

describe('units that qualify without an organization', () => {
  it.each([
    ['UNCOVERED', 3, true],
    ['UNCOVERED', 2, false],
    ['LIAISON', 3, true],
    ['LIAISON', 0, false],
    ['OWN_ORGANIZATION', 30, false],
    ['JOINT_ORGANIZATION', 30, false],
  ] as const)('%s with %i members: %s', (coverage, partyMemberCount, expected) => {
    const found = qualifies(facts({ coverage: CoverageKind[coverage], partyMemberCount }), rule('3'));
    expect(found?.key === 'branch.found.min').toBe(expected);
  });

  it('cannot be told without a count or a rule, and not of what is closed', () => {
    expect(qualifies(facts({ partyMemberCount: null }), rule('3'))).toBeNull();
    expect(qualifies(facts({ closedOn: '2026-01-01' }), rule('3'))).toBeNull();
    expect(qualifies(facts({}), undefined)).toBeNull();
  });

  it('follow the rule in force', () => {
    expect(qualifies(facts({ partyMemberCount: 4 }), rule('5'))).toBeNull();
    expect(qualifies(facts({ partyMemberCount: 5 }), rule('5'))).not.toBeNull();
  });
});
