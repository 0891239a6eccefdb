import { createWorld, type Actor, type World } from '@dangwu/testing';
import { Matters, wan } from '../trial/matters';

let world: World;
let matters: Matters;
let branch: { id: string };
let secretary: Actor;
beforeAll(async () => {
  world = await createWorld();
  matters = new Matters(world);
  branch = await world.branch('标准部党支部');
  secretary = await world.account('SECRETARY', branch);
});
afterAll(() => world.close());

describe('a matter', () => {
  it('goes from its draft through the formal check and back, and comes as a second version with its difference', async () => {
    const draft = await matters.complete(branch, {}, secretary);
    expect(draft).toMatchObject({ state: 'DRAFT', versionNo: 0, number: null });
    const first = await matters.step('submitMatter', draft, {}, secretary);
    expect(first).toMatchObject({ state: 'SUBMITTED', versionNo: 1 });
    const returned = await matters.step('returnMatter', first, { reason: '没有资金来源说明。' });
    expect(returned.state).toBe('RETURNED');
    await expect(matters.step('submitMatter', returned, {}, secretary)).rejects.toMatchObject({
      reason: 'MATTER_UNCHANGED',
    });
    const { id, version } = returned;
    const set = { amountFen: wan(180), options: '分两期实施。' };
    const changed = await matters.do('changeMatter', { id, version, ...set }, secretary);
    const materials = await matters.handIn(changed, '资金来源与预算', secretary);
    expect(materials.map(({ kind, no, submitted }) => [kind, no, submitted])).toEqual([
      ['议题申请表', 1, true],
      ['资金来源与预算', 2, false],
      ['资金来源与预算', 1, true],
    ]);
    const second = await matters.step('submitMatter', changed, {}, secretary);
    const accepted = await matters.step('acceptMatter', second);
    expect(accepted).toMatchObject({ state: 'ACCEPTED', versionNo: 2, number: '前审〔2026〕1号' });
    const read = await matters.read<{ records: { kind: string; reason: string | null }[]; versions: object[] }>(
      id,
      `reason records { kind reason versionNo matterNo actorName } rule { reviewRequired materials amountTo }
       versions { no changes { field kind before after } }`,
    );
    expect(read.versions).toEqual([
      {
        no: 2,
        changes: [
          { field: 'amountFen', kind: null, before: wan(200), after: wan(180) },
          { field: 'options', kind: null, before: null, after: '分两期实施。' },
          { field: 'material', kind: '资金来源与预算', before: '资金来源与预算.csv', after: '资金来源与预算.csv' },
        ],
      },
      { no: 1, changes: [] },
    ]);
    expect(read.records.map(({ kind }) => kind).reverse()).toEqual([
      'DRAFTED',
      'MATERIAL_ADDED',
      'MATERIAL_ADDED',
      'SUBMITTED',
      'RETURNED',
      'CHANGED',
      'MATERIAL_ADDED',
      'SUBMITTED',
      'ACCEPTED',
    ]);
    expect(read).toMatchObject({ reason: null, rule: { reviewRequired: true, amountTo: wan(300) } });
  });

  it('is submitted with what its rule needs, and the refusal names the rule', async () => {
    const bare = await matters.draft(branch, { background: '', amountFen: null });
    await expect(matters.step('submitMatter', bare)).rejects.toMatchObject({
      reason: 'MATTER_INCOMPLETE',
      messages: { zh: expect.stringContaining('没有写背景和理由、没有写金额') },
    });
    const lacking = await matters.draft(branch, { amountFen: wan(300) });
    await expect(matters.step('submitMatter', lacking)).rejects.toMatchObject({
      code: 'RULE_VIOLATION',
      reason: 'MATTER_MATERIALS_MISSING',
      messages: { zh: expect.stringMatching(/议题申请表、可行性研究报告、资金来源与预算.*大额资金使用（秘书处）/) },
    });
    // without bands no amount is asked
    const personnel = await matters.draft(branch, { category: 'PERSONNEL', amountFen: null });
    await expect(matters.step('submitMatter', personnel)).rejects.toMatchObject({ reason: 'MATTER_MATERIALS_MISSING' });
    const unit = await world.branch('会员单位党支部', { relation: 'GUIDES', tier: 'MEMBER_UNIT' });
    await expect(matters.step('submitMatter', await matters.draft(unit))).rejects.toMatchObject({
      reason: 'MATTER_NO_RULE',
    });
  });

  it('keeps amounts to the fen, however large', async () => {
    const { id } = await matters.draft(branch, { amountFen: '999999999999999' });
    expect(await matters.read(id, 'amountFen')).toEqual({ amountFen: '999999999999999' });
    for (const amountFen of ['-1', '1.5', '007', '1e9', '9999999999999999'])
      await expect(matters.draft(branch, { amountFen })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('has an id of the caller’s own system once at an organization, also when it is sent twice at once', async () => {
    const sent = await Promise.allSettled([1, 2].map(() => matters.draft(branch, { externalId: 'OA-2026-17' })));
    expect(sent.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(matters.draft(branch, { externalId: 'OA-2026-17' })).rejects.toMatchObject({
      reason: 'MATTER_EXTERNAL_ID_TAKEN',
      messages: { zh: expect.stringContaining('公共服务平台建设') },
    });
    await matters.draft(await world.branch('信息部党支部'), { externalId: 'OA-2026-17' });
  });

  it('is urgent for a reason, and no longer without one', async () => {
    const urgent = await matters.draft(branch, { urgentReason: ' 汛期抢修 ' });
    expect(await matters.read(urgent.id, 'urgent urgentReason')).toEqual({ urgent: true, urgentReason: '汛期抢修' });
    await matters.do('changeMatter', { id: urgent.id, version: urgent.version, urgentReason: null });
    expect(await matters.read(urgent.id, 'urgent urgentReason')).toEqual({ urgent: false, urgentReason: null });
  });

  it('is changed against the version that was read', async () => {
    const { id, version } = await matters.draft(branch);
    await matters.do('changeMatter', { id, version, title: '改过的标题' });
    await expect(matters.do('changeMatter', { id, version, title: '别的标题' })).rejects.toMatchObject({
      reason: 'STALE_VERSION',
    });
  });

  it('is withdrawn for a reason and stays on record', async () => {
    const withdrawn = await matters.step('withdrawMatter', await matters.submitted(branch), { reason: '方案调整' });
    expect(withdrawn.state).toBe('WITHDRAWN');
    expect((await matters.events(withdrawn)).at(-1)).toMatchObject({ action: 'matter.withdraw' });
  });
});

describe('a draft', () => {
  it('is seen by those who propose there alone, until it is submitted', async () => {
    const institution = await world.branch('绿色低碳分会党支部', { relation: 'GUIDES', tier: 'BRANCH_INSTITUTION' });
    const own = await world.account('SECRETARY', institution);
    const member = await world.account('COMMITTEE_MEMBER', institution);
    const leader = await world.account('LEADER', world.root);
    const draft = await matters.draft(institution, { title: '尚未提交的事项' }, own);
    const [sheet] = await matters.handIn(draft, '议题申请表', own);
    await matters.handIn(draft, '资金来源与预算', own);
    const sees = async (actor: Actor) => {
      const { matters: page } = await world
        .as(actor)
        .query<{ matters: { totalCount: number } }>(
          `{ matters(first: 10, filter: { search: "尚未提交" }) { totalCount } }`,
        );
      const file = await fetch(`${world.url}${sheet!.url}`, { headers: { cookie: world.cookieOf(actor) } });
      return [await matters.read(draft.id, 'state', actor), page.totalCount, file.status];
    };
    for (const actor of [leader, member]) expect(await sees(actor)).toEqual([null, 0, 404]);
    expect(await sees(own)).toEqual([{ state: 'DRAFT' }, 1, 200]);
    // nor is it told apart from what is not there
    const splitting = `{ matterSplitting(id: "${draft.id}") { sign } }`;
    await expect(world.as(leader).query(splitting)).rejects.toMatchObject({ reason: 'UNKNOWN_ID' });

    await matters.step('submitMatter', draft, {}, own);
    for (const actor of [leader, member]) expect(await sees(actor)).toEqual([{ state: 'SUBMITTED' }, 1, 200]);
  });
});

describe('materials', () => {
  it('are what the caller uploaded, once, and are taken out only before they were submitted', async () => {
    const matter = await matters.draft(branch);
    const { id, version } = matter;
    const mine = await matters.upload();
    await expect(
      matters.do('addMatterMaterial', { id, version, kind: '议题申请表', fileId: mine }, secretary),
    ).rejects.toMatchObject({ reason: 'MATTER_FILE_UNKNOWN' });
    await matters.do('addMatterMaterial', { id, version, kind: '议题申请表', fileId: mine });
    await expect(matters.do('addMatterMaterial', { id, version, kind: '附件', fileId: mine })).rejects.toMatchObject({
      reason: 'MATTER_FILE_USED',
    });
    const kept = (await matters.handIn(matter, '资金来源与预算')).find(({ kind }) => kind === '资金来源与预算')!;
    const extra = (await matters.handIn(matter, '合同草案')).find(({ kind }) => kind === '合同草案')!;
    await matters.do('removeMatterMaterial', { id, version, materialId: extra.id });
    expect((await fetch(`${world.url}${extra.url}`, { headers: { cookie: world.staff.cookie } })).status).toBe(404);
    const returned = await matters.step('returnMatter', await matters.step('submitMatter', matter), { reason: '补充' });
    await expect(
      matters.do('removeMatterMaterial', { id, version: returned.version, materialId: kept.id }),
    ).rejects.toMatchObject({ reason: 'MATTER_MATERIAL_FROZEN' });
    const get = (actor: Actor) => fetch(`${world.url}${kept.url}`, { headers: { cookie: actor.cookie } });
    expect((await get(secretary)).status).toBe(200);
    expect((await get(await world.account('SECRETARY', await world.branch('别的党支部')))).status).toBe(404);
  });
});

describe('matters that may be one', () => {
  const splitting = (id: string, actor: Actor = world.staff) =>
    world
      .as(actor)
      .query<{ matterSplitting: { sign: string; sumFen: string; thresholdFen: string; rows: object[] }[] }>(
        `query ($id: ID!) { matterSplitting(id: $id) { sign days sumFen thresholdFen rows { title amountFen } } }`,
        { id },
      );

  it('are told with the rows: sums of one proposer above a band, titles alike', async () => {
    const at = await world.branch('会展部党支部');
    const first = await matters.submitted(at, { title: '会展中心大屏采购（一期）', amountFen: wan(180) });
    expect((await splitting(first.id)).matterSplitting).toEqual([]);
    const second = await matters.submitted(at, { title: '会展中心大屏采购（二期）', amountFen: wan(170) });
    const rows = [{ title: '会展中心大屏采购（一期）', amountFen: wan(180) }];
    expect((await splitting(second.id)).matterSplitting).toEqual([
      { sign: 'SUM', days: 90, sumFen: wan(350), thresholdFen: wan(300), rows },
      { sign: 'TITLE', days: 90, sumFen: null, thresholdFen: null, rows },
    ]);
  });

  it('not when they lie further back, below the band, or are another proposer’s of another name', async () => {
    const [at, other] = [await world.branch('法务部党支部'), await world.branch('外联部党支部')];
    const old = await matters.submitted(at, { title: '系统改造', amountFen: wan(290) });
    await matters.put(old, `submitted_at = submitted_at - interval '91 days'`);
    // what reaches the band alone was not divided
    const large = await matters.draft(at, { title: '展馆租赁', amountFen: wan(400) });
    const elsewhere = await matters.submitted(other, { title: '国际会议承办', amountFen: wan(290) });
    for (const kind of ['议题申请表', '可行性研究报告', '资金来源与预算']) await matters.handIn(large, kind);
    await matters.step('submitMatter', large);
    const one = await matters.submitted(at, { title: '年鉴编印', amountFen: wan(60) });
    const two = await matters.submitted(at, { title: '办公家具', amountFen: wan(55) });
    for (const { id } of [one, two, elsewhere]) expect((await splitting(id)).matterSplitting).toEqual([]);
    await expect(splitting(two.id, await world.account('SECRETARY', other))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
