import {
  ImportBatchEntity,
  ImportService,
  ImportSteps,
  readWorkbook,
  silent,
  writeWorkbook,
  type ImportKind,
} from '@dangwu/imports';
import type { Actor } from '@dangwu/organization';
import { Files } from '@dangwu/platform/files';
import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import members from './rosters/members.json' with { type: 'json' };
import organizations from './rosters/organizations.json' with { type: 'json' };
import units from './rosters/units.json' with { type: 'json' };

/** A row of a roster by its headings. */
export type Row = Readonly<Record<string, string | number>>;

/**
 * The rosters of the demo association as they are today. Names, codes and numbers are invented; ID numbers and social
 * credit codes begin with a region that nobody has.
 */
export const rosters = {
  organizations: rowsOf(organizations),
  units: rowsOf(units),
  members: rowsOf(members),
} as const;

export interface DemoRoster {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly rows: readonly Row[];
}

/**
 * Brings a roster in as its people do in the console: uploaded, checked, confirmed, written, with its receipt. In the
 * caller's transaction, so that the demo is there as a whole or not at all.
 */
export async function importRoster(
  tx: EntityManager,
  app: INestApplicationContext,
  { associationId, accountId, name: accountName }: Actor,
  { kind, fileName, rows }: DemoRoster,
): Promise<void> {
  const [service, steps] = [app.get(ImportService, { strict: false }), app.get(ImportSteps, { strict: false })];
  const headings = Object.keys(rows[0]!);
  const bytes = await writeWorkbook({
    name: fileName.replace(/\.xlsx$/, ''),
    columns: headings.map((heading) => ({ heading })),
    rows: rows.map((row) => headings.map((heading) => row[heading] ?? '')),
  });
  const file = await app.get(Files, { strict: false }).put(bytes, { name: fileName, accountId, associationId }, tx);
  const who = { associationId, accountId, accountName };
  const wanted = { kind, fileId: file.id, fileName: file.name, columns: [] };
  const batch = await service.create(tx, wanted, who, 'everywhere');
  const source = () => readWorkbook(bytes);
  await steps.check(tx, batch.id, source, silent);
  // refuses when the roster has a fault: nothing of the demo is left out silently
  await service.approve(tx, await tx.findOneByOrFail(ImportBatchEntity, { id: batch.id }), false, 'everywhere');
  await steps.write(tx, batch.id, source, { ...silent, backdated: true });
}

function rowsOf([headings, ...lines]: readonly (readonly (string | number)[])[]): Row[] {
  return lines.map((line) => Object.fromEntries(headings!.map((heading, i) => [heading, line[i] ?? ''])));
}
