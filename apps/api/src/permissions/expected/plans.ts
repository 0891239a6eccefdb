import { byId, mutation, type Area, type Target } from '../table';
import { anywhere, keepersOfActivities, readersOfActivities } from '../who';

const keep = {
  of: 'tree',
  may: keepersOfActivities,
  because: ['activities', 'client', 'hidden', 'association'],
} as const;
const plan = (target: Target) => target.thing('year plan');
const item = (target: Target) => target.thing('plan item');
const occurrence = (target: Target) => target.thing('occurrence');
const versioned = ({ id, version }: { id: string; version: number }) => ({ id, version });
const step = (target: Target) => ({ activityId: occurrence(target).id, version: occurrence(target).version });
const dayOff = (target: Target) => {
  const { id: activityId, version } = target.thing('activity on a day off');
  return { activityId, version };
};
const recurrence = { rule: 'FREQ=WEEKLY;BYDAY=FR', startsOn: '2026-11-06', time: '14:00', holidayPolicy: 'SKIP' };
const names = (field: string) => (data: Readonly<Record<string, unknown>>) =>
  (data[field] as { nodes: { organization: { name: string } }[] }).nodes.map(({ organization }) => organization.name);

/** Who makes plans of a year, and who sees them: nobody was told of a plan, so readers of activities do not. */
export const plans: Area = {
  title: 'Plans of a year',
  rows: [
    { ...keep, operation: 'Query yearPlan', ask: (target) => byId('yearPlan', plan(target).id, '{ year }') },
    {
      ...keep,
      operation: 'Query yearPlans',
      ask: () => ({ document: '{ yearPlans(first: 100) { nodes { organization { name } } } }' }),
      names: names('yearPlans'),
    },
    {
      ...keep,
      operation: 'Query planItems',
      ask: () => ({ document: '{ planItems(first: 100) { nodes { organization { name } } } }' }),
      names: names('planItems'),
    },
    {
      ...keep,
      operation: 'Query yearPlanOverview',
      ask: (target) => ({
        document: 'query ($id: ID!) { yearPlanOverview(id: $id, first: 5) { organizationCount } }',
        variables: { id: plan(target).id },
      }),
    },
    {
      ...keep,
      operation: 'Query yearPlanChanges',
      ask: (target) => byId('yearPlanChanges', plan(target).id, '{ added }'),
    },
    {
      ...keep,
      operation: 'Node YearPlan',
      others: 'NOT_FOUND',
      ask: (target) => byId('node', plan(target).id, '{ ... on YearPlan { year } }'),
    },
    {
      ...keep,
      operation: 'Node PlanItem',
      others: 'NOT_FOUND',
      ask: (target) => byId('node', item(target).id, '{ ... on PlanItem { state } }'),
    },
    {
      ...keep,
      operation: 'Mutation draftYearPlan',
      elsewhere: 'FORBIDDEN',
      ask: ({ id }) => mutation('draftYearPlan', { organizationId: id, year: 2026 }),
    },
    {
      ...keep,
      operation: 'Mutation replanYearPlan',
      ask: (target) => mutation('replanYearPlan', versioned(plan(target))),
    },
    {
      ...keep,
      operation: 'Mutation publishYearPlan',
      ask: (target) => mutation('publishYearPlan', versioned(plan(target))),
    },
    {
      ...keep,
      operation: 'Mutation discardYearPlan',
      ask: (target) => mutation('discardYearPlan', versioned(plan(target)), ''),
      shows: () => true,
    },
    {
      ...keep,
      operation: 'Mutation movePlanItem',
      ask: (target) => mutation('movePlanItem', { ...versioned(item(target)), startsAt: '2027-02-24T09:00:00+08:00' }),
    },
    {
      ...keep,
      operation: 'Mutation leaveOutPlanItem',
      ask: (target) => mutation('leaveOutPlanItem', { ...versioned(item(target)), reason: '全员驻外' }),
    },
    {
      ...keep,
      operation: 'Mutation takeInPlanItem',
      ask: (target) => mutation('takeInPlanItem', versioned(target.thing('plan item left out'))),
    },
  ],
};

const read = {
  of: 'tree',
  may: readersOfActivities,
  because: ['activities', 'published', 'client', 'hidden', 'association'],
} as const;
const change = { ...keep, known: { COMMITTEE_STAFF: ['PUBLISHED'] }, because: [...keep.because, 'known'] } as const;

/** Series of activities, and what is asked before something is planned. */
export const series: Area = {
  title: 'Series of activities',
  rows: [
    {
      ...read,
      operation: 'Query activitySeries',
      ask: (target) => byId('activitySeries', target.thing('series').id, '{ title }'),
    },
    {
      ...read,
      operation: 'Node ActivitySeries',
      others: 'NOT_FOUND',
      ask: (target) => byId('node', target.thing('series').id, '{ ... on ActivitySeries { title } }'),
    },
    {
      of: 'whole',
      may: anywhere(keepersOfActivities),
      because: keep.because,
      operation: 'Query seriesPreview',
      ask: () => ({
        document: 'query ($recurrence: RecurrenceInput!) { seriesPreview(recurrence: $recurrence) { words { zh } } }',
        variables: { recurrence },
      }),
    },
    {
      ...keep,
      operation: 'Query activityConflicts',
      elsewhere: 'FORBIDDEN',
      ask: ({ id }) => ({
        document: `query ($id: ID!) { activityConflicts(organizationId: $id, startsAt: "2026-11-20T09:00:00+08:00",
          endsAt: "2026-11-20T10:00:00+08:00") { kind } }`,
        variables: { id },
      }),
      shows: () => true,
    },
    {
      ...keep,
      operation: 'Mutation planActivitySeries',
      elsewhere: 'FORBIDDEN',
      ask: ({ id }, scene) =>
        mutation('planActivitySeries', {
          organizationId: id,
          activityTypeId: scene.value('an activity type'),
          title: `系列${scene.serial}`,
          recurrence,
          minutes: 60,
        }),
    },
    {
      ...change,
      operation: 'Mutation changeActivitySeries',
      ask: (target) => mutation('changeActivitySeries', { ...step(target), scope: 'ALL', title: '改名的系列' }),
    },
    {
      ...change,
      operation: 'Query activitySeriesMove',
      ask: (target) => ({
        document: 'query ($input: MoveActivitySeriesInput!) { activitySeriesMove(input: $input) { moved } }',
        variables: { input: { ...step(target), scope: 'ALL', on: '2026-11-25' } },
      }),
    },
    {
      ...change,
      operation: 'Mutation moveActivitySeries',
      ask: (target) => mutation('moveActivitySeries', { ...step(target), scope: 'ALL', on: '2026-11-25' }),
    },
    {
      ...change,
      operation: 'Mutation addSeriesDate',
      ask: (target) => {
        const { id, version } = target.thing('series');
        return mutation('addSeriesDate', { seriesId: id, version, on: '2026-11-25', reason: '迎接检查' });
      },
    },
    {
      ...read,
      operation: 'Query allActivitySeries',
      ask: () => ({ document: '{ allActivitySeries(first: 100) { nodes { organization { name } } } }' }),
      names: names('allActivitySeries'),
    },
    {
      of: 'whole',
      may: anywhere(keepersOfActivities),
      because: keep.because,
      operation: 'Query dayOffActivities',
      ask: () => ({ document: '{ dayOffActivities { title } }' }),
      shows: () => true,
    },
    {
      ...change,
      operation: 'Mutation moveOffDays',
      ask: (target) => mutation('moveOffDays', { activities: [dayOff(target)] }, ''),
      shows: () => true,
    },
    {
      ...change,
      operation: 'Mutation keepOnDayOff',
      ask: (target) => mutation('keepOnDayOff', { ...dayOff(target), reason: '当天值班' }),
    },
    {
      ...change,
      operation: 'Mutation endActivitySeries',
      ask: (target) => mutation('endActivitySeries', { ...step(target), reason: '不再举行' }),
    },
  ],
};
