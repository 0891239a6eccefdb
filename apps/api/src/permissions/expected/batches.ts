import { anywhere, keepersOfMembers, staff } from '../who';
import { mutation, type Area, type Request, type Target } from '../table';

const day = { effectiveOn: '2026-09-18', basis: '〔2026〕1号' } as const;
const change = { of: 'tree', may: staff, because: ['register', 'hidden', 'association'] } as const;
/** What was foreseen is sent along, so this tells only that many things may be changed at once, not which. */
const carriedOut = { of: 'whole', may: anywhere(staff), because: ['register'], stopsAt: ['BATCH_STALE'] } as const;

const foresee = (field: string, type: string, input: Readonly<Record<string, unknown>>): Request => ({
  document: `query ($input: ${type}!) { ${field}(input: $input) { changes unchanged skipped { reason } } }`,
  variables: { input: { ...day, ...input } },
});
/** A rule of the domain may stand in the way of what one may change; what one may not is left out as not there. */
const reaches = (field: string) => (data: Readonly<Record<string, unknown>>) => {
  const { changes, unchanged, skipped } = data[field] as {
    changes: number;
    unchanged: number;
    skipped: { reason: string }[];
  };
  return changes + unchanged + skipped.filter(({ reason }) => !/UNKNOWN_ID|PERMISSION_MISSING/.test(reason)).length > 0;
};
const unit = (target: Target) => target.thing('unit').id;
const member = (target: Target) => target.thing('member').id;
const people = { of: 'tree', may: keepersOfMembers, because: ['members', 'hidden', 'association'] } as const;

export const batches: Area = {
  title: 'Many at once',
  rows: [
    {
      ...change,
      operation: 'Query unitBatchConsequences',
      ask: (target) =>
        foresee('unitBatchConsequences', 'UnitBatchInput', { ids: [unit(target)], change: { tier: 'COUNCIL' } }),
      shows: reaches('unitBatchConsequences'),
    },
    {
      ...change,
      operation: 'Query unitBatchConsequences',
      aspect: 'to whose responsibility',
      elsewhere: 'FORBIDDEN',
      because: ['register', 'known', 'association'],
      ask: ({ id }, { home }) =>
        foresee('unitBatchConsequences', 'UnitBatchInput', { ids: [unit(home)], change: { organizationId: id } }),
    },
    {
      ...change,
      operation: 'Query batchMoveConsequences',
      aspect: 'what is moved',
      ask: ({ id }, { home }) =>
        foresee('batchMoveConsequences', 'OrganizationsMoveInput', { ids: [id], parentId: home.id }),
      shows: reaches('batchMoveConsequences'),
    },
    {
      ...change,
      operation: 'Query batchMoveConsequences',
      aspect: 'where to',
      elsewhere: 'FORBIDDEN',
      because: ['register', 'known', 'association'],
      ask: ({ id }, { home }) =>
        foresee('batchMoveConsequences', 'OrganizationsMoveInput', { ids: [home.id], parentId: id }),
    },
    {
      ...change,
      operation: 'Query batchDissolveConsequences',
      ask: ({ id }) => foresee('batchDissolveConsequences', 'OrganizationsDissolveInput', { ids: [id] }),
      shows: reaches('batchDissolveConsequences'),
    },
    {
      ...people,
      operation: 'Query batchTransferConsequences',
      aspect: 'who is moved',
      ask: (target, scene) =>
        foresee('batchTransferConsequences', 'MembersTransferInput', {
          ids: [member(target)],
          organizationId: scene.value('a branch'),
        }),
      shows: reaches('batchTransferConsequences'),
    },
    {
      ...people,
      operation: 'Query batchTransferConsequences',
      aspect: 'where to',
      elsewhere: 'FORBIDDEN',
      because: ['members', 'known', 'association'],
      ask: ({ id }, { home }) =>
        foresee('batchTransferConsequences', 'MembersTransferInput', { ids: [member(home)], organizationId: id }),
      stopsAt: ['NO_AFFILIATIONS_HERE'],
    },
    {
      ...carriedOut,
      may: anywhere(keepersOfMembers),
      because: ['members'],
      stopsAt: ['BATCH_STALE', 'NO_AFFILIATIONS_HERE'],
      operation: 'Mutation batchTransferMembers',
      ask: (_, { home }) =>
        mutation(
          'batchTransferMembers',
          { ...day, ids: [member(home)], organizationId: home.id, expected: 'x' },
          '{ changed }',
        ),
    },
    {
      ...carriedOut,
      operation: 'Mutation batchChangeUnits',
      ask: (_, { home }) =>
        mutation(
          'batchChangeUnits',
          { ...day, ids: [unit(home)], change: { tier: 'COUNCIL' }, expected: 'x' },
          '{ changed }',
        ),
    },
    {
      ...carriedOut,
      operation: 'Mutation batchMoveOrganizations',
      ask: (_, { home }) =>
        mutation('batchMoveOrganizations', { ...day, ids: [home.id], parentId: home.id, expected: 'x' }, '{ changed }'),
    },
    {
      ...carriedOut,
      operation: 'Mutation batchDissolveOrganizations',
      ask: (_, { home }) =>
        mutation('batchDissolveOrganizations', { ...day, ids: [home.id], expected: 'x' }, '{ changed }'),
    },
  ],
};
