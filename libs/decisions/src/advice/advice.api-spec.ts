import { RemindJob } from '@dangwu/activities';
import { globalId, localId } from '@dangwu/platform/ids';
import { createWorld, type Actor, type World } from '@dangwu/testing';
import { wan, type MatterAnswer } from '../trial/matters';
import { PlannedSessions } from '../trial/planned-sessions';

interface Advice {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly state: string;
  readonly stance: string | null;
  readonly score: number | null;
  readonly fileUrl: string | null;
}
interface Own extends Advice {
  readonly canAnswer: boolean;
  readonly matter: { readonly id: string; readonly title: string; readonly materials: { id: string; url: string }[] };
}

// the world's clock stands at 2026-09-18 10:20 in Shanghai, a Friday; the Sunday after it is worked for the National Day
let world: World;
let matters: PlannedSessions;
let branch: { id: string };
let [secretary, expert, another]: Actor[] = [];
beforeAll(async () => {
  world = await createWorld();
  matters = new PlannedSessions(world);
  branch = await world.branch('标准部党支部');
  const group = await world.organization('专家组', { type: 'EXPERT_GROUP', code: 'ZJ1' });
  secretary = await world.account('SECRETARY', branch);
  expert = await named(await world.account('EXPERT', group), '顾明远');
  another = await named(await world.account('EXPERT', group), '柳如是');
});
afterAll(() => world.close());

async function named(actor: Actor, name: string): Promise<Actor> {
  await world.write((tx) =>
    tx.query(`update account set name = $2, mail = username || '@example.org' where id = $1`, [actor.accountId, name]),
  );
  return actor;
}
const advice = 'id version kind state stance score fileUrl';
const accountId = ({ accountId: id }: Actor) => globalId('Account', id);
const of = async (matter: { id: string }, actor?: Actor) =>
  (await matters.read<{ advice: Advice[] }>(matter.id, `advice { ${advice} }`, actor)).advice;
const ask = (matter: MatterAnswer, whom: Actor, more: object = {}, by?: Actor) =>
  matters.do<{ advice: Advice[] }>(
    'askAdvice',
    {
      matterId: matter.id,
      kind: 'EXPERT',
      advisorId: accountId(whom),
      question: '技术路线是否可行？',
      dueOn: '2026-09-25',
      ...more,
    },
    by,
    `advice { ${advice} }`,
  );
const own = async (actor: Actor): Promise<Own[]> =>
  (
    await world
      .as(actor)
      .query<{ ownAdvice: Own[] }>(`{ ownAdvice { ${advice} canAnswer matter { id title materials { id url } } } }`)
  ).ownAdvice;
const answer = (name: 'giveAdvice' | 'declineAdvice', { id, version }: Advice, more: object, by: Actor) =>
  matters.do<Own>(name, { id, version, ...more }, by, `${advice} canAnswer`);
const status = async (path: string, actor: Actor) =>
  (await fetch(`${world.url}${path}`, { headers: { cookie: actor.cookie } })).status;
const bell = async (actor: Actor): Promise<string[]> => {
  const data = await world
    .as(actor)
    .query<{ notifications: { nodes: { title: { zh: string } }[] } }>(
      `{ notifications(first: 20) { nodes { title { zh } } } }`,
    );
  return data.notifications.nodes.map(({ title }) => title.zh);
};
const submitted = (title: string, more: object = {}) => matters.submitted(branch, { title, ...more });

describe('an expert', () => {
  it('sees the matter that was put to him with its materials, and nothing else, until it is no longer asked for', async () => {
    const [put, other] = [await submitted('公共检测平台'), await submitted('年度会展')];
    expect(await own(expert!)).toEqual([]);
    await ask(put, expert!);
    const [mine] = await own(expert!);
    expect(mine).toMatchObject({ state: 'ASKED', canAnswer: true, matter: { id: put.id, title: '公共检测平台' } });
    expect(mine!.matter.materials).toHaveLength(2);
    expect(await status(mine!.matter.materials[0]!.url, expert!)).toBe(200);
    // by being asked alone: neither as those who read matters, nor of another matter
    expect(await own(another!)).toEqual([]);
    expect(await status(mine!.matter.materials[0]!.url, another!)).toBe(404);
    await expect(matters.read(put.id, 'title', expert)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const { materials } = await matters.read<{ materials: { id: string }[] }>(other.id, 'materials { id }');
    expect(await status(`/files/advice-materials/${materials[0]!.id}`, expert!)).toBe(404);

    const [asked] = await of(put);
    await matters.do('revokeAdvice', { id: asked!.id, version: asked!.version, reason: '改由他人审阅' });
    expect(await own(expert!)).toEqual([]);
    expect(await status(mine!.matter.materials[0]!.url, expert!)).toBe(404);
    await expect(answer('giveAdvice', asked!, { stance: 'SUPPORT', text: '可行' }, expert!)).rejects.toMatchObject({
      reason: 'UNKNOWN_ID',
    });
  });

  it('gives an opinion once, with a score where one was asked for, and a file; those who read the matter read it', async () => {
    const matter = await submitted('标准数据库');
    await ask(matter, expert!, { scoreAsked: true });
    expect(await bell(expert!)).toContain('1 项事项请您提出意见');
    const [mine] = await own(expert!);
    const said = { stance: 'SUPPORT_WITH_RESERVATION', text: '建议分期实施。' };
    await expect(answer('giveAdvice', mine!, said, expert!)).rejects.toMatchObject({ reason: 'ADVICE_SCORE' });
    const fileId = await matters.upload('意见.csv', expert!);
    const given = await answer('giveAdvice', mine!, { ...said, score: 4, fileId }, expert!);
    expect(given).toMatchObject({ state: 'GIVEN', stance: 'SUPPORT_WITH_RESERVATION', score: 4, canAnswer: false });
    await expect(answer('giveAdvice', mine!, { ...said, score: 5 }, expert!)).rejects.toMatchObject({
      reason: 'STALE_VERSION',
    });
    await expect(answer('giveAdvice', given, { ...said, score: 5 }, expert!)).rejects.toMatchObject({
      reason: 'ADVICE_STATE',
    });
    // what is answered is not shown as waiting any more
    expect(await bell(expert!)).not.toContain('1 项事项请您提出意见');
    expect(await bell(world.staff)).toContain('收到 1 项意见');
    expect(await of(matter, secretary)).toEqual(
      [{ ...given, canAnswer: undefined }].map(({ canAnswer: _, ...x }) => x),
    );
    for (const reader of [secretary!, expert!]) expect(await status(given.fileUrl!, reader)).toBe(200);
    expect(await status(given.fileUrl!, another!)).toBe(404);
    const { records } = await matters.read<{ records: object[] }>(matter.id, 'records { kind subject advice }');
    expect(records.slice(0, 2)).toEqual([
      { kind: 'ADVICE_GIVEN', subject: '顾明远', advice: 'EXPERT' },
      { kind: 'ADVICE_ASKED', subject: '顾明远', advice: 'EXPERT' },
    ]);
  });

  it('declines with a reason, and somebody else is asked', async () => {
    const matter = await submitted('材料检验中心');
    await ask(matter, expert!);
    const [mine] = await own(expert!);
    await expect(
      answer('declineAdvice', mine!, { reason: '与供应商有合作，申请回避' }, another!),
    ).rejects.toMatchObject({ reason: 'UNKNOWN_ID' });
    const declined = await answer('declineAdvice', mine!, { reason: '与供应商有合作，申请回避' }, expert!);
    expect(declined).toMatchObject({ state: 'DECLINED', canAnswer: false });
    await ask(matter, another!);
    expect((await of(matter)).map(({ state }) => state).sort()).toEqual(['ASKED', 'DECLINED']);
  });

  it('is asked after a matter was submitted, once, by whoever conducts it, and about no matter of his own', async () => {
    const draft = await matters.draft(branch);
    await expect(ask(draft, expert!)).rejects.toMatchObject({ reason: 'ADVICE_NOT_NOW' });
    const matter = await submitted('会员服务系统');
    await expect(ask(matter, expert!, { dueOn: '2026-09-17' })).rejects.toMatchObject({ reason: 'ADVICE_DUE_DAY' });
    await expect(ask(matter, secretary!)).rejects.toMatchObject({ reason: 'ADVICE_ADVISOR' });
    await expect(ask(matter, world.staff, { kind: 'LEGAL' })).rejects.toMatchObject({ reason: 'ADVICE_PROPOSER' });
    await ask(matter, expert!);
    await expect(ask(matter, expert!)).rejects.toMatchObject({ reason: 'ADVICE_ASKED_ALREADY' });
    await expect(ask(matter, another!, {}, secretary)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is found by name among experts alone; for legal checks also among those who work for organizations', async () => {
    const find = async (kind: string, search = '') =>
      (
        await world
          .as(world.staff)
          .query<{ adviceCandidates: { name: string; note: string | null }[] }>(
            'query ($kind: AdviceKind!, $search: String) { adviceCandidates(kind: $kind, search: $search) { name note } }',
            { kind, search },
          )
      ).adviceCandidates;
    expect(await find('EXPERT', '顾明')).toEqual([{ name: '顾明远', note: '专家组' }]);
    expect((await find('EXPERT')).map(({ name }) => name).sort()).toEqual(['柳如是', '顾明远'].sort());
    const counsel = await named(await world.account('COMMITTEE_MEMBER', world.root), '法务');
    expect((await find('LEGAL', '法务')).map(({ name }) => name)).toEqual(['法务']);
    expect(await find('EXPERT', '法务')).toEqual([]);
    expect(counsel.accountId).toBeTruthy();
  });
});

describe('reminders', () => {
  /** The job of another day; sessions are of today. */
  const remindOn = async (...times: string[]) => {
    const back = world.clock.now();
    for (const time of times) {
      world.clock.set(new Date(`${time}T11:00:00+08:00`));
      await world.app.get(RemindJob).run();
    }
    world.clock.set(back);
  };

  it('come before the day and after it, once each; urging is possible once a day', async () => {
    const matter = await submitted('培训基地');
    const reviewer = await named(await world.account('EXPERT', world.root), '费孝通');
    const { advice: asked } = await ask(matter, reviewer, { dueOn: '2026-09-22' });
    await remindOn('2026-09-18');
    expect(await bell(reviewer)).toEqual(['1 项事项请您提出意见']);
    await remindOn('2026-09-20', '2026-09-21');
    const due = (await bell(reviewer)).filter((title) => title === '1 项意见即将到期');
    expect(due).toHaveLength(1);
    await remindOn('2026-09-23', '2026-09-24');
    expect((await bell(reviewer)).filter((title) => title === '1 项意见已逾期')).toHaveLength(1);
    const { id } = asked[0]!;
    await matters.do('nudgeAdvice', { id });
    expect(await bell(reviewer)).toContain('催要 1 项意见');
    await expect(matters.do('nudgeAdvice', { id })).rejects.toMatchObject({ reason: 'ADVICE_NUDGED_TODAY' });
    await world.write((tx) =>
      tx.query(`update matter_advice set nudged_on = '2026-09-17' where id = $1`, [localId('MatterAdvice', id)]),
    );
    await matters.do('nudgeAdvice', { id });
  });

  it('tell of urgent matters that were not reviewed in time, which are late in the ledger until then', async () => {
    const matter = await submitted('屋面抢修', { urgentReason: '漏水危及机房' });
    const read = () => matters.read(matter.id, 'reviewDueOn reviewLate');
    expect(await read()).toEqual({ reviewDueOn: '2026-09-25', reviewLate: false });
    await matters.put(matter, `review_due_on = '2026-09-17'`);
    expect(await read()).toEqual({ reviewDueOn: '2026-09-17', reviewLate: true });
    const late = async () => {
      const document = `{ matters(first: 50, filter: { late: true }) { nodes { id } } }`;
      const { matters: page } = await world.as(world.staff).query<{ matters: { nodes: { id: string }[] } }>(document);
      return page.nodes.some(({ id }) => id === matter.id);
    };
    expect(await late()).toBe(true);
    await remindOn('2026-09-18');
    expect(await bell(world.staff)).toContain('1 项紧急事项超过补审期限');
    await matters.put(matter, `state = 'REVIEWED', opinion = 'AGREE'`);
    expect(await read()).toEqual({ reviewDueOn: null, reviewLate: false });
    expect(await late()).toBe(false);
  });
});

describe('a matter', () => {
  const readiness = async (matter: { id: string }) =>
    (
      await world
        .as(world.staff)
        .query<{ matterReadiness: object | null }>(
          'query ($id: ID!) { matterReadiness(id: $id) { missing daysAhead earliestSessionOn } }',
          { id: matter.id },
        )
    ).matterReadiness;
  /** Large funds of 400 × 10,000 yuan: an expert’s opinion and a legal check are asked for. */
  const large = async (title: string, more: object = {}) => {
    const draft = await matters.draft(branch, { title, amountFen: wan(400), ...more });
    for (const kind of ['议题申请表', '可行性研究报告', '资金来源与预算']) await matters.handIn(draft, kind);
    return matters.step('acceptMatter', await matters.step('submitMatter', draft));
  };
  const schedule = async (matter: { id: string }, day: string) => {
    const session = await matters.call({ startsAt: `${day}T06:00:00.000Z`, endsAt: `${day}T09:00:00.000Z` });
    return matters.schedule(session, await matters.read(matter.id));
  };

  it('lacks the opinions of its rule and the days ahead, and the refusal names the rule', async () => {
    const matter = await large('检测中心扩建');
    expect(await readiness(matter)).toEqual({
      missing: ['EXPERT_OPINION', 'LEGAL_CHECK'],
      daysAhead: 3,
      earliestSessionOn: '2026-09-22',
    });
    await expect(schedule(matter, '2026-09-30')).rejects.toMatchObject({
      reason: 'MATTER_EXPERT_OPINION_MISSING',
      messages: { zh: expect.stringMatching(/没有专家意见。依据“大额资金使用（秘书处）”审议规则第 1 版/) },
    });
    await ask(matter, expert!);
    const mine = (await own(expert!)).find(({ matter: about }) => about.id === matter.id)!;
    // asked for is not given
    await expect(schedule(matter, '2026-09-30')).rejects.toMatchObject({ reason: 'MATTER_EXPERT_OPINION_MISSING' });
    await answer('giveAdvice', mine, { stance: 'SUPPORT', text: '可行' }, expert!);
    await expect(schedule(matter, '2026-09-30')).rejects.toMatchObject({ reason: 'MATTER_LEGAL_CHECK_MISSING' });
    await ask(matter, another!, { kind: 'LEGAL', question: '合同是否合法？' });
    const check = (await own(another!)).find(({ matter: about }) => about.id === matter.id)!;
    await answer('giveAdvice', check, { stance: 'SUPPORT', text: '合法' }, another!);
    expect(await readiness(matter)).toMatchObject({ missing: [] });
    await expect(schedule(matter, '2026-09-21')).rejects.toMatchObject({
      reason: 'SESSION_DAYS_AHEAD',
      messages: { zh: expect.stringContaining('2026-09-22') },
    });
    await expect(schedule(matter, '2026-09-22')).resolves.toMatchObject({ items: [{ matter: { id: matter.id } }] });
  });

  it('that is urgent needs no days ahead', async () => {
    const matter = await large('紧急采购', { urgentReason: '设备损坏' });
    expect(await readiness(matter)).toMatchObject({ earliestSessionOn: '2026-09-18' });
  });

  it('awaits no session before it was submitted, or when no rule puts it under review', async () => {
    expect(await readiness(await matters.draft(branch))).toBeNull();
    expect(await readiness(await matters.submitted(branch, { title: '小额', amountFen: wan(20) }))).toBeNull();
  });
});
