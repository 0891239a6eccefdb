import { asc, containsText, desc, many, one, readModel, sql, among } from '@dangwu/read-model';
import type { ImportBatchFilter } from './import-batch.filter';
import { ImportBatchEntity } from './import-batch.entity';
import { ImportBatch } from './import-batch.type';
import { ImportFaultEntity } from './import-fault.entity';
import { ImportFault, type ImportFaultFilter } from './import-fault.type';
import { ImportRowEntity } from './import-row.entity';
import { ImportRow, type ImportRowFilter } from './import-row.type';

/** An import is seen by whoever started it, and by those who import for the whole association: its rows may lie anywhere. */
export const ImportBatchModel = readModel<ImportBatch, ImportBatchEntity, ImportBatchFilter, 'NEWEST'>({
  type: ImportBatch,
  entity: ImportBatchEntity,
  place: { own: 'accountId', overseen: { permission: 'import.oversee', column: 'associationId' } },
  read: 'import.read',
  deleted: 'deletedAt',
  fields: {
    faults: many<ImportFaultEntity>('batchId', 'FILE'),
    rows: many<ImportRowEntity>('batchId', 'FILE'),
    job: one('jobId'),
    createdByName: (batch) => sql`${batch.accountName}`,
  },
  orders: { NEWEST: [desc('createdAt')] },
  filters: { search: containsText('fileName'), states: among('state'), kinds: among('kind') },
});

export const ImportRowModel = readModel<ImportRow, ImportRowEntity, ImportRowFilter, 'FILE'>({
  type: ImportRow,
  entity: ImportRowEntity,
  place: 'parent',
  read: 'import.read',
  deleted: 'deletedAt',
  // one fault per cell, and a file has at most 100 columns
  fields: { faults: many<ImportFaultEntity>('rowId', { order: 'FILE', boundedBy: 101 }) },
  orders: { FILE: [asc('row')] },
  filters: { state: (row, state) => sql`${row.state} = ${state}` },
});

export const ImportFaultModel = readModel<ImportFault, ImportFaultEntity, ImportFaultFilter, 'FILE'>({
  type: ImportFault,
  entity: ImportFaultEntity,
  place: 'parent',
  read: 'import.read',
  deleted: 'deletedAt',
  fields: { column: (fault) => sql`${fault.columnName}` },
  orders: { FILE: [asc('row'), asc('position')] },
  filters: { severities: among('severity') },
});

export const importModels = [ImportBatchModel, ImportRowModel, ImportFaultModel];
