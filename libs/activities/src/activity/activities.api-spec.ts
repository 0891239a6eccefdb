import { createWorld, type World } from '@dangwu/testing';
import { localId } from '@dangwu/platform/ids';
import { Activities, type Activity } from '../trial/activities';
import { HoldPastActivities } from './hold-past-activities.job';

// the world's clock stands at 2026-09-18 10:20 in Shanghai
describe('activities', () => {
  let world: World;
  let activities: Activities;
  let branch: { id: string };
  beforeAll(async () => {
    world = await createWorld();
    activities = new Activities(world);
    branch = await world.branch('第一党支部');
  });
  afterAll(() => world.close());

  const step = ({ id, version }: { id: string; version: number }) => ({ id, version });
  const send: Activities['send'] = (...given) => activities.send(...given);

  describe('are planned', () => {
    it('as a draft, then scheduled; or scheduled at once', async () => {
      const draft = await activities.plan(branch, '2026-09-25', { draft: true });
      expect(draft).toMatchObject({ state: 'DRAFT', heldOn: '2026-09-25', countsOn: '2026-09-25' });
      expect((await send('scheduleActivity', step(draft))).state).toBe('SCHEDULED');
      expect((await activities.plan(branch, '2026-09-26')).state).toBe('SCHEDULED');
    });

    it('with everything that is known of them, and read back so', async () => {
      const [venue, line, topic, form] = [
        await activities.venue('三楼会议室'),
        await activities.termId('LINE', 'MEMBER_SERVICE'),
        await activities.termId('TOPIC', 'THREE_HISTORIES'),
        await activities.termId('FORM', 'VISIT'),
      ];
      const agenda = [{ title: '学习', minutes: 30, owner: '王敏' }, { title: '讨论' }];
      const { id } = await activities.plan(branch, '2026-09-27', {
        venueId: venue.id,
        place: ' 东侧 ',
        link: 'https://meet.example.cn/1',
        lineId: line,
        topicIds: [topic],
        formId: form,
        agenda,
      });
      const answer = `organization { name } type { key kind } venue { name } place link line { key } topics { key }
        form { key } agenda { title minutes owner } viewerCan { maintain } quorum { met rule { key } } steps { kind actorName }`;
      expect(await activities.read(id, answer)).toEqual({
        organization: { name: '第一党支部' },
        type: { key: 'THEME_DAY', kind: 'ORGANIZATION_LIFE' },
        venue: { name: '三楼会议室' },
        place: '东侧',
        link: 'https://meet.example.cn/1',
        line: { key: 'MEMBER_SERVICE' },
        topics: [{ key: 'THREE_HISTORIES' }],
        form: { key: 'VISIT' },
        agenda: [
          { title: '学习', minutes: 30, owner: '王敏' },
          { title: '讨论', minutes: null, owner: null },
        ],
        viewerCan: { maintain: true },
        quorum: { met: null, rule: null },
        steps: [{ kind: 'SCHEDULED', actorName: expect.any(String) }],
      });
    });

    it('on the day of the association, in whatever zone the time was written', async () => {
      const late = await activities.plan(branch, '', {
        startsAt: '2026-09-30T23:30:00Z',
        endsAt: '2026-10-01T01:00:00+00:00',
      });
      expect(late.heldOn).toBe('2026-10-01');
      const early = { startsAt: '2026-10-01T00:30:00+09:00', endsAt: '2026-10-01T02:00:00+09:00' };
      expect((await activities.plan(branch, '', early)).heldOn).toBe('2026-09-30');
    });

    it('afterwards: what is over awaits its record', async () => {
      expect((await activities.plan(branch, '2026-09-17')).state).toBe('HELD');
    });

    it.each([
      ['an end before the start', { endsAt: '2026-09-25T08:00:00+08:00' }, 'ACTIVITY_TIMES_ORDER'],
      ['an end at the same moment, in another zone', { endsAt: '2026-09-25T01:00:00Z' }, 'ACTIVITY_TIMES_ORDER'],
      ['more than a month', { endsAt: '2026-11-25T08:00:00+08:00' }, 'ACTIVITY_TOO_LONG'],
      [
        'a year that is wrong',
        { startsAt: '2062-09-25T08:00:00+08:00', endsAt: '2062-09-25T09:00:00+08:00' },
        'ACTIVITY_DAY',
      ],
      [
        'a year of which the day is the next century’s',
        { startsAt: '9999-12-31T20:00:00Z', endsAt: '9999-12-31T21:00:00Z' },
        'ACTIVITY_DAY',
      ],
      ['an organization that nobody knows', { organizationId: 'PartyOrganization_0' }, 'MALFORMED_ID'],
      ['a type that nobody knows', { activityTypeId: 'ActivityType_01900000000070008000000000000000' }, 'UNKNOWN_ID'],
      ['a link that is none', { link: 'javascript:alert(1)' }, 'INVALID_FIELDS'],
      ['no title', { title: '  ' }, 'INVALID_FIELDS'],
    ])('but not with %s', async (_, more, reason) => {
      await expect(activities.plan(branch, '2026-09-25', more)).rejects.toMatchObject({ reason });
    });

    it('but not a type that such an organization does not hold, which says who does', async () => {
      const more = { activityTypeId: await activities.typeId('COMMITTEE_MEETING') };
      await expect(activities.plan(branch, '2026-09-25', more)).rejects.toMatchObject({
        reason: 'ACTIVITY_TYPE_NOT_HERE',
        messages: { zh: expect.stringContaining('召开它的是：功能型党委、党委、党总支') },
      });
      const group = await world.organization('机关党委', { type: 'COMMITTEE' });
      expect((await activities.plan(group, '2026-09-25', more)).state).toBe('SCHEDULED');
    });

    it('but not on days when the organization was not there', async () => {
      const gone = await world.branch('将撤支部');
      const { partyOrganization } = await world
        .as(world.staff)
        .query<{ partyOrganization: { version: number } }>(
          `query ($id: ID!) { partyOrganization(id: $id) { version } }`,
          { id: gone.id },
        );
      const dissolve = { id: gone.id, ...partyOrganization, effectiveOn: '2026-09-10', basis: '测试' };
      const waiting = await activities.plan(gone, '2026-09-12');
      await expect(send('dissolveOrganization', dissolve, world.staff, 'id')).rejects.toMatchObject({
        reason: 'ORGANIZATION_HAS_ACTIVITIES',
      });
      await send('cancelActivity', { ...step(waiting), reason: '机构调整' });
      await send('dissolveOrganization', dissolve, world.staff, 'id');
      await expect(activities.plan(gone, '2026-09-10')).rejects.toMatchObject({ reason: 'ACTIVITY_ORGANIZATION_GONE' });
      expect((await activities.plan(gone, '2026-09-09')).state).toBe('HELD');
      await expect(activities.plan(branch, '2019-12-31')).rejects.toMatchObject({ reason: 'ACTIVITY_BEFORE_FOUNDING' });
    });

    it('once under a key or an external id', async () => {
      const more = { idempotencyKey: 'key-1' };
      const first = await activities.plan(branch, '2026-10-10', more);
      expect(await activities.plan(branch, '2026-10-10', more)).toEqual(first);
      await expect(activities.plan(branch, '2026-10-11', more)).rejects.toMatchObject({
        reason: 'IDEMPOTENCY_KEY_REUSED',
      });
      const outside = { externalId: 'oa-7', agenda: [{ title: '学习', minutes: 5, owner: '李' }] };
      const entered = await activities.plan(branch, '2026-10-12', outside);
      expect(await activities.plan(branch, '2026-10-12', outside)).toEqual(entered);
      await expect(activities.plan(branch, '2026-10-12', { ...outside, title: '别的' })).rejects.toMatchObject({
        reason: 'ACTIVITY_EXTERNAL_ID_TAKEN',
        params: { fields: ['title'] },
      });
    });
  });

  describe('are seen and changed', () => {
    it('by those who may', async () => {
      const activity = await activities.plan(branch, '2026-11-01');
      const [secretary, member, stranger] = [
        await world.account('SECRETARY', branch),
        await world.account('MEMBER', branch),
        await world.account('SECRETARY', await world.branch('别的支部')),
      ];
      const change = { ...step(activity), title: '改过的主题党日' };
      const seen = await activities.read<{ viewerCan: object }>(activity.id, 'viewerCan { maintain }', member);
      expect(seen.viewerCan).toEqual({ maintain: false });
      await expect(send('changeActivity', change, member)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(send('changeActivity', change, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect(await activities.read(activity.id, 'id', stranger)).toBeNull();
      const changed = await send('changeActivity', change, secretary);
      expect(changed.version).toBe(activity.version + 1);
      await expect(send('changeActivity', change, secretary)).rejects.toMatchObject({ reason: 'STALE_VERSION' });
    });

    it('found by what they are', async () => {
      const here = await world.organization('找活动的党委', { type: 'COMMITTEE' });
      const below = await world.branch('找活动的支部', { under: here });
      const lecture = { activityTypeId: await activities.typeId('PARTY_LECTURE'), title: '书记讲党课' };
      await activities.plan(here, '2026-10-20', lecture);
      await activities.plan(below, '2026-10-21', { title: '参观展室', place: '西单', draft: true });
      await activities.plan(below, '2026-09-01', { title: '旧事' });
      const titles = async (filter: string, order = 'SOONEST'): Promise<string[]> => {
        const data = await world.as(world.staff).query<{ activities: { nodes: { title: string }[] } }>(
          `query ($within: ID) {
             activities(first: 9, within: $within, order: ${order}, filter: { ${filter} }) { nodes { title } } }`,
          { within: here.id },
        );
        return data.activities.nodes.map(({ title }) => title);
      };
      expect(await titles('')).toEqual(['旧事', '书记讲党课', '参观展室']);
      expect(await titles('', 'LATEST')).toEqual(['参观展室', '书记讲党课', '旧事']);
      expect(await titles('search: "西单"')).toEqual(['参观展室']);
      expect(await titles('kinds: [STUDY]')).toEqual(['书记讲党课']);
      expect(await titles('types: ["THEME_DAY"], states: [HELD]')).toEqual(['旧事']);
      expect(await titles('from: "2026-10-20", to: "2026-10-21"')).toEqual(['书记讲党课']);
      expect(await titles(`organizationId: "${here.id}"`)).toEqual(['书记讲党课']);
      const { partyOrganization } = await world.as(world.staff).query<{
        partyOrganization: object;
      }>(`query ($id: ID!) { partyOrganization(id: $id) { activities(first: 1) { totalCount nodes { title } } } }`, { id: below.id });
      expect(partyOrganization).toEqual({ activities: { totalCount: 2, nodes: [{ title: '参观展室' }] } });
    });

    it('but a draft is deleted, and gone', async () => {
      const draft = await activities.plan(branch, '2026-11-02', { draft: true });
      const remove = (of: Activity) =>
        world
          .as(world.staff)
          .mutate(`mutation ($input: DeleteDraftActivityInput!) { deleteDraftActivity(input: $input) }`, {
            input: step(of),
          });
      const scheduled = await activities.plan(branch, '2026-11-03');
      await expect(remove(scheduled)).rejects.toMatchObject({
        reason: 'ACTIVITY_STATE',
        messages: { zh: expect.stringContaining('现在是“已安排”，不能删除') },
      });
      expect(await remove(draft)).toEqual({ deleteDraftActivity: true });
      expect(await activities.read(draft.id, 'id')).toBeNull();
    });
  });

  describe('are held and recorded', () => {
    it('held when their end has passed, by the clock', async () => {
      const soon = { startsAt: '2026-09-18T10:00:00+08:00', endsAt: '2026-09-18T10:30:00+08:00' };
      const activity = await activities.plan(branch, '', soon);
      const job = world.app.get(HoldPastActivities, { strict: false });
      await job.run();
      expect(await activities.read(activity.id, 'state')).toEqual({ state: 'SCHEDULED' });
      world.clock.advance(10 * 60_000);
      try {
        await job.run();
        const held = await activities.read(activity.id, 'state version steps { kind actorName }');
        expect(held).toEqual({
          state: 'HELD',
          version: activity.version + 1,
          steps: [
            { kind: 'HELD', actorName: null },
            { kind: 'SCHEDULED', actorName: expect.any(String) },
          ],
        });
        const events = await world.write((tx) =>
          tx.query<{ account_id: null }[]>(
            `select account_id, before, after from audit_event where action = 'activity.hold' and subject_id = $1`,
            [localId('Activity', activity.id)],
          ),
        );
        expect(events).toEqual([{ account_id: null, before: { state: 'SCHEDULED' }, after: { state: 'HELD' } }]);
      } finally {
        world.clock.advance(-10 * 60_000);
      }
    });

    it('recorded with what really was, corrected with a reason, and then not changed any more', async () => {
      const activity = await activities.plan(branch, '2026-09-16');
      const recorded = await activities.record(activity, { endsAt: '2026-09-16T10:40:00+08:00' });
      expect(recorded).toMatchObject({ state: 'RECORDED', endsAt: '2026-09-16T02:40:00.000Z' });
      await expect(send('changeActivity', { ...step(recorded), title: '别的' })).rejects.toMatchObject({
        reason: 'ACTIVITY_STATE',
      });
      const { startsAt, endsAt } = recorded;
      const right = { startsAt, endsAt, entitledCount: 10, presentCount: 10, summary: '改正。' };
      const corrected = await send('correctActivityRecord', { ...step(recorded), ...right, reason: '漏记一人' });
      expect(corrected.version).toBe(recorded.version + 1);
      const events = await world.write((tx) =>
        tx.query(
          `select before ->> 'presentCount' as before, after ->> 'presentCount' as after, reason
           from audit_event where action = 'activity.correct' and subject_id = $1`,
          [localId('Activity', activity.id)],
        ),
      );
      expect(events).toEqual([{ before: '9', after: '10', reason: '漏记一人' }]);
      expect(await activities.read(activity.id, 'presentCount remoteCount recordedBy steps { kind }')).toMatchObject({
        presentCount: 10,
        remoteCount: 0,
        recordedBy: expect.stringContaining('测试'),
        steps: [{ kind: 'CORRECTED' }, { kind: 'RECORDED' }, { kind: 'SCHEDULED' }],
      });
    });

    it.each([
      ['more present than entitled', { presentCount: 11 }, 'ACTIVITY_COUNT_PRESENT'],
      ['more remote than present', { remoteCount: 10 }, 'ACTIVITY_COUNT_REMOTE'],
      ['more on leave than are left', { leaveCount: 2 }, 'ACTIVITY_COUNT_LEAVE'],
      ['an end that lies ahead', { endsAt: '2026-09-18T10:21:00+08:00' }, 'ACTIVITY_NOT_OVER'],
      ['a negative count', { presentCount: -1 }, 'INVALID_FIELDS'],
    ])('but not with %s', async (_, more, reason) => {
      const activity = await activities.plan(branch, '2026-09-15');
      await expect(activities.record(activity, more)).rejects.toMatchObject({ reason });
    });

    it('with too few present: told by the rule, not refused', async () => {
      const assembly = { activityTypeId: await activities.typeId('BRANCH_ASSEMBLY'), title: '支部党员大会' };
      const answer = 'quorum { met present base rule { key } warning { zh en } }';
      const half = await activities.record(await activities.plan(branch, '2026-09-14', assembly), {
        entitledCount: 10,
        presentCount: 5,
      });
      expect(await activities.read(half.id, answer)).toEqual({
        quorum: { met: true, present: 5, base: 10, rule: { key: 'assembly.quorum' }, warning: null },
      });
      const few = await activities.record(await activities.plan(branch, '2026-09-13', assembly), {
        entitledCount: 11,
        presentCount: 5,
      });
      const { quorum } = await activities.read<{ quorum: { met: boolean; warning: { zh: string } } }>(few.id, answer);
      expect(quorum.met).toBe(false);
      expect(quorum.warning.zh).toMatch(/^应到 11 人，实到 5 人，没有达到“支部党员大会到会要求”（>= 1\/2，.*第十一条/);
    });
  });
});
