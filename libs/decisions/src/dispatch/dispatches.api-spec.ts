import { createWorld, type Actor, type World } from '@dangwu/testing';
import { Dispatches } from '../trial/dispatches';

let world: World;
let dispatches: Dispatches;
let committee: { id: string };
let branch: { id: string };
let group: { id: string };
let secretary: Actor;
let above: Actor;
let today: string;
beforeAll(async () => {
  world = await createWorld();
  dispatches = new Dispatches(world);
  committee = await world.organization('秘书处机关党委', { type: 'COMMITTEE' });
  branch = await world.branch('标准部党支部', { under: committee });
  group = await world.organization('标准部第一党小组', { type: 'PARTY_GROUP', under: branch });
  secretary = await world.account('SECRETARY', branch);
  above = await world.account('PARTY_STAFF', committee);
  today = world.clock.today();
});
afterAll(() => world.close());

const day = (offset: number): string => new Date(Date.parse(today) + offset * 86_400_000).toISOString().slice(0, 10);

describe('a request', () => {
  it('goes up, is received, replied to, followed up and closed, and each step waits for the other side', async () => {
    const fields = 'id version state number waitsFor deadline viewerCan { write answer }';
    const draft = await dispatches.draft(branch, { actOn: day(20) }, secretary);
    expect(draft).toMatchObject({ state: 'DRAFT', number: null, superiorName: '秘书处机关党委' });
    const issued = await dispatches.do('issueDispatch', draftOf(draft), secretary, fields);
    expect(issued).toMatchObject({
      state: 'ISSUED',
      number: `请〔${today.slice(0, 4)}〕1号`,
      waitsFor: 'SUPERIOR',
      deadline: day(20),
      viewerCan: { write: true, answer: false },
    });
    await expect(dispatches.step('recordDispatchReceipt', issued, { on: today }, secretary)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(dispatches.step('recordDispatchReceipt', issued, { on: day(1) }, above)).rejects.toMatchObject({
      reason: 'DISPATCH_DAY',
    });
    const received = await dispatches.step('recordDispatchReceipt', issued, { on: today }, above);
    const changes = { outcome: 'APPROVED_WITH_CHANGES', on: today };
    await expect(dispatches.step('recordDispatchReply', received, changes, above)).rejects.toMatchObject({
      reason: 'DISPATCH_REPLY_WORDS',
    });
    const reply = { ...changes, number: '机党复〔2026〕3号', text: '候选人差额增加一名。', followUpDueOn: day(5) };
    const replied = await dispatches.step('recordDispatchReply', received, reply, above);
    await expect(dispatches.step('closeDispatch', replied, {}, secretary)).rejects.toMatchObject({
      reason: 'DISPATCH_STATE',
    });
    const told = await dispatches.step(
      'recordDispatchFollowUp',
      replied,
      { on: today, text: '已完成换届。' },
      secretary,
    );
    const closed = await dispatches.step('closeDispatch', told, {}, secretary);
    const read = await dispatches.read<{ steps: { kind: string; text: string | null }[] }>(
      closed.id,
      'state waitsFor deadline overdue steps { kind on text actorName }',
    );
    expect(read).toMatchObject({ state: 'CLOSED', waitsFor: null, deadline: null, overdue: false });
    expect(read.steps.map(({ kind }) => kind).reverse()).toEqual([
      'DRAFTED',
      'ISSUED',
      'RECEIVED',
      'REPLIED',
      'FOLLOWED_UP',
      'CLOSED',
    ]);
    expect(read.steps[2]).toMatchObject({ text: '机党复〔2026〕3号 · 候选人差额增加一名。' });
  });

  it('comes before the act, or is urgent with a reason and owes a report', async () => {
    const late = await dispatches.draft(branch, { actOn: today }, secretary);
    await expect(dispatches.step('issueDispatch', late, {}, secretary)).rejects.toMatchObject({
      code: 'RULE_VIOLATION',
      reason: 'DISPATCH_BEFORE',
      messages: { zh: expect.stringMatching(/事前请示.*第十九条/) },
    });
    const urgent = Dispatches.facts({ actOn: today, urgentReason: '会场只有当天可用。' });
    const changed = await dispatches.do('changeDispatch', { ...draftOf(late), ...urgent }, secretary);
    const issued = await dispatches.step('issueDispatch', changed, {}, secretary);
    expect(await dispatches.read(issued.id, 'followUpAsked followUpDueOn')).toEqual({
      followUpAsked: true,
      followUpDueOn: day(7),
    });
  });

  it('is about one matter and copied to nobody below; one that passes over a level says why', async () => {
    const refusedFor = async (more: object): Promise<unknown> => {
      const draft = await dispatches.draft(branch, more, secretary);
      return dispatches.step('issueDispatch', draft, {}, secretary).catch((error: { reason: string }) => error.reason);
    };
    expect(await refusedFor({ title: '关于召开换届大会、购置学习设备的请示' })).toBe('DISPATCH_ONE_MATTER');
    expect(await refusedFor({ copies: ['标准部第一党小组'] })).toBe('DISPATCH_COPIED_BELOW');
    expect(await refusedFor({ superiorOrganizationId: world.root!.id })).toBe('DISPATCH_LEVEL');
    expect(await refusedFor({ body: '' })).toBe('DISPATCH_INCOMPLETE');
    const reasoned = { superiorOrganizationId: world.root!.id, levelReason: '机关党委书记回避。' };
    expect(await refusedFor(reasoned)).toMatchObject({ state: 'ISSUED' });
    await expect(dispatches.draft(branch, { superiorOrganizationId: group.id }, secretary)).rejects.toMatchObject({
      reason: 'DISPATCH_SUPERIOR',
    });
  });
});

describe('the matter it is about', () => {
  it('is one that the writer can see, and shown to whoever may', async () => {
    const draftMatter = 'mutation ($input: DraftMatterInput!) { draftMatter(input: $input) { id } }';
    const matter = { organizationId: branch.id, category: 'MAJOR_PROJECT', title: '公共服务平台建设' };
    const { draftMatter: made } = await world
      .as(secretary)
      .mutate<{ draftMatter: { id: string } }>(draftMatter, { input: matter });
    const draft = await dispatches.draft(branch, { matterId: made.id }, secretary);
    expect(await dispatches.read(draft.id, 'matter { title }', secretary)).toEqual({
      matter: { title: '公共服务平台建设' },
    });
    const stranger = await world.branch('物业党支部', { under: committee });
    const writer = await world.account('SECRETARY', stranger);
    await expect(dispatches.draft(stranger, { matterId: made.id }, writer)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('a report', () => {
  const report = { kind: 'REPORT', title: '上半年党建工作情况的报告', body: '现将情况报告如下。' };

  it('holds no request, and the refusal quotes the words; it closes once it was received', async () => {
    const hidden = { ...report, body: '现将情况报告如下。\n拟增加经费，请予审批。' };
    const draft = await dispatches.draft(branch, hidden, secretary);
    await expect(dispatches.step('issueDispatch', draft, {}, secretary)).rejects.toMatchObject({
      reason: 'DISPATCH_HIDDEN_REQUEST',
      messages: { zh: expect.stringMatching(/“请予审批”.*第二十条/) },
    });
    const changed = await dispatches.do('changeDispatch', { ...draftOf(draft), ...report }, secretary);
    const issued = await dispatches.step('issueDispatch', changed, {}, secretary);
    expect(issued.number).toMatch(/^报〔\d{4}〕1号$/);
    const received = await dispatches.step('recordDispatchReceipt', issued, { on: today }, above);
    expect(await dispatches.step('closeDispatch', received, {}, secretary)).toMatchObject({ state: 'CLOSED' });
  });

  it('on several matters is told so and issued nevertheless', async () => {
    const several = { ...report, title: '关于召开换届大会、购置学习设备的报告' };
    const checks = await dispatches.checks(branch, several, secretary);
    expect(checks.map(({ kind, passed, refuses }) => [kind, passed, refuses])).toEqual([
      ['ONE_LEVEL_UP', true, false],
      ['ONE_MATTER', false, false],
      ['NO_HIDDEN_REQUEST', true, false],
      ['GUIDE_COPIED', true, false],
    ]);
    const draft = await dispatches.draft(branch, several, secretary);
    expect(await dispatches.step('issueDispatch', draft, {}, secretary)).toMatchObject({ state: 'ISSUED' });
  });
});

describe('while it is being written', () => {
  it('the checks find what issuing refuses', async () => {
    const more = {
      title: '关于两项工作的请示',
      actOn: day(-1),
      superiorName: '上级党委',
      copies: ['标准部第一党小组'],
    };
    const checks = await dispatches.checks(branch, more, secretary);
    expect(checks.filter(({ refuses }) => refuses).map(({ ruleKey }) => ruleKey)).toEqual([
      'req.level',
      'req.oneMatter',
      'req.before',
      'req.copies',
    ]);
    expect(checks[0]!.message!.zh).toContain('秘书处机关党委');
  });

  it('whoever is guided writes outside and sends its guide a copy', async () => {
    const guided = await world.branch('分会党支部', { relation: 'GUIDES', tier: 'BRANCH_INSTITUTION' });
    const { dispatchSuperiors } = await world
      .as(secretary)
      .query<{ dispatchSuperiors: object[] }>(
        `query ($id: ID!) { dispatchSuperiors(organizationId: $id) { name level organizationId } }`,
        { id: branch.id },
      );
    expect(dispatchSuperiors).toEqual([
      { name: '秘书处机关党委', level: 1, organizationId: committee.id },
      expect.objectContaining({ level: 2, organizationId: world.root!.id }),
    ]);
    const kept = await dispatches.draft(guided, { superiorName: '科技社团党委' });
    const guide = await dispatches.read<{ copies: string[] }>(kept.id, 'copies');
    expect(guide.copies).toHaveLength(1);
    const dropped = await dispatches.draft(guided, { superiorName: '科技社团党委', copies: [] });
    await expect(dispatches.step('issueDispatch', dropped)).rejects.toMatchObject({ reason: 'DISPATCH_GUIDE_COPY' });
    // of a body outside the tree the sender records receipt and reply
    const issued = await dispatches.step('issueDispatch', kept);
    const received = await dispatches.step('recordDispatchReceipt', issued, { on: today });
    const replied = await dispatches.step('recordDispatchReply', received, { outcome: 'APPROVED', on: today });
    expect(replied.state).toBe('REPLIED');
  });
});

describe('the register', () => {
  it('shows each side what waits for it, and what is overdue', async () => {
    const place = await world.branch('信息部党支部', { under: committee });
    const writer = await world.account('SECRETARY', place);
    const draft = await dispatches.draft(place, { dueOn: day(-3) }, writer);
    const sent = await dispatches.draft(place, { title: '关于增补支部委员的请示' }, writer);
    await dispatches.step('issueDispatch', sent, {}, writer);
    const list = async (actor: Actor, filter: object): Promise<string[]> => {
      const { dispatches: found } = await world.as(actor).query<{ dispatches: { nodes: { id: string }[] } }>(
        `query ($filter: DispatchFilter, $within: ID) {
           dispatches(first: 50, filter: $filter, within: $within, order: DEADLINE) { nodes { id } } }`,
        { filter, within: place.id },
      );
      return found.nodes.map(({ id }) => id);
    };
    expect(await list(writer, { waitingForMe: true })).toEqual([draft.id]);
    expect(await list(above, { waitingForMe: true })).toEqual([sent.id]);
    expect(await list(writer, { overdue: true })).toEqual([draft.id]);
    expect(await list(writer, { search: '增补', kinds: ['REQUEST'], states: ['ISSUED'] })).toEqual([sent.id]);
    const leader = await world.account('LEADER', committee);
    expect(await list(leader, { waitingForMe: true })).toEqual([]);
    const other = await world.account('SECRETARY', await world.branch('财务部党支部', { under: committee }));
    expect(await list(other, {})).toEqual([]);
    await expect(dispatches.step('withdrawDispatch', draft, { reason: '并入年度报告' }, other)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const withdrawn = await dispatches.step('withdrawDispatch', draft, { reason: '并入年度报告' }, writer);
    expect(withdrawn.state).toBe('WITHDRAWN');
  });
});

const draftOf = ({ id, version }: { id: string; version: number }) => ({ id, version });
