import { changedSince, defineFigures, FigureUnit, type Figure } from '@dangwu/figures';

const noWhole = 'null::numeric';
/** What is summed of activities by month, with what was written since it was summed. */
const summed = `(select * from activity_summary union all
  select association_id, organization_id, activity_type_id, month, activities, recorded, entitled, present, remote, on_leave,
    person_minutes from activity_delta)`;

const rowsOfActivities = (part: string, whole: string): string =>
  `select s.organization_id, s.month as day, ${part} as part, ${whole} as whole
   from ${summed} s join activity_type t on t.id = s.activity_type_id where s.month between $2 and $3`;

/** What is a sum of activities as it stands. */
const ofActivities = (part: string, whole: string | null = null): Pick<Figure, 'rows' | 'sums'> => ({
  rows: rowsOfActivities(`s.${part}`, whole ? `s.${whole}` : noWhole),
  sums: `select organization_id, path, part_sum as part, whole_sum as whole
    from dangwu_activity_sums($1, $2, '${part}', ${whole ? `'${whole}'` : 'null'}, $3)`,
});

const ofObligations = (part: string, whole: string, which: string): string =>
  `select o.organization_id, o.ends_on as day, ${part} as part, ${whole} as whole
   from obligation o where o.deleted_at is null and o.waived_at is null and o.ends_on between $2 and $3 and ${which}`;

/** An activity that counts for something never changes its organizer; what a type counts for may change. */
const activitiesChanged = `
  select organization_id as id from activity where association_id = $1 and ${changedSince('change_number')}
  union select null from activity_type where association_id = $1 and ${changedSince('change_number')}`;
const obligationsChanged = `
  select distinct organization_id as id from obligation where association_id = $1 and ${changedSince('change_number')}`;

const permission = 'activity.read';
const { COUNT, HOURS, PERCENT } = FigureUnit;

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
    rows: ofObligations('o.required', noWhole, 'true'),
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
    rows: ofObligations('least(o.recorded + o.held, o.required)', noWhole, 'true'),
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
    rows: ofObligations('least(o.recorded + o.held, o.required)', 'o.required', 'o.ends_on < $1'),
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
    rows: ofObligations('1', noWhole, 'o.ends_on < $1 and o.recorded + o.held < o.required'),
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
    rows: ofObligations('1', noWhole, 'o.recorded < o.required and o.recorded + o.held >= o.required'),
    changed: obligationsChanged,
  },
  'activity.held': {
    name: { zh: '举办活动', en: 'Activities held' },
    definition: {
      zh: '统计月内举办的会议与活动，无论是否已有记录；取消和延期的不计。',
      en: 'Activities held in the months, recorded or not; cancelled and postponed ones are left out.',
    },
    unit: COUNT,
    source: 'Activity (HELD, RECORDED)',
    permission,
    ...ofActivities('activities'),
    changed: activitiesChanged,
  },
  'activity.recordRate': {
    name: { zh: '记录率', en: 'Rate of records' },
    definition: {
      zh: '已有记录的活动除以举办的活动。',
      en: 'Activities with a record divided by activities held.',
    },
    unit: PERCENT,
    source: 'Activity.state',
    permission,
    ...ofActivities('recorded', 'activities'),
    changed: activitiesChanged,
  },
  'attendance.presences': {
    name: { zh: '参加人次', en: 'Presences' },
    definition: {
      zh: '到会人次合计，线上参加的计入。',
      en: 'People present, added up over activities; those present remotely count.',
    },
    unit: COUNT,
    source: 'Activity.presentCount',
    permission,
    ...ofActivities('present'),
    changed: activitiesChanged,
  },
  'attendance.rate': {
    name: { zh: '到会率', en: 'Rate of attendance' },
    definition: {
      zh: '到会人次（含线上）除以应到人次；没有记录人数的活动不计。',
      en: 'People present, remotely or not, divided by people entitled; activities without numbers are left out.',
    },
    unit: PERCENT,
    source: 'Activity.presentCount, Activity.entitledCount',
    permission,
    ...ofActivities('present', 'entitled'),
    changed: activitiesChanged,
  },
  'attendance.leaveRate': {
    name: { zh: '请假率', en: 'Rate of leave' },
    definition: {
      zh: '请假人次除以应到人次。',
      en: 'People on leave divided by people entitled.',
    },
    unit: PERCENT,
    source: 'Activity.leaveCount, Activity.entitledCount',
    permission,
    ...ofActivities('on_leave', 'entitled'),
    changed: activitiesChanged,
  },
  'study.hours': {
    name: { zh: '学习学时', en: 'Hours of study' },
    definition: {
      zh: '计入学时的活动：到会人次乘以活动时长，合计小时。',
      en: 'Of activities that count as study: people present times the length of the activity, in hours.',
    },
    unit: HOURS,
    source: 'Activity.presentCount, Activity.startsAt, Activity.endsAt; ActivityType.countsStudyHours',
    permission,
    rows: rowsOfActivities('case when t.counts_study_hours then s.person_minutes / 60.0 else 0 end', noWhole),
    changed: activitiesChanged,
  },
});
