import { freshWorlds, type Actor, type World } from '@dangwu/testing';
import { RemindJob } from '../reminder';
import { TasksOf } from '../trial/tasks';
import type { MinutesAnswer } from '../trial/minutes';

// reminder.sign.after is 3 days, reminder.sign.most 3 times
describe('a signature of minutes that is missing', () => {
  let world: World;
  let tasks: TasksOf;
  let branch: { id: string };
  let [recorder, keeper, chair]: Actor[] = [];
  const fresh = freshWorlds();
  beforeEach(async () => {
    world = await fresh();
    tasks = new TasksOf(world);
    branch = await world.branch('第四党支部');
    recorder = await tasks.named(await world.account('PARTY_STAFF', branch), '秦悦');
    keeper = await tasks.named(await world.account('SECRETARY', branch), '杜若川');
    chair = await tasks.named(await world.account('COMMITTEE_MEMBER', branch), '罗景行');
  });
  afterEach(() => world.close());

  const handed = async (content: object = {}): Promise<{ activity: { id: string }; minutes: MinutesAnswer }> => {
    const activity = await tasks.plan(branch, '2026-09-15');
    const saved = await tasks.save(await tasks.begin(activity, recorder), tasks.content(content), recorder);
    return { activity, minutes: await tasks.sign(saved, 'RECORDER', recorder!) };
  };
  /** The clock of the day runs, twice. */
  const on = async (day: string): Promise<void> => {
    world.clock.set(`${day}T09:00:00+08:00`);
    const job = world.app.get(RemindJob, { strict: false });
    await job.run();
    await job.run();
  };
  /** Back in the sessions, which end long before the next reminders. */
  const signing = (time = '10:30'): void => world.clock.set(`2026-09-18T${time}:00+08:00`);
  const told = async (): Promise<number> => {
    const rows = await world.write((tx) =>
      tx.query<{ count: number }[]>(
        `select count(*)::int as count from reminder where kind = 'TO_SIGN' and account_id = $1`,
        [chair!.accountId],
      ),
    );
    return rows[0]!.count;
  };

  it('is told again each so many days as the rule says, never twice the same, and so often at most', async () => {
    const { minutes } = await handed();
    const counts: number[] = [await told()];
    for (const day of ['2026-09-20', '2026-09-21', '2026-09-22', '2026-09-24', '2026-09-27', '2026-09-30']) {
      await on(day);
      counts.push(await told());
    }
    expect(counts).toEqual([1, 1, 2, 2, 3, 4, 4]);
    signing();
    await tasks.sign(minutes, 'CHAIR', chair!);
    expect((await tasks.bell(chair!)).filter(({ kind }) => kind === 'MINUTES_TO_SIGN')).toEqual([]);
  });

  it('is not told of what is signed, and is counted anew when it is handed over again', async () => {
    const { minutes } = await handed();
    const back = await tasks.do('withdrawMinutes', { id: minutes.id, version: minutes.version }, recorder);
    await on('2026-09-21');
    expect(await told()).toBe(1);
    signing('10:35');
    const again = await tasks.sign(back, 'RECORDER', recorder!);
    expect(await told()).toBe(2);
    await on('2026-09-21');
    expect(await told()).toBe(3);
    signing('10:40');
    await tasks.sign(again, 'CHAIR', chair!);
    await on('2026-09-24');
    expect(await told()).toBe(3);
  });

  it('of a chair without an account stands with whoever keeps the minutes, but for the recorder', async () => {
    const { activity, minutes } = await handed({ chair: '老支书' });
    await handed();
    const waiting = async (actor: Actor, within?: string) => {
      const { minutesToSignOnPaper } = await world
        .as(actor)
        .query<{ minutesToSignOnPaper: { id: string; chair: string }[] }>(
          'query ($within: ID) { minutesToSignOnPaper(within: $within) { id chair organizationName recorderName } }',
          { within },
        );
      return minutesToSignOnPaper;
    };
    expect(await waiting(keeper!)).toMatchObject([{ id: minutes.id, chair: '老支书', recorderName: '秦悦' }]);
    expect(await waiting(recorder!)).toEqual([]);
    const other = await world.branch('别的支部');
    expect(await waiting(await world.account('SECRETARY', other))).toEqual([]);
    expect(await waiting(world.staff, branch.id)).toHaveLength(1);
    expect(await waiting(world.staff, other.id)).toEqual([]);
    await expect(waiting(await world.account('MEMBER', branch))).rejects.toMatchObject({
      reason: 'PERMISSION_MISSING',
    });
    const { id, version, contentHash } = minutes;
    const attachmentId = await tasks.page(activity, keeper!);
    await tasks.do('signMinutesOnPaper', { id, version, contentHash, attachmentId, reason: '没有账号' }, keeper);
    expect(await waiting(keeper!)).toEqual([]);
  });
});
