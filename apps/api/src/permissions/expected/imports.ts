import { anywhere, at, importersOfActivities, staff } from '../who';
import { byId, mutation, type Area, type Target } from '../table';

const overseen = {
  of: 'person',
  may: { ...at(importersOfActivities, ['MINE']), ASSOCIATION_STAFF: ['MINE', 'ANOTHERS'] },
  because: ['imports', 'association'],
} as const;
/** What is written by an import of the register: of who imports activities alone, their own is seen and not worked on. */
const worked = {
  ...overseen,
  may: { ...overseen.may, BRANCH_SECRETARY: [], FOREIGN_UNIT: [] },
  known: { BRANCH_SECRETARY: ['MINE'], FOREIGN_UNIT: ['MINE'] },
  because: ['imports', 'register', 'known', 'association'],
} as const;
const inKind = { of: 'whole', may: anywhere(staff), because: ['imports', 'register'] } as const;
const batch = (target: Target) => target.thing('import');
const ended = ['IMPORT_NOT_IN_STATE'];
const inside = (field: string) => (data: Readonly<Record<string, unknown>>) =>
  (data['importBatch'] as Record<string, unknown> | null)?.[field] != null;

export const imports: Area = {
  title: 'Imports',
  rows: [
    { ...overseen, operation: 'Query importBatch', ask: (target) => byId('importBatch', batch(target).id, '{ kind }') },
    {
      ...overseen,
      operation: 'Query importBatches',
      ask: () => ({ document: '{ importBatches(first: 100) { nodes { fileName } } }' }),
      names: (data) =>
        (data['importBatches'] as { nodes: { fileName: string }[] }).nodes.map(({ fileName }) => fileName),
    },
    {
      ...overseen,
      operation: 'Edge ImportBatch.rows',
      ask: (target) => byId('importBatch', batch(target).id, '{ rows(first: 5) { totalCount } }'),
      shows: inside('rows'),
    },
    {
      ...overseen,
      operation: 'Edge ImportBatch.faults',
      ask: (target) => byId('importBatch', batch(target).id, '{ faults(first: 5) { totalCount } }'),
      shows: inside('faults'),
    },
    {
      ...overseen,
      operation: 'Query ownImportCorrections',
      ask: (target) => ({
        document: 'query ($id: ID!) { ownImportCorrections(id: $id) { row } }',
        variables: { id: batch(target).id },
      }),
      // nothing was corrected: what is refused is refused by its code
      shows: () => true,
    },
    {
      ...inKind,
      may: anywhere(importersOfActivities),
      because: ['imports', 'activities'],
      operation: 'Query importFields',
      ask: () => ({ document: '{ importFields(kind: UNITS) { key } }' }),
    },
    {
      ...overseen,
      operation: 'HTTP GET /imports/:id/faulty-rows.xlsx',
      ask: (target) => ({ http: 'GET', path: `/imports/${batch(target).id}/faulty-rows.xlsx` }),
    },
    {
      ...inKind,
      operation: 'HTTP GET /templates/organizations.xlsx',
      ask: () => ({ http: 'GET', path: '/templates/organizations.xlsx' }),
    },
    {
      ...inKind,
      operation: 'HTTP GET /templates/units.xlsx',
      ask: () => ({ http: 'GET', path: '/templates/units.xlsx' }),
    },
    {
      of: 'person',
      // the file is a person's own, whoever oversees imports
      may: at(staff, ['MINE']),
      because: ['imports', 'own', 'association'],
      operation: 'Mutation startImport',
      ask: (target) => mutation('startImport', { kind: 'UNITS', fileId: target.thing('file').id }),
    },
    {
      of: 'person',
      may: at(importersOfActivities, ['MINE']),
      because: ['imports', 'activities', 'own', 'association'],
      operation: 'Mutation startImport',
      aspect: 'of activities',
      ask: (target) => mutation('startImport', { kind: 'ACTIVITIES', fileId: target.thing('file').id }),
    },
    {
      ...worked,
      operation: 'Mutation confirmImport',
      ask: (target) => mutation('confirmImport', { id: batch(target).id, goodRowsOnly: true }),
      stopsAt: ['IMPORT_NOTHING_TO_WRITE'],
    },
    {
      ...worked,
      operation: 'Mutation discardImport',
      ask: (target) => mutation('discardImport', { id: batch(target).id }),
    },
    {
      ...worked,
      operation: 'Mutation undoImport',
      ask: (target) => mutation('undoImport', { id: batch(target).id }),
      stopsAt: ended,
    },
    {
      ...worked,
      operation: 'Mutation mapImportColumns',
      ask: (target) => mutation('mapImportColumns', { id: batch(target).id, mapping: [] }),
      stopsAt: ended,
    },
    {
      ...worked,
      operation: 'Mutation correctImportCell',
      ask: (target) => mutation('correctImportCell', { id: batch(target).id, row: 2, column: 1, value: 'x' }),
      stopsAt: ['CELL_UNKNOWN', ...ended],
    },
    {
      ...worked,
      operation: 'Mutation correctImportCells',
      ask: (target) => mutation('correctImportCells', { id: batch(target).id, column: 1, found: 'x', value: 'y' }),
      stopsAt: ['CELL_UNKNOWN', ...ended],
    },
  ],
};
