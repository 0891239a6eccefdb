import type { Definition } from './permission-definition';

/** What activities need: the catalogue, what is planned and held, what the rules ask for, the days that are worked. */
export const activityPermissions = {
  'catalogue.read': {
    zh: '查看活动目录',
    en: 'Read the catalogue of activities',
    description: 'Types of activities, topics, lines, forms and venues, and how often what is to be held.',
    reach: 'ASSOCIATION',
  },
  'catalogue.maintain': {
    zh: '维护活动目录',
    en: 'Maintain the catalogue of activities',
    description: 'Types of activities, topics, lines and forms of the association, and how often what is to be held.',
    reach: 'ASSOCIATION',
    includes: ['catalogue.read'],
  },
  'venue.maintain': {
    zh: '维护阵地',
    en: 'Maintain venues',
    description: 'Register, change and close the places where activities are held.',
    reach: 'LEADS',
    includes: ['catalogue.read'],
  },
  'activity.read': {
    zh: '查看活动',
    en: 'Read activities',
    description: 'Activities that were planned and held, and what the rules ask of organizations.',
    reach: 'LEADS',
  },
  'activity.maintain': {
    zh: '组织活动',
    en: 'Maintain activities',
    description: 'Plan, change, postpone and cancel activities, record that they were held.',
    reach: 'LEADS',
    includes: ['activity.read'],
  },
  'attendance.read': {
    zh: '查看参会情况',
    en: 'Read attendance',
    description: 'Who is invited to an activity, who asked for leave and who attended, by name.',
    reach: 'LEADS',
    includes: ['activity.read'],
  },
  'attendance.record': {
    zh: '登记参会情况',
    en: 'Record attendance',
    description: 'Invite to activities, decide on leave, record who attended, show the code for signing in.',
    reach: 'LEADS',
    includes: ['attendance.read'],
  },
  'attendance.own': {
    zh: '本人签到与请假',
    en: 'Sign in and ask for leave',
    description: 'See what one is entitled or invited to, sign in to it, ask for leave, see one’s own attendance.',
    reach: 'ASSOCIATION',
  },
  'supervision.own': {
    zh: '办理本人任务',
    en: 'Carry out one’s own tasks',
    description:
      'See what one carries out or confirms, oneself or for an organization of one’s own, report it; see and sign minutes that await one’s signature.',
    reach: 'ASSOCIATION',
  },
  'activity.export': {
    zh: '导出活动',
    en: 'Export activities',
    description: 'Download lists of activities as a file.',
    reach: 'LEADS',
    includes: ['file.use'],
  },
  'activity.import': {
    zh: '导入活动',
    en: 'Import activities',
    description:
      'Check a list of activities, write it, take it back: of organizations whose activities one may maintain.',
    reach: 'LEADS',
    includes: ['import.read', 'file.use'],
  },
  'obligation.waive': {
    zh: '免除义务',
    en: 'Waive obligations',
    description: 'Say for a reason that an organization need not hold what a rule asks of it; take that back.',
    reach: 'LEADS',
    includes: ['activity.read'],
  },
  'calendar.read': {
    zh: '查看节假日',
    en: 'Read the calendar',
    description: 'Working days, holidays, swapped days and lunar days, with the notices they rest on.',
    reach: 'ASSOCIATION',
  },
  'calendar.maintain': {
    zh: '登记节假日安排',
    en: 'Maintain the calendar',
    description:
      'Set the holidays of a year from the notice of the State Council; it counts for the whole association.',
    reach: 'ASSOCIATION',
    includes: ['calendar.read'],
  },
} as const satisfies Record<string, Definition>;
