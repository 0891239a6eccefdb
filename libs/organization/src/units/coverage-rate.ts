import { defineFigures, FigureUnit } from '@dangwu/figures';
import { ruleNumberOf, ruleNumbers } from '@dangwu/rules';
import { qualifyingRule } from './qualifying';

/** On the last day of the months, or today; by the rule that held on that day where the unit belongs. */
const qualifyingUnits = `
  with ${ruleNumbers(qualifyingRule)}
  select u.id, 'Unit' as type, u.name as title_zh, u.name as title_en, u.organization_id, d.day,
    (u.coverage in ('OWN_ORGANIZATION', 'JOINT_ORGANIZATION'))::int::numeric as part, 1::numeric as whole
  from (select least($3::date, $1::date) as day where $2::date <= $1::date) d
  join unit_version u on u.valid_from <= d.day and (u.valid_to is null or d.day < u.valid_to)
  join party_organization o on o.id = u.organization_id
  where u.closed_on is null and u.deleted_at is null
    and u.party_member_count >= ${ruleNumberOf('o.leads_path', 'd.day')}`;

defineFigures({
  'coverage.rate': {
    name: { zh: '应建已建率', en: 'Rate of coverage' },
    definition: {
      zh: '统计月末（未到月末的按当日）报告党员人数达到建立党组织条件的单位中，单独或联合建立了党组织的所占比例。派联络员的不算已建；没有报告人数的单位不计。',
      en: 'Of the units that report enough members for an organization at the end of the months, or today before that: those with one of their own or a joint one. A liaison is none; units without a count are left out.',
    },
    unit: FigureUnit.PERCENT,
    source: 'Unit.coverage, Unit.partyMemberCount',
    permission: 'unit.read',
    standing: true,
    records: qualifyingUnits,
  },
});
