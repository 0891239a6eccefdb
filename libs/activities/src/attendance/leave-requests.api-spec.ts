import { createWorld, type Actor, type World } from '@dangwu/testing';
import { Meetings, type Person } from '../trial/meetings';

interface Request {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly reason: string;
  readonly state: string;
  readonly decisionReason: string | null;
}

// the world's clock stands at 2026-09-18 10:20 in Shanghai
describe('leave', () => {
  let world: World;
  let meetings: Meetings;
  let branch: { id: string };
  let people: Person[];
  let actor: Actor;
  beforeAll(async () => {
    world = await createWorld();
    meetings = new Meetings(world);
    branch = await world.branch('第一党支部');
    people = await meetings.members(branch, 3);
    actor = await meetings.accountOf(people[0]!, branch);
  });
  afterAll(() => world.close());

  const soon = { startsAt: '2026-09-18T10:40:00+08:00', endsAt: '2026-09-18T12:00:00+08:00' };
  const answer = 'id version name reason state decisionReason';
  const requests = (meeting: { id: string }, by?: Actor) =>
    meetings.list<Request>('leaveRequests', meeting, answer, by);
  const decide = (verb: 'approveLeave' | 'declineLeave', { id, version }: Request, more: object = {}, by?: Actor) =>
    meetings.send<Request>(verb, { id, version, ...more }, by, answer);
  const asked = async (): Promise<[{ id: string }, Request]> => {
    const meeting = await meetings.plan(branch, '2026-09-25');
    await meetings.requestLeave(meeting, actor);
    return [meeting, (await requests(meeting))[0]!];
  };
  const later = async (milliseconds: number, work: () => Promise<void>): Promise<void> => {
    world.clock.advance(milliseconds);
    try {
      await work();
    } finally {
      world.clock.advance(-milliseconds);
    }
  };

  it('is asked for before it begins, approved, and stands on the roster', async () => {
    const meeting = await meetings.plan(branch, '', soon);
    expect(await meetings.requestLeave(meeting, actor, ' 探亲 ')).toEqual({
      id: meeting.id,
      canAskLeave: false,
      leave: { state: 'ASKED', reason: '探亲', decisionReason: null },
    });
    expect(await meetings.summary(meeting)).toMatchObject({ leaveAsked: 1, onLeave: 0, entitled: 3 });
    const [request] = await requests(meeting);
    expect(request).toMatchObject({ name: people[0]!.name, reason: '探亲', state: 'ASKED' });
    expect(await decide('approveLeave', request!)).toMatchObject({ state: 'APPROVED' });
    expect(await meetings.summary(meeting)).toMatchObject({ leaveAsked: 0, onLeave: 1 });
    await later(25 * 60_000, async () => {
      expect(await meetings.start(meeting)).toMatchObject({ onLeave: 1, unmarked: 2, named: false });
    });
    const rows = await meetings.list(
      'attendance',
      meeting,
      'state method reason',
      undefined,
      ', filter: { states: [ON_LEAVE] }',
    );
    expect(rows).toEqual([{ state: 'ON_LEAVE', method: 'LEAVE', reason: '探亲' }]);
  });

  it('approved after the first have signed in changes the roster that is set down', async () => {
    const meeting = await meetings.plan(branch, '', soon);
    await meetings.requestLeave(meeting, actor);
    await meetings.start(meeting);
    await decide('approveLeave', (await requests(meeting))[0]!);
    expect(await meetings.summary(meeting)).toMatchObject({ onLeave: 1, unmarked: 2 });
  });

  it('is declined with the reason, which the member reads, and may be asked for again', async () => {
    const [meeting, request] = await asked();
    await expect(decide('declineLeave', request, { reason: ' ' })).rejects.toMatchObject({ reason: 'INVALID_FIELDS' });
    expect(await decide('declineLeave', request, { reason: '须全体参加' })).toMatchObject({
      state: 'DECLINED',
      decisionReason: '须全体参加',
    });
    const own = await meetings.own<{ leave: object | null; canAskLeave: boolean }>(
      actor,
      'leave { state decisionReason } canAskLeave',
    );
    expect(own.find(({ leave }) => leave && 'state' in leave && leave.state === 'DECLINED')).toEqual({
      leave: { state: 'DECLINED', decisionReason: '须全体参加' },
      canAskLeave: true,
    });
    expect(await meetings.requestLeave(meeting, actor, '住院')).toMatchObject({
      leave: { state: 'ASKED', reason: '住院' },
    });
  });

  it('is asked for once, also when two ask at the same moment, and decided once', async () => {
    const meeting = await meetings.plan(branch, '2026-09-25');
    const both = await Promise.allSettled([
      meetings.requestLeave(meeting, actor),
      meetings.requestLeave(meeting, actor),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(meetings.requestLeave(meeting, actor)).rejects.toMatchObject({
      code: 'CONFLICT',
      reason: 'LEAVE_ASKED',
      messages: { zh: expect.stringContaining('现在是“待批”') },
    });
    const [request] = await requests(meeting);
    const decided = await Promise.allSettled([
      decide('approveLeave', request!),
      decide('declineLeave', request!, { reason: '不准' }),
    ]);
    expect(decided.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(decide('approveLeave', request!)).rejects.toMatchObject({ reason: 'LEAVE_DECIDED' });
  });

  it('is too late once it has begun, of asking and of deciding', async () => {
    await expect(meetings.requestLeave(await meetings.now(branch), actor)).rejects.toMatchObject({
      reason: 'LEAVE_TOO_LATE',
    });
    const meeting = await meetings.plan(branch, '', soon);
    await meetings.requestLeave(meeting, actor);
    const [request] = await requests(meeting);
    await later(25 * 60_000, () =>
      expect(decide('approveLeave', request!)).rejects.toMatchObject({ reason: 'LEAVE_TOO_LATE' }),
    );
  });

  it('is the member’s to ask for, and for another to decide', async () => {
    const meeting = await meetings.plan(branch, '2026-09-25');
    await expect(meetings.requestLeave(meeting, world.staff)).rejects.toMatchObject({ reason: 'NO_MEMBER_RECORD' });
    const elsewhere = await world.branch('第二党支部');
    const [stranger] = (await meetings.members(elsewhere, 1)) as [Person];
    const unexpected = await meetings.accountOf(stranger, elsewhere);
    await expect(meetings.requestLeave(meeting, unexpected)).rejects.toMatchObject({ reason: 'NOT_EXPECTED' });
    await meetings.requestLeave(meeting, actor);
    const [request] = await requests(meeting);
    await expect(decide('approveLeave', request!, {}, actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const other = await world.account('SECRETARY', elsewhere);
    await expect(decide('approveLeave', request!, {}, other)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await requests(meeting, other)).toEqual([]);
    await expect(requests(meeting, actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const secretary = await world.account('SECRETARY', branch);
    expect(await decide('approveLeave', request!, {}, secretary)).toMatchObject({ state: 'APPROVED' });
  });

  it('is told to the person who asks what is kept, and its reasons are forgotten with the person', async () => {
    const here = await world.branch('第三党支部');
    const [person] = (await meetings.members(here, 1)) as [Person];
    const own = await meetings.accountOf(person, here);
    const meeting = await meetings.plan(here, '', soon);
    await meetings.requestLeave(meeting, own, '住院');
    await decide('approveLeave', (await requests(meeting))[0]!);
    await meetings.start(meeting);
    const { exportSubject } = await world
      .as(world.staff)
      .mutate<{ exportSubject: { records: { section: { zh: string }; value: { zh: string }; basis: string }[] } }>(
        `mutation ($input: ExportSubjectInput!) {
           exportSubject(input: $input) { records { section { zh } value { zh } basis } } }`,
        { input: { id: person.id, reason: '本人申请' } },
      );
    expect(exportSubject.records.filter(({ section }) => section.zh === '参会情况')).toEqual([
      { section: { zh: '参会情况' }, value: { zh: '请假' }, basis: '住院' },
      { section: { zh: '参会情况' }, value: { zh: '请假申请：已批准' }, basis: '住院' },
    ]);
    await world.write((tx) =>
      tx.query(`update member set left_on = '2026-09-10' where id = replace($1, 'Member_', '')::uuid`, [person.id]),
    );
    await world.as(world.staff).mutate(`mutation ($input: EraseMemberInput!) { eraseMember(input: $input) { id } }`, {
      input: { id: person.id, version: 1, name: person.name, basis: '本人申请' },
    });
    expect(await requests(meeting)).toMatchObject([{ state: 'APPROVED', reason: '—' }]);
    expect(await meetings.list('attendance', meeting, 'state reason')).toEqual([{ state: 'ON_LEAVE', reason: null }]);
  });

  it('is taken back by whoever asked, undecided or approved, and may be asked for again', async () => {
    const withdraw = (meeting: { id: string }, by = actor) =>
      meetings.ask('withdrawLeave', { activityId: meeting.id }, by, 'canAskLeave canWithdrawLeave leave { state }');
    const [meeting, request] = await asked();
    const [own] = await meetings
      .own<object>(actor, 'id canWithdrawLeave')
      .then((all) => all.filter((one) => 'id' in one && one.id === meeting.id));
    expect(own).toMatchObject({ canWithdrawLeave: true });
    expect(await withdraw(meeting)).toEqual({ canAskLeave: true, canWithdrawLeave: false, leave: null });
    expect(await meetings.summary(meeting)).toMatchObject({ leaveAsked: 0 });
    expect(await requests(meeting)).toMatchObject([{ state: 'WITHDRAWN' }]);
    await expect(decide('approveLeave', request)).rejects.toMatchObject({ reason: 'LEAVE_DECIDED' });
    await expect(withdraw(meeting)).rejects.toMatchObject({ reason: 'LEAVE_NOT_WITHDRAWN' });

    await meetings.requestLeave(meeting, actor);
    await decide(
      'approveLeave',
      (await requests(meeting)).find(({ state }) => state === 'ASKED')!,
    );
    expect(await meetings.summary(meeting)).toMatchObject({ onLeave: 1 });
    const both = await Promise.allSettled([withdraw(meeting), withdraw(meeting)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await meetings.summary(meeting)).toMatchObject({ onLeave: 0 });
  });

  it('approved and taken back is expected again on a roster that is set down; once it began it stands', async () => {
    const meeting = await meetings.plan(branch, '', soon);
    await meetings.requestLeave(meeting, actor);
    await decide('approveLeave', (await requests(meeting))[0]!);
    await meetings.start(meeting);
    expect(await meetings.summary(meeting)).toMatchObject({ onLeave: 1, unmarked: 2 });
    await meetings.ask('withdrawLeave', { activityId: meeting.id }, actor, 'id');
    expect(await meetings.summary(meeting)).toMatchObject({ onLeave: 0, unmarked: 3 });
    await meetings.requestLeave(meeting, actor);
    await decide(
      'approveLeave',
      (await requests(meeting)).find(({ state }) => state === 'ASKED')!,
    );
    await later(25 * 60_000, () =>
      expect(meetings.ask('withdrawLeave', { activityId: meeting.id }, actor, 'id')).rejects.toMatchObject({
        reason: 'LEAVE_NOT_WITHDRAWN',
      }),
    );
  });

  it('of the secretary is decided by somebody else', async () => {
    const secretary = await world.account('SECRETARY', branch);
    await world.write((tx) =>
      tx.query(`update account set member_id = replace($1, 'Member_', '')::uuid where id = $2`, [
        people[1]!.id,
        secretary.accountId,
      ]),
    );
    const meeting = await meetings.plan(branch, '2026-09-25');
    await meetings.requestLeave(meeting, secretary);
    const [request] = await requests(meeting);
    await expect(decide('approveLeave', request!, {}, secretary)).rejects.toMatchObject({ reason: 'OWN_LEAVE' });
    expect(await decide('approveLeave', request!)).toMatchObject({ state: 'APPROVED' });
  });
});
