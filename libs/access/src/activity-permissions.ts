import { definePermissions } from './permission-definition';

/** Of activities: their catalogue, the places where they are held, what is planned and recorded, what rules ask for. */
export const activityPermissions = definePermissions({
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
  'obligation.waive': {
    zh: '免除义务',
    en: 'Waive obligations',
    description: 'Say for a reason that an organization need not hold what a rule asks of it; take that back.',
    reach: 'LEADS',
    includes: ['activity.read'],
  },
});
