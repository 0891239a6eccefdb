import { byId, mutation, type Area, type Target } from '../table';
import {
  anywhere,
  associationStaff,
  everybody,
  everyone,
  importersOfActivities,
  keepersOfActivities,
  keepersOfVenues,
  readersOfActivities,
} from '../who';
import { counting, placed } from './lists';

const read = {
  of: 'tree',
  may: readersOfActivities,
  because: ['activities', 'published', 'client', 'hidden', 'association'],
} as const;
const change = {
  of: 'tree',
  may: keepersOfActivities,
  // what is published is seen, and stays the business of whoever published it
  known: { COMMITTEE_STAFF: ['PUBLISHED'] },
  because: ['activities', 'client', 'known', 'hidden', 'association'],
} as const;
const one = (target: Target) => target.thing('activity');
const versioned = ({ id, version }: { id: string; version: number }) => ({ id, version });
const times = (on: string) => ({ startsAt: `${on}T09:00:00+08:00`, endsAt: `${on}T10:00:00+08:00` });
const record = { ...times('2026-09-11'), entitledCount: 9, presentCount: 8 };
const reason = '全体外出调研';

export const activities: Area = {
  title: 'Activities',
  rows: [
    { ...read, operation: 'Query activity', ask: (target) => byId('activity', one(target).id, '{ title }') },
    {
      ...read,
      operation: 'Query activities',
      ask: () => ({
        document:
          '{ activities(first: 100, filter: { from: "2026-09-25", to: "2026-09-26" }) { nodes { organization { name } } } }',
      }),
      names: placed('activities'),
    },
    {
      of: 'whole',
      may: anywhere(readersOfActivities),
      because: ['activities', 'client'],
      operation: 'Query activityDays',
      ask: () => ({ document: '{ activityDays(from: "2026-09-01", to: "2026-09-30") { count } }' }),
    },
    {
      ...read,
      operation: 'Query activities',
      aspect: 'count of a search',
      ask: (target) => ({
        document: 'query ($search: String!) { activities(first: 5, filter: { search: $search }) { totalCount } }',
        variables: { search: one(target).name },
      }),
      shows: counting('activities'),
    },
    {
      ...read,
      // members hold activities in common, the register of organizations is not theirs
      may: (({ MEMBER: _, ...rest }) => rest)(readersOfActivities),
      operation: 'Edge PartyOrganization.activities',
      ask: (target) => byId('partyOrganization', target.id, '{ activities(first: 5) { totalCount } }'),
      shows: (data) =>
        ((data['partyOrganization'] as { activities: { totalCount: number } } | null)?.activities.totalCount ?? 0) > 0,
    },
    {
      ...read,
      operation: 'Node Activity',
      others: 'NOT_FOUND',
      ask: (target) => byId('node', one(target).id, '{ ... on Activity { title } }'),
    },
    {
      ...change,
      operation: 'Mutation planActivity',
      elsewhere: 'FORBIDDEN',
      ask: ({ id }, scene) =>
        mutation('planActivity', {
          organizationId: id,
          activityTypeId: scene.value('an activity type'),
          title: `活动${scene.serial}`,
          ...times('2026-10-20'),
        }),
    },
    {
      ...change,
      operation: 'Mutation changeActivity',
      ask: (target) => mutation('changeActivity', { ...versioned(one(target)), title: '改名的活动' }),
    },
    {
      ...change,
      operation: 'Mutation scheduleActivity',
      ask: (target) => mutation('scheduleActivity', versioned(target.thing('draft'))),
    },
    {
      ...change,
      operation: 'Mutation deleteDraftActivity',
      ask: (target) => mutation('deleteDraftActivity', versioned(target.thing('draft')), ''),
      shows: () => true,
    },
    {
      ...change,
      operation: 'Mutation recordActivity',
      ask: (target) => mutation('recordActivity', { ...versioned(target.thing('past activity')), ...record }),
    },
    {
      ...change,
      operation: 'Mutation recordHeldActivity',
      elsewhere: 'FORBIDDEN',
      ask: ({ id }, scene) =>
        mutation('recordHeldActivity', {
          organizationId: id,
          activityTypeId: scene.value('an activity type'),
          title: `报送的活动${scene.serial}`,
          ...record,
        }),
    },
    {
      of: 'whole',
      may: anywhere(importersOfActivities),
      because: ['activities', 'imports'],
      operation: 'HTTP GET /templates/activities.xlsx',
      ask: () => ({ http: 'GET', path: '/templates/activities.xlsx' }),
    },
    {
      ...change,
      operation: 'Mutation correctActivityRecord',
      ask: (target) =>
        mutation('correctActivityRecord', { ...versioned(target.thing('recorded activity')), ...record, reason }),
    },
    {
      ...change,
      operation: 'Mutation postponeActivity',
      ask: (target) => mutation('postponeActivity', { ...versioned(one(target)), ...times('2026-09-28'), reason }),
    },
    {
      ...change,
      operation: 'Mutation cancelActivity',
      ask: (target) => mutation('cancelActivity', { ...versioned(one(target)), reason }),
    },
  ],
};

const keepVenue = {
  of: 'tree',
  may: keepersOfVenues,
  elsewhere: 'FORBIDDEN',
  because: ['catalogue', 'known', 'association'],
} as const;
const venue = (target: Target) => target.thing('venue');
const readCatalogue = { of: 'whole', may: everybody, because: ['catalogue'] } as const;
const keepCatalogue = { of: 'whole', may: associationStaff, because: ['catalogue', 'administrators'] } as const;

export const catalogue: Area = {
  title: 'Catalogue of activities',
  rows: [
    { ...readCatalogue, operation: 'Query activityTypes', ask: () => ({ document: '{ activityTypes { key } }' }) },
    { ...readCatalogue, operation: 'Query catalogueTerms', ask: () => ({ document: '{ catalogueTerms { key } }' }) },
    { ...readCatalogue, operation: 'Query catalogueUse', ask: () => ({ document: '{ catalogueUse { id } }' }) },
    {
      ...readCatalogue,
      operation: 'Node ActivityType',
      ask: (_, scene) => byId('node', scene.value('an activity type'), '{ ... on ActivityType { key } }'),
    },
    {
      ...readCatalogue,
      operation: 'Node CatalogueTerm',
      ask: (_, scene) => byId('node', scene.value('a catalogue term'), '{ ... on CatalogueTerm { key } }'),
    },
    {
      of: 'tree',
      may: everyone,
      because: ['catalogue', 'association'],
      operation: 'Query venues',
      ask: () => ({ document: '{ venues(first: 100) { nodes { organization { name } } } }' }),
      names: placed('venues'),
    },
    {
      of: 'tree',
      may: everyone,
      because: ['catalogue', 'association'],
      operation: 'Node Venue',
      ask: (target) => byId('node', venue(target).id, '{ ... on Venue { name } }'),
    },
    {
      of: 'tree',
      may: everyone,
      because: ['catalogue', 'association'],
      operation: 'Query venueBookings',
      ask: (target) => ({
        document: 'query ($id: ID!) { venueBookings(venueId: $id, from: "2026-09-21", to: "2026-09-27") { startsAt } }',
        variables: { id: venue(target).id },
      }),
      shows: () => true,
    },
    {
      ...keepVenue,
      operation: 'Mutation registerVenue',
      ask: ({ id }, { serial }) =>
        mutation('registerVenue', { organizationId: id, name: `会议室${serial}`, kind: 'MEETING_ROOM' }),
    },
    {
      ...keepVenue,
      operation: 'Mutation changeVenue',
      ask: (target) => mutation('changeVenue', { ...versioned(venue(target)), capacity: 40 }),
    },
    {
      ...keepVenue,
      operation: 'Mutation closeVenue',
      ask: (target) => mutation('closeVenue', versioned(venue(target))),
    },
    {
      ...keepCatalogue,
      operation: 'Mutation addActivityType',
      ask: (_, { serial }) =>
        mutation('addActivityType', {
          key: `TYPE_${serial}`,
          nameZh: '歌咏比赛',
          nameEn: 'Song contest',
          kind: 'OTHER',
          organizationTypes: ['BRANCH'],
          entitled: 'INVITED',
        }),
    },
    {
      ...keepCatalogue,
      operation: 'Mutation changeActivityType',
      ask: (_, scene) =>
        mutation('changeActivityType', { id: scene.value('an activity type'), version: 1, nameZh: '别的活动' }),
    },
    {
      ...keepCatalogue,
      operation: 'Mutation retireActivityType',
      ask: (_, scene) => mutation('retireActivityType', { id: scene.value('an activity type'), version: 1 }),
    },
    {
      ...keepCatalogue,
      operation: 'Mutation addCatalogueTerm',
      ask: (_, { serial }) =>
        mutation('addCatalogueTerm', { kind: 'TOPIC', key: `TOPIC_${serial}`, nameZh: '读书', nameEn: 'Reading' }),
    },
    {
      ...keepCatalogue,
      operation: 'Mutation changeCatalogueTerm',
      ask: (_, scene) =>
        mutation('changeCatalogueTerm', { id: scene.value('a catalogue term'), version: 1, nameZh: '机关线' }),
    },
    {
      ...keepCatalogue,
      operation: 'Mutation retireCatalogueTerm',
      ask: (_, scene) => mutation('retireCatalogueTerm', { id: scene.value('a catalogue term'), version: 1 }),
    },
  ],
};
