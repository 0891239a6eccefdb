import { createWorld, type Actor, type World } from '@dangwu/testing';
import { wan, type MatterAnswer } from '../trial/matters';
import { PlannedSessions, type SessionAnswer } from '../trial/planned-sessions';

// the world's clock stands at 2026-09-18 10:20 in Shanghai, a Friday; 2026-09-20 is worked for the National Day
let world: World;
let sessions: PlannedSessions;
let branch: { id: string };
let [secretary, chair]: Actor[] = [];
beforeAll(async () => {
  world = await createWorld();
  sessions = new PlannedSessions(world);
  branch = await world.branch('标准部党支部');
  secretary = await world.account('SECRETARY', branch);
  chair = await world.account('MEMBER', branch);
  await sessions.holds(world.root, '袁砺', 'SECRETARY', chair);
});
afterAll(() => world.close());

const kinds = async ({ id }: { id: string }): Promise<string[]> =>
  (await sessions.read<{ records: { kind: string }[] }>(id, 'records { kind }')).records.map(({ kind }) => kind);
const titles = ({ items }: SessionAnswer) => items.map(({ no, title }) => `${no} ${title}`);
const refused = (reason: string, zh?: RegExp) => ({
  reason,
  ...(zh && { messages: { zh: expect.stringMatching(zh) } }),
});
const preparation = async ({ id }: { id: string }) =>
  (
    await world.as(world.staff).query<{
      sessionPreparation: {
        items: { itemId: string; gaps: { kind: string; blocks: boolean }[] }[];
        waiting: {
          id: string;
          earliestOn: string;
          gaps: { kind: string; blocks: boolean; message: { zh: string } }[];
        }[];
      };
    }>(
      `query ($id: ID!) { sessionPreparation(id: $id) { items { itemId gaps { kind blocks } }
         waiting { id earliestOn gaps { kind blocks message { zh } } } } }`,
      { id },
    )
  ).sessionPreparation;

it('takes accepted matters under their rule, and gives them back', async () => {
  const session = await sessions.call();
  const matter = await sessions.accepted(branch);
  const scheduled = await sessions.schedule(session, matter, { minutes: 30 });
  expect(scheduled.items).toMatchObject([{ no: 1, minutes: 30, matter: { id: matter.id } }]);
  const read = await sessions.read<{ state: string }>(
    matter.id,
    'state version session { id title startsAt place state no }',
    secretary,
  );
  // whoever proposed it knows where it is, without seeing the session
  expect(read).toMatchObject({
    state: 'SCHEDULED',
    session: { id: session.id, startsAt: '2026-10-15T06:00:00.000Z', state: 'PLANNED', no: 1, place: '二层第一会议室' },
  });
  const again = (await sessions.read(matter.id)) as MatterAnswer;
  await expect(sessions.schedule(session, again)).rejects.toMatchObject(refused('MATTER_STATE'));
  const input = { id: session.id, itemId: scheduled.items[0]!.id, reason: '补充论证' };
  const removed = await sessions.send('removeSessionItem', input);
  expect(removed.items).toEqual([]);
  expect(await kinds(matter)).toEqual(expect.arrayContaining(['UNSCHEDULED', 'SCHEDULED']));
  const back = await sessions.read<MatterAnswer & { session: null }>(matter.id, 'id version state session { id }');
  expect(back).toMatchObject({ state: 'ACCEPTED', session: null });
  expect((await sessions.schedule(await sessions.call(), back)).items).toHaveLength(1);
});

it('keeps its order, its minutes and its numbers', async () => {
  const session = await sessions.call();
  for (const title of ['甲', '乙', '丙']) await sessions.send('addSessionItem', { id: session.id, title, minutes: 10 });
  const [a, b, c] = (await sessions.look(session.id)).items;
  const place = (item: { id: string } | undefined, minutes = 10) => ({ id: item!.id, minutes });
  const arrange = (items: object[]) => sessions.send('arrangeSessionItems', { id: session.id, items });
  const arranged = await arrange([place(c), place(a, 45), place(b)]);
  expect(titles(arranged)).toEqual(['1 丙', '2 甲', '3 乙']);
  expect(arranged.items[1]!.minutes).toBe(45);
  const without = await sessions.send('removeSessionItem', { id: session.id, itemId: a!.id, reason: '并入丙' });
  expect(titles(without)).toEqual(['1 丙', '2 乙']);
  await expect(arrange([place(c), place(a), place(b)])).rejects.toMatchObject(refused('SESSION_AGENDA_CHANGED'));
  await expect(arrange([place(c), place(c)])).rejects.toMatchObject(refused('SESSION_AGENDA_CHANGED'));
  await expect(
    sessions.send('removeSessionItem', { id: session.id, itemId: a!.id, reason: '再次' }),
  ).rejects.toMatchObject(refused('UNKNOWN_ID'));
});

it('wants papers in time, and says by which rule', async () => {
  const matter = await sessions.accepted(branch);
  // three working days after Friday the 18th: Sunday the 20th is worked, then Monday and Tuesday
  const early = await sessions.call({ startsAt: '2026-09-21T02:00:00Z', endsAt: '2026-09-21T04:00:00Z' });
  await expect(sessions.schedule(early, matter)).rejects.toMatchObject(
    refused('SESSION_DAYS_AHEAD', /2026-09-18 才提交，要提前 3 个工作日，最早可以上 2026-09-22 的会.*大额资金使用/),
  );
  const { waiting } = await preparation(early);
  expect(waiting.find(({ id }) => id === matter.id)).toMatchObject({
    earliestOn: '2026-09-22',
    gaps: [{ kind: 'DAYS_AHEAD', blocks: true, message: { zh: expect.stringMatching(/最早可以上/) } }],
  });
  const later = await sessions.call({ startsAt: '2026-09-22T02:00:00Z', endsAt: '2026-09-22T04:00:00Z' });
  const scheduled = await sessions.schedule(later, matter);
  await expect(
    sessions.stepOf('changeSession', scheduled, { startsAt: '2026-09-21T02:00:00Z', endsAt: '2026-09-21T04:00:00Z' }),
  ).rejects.toMatchObject(refused('SESSION_DAYS_AHEAD'));
});

it('wants the opinions that the rule asks for', async () => {
  const drafted = await sessions.draft(branch, { amountFen: wan(400) });
  for (const kind of ['议题申请表', '可行性研究报告', '资金来源与预算']) await sessions.handIn(drafted, kind);
  const matter = await sessions.step('acceptMatter', await sessions.step('submitMatter', drafted));
  const session = await sessions.call();
  await expect(sessions.schedule(session, matter)).rejects.toMatchObject(refused('MATTER_EXPERT_OPINION_MISSING'));
  const { waiting } = await preparation(session);
  expect(waiting.find(({ id }) => id === matter.id)!.gaps).toMatchObject([
    { kind: 'EXPERT_OPINION', blocks: true },
    { kind: 'LEGAL_CHECK', blocks: true },
  ]);
});

it('lets urgent ones pass, which stays on record', async () => {
  const urgent = await sessions.accepted(branch, { urgentReason: '渗漏危及机房' });
  const early = await sessions.call({ startsAt: '2026-09-21T02:00:00Z', endsAt: '2026-09-21T04:00:00Z' });
  const scheduled = await sessions.schedule(early, urgent);
  expect((await preparation(early)).items).toEqual([
    { itemId: scheduled.items[0]!.id, gaps: [{ kind: 'URGENT', blocks: false }] },
  ]);
  const [line] = await world.write((tx) =>
    tx.query<{ data: { noticed: string[] } }[]>(
      `select data from matter_record where kind = 'SCHEDULED' order by no desc`,
    ),
  );
  expect(line!.data.noticed[0]).toMatch(/紧急事项.*渗漏危及机房/);
});

it('belongs to the body that the rule names', async () => {
  const matter = await sessions.accepted(branch);
  const group = await sessions.call({ reviewingBody: 'LEADING_GROUP' });
  expect(group.title).toMatch(/党建工作领导小组/);
  await expect(sessions.schedule(group, matter)).rejects.toMatchObject(refused('SESSION_BODY', /功能型党委/));
});

it('loses what is withdrawn, and all of it when the session is cancelled', async () => {
  const session = await sessions.call();
  const [first, second] = [await sessions.accepted(branch), await sessions.accepted(branch)];
  await sessions.schedule(session, first);
  await sessions.schedule(session, second);
  const notified = await sessions.stepOf('sendSessionNotice', await sessions.look(session.id));
  const withdrawn = await sessions.step(
    'withdrawMatter',
    await sessions.read(first.id),
    { reason: '另行提出' },
    secretary,
  );
  expect(withdrawn.state).toBe('WITHDRAWN');
  const left = await sessions.look(session.id);
  expect(left.items).toMatchObject([{ no: 1, matter: { id: second.id } }]);
  expect((await sessions.bell(chair!)).some(({ text }) => text.zh.startsWith('议程有调整'))).toBe(true);
  await sessions.stepOf('cancelSession', notified, { reason: '改期' });
  expect(await sessions.read(second.id, 'state session { id }')).toEqual({ state: 'ACCEPTED', session: null });
  expect((await kinds(second)).at(0)).toBe('UNSCHEDULED');
  for (const name of ['addSessionItem', 'cancelSession'] as const)
    await expect(
      sessions.send(name, {
        id: session.id,
        ...(name === 'addSessionItem' ? { title: '再议', minutes: 5 } : { version: 99, reason: '再次' }),
      }),
    ).rejects.toMatchObject({ reason: name === 'addSessionItem' ? 'SESSION_STATE' : 'STALE_VERSION' });
});

it('is scheduled once when two try at the same time', async () => {
  const session = await sessions.call();
  const matter = await sessions.accepted(branch);
  const done = await Promise.allSettled([1, 2, 3].map(() => sessions.schedule(session, matter)));
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect((await sessions.look(session.id)).items).toHaveLength(1);
});
