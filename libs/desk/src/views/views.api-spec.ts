import { createWorld, type Actor, type World } from '@dangwu/testing';

interface View {
  readonly id: string;
  readonly version: number;
  readonly name: string;
}
const shown = 'id version name state isDefault audience organizationId';

describe('saved views', () => {
  let world: World;
  let led: { id: string };
  let guided: { id: string };
  let secretary: Actor;
  beforeAll(async () => {
    world = await createWorld();
    led = await world.organization('机关党总支', { type: 'GENERAL_BRANCH' });
    guided = await world.organization('会员单位党委', { type: 'COMMITTEE', relation: 'GUIDES', tier: 'MEMBER_UNIT' });
    secretary = await world.account('SECRETARY', led);
  });
  afterAll(() => world.close());

  const send = async <T = View>(actor: Actor, name: string, input: object): Promise<T> => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${name}(input: $input) { ${shown} } }`;
    return (await world.as(actor).mutate<Record<string, T>>(document, { input }))[name]!;
  };
  const save = (actor: Actor, name: string, more: object = {}): Promise<View> =>
    send(actor, 'saveView', { ledger: 'UNITS', name, state: 'qualifying=1&order=MEMBERS', ...more });
  const own = async (actor: Actor, ledger = 'UNITS'): Promise<(View & { isDefault: boolean })[]> =>
    (
      await world
        .as(actor)
        .query<{ savedViews: (View & { isDefault: boolean })[] }>(`{ savedViews(ledger: ${ledger}) { ${shown} } }`)
    ).savedViews;
  const names = (views: readonly View[]): string[] => views.map(({ name }) => name);
  const shared = async (actor: Actor): Promise<{ everyone: string[]; organizations: string[] }> => {
    const data = await world.as(actor).query<Record<'a' | 'o', { nodes: { name: string; ownerName: string }[] }>>(
      `{ a: associationViews(ledger: UNITS, first: 9) { nodes { name ownerName savedViewId state } }
         o: organizationViews(ledger: UNITS, first: 9) { nodes { name ownerName savedViewId organizationId } } }`,
    );
    const say = (views: { name: string; ownerName: string }[]) => views.map((one) => `${one.name}·${one.ownerName}`);
    return { everyone: say(data.a.nodes), organizations: say(data.o.nodes) };
  };

  it('are kept by everyone for oneself, and nobody else sees or changes them', async () => {
    const member = await world.account('COMMITTEE_MEMBER', led);
    const view = await save(member, ' 够条件的 ');
    expect(await own(member)).toEqual([
      expect.objectContaining({ name: '够条件的', audience: 'OWNER', isDefault: false, organizationId: null }),
    ]);
    expect(await own(member, 'RULES')).toEqual([]);
    expect(await own(world.staff)).toEqual([]);
    expect((await shared(world.staff)).everyone).toEqual([]);
    for (const [name, input] of [
      ['renameView', { ...dated(view), name: '别人的' }],
      ['changeViewState', { id: view.id, version: 1, state: '' }],
      ['shareView', { id: view.id, version: 1, audience: 'OWNER' }],
      ['deleteView', { id: view.id }],
      ['chooseDefaultView', { ledger: 'UNITS', id: view.id }],
    ] as const)
      await expect(send(world.staff, name, input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(world.as(null).query(`{ savedViews(ledger: UNITS) { id } }`)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });

  it('have names of their own, and are changed as they were read', async () => {
    const actor = await world.account('COMMITTEE_MEMBER', led);
    const view = await save(actor, '一');
    await expect(save(actor, '一 ')).rejects.toMatchObject({ code: 'CONFLICT', reason: 'VIEW_NAME_TAKEN' });
    expect((await save(actor, '一', { ledger: 'RULES' })).name).toBe('一');
    const second = await save(actor, '二');
    await expect(send(actor, 'renameView', { ...dated(second), name: '一' })).rejects.toMatchObject({
      reason: 'VIEW_NAME_TAKEN',
    });
    const renamed = await send(actor, 'renameView', { id: view.id, version: view.version, name: '甲' });
    expect(renamed).toMatchObject({ name: '甲', version: view.version + 1 });
    await expect(
      send(actor, 'changeViewState', { id: view.id, version: view.version, state: 'tiers=COUNCIL' }),
    ).rejects.toMatchObject({ code: 'CONFLICT', reason: 'STALE_VERSION' });
    const state = 'search=%E5%85%9A&columns=kind.tier';
    expect(await send(actor, 'changeViewState', { id: view.id, version: renamed.version, state })).toMatchObject({
      state,
    });
    await expect(save(actor, '坏', { state: 'a=<script>' })).rejects.toMatchObject({ reason: 'INVALID_FIELDS' });
    const numbers = ['search=139+1234-5678', 'search=11010519491231002X', 'search=%EF%BC%91%EF%BC%93812345678'];
    for (const number of numbers) {
      await expect(save(actor, '号码', { state: number })).rejects.toMatchObject({ reason: 'VIEW_HOLDS_NUMBER' });
      const { id, version } = second;
      await expect(send(actor, 'changeViewState', { id, version, state: number })).rejects.toMatchObject({
        reason: 'VIEW_HOLDS_NUMBER',
      });
    }
  });

  it('stand in the order chosen, and one of them opens the ledger', async () => {
    const actor = await world.account('COMMITTEE_MEMBER', led);
    const [a, b, c] = [await save(actor, 'a'), await save(actor, 'b'), await save(actor, 'c')];
    const arrange = (ids: string[]) => send<View[]>(actor, 'arrangeViews', { ledger: 'UNITS', ids });
    expect(names(await arrange([c.id, a.id, b.id]))).toEqual(['c', 'a', 'b']);
    await expect(arrange([a.id, b.id])).rejects.toMatchObject({ code: 'CONFLICT', reason: 'VIEWS_CHANGED' });
    await expect(arrange([a.id, b.id, b.id])).rejects.toMatchObject({ reason: 'VIEWS_CHANGED' });
    const opensWith = async (id: string | null) =>
      (await send<(View & { isDefault: boolean })[]>(actor, 'chooseDefaultView', { ledger: 'UNITS', id }))
        .filter(({ isDefault }) => isDefault)
        .map(({ name }) => name);
    expect(await opensWith(a.id)).toEqual(['a']);
    expect(await opensWith(b.id)).toEqual(['b']);
    expect(names(await send<View[]>(actor, 'deleteView', { id: b.id }))).toEqual(['c', 'a']);
    expect(await opensWith(null)).toEqual([]);
    expect(names([await save(actor, 'b')])).toEqual(['b']);
    expect(names(await own(actor))).toEqual(['c', 'a', 'b']);
  });

  it('are shared with those who may read an organization, by who may share there', async () => {
    const mine = await save(secretary, '本总支的');
    const colleague = await world.account('COMMITTEE_MEMBER', led);
    const elsewhere = await world.account('COMMITTEE_MEMBER', guided);
    const share = (organizationId: string | null, audience = 'ORGANIZATION', version = mine.version) =>
      send(secretary, 'shareView', { id: mine.id, version, audience, organizationId });
    await expect(share(guided.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(share(null)).rejects.toMatchObject({ reason: 'VIEW_AUDIENCE_MISFIT' });
    await expect(share(null, 'ASSOCIATION')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const member = await world.account('LEADER', guided);
    const theirs = await save(member, '领导的');
    await expect(
      send(member, 'shareView', { ...dated(theirs), audience: 'ORGANIZATION', organizationId: led.id }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const sharedView = await share(led.id);
    expect(sharedView).toMatchObject({ audience: 'ORGANIZATION', organizationId: led.id });
    expect((await shared(colleague)).organizations).toEqual([expect.stringMatching(/^本总支的·测试/)]);
    expect((await shared(world.staff)).organizations).toHaveLength(1);
    expect((await shared(elsewhere)).organizations).toEqual([]);
    expect((await shared(member)).organizations).toEqual([]);
    await expect(send(colleague, 'deleteView', { id: mine.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await share(null, 'OWNER', sharedView.version);
    expect((await shared(colleague)).organizations).toEqual([]);
  });

  it('are shared with everyone by who may do so everywhere, until they are deleted', async () => {
    const view = await save(world.staff, '全协会的');
    await send(world.staff, 'shareView', { ...dated(view), audience: 'ASSOCIATION' });
    const member = await world.account('LEADER', guided);
    expect((await shared(member)).everyone).toEqual([expect.stringMatching(/^全协会的·/)]);
    await send(world.staff, 'deleteView', { id: view.id });
    expect((await shared(member)).everyone).toEqual([]);
    const told = await world.write((tx) =>
      tx.query<{ action: string }[]>(
        `select action from audit_event where account_id = $1 and subject_type = 'SavedView' order by id`,
        [world.staff.accountId],
      ),
    );
    expect(told.map(({ action }) => action)).toEqual(['view.save', 'view.share', 'view.delete']);
  });

  it('of a ledger are for those who may read it, where they may', async () => {
    const of = async (actor: Actor, ledger: string) => {
      const data = await world.as(actor).query<Record<'a' | 'o', { nodes: { name: string }[] }>>(
        `{ a: associationViews(ledger: ${ledger}, first: 9) { nodes { name } }
           o: organizationViews(ledger: ${ledger}, first: 9) { nodes { name } } }`,
      );
      return { everyone: data.a.nodes.map(({ name }) => name), here: data.o.nodes.map(({ name }) => name) };
    };
    const forbidden = { code: 'FORBIDDEN', params: { permission: 'member.read' } };
    // reads organizations and units there, not members
    const leader = await world.account('LEADER', led);
    for (const ledger of ['MEMBERS', 'TEAMS']) {
      const everyones = await save(world.staff, `全协会${ledger}`, { ledger, state: '' });
      await send(world.staff, 'shareView', { ...dated(everyones), audience: 'ASSOCIATION' });
      const local = await save(secretary, `本总支${ledger}`, { ledger, state: '' });
      const audience = { audience: 'ORGANIZATION', organizationId: led.id };
      await send(secretary, 'shareView', { ...dated(local), ...audience });
      const officer = await world.account('DISCIPLINE_OFFICER', led);
      expect(await of(officer, ledger)).toEqual({ everyone: [`全协会${ledger}`], here: [`本总支${ledger}`] });
      const elsewhere = await world.account('DISCIPLINE_OFFICER', guided);
      expect(await of(elsewhere, ledger)).toEqual({ everyone: [`全协会${ledger}`], here: [] });
      await expect(of(leader, ledger)).rejects.toMatchObject(forbidden);
      await expect(own(leader, ledger)).rejects.toMatchObject(forbidden);
      await expect(save(leader, '名单', { ledger })).rejects.toMatchObject(forbidden);
    }
    // at the organization the ledger's own right decides: both are read somewhere, members not there
    const both = await world.account('DISCIPLINE_OFFICER', guided);
    await world.write((tx) =>
      tx.query(
        `insert into access_grant (id, association_id, account_id, role, organization_id, since)
         select gen_random_uuid(), association_id, $1, 'LEADER', id, '2020-01-01'
         from party_organization where name = '机关党总支'`,
        [both.accountId],
      ),
    );
    expect((await of(both, 'MEMBERS')).here).toEqual([]);
  });

  it('are lost with the right to read the ledger', async () => {
    const actor = await world.account('DISCIPLINE_OFFICER', led);
    const view = await save(actor, '我的党员', { ledger: 'MEMBERS', state: 'statuses=FULL' });
    await world.write((tx) =>
      tx.query(`update access_grant set since = '2026-01-01', until = '2026-09-01' where account_id = $1`, [
        actor.accountId,
      ]),
    );
    for (const [name, input] of [
      ['renameView', { ...dated(view), name: '别的' }],
      ['chooseDefaultView', { ledger: 'MEMBERS', id: view.id }],
      ['deleteView', { id: view.id }],
    ] as const)
      await expect(send(actor, name, input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(own(actor, 'MEMBERS')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('stay few enough to be found', async () => {
    const actor = await world.account('COMMITTEE_MEMBER', led);
    for (let i = 0; i < 50; i += 1) await save(actor, `视图 ${i}`);
    await expect(save(actor, '再一个')).rejects.toMatchObject({ reason: 'TOO_MANY_VIEWS' });
  });
});

const dated = ({ id, version }: View): { id: string; version: number } => ({ id, version });
