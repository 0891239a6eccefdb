import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { jest } from '@jest/globals';
import { ImportJobs, readWorkbook, runImport, type ImportReport } from '@dangwu/imports';
import { localId } from '@dangwu/platform/ids';
import { createWorld, type World } from '@dangwu/testing';
import pg from 'pg';

const fixtures = path.join(import.meta.dirname, '../../../imports/fixtures');
const expected = {
  faults: [
    [20, '身份证号', 'BAD_ID_CHECK_DIGIT'],
    [44, '身份证号', 'ID_STORED_AS_NUMBER'],
    [67, '所在党支部', 'UNKNOWN_ORGANIZATION'],
    [90, '入党时间', 'DATE_IN_FUTURE'],
    [113, '入党时间', 'JOINED_BEFORE_18'],
    [137, '身份证号', 'DUPLICATE_ID'],
    [160, '出生日期', 'BIRTH_DATE_MISMATCH'],
    [184, '性别', 'GENDER_MISMATCH'],
    [207, '手机号', 'BAD_PHONE'],
    [230, '姓名', 'REQUIRED'],
    [253, '转正时间', 'FULL_BEFORE_JOINED'],
    [276, '党员类别', 'UNKNOWN_STATUS'],
    [410, '身份证号', 'BAD_ID_CHECK_DIGIT'],
    [441, '身份证号', 'ID_STORED_AS_NUMBER'],
    [472, '所在党支部', 'UNKNOWN_ORGANIZATION'],
    [503, '入党时间', 'DATE_IN_FUTURE'],
  ],
  blocked: [
    21, 33, 41, 65, 66, 110, 115, 137, 149, 197, 221, 261, 290, 313, 376, 406, 414, 478, 480, 494, 501, 537, 540, 544,
    549, 551, 553, 568, 614,
  ],
};

let world: World;
beforeEach(async () => {
  world = await createWorld({ empty: true, now: '2026-11-23T02:00:00Z' });
});
afterEach(async () => {
  jest.restoreAllMocks();
  await world.close();
});

async function run(kind: string, ...options: string[]): Promise<{ exit: number; out: string }> {
  const out: string[] = [];
  const file = path.join(fixtures, `${kind}.xlsx`);
  const exit = await runImport(
    ['--kind', kind, file, ...options],
    world.app,
    (line) => void out.push(line),
    (line) => void out.push(line),
  );
  return { exit, out: out.join('\n') };
}
const reported = async (...options: string[]): Promise<ImportReport> =>
  JSON.parse((await run('members', '--json', ...options)).out) as ImportReport;
const rows = async <T>(statement: string): Promise<T[]> => world.write((tx) => tx.query<T[]>(statement));
const standing = async (): Promise<number> =>
  (await rows<{ n: number }>(`select count(*)::int as n from member where deleted_at is null`))[0]!.n;

describe('the sample roster of members, after the good rows of the organizations', () => {
  it('reports exactly its faults and blocked rows, writes the good ones once, comes back unchanged, is undone', async () => {
    await run('organizations', '--good-rows');
    const dry = await run('members', '--json');
    const report = JSON.parse(dry.out) as ImportReport;
    expect([dry.exit, report.rows, report.written]).toEqual([2, 620, false]);
    expect(report.faults.map(({ row, column, code }) => [row, column, code])).toEqual(expected.faults);
    expect(report.blocked).toEqual(expected.blocked);
    // row 137 has a fault and is blocked, too
    expect(report.good).toBe(620 - 16 - 28);
    expect(await standing()).toBe(0);

    const first = await reported('--good-rows');
    expect([first.created, first.updated, first.unchanged]).toEqual([576, 0, 0]);
    expect(await standing()).toBe(576);
    const again = await reported('--good-rows');
    expect([again.created, again.updated, again.unchanged]).toEqual([0, 0, 576]);
    const [formal] = await rows<{ n: number; posts: number }>(
      `select count(*)::int as n, (select count(*)::int from appointment) as posts from affiliation
       where kind = 'FORMAL' and until is null`,
    );
    expect(formal!.n).toBe(576);
    expect(formal!.posts).toBeGreaterThan(20);
  });

  it('flags full members without a day, and several secretaries', async () => {
    await run('organizations', '--good-rows');
    const { flags } = await reported();
    expect(new Set(flags.map(({ code }) => code))).toContain('SEVERAL_SECRETARIES');
  });
});

/** Everything in the database, as its superuser sees it, and every file of the data directory. */
async function everything(): Promise<string> {
  const client = new pg.Client({ connectionString: world.config.databaseUrl });
  await client.connect();
  const parts: string[] = [];
  try {
    const tables = await client.query<{ name: string; columns: { name: string; bytes: boolean }[] }>(
      `select format('%I.%I', n.nspname, c.relname) as name,
         json_agg(json_build_object('name', a.attname, 'bytes', a.atttypid = 'bytea'::regtype)) as columns
       from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
       where c.relkind in ('r', 'm') and a.attnum > 0 and not a.attisdropped
         and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
       group by 1`,
    );
    for (const { name, columns } of tables.rows) {
      const read = columns.map((one) => (one.bytes ? `encode("${one.name}", 'escape')` : `"${one.name}"::text`));
      const { rows: lines } = await client.query<{ line: string }>(
        `select concat_ws(' ', ${read.join(', ')}) as line from ${name}`,
      );
      parts.push(name, ...lines.map(({ line }) => line));
    }
    expect(tables.rows.length).toBeGreaterThan(20);
  } finally {
    await client.end();
  }
  for (const entry of await readdir(world.config.dataDir, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) parts.push(await readFile(path.join(entry.parentPath, entry.name), 'latin1'));
  return parts.join('\n');
}

/** All ID numbers and phones that the sample holds, as far as they are whole. */
async function numbersOfSample(): Promise<Set<string>> {
  const [sheet] = await readWorkbook(await readFile(path.join(fixtures, 'members.xlsx')));
  const texts = sheet!.rows.slice(3).flatMap(({ cells }) => [cells.get(5)?.text ?? '', cells.get(12)?.text ?? '']);
  return new Set(texts.filter((text) => /^(\d{17}[\dX]|1\d{10})$/.test(text)));
}

async function importAndScan(): Promise<{ found: number; of: number; out: string; all: string }> {
  await run('organizations', '--good-rows');
  const { out } = await run('members', '--good-rows');
  const numbers = await numbersOfSample();
  const all = (await everything()) + out;
  return { found: [...numbers].filter((number) => all.includes(number)).length, of: numbers.size, out, all };
}

describe('after an import', () => {
  it('no ID number and no phone stands anywhere in the clear, and the uploaded file is gone', async () => {
    const log = jest.spyOn(process.stdout, 'write');
    const { found, of } = await importAndScan();
    expect(of).toBeGreaterThan(1_200);
    expect(found).toBe(0);
    const written = log.mock.calls.map(([chunk]) => String(chunk)).join('');
    expect([...(await numbersOfSample())].filter((number) => written.includes(number))).toEqual([]);
    const files = await rows<{ kind: string; purged: boolean }>(
      `select b.kind, f.purged_at is not null as purged from import_batch b join file f on f.id = b.file_id order by 1`,
    );
    expect(files).toEqual([
      { kind: 'MEMBERS', purged: true },
      { kind: 'ORGANIZATIONS', purged: false },
    ]);
  });

  it('the same scan finds them all when nothing is sealed (control)', async () => {
    const { PersonKeys } = await import('@dangwu/platform/keys');
    jest
      .spyOn(PersonKeys.prototype, 'encryptAll')
      .mockImplementation((_tx, _association, values) =>
        Promise.resolve(values.map(({ plain }) => Buffer.from(plain))),
      );
    const { found, of } = await importAndScan();
    expect(found).toBe(of);
  });

  it('gives whoever uploaded it the rows held back as they were, and undoes the batch', async () => {
    await run('organizations', '--good-rows');
    const [staff] = await rows<{ id: string }>(`select id from account limit 1`);
    await run('members', '--good-rows');
    await world.write((tx) => tx.query(`update import_batch set account_id = $1 where kind = 'MEMBERS'`, [staff!.id]));
    const [batch] = await rows<{ id: string }>(`select id from import_batch where kind = 'MEMBERS'`);
    const id = `ImportBatch_${batch!.id.replaceAll('-', '')}`;
    const response = await fetch(`${world.url}/imports/${id}/faulty-rows.xlsx`, {
      headers: { cookie: world.staff.cookie },
    });
    const [sheet] = await readWorkbook(Buffer.from(await response.arrayBuffer()));
    expect(sheet!.rows.slice(1).map(({ cells }) => cells.get(5)?.text)).toContain('992708195612044761');
    const shown = await world.as(world.staff).query<{
      importBatch: { rows: { nodes: { cells: { column: string; value: string }[] }[] } };
    }>(`query ($id: ID!) { importBatch(id: $id) { rows(first: 50) { nodes { cells { column value } } } } }`, { id });
    const ids = shown.importBatch.rows.nodes.map(
      ({ cells }) => cells.find(({ column }) => column === '身份证号')!.value,
    );
    expect(ids[0]).toBe('**************1623');
    expect(ids.every((value) => /^\*+[\dX]{4}$/.test(value))).toBe(true);

    await world
      .as(world.staff)
      .mutate(`mutation ($input: UndoImportInput!) { undoImport(input: $input) { state } }`, { input: { id } });
    expect(await standing()).toBe(0);
    expect((await reported('--good-rows')).created).toBe(576);
  });
});

describe('rights', () => {
  it('lets nobody import members without member.import, and staff do it', async () => {
    const start = async (actor: typeof world.staff): Promise<string> => {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(await readFile(path.join(fixtures, 'members.xlsx')))]), 'm.xlsx');
      const headers = { cookie: actor.cookie, 'x-dangwu-csrf': '1' };
      const file = (await (await fetch(`${world.url}/files`, { method: 'POST', body: form, headers })).json()) as {
        id: string;
      };
      const data = await world
        .as(actor)
        .mutate<{ startImport: { id: string } }>(
          `mutation ($input: StartImportInput!) { startImport(input: $input) { id } }`,
          { input: { kind: 'MEMBERS', fileId: file.id } },
        );
      return data.startImport.id;
    };
    const id = await start(world.staff);
    await world.app.get(ImportJobs, { strict: false }).check(world.associationId, localId('ImportBatch', id));
    const [batch] = await rows<{ state: string; total: number }>(`select state, total from import_batch`);
    expect(batch).toEqual({ state: 'CHECKED', total: 620 });
    await run('organizations', '--good-rows');
    const [root] = await rows<{ id: string }>(`select id from party_organization where parent_id is null`);
    const leader = await world.account('LEADER', { id: `PartyOrganization_${root!.id.replaceAll('-', '')}` });
    await expect(start(leader)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
