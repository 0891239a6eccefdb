/** Addresses of the console, in one place; links name them by word. */
export const paths = {
  today: '/',
  tasks: '/my-tasks',
  reviews: '/my-reviews',
  signIn: '/login',
  organizations: '/organizations',
  units: '/units',
  members: '/members',
  teams: '/teams',
  staff: '/staff',
  handovers: '/handovers',
  calendar: '/calendar',
  activities: '/activities',
  own: '/my-activities',
  plans: '/plans',
  obligations: '/obligations',
  figures: '/figures',
  catalogue: '/catalogue',
  matters: '/matters',
  sessions: '/sessions',
  dispatches: '/dispatches',
  documentNumbers: '/document-numbers',
  reviewRules: '/review-rules',
  assessments: '/assessments',
  myScores: '/my-scores',
  schemes: '/schemes',
  imports: '/import',
  rules: '/rules',
  holidays: '/holidays',
  audit: '/audit',
  notifications: '/notifications',
  inbox: '/inbox',
  account: '/account',
  accounts: '/accounts',
  explorer: '/graphiql',
  access: '/access',
} as const;

/** Only entries that lead somewhere; `permissions`: any one of them shows it, none = everyone. */
export interface Entry {
  key:
    | 'today'
    | 'tasks'
    | 'organizations'
    | 'units'
    | 'members'
    | 'teams'
    | 'staff'
    | 'handovers'
    | 'calendar'
    | 'activities'
    | 'own'
    | 'plans'
    | 'obligations'
    | 'figures'
    | 'catalogue'
    | 'matters'
    | 'sessions'
    | 'dispatches'
    | 'documentNumbers'
    | 'reviewRules'
    | 'assessments'
    | 'myScores'
    | 'schemes'
    | 'imports'
    | 'rules'
    | 'holidays'
    | 'audit'
    | 'accounts'
    | 'access'
    | 'inbox'
    | 'notifications';
  path: string;
  permissions?: string[];
  /** Served by the API, not a page of the console. */
  outside?: boolean;
}

/** The menu, grouped by work. */
export const menu: {
  group: 'organization' | 'activity' | 'decision' | 'assessment' | 'system' | null;
  entries: Entry[];
}[] = [
  {
    group: null,
    entries: [
      { key: 'today', path: paths.today },
      { key: 'tasks', path: paths.tasks, permissions: ['supervision.own'] },
    ],
  },
  {
    group: 'organization',
    entries: [
      { key: 'organizations', path: paths.organizations },
      { key: 'units', path: paths.units, permissions: ['unit.read'] },
      { key: 'members', path: paths.members, permissions: ['member.read'] },
      { key: 'teams', path: paths.teams, permissions: ['member.read'] },
      { key: 'staff', path: paths.staff, permissions: ['staff.read'] },
      { key: 'handovers', path: paths.handovers, permissions: ['staff.read'] },
    ],
  },
  {
    group: 'activity',
    entries: [
      { key: 'calendar', path: paths.calendar, permissions: ['activity.read'] },
      { key: 'activities', path: paths.activities, permissions: ['activity.read'] },
      { key: 'plans', path: paths.plans, permissions: ['activity.maintain'] },
      { key: 'obligations', path: paths.obligations, permissions: ['activity.read'] },
      { key: 'figures', path: paths.figures, permissions: ['activity.read'] },
      { key: 'own', path: paths.own, permissions: ['attendance.own'] },
      { key: 'catalogue', path: paths.catalogue, permissions: ['catalogue.read'] },
    ],
  },
  {
    group: 'decision',
    entries: [
      { key: 'matters', path: paths.matters, permissions: ['matter.read'] },
      { key: 'sessions', path: paths.sessions, permissions: ['session.read'] },
      { key: 'dispatches', path: paths.dispatches, permissions: ['dispatch.read'] },
      {
        key: 'documentNumbers',
        path: paths.documentNumbers,
        permissions: ['matter.read', 'session.read', 'dispatch.read'],
      },
      { key: 'reviewRules', path: paths.reviewRules, permissions: ['matter.read'] },
    ],
  },
  {
    group: 'assessment',
    entries: [
      { key: 'assessments', path: paths.assessments, permissions: ['assessment.read'] },
      { key: 'myScores', path: paths.myScores, permissions: ['assessment.score'] },
      { key: 'schemes', path: paths.schemes, permissions: ['scheme.maintain', 'assessment.read'] },
    ],
  },
  {
    group: 'system',
    entries: [
      { key: 'imports', path: paths.imports, permissions: ['import.read'] },
      { key: 'rules', path: paths.rules, permissions: ['rule.read'] },
      { key: 'holidays', path: paths.holidays, permissions: ['calendar.read'] },
      { key: 'audit', path: paths.audit, permissions: ['audit.read'] },
      { key: 'accounts', path: paths.accounts, permissions: ['account.manage'] },
      {
        key: 'access',
        path: paths.access,
        permissions: ['access.read', 'access.oversee', 'access.request', 'access.confirm'],
      },
      { key: 'inbox', path: paths.inbox, permissions: ['inbox.read'], outside: true },
      { key: 'notifications', path: paths.notifications },
    ],
  },
];
