import { createWorld, type Actor, type World } from '@dangwu/testing';
import { Operations } from './trial/operations';

describe('who may do what with organizations', () => {
  let world: World;
  let general: { id: string };
  let branch: { id: string };
  let guided: { id: string };
  let belowGuided: { id: string };
  beforeAll(async () => {
    world = await createWorld();
    general = await world.organization('机关党总支', { type: 'GENERAL_BRANCH' });
    branch = await world.branch('第一支部', { under: general });
    guided = await world.organization('会员单位党委', { type: 'COMMITTEE', relation: 'GUIDES' });
    belowGuided = await world.branch('会员单位支部', { under: guided });
  });
  afterAll(() => world.close());

  const missing = expect.objectContaining({
    code: 'FORBIDDEN',
    params: expect.objectContaining({ permission: 'organization.maintain' }),
  });
  const names = async (actor: Actor): Promise<string[]> => {
    const data = await world
      .as(actor)
      .query<{ partyOrganizations: { nodes: { name: string }[] } }>(
        `{ partyOrganizations(first: 50) { nodes { name } } }`,
      );
    return data.partyOrganizations.nodes.map(({ name }) => name);
  };

  it('shows identities to everyone signed in, details only where organization.read is held', async () => {
    const secretary = await world.account('SECRETARY', general);
    const ask = (of: { id: string }) =>
      world.as(secretary).query<{
        organization: { name: string; details: object | null };
      }>(`query ($id: ID!) { organization(id: $id) { name details { foundedOn } } }`, { id: of.id });
    expect((await ask(guided)).organization).toEqual({ name: '会员单位党委', details: null });
    expect((await ask(branch)).organization).toEqual({ name: '第一支部', details: { foundedOn: '2020-01-01' } });
    const read = (of: { id: string }) =>
      world.as(secretary).query(`query ($id: ID!) { partyOrganization(id: $id) { name } }`, { id: of.id });
    expect(await read(guided)).toEqual({ partyOrganization: null });
    expect(await read(branch)).toEqual({ partyOrganization: { name: '第一支部' } });
  });

  it('reads along LEADS edges, staff across GUIDES edges too', async () => {
    expect(await names(await world.account('LEADER', world.root))).toEqual([
      '示范行业协会党委（功能型）',
      '机关党总支',
      '第一支部',
    ]);
    expect(await names(world.staff)).toHaveLength(5);
    expect(await names(await world.account('SECRETARY', guided))).toEqual(['会员单位党委', '会员单位支部']);
  });

  it('refuses strangers', async () => {
    await expect(world.as(null).query(`{ organizations(first: 1) { totalCount } }`)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });

  it.each(['MEMBER', 'EXPERT', 'LEADER', 'SECRETARY', 'COMMITTEE_MEMBER'] as const)(
    'lets no %s write',
    async (role) => {
      const operations = new Operations(world, await world.account(role, general));
      await expect(operations.rename(branch, '改名')).rejects.toEqual(missing);
      await expect(operations.found({ parentId: general.id, name: '新', code: 'X-1' })).rejects.toEqual(missing);
      await expect(operations.dissolve(branch)).rejects.toEqual(missing);
    },
  );

  it('lets staff write below the organization of their grant only, on both ends of a move', async () => {
    const operations = new Operations(world, await world.account('PARTY_STAFF', general));
    await expect(operations.rename(branch, '第一党支部')).resolves.toMatchObject({ name: '第一党支部' });
    await expect(operations.rename(belowGuided, '改名')).rejects.toEqual(missing);
    await expect(operations.found({ parentId: guided.id, name: '新', code: 'X-2' })).rejects.toEqual(missing);
    await expect(operations.found({ parentId: general.id, name: '新', code: 'X-2' })).resolves.toBeTruthy();
    await expect(operations.move(branch, guided)).rejects.toEqual(missing);
    await expect(operations.move(belowGuided, general)).rejects.toEqual(missing);
    const everywhere = new Operations(world);
    await expect(everywhere.move(belowGuided, general)).resolves.toBeTruthy();
    await expect(everywhere.move(belowGuided, guided)).resolves.toBeTruthy();
  });

  it('says what the viewer may do', async () => {
    const ask = async (actor: Actor) => {
      const data = await world.as(actor).query<{
        partyOrganization: { viewerCan: object };
      }>(`query ($id: ID!) { partyOrganization(id: $id) { viewerCan { maintain export } } }`, { id: branch.id });
      return data.partyOrganization.viewerCan;
    };
    expect(await ask(world.staff)).toEqual({ maintain: true, export: true });
    expect(await ask(await world.account('SECRETARY', general))).toEqual({ maintain: false, export: true });
    expect(await ask(await world.account('LEADER', general))).toEqual({ maintain: false, export: false });
  });

  it('answers the same for what is not there and what is not of the association', async () => {
    const nowhere = { id: 'PartyOrganization_01930000000070008000000000000000' };
    const operations = new Operations(world);
    await expect(operations.look(nowhere)).resolves.toBeNull();
    await expect(
      world
        .as(world.staff)
        .mutate(`mutation ($input: DissolveOrganizationInput!) { dissolveOrganization(input: $input) { id } }`, {
          input: { ...nowhere, version: 1, effectiveOn: '2026-09-18', basis: '依据' },
        }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('records who did what', async () => {
    await new Operations(world).rename(guided, '会员单位新党委');
    const events = await world.write((tx) =>
      tx.query(
        `select action, account_id, before, after from audit_event where subject_id is not null order by id desc limit 1`,
      ),
    );
    expect(events).toEqual([
      {
        action: 'renameOrganization',
        account_id: world.staff.accountId,
        before: { name: '会员单位党委' },
        after: { name: '会员单位新党委', effectiveOn: '2026-09-18' },
      },
    ]);
  });
});
