import { defineFigures, FigureUnit } from '@dangwu/figures';
import { ruleNumberOf, ruleNumbers } from '@dangwu/rules';

/** The rule that says within how many days after a meeting what was held stands on record. */
export const recordedWithin = 'minutes.within';

/** Whichever comes first counts. One whose days are not over is judged when it is done, or when they are. */
const finishedRecords = `
  with ${ruleNumbers(recordedWithin)}
  select a.id, 'Activity' as type, a.title as title_zh, a.title as title_en, a.organization_id, a.held_on as day,
    coalesce(d.done_on <= d.due_on, false)::int::numeric as part, 1::numeric as whole
  from activity a join party_organization o on o.id = a.organization_id
  left join minutes m on m.activity_id = a.id and m.deleted_at is null
  left join minutes_version v on v.minutes_id = m.id and v.no = 1
  cross join lateral (
    select a.held_on + ${ruleNumberOf('o.leads_path', 'a.held_on')} as due_on,
      (least(a.recorded_at, v.chair_signed_at) at time zone 'Asia/Shanghai')::date as done_on
    -- asked once for each row, not wherever it is named
    offset 0) d
  where a.state in ('HELD', 'RECORDED') and a.deleted_at is null and a.held_on between $2 and $3
    and d.due_on is not null and (d.due_on < $1::date or d.done_on is not null)`;

defineFigures({
  'minutes.onTimeRate': {
    name: { zh: '按时记录率', en: 'Rate of records in time' },
    definition: {
      zh: '统计月内举办的活动中，在规则规定的天数内完成记录或会议记录双签的所占比例；还在期限内、尚未完成的，以及规则生效以前的不计。',
      en: 'Of the activities held in the months: those recorded, or with minutes signed by both, within the days of the rule; those neither done nor due yet, and those from before there was a rule, are left out.',
    },
    unit: FigureUnit.PERCENT,
    source: 'Activity.recordedAt, Minutes.versions; Rule minutes.within',
    permission: 'activity.read',
    records: finishedRecords,
  },
});
