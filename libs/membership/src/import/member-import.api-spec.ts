import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { jest } from '@jest/globals';
import { importExit, readWorkbook, runImport, writeWorkbook, type ImportReport } from '@dangwu/imports';
import { createWorld, Imports, type World } from '@dangwu/testing';

jest.setTimeout(120_000);

const fixtures = path.join(import.meta.dirname, '../../../imports/fixtures');
const fixture = (name: string): Promise<Buffer> => readFile(path.join(fixtures, name));

interface Expected {
  readonly rows: number;
  readonly faults: { row: number; column: string; code: string }[];
  readonly blocked: number[];
}

let world: World;
let expected: Expected;
beforeAll(async () => {
  const all = JSON.parse(await readFile(path.join(fixtures, 'expected-faults.json'), 'utf8')) as { members: Expected };
  expected = all.members;
});
beforeEach(async () => {
  world = await createWorld({ empty: true, now: '2026-11-23T02:00:00Z' });
});
afterEach(() => world.close());

async function run(kind: string, ...options: string[]): Promise<{ exit: number; report: ImportReport }> {
  const out: string[] = [];
  const print = (line: string): void => void out.push(line);
  const file = path.join(fixtures, `${kind}.xlsx`);
  const exit = await runImport(['--kind', kind, file, '--json', ...options], world.app, print, print);
  return { exit, report: JSON.parse(out.join('')) as ImportReport };
}
const found = ({ rows, faults, blocked }: ImportReport): Expected => ({
  rows,
  faults: faults.map(({ row, column, code }) => ({ row, column, code })),
  blocked: [...blocked],
});
const rows = async <T>(statement: string): Promise<T[]> => world.write((tx) => tx.query<T[]>(statement));
const count = async (what: string): Promise<number> =>
  (await rows<{ n: number }>(`select count(*)::int as n from ${what}`))[0]!.n;
const standing = (): Promise<number> => count(`member where deleted_at is null`);

describe('the sample roster of members', () => {
  it('reports exactly its faults and what waits, writes the good rows once, comes back unchanged', async () => {
    await run('organizations', '--good-rows');
    const dry = await run('members');
    expect([dry.exit, dry.report.written]).toEqual([importExit.faults, false]);
    expect(found(dry.report)).toEqual(expected);
    // one row has a fault and waits, too
    expect(dry.report.good).toBe(620 - 16 - 29 + 1);
    expect(await standing()).toBe(0);
    const first = await run('members', '--good-rows');
    expect(first.exit).toBe(importExit.clean);
    expect(first.report).toMatchObject({ created: 576, updated: 0, unchanged: 0 });
    expect(await standing()).toBe(576);
    const again = await run('members', '--good-rows');
    expect(again.report).toMatchObject({ created: 0, updated: 0, unchanged: 576 });
    expect(await count(`affiliation where kind = 'FORMAL' and until is null`)).toBe(576);
    expect(await count(`appointment`)).toBeGreaterThan(20);
    // as of the day before nobody was registered
    expect(await count(`member_version where valid_from < '2026-11-23'`)).toBe(0);
    expect(new Set(first.report.flags.map(({ code }) => code))).toEqual(
      new Set(['SEVERAL_SECRETARIES', 'FULL_WITHOUT_DATE']),
    );
  });

  it('has nothing that waits where its organizations stand', async () => {
    await run('organizations', '--good-rows');
    // the rows that the import of organizations held back, mended by hand in the console
    const imports = new Imports(world);
    const { id } = await imports.start(await fixture('organizations.xlsx'));
    const [sheet] = await readWorkbook(await fixture('organizations.xlsx'));
    const heading = [
      ...sheet!.rows.find(({ cells }) => [...cells.values()].some(({ text }) => text === '编码'))!.cells,
    ];
    const column = (name: string): number => heading.find(([, { text }]) => text === name)![0];
    const parent = sheet!.rows.find(({ row }) => row === 39)!.cells.get(column('上级党组织'))!.text;
    await imports.correct(id, 40, column('上级党组织'), parent);
    await imports.correct(id, 55, column('编码'), 'NEW-55');
    await imports.correct(id, 73, column('组织类型'), '党支部');
    expect(await imports.confirm(id)).toMatchObject({ state: 'IMPORTED' });
    const { report } = await run('members');
    expect(found(report)).toEqual({ ...expected, blocked: [] });
    expect(report.good).toBe(620 - 16);
  });

  it('is undone as a whole, unless somebody was changed since', async () => {
    await run('organizations', '--good-rows');
    const imports = new Imports(world, world.staff, 'us', 'MEMBERS');
    const { id } = await imports.start(await fixture('members.xlsx'));
    await imports.confirm(id, true);
    const [member] = await rows<{ id: string; version: number }>(
      `select replace(id::text, '-', '') as id, version from member order by name limit 1`,
    );
    const change = { id: `Member_${member!.id}`, version: member!.version, name: '更名', status: 'FULL' };
    await world
      .as(world.staff)
      .mutate(`mutation ($input: ChangeMemberInput!) { changeMember(input: $input) { id } }`, { input: change });
    await expect(imports.undo(id)).rejects.toMatchObject({ reason: 'IMPORT_HAS_DEPENDANTS' });
    await rows(`update member set version = version - 1 where name = '更名'`);
    expect(await imports.undo(id)).toMatchObject({ state: 'UNDONE' });
    expect(await standing()).toBe(0);
    expect((await run('members', '--good-rows')).report.created).toBe(576);
  });
});

describe('a roster of members', () => {
  const headings = ['姓名', '身份证号', '所在党支部', '党员类别', '党内职务', '手机号', '入党时间', '转正时间'];
  const book = (...lines: (string | null)[][]): Promise<Buffer> =>
    writeWorkbook({ name: '名册', columns: headings.map((heading) => ({ heading })), rows: lines });
  const lin = '990102199003072420';
  const branch = async (name: string): Promise<{ id: string }> =>
    world.branch(name, { under: world.root, relation: 'LEADS' });
  beforeEach(async () => {
    world.root = await world.organization('示范行业协会党委', { type: 'COMMITTEE' });
  });

  it('updates whom it knows by the number: facts, phone, branch and post; and an undo brings back what was', async () => {
    await branch('第一支部');
    await branch('第二支部');
    const imports = new Imports(world, world.staff, 'us', 'MEMBERS');
    const take = async (bytes: Buffer) => imports.confirm((await imports.start(bytes)).id);
    const day = '2012-06-01';
    await take(await book(['林晓晨', lin, '第一支部', '预备党员', null, '13912345678', day, null]));
    const second = await book(['林晓辰', lin, '第二支部', '正式党员', '书记', '13912345679', day, '2013-06-01']);
    const update = await imports.start(second);
    expect(update).toMatchObject({ created: 0, updated: 1 });
    const before = await state();
    await imports.confirm(update.id);
    expect(await state()).toEqual({
      name: '林晓辰',
      status: 'FULL',
      place: '第二支部',
      phone: '*******5679',
      posts: ['SECRETARY'],
    });
    expect(await imports.start(second)).toMatchObject({ updated: 0, unchanged: 1 });
    await imports.undo(update.id);
    expect(await state()).toEqual(before);
  });

  it('leaves members alone whose transfer is recorded ahead', async () => {
    const [first, second] = [await branch('第一支部'), await branch('第二支部')];
    const imports = new Imports(world, world.staff, 'us', 'MEMBERS');
    const line = (place: string) => book(['林晓晨', lin, place, '正式党员', null, null, '2012-06-01', '2013-06-01']);
    await imports.confirm((await imports.start(await line('第一支部'))).id);
    const [member] = await rows<{ id: string }>(`select replace(id::text, '-', '') as id from member`);
    const input = { id: `Member_${member!.id}`, version: 1, organizationId: second.id, on: '2026-12-01', basis: '函' };
    await world
      .as(world.staff)
      .mutate(`mutation ($input: TransferAffiliationInput!) { transferAffiliation(input: $input) { id } }`, { input });
    expect(first.id).not.toBe(second.id);
    expect(await imports.start(await line('第一支部'))).toMatchObject({ unchanged: 1 });
    const refused = await imports.start(await line('第二支部'));
    expect(refused.faults.nodes).toMatchObject([{ column: '所在党支部', code: 'TRANSFER_PLANNED' }]);
  });

  it('is imported by staff, within what they maintain, and by nobody else', async () => {
    const guided = await world.branch('会员单位支部', { relation: 'GUIDES' });
    await branch('第一支部');
    const bytes = await book(['林晓晨', lin, '第一支部', '正式党员', null, null, '2012-06-01', '2013-06-01']);
    const local = new Imports(world, await world.account('PARTY_STAFF', guided), 'us', 'MEMBERS');
    expect((await local.start(bytes)).faults.nodes).toMatchObject([{ code: 'OUT_OF_REACH' }]);
    const secretary = new Imports(world, await world.account('SECRETARY', world.root), 'us', 'MEMBERS');
    await expect(secretary.start(bytes)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const template = await new Imports(world).download('/templates/members.xlsx');
    const [sheet] = await readWorkbook(Buffer.from(await template.arrayBuffer()));
    const texts = sheet!.rows.flatMap(({ cells }) => [...cells.values()].map(({ text }) => text));
    expect(texts).toEqual(expect.arrayContaining(['身份证号*', '所在党支部*', '手机号']));
    expect((await secretary.download('/templates/members.xlsx')).status).toBe(403);
  });
});

const state = async () => {
  const [now] = await rows<object>(
    `select m.name, m.status, o.name as place, m.phone_masked as phone, array(
       select post from appointment a where a.member_id = m.id and a.deleted_at is null) as posts
     from member m join party_organization o on o.id = m.organization_id where m.deleted_at is null`,
  );
  return now;
};
