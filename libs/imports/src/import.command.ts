import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Config } from '@dangwu/platform/config';
import { AssociationEntity, Database, systemScope } from '@dangwu/platform/database';
import { DomainError } from '@dangwu/platform/errors';
import { fileErrors, Files } from '@dangwu/platform/files';
import type { Abstract, INestApplicationContext } from '@nestjs/common';
import { ImportBatches } from './batch/import-batches';
import { ImportBatchEntity } from './batch/import-batch.entity';
import { ImportJobs } from './batch/import-jobs';
import { ImportService } from './batch/import.service';
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
    const { counts, ...found } = await check(app, associationId, bytes, wanted);
    const write = !wanted.dryRun && counts.good > 0 && (wanted.goodRows || counts.faulty + counts.blocked === 0);
    const batch = write ? await importNow(app, associationId, bytes, wanted) : null;
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

/** Against the data of this moment, leaving nothing behind: only what is told of it, not the rows themselves. */
async function check(
  app: Pick<INestApplicationContext, 'get'>,
  associationId: string,
  bytes: Buffer,
  { declaration }: Wanted,
): Promise<ImportReport & { readonly counts: Counts }> {
  const checking = app.get(ImportCheck, { strict: false });
  const sheets = await readWorkbook(bytes);
  const checked = await app
    .get(Database, { strict: false })
    .transaction(systemScope(associationId), (tx) => checking.run(tx, declaration, sheets, { places: 'everywhere' }));
  return { ...importReport(checked), counts: checked.counts };
}

/** The same steps that people take in the console, one after the other in this process. */
async function importNow(
  app: Pick<INestApplicationContext, 'get'>,
  associationId: string,
  bytes: Buffer,
  { declaration: { kind }, file, goodRows }: Wanted,
): Promise<ImportBatchEntity> {
  const one = <T>(type: Abstract<T>): T => app.get<T>(type, { strict: false });
  const [database, jobs, service, batches] = [one(Database), one(ImportJobs), one(ImportService), one(ImportBatches)];
  const kept = await one(Files).put(bytes, { name: path.basename(file), accountId: null, associationId });
  const within = <T>(work: Parameters<typeof database.transaction<T>>[1]): Promise<T> =>
    database.transaction(systemScope(associationId), work);
  const begun = await within((tx) =>
    service.create(
      tx,
      { kind, fileId: kept.id, fileName: kept.name, columns: [] },
      { associationId, accountId: null, accountName: null },
      'everywhere',
    ),
  );
  const { id } = begun;
  await one(PersonalFiles).dropClear(begun);
  await jobs.check(associationId, id);
  await within(async (tx) => service.approve(tx, (await batches.locked(tx, id))!, goodRows, 'everywhere'));
  await jobs.write(associationId, id);
  const batch = await within((tx) => tx.findOneByOrFail(ImportBatchEntity, { id }));
  if (batch.state !== ImportState.IMPORTED) throw new Error(`The import ended as ${batch.state}`);
  return batch;
}

/** Wrong arguments and files that cannot be opened: the message says it, a stack would not help. */
function isExpected(error: unknown): error is { readonly code: string; readonly message: string } {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^(ERR_PARSE_ARGS_|ENOENT|EACCES|EISDIR)/.test(code);
}
