import { createWorld, type Actor, type World } from '@dangwu/testing';
import { localId } from '@dangwu/platform/ids';
import { Meetings, type Person } from '../trial/meetings';
import { SignInCodes } from './sign-in-codes';

const hour = 3_600_000;

// the world's clock stands at 2026-09-18 10:20 in Shanghai
describe('signing in', () => {
  let world: World;
  let meetings: Meetings;
  let branch: { id: string };
  let person: Person;
  let actor: Actor;
  beforeAll(async () => {
    world = await createWorld();
    meetings = new Meetings(world);
    branch = await world.branch('第一党支部');
    [person] = (await meetings.members(branch, 1)) as [Person];
    actor = await meetings.accountOf(person, branch);
  });
  afterAll(() => world.close());

  const later = async (milliseconds: number, work: () => Promise<void>): Promise<void> => {
    world.clock.advance(milliseconds);
    try {
      await work();
    } finally {
      world.clock.advance(-milliseconds);
    }
  };
  const refused = (attempt: Promise<unknown>, reason: string) => expect(attempt).rejects.toMatchObject({ reason });

  it('is one touch with the code on the screen, and done once', async () => {
    const meeting = await meetings.now(branch);
    const code = await meetings.code(meeting);
    const first = await meetings.attend<{ markedAt: string }>(meeting, code, actor);
    expect(first).toEqual({ id: meeting.id, attendance: 'PRESENT', markedAt: expect.any(String), canSignIn: false });
    await later(20_000, async () => {
      expect(await meetings.attend(meeting, await meetings.code(meeting), actor)).toEqual(first);
    });
    const answer = 'name state method markedBy guest organization { name }';
    expect(await meetings.list('attendance', meeting, answer)).toEqual([
      {
        name: person.name,
        state: 'PRESENT',
        method: 'QR',
        markedBy: expect.any(String),
        guest: false,
        organization: { name: '第一党支部' },
      },
    ]);
  });

  it('takes the codes of a minute; one that was photographed is refused an hour later, and says why', async () => {
    const times = { startsAt: '2026-09-18T09:00:00+08:00', endsAt: '2026-09-18T13:00:00+08:00' };
    const meeting = await meetings.plan(branch, '', times);
    // what the screen showed so long ago
    const photographed = async (milliseconds: number): Promise<string> => {
      const then = new Date(world.clock.now().getTime() - milliseconds);
      const codes = world.app.get(SignInCodes, { strict: false });
      return (await codes.code(localId('Activity', meeting.id), then)).code;
    };
    expect(await photographed(0)).toBe(await meetings.code(meeting));
    expect(await photographed(15_000)).not.toBe(await photographed(0));
    await expect(meetings.attend(meeting, await photographed(hour), actor)).rejects.toMatchObject({
      code: 'PRECONDITION_FAILED',
      reason: 'SIGN_IN_CODE_OLD',
      messages: { zh: expect.stringContaining('不能用照片签到') },
    });
    for (const age of [60_000, 90_000, -60_000])
      await refused(meetings.attend(meeting, await photographed(age), actor), 'SIGN_IN_CODE_OLD');
    expect(await meetings.attend(meeting, await photographed(45_000), actor)).toMatchObject({ attendance: 'LATE' });
  });

  it('takes no code of another activity, and none that somebody made up', async () => {
    const [one, other] = [await meetings.now(branch), await meetings.now(branch)];
    const code = await meetings.code(one);
    await refused(meetings.attend(other, code, actor), 'SIGN_IN_CODE_WRONG');
    const [step, mark] = code.split('-') as [string, string];
    const next = (Number.parseInt(step, 36) + 1).toString(36);
    for (const made of ['', '1', `${next}-${mark}`, `${step}-${'A'.repeat(22)}`, `${step}-${mark}x`])
      await refused(meetings.attend(one, made, actor), 'SIGN_IN_CODE_WRONG');
    expect(await meetings.summary(one)).toMatchObject({ present: 0, frozenAt: null });
  });

  it('is open while it runs, from half an hour before: no code before, none afterwards', async () => {
    const early = await meetings.plan(branch, '', {
      startsAt: '2026-09-18T11:00:00+08:00',
      endsAt: '2026-09-18T12:00:00+08:00',
    });
    await refused(meetings.code(early), 'SIGN_IN_NOT_OPEN');
    await refused(meetings.attend(early, 'abc-def', actor), 'SIGN_IN_NOT_OPEN');
    await later(hour / 4, async () => {
      expect(await meetings.attend(early, await meetings.code(early), actor)).toMatchObject({ attendance: 'PRESENT' });
    });
    const over = await meetings.now(branch, { endsAt: '2026-09-18T10:30:00+08:00' });
    const code = await meetings.code(over);
    await later(hour / 4, async () => {
      await refused(meetings.code(over), 'SIGN_IN_NOT_OPEN');
      await expect(meetings.attend(over, code, actor)).rejects.toMatchObject({
        reason: 'SIGN_IN_NOT_OPEN',
        messages: { zh: expect.stringContaining('签到从 2026-09-18 09:45 到 2026-09-18 10:30') },
      });
    });
    const { id, version } = over;
    await meetings.send('cancelActivity', { id, version, reason: '外出' });
    await refused(meetings.attend(over, code, actor), 'SIGN_IN_NOT_OPEN');
  });

  it('opens, and is late, when the rules say so', async () => {
    const set = (key: string, value: string) =>
      world.write((tx) => tx.query(`update rule set value = $2 where key = $1`, [key, value]));
    const soon = await meetings.plan(branch, '', {
      startsAt: '2026-09-18T11:00:00+08:00',
      endsAt: '2026-09-18T12:00:00+08:00',
    });
    await refused(meetings.code(soon), 'SIGN_IN_NOT_OPEN');
    await set('attendance.opens.before', '45');
    try {
      expect(await meetings.summary(soon)).toMatchObject({ signInOpen: true, recordable: true });
      expect(await meetings.attend(soon, await meetings.code(soon), actor)).toMatchObject({ attendance: 'PRESENT' });
      const begun = await meetings.now(branch);
      await set('attendance.late.after', '4');
      expect(await meetings.attend(begun, await meetings.code(begun), actor)).toMatchObject({ attendance: 'LATE' });
    } finally {
      await set('attendance.opens.before', '30');
      await set('attendance.late.after', '10');
    }
  });

  it('is for those who are expected, and are bound to a member', async () => {
    const meeting = await meetings.now(branch);
    const code = await meetings.code(meeting);
    await refused(meetings.attend(meeting, code, world.staff), 'NO_MEMBER_RECORD');
    const elsewhere = await world.branch('第二党支部');
    const [stranger] = (await meetings.members(elsewhere, 1)) as [Person];
    const unexpected = await meetings.accountOf(stranger, elsewhere);
    await refused(meetings.attend(meeting, code, unexpected), 'NOT_EXPECTED');
    await meetings.invite(meeting, { memberIds: [stranger.id] });
    expect(await meetings.attend(meeting, code, unexpected)).toMatchObject({ attendance: 'PRESENT' });
    expect(await meetings.summary(meeting)).toMatchObject({ entitled: 1, present: 0, guests: 1, guestsPresent: 1 });
  });

  it('shows the code to whoever keeps the attendance alone', async () => {
    const meeting = await meetings.now(branch);
    const secretary = await world.account('SECRETARY', branch);
    expect(await meetings.code(meeting, secretary)).toMatch(/^[0-9a-z]+-[\w-]{22}$/);
    await expect(meetings.code(meeting, actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const elsewhere = await world.account('SECRETARY', await world.branch('第三党支部'));
    await expect(meetings.code(meeting, elsewhere)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('leaves what the desk has recorded: who is there remotely stays so, whoever had leave and came is there', async () => {
    const meeting = await meetings.now(branch);
    await meetings.mark(meeting, [person], 'REMOTE');
    expect(await meetings.attend(meeting, await meetings.code(meeting), actor)).toMatchObject({ attendance: 'REMOTE' });
    await meetings.mark(meeting, [person], 'ON_LEAVE');
    expect(await meetings.attend(meeting, await meetings.code(meeting), actor)).toMatchObject({
      attendance: 'PRESENT',
    });
  });

  it('of 50 people at the same second, each twice: all are there, none is twice', async () => {
    const here = await world.branch('大支部');
    const crowd = await meetings.members(here, 50);
    const actors: Actor[] = [];
    for (const one of crowd) actors.push(await meetings.accountOf(one, here));
    const meeting = await meetings.now(here);
    const code = await meetings.code(meeting);
    const answers = await Promise.all(
      [...actors, ...actors].map((one) => meetings.attend<{ attendance: string }>(meeting, code, one)),
    );
    expect(answers.map(({ attendance }) => attendance)).toEqual(Array<string>(100).fill('PRESENT'));
    expect(await meetings.summary(meeting)).toMatchObject({ entitled: 50, present: 50, unmarked: 0 });
    const [rows] = await world.write((tx) =>
      tx.query<{ rows: number; marks: number; rosters: number }[]>(
        `select (select count(*)::int from attendance where activity_id = $1) as rows,
           (select sum(version - 1)::int from attendance where activity_id = $1) as marks,
           (select count(*)::int from roster where activity_id = $1) as rosters`,
        [localId('Activity', meeting.id)],
      ),
    );
    expect(rows).toEqual({ rows: 50, marks: 50, rosters: 1 });
  }, 60_000);
});
