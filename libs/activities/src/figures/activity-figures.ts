import { changedSince, defineFigures, FigureUnit, type Figure } from '@dangwu/figures';

const noWhole = 'null::numeric';
/** What is summed of activities by month, with what was written since it was summed. */
const summed = `(select * from activity_summary union all
  select association_id, organization_id, activity_type_id, month, activities, recorded, entitled, present, remote, on_leave,
    person_minutes from activity_delta)`;

const rowsOfActivities = (part: string, whole: string): string =>
  `select s.organization_id, s.month as day, ${part} as part, ${whole} as whole
   from ${summed} s join activity_type t on t.id = s.activity_type_id where s.month between $2 and $3`;

/** The activities themselves, of which those are sums. @param which of them count for anything */
const activities = (part: string, whole: string, which = 'true'): string =>
  `select a.id, 'Activity' as type, a.title as title_zh, a.title as title_en, a.organization_id, a.held_on as day,
     ${part} as part, ${whole} as whole
   from activity a left join activity_type t on t.id = a.activity_type_id
   where a.state in ('HELD', 'RECORDED') and a.deleted_at is null and a.held_on between $2 and $3 and ${which}`;

/** How one activity counts for each of the sums. */
const columns = {
  activities: '1',
  recorded: `(a.state = 'RECORDED')::int`,
  entitled: 'a.entitled_count',
  present: 'a.present_count',
  on_leave: 'a.leave_count',
} as const;
type Column = keyof typeof columns;
const numberOf = (column: Column): string => `coalesce(${columns[column]}, 0)::numeric`;

/** What is a sum of activities as it stands; those without the number are left out of the rows. */
const ofActivities = (part: Column, whole?: Column): Pick<Figure, 'rows' | 'sums' | 'records'> => ({
  rows: rowsOfActivities(`s.${part}`, whole ? `s.${whole}` : noWhole),
  records: activities(
    numberOf(part),
    whole ? numberOf(whole) : noWhole,
    `coalesce(${columns[part]}, ${columns[whole ?? part]}) is not null`,
  ),
  sums: `select organization_id, path, part_sum as part, whole_sum as whole
    from dangwu_activity_sums($1, $2, '${part}', ${whole ? `'${whole}'` : 'null'}, $3)`,
});

/** An activity that counts for something never changes its organizer; what a type counts for may change. */
const activitiesChanged = `
  select organization_id as id from activity where association_id = $1 and ${changedSince('change_number')}
  union select null from activity_type where association_id = $1 and ${changedSince('change_number')}`;
/** Hours of study by month, as sums. */
export const hoursOfStudy = rowsOfActivities(
  'case when t.counts_study_hours then s.person_minutes / 60.0 else 0 end',
  noWhole,
);
const hours = `a.present_count * (extract(epoch from a.ends_at - a.starts_at) / 60)::bigint / 60.0`;

/** The activities that these are hours of. */
export const recordsOfStudy = activities(hours, noWhole, 't.counts_study_hours and a.present_count is not null');

const permission = 'activity.read';
const { COUNT, HOURS, PERCENT } = FigureUnit;

defineFigures({
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
    rows: hoursOfStudy,
    records: recordsOfStudy,
    changed: activitiesChanged,
  },
});
