import { freshWorlds, type Actor, type World } from '@dangwu/testing';
import { Activities } from '../trial/activities';

interface Told {
  readonly activityId: string;
  readonly version: number;
  readonly title: string;
  readonly organizationName: string;
  readonly heldOn: string;
  readonly proposedOn: string;
  readonly proposedStartsAt: string;
  readonly proposedEndsAt: string;
  readonly venueTaken: boolean;
  readonly holiday: { readonly zh: string } | null;
}

// 2027 has no notice yet: 1 to 3 October are off by law, and what else is off is said by the notice
describe('activities on days that a later notice took', () => {
  let world: World;
  let activities: Activities;
  let branch: { id: string };
  const fresh = freshWorlds();
  beforeEach(async () => {
    world = await fresh();
    activities = new Activities(world);
    branch = await world.branch('第一支部');
  });
  afterEach(() => world.close());

  const law = async () => {
    const { holidayYears } = await world.as(world.staff).query<{
      holidayYears: { year: number; version: number; days: { date: string; kind: string; name: { zh: string } }[] }[];
    }>('{ holidayYears { year version days { date kind name { zh } } } }');
    return holidayYears.find(({ year }) => year === 2027)!;
  };
  /** What a notice says beyond the law. */
  const notice = async (...more: (readonly [date: string, kind: 'OFF' | 'WORK'])[]) => {
    const { version, days } = await law();
    const kept = days.filter(({ date }) => !more.some(([day]) => day === date));
    const input = {
      year: 2027,
      version,
      status: 'PROVISIONAL',
      basis: '国办发明电〔2026〕9号',
      days: [
        ...kept.map(({ date, kind, name }) => ({ date, kind, name: name.zh })),
        ...more.map(([date, kind]) => ({ date, kind, name: '国庆节' })),
      ],
    };
    await world
      .as(world.staff)
      .mutate(`mutation ($input: SetHolidayYearInput!) { setHolidayYear(input: $input) { id } }`, { input });
  };
  const told = async (actor: Actor = world.staff, more: object = {}): Promise<Told[]> => {
    const { dayOffActivities } = await world.as(actor).query<{ dayOffActivities: Told[] }>(
      `query ($within: ID, $year: Int) { dayOffActivities(within: $within, year: $year) { activityId version title
        organizationName heldOn proposedOn proposedStartsAt proposedEndsAt holiday { zh } venueTaken } }`,
      more,
    );
    return dayOffActivities;
  };

  it('are told with the next working day at the same time, and are gone once people move them', async () => {
    const { id } = await activities.plan(branch, '2027-10-06');
    const before = await activities.read<{ startsAt: string }>(id, 'startsAt endsAt');
    expect(await told()).toEqual([]);
    await notice(['2027-10-06', 'OFF'], ['2027-10-07', 'OFF']);
    const [one, ...others] = await told();
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      activityId: id,
      organizationName: '第一支部',
      heldOn: '2027-10-06',
      proposedOn: '2027-10-08',
      holiday: { zh: '国庆节' },
    });
    expect(one!.proposedStartsAt.slice(10)).toBe(before.startsAt.slice(10));
    // nobody moved it
    expect(await activities.read(id, 'heldOn')).toEqual({ heldOn: '2027-10-06' });
    await activities.send('changeActivity', {
      id,
      version: one!.version,
      startsAt: one!.proposedStartsAt,
      endsAt: one!.proposedEndsAt,
      reason: '遇国庆节调休',
    });
    expect(await activities.read(id, 'heldOn steps { kind reason }')).toMatchObject({
      heldOn: '2027-10-08',
      steps: [{ kind: 'CHANGED', reason: '遇国庆节调休' }, { kind: 'SCHEDULED' }],
    });
    expect(await told()).toEqual([]);
  });

  it('stay in their month, as their obligation does', async () => {
    await activities.plan(branch, '2027-12-31');
    await notice(['2027-12-31', 'OFF']);
    expect(await told()).toMatchObject([{ heldOn: '2027-12-31', proposedOn: '2027-12-30' }]);
  });

  it('not what was planned for a day off on purpose: by law, or after the notice', async () => {
    await activities.plan(branch, '2027-10-01');
    await notice(['2027-10-06', 'OFF']);
    await activities.plan(branch, '2027-10-06');
    expect(await told()).toEqual([]);
  });

  it('also on a weekend that is not worked after all', async () => {
    await notice(['2027-10-09', 'WORK']);
    await activities.plan(branch, '2027-10-09');
    // an ordinary Saturday was one when it was planned for
    await activities.plan(branch, '2027-10-16');
    expect(await told()).toEqual([]);
    const { days } = await law();
    expect(days.map(({ date }) => date)).toContain('2027-10-09');
    await world.write((tx) => tx.query(`update holiday_day set deleted_at = now() where date = '2027-10-09'`));
    expect(await told()).toMatchObject([{ heldOn: '2027-10-09', proposedOn: '2027-10-11', holiday: null }]);
  });

  it('are told to whoever keeps them, by place and year', async () => {
    await activities.plan(branch, '2027-10-06');
    await notice(['2027-10-06', 'OFF']);
    const other = await world.branch('别的支部');
    expect(await told(await world.account('SECRETARY', branch))).toHaveLength(1);
    expect(await told(await world.account('SECRETARY', other))).toEqual([]);
    await expect(told(await world.account('MEMBER', branch))).rejects.toMatchObject({ reason: 'PERMISSION_MISSING' });
    expect(await told(world.staff, { within: other.id })).toEqual([]);
    expect(await told(world.staff, { within: branch.id, year: 2027 })).toHaveLength(1);
    expect(await told(world.staff, { year: 2026 })).toEqual([]);
  });

  const step = ({ activityId, version }: Told) => ({ activityId, version });
  const moveAll = async (rows: readonly Told[], actor: Actor = world.staff): Promise<number> => {
    const { moveOffDays } = await world
      .as(actor)
      .mutate<{ moveOffDays: number }>(`mutation ($input: MoveOffDaysInput!) { moveOffDays(input: $input) }`, {
        input: { activities: rows.map(step) },
      });
    return moveOffDays;
  };
  const events = () =>
    world.write((tx) =>
      tx.query<{ action: string; before: { heldOn: string }; after: { heldOn: string; activities: number } }[]>(
        `select action, before, after from audit_event where operation = 'moveOffDays' order by id`,
      ),
    );

  it('are moved together as one change, with one event that has them all', async () => {
    const first = await activities.plan(branch, '2027-10-06');
    const second = await activities.plan(await world.branch('第二支部'), '2027-10-07');
    await notice(['2027-10-06', 'OFF'], ['2027-10-07', 'OFF']);
    expect(await moveAll(await told())).toBe(2);
    expect(await told()).toEqual([]);
    for (const { id } of [first, second])
      expect(await activities.read(id, 'version heldOn steps { kind reason }')).toMatchObject({
        version: 2,
        heldOn: '2027-10-08',
        steps: [{ kind: 'CHANGED', reason: expect.stringContaining('国庆节放假，改到工作日') }, { kind: 'SCHEDULED' }],
      });
    const left = await events();
    expect(left).toMatchObject([{ action: 'activity.moveOffDays', after: { activities: 2 } }]);
    expect(left[0]!.before.heldOn).toMatch(/第一支部.*2027-10-06；第二支部.*2027-10-07/);
  });

  it('are all moved or none: not where a venue is taken then, which is told before', async () => {
    const { id: venueId } = await activities.venue('党员活动室', branch.id);
    await activities.plan(branch, '2027-10-06', { venueId });
    await activities.plan(await world.branch('第二支部'), '2027-10-08', { venueId });
    const free = await activities.plan(await world.branch('第三支部'), '2027-10-06');
    await notice(['2027-10-06', 'OFF'], ['2027-10-07', 'OFF']);
    const rows = await told();
    expect(rows.map(({ venueTaken }) => venueTaken).sort()).toEqual([false, true]);
    await expect(moveAll(rows)).rejects.toMatchObject({ reason: 'DAY_OFF_VENUE_TAKEN' });
    expect(await activities.read(free.id, 'heldOn')).toEqual({ heldOn: '2027-10-06' });
    expect(await events()).toEqual([]);
    expect(await moveAll(rows.filter(({ venueTaken }) => !venueTaken))).toBe(1);
    expect(await activities.read(free.id, 'heldOn')).toEqual({ heldOn: '2027-10-08' });
  });

  it('are held there all the same with a reason, and are told no more', async () => {
    const { id } = await activities.plan(branch, '2027-10-06');
    await notice(['2027-10-06', 'OFF']);
    const [one] = await told();
    await activities.send('keepOnDayOff', { ...step(one!), reason: '国庆值班党员集中学习' });
    expect(await told()).toEqual([]);
    expect(await activities.read(id, 'heldOn steps { kind reason }')).toMatchObject({
      heldOn: '2027-10-06',
      steps: [{ kind: 'KEPT', reason: '国庆值班党员集中学习' }, { kind: 'SCHEDULED' }],
    });
    await expect(activities.send('keepOnDayOff', { ...step(one!), reason: '再一次' })).rejects.toMatchObject({
      reason: 'DAY_OFF_NOT',
    });
    await expect(moveAll([one!])).rejects.toMatchObject({ reason: 'DAY_OFF_NOT' });
  });

  it('are moved and kept by whoever keeps them, as they were told', async () => {
    await activities.plan(branch, '2027-10-06');
    await notice(['2027-10-06', 'OFF']);
    const rows = await told();
    const elsewhere = await world.account('SECRETARY', await world.branch('别的支部'));
    const keep = { ...step(rows[0]!), reason: '值班' };
    await expect(moveAll(rows, elsewhere)).rejects.toMatchObject({ reason: 'UNKNOWN_ID' });
    await expect(activities.send('keepOnDayOff', keep, elsewhere)).rejects.toMatchObject({ reason: 'UNKNOWN_ID' });
    await expect(moveAll([{ ...rows[0]!, version: 7 }])).rejects.toMatchObject({ reason: 'STALE_VERSION' });
    expect(await moveAll(rows, await world.account('SECRETARY', branch))).toBe(1);
  });
});
