import { RemindJob } from '@dangwu/activities';
import { createWorld, type Actor, type World } from '@dangwu/testing';
import { Dispatches, type DispatchAnswer } from '../trial/dispatches';

interface Told {
  readonly kind: string;
  readonly line: string;
  readonly link: string;
}

// the world's clock stands at 2026-09-18 10:20 in Shanghai
let world: World;
let dispatches: Dispatches;
let committee: { id: string };
let branch: { id: string };
let [secretary, above]: Actor[] = [];
let places = 0;
beforeAll(async () => {
  world = await createWorld();
  dispatches = new Dispatches(world);
});
beforeEach(async () => {
  committee = await world.organization(`机关第${++places}党委`, { type: 'COMMITTEE' });
  branch = await world.branch(`第${places}党支部`, { under: committee });
  secretary = await world.account('SECRETARY', branch);
  above = await world.account('PARTY_STAFF', committee);
  await world.write((tx) => tx.query(`update account set mail = username || '@example.org'`));
});
afterAll(() => world.close());

/** The job of other days; sessions are of today. */
async function remindOn(...days: string[]): Promise<void> {
  const back = world.clock.now();
  for (const day of days) {
    world.clock.set(new Date(`${day}T11:00:00+08:00`));
    await world.app.get(RemindJob).run();
  }
  world.clock.set(back);
}
const told = ({ accountId }: Actor): Promise<Told[]> =>
  world.write((tx) =>
    tx.query<Told[]>(
      `select kind, line ->> 'zh' as line, link from reminder where account_id = $1 and kind like 'DISPATCH%' order by id`,
      [accountId],
    ),
  );
const kinds = async (actor: Actor): Promise<string[]> => (await told(actor)).map(({ kind }) => kind);
/** What stands under the bell. */
const bell = async ({ accountId }: Actor): Promise<string[]> =>
  (
    await world.write((tx) =>
      tx.query<{ title: string }[]>(
        `select title ->> 'zh' as title from notification
         where account_id = $1 and kind like 'DISPATCH%' and deleted_at is null order by created_at, id`,
        [accountId],
      ),
    )
  ).map(({ title }) => title);
/** The headings of the letters that were written to somebody, as far as they are of dispatches. */
const letters = async ({ accountId }: Actor): Promise<string[]> =>
  (
    await world.write((tx) =>
      tx.query<{ text: string }[]>(
        `select m.text from mail_message m join account a on a.mail = any(m.recipients)
         where a.id = $1 order by m.created_at, m.id`,
        [accountId],
      ),
    )
  ).flatMap(({ text }) => [...text.matchAll(/【(请示报告.+|.*批复)】/g)].map(([, heading]) => heading!));
async function issued(more: object = {}): Promise<DispatchAnswer> {
  const draft = await dispatches.draft(branch, { actOn: '2026-09-30', ...more }, secretary);
  return dispatches.step('issueDispatch', draft, {}, secretary);
}

it('whoever answers at the superior is told before the day and once after it, and then the sender of the late reply', async () => {
  const request = await issued();
  await remindOn('2026-09-26');
  expect([await kinds(above!), await kinds(secretary!)]).toEqual([[], []]);
  await remindOn('2026-09-27', '2026-09-27', '2026-09-29', '2026-09-30');
  expect(await told(above!)).toEqual([
    {
      kind: 'DISPATCH_DUE',
      line: '关于召开换届大会的请示（第1党支部，待机关第1党委在 2026-09-30 前批复）',
      link: `/dispatches/${request.id}`,
    },
  ]);
  expect(await kinds(secretary!)).toEqual([]);
  // receiving it changes nothing of what it waits for
  await dispatches.step('recordDispatchReceipt', request, { on: '2026-09-18' }, above);
  await remindOn('2026-10-01', '2026-10-02', '2026-10-08');
  expect(await kinds(above!)).toEqual(['DISPATCH_DUE', 'DISPATCH_LATE']);
  expect(await kinds(secretary!)).toEqual(['DISPATCH_REPLY_LATE']);
  expect(await bell(above!)).toEqual(['1 件请示报告即将到期', '1 件请示报告已逾期']);
  expect(await bell(secretary!)).toEqual(['1 件请示逾期未获批复']);
  expect(await letters(above!)).toEqual(['请示报告即将到期', '请示报告已逾期']);
  expect(await letters(secretary!)).toEqual(['逾期未获批复']);
});

it('the sender is told of a draft and of a follow-up, and nobody of what is closed or withdrawn', async () => {
  const draft = await dispatches.draft(branch, { dueOn: '2026-09-20' }, secretary);
  await remindOn('2026-09-18');
  expect(await told(secretary!)).toMatchObject([
    { kind: 'DISPATCH_DUE', line: '关于召开换届大会的请示（第2党支部，2026-09-20 前印发）' },
  ]);
  await dispatches.step('withdrawDispatch', draft, { reason: '并入年度报告' }, secretary);
  expect(await bell(secretary!)).toEqual([]);
  await remindOn('2026-09-21', '2026-09-22');
  expect(await kinds(secretary!)).toEqual(['DISPATCH_DUE']);

  const on = '2026-09-18';
  const received = await dispatches.step('recordDispatchReceipt', await issued(), { on }, above);
  const reply = { outcome: 'APPROVED', on, followUpDueOn: '2026-09-25' };
  const replied = await dispatches.step('recordDispatchReply', received, reply, above);
  await remindOn('2026-09-22', '2026-09-26');
  expect((await told(secretary!)).slice(1)).toMatchObject([
    { kind: 'DISPATCH_DUE', line: expect.stringContaining('2026-09-25 前报告落实情况') },
    { kind: 'DISPATCH_LATE' },
  ]);
  expect(await kinds(above!)).toEqual([]);
  const followedUp = await dispatches.step('recordDispatchFollowUp', replied, { on, text: '已换届' }, secretary);
  expect(await bell(secretary!)).toEqual([]);
  await dispatches.step('closeDispatch', followedUp, {}, secretary);
  await remindOn('2026-09-27', '2026-09-30', '2026-10-01');
  expect(await kinds(secretary!)).toHaveLength(3);
  expect(await kinds(above!)).toEqual([]);
});

it('a reply ends what was told, the receipt does not', async () => {
  const on = '2026-09-18';
  const request = await issued({ actOn: '2026-09-20' });
  await remindOn('2026-09-18');
  expect(await bell(above!)).toEqual(['1 件请示报告即将到期']);
  const received = await dispatches.step('recordDispatchReceipt', request, { on }, above);
  expect(await bell(above!)).toEqual(['1 件请示报告即将到期']);
  await dispatches.step('recordDispatchReply', received, { outcome: 'APPROVED', on }, above);
  expect(await bell(above!)).toEqual([]);
});

it('a deadline that moved is told anew, and nobody is told of the old one any more', async () => {
  const draft = await dispatches.draft(branch, { dueOn: '2026-09-20' }, secretary);
  await remindOn('2026-09-18');
  const moved = Dispatches.facts({ dueOn: '2026-09-28' });
  const changed = await dispatches.do<DispatchAnswer>(
    'changeDispatch',
    { id: draft.id, version: draft.version, ...moved },
    secretary,
  );
  expect(await bell(secretary!)).toEqual([]);
  await remindOn('2026-09-21');
  expect(await kinds(secretary!)).toEqual(['DISPATCH_DUE']);
  await remindOn('2026-09-25', '2026-09-26');
  expect((await told(secretary!)).map(({ line }) => /\d{4}-\d\d-\d\d/.exec(line)![0])).toEqual([
    '2026-09-20',
    '2026-09-28',
  ]);
  // another title leaves the day where it was
  await dispatches.do(
    'changeDispatch',
    { id: draft.id, version: changed.version, ...moved, title: '关于换届的请示' },
    secretary,
  );
  expect(await bell(secretary!)).toEqual(['1 件请示报告即将到期']);
});

it('of a body outside the tree the sender alone is told, once, and the rule says how many days before', async () => {
  const guided = await world.branch('分会党支部', { relation: 'GUIDES', tier: 'BRANCH_INSTITUTION' });
  const writer = await world.account('SECRETARY', guided);
  const draft = await dispatches.draft(guided, { superiorName: '科技社团党委', actOn: '2026-09-30' }, writer);
  await dispatches.step('issueDispatch', draft, {}, writer);
  const before = (days: number) =>
    world.write((tx) =>
      tx.query(`update rule set value = $2 where association_id = $1 and key = 'reminder.dispatch.before'`, [
        world.associationId,
        String(days),
      ]),
    );
  await before(5);
  await remindOn('2026-09-24');
  expect(await kinds(writer)).toEqual([]);
  await remindOn('2026-09-25', '2026-10-01', '2026-10-02');
  await before(3);
  expect(await kinds(writer)).toEqual(['DISPATCH_DUE', 'DISPATCH_REPLY_LATE']);
  expect(await kinds(above!)).toEqual([]);
});

it('whoever stands for both sides is told once, and what is late for longer than the rule says is told nobody', async () => {
  await issued({ actOn: '2026-09-20' });
  // nobody answers at the branch but who answers above it
  await world.write((tx) =>
    tx.query(`update access_grant set until = now() - interval '1 day' where account_id = $1`, [secretary!.accountId]),
  );
  await remindOn('2026-09-21', '2026-09-22');
  expect(await kinds(above!)).toEqual(['DISPATCH_LATE']);
  const late = await world.account('PARTY_STAFF', committee);
  await remindOn('2026-11-20');
  expect(await kinds(late)).toEqual([]);
});
