import { jest } from '@jest/globals';
import { type Batch, freshWorlds, Imports, type World } from '@dangwu/testing';
import { ImportKinds, ImportKind, findTable, readWorkbook, templateOf } from '@dangwu/imports';
import { OrganizationFlags } from '../flags/organization-flags.service';
import { organizationErrors } from '../organization.errors';
import { rosterOf, sample, standing } from './trial-imports';

let world: World;
let imports: Imports;
const fresh = freshWorlds({ empty: true, now: '2026-11-23T02:00:00Z' });
beforeEach(async () => {
  world = await fresh();
  imports = new Imports(world);
});
afterEach(async () => {
  jest.restoreAllMocks();
  await world.close();
});

const counts = ({ total, good, faulty, blocked, created, updated, unchanged }: Batch) => ({
  total,
  good,
  faulty,
  blocked,
  created,
  updated,
  unchanged,
});

describe('the sample roster, imported into an empty association', () => {
  it('goes from faults to receipt, comes back unchanged, is undone and brought back', async () => {
    const checked = await imports.start(await sample());
    expect(checked.state).toBe('CHECKED');
    expect(checked.faults.nodes).toMatchObject([
      { row: 40, column: '上级党组织', code: 'UNKNOWN_PARENT' },
      { row: 55, column: '编码', code: 'DUPLICATE_CODE' },
      { row: 73, column: '组织类型', code: 'UNKNOWN_TYPE' },
    ]);
    const good = { total: 187, good: 184, faulty: 3, blocked: 0 };
    expect(counts(checked)).toEqual({ ...good, created: 184, updated: 0, unchanged: 0 });
    expect(await standing(world)).toBe(0);

    await expect(imports.confirm(checked.id)).rejects.toMatchObject({ reason: 'IMPORT_HAS_FAULTS' });
    const written = await imports.confirm(checked.id, true);
    expect(written).toMatchObject({ state: 'IMPORTED', created: 184, failure: null });
    expect(written.receipt!.zh).toContain('新增 184 个');
    expect(await standing(world)).toBe(184);
    await expect(imports.confirm(checked.id, true)).rejects.toMatchObject({ reason: 'IMPORT_NOT_IN_STATE' });

    const listed = async (filter: object) =>
      (
        await world
          .as(world.staff)
          .query<{ importBatches: { nodes: { id: string }[] } }>(
            `query ($filter: ImportBatchFilter) { importBatches(first: 9, filter: $filter) { nodes { id } } }`,
            { filter },
          )
      ).importBatches.nodes.map(({ id }) => id);
    expect(await listed({ states: ['IMPORTED'], kinds: ['ORGANIZATIONS'], search: '.XLSX' })).toEqual([written.id]);
    expect(await listed({ states: ['UNDONE', 'FAILED'] })).toEqual([]);
    expect(await listed({ kinds: ['UNITS'] })).toEqual([]);
    expect(await listed({ search: '%' })).toEqual([]);

    const again = await imports.start(await sample());
    expect(counts(again)).toEqual({ ...good, created: 0, updated: 0, unchanged: 184 });
    await imports.discard(again.id);

    expect((await imports.undo(checked.id)).state).toBe('UNDONE');
    expect(await standing(world)).toBe(0);
    const revived = await imports.start(await sample());
    expect(counts(revived)).toEqual({ ...good, created: 184, updated: 0, unchanged: 0 });
    expect((await imports.confirm(revived.id, true)).state).toBe('IMPORTED');
    expect(await standing(world)).toBe(184);
    const [left] = await world.write((tx) =>
      tx.query<{ versions: number; open: number; operations: number }[]>(
        `select (select count(*)::int from organization_version where deleted_at is null) as versions,
           (select count(*)::int from organization_version where valid_to is null and deleted_at is null) as open,
           (select count(*)::int from organization_operation) as operations`,
      ),
    );
    expect(left).toEqual({ versions: 184, open: 184, operations: 3 * 184 });
  });
});

const head = [['R1', '协会党委', '功能型党委', '', '']] as const;
const small = [
  ...head,
  ['A', '甲党委', '党委', '协会党委', '领导', 30],
  ['B', '甲一支部', '党支部', '甲党委', '领导', 12],
] as const;
const imported = async (lines: Parameters<typeof rosterOf>[0]): Promise<Batch> => {
  const { id } = await imports.start(await rosterOf(lines));
  return imports.confirm(id);
};
const idOf = async (code: string): Promise<string> => {
  const [row] = await world.write((tx) =>
    tx.query<{ id: string }[]>(`select id from party_organization where code = $1`, [code]),
  );
  return `PartyOrganization_${row!.id.replaceAll('-', '')}`;
};
const organizations = () =>
  world.write((tx) =>
    tx.query<Record<string, unknown>[]>(
      `select o.code, o.name, o.type, p.code as parent, o.reported_member_count as count,
         o.path like coalesce(p.path, '/') || '%' as placed
       from party_organization o left join party_organization p on p.id = o.parent_id
       where o.deleted_at is null order by o.code`,
    ),
  );

describe('updates', () => {
  it('changes names, types, places and counts of what is there, and takes all of it back', async () => {
    await imported(small);
    const before = await organizations();
    const changed = await imported([
      ['A', '甲支部', '党支部', '乙党委', '领导', 31],
      ['N', '乙党委', '党委', '协会党委', '领导'],
      ['B', '甲一小组', '党小组', '甲支部', '领导', 12],
    ]);
    expect(counts(changed)).toMatchObject({ created: 1, updated: 2, unchanged: 0 });
    expect(await organizations()).toEqual([
      { code: 'A', name: '甲支部', type: 'BRANCH', parent: 'N', count: 31, placed: true },
      { code: 'B', name: '甲一小组', type: 'PARTY_GROUP', parent: 'A', count: 12, placed: true },
      { code: 'N', name: '乙党委', type: 'COMMITTEE', parent: 'R1', count: null, placed: true },
      { code: 'R1', name: '协会党委', type: 'FUNCTIONAL_COMMITTEE', parent: null, count: null, placed: true },
    ]);
    await imports.undo(changed.id);
    expect(await organizations()).toEqual(before);
  });

  it('is not undone while something newer depends on it, and says on what', async () => {
    const batch = await imported(small);
    const later = await imported([['C', '甲二支部', '党支部', '甲党委', '领导']]);
    await expect(imports.undo(batch.id)).rejects.toMatchObject({
      reason: 'IMPORT_HAS_DEPENDANTS',
      params: { count: 1, subjects: ['甲二支部'] },
    });
    expect((await imports.look(batch.id))!.state).toBe('IMPORTED');
    await imports.undo(later.id);
    world.clock.advance(31 * 86_400_000);
    const staff = new Imports(world, await world.account('PARTY_STAFF'));
    await expect(staff.undo(batch.id)).rejects.toMatchObject({ reason: 'IMPORT_UNDO_EXPIRED' });
  });
});

describe('one transaction', () => {
  it('writes nothing when anything fails inside, and says why', async () => {
    const { id } = await imports.start(await rosterOf(small));
    jest
      .spyOn(OrganizationFlags.prototype, 'refresh')
      .mockRejectedValueOnce(organizationErrors.NOT_FOUNDED_YET({ name: '甲党委', on: '2027-01-01' }));
    const failed = await imports.confirm(id);
    expect([failed.state, failed.failure!.zh]).toEqual(['FAILED', expect.stringContaining('还在筹建')]);
    expect(await standing(world)).toBe(0);
  });

  it('refuses to write what the preview did not show', async () => {
    await imported(small);
    const { id } = await imports.start(await rosterOf([['C', '甲二支部', '党支部', '甲党委', '领导']]));
    await world.write((tx) => tx.query(`update party_organization set name = '改名' where code = 'A'`));
    const failed = await imports.confirm(id);
    expect([failed.state, failed.failure!.zh]).toEqual(['FAILED', expect.stringContaining('第 2 行')]);
  });

  it('is left as it was when somebody cancels the write, and can be confirmed anew', async () => {
    await world.work();
    const byWorker = new Imports(world, world.staff, 'worker');
    const { id } = await byWorker.start(await sample());
    const refresh = OrganizationFlags.prototype.refresh;
    const client = world.as(world.staff);
    let inside = 0;
    jest.spyOn(OrganizationFlags.prototype, 'refresh').mockImplementationOnce(async function (
      this: OrganizationFlags,
      tx,
      ...rest
    ) {
      const rows = await tx.query<{ n: number }[]>(`select count(*)::int as n from party_organization`);
      inside = rows[0]!.n;
      const { importBatch } = await client.query<{ importBatch: { job: { id: string } } }>(
        `query ($id: ID!) { importBatch(id: $id) { job { id } } }`,
        { id },
      );
      await client.mutate(`mutation ($input: CancelJobInput!) { cancelJob(input: $input) { id } }`, {
        input: { id: importBatch.job.id },
      });
      return refresh.call(this, tx, ...rest);
    });
    const cancelled = await byWorker.confirm(id, true);
    expect([inside, cancelled.state, await standing(world)]).toEqual([184, 'CHECKED', 0]);
    expect((await byWorker.confirm(id, true)).state).toBe('IMPORTED');
    expect(await standing(world)).toBe(184);
  });

  it('begins anew when the connection dies inside the write', async () => {
    await world.work();
    const byWorker = new Imports(world, world.staff, 'worker');
    const { id } = await byWorker.start(await sample());
    const refresh = OrganizationFlags.prototype.refresh;
    let killed = 0;
    jest.spyOn(OrganizationFlags.prototype, 'refresh').mockImplementationOnce(async function (
      this: OrganizationFlags,
      tx,
      ...rest
    ) {
      const inside = await tx.query<{ n: number }[]>(`select count(*)::int as n from party_organization`);
      killed = inside[0]!.n;
      await tx.query(`select pg_terminate_backend(pg_backend_pid())`);
      return refresh.call(this, tx, ...rest);
    });
    const batch = await byWorker.confirm(id, true);
    expect([killed, batch.state, await standing(world)]).toEqual([184, 'IMPORTED', 184]);
  });
});

describe('who may', () => {
  it('needs the permission, and shows a batch to whoever started it and those who import for the whole association', async () => {
    const { id } = await imports.start(await rosterOf(small));
    expect(await imports.look(id)).not.toBeNull();
    await imported(small);
    const [root, branch] = [{ id: await idOf('R1') }, { id: await idOf('A') }];
    expect(await new Imports(world, await world.account('PARTY_STAFF', branch)).look(id)).toBeNull();
    for (const everywhere of [await world.account('PARTY_STAFF'), await world.account('PARTY_STAFF', root)])
      expect(await new Imports(world, everywhere).look(id)).not.toBeNull();
    const leader = new Imports(world, await world.account('LEADER', root));
    await expect(leader.discard(id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await imports.discard(id)).state).toBe('DISCARDED');
  });
});

describe('files', () => {
  it('gives a template that brings no fault, and the faulty rows with what is wrong', async () => {
    const declaration = world.app.get(ImportKinds).of(ImportKind.ORGANIZATIONS);
    const template = await imports.download('/templates/organizations.xlsx');
    expect(template.headers.get('content-disposition')).toContain('attachment');
    const table = findTable(await readWorkbook(Buffer.from(await template.arrayBuffer())), declaration.fields);
    expect(table.columns.filter((one) => one.field).map((one) => one.confidence)).toEqual(Array<number>(9).fill(1));
    expect(table.skipped.map((row) => row.kind)).toEqual(['TITLE', 'NOTE', 'EXAMPLE']);
    expect(counts(await imports.start(await templateOf(declaration)))).toMatchObject({ total: 0, faulty: 0 });

    const { id } = await imports.start(await sample());
    const rows = await imports.download(`/imports/${id}/faulty-rows.xlsx`);
    const [sheet] = await readWorkbook(Buffer.from(await rows.arrayBuffer()));
    expect(sheet!.rows.map((row) => row.cells.get(2)!.text)).toEqual(['编码', 'DZ0037', 'DZ0004', 'DZ0070']);
    expect(sheet!.rows[1]!.cells.get(11)!.text).toContain('【上级党组织】名册和系统里都没有“不存在的党委”。');
  });
});
