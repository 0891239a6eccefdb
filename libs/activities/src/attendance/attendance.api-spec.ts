import { createWorld, type Actor, type World } from '@dangwu/testing';
import { localId } from '@dangwu/platform/ids';
import { HoldPastActivities } from '../activity/hold-past-activities.job';
import { Meetings, type Person } from '../trial/meetings';

// the world's clock stands at 2026-09-18 10:20 in Shanghai
describe('attendance', () => {
  let world: World;
  let meetings: Meetings;
  let branch: { id: string };
  let people: Person[];
  beforeAll(async () => {
    world = await createWorld();
    meetings = new Meetings(world);
    branch = await world.branch('第一党支部');
    people = await meetings.members(branch, 5);
  });
  afterAll(() => world.close());

  const assembly = async () => ({ activityTypeId: await meetings.typeId('BRANCH_ASSEMBLY'), title: '支部党员大会' });
  const states = (activity: { id: string }, actor?: Actor) =>
    meetings.list<{ name: string; state: string }>('attendance', activity, 'name state', actor);
  const marks = (activity: { id: string }) =>
    world.write((tx) =>
      tx.query<{ state: string; method: string; version: number }[]>(
        `select state, method, version from attendance where activity_id = $1 and method is not null order by sort`,
        [localId('Activity', activity.id)],
      ),
    );

  describe('the roster', () => {
    it('is told by the register before, and set down when it begins; who leaves afterwards stays on it', async () => {
      const here = await world.branch('第二党支部');
      const four = await meetings.members(here, 4);
      const meeting = await meetings.now(here);
      expect(await meetings.summary(meeting)).toMatchObject({ frozenAt: null, entitled: 4, named: false });
      expect(await meetings.start(meeting)).toMatchObject({ frozenAt: expect.any(String), entitled: 4, unmarked: 4 });
      const leave = { id: four[0]!.id, version: 1, on: '2026-09-01', reason: 'LEFT', basis: '组织关系转出' };
      await world.write(async (tx) => {
        const id = localId('Member', leave.id);
        await tx.query(`update member_version set valid_to = '2026-09-10' where id = $1`, [id]);
        await tx.query(`update affiliation set until = '2026-09-10' where member_id = $1`, [id]);
        await tx.query(`update member set left_on = '2026-09-10' where id = $1`, [id]);
      });
      expect(await meetings.start(meeting)).toMatchObject({ entitled: 4 });
      expect((await states(meeting)).map(({ name }) => name)).toContain(four[0]!.name);
      const next = await meetings.now(here);
      expect(await meetings.summary(next)).toMatchObject({ entitled: 3 });
    });

    it('of an assembly has full members; who is on probation attends beside them, and counts for nothing', async () => {
      const here = await world.branch('第三党支部');
      const [full, probationary] = [await meetings.members(here, 3), await meetings.members(here, 2, 'PROBATIONARY')];
      const meeting = await meetings.now(here, await assembly());
      expect(await meetings.start(meeting)).toMatchObject({ entitled: 3, guests: 2, present: 0 });
      expect(await meetings.mark(meeting, [full[0]!, ...probationary], 'PRESENT')).toMatchObject({
        present: 1,
        guestsPresent: 2,
        quorum: {
          met: false,
          base: 3,
          needed: 2,
          present: 1,
          text: { zh: '“支部党员大会到会要求”（>= 1/2）：应到 3 人，至少到会 2 人；已到 1 人，还差 1 人。' },
        },
      });
      expect(await meetings.mark(meeting, [full[1]!], 'REMOTE')).toMatchObject({
        present: 2,
        remote: 1,
        quorum: { met: true, text: { zh: expect.stringContaining('已到 2 人，达到要求。') } },
      });
    });

    it('of a committee has those who hold a post on the day', async () => {
      const here = await world.branch('第四党支部');
      const three = await meetings.members(here, 3);
      const post = { memberId: localId('Member', three[0]!.id), organizationId: localId('PartyOrganization', here.id) };
      await world.write((tx) =>
        tx.query(
          `insert into appointment (id, association_id, member_id, organization_id, post, since, basis)
           values (gen_random_uuid(), $1, $2, $3, 'SECRETARY', '2024-01-01', '批复')`,
          [world.associationId, post.memberId, post.organizationId],
        ),
      );
      const committee = { activityTypeId: await meetings.typeId('BRANCH_COMMITTEE_MEETING') };
      expect(await meetings.start(await meetings.now(here, committee))).toMatchObject({ entitled: 1 });
    });

    it('that is empty is a roster too: nobody can be marked, no quorum is told', async () => {
      const empty = await world.branch('空支部');
      const meeting = await meetings.now(empty, await assembly());
      expect(await meetings.start(meeting)).toMatchObject({ entitled: 0, unmarked: 0, quorum: null });
      await expect(meetings.mark(meeting, [people[0]!], 'PRESENT')).rejects.toMatchObject({
        code: 'BAD_USER_INPUT',
        reason: 'NOT_ON_ROSTER',
      });
      const { id, version, startsAt, endsAt } = await meetings.plan(empty, '2026-09-11');
      const record = { id, version, startsAt, endsAt, summary: '学习' };
      await expect(meetings.send('recordActivity', record)).rejects.toMatchObject({ reason: 'COUNTS_MISSING' });
    });

    it('is set down by the clock, too, of many at once', async () => {
      const here = await world.branch('第五党支部');
      await meetings.members(here, 2);
      const soon = { startsAt: '2026-09-18T10:00:00+08:00', endsAt: '2026-09-18T10:30:00+08:00' };
      const [one, other] = [await meetings.plan(here, '', soon), await meetings.plan(here, '', soon)];
      world.clock.advance(10 * 60_000);
      try {
        await world.app.get(HoldPastActivities, { strict: false }).run();
        for (const meeting of [one, other])
          expect(await meetings.summary(meeting)).toMatchObject({ entitled: 2, frozenAt: expect.any(String) });
      } finally {
        world.clock.advance(-10 * 60_000);
      }
    });

    it.each([
      ['a draft', { draft: true }, 'ATTENDANCE_STATE'],
      ['one that lies ahead', { startsAt: '2026-09-18T11:00:00+08:00' }, 'ATTENDANCE_NOT_BEGUN'],
    ])('is not set down of %s', async (_, more, reason) => {
      await expect(meetings.start(await meetings.now(branch, more))).rejects.toMatchObject({ reason });
    });
  });

  describe('recording', () => {
    it('marks many at once; the same again changes nothing, another state corrects', async () => {
      const meeting = await meetings.now(branch);
      expect(await meetings.mark(meeting, people.slice(0, 3), 'PRESENT')).toMatchObject({ present: 3, unmarked: 2 });
      const before = await marks(meeting);
      expect(await meetings.mark(meeting, people.slice(0, 3), 'PRESENT')).toMatchObject({ present: 3 });
      expect(await marks(meeting)).toEqual(before);
      const reason = { reason: '探亲' };
      await meetings.mark(meeting, [people[3]!], 'ON_LEAVE', undefined, reason);
      await meetings.mark(meeting, [people[4]!], 'ABSENT');
      expect(await meetings.mark(meeting, [people[0]!], 'LATE')).toMatchObject({
        present: 3,
        late: 1,
        onLeave: 1,
        absent: 1,
        unmarked: 0,
        named: true,
      });
      expect(await meetings.mark(meeting, [people[0]!], 'ENTITLED')).toMatchObject({ present: 2, unmarked: 1 });
      const events = await world.write((tx) =>
        tx.query<{ after: object }[]>(
          `select after from audit_event where action = 'attendance.record' and subject_id = $1 order by id`,
          [localId('Activity', meeting.id)],
        ),
      );
      expect(events.map(({ after }) => after)).toEqual([
        { PRESENT: 3 },
        { ON_LEAVE: 1 },
        { ABSENT: 1 },
        { LATE: 1 },
        { ENTITLED: 1 },
      ]);
    });

    it('refuses all rows for one that is unknown, said twice, or says nobody', async () => {
      const meeting = await meetings.now(branch);
      const stranger = { id: 'Member_01900000000070008000000000000000', name: '谁' };
      const rows = [{ memberId: people[0]!.id, state: 'PRESENT' }];
      const record = (more: object) =>
        meetings.ask('recordAttendance', { activityId: meeting.id, rows: [...rows, more] });
      await expect(meetings.mark(meeting, [people[0]!, stranger], 'PRESENT')).rejects.toMatchObject({
        reason: 'NOT_ON_ROSTER',
        messages: { zh: expect.stringContaining(stranger.id) },
      });
      await expect(record(rows[0]!)).rejects.toMatchObject({ reason: 'MARKED_TWICE' });
      await expect(record({ state: 'PRESENT' })).rejects.toMatchObject({ reason: 'WHICH_MEMBER' });
      expect(await meetings.summary(meeting)).toMatchObject({ present: 0 });
    });

    it('takes the ids of another system', async () => {
      const meeting = await meetings.now(branch);
      await world.write((tx) =>
        tx.query(`update member set external_id = 'HR-7' where id = $1`, [localId('Member', people[1]!.id)]),
      );
      const rows = [{ memberExternalId: 'HR-7', state: 'REMOTE' }];
      expect(await meetings.ask('recordAttendance', { activityId: meeting.id, rows })).toMatchObject({ remote: 1 });
    });

    it('by a token says that a client of the API did', async () => {
      const meeting = await meetings.now(branch);
      const { createExplorerToken } = await world
        .as(world.staff)
        .mutate<{ createExplorerToken: { token: string } }>(`mutation { createExplorerToken { token } }`);
      const rows = people.slice(0, 2).map(({ id }) => ({ memberId: id, state: 'PRESENT' }));
      const query = `mutation ($input: RecordAttendanceInput!) { recordAttendance(input: $input) { present } }`;
      const answer = await fetch(`${world.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${createExplorerToken.token}` },
        body: JSON.stringify({ query, variables: { input: { activityId: meeting.id, rows } } }),
      });
      expect(await answer.json()).toEqual({ data: { recordAttendance: { present: 2 } } });
      expect((await marks(meeting)).map(({ method }) => method)).toEqual(['API', 'API']);
    });

    it('gives the record its counts; other counts are refused, later corrections by name change them', async () => {
      const meeting = await meetings.plan(branch, '2026-09-16', await assembly());
      await meetings.mark(meeting, people.slice(0, 2), 'PRESENT');
      await meetings.mark(meeting, [people[2]!], 'ON_LEAVE');
      const { id, startsAt, endsAt } = meeting;
      const { version } = await meetings.read<{ version: number }>(id, 'version');
      const record = { id, version, startsAt, endsAt, summary: '学习' };
      await expect(
        meetings.send('recordActivity', { ...record, entitledCount: 5, presentCount: 5 }),
      ).rejects.toMatchObject({ reason: 'COUNTS_BY_NAME', messages: { zh: expect.stringContaining('实到 2') } });
      await meetings.send('recordActivity', record);
      const answer = 'entitledCount presentCount leaveCount quorum { met }';
      const told = { entitledCount: 5, presentCount: 2, leaveCount: 1, quorum: { met: false } };
      expect(await meetings.read(id, answer)).toEqual(told);
      await meetings.mark(meeting, [people[3]!], 'LATE');
      expect(await meetings.read(id, answer)).toEqual({ ...told, presentCount: 3, quorum: { met: true } });
      await meetings.mark(meeting, [people[4]!], 'MADE_UP');
      expect(await meetings.read(id, answer)).toMatchObject({ presentCount: 3 });
    });
  });

  describe('is the business of', () => {
    it('whoever keeps it there; who sees the activity alone is told so, others know of nothing', async () => {
      const meeting = await meetings.now(branch);
      const secretary = await world.account('SECRETARY', branch);
      expect(await meetings.mark(meeting, [people[0]!], 'PRESENT', secretary)).toMatchObject({
        present: 1,
        viewerCanRecord: true,
      });
      expect(await states(meeting, secretary)).toHaveLength(5);
      const member = await world.account('MEMBER', branch);
      for (const attempt of [
        meetings.start(meeting, member),
        meetings.summary(meeting, member),
        states(meeting, member),
      ])
        await expect(attempt).rejects.toMatchObject({ code: 'FORBIDDEN' });
      const officer = await world.account('DISCIPLINE_OFFICER', branch);
      expect(await meetings.summary(meeting, officer)).toMatchObject({ viewerCanRecord: false });
      await expect(meetings.start(meeting, officer)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      const elsewhere = await world.account('SECRETARY', await world.branch('别的支部'));
      for (const attempt of [meetings.start(meeting, elsewhere), meetings.summary(meeting, elsewhere)])
        await expect(attempt).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect(await states(meeting, elsewhere)).toEqual([]);
    });

    it('nobody across a GUIDES edge, even where activities are published', async () => {
      const unit = await world.organization('会员单位党委', { type: 'COMMITTEE', relation: 'GUIDES' });
      const below = await world.branch('单位支部', { under: unit });
      await meetings.members(below, 1);
      const meeting = await meetings.now(below);
      await meetings.start(meeting);
      const own = await world.account('SECRETARY', unit);
      await world.as(own).mutate(`mutation ($input: PublishInput!) { publish(input: $input) { __typename } }`, {
        input: { organizationId: unit.id, subject: 'ACTIVITY', basis: '公开决定' },
      });
      const guide = await world.account('SECRETARY', world.root);
      expect(await meetings.read(meeting.id, 'id', guide)).toEqual({ id: meeting.id });
      expect(await states(meeting, guide)).toEqual([]);
      await expect(meetings.summary(meeting, guide)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      expect(await states(meeting, own)).toHaveLength(1);
    });
  });
});
