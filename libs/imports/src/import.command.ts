import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Config } from '@dangwu/platform/config';
import { AssociationEntity, Database, systemScope } from '@dangwu/platform/database';
import { DomainError } from '@dangwu/platform/errors';
import { fileErrors, Files } from '@dangwu/platform/files';
import type { Abstract, INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ImportBatches } from './batch/import-batches';
import { ImportBatchEntity } from './batch/import-batch.entity';
import { ImportJobs } from './batch/import-jobs';
import { ImportService } from './batch/import.service';
import { ImportSteps } from './batch/import-steps';
import { ImportState } from './batch/import-states';
import { PersonalFiles } from './batch/personal-files';
import { ImportCheck, type Counts } from './check/import-check';
import { importReport, reportLines, written, type ImportReport } from './import-report';
import { ImportKinds } from './import-kinds';
import { importErrors } from './imports.errors';
import { ImportKind, type ImportDeclaration } from './kind';
import { readWorkbook } from './sheet/read-workbook';

/** What the command's exit status says: scripts depend on it. */
export const importExit = { clean: 0, refused: 1, faults: 2 } as const;

interface Wanted {
  readonly declaration: ImportDeclaration;
  readonly file: string;
  readonly dryRun: boolean;
  readonly goodRows: boolean;
  readonly json: boolean;
  readonly association: string | undefined;
}

/**
 * `npm run import -- --kind organizations FILE.xlsx [--dry-run] [--good-rows] [--json] [--association NAME]`, inside the
 * application and as the system. Without `--good-rows` a fault writes nothing.
 *
 * @returns 0 clean (or the good rows were written as asked), 2 faults and nothing written, 1 refused
 */
export async function runImport(
  argv: readonly string[],
  app: Pick<INestApplicationContext, 'get'>,
  print: (line: string) => void = (line) => void process.stdout.write(`${line}\n`),
  complain: (line: string) => void = (line) => void process.stderr.write(`${line}\n`),
): Promise<number> {
  try {
    const wanted = read(argv, app.get(ImportKinds, { strict: false }));
    const { maxFileSize } = app.get(Config, { strict: false });
    if ((await stat(wanted.file)).size > maxFileSize) throw fileErrors.FILE_TOO_LARGE({ limit: maxFileSize >> 20 });
    const bytes = await readFile(wanted.file);
    const associationId = await associationOf(app.get(Database, { strict: false }), wanted.association);
    const { counts, begun, ...found } = await check(app, associationId, bytes, wanted);
    const batch = begun && (await importNow(app, begun, wanted));
    const report = batch ? written(found, batch) : found;
    if (wanted.json) print(JSON.stringify(report));
    else reportLines(report, counts, batch?.receipt ?? null).forEach(print);
    return exitOf(report, wanted);
  } catch (error) {
    if (!(error instanceof DomainError) && !isExpected(error)) throw error;
    const messages = error instanceof DomainError ? error.messages : { zh: error.message, en: error.message };
    complain(messages.zh);
    if (messages.en !== messages.zh) complain(messages.en);
    return importExit.refused;
  }
}

function exitOf(report: ImportReport, { goodRows, dryRun }: Wanted): number {
  const held = report.faults.length + report.blocked.length > 0;
  return held && !(goodRows && !dryRun && report.written) ? importExit.faults : importExit.clean;
}

function read(argv: readonly string[], kinds: ImportKinds): Wanted {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      kind: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      'good-rows': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      association: { type: 'string' },
    },
  });
  const [file, ...more] = positionals;
  if (!values.kind || !file || more.length > 0) throw importErrors.IMPORT_USAGE();
  return {
    declaration: kinds.of(values.kind.toUpperCase() as ImportKind),
    file,
    dryRun: values['dry-run'],
    goodRows: values['good-rows'],
    json: values.json,
    association: values.association,
  };
}

async function associationOf(database: Database, name: string | undefined): Promise<string> {
  const found = await database.transaction(systemScope(null), (tx) =>
    tx.findBy(AssociationEntity, name === undefined ? { kind: 'LIVE' } : { name }),
  );
  if (found.length === 1) return found[0]!.id;
  throw importErrors.IMPORT_ASSOCIATION({ count: found.length });
}

/**
 * Against the data of this moment. Leaves nothing behind unless the rows are to be written: then they are staged as the
 * check found them. What is answered is told of the rows, not the rows themselves.
 */
async function check(
  app: Pick<INestApplicationContext, 'get'>,
  associationId: string,
  bytes: Buffer,
  { declaration, file, dryRun, goodRows }: Wanted,
): Promise<ImportReport & { readonly counts: Counts; readonly begun: ImportBatchEntity | null }> {
  const one = <T>(type: Abstract<T>): T => app.get<T>(type, { strict: false });
  const within = inside(app, associationId);
  const sheets = await readWorkbook(bytes);
  const checked = await within((tx) => one(ImportCheck).run(tx, declaration, sheets, { places: 'everywhere' }));
  const { counts } = checked;
  const told = { ...importReport(checked), counts };
  const clean = counts.faulty + counts.blocked === 0;
  if (dryRun || counts.good === 0 || !(goodRows || clean)) return { ...told, begun: null };
  const kept = await one(Files).put(bytes, { name: path.basename(file), accountId: null, associationId });
  const begun = await within((tx) =>
    one(ImportService).create(
      tx,
      { kind: declaration.kind, fileId: kept.id, fileName: kept.name, columns: [] },
      { associationId, accountId: null, accountName: null },
      'everywhere',
    ),
  );
  await one(PersonalFiles).dropClear(begun);
  await within(async (tx) => {
    const batch = await one(ImportBatches).locked(tx, begun.id);
    await one(ImportSteps).keep(tx, batch!, checked);
  });
  return { ...told, begun };
}

/** The steps that people take in the console after the check, one after the other in this process. */
async function importNow(
  app: Pick<INestApplicationContext, 'get'>,
  { id, associationId }: ImportBatchEntity,
  { goodRows }: Wanted,
): Promise<ImportBatchEntity> {
  const one = <T>(type: Abstract<T>): T => app.get<T>(type, { strict: false });
  const within = inside(app, associationId);
  const batches = one(ImportBatches);
  await within(async (tx) => one(ImportService).approve(tx, (await batches.locked(tx, id))!, goodRows, 'everywhere'));
  await one(ImportJobs).write(associationId, id);
  const batch = await within((tx) => tx.findOneByOrFail(ImportBatchEntity, { id }));
  if (batch.state !== ImportState.IMPORTED) throw new Error(`The import ended as ${batch.state}`);
  return batch;
}

const inside =
  (app: Pick<INestApplicationContext, 'get'>, associationId: string) =>
  <T>(work: (tx: EntityManager) => Promise<T>): Promise<T> =>
    app.get(Database, { strict: false }).transaction(systemScope(associationId), work);

/** Wrong arguments and files that cannot be opened: the message says it, a stack would not help. */
function isExpected(error: unknown): error is { readonly code: string; readonly message: string } {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^(ERR_PARSE_ARGS_|ENOENT|EACCES|EISDIR)/.test(code);
}
