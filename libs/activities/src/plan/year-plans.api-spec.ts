import { freshWorlds, type World } from '@dangwu/testing';
import { Activities } from '../trial/activities';
import { Plans, type Item } from '../trial/plans';

// it is the end of November: next year is planned
describe("a year's plan", () => {
  let world: World;
  let plans: Plans;
  let activities: Activities;
  let general: { id: string };
  let first: { id: string };
  let second: { id: string };
  const fresh = freshWorlds({ now: '2026-11-26T04:00:00Z' });
  beforeEach(async () => {
    world = await fresh();
    await world.work();
    plans = new Plans(world);
    activities = new Activities(world);
    general = await world.organization('机关党总支', { type: 'GENERAL_BRANCH', tier: 'ENTERPRISE' });
    first = await world.organization('第一支部', { under: general, tier: 'ENTERPRISE' });
    second = await world.organization('第二支部', { under: general, tier: 'ENTERPRISE' });
    await plans.derive(general);
  });
  afterEach(() => world.close());

  const at = (on: string, time = '14:00') => `${on}T${time}:00+08:00`;
  const states = async (organization: { id: string }): Promise<string[]> => {
    const { obligations } = await world
      .as(world.staff)
      .query<{ obligations: { nodes: { state: string }[] } }>(
        `query ($id: ID!) { obligations(first: 100, filter: { organizationId: $id, endsFrom: "2027-01-01", endsTo: "2027-12-31" }) { nodes { state } } }`,
        { id: organization.id },
      );
    return [...new Set(obligations.nodes.map(({ state }) => state))];
  };

  it('proposes what the rules ask for, is adjusted and published: all that was asked for is planned', async () => {
    const plan = await plans.draft(general, 2027);
    expect(plan.job).toMatchObject({ state: 'DONE' });
    const items = await plans.items(plan.id);
    // 4 assemblies, 12 theme days, 4 lectures, 2 warnings, a life meeting, an evaluation; the general branch 4 and 2
    expect(items.filter(({ organization }) => organization.id === first.id)).toHaveLength(24);
    expect(items).toHaveLength(2 * 24 + 6);
    for (const { heldOn, periodFrom, periodTo, state } of items) {
      expect(state).toBe('PLACED');
      expect(heldOn! >= periodFrom && heldOn! <= periodTo).toBe(true);
    }
    expect(await states(first)).toEqual(['UNPLANNED']);

    const [moved, out] = items.filter(({ activityType }) => activityType.key === 'THEME_DAY');
    const day = `${moved!.periodFrom.slice(0, 8)}16`;
    const after = await plans.decide('movePlanItem', moved!, { startsAt: at(day, '09:00') });
    expect(after).toMatchObject({ heldOn: day, byHand: true, endsAt: expect.stringContaining('T03:00') });
    expect(await plans.decide('leaveOutPlanItem', out!, { reason: '全员驻外' })).toMatchObject({ state: 'LEFT_OUT' });

    const { version } = await plans.read(plan.id);
    const published = await plans.done('publishYearPlan', { id: plan.id, version });
    expect(published.job).toMatchObject({ state: 'DONE', message: { zh: '已发布 53 场活动' } });
    const done = await plans.items(plan.id, { states: ['PUBLISHED'] });
    expect(done).toHaveLength(53);
    expect(new Set(done.map(({ activity }) => activity!.state))).toEqual(new Set(['SCHEDULED']));
    expect(await activities.read(done[0]!.activity!.id, 'heldOn title steps { kind actorName }')).toMatchObject({
      heldOn: done[0]!.heldOn,
      steps: [{ kind: 'SCHEDULED' }],
    });
    const [one, other] = [await states(first), await states(second)];
    expect([...one, ...other].filter((state) => state !== 'PLANNED')).toEqual(['UNPLANNED']);
    await expect(plans.send('publishYearPlan', { id: plan.id, version: published.version })).rejects.toMatchObject({
      reason: 'PLAN_NOTHING',
    });
    await expect(plans.decide('movePlanItem', done[0]!, { startsAt: at(day) })).rejects.toMatchObject({
      reason: 'PLAN_ITEM_PUBLISHED',
    });
  });

  it('is made anew after a change: what people decided stays, and what would change is told before', async () => {
    const plan = await plans.draft(general, 2027);
    const items = await plans.items(plan.id);
    const themeDays = items.filter(({ activityType }) => activityType.key === 'THEME_DAY');
    const [moved, out] = themeDays;
    const day = `${moved!.periodFrom.slice(0, 8)}17`;
    await plans.decide('movePlanItem', moved!, { startsAt: at(day) });
    await plans.decide('leaveOutPlanItem', out!, { reason: '全员驻外' });
    const foresee = async (): Promise<Record<string, number>> => {
      const { yearPlanChanges } = await world
        .as(world.staff)
        .query<{ yearPlanChanges: Record<string, number> }>(
          `query ($id: ID!) { yearPlanChanges(id: $id) { added moved removed } }`,
          { id: plan.id },
        );
      return yearPlanChanges;
    };
    expect(await foresee()).toEqual({ added: 0, moved: 0, removed: 0 });

    const third = await world.organization('第三支部', { under: general, tier: 'ENTERPRISE' });
    await plans.derive(third);
    // what lies on a day that a notice makes one off
    const off = themeDays.find(({ heldOn, id }) => heldOn!.slice(5, 7) === '03' && id !== moved!.id)!;
    const { holidayYears } = await world.as(world.staff).query<{
      holidayYears: { year: number; version: number; days: { date: string; kind: string; name: { zh: string } }[] }[];
    }>(`{ holidayYears { year version days { date kind name { zh } } } }`);
    const year = holidayYears.find((one) => one.year === 2027)!;
    await world.write((tx) =>
      tx.query(
        `insert into holiday_day (id, association_id, year_id, date, kind, name_zh, name_en)
         select gen_random_uuid(), association_id, id, $1, 'OFF', '停电检修', 'No power' from holiday_year where year = $2`,
        [off.heldOn, year.year],
      ),
    );
    const changes = await foresee();
    expect(changes).toMatchObject({ added: 24, removed: 0 });
    expect(changes['moved']).toBeGreaterThan(0);

    const { version } = await plans.read(plan.id);
    await plans.done('replanYearPlan', { id: plan.id, version });
    expect(await foresee()).toEqual({ added: 0, moved: 0, removed: 0 });
    const anew = await plans.items(plan.id);
    const of = ({ id }: Item) => anew.find((item) => item.id === id)!;
    expect(of(moved!)).toMatchObject({ heldOn: day, byHand: true });
    expect(of(out!)).toMatchObject({ state: 'LEFT_OUT', leftOutReason: '全员驻外' });
    expect(of(off).heldOn).not.toBe(off.heldOn);
    expect(anew.filter(({ organization }) => organization.id === third.id)).toHaveLength(24);
  });

  it('publishes nothing while a venue is taken, and says where', async () => {
    const venue = await activities.venue('三楼会议室');
    const typeId = await activities.typeId('BRANCH_ASSEMBLY');
    const settings = {
      opensAt: '09:00',
      closesAt: '17:00',
      types: [{ activityTypeId: typeId, weekday: 2, from: '10:00', minutes: 60, venueId: venue.id }],
    };
    const plan = await plans.draft(first, 2027, { settings });
    const assemblies = (await plans.items(plan.id)).filter(
      ({ activityType }) => activityType.key === 'BRANCH_ASSEMBLY',
    );
    expect(assemblies.map(({ startsAt }) => startsAt!.slice(11, 16))).toEqual(['02:00', '02:00', '02:00', '02:00']);
    // somebody else is quicker
    const taken = assemblies[1]!;
    const times = { startsAt: taken.startsAt, endsAt: taken.endsAt, venueId: venue.id };
    await activities.plan(second, '', times);
    const failed = await plans.done('publishYearPlan', { id: plan.id, version: plan.version });
    expect(failed.job).toMatchObject({ state: 'FAILED', message: { zh: expect.stringContaining('有 1 项不能发布') } });
    const [faulty] = await plans.items(plan.id, { faulty: true });
    expect(faulty).toMatchObject({ id: taken.id, fault: { zh: '“三楼会议室”在这段时间已被占用' } });
    expect(await plans.items(plan.id, { states: ['PUBLISHED'] })).toEqual([]);
    // planned anew it finds another time, and then all are published
    const { version } = await plans.read(plan.id);
    await plans.done('replanYearPlan', { id: plan.id, version });
    const again = await plans.read(plan.id);
    const done = await plans.done('publishYearPlan', { id: plan.id, version: again.version });
    expect(done.job).toMatchObject({ state: 'DONE', message: { zh: '已发布 24 场活动' } });
  });

  it('of two that book a venue at the same moment one wins, and the other writes nothing', async () => {
    const venue = await activities.venue('三楼会议室');
    const types = [
      { activityTypeId: await activities.typeId('PARTY_LECTURE'), from: '15:00', minutes: 60, venueId: venue.id },
    ];
    const settings = { opensAt: '09:00', closesAt: '17:00', types };
    const mine = await plans.draft(first, 2027, { settings });
    const [lecture] = (await plans.items(mine.id)).filter(({ activityType }) => activityType.key === 'PARTY_LECTURE');
    const other = await plans.draft(second, 2027, { settings });
    const [theirs] = (await plans.items(other.id)).filter(({ activityType }) => activityType.key === 'PARTY_LECTURE');
    await plans.decide('movePlanItem', theirs!, { startsAt: lecture!.startsAt });
    const ends = await Promise.all([
      plans.done('publishYearPlan', { id: mine.id, version: mine.version }),
      plans.done('publishYearPlan', { id: other.id, version: other.version }),
    ]);
    expect(ends.map(({ job }) => job!.state).sort()).toEqual(['DONE', 'FAILED']);
    const published = await Promise.all(
      [mine, other].map(async ({ id }) => (await plans.items(id, { states: ['PUBLISHED'] })).length),
    );
    expect(published.map((count) => count > 0).sort()).toEqual([false, true]);
  });

  it('refuses what cannot be', async () => {
    const plan = await plans.draft(first, 2027);
    await expect(plans.draft(first, 2027)).rejects.toMatchObject({ reason: 'PLAN_EXISTS' });
    await expect(plans.draft(second, 2029)).rejects.toMatchObject({ reason: 'PLAN_YEAR' });
    const settings = { opensAt: '17:00', closesAt: '09:00', types: [] };
    await expect(plans.draft(second, 2027, { settings })).rejects.toMatchObject({ reason: 'PLAN_HOURS' });
    const [item] = await plans.items(plan.id);
    await expect(plans.decide('movePlanItem', item!, { startsAt: at('2028-01-05') })).rejects.toMatchObject({
      reason: 'PLAN_ITEM_PERIOD',
    });
    await expect(plans.decide('takeInPlanItem', item!)).rejects.toMatchObject({ reason: 'PLAN_ITEM_NOT_LEFT_OUT' });
    await expect(
      plans.decide('movePlanItem', { ...item!, version: 99 }, { startsAt: at(item!.heldOn!) }),
    ).rejects.toMatchObject({ reason: 'STALE_VERSION' });
    const out = await plans.decide('leaveOutPlanItem', item!, { reason: '停工' });
    await expect(plans.decide('movePlanItem', out, { startsAt: at(item!.heldOn!) })).rejects.toMatchObject({
      reason: 'PLAN_ITEM_LEFT_OUT',
    });
    expect(await plans.decide('takeInPlanItem', out)).toMatchObject({ state: 'PLACED', heldOn: item!.heldOn });
    expect(await plans.send('discardYearPlan', { id: plan.id, version: plan.version }, undefined, '')).toBe(true);
    expect((await plans.draft(first, 2027)).job!.state).toBe('DONE');
  });

  it('is the business of whoever keeps the activities there', async () => {
    const plan = await plans.draft(general, 2027);
    const own = await world.account('SECRETARY', first);
    // the items of the own organization, in the plan of the one above; the plan itself is not its business
    const items = await plans.items(plan.id, {}, own);
    expect(new Set(items.map(({ organization }) => organization.id))).toEqual(new Set([first.id]));
    expect(await plans.read(plan.id, own)).toBeNull();
    const step = { id: plan.id, version: plan.version };
    await expect(plans.send('publishYearPlan', step, own)).rejects.toMatchObject({ reason: 'UNKNOWN_ID' });
    await expect(plans.send('draftYearPlan', { organizationId: second.id, year: 2027 }, own)).rejects.toMatchObject({
      reason: 'PERMISSION_MISSING',
    });
    expect((await plans.draft(first, 2027, {}, own)).job!.state).toBe('DONE');
    const member = await world.account('MEMBER', first);
    await expect(plans.items(plan.id, {}, member)).rejects.toMatchObject({ reason: 'PERMISSION_MISSING' });
    const stranger = await world.account('SECRETARY', await world.organization('会员支部', { relation: 'GUIDES' }));
    expect(await plans.items(plan.id, {}, stranger)).toEqual([]);
    await expect(plans.decide('leaveOutPlanItem', items[0]!, { reason: '无' }, stranger)).rejects.toMatchObject({
      reason: 'UNKNOWN_ID',
    });
  });
});
