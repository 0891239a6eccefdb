import { readWorkbook, writeWorkbook, ImportBatches } from '@dangwu/imports';
import { type Batch, createWorld, Imports, type World } from '@dangwu/testing';
import { rosterOf, standing } from './trial-imports';

let world: World;
let imports: Imports;
beforeEach(async () => {
  world = await createWorld({ empty: true, now: '2026-11-23T02:00:00Z' });
  imports = new Imports(world);
});
afterEach(() => world.close());

const counts = ({ state, total, good, faulty, blocked, corrected }: Batch) => ({
  state,
  total,
  good,
  faulty,
  blocked,
  corrected,
});
const book = (headings: readonly string[], rows: readonly (readonly (string | number | null)[])[]): Promise<Buffer> =>
  writeWorkbook({ name: '名册', columns: headings.map((heading) => ({ heading })), rows });
const odd = ['内部号', '党组织名称', '组织类型', '归口', '隶属关系'];
const lines = [
  ['R1', '协会党委', '功能型党委', null, null],
  ['A', '甲党委', '党委', '协会党委', '领导'],
] as const;
const faultsOf = (batch: Batch) => batch.faults.nodes.map(({ row, column, code }) => `${row} ${column} ${code}`);

describe('mapping by people', () => {
  it('waits for what nobody knows, takes what people say, and remembers it for the next file', async () => {
    const batch = await imports.start(await book(odd, lines));
    expect(batch).toMatchObject({ state: 'MAPPING', total: 0 });
    expect(batch.mapping.map(({ heading, key, certain }) => [heading, key, certain])).toEqual([
      ['内部号', null, false],
      ['党组织名称', 'name', true],
      ['组织类型', 'type', true],
      ['归口', null, false],
      ['隶属关系', 'relation', true],
    ]);
    expect(batch.mapping[0]!.samples).toEqual(['R1', 'A']);
    await expect(imports.confirm(batch.id)).rejects.toMatchObject({ reason: 'IMPORT_NOT_IN_STATE' });
    const half = await imports.map(batch.id, [{ column: 1, field: 'code' }]);
    expect(half.state).toBe('MAPPING');
    const whole = await imports.map(batch.id, [{ column: 4, field: 'parent' }]);
    expect(counts(whole)).toMatchObject({ state: 'CHECKED', total: 2, good: 2 });
    expect(whole.mapping.every((one) => one.certain)).toBe(true);
    expect((await imports.confirm(batch.id)).state).toBe('IMPORTED');
    expect(await standing(world)).toBe(2);

    const next = await imports.start(
      await book(
        [...odd].reverse(),
        lines.map((line) => [...line].reverse()),
      ),
    );
    expect([next.state, next.unchanged, next.mapping.map((one) => one.key)]).toEqual([
      'CHECKED',
      2,
      ['relation', 'parent', 'type', 'name', 'code'],
    ]);
  });

  it('asks about a table of which hardly any heading is known', async () => {
    const strange = await imports.start(await book(['甲', '乙', '丙', '丁', '戊'], lines));
    expect(strange.state).toBe('MAPPING');
    const fields = ['code', 'name', 'type', 'parent', 'relation'];
    const mapped = await imports.map(
      strange.id,
      fields.map((field, i) => ({ column: i + 1, field })),
    );
    expect(counts(mapped)).toMatchObject({ state: 'CHECKED', good: 2 });
  });

  it('changes its mind as people do, and refuses what cannot be', async () => {
    const { id } = await imports.start(
      await book(
        [...odd.slice(0, 3), '上级', '隶属关系', '编码'],
        lines.map((line) => [...line, 'X']),
      ),
    );
    const other = await imports.map(id, [
      { column: 1, field: 'code' },
      { column: 6, field: null },
    ]);
    expect(counts(other)).toMatchObject({ state: 'CHECKED', good: 2 });
    const twice = [
      { column: 1, field: 'code' },
      { column: 6, field: 'code' },
    ];
    await expect(imports.map(id, twice)).rejects.toMatchObject({ reason: 'MAPPING_TWICE' });
    await expect(imports.map(id, [{ column: 1, field: 'nothing' }])).rejects.toMatchObject({
      reason: 'MAPPING_UNKNOWN',
    });
    await expect(imports.map(id, [{ column: 60, field: 'code' }])).rejects.toMatchObject({ reason: 'MAPPING_UNKNOWN' });
    await imports.confirm(id);
    const [root] = await world.write((tx) =>
      tx.query<{ id: string }[]>(`select replace(id::text, '-', '') as id from party_organization where code = 'R1'`),
    );
    const leader = await world.account('LEADER', `PartyOrganization_${root!.id}`);
    const stranger = new Imports(world, leader);
    await expect(stranger.map(id, [])).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('fixing in place', () => {
  const wrong = [
    ['R1', '协会党委', '功能型党委', '', ''],
    ['A', '甲甲党委', '党委', '协会党委', '领导'],
    ['B', '一支部', '党支部', '甲甲党委会', '领导', 12],
    ['C', '二支部', '党支部', '甲甲党委会', '领导', 13],
    ['D', '一小组', '党小组', '一支部', '领导'],
  ] as const;

  it('checks again with all that depends on the cell, and keeps what the file has beside it', async () => {
    const { id, ...batch } = await imports.start(await rosterOf(wrong));
    expect(counts({ id, ...batch })).toMatchObject({ good: 2, faulty: 2, blocked: 1, corrected: 0 });
    expect(batch.faults.nodes[0]).toMatchObject({ row: 4, found: '甲甲党委会', suggestion: '甲甲党委' });
    const one = await imports.correct(id, 4, 4, '甲甲党委');
    expect(counts(one)).toEqual({ state: 'CHECKED', total: 5, good: 4, faulty: 1, blocked: 0, corrected: 1 });
    expect(faultsOf(one)).toEqual(['5 上级党组织 UNKNOWN_PARENT']);
    const file = await imports.download(`/imports/${id}/faulty-rows.xlsx`);
    const [sheet] = await readWorkbook(Buffer.from(await file.arrayBuffer()));
    expect(sheet!.rows).toHaveLength(2);
    const whole = await imports.correct(id, 5, 4, 'A');
    expect(counts(whole)).toMatchObject({ good: 5, corrected: 2 });
    const document = `query ($id: ID!) { importBatch(id: $id) { rows(first: 5) { nodes { cells { value original } } } } }`;
    const rows = await world.as(world.staff).query<{
      importBatch: { rows: { nodes: { cells: { value: string; original: string | null }[] }[] } };
    }>(document, { id });
    const cells = rows.importBatch.rows.nodes.map((row) => row.cells[3]!);
    expect(cells.map(({ value, original }) => [value, original])).toEqual([
      ['', null],
      ['协会党委', null],
      ['甲甲党委', '甲甲党委会'],
      ['A', '甲甲党委会'],
      ['一支部', null],
    ]);
    const written = await imports.confirm(id);
    expect([written.state, written.receipt!.zh]).toEqual(['IMPORTED', expect.stringContaining('2 格在导入前改正过')]);
    expect(await standing(world)).toBe(5);
    await expect(imports.correct(id, 5, 4, 'x')).rejects.toMatchObject({ reason: 'IMPORT_NOT_IN_STATE' });
  });

  it('corrects all cells that say the same at once', async () => {
    const { id } = await imports.start(await rosterOf(wrong));
    const whole = await imports.correctAll(id, 4, '甲甲党委会', '甲甲党委');
    expect(counts(whole)).toEqual({ state: 'CHECKED', total: 5, good: 5, faulty: 0, blocked: 0, corrected: 2 });
    await expect(imports.correctAll(id, 4, '甲甲党委会', 'A')).rejects.toMatchObject({ reason: 'CELL_UNKNOWN' });
  });

  it('finds new faults by corrections, and lets a correction be blank', async () => {
    const { id } = await imports.start(await rosterOf(wrong.slice(0, 2)));
    expect(faultsOf(await imports.correct(id, 3, 1, 'R1'))).toEqual(['3 编码 DUPLICATE_CODE']);
    expect(faultsOf(await imports.correct(id, 3, 1, ''))).toEqual(['3 编码 REQUIRED']);
    expect(faultsOf(await imports.correctAll(id, 1, null, 'Z9'))).toEqual([]);
    await expect(imports.correct(id, 99, 1, 'x')).rejects.toMatchObject({ reason: 'CELL_UNKNOWN' });
    await expect(imports.correct(id, 3, 50, 'x')).rejects.toMatchObject({ reason: 'CELL_UNKNOWN' });
  });
});

describe('what was staged', () => {
  const left = async (id: string): Promise<number[]> => {
    const [row] = await world.write((tx) =>
      tx.query<{ n: number[] }[]>(
        `select array[(select count(*) from import_row where batch_id = b.id), (select count(*) from import_fault
           where batch_id = b.id), (select count(*) from import_correction where batch_id = b.id)]::int[] as n
         from import_batch b where replace(id::text, '-', '') = $1`,
        [id.replace('ImportBatch_', '')],
      ),
    );
    return row!.n;
  };

  it('is let go of after 30 days, and at once when the import is given up', async () => {
    const wrong = [
      ['R1', '协会党委', '功能型党委', '', ''],
      ['A', '甲', '什么', '协会党委', '领导'],
    ] as const;
    const [written, open, dropped] = [
      await imports.start(await rosterOf(wrong)),
      await imports.start(await rosterOf(wrong)),
      await imports.start(await rosterOf(wrong)),
    ];
    await imports.confirm(written.id, true);
    await imports.correct(open.id, 3, 2, '乙');
    await imports.discard(dropped.id);
    expect(await left(dropped.id)).toEqual([0, 0, 0]);
    const batches = world.app.get(ImportBatches, { strict: false });
    world.clock.advance(29 * 86_400_000);
    expect(await batches.forgetStaged()).toBe(0);
    expect([await left(written.id), await left(open.id)]).toEqual([
      [2, 1, 0],
      [2, 1, 1],
    ]);
    world.clock.advance(2 * 86_400_000);
    expect(await batches.forgetStaged()).toBe(2);
    expect([await left(written.id), await left(open.id)]).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
    const states = await world.write((tx) =>
      tx.query<{ state: string }[]>(`select state from import_batch order by state`),
    );
    expect(states.map((one) => one.state)).toEqual(['DISCARDED', 'DISCARDED', 'IMPORTED']);
    expect(await batches.forgetStaged()).toBe(0);
  });
});
