import { defineFigures, FigureUnit } from '@dangwu/figures';
import { hoursOfStudy, recordsOfStudy } from './activity-figures';

/** Those who belong there today, once for all months: whoever may read an organization finds as many of them. */
const membersNow = (columns: string): string => `
  select ${columns}m.organization_id, least($3::date, $1::date) as day, 0::numeric as part, 1::numeric as whole
  from member m
  where m.status in ('FULL', 'PROBATIONARY') and m.left_on is null and m.deleted_at is null and $2::date <= $1::date`;
const named = `m.id, 'Member' as type, m.name as title_zh, m.name as title_en, `;

defineFigures({
  'study.hoursPerMember': {
    name: { zh: '人均学时', en: 'Hours of study a member' },
    definition: {
      zh: '统计月内计入学时的活动的学时合计，除以现有正式党员和预备党员人数。',
      en: 'The hours of study in the months, divided by the full and probationary members there are today.',
    },
    unit: FigureUnit.HOURS,
    source: 'Activity.presentCount, Activity.startsAt, Activity.endsAt; Member.status',
    permission: 'member.read',
    ratio: true,
    standing: true,
    rows: `select organization_id, day, part, 0::numeric as whole from (${hoursOfStudy}) h
      where part <> 0 union all ${membersNow('')}`,
    records: `select id, type, title_zh, title_en, organization_id, day, part, 0::numeric as whole
      from (${recordsOfStudy}) h union all ${membersNow(named)}`,
  },
});
