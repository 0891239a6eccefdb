import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { jest } from '@jest/globals';
import { readWorkbook, writeWorkbook } from '@dangwu/imports';
import { PersonKeys } from '@dangwu/platform/keys';
import { createWorld, Imports, type World } from '@dangwu/testing';
import pg from 'pg';
import { startPostgres, temporaryFolder, type EmbeddedPostgres } from '../../../embedded-postgres/index.mjs';
import { checkCharacter } from '../id-number';
import { ClearNumbers } from './trial/clear-numbers';

jest.setTimeout(180_000);

const fixture = (name: string): Promise<Buffer> =>
  readFile(path.join(import.meta.dirname, '../../../imports/fixtures', name));
/** Columns of the sample. */
const column = { idNumber: 5, phone: 12 };

let folder: string;
let server: EmbeddedPostgres;
let world: World;
let log: string[];
beforeEach(async () => {
  // a server of its own, so that its whole folder can be looked through; it logs every statement with its values
  folder = temporaryFolder('dangwu-personal-');
  server = await startPostgres({
    dataDir: path.join(folder, 'pg'),
    database: 'postgres',
    ephemeral: true,
    settings: { log_statement: 'all' },
  });
  log = [];
  world = await createWorld({
    empty: true,
    now: '2026-11-23T02:00:00Z',
    server: server.url,
    log: (line) => void log.push(line),
    environment: { LOG_LEVEL: 'trace' },
  });
});
afterEach(async () => {
  jest.restoreAllMocks();
  await world.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** All ID numbers and phones of the sample, right ones and wrong ones, as far as they are whole. */
async function numbersOfSample(): Promise<string[]> {
  const [sheet] = await readWorkbook(await fixture('members.xlsx'));
  const texts = sheet!.rows.flatMap(({ cells }) => [
    cells.get(column.idNumber)?.text ?? '',
    cells.get(column.phone)?.text ?? '',
  ]);
  return [...new Set(texts.map((text) => text.toUpperCase()).filter((text) => /^(\d{17}[\dX]|\d{11})$/.test(text)))];
}

const typed = (no: number): string => {
  const seventeen = `99010219920403${String(no).padStart(3, '0')}`;
  return seventeen + checkCharacter(seventeen);
};
/** what people type into cells, and what stands in columns that should hold no numbers */
const corrected = [typed(122), typed(124), '15900001111'];
const hidden = [typed(126), '15900002222', '15900003333', typed(128)];
/** In a file that holds no roster: nothing of it is staged, so that the control does not find it either. */
const unread = '15900004444';

/** Every way that a roster of members can take: waiting, mapped, corrected, imported, given up, failed. */
async function live(): Promise<void> {
  const organizations = new Imports(world);
  await organizations.confirm((await organizations.start(await fixture('organizations.xlsx'))).id, true);
  const imports = new Imports(world, world.staff, 'us', 'MEMBERS');
  const batch = await imports.start(await fixture('members.xlsx'));
  await imports.correct(batch.id, 20, column.idNumber, corrected[0]!);
  await imports.correct(batch.id, 44, column.idNumber, corrected[1]!);
  await imports.correct(batch.id, 207, column.phone, corrected[2]!);
  await imports.download(`/imports/${batch.id}/faulty-rows.xlsx`);
  expect((await imports.confirm(batch.id, true)).state).toBe('IMPORTED');
  // headings that nobody knows, numbers in the wrong columns, in notes and where headings should be
  const lines = [
    ['林一', hidden[0]!, '综合部党支部', '正式党员', `联系人电话 ${hidden[1]!}`],
    ['林二', `${hidden[3]!}`, '综合部党支部', '正式党员', '无'],
  ];
  const strange = (first: string): Promise<Buffer> =>
    writeWorkbook({
      name: '名册',
      title: `党员花名册 联系人 ${hidden[2]!}`,
      columns: [first, '号码之类', '归口', '党员类别', '补充'].map((heading) => ({ heading })),
      rows: lines,
    });
  const waiting = await imports.start(await strange('姓名'));
  expect(waiting.state).toBe('MAPPING');
  await imports.map(waiting.id, [
    { column: 2, field: 'idNumber' },
    { column: 3, field: 'organization' },
  ]);
  const given = await imports.start(await strange(hidden[0]!));
  await imports.discard(given.id);
  const nothing = await writeWorkbook({ name: '电话', columns: [{ heading: '电话' }], rows: [[unread]] });
  expect((await imports.start(nothing)).state).toBe('FAILED');
  const search = { filter: { search: corrected[0]! } };
  await world
    .as(world.staff)
    .query(`query ($filter: MemberFilter) { members(first: 1, filter: $filter) { totalCount } }`, search);
}

async function query(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: world.config.databaseUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function scan(numbers: readonly string[]): Promise<ClearNumbers> {
  const clear = new ClearNumbers(numbers);
  await clear.database(world.config.databaseUrl);
  // what is still in memory goes to the files
  await query(`checkpoint`);
  await clear.folder(server.dataDir);
  await clear.folder(world.config.dataDir);
  clear.look(log.join('\n'), 'log');
  return clear;
}

describe('after rosters of members went all ways', () => {
  it('no number of anybody stands in the clear in a table, a file, the write-ahead log or a log', async () => {
    const numbers = [...(await numbersOfSample()), ...corrected, ...hidden, unread];
    expect(numbers.length).toBeGreaterThan(1_200);
    await live();
    const { places, seen } = await scan(numbers);
    console.info(
      `${numbers.length} numbers looked for in ${seen.tables} tables (${seen.rows} rows), ${seen.files} files, ${(seen.bytes / 1e6).toFixed(0)} MB: ${places.length} places`,
    );
    expect(places).toEqual([]);
    expect(seen.tables).toBeGreaterThan(30);
    expect(seen.rows).toBeGreaterThan(3_000);
    expect(log.length).toBeGreaterThan(100);
    // while the roster waits, its bytes are kept sealed; once it is over they are gone
    const [kept] = await world.write((tx) =>
      tx.query<{ n: number; gone: number }[]>(
        `select count(*)::int as n, (count(*) filter (where f.purged_at is not null))::int as gone
         from import_batch b join file f on f.id = b.file_id where b.kind = 'MEMBERS'`,
      ),
    );
    expect(kept).toEqual({ n: 4, gone: 3 });
  });

  it('the same look finds every one of them when nothing is sealed (control)', async () => {
    const sealing = jest.spyOn(PersonKeys.prototype, 'encryptAll');
    sealing.mockImplementation((_tx, _association, values) =>
      Promise.resolve(values.map(({ plain }) => Buffer.from(plain))),
    );
    jest
      .spyOn(PersonKeys.prototype, 'openAll')
      .mockImplementation((_tx, values) => Promise.resolve(values.map(({ sealed }) => sealed)));
    const numbers = [...(await numbersOfSample()), ...corrected, ...hidden];
    await live();
    const { all, places } = await scan(numbers);
    expect(numbers.filter((number) => !all.has(number))).toEqual([]);
    console.info(`found in: ${places.join(', ')}`);
    expect(places).toEqual(expect.arrayContaining(['table public.member', 'table public.import_correction']));
    expect(places.some((place) => place.startsWith('file pg_wal'))).toBe(true);
    expect(places.some((place) => place.startsWith('file base'))).toBe(true);
  });
});

describe('who typed a correction', () => {
  it('sees it as it was typed, and nobody else does', async () => {
    const organizations = new Imports(world);
    await organizations.confirm((await organizations.start(await fixture('organizations.xlsx'))).id, true);
    const imports = new Imports(world, world.staff, 'us', 'MEMBERS');
    const { id } = await imports.start(await fixture('members.xlsx'));
    const number = corrected[0]!;
    const after = await imports.correct(id, 20, column.idNumber, number);
    expect(after.faults.nodes.filter(({ row }) => row === 20)).toEqual([]);
    const look = async (actor = world.staff) => {
      const document = `query ($id: ID!) { ownImportCorrections(id: $id) { row column value }
        importBatch(id: $id) { rows(first: 100) { nodes { row cells { column value original } } } } }`;
      return world.as(actor).query<{
        ownImportCorrections: object[];
        importBatch: { rows: { nodes: { row: number; cells: { column: string; value: string }[] }[] } };
      }>(document, { id });
    };
    const own = await look();
    expect(own.ownImportCorrections).toEqual([{ row: 20, column: column.idNumber, value: number }]);
    const cell = own.importBatch.rows.nodes
      .find(({ row }) => row === 20)!
      .cells.find(({ column: name }) => name === '身份证号');
    expect(cell).toEqual({
      column: '身份证号',
      value: `**************${number.slice(-4)}`,
      original: expect.stringMatching(/^\*{14}[\dX]{4}$/) as string,
    });
    const twin = await world.account('PARTY_STAFF');
    expect((await look(twin)).ownImportCorrections).toEqual([]);
    await expect(look(await world.account('COMMITTEE_MEMBER', await root()))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    // a secretary imports activities, and sees no rosters of members
    await expect(look(await world.account('SECRETARY', await root()))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(imports.correctAll(id, column.idNumber, null, number)).rejects.toMatchObject({
      reason: 'CELL_PERSONAL',
    });
    // the rows held back come back whole to whoever brought them, masked to others
    const rows = async (by: Imports): Promise<string[]> => {
      const response = await by.download(`/imports/${id}/faulty-rows.xlsx`);
      const [sheet] = await readWorkbook(Buffer.from(await response.arrayBuffer()));
      return sheet!.rows.slice(1).map(({ cells }) => cells.get(column.idNumber)?.text ?? '');
    };
    expect(await rows(imports)).toContain('992708195612044761');
    const masked = await rows(new Imports(world, twin, 'us', 'MEMBERS'));
    expect(masked.filter((text) => !/^\*+[\dX]{4}$/.test(text))).toEqual([]);
  });
});

async function root(): Promise<string> {
  const [row] = await world.write((tx) =>
    tx.query<{ id: string }[]>(
      `select replace(id::text, '-', '') as id from party_organization where parent_id is null`,
    ),
  );
  return `PartyOrganization_${row!.id}`;
}
