import { readWorkbook } from '@dangwu/imports';
import { createWorld, type Actor, type World } from '@dangwu/testing';
import { Operations } from './trial/operations';

interface Job {
  readonly state: string;
  readonly message: { readonly zh: string } | null;
  readonly file: { readonly url: string; readonly name: string } | null;
}

describe('lists, figures, consequences, exports', () => {
  let world: World;
  let operations: Operations;
  let general: { id: string };
  let guided: { id: string };
  beforeAll(async () => {
    world = await createWorld();
    operations = new Operations(world);
    general = await world.organization('机关党总支', { type: 'GENERAL_BRANCH' });
    guided = await world.organization('会员单位党委', { type: 'COMMITTEE', relation: 'GUIDES', tier: 'MEMBER_UNIT' });
    await world.branch('第一支部', { under: general, reportedMemberCount: 2 });
    await world.branch('100%_支部', { under: guided, reportedMemberCount: 60, tier: 'MEMBER_UNIT' });
  });
  afterAll(() => world.close());

  const list = async (args: string, actor: Actor = world.staff) => {
    const { organizations } = await world
      .as(actor)
      .query<{ organizations: { nodes: { name: string }[] } }>(`{ organizations(${args}) { nodes { name } } }`);
    return organizations.nodes.map(({ name }) => name);
  };

  it.each([
    ['search: "第一"', ['第一支部']],
    ['search: "DYZB"', ['第一支部']],
    ['search: "jiguan"', ['机关党总支']],
    ['search: "w0004"', ['第一支部']],
    ['search: "%_"', ['100%_支部']],
    ['search: "_支"', ['100%_支部']],
    ['search: "（功能型"', ['示范行业协会党委（功能型）']],
    ['search: "(功能型"', ['示范行业协会党委（功能型）']],
    ['search: "\\\\"', []],
    ['types: [BRANCH], tiers: [MEMBER_UNIT]', ['100%_支部']],
    ['relations: [GUIDES]', ['会员单位党委']],
    ['rootsOnly: true', ['示范行业协会党委（功能型）']],
    ['flagged: true, search: "支部"', ['100%_支部', '第一支部']],
    ['flagged: false, search: "支部"', []],
  ])('filter { %s }', async (filter, expected) => {
    expect((await list(`first: 20, filter: { ${filter} }`)).sort()).toEqual([...expected].sort());
  });

  it('walks the tree in its order, and below one organization', async () => {
    expect(await list('first: 20')).toEqual([
      '示范行业协会党委（功能型）',
      '机关党总支',
      '第一支部',
      '会员单位党委',
      '100%_支部',
    ]);
    expect(await list(`first: 20, within: "${general.id}"`)).toEqual(['机关党总支', '第一支部']);
    expect(await list(`first: 20, filter: { parentId: "${guided.id}" }`)).toEqual(['100%_支部']);
  });

  it('counts what the viewer may read', async () => {
    const ask = async (actor: Actor, within?: { id: string }) => {
      const data = await world.as(actor).query<{ organizationFigures: Record<string, unknown> }>(
        `query ($within: ID) { organizationFigures(within: $within) {
           total led guided flagged termsEndingSoon termsOverdue byTier { tier count } byType { type count } } }`,
        { within: within?.id },
      );
      return data.organizationFigures;
    };
    expect(await ask(world.staff)).toMatchObject({
      total: 5,
      led: 3,
      guided: 1,
      flagged: 2,
      byTier: [
        { tier: 'SECRETARIAT', count: 2 },
        { tier: 'COUNCIL', count: 1 },
        { tier: 'MEMBER_UNIT', count: 2 },
      ],
    });
    expect(await ask(world.staff, guided)).toMatchObject({ total: 2, flagged: 1 });
    expect(await ask(await world.account('LEADER', world.root))).toMatchObject({ total: 3, guided: 0, flagged: 1 });
    expect(await ask(await world.account('LEADER', general), guided)).toMatchObject({ total: 0, byTier: [] });
  });

  it('tells the consequences of a move and writes nothing', async () => {
    await world.account('LEADER', world.root);
    await world.account('SECRETARY', guided);
    const ask = async (to: { id: string }, relation = 'LEADS') => {
      const data = await world.as(world.staff).query<{ moveConsequences: Record<string, unknown> }>(
        `query ($input: MoveConsequencesInput!) { moveConsequences(input: $input) { organizationCount newRelation
           from { name } to { name } accountsGaining accountsLosing refusals { zh en } warnings { zh } } }`,
        { input: { id: general.id, parentId: to.id, relation } },
      );
      return data.moveConsequences;
    };
    expect(await ask(guided)).toMatchObject({
      organizationCount: 2,
      from: { name: '示范行业协会党委（功能型）' },
      to: { name: '会员单位党委' },
      accountsGaining: 1,
      refusals: [],
    });
    expect((await ask(guided))['accountsLosing']).toBeGreaterThanOrEqual(1);
    expect(await ask(general)).toMatchObject({ refusals: [{ zh: expect.stringContaining('不能把“机关党总支”移到') }] });
    expect((await ask(world.root, 'GUIDES'))['warnings']).toEqual([{ zh: expect.stringContaining('由领导改为指导') }]);
    expect((await operations.look(general)).version).toBe(1);
  });

  it('answers consequences only to those who may move it', async () => {
    const input = { id: general.id, parentId: guided.id, relation: 'LEADS' };
    const ask = async (actor: Actor) =>
      world
        .as(actor)
        .query<{ moveConsequences: { refusals: { zh: string }[] } }>(
          `query ($input: MoveConsequencesInput!) { moveConsequences(input: $input) { refusals { zh } } }`,
          { input },
        );
    await expect(ask(await world.account('SECRETARY', general))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const { moveConsequences } = await ask(await world.account('PARTY_STAFF', general));
    expect(moveConsequences.refusals[0]?.zh).toContain('organization.maintain');
  });

  it('exports exactly what the list shows its asker', async () => {
    await world.work();
    const exported = async (actor: Actor, input: object = {}) => {
      const { exportOrganizations } = await world
        .as(actor)
        .mutate<{ exportOrganizations: { id: string } }>(
          `mutation ($input: ExportOrganizationsInput!) { exportOrganizations(input: $input) { id } }`,
          { input },
        );
      for (let tries = 0; tries < 150; tries++) {
        const { job } = await world
          .as(actor)
          .query<{ job: Job }>(`query ($id: ID!) { job(id: $id) { state message { zh } file { url name } } }`, {
            id: exportOrganizations.id,
          });
        if (job.state === 'FAILED') throw new Error(job.message?.zh);
        if (job.state === 'DONE') {
          const response = await fetch(`${world.url}${job.file!.url}`, { headers: { cookie: actor.cookie } });
          const [sheet] = await readWorkbook(Buffer.from(await response.arrayBuffer()));
          return sheet!.rows.slice(2).map((row) => row.cells.get(2)?.text);
        }
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error('the job did not end');
    };
    await world.organization('=危险 支部', { type: 'BRANCH', under: guided });
    expect(await exported(world.staff, { within: guided.id })).toEqual(['会员单位党委', '100%_支部', '=危险 支部']);
    expect(await exported(world.staff, { filter: { flagged: true }, order: 'CODE' })).toEqual([
      '第一支部',
      '100%_支部',
    ]);
    expect(await exported(await world.account('SECRETARY', world.root))).toEqual([
      '示范行业协会党委（功能型）',
      '机关党总支',
      '第一支部',
    ]);
    const leader = await world.account('LEADER', world.root);
    await expect(exported(leader)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('tells those who hold a role at an organization that it changed', async () => {
    const secretary = await world.account('SECRETARY', general);
    await operations.rename(general, '秘书处机关党总支');
    for (let tries = 0; ; tries++) {
      const { notifications } = await world
        .as(secretary)
        .query<{ notifications: { nodes: { kind: string; text: { zh: string } }[] } }>(
          `{ notifications(first: 1) { nodes { kind text { zh } } } }`,
        );
      const [told] = notifications.nodes;
      if (told) {
        expect(told).toMatchObject({ kind: 'ORGANIZATION_CHANGED', text: { zh: expect.stringContaining('更名') } });
        break;
      }
      if (tries > 100) throw new Error('nobody was told');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  });
});
