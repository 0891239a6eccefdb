import { keepersOfMembers, readersOfStaff, staff as keepers } from '../who';
import { byId, mutation, type Area, type Target } from '../table';
import { counting, placed } from './lists';

const basis = '〔2026〕1号';
const read = { of: 'tree', may: readersOfStaff, because: ['staff', 'leads', 'hidden', 'association'] } as const;
const change = { of: 'tree', may: keepers, because: ['staff', 'hidden', 'association'] } as const;
const one = (target: Target) => target.thing('staff');
const handover = (target: Target) => target.thing('handover');
const versioned = ({ id, version }: { id: string; version: number }) => ({ id, version });
const items = [{ text: '党员档案 12 册' }];

export const staff: Area = {
  title: 'Party-affairs staff and handovers',
  rows: [
    {
      ...read,
      operation: 'Query staffAssignment',
      ask: (target) => byId('staffAssignment', one(target).id, '{ name }'),
    },
    {
      ...read,
      operation: 'Query staff',
      ask: () => ({ document: '{ staff(first: 100) { nodes { organization { name } } } }' }),
      names: placed('staff'),
    },
    {
      ...read,
      operation: 'Query staff',
      aspect: 'count of a search',
      ask: (target) => ({
        document: 'query ($search: String!) { staff(first: 5, filter: { search: $search }) { totalCount } }',
        variables: { search: one(target).name },
      }),
      shows: counting('staff'),
    },
    {
      ...read,
      operation: 'Query staffFigures',
      aspect: 'counted within one',
      // from below or beside one counts what one may see of what lies under the organization above
      may: Object.fromEntries(
        Object.entries(readersOfStaff).map(([principal, where]) => [
          principal,
          principal === 'ASSOCIATION_STAFF' ? where : [...where, 'ANCESTOR' as const],
        ]),
      ),
      ask: ({ id }) => ({ document: 'query ($id: ID!) { staffFigures(within: $id) { total } }', variables: { id } }),
      shows: (data) => (data['staffFigures'] as { total: number }).total > 0,
    },
    {
      ...read,
      operation: 'Node StaffAssignment',
      others: 'NOT_FOUND',
      ask: (target) => byId('node', one(target).id, '{ ... on StaffAssignment { name } }'),
    },
    { ...read, operation: 'Query handover', ask: (target) => byId('handover', handover(target).id, '{ state }') },
    {
      ...read,
      operation: 'Query handovers',
      ask: () => ({ document: '{ handovers(first: 100) { nodes { organization { name } } } }' }),
      names: placed('handovers'),
    },
    {
      ...read,
      operation: 'Node Handover',
      others: 'NOT_FOUND',
      ask: (target) => byId('node', handover(target).id, '{ ... on Handover { state } }'),
    },
    {
      ...change,
      operation: 'Mutation assignStaff',
      elsewhere: 'FORBIDDEN',
      because: ['staff', 'known', 'association'],
      ask: ({ id }, { serial }) =>
        mutation('assignStaff', {
          organizationId: id,
          name: `专员${serial}`,
          position: '党务专员',
          time: 'FULL_TIME',
          since: '2026-09-18',
          basis,
        }),
    },
    {
      ...change,
      operation: 'Mutation changeStaff',
      ask: (target) => mutation('changeStaff', { ...versioned(one(target)), position: '组织干事' }),
    },
    {
      ...change,
      operation: 'Mutation endStaff',
      ask: (target) => mutation('endStaff', { ...versioned(one(target)), on: '2026-09-18', basis }),
    },
    {
      of: 'tree',
      may: keepersOfMembers,
      // the register of who does the work reaches across GUIDES edges, their numbers do not
      known: { COMMITTEE_STAFF: ['PUBLISHED', 'UNPUBLISHED'] },
      because: ['members', 'staff', 'known', 'association'],
      operation: 'Mutation revealStaffPhone',
      ask: (target) => mutation('revealStaffPhone', { id: one(target).id, reason: '核对材料' }, ''),
      shows: () => true,
    },
    {
      ...change,
      operation: 'Mutation planHandover',
      ask: (target) =>
        mutation('planHandover', {
          fromId: one(target).id,
          toId: target.thing('another of staff').id,
          dueOn: '2026-09-30',
          items,
        }),
      stopsAt: ['HANDOVER_PLANNED'],
    },
    {
      ...change,
      operation: 'Mutation changeHandover',
      ask: (target) => mutation('changeHandover', { ...versioned(handover(target)), items }),
    },
    {
      ...change,
      operation: 'Mutation confirmHandover',
      ask: (target) => mutation('confirmHandover', { ...versioned(handover(target)), side: 'FROM' }),
      stopsAt: ['HANDOVER_ITEMS_OPEN'],
    },
    {
      ...change,
      operation: 'Mutation withdrawHandover',
      // null is the answer to whoever did it
      shows: () => true,
      ask: (target) => mutation('withdrawHandover', versioned(handover(target))),
    },
  ],
};
