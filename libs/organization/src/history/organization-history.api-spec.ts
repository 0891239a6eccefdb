import { SessionService } from '@dangwu/access';
import { createWorld, type World } from '@dangwu/testing';
import { OrganizationEffectiveJob } from './organization-effective.job';
import { Operations } from '../trial/operations';

const above = 'name type status relation ancestors { name }';
interface Seen {
  readonly name: string;
  readonly type: string;
  readonly status: string;
  readonly relation: string;
  readonly ancestors: readonly { readonly name: string }[];
}

describe('organizations as of a day', () => {
  let world: World;
  let operations: Operations;
  let east: { id: string };
  let west: { id: string };
  beforeAll(async () => {
    world = await createWorld();
    operations = new Operations(world);
    east = await world.organization('东党委', { type: 'COMMITTEE' });
    west = await world.organization('西党委', { type: 'COMMITTEE' });
  });
  afterAll(() => world.close());

  const seen = async (of: { id: string }, asOf?: string) => {
    const found = await operations.look<Seen | null>(of, above, asOf);
    return found && [found.name, ...found.ancestors.map(({ name }) => name).slice(1)].join(' < ');
  };
  const refusal = (reason: string) => expect.objectContaining({ reason });

  it('answers each day by the version that held on it', async () => {
    const branch = await world.branch('甲支部', { under: east, foundedOn: '2020-01-01' });
    await operations.rename(branch, '乙支部', { effectiveOn: '2022-05-01' });
    await operations.move(branch, west, { effectiveOn: '2023-07-01' });
    expect(await seen(branch, '2019-12-31')).toBeNull();
    expect(await seen(branch, '2022-04-30')).toBe('甲支部 < 东党委');
    expect(await seen(branch, '2022-05-01')).toBe('乙支部 < 东党委');
    expect(await seen(branch, '2023-07-01')).toBe('乙支部 < 西党委');
    expect(await seen(branch)).toBe('乙支部 < 西党委');
  });

  it('rewrites the past up to the next change of the same kind', async () => {
    const branch = await world.branch('一支部', { under: east });
    await operations.rename(branch, '三支部', { effectiveOn: '2024-01-01' });
    await operations.move(branch, west, { effectiveOn: '2023-01-01' });
    await operations.rename(branch, '二支部', { effectiveOn: '2022-01-01' });
    expect(await seen(branch, '2021-12-31')).toBe('一支部 < 东党委');
    expect(await seen(branch, '2022-12-31')).toBe('二支部 < 东党委');
    expect(await seen(branch, '2023-12-31')).toBe('二支部 < 西党委');
    expect(await seen(branch, '2024-01-01')).toBe('三支部 < 西党委');
    expect(await seen(branch)).toBe('三支部 < 西党委');
  });

  it('moves the past of a whole subtree, with what came and went meanwhile', async () => {
    const general = await world.organization('总支', { type: 'GENERAL_BRANCH', under: east });
    const stays = await world.branch('随行支部', { under: general });
    const comes = await world.branch('后来支部', { under: west });
    await operations.move(comes, general, { effectiveOn: '2024-01-01' });
    await operations.move(general, west, { effectiveOn: '2022-01-01' });
    expect(await seen(stays, '2021-06-01')).toBe('随行支部 < 东党委 < 总支');
    expect(await seen(stays, '2022-06-01')).toBe('随行支部 < 西党委 < 总支');
    expect(await seen(comes, '2023-12-31')).toBe('后来支部 < 西党委');
    expect(await seen(comes, '2024-01-01')).toBe('后来支部 < 西党委 < 总支');
    const within = async (asOf: string) =>
      (
        await world.as(world.staff).query<{
          organizations: { nodes: { name: string }[] };
        }>(`query ($within: ID, $asOf: Date) { organizations(first: 50, within: $within, asOf: $asOf) { nodes { name } } }`, { within: general.id, asOf })
      ).organizations.nodes.map(({ name }) => name);
    expect(await within('2023-12-31')).toEqual(['总支', '随行支部']);
    expect(await within('2024-01-01')).toEqual(['总支', '随行支部', '后来支部']);
  });

  it('makes no cycle on any day of the past', async () => {
    const first = await world.organization('先党委', { type: 'COMMITTEE', under: east });
    const second = await world.organization('后党委', { type: 'COMMITTEE', under: first });
    await operations.move(second, west, { effectiveOn: '2024-01-01' });
    await expect(operations.move(first, second, { effectiveOn: '2023-01-01' })).rejects.toEqual(
      refusal('MOVE_BELOW_ITSELF'),
    );
    await expect(operations.move(first, second, { effectiveOn: '2024-01-01' })).resolves.toBeTruthy();
  });

  it('keeps the dissolved visible as of the days they were there', async () => {
    const branch = await world.branch('曾有支部', { under: east });
    await operations.rename(branch, '曾有过支部', { effectiveOn: '2024-02-01' });
    await expect(operations.dissolve(branch, { effectiveOn: '2024-01-01' })).rejects.toEqual(
      refusal('LATER_OPERATION'),
    );
    await operations.dissolve(branch, { effectiveOn: '2025-03-01' });
    expect((await operations.look<Seen>(branch, above, '2025-02-28')).status).toBe('ACTIVE');
    expect((await operations.look<Seen>(branch, above, '2025-03-01')).status).toBe('DISSOLVED');
    await expect(operations.found({ parentId: east.id, name: '曾有过支部', code: 'CY-2' })).resolves.toBeTruthy();
  });

  it('refuses days before the founding and too far ahead', async () => {
    const branch = await world.branch('日期支部', { under: east, foundedOn: '2020-01-01' });
    await expect(operations.rename(branch, '新', { effectiveOn: '2019-12-31' })).rejects.toEqual(
      refusal('BEFORE_FOUNDING'),
    );
    await expect(operations.rename(branch, '新', { effectiveOn: '2099-01-01' })).rejects.toEqual(
      refusal('TOO_FAR_AHEAD'),
    );
    await expect(operations.rename(branch, '新', { effectiveOn: '2020-01-01' })).resolves.toBeTruthy();
  });

  describe('operations for a later day', () => {
    const ledger = 'name status operations(first: 5) { nodes { kind pending refusal { zh } } }';
    const midnight = '2026-10-01T00:00:00+08:00';
    /** Sets the clock and signs staff in again: sessions end when nobody uses them for half an hour. */
    const at = async (instant: string) => {
      world.clock.set(instant);
      const account = { id: world.staff.accountId, associationId: world.associationId };
      const caller = { address: null, userAgent: null };
      const { token } = await world.write((tx) => world.app.get(SessionService).create(tx, account, caller));
      world.staff = { ...world.staff, cookie: `dangwu_session=${token}` };
      operations = new Operations(world);
    };
    afterEach(() => at('2026-09-18T02:20:00Z'));
    const run = () => world.app.get(OrganizationEffectiveJob).run();

    it('wait, and are carried out once at 00:00 of the day', async () => {
      const branch = await world.branch('待改名支部', { under: east });
      await operations.rename(branch, '改名支部', { effectiveOn: '2026-10-01' });
      await at('2026-09-30T23:59:59+08:00');
      await run();
      expect(await operations.look(branch, ledger)).toMatchObject({
        name: '待改名支部',
        operations: { nodes: [{ kind: 'RENAMED', pending: true }, { kind: 'FOUNDED' }] },
      });
      await at(midnight);
      await Promise.all([run(), run()]);
      await run();
      expect(await operations.look(branch, `${ledger} version`)).toMatchObject({
        name: '改名支部',
        version: 2,
        operations: { nodes: [{ kind: 'RENAMED', pending: false, refusal: null }, { kind: 'FOUNDED' }] },
      });
      expect(await seen(branch, '2026-09-30')).toBe('待改名支部 < 东党委');
    });

    it('prepare an organization until its founding day', async () => {
      const founded = await operations.found({
        parentId: east.id,
        name: '筹建支部',
        code: 'CJ-1',
        effectiveOn: '2026-10-01',
      });
      expect(founded.status).toBe('PREPARING');
      await expect(operations.rename(founded, '早改')).rejects.toEqual(refusal('NOT_FOUNDED_YET'));
      await expect(
        operations.found({ parentId: founded.id, name: '小组', code: 'CJ-2', type: 'PARTY_GROUP' }),
      ).rejects.toEqual(refusal('PARENT_NOT_ACTIVE'));
      await at(midnight);
      await run();
      expect((await operations.look(founded)).status).toBe('ACTIVE');
      expect(await seen(founded, '2026-09-20')).toBe('筹建支部 < 东党委');
    });

    it('are refused on the day when they have become impossible, and their author is told', async () => {
      const general = await world.organization('将撤总支', { type: 'GENERAL_BRANCH', under: east });
      const branch = await world.branch('赖着支部', { under: general });
      await operations.dissolve(general, { effectiveOn: '2026-10-01' });
      await at(midnight);
      await run();
      const state = await operations.look<{ status: string; operations: { nodes: { refusal: { zh: string } }[] } }>(
        general,
        ledger,
      );
      expect(state.status).toBe('ACTIVE');
      expect(state.operations.nodes[0]!.refusal.zh).toContain('赖着支部');
      const bell = await world
        .as(world.staff)
        .query<{ notifications: { nodes: { kind: string }[] } }>(`{ notifications(first: 1) { nodes { kind } } }`);
      expect(bell.notifications.nodes[0]?.kind).toBe('ORGANIZATION_OPERATION_REFUSED');
      // the allowed twin: nothing below any more
      await operations.dissolve(branch, { effectiveOn: '2026-10-01' });
      await operations.dissolve(general, { effectiveOn: '2026-10-01' });
      expect((await operations.look(general)).status).toBe('DISSOLVED');
    });
  });
});
