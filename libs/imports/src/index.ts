export { namesOf } from './cells/names';
export { choice, code, integer, text } from './cells/readers';
export { day, type DayOptions } from './cells/day';
export { reader, Unreadable, type CellReader, type ReadingContext } from './cells/reader';
export { importModels } from './batch/import.read-models';
export { ImportBatchEntity } from './batch/import-batch.entity';
export { ImportJobs } from './batch/import-jobs';
export { ImportBatches } from './batch/import-batches';
export { ImportState } from './batch/import-states';
export { ImportService } from './batch/import.service';
export { forgetSubjects } from './batch/forget-subject';
export { PersonalFiles } from './batch/personal-files';
export { ImportSteps, silent, type ImportRun } from './batch/import-steps';
export { templateOf } from './batch/template';
export { Closest } from './check/closest';
export { CheckRow, type RowState } from './check/check-row';
export { readRows } from './check/check-table';
export { chunks } from './chunks';
export { cellFaults, type Fault, type FaultDefinitions, type FaultSeverity } from './fault';
export { importExit, runImport } from './import.command';
export type { ImportReport } from './import-report';
export { ImportKinds } from './import-kinds';
export { importEntities, ImportsModule } from './imports.module';
export { importErrors } from './imports.errors';
export {
  ImportKind,
  type CheckContext,
  type Dependant,
  type ImportDeclaration,
  type ImportField,
  type RowAction,
  type WriteContext,
  type WrittenRow,
} from './kind';
export { readWorkbook } from './sheet/read-workbook';
export { inert, writeWorkbook, type WrittenColumn, type WrittenSheet } from './sheet/excel';
export type { Cell, Sheet, SheetRow } from './sheet/sheet';
export { findTable, type FoundTable } from './table/find-table';
export { comparable, comparableHeading } from './table/normalize';
