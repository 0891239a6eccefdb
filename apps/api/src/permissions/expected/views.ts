import { anywhere, at, each, everyone, readersOfMembers, readersOfUnits, sharersOfViews } from '../who';
import { mutation, namesOf, type Area, type Row, type Target } from '../table';

/** one's own, of a ledger one may read: here that of units */
const mine = {
  of: 'person',
  may: at(readersOfUnits, ['MINE']),
  because: ['sharing', 'association'],
} as const satisfies Partial<Row>;
/** of a ledger one may not read, one's own is known all the same */
const unread = Object.fromEntries(
  Object.keys(each)
    .filter((principal) => !(principal in readersOfUnits))
    .map((principal) => [principal, ['MINE' as const]]),
);
const touched = { ...mine, others: 'NOT_FOUND', known: unread } as const satisfies Partial<Row>;
const view = (target: Target) => target.thing('view');
const versioned = (target: Target) => ({ id: view(target).id, version: view(target).version });

export const views: Area = {
  title: 'Saved views of ledgers',
  rows: [
    {
      ...mine,
      operation: 'Query savedViews',
      ask: () => ({ document: '{ savedViews(ledger: UNITS) { name } }' }),
      names: (data) => (data['savedViews'] as { name: string }[]).map(({ name }) => name),
    },
    {
      of: 'person',
      may: at(each, ['MINE', 'ANOTHERS']),
      because: ['sharing', 'association'],
      operation: 'Query associationViews',
      ask: () => ({ document: '{ associationViews(ledger: RULES, first: 100) { nodes { name } } }' }),
      names: namesOf('associationViews'),
    },
    {
      of: 'tree',
      may: readersOfMembers,
      because: ['sharing', 'members', 'hidden', 'association'],
      operation: 'Query organizationViews',
      ask: () => ({ document: '{ organizationViews(ledger: TEAMS, first: 100) { nodes { name } } }' }),
      names: namesOf('organizationViews'),
    },
    {
      of: 'whole',
      may: anywhere(readersOfMembers),
      because: ['sharing', 'members'],
      operation: 'Mutation saveView',
      ask: (_, { serial }) => mutation('saveView', { ledger: 'MEMBERS', name: `视图${serial}`, state: '' }),
    },
    {
      ...touched,
      operation: 'Mutation renameView',
      ask: (target) => mutation('renameView', { ...versioned(target), name: '改名' }),
    },
    {
      ...touched,
      operation: 'Mutation changeViewState',
      ask: (target) => mutation('changeViewState', { ...versioned(target), state: 'closed=1' }),
    },
    {
      of: 'tree',
      // everybody keeps views; with whom one may share them is another matter
      may: { ...at(everyone, []), ...sharersOfViews },
      elsewhere: 'FORBIDDEN',
      because: ['sharing', 'known', 'association'],
      operation: 'Mutation shareView',
      aspect: 'with an organization',
      ask: ({ id }, scene) =>
        mutation('shareView', {
          id: scene.value('a view of one’s own'),
          version: 1,
          audience: 'ORGANIZATION',
          organizationId: id,
        }),
    },
    {
      of: 'whole',
      may: { ASSOCIATION_STAFF: ['ASSOCIATION'] },
      because: ['sharing'],
      operation: 'Mutation shareView',
      aspect: 'with the association',
      ask: (_, scene) =>
        mutation('shareView', { id: scene.value('a view of one’s own'), version: 1, audience: 'ASSOCIATION' }),
    },
    {
      ...mine,
      operation: 'Mutation arrangeViews',
      refused: at(readersOfUnits, ['ANOTHERS', 'FOREIGN']),
      refusals: ['VIEWS_CHANGED'],
      ask: (target) => mutation('arrangeViews', { ledger: 'UNITS', ids: [view(target).id] }),
    },
    {
      ...mine,
      operation: 'Mutation chooseDefaultView',
      ask: (target) => mutation('chooseDefaultView', { ledger: 'UNITS', id: view(target).id }),
    },
    {
      ...touched,
      operation: 'Mutation deleteView',
      ask: (target) => mutation('deleteView', { id: view(target).id }),
    },
  ],
};
