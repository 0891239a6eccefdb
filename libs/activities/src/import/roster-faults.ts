import type { FaultDefinitions } from '@dangwu/imports';

/** What can be wrong with, or odd about, a row of a list of activities beyond its single cells. */
export const rosterFaults = {
  BAD_TIME: {
    severity: 'FAULT',
    message: { zh: '“{found}”不是钟点。', en: '"{found}" is no time of the day.' },
    advice: { zh: '请写成 14:30 的样子。', en: 'Write it as in 14:30.' },
  },
  UNKNOWN_ORGANIZATION: {
    severity: 'FAULT',
    message: { zh: '没有名称或编码为“{found}”的党组织。', en: 'No organization has the name or code "{found}".' },
    advice: { zh: '请核对名称，或先登记这个党组织。', en: 'Check the name, or register that organization first.' },
  },
  AMBIGUOUS_ORGANIZATION: {
    severity: 'FAULT',
    message: {
      zh: '名称为“{found}”的党组织不止一个（{codes}）。',
      en: 'More than one organization is named "{found}" ({codes}).',
    },
    advice: { zh: '请改填编码。', en: 'Give the code instead.' },
  },
  OUT_OF_REACH: {
    severity: 'FAULT',
    message: { zh: '您不能登记“{found}”的活动。', en: 'You may not enter activities of "{found}".' },
    advice: { zh: '请由负责那里的人导入这一行。', en: 'Leave this row to whoever is responsible there.' },
  },
  ORGANIZATION_NOT_THERE: {
    severity: 'FAULT',
    message: {
      zh: '这一天“{organization}”还没有成立，或者已经撤销（{founded}—{dissolved}）。',
      en: 'On that day "{organization}" was not founded yet, or was dissolved ({founded}–{dissolved}).',
    },
    advice: { zh: '请核对日期和党组织。', en: 'Check the day and the organization.' },
  },
  UNKNOWN_TYPE: {
    severity: 'FAULT',
    message: { zh: '活动目录里没有“{found}”这种类型。', en: 'The catalogue has no type "{found}".' },
    advice: { zh: '请从“活动目录”里选一个类型。', en: 'Use a type of the catalogue.' },
  },
  TYPE_RETIRED: {
    severity: 'FAULT',
    message: { zh: '“{found}”从 {on} 起停用。', en: '"{found}" is retired from {on} on.' },
    advice: { zh: '请选择别的类型，或核对日期。', en: 'Choose another type, or check the day.' },
  },
  TYPE_NOT_HERE: {
    severity: 'FAULT',
    message: {
      zh: '“{organization}”是{organizationType}，不召开“{found}”。',
      en: '"{organization}" is a {organizationTypeEn} and does not hold "{found}".',
    },
    advice: {
      zh: '请换一个类型，或改填召开它的党组织。',
      en: 'Choose another type, or the organization that holds it.',
    },
  },
  DAY_TOO_FAR: {
    severity: 'FAULT',
    message: { zh: '{date} 太远，最多登记到 {latest}。', en: '{date} is too far ahead; {latest} is the last day.' },
    advice: { zh: '请核对年份。', en: 'Check the year.' },
  },
  END_BEFORE_START: {
    severity: 'FAULT',
    message: { zh: '结束不晚于开始（{starts}）。', en: 'It ends no later than it starts ({starts}).' },
    advice: { zh: '请核对起止的日期和时间。', en: 'Check days and times of start and end.' },
  },
  TOO_MANY_DAYS: {
    severity: 'FAULT',
    message: { zh: '一场活动最长 {days} 天。', en: 'An activity lasts at most {days} days.' },
    advice: { zh: '请核对结束日期，或分成几场。', en: 'Check the last day, or enter several.' },
  },
  UNKNOWN_TOPIC: {
    severity: 'FAULT',
    message: {
      zh: '活动目录里没有主题“{topic}”，或已停用。',
      en: 'The catalogue has no topic "{topic}", or it is retired.',
    },
    advice: {
      zh: '请从“活动目录”里选主题，几个之间用顿号隔开。',
      en: 'Use topics of the catalogue, separated by commas.',
    },
  },
  TOO_MANY_TOPICS: {
    severity: 'FAULT',
    message: { zh: '有 {count} 个主题，最多 {most} 个。', en: '{count} topics are given; {most} are allowed.' },
    advice: { zh: '请留下最要紧的。', en: 'Keep those that matter most.' },
  },
  COUNTS_INCOMPLETE: {
    severity: 'FAULT',
    message: { zh: '填了人数，但没有填{column}。', en: 'Counts are given, but not: {column}.' },
    advice: {
      zh: '应到和实到要一起填；还没有统计就都不填。',
      en: 'Give entitled and present together; leave all blank until they are known.',
    },
  },
  COUNTS_AHEAD: {
    severity: 'FAULT',
    message: { zh: '活动还没有结束，不能有人数。', en: 'It is not over yet and has no counts.' },
    advice: { zh: '请核对日期，或清空人数。', en: 'Check the day, or clear the counts.' },
  },
  COUNT_PRESENT: {
    severity: 'FAULT',
    message: {
      zh: '实到 {present} 人多于应到 {entitled} 人。',
      en: '{present} present are more than {entitled} entitled.',
    },
    advice: { zh: '请核对人数；列席人员不计入。', en: 'Check the counts; guests do not count.' },
  },
  COUNT_REMOTE: {
    severity: 'FAULT',
    message: { zh: '线上 {remote} 人多于实到 {present} 人。', en: '{remote} remote are more than {present} present.' },
    advice: { zh: '线上参加的人计入实到，请核对。', en: 'Whoever takes part remotely is present; check the counts.' },
  },
  COUNT_LEAVE: {
    severity: 'FAULT',
    message: {
      zh: '实到 {present} 人加请假 {leave} 人多于应到 {entitled} 人。',
      en: '{present} present and {leave} on leave are more than {entitled} entitled.',
    },
    advice: { zh: '请核对人数。', en: 'Check the counts.' },
  },
  DUPLICATE_ID: {
    severity: 'FAULT',
    message: { zh: '外部编号与第 {first} 行相同。', en: 'Row {first} has the same external id.' },
    advice: { zh: '请核对是不是同一场活动。', en: 'Check whether both are the same activity.' },
  },
  DUPLICATE_ROW: {
    severity: 'FAULT',
    message: {
      zh: '第 {first} 行是同一组织、同一类型、同一时间的活动。',
      en: 'Row {first} is of the same organization, type and time.',
    },
    advice: { zh: '请删去重复的一行，或改正时间。', en: 'Delete the row that doubles it, or correct the time.' },
  },
  ID_ELSEWHERE: {
    severity: 'FAULT',
    message: {
      zh: '外部编号 {found} 属于另一个组织或类型的活动{title}。',
      en: 'The external id {found} belongs to an activity of another organization or type {title}.',
    },
    advice: { zh: '请核对编号、党组织和类型。', en: 'Check the id, the organization and the type.' },
  },
  DAY_DIFFERS: {
    severity: 'FAULT',
    message: {
      zh: '这场活动在系统里是 {on}，导入不能改日期。',
      en: 'The activity is on {on}; an import moves no days.',
    },
    advice: { zh: '请在活动页面延期或更正记录。', en: 'Postpone it, or correct its record, on its page.' },
  },
  PUT_OFF: {
    severity: 'FAULT',
    message: { zh: '这场活动在系统里是“{state}”。', en: 'The activity is {stateEn}.' },
    advice: { zh: '请核对编号；补开的活动另填一行。', en: 'Check the id; its make-up is a row of its own.' },
  },
  TIMES_BOOKED: {
    severity: 'FAULT',
    message: {
      zh: '这场活动预约了阵地，导入不能改它的时间。',
      en: 'The activity has booked a venue; an import moves no bookings.',
    },
    advice: { zh: '请在活动页面修改。', en: 'Change it on its page.' },
  },
  ODD_TIME: {
    severity: 'FLAG',
    message: { zh: '开始时间 {found} 少见。', en: 'A start at {found} is unusual.' },
    advice: { zh: '请核对是上午还是下午。', en: 'Check whether morning or afternoon is meant.' },
  },
  SAME_DAY: {
    severity: 'FLAG',
    message: {
      zh: '第 {first} 行是同一组织同一天的同类活动。',
      en: 'Row {first} is of the same organization and type on the same day.',
    },
    advice: { zh: '请核对是不是填了两遍。', en: 'Check whether it was entered twice.' },
  },
  NONE_PRESENT: {
    severity: 'FLAG',
    message: { zh: '实到是 0 人。', en: 'Nobody was present.' },
    advice: { zh: '请核对这场活动是不是没有开。', en: 'Check whether it was held at all.' },
  },
  QUORUM_NOT_MET: {
    severity: 'FLAG',
    message: {
      zh: '应到 {entitled} 人，实到 {present} 人，没有达到“{rule}”（{value}，{basis}）。',
      en: '{present} of {entitled} do not meet "{ruleEn}" ({value}, {basisEn}).',
    },
    advice: { zh: '会照实导入；所作的决定可能无效。', en: 'It is imported as it was; what was decided may be void.' },
  },
  EARLIER_HELD_BACK: {
    severity: 'FLAG',
    message: {
      zh: '“{found}”在以前导入的《{file}》第 {held} 行，那一行有错没有导入。',
      en: '"{found}" is row {held} of the earlier import "{file}", which was held back as faulty.',
    },
    advice: { zh: '请先改正并导入那一行。', en: 'Correct and import that row first.' },
  },
} as const satisfies FaultDefinitions;
