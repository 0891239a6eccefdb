import { changedSince, defineFigures, FigureUnit } from '@dangwu/figures';
import { shippedTypes } from '../catalogue/shipped-catalogue';

const noWhole = 'null::numeric';
const ofObligations = (part: string, whole: string, which: string): string =>
  `select o.id, 'Obligation' as type, t.name_zh as title_zh, t.name_en as title_en, o.organization_id, o.ends_on as day,
     ${part} as part, ${whole} as whole
   from obligation o left join activity_type t on t.id = o.activity_type_id
   where o.deleted_at is null and o.waived_at is null and o.ends_on between $2 and $3 and ${which}`;
const held = 'least(o.recorded + o.held, o.required)::numeric';

const obligationsChanged = `
  select distinct organization_id as id from obligation where association_id = $1 and ${changedSince('change_number')}`;

const permission = 'activity.read';
const { COUNT, PERCENT } = FigureUnit;

defineFigures({
  'obligation.required': {
    name: { zh: '应办次数', en: 'Required activities' },
    definition: {
      zh: '期限在统计月内的义务要求举办的次数，免除的不计。',
      en: 'How many activities the obligations ask for whose period ends in the months; waived ones are left out.',
    },
    unit: COUNT,
    source: 'Obligation.required',
    permission,
    records: ofObligations('o.required::numeric', noWhole, 'true'),
    changed: obligationsChanged,
  },
  'obligation.fulfilled': {
    name: { zh: '已办次数', en: 'Required activities held' },
    definition: {
      zh: '应办次数中已经举办的，无论是否补了记录；一项多办的不抵另一项少办的。',
      en: 'Of the required activities those held, recorded or not; more than enough of one does not make good for another.',
    },
    unit: COUNT,
    source: 'Obligation.recorded, Obligation.held',
    permission,
    records: ofObligations(held, noWhole, 'true'),
    changed: obligationsChanged,
  },
  'obligation.fulfilmentRate': {
    name: { zh: '完成率', en: 'Rate of fulfilment' },
    definition: {
      zh: '期限已过的义务：已办次数除以应办次数，免除的不计。',
      en: 'Of obligations whose period is over: activities held divided by activities required; waived ones are left out.',
    },
    unit: PERCENT,
    source: 'Obligation',
    permission,
    records: ofObligations(held, 'o.required::numeric', 'o.ends_on < $1'),
    changed: obligationsChanged,
  },
  'obligation.late': {
    name: { zh: '逾期义务', en: 'Late obligations' },
    definition: {
      zh: '期限已过、举办次数不够的义务，免除的不计。',
      en: 'Obligations whose period is over and for which too little was held; waived ones are left out.',
    },
    unit: COUNT,
    source: 'Obligation (LATE)',
    permission,
    records: ofObligations('1::numeric', noWhole, 'o.ends_on < $1 and o.recorded + o.held < o.required'),
    changed: obligationsChanged,
  },
  'obligation.awaitingRecord': {
    name: { zh: '待补记录义务', en: 'Obligations that lack a record' },
    definition: {
      zh: '举办次数已够、还有活动没有记录的义务，免除的不计。',
      en: 'Obligations for which enough was held and some of it is not recorded; waived ones are left out.',
    },
    unit: COUNT,
    source: 'Obligation (AWAITING_RECORD)',
    permission,
    records: ofObligations('1::numeric', noWhole, 'o.recorded < o.required and o.recorded + o.held >= o.required'),
    changed: obligationsChanged,
  },
});

/** The last word of a key by the type of activity; keys stand in schemes of assessment and never change. */
const byType: Readonly<Record<string, string>> = {
  BRANCH_ASSEMBLY: 'assembly',
  BRANCH_COMMITTEE_MEETING: 'committee',
  GROUP_MEETING: 'group',
  PARTY_LECTURE: 'lecture',
  THEME_DAY: 'themeDay',
  LIFE_MEETING: 'lifeMeeting',
  DEMOCRATIC_EVALUATION: 'evaluation',
  CENTRAL_GROUP_STUDY: 'centralGroup',
  PARTY_SCHOOL: 'partySchool',
  WARNING_EDUCATION: 'warning',
};

for (const { key, name } of shippedTypes) {
  const word = byType[key];
  if (!word) continue;
  const [zh, en] = name;
  defineFigures({
    [`obligation.fulfilmentRate.${word}`]: {
      name: { zh: `完成率：${zh}`, en: `Rate of fulfilment: ${en}` },
      definition: {
        zh: `期限已过的“${zh}”义务：已办次数除以应办次数，免除的不计。`,
        en: `Of obligations of the type "${en}" whose period is over: activities held divided by activities required; waived ones are left out.`,
      },
      unit: PERCENT,
      source: `Obligation (${key})`,
      permission,
      records: ofObligations(held, 'o.required::numeric', `o.ends_on < $1 and t.key = '${key}'`),
      changed: obligationsChanged,
    },
  });
}
