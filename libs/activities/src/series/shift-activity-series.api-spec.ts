import { freshWorlds, type Actor, type World } from '@dangwu/testing';
import { Activities } from '../trial/activities';

interface Occurrence {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly heldOn: string;
  readonly occursOn: string;
  readonly startsAt: string;
  readonly series: { readonly id: string; readonly rule: string };
}

// the world's clock stands at Friday 2026-09-18 10:20 in Shanghai; National Day: 1 to 7 October off, 10 October worked
describe('a series that follows one of its dates', () => {
  let world: World;
  let activities: Activities;
  let branch: { id: string };
  const fresh = freshWorlds();
  beforeEach(async () => {
    world = await fresh();
    activities = new Activities(world);
    branch = await world.branch('秘书处第一支部');
  });
  afterEach(() => world.close());

  const plan = async (recurrence: object = {}): Promise<void> => {
    await activities.send(
      'planActivitySeries',
      {
        organizationId: branch.id,
        activityTypeId: await activities.typeId('OTHER'),
        title: '周五例会',
        recurrence: {
          rule: 'FREQ=WEEKLY;BYDAY=FR;COUNT=6',
          startsOn: '2026-10-16',
          time: '14:30',
          holidayPolicy: 'SKIP',
          ...recurrence,
        },
        minutes: 90,
      },
      undefined,
      'id',
    );
  };
  const all = async (): Promise<Occurrence[]> => {
    const { activities: found } = await world.as(world.staff).query<{ activities: { nodes: Occurrence[] } }>(
      `query ($filter: ActivityFilter) { activities(first: 100, order: SOONEST, filter: $filter) {
        nodes { id version state heldOn occursOn startsAt series { id rule } } } }`,
      { filter: { organizationId: branch.id } },
    );
    return found.nodes;
  };
  const days = async () => (await all()).map(({ heldOn }) => heldOn.slice(5));
  const asked = ({ id, version }: Occurrence, more: object) => ({ activityId: id, version, ...more });
  const move = (one: Occurrence, more: object, actor?: Actor): Promise<{ id: string; rule: string }> =>
    activities.send('moveActivitySeries', asked(one, more), actor, 'id rule');
  const foresee = async (one: Occurrence, more: object, actor: Actor = world.staff) => {
    const { activitySeriesMove } = await world.as(actor).query<{ activitySeriesMove: Record<string, unknown> }>(
      `query ($input: MoveActivitySeriesInput!) { activitySeriesMove(input: $input) {
        words { zh } moved dates { date } kept cancelled added undoable } }`,
      { input: asked(one, more) },
    );
    return activitySeriesMove;
  };

  it('moves this and following by as much, told before, and back again', async () => {
    await plan();
    const before = await all();
    const third = before[2]!;
    const to = { scope: 'FOLLOWING', on: '2026-10-28', time: '09:00' };
    expect(await foresee(third, to)).toEqual({
      words: { zh: expect.stringContaining('周三 09:00') },
      moved: 4,
      dates: ['2026-10-28', '2026-11-04', '2026-11-11', '2026-11-18'].map((date) => ({ date })),
      kept: [],
      cancelled: [],
      added: [],
      undoable: true,
    });
    // nothing was written
    expect(await all()).toEqual(before);
    expect(await move(third, to)).toMatchObject({ rule: 'FREQ=WEEKLY;BYDAY=WE;COUNT=4' });
    expect(await days()).toEqual(['10-16', '10-23', '10-28', '11-04', '11-11', '11-18']);
    const after = await all();
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after[2]).toMatchObject({ occursOn: '2026-10-28', startsAt: expect.stringContaining('T01:00') });
    await move(after[2]!, { scope: 'FOLLOWING', on: third.occursOn, time: '14:30' });
    expect(await days()).toEqual(before.map(({ heldOn }) => heldOn.slice(5)));
  });

  it('moves all that lie ahead; what was changed by hand or cancelled stays, and stands for its date', async () => {
    await plan();
    const [first, second, third] = await all();
    await activities.send('changeActivity', {
      id: second!.id,
      version: second!.version,
      startsAt: '2026-10-22T09:00:00+08:00',
      endsAt: '2026-10-22T10:00:00+08:00',
      reason: '会议室装修',
    });
    await activities.send('cancelActivity', { id: third!.id, version: third!.version, reason: '外出调研' });
    const to = { scope: 'ALL', on: '2026-10-23' };
    expect(await foresee(first!, to)).toMatchObject({ moved: 4, kept: ['2026-10-22'], added: [], undoable: true });
    await move(first!, to);
    expect(await days()).toEqual(['10-22', '10-23', '10-30', '11-13', '11-20', '11-27']);
    expect(await all()).toMatchObject([
      { heldOn: '2026-10-22', occursOn: '2026-10-30' },
      { heldOn: '2026-10-23', occursOn: '2026-10-23' },
      { state: 'CANCELLED', occursOn: '2026-11-06' },
      { occursOn: '2026-11-13' },
      { occursOn: '2026-11-20' },
      { occursOn: '2026-11-27' },
    ]);
    const series = new Set((await all()).map((one) => one.series.id));
    expect(series.size).toBe(1);
  });

  it('says what holidays take and give, which going back would not undo', async () => {
    // 25 September and 2 October are off and left out
    await plan({ startsOn: '2026-09-18' });
    const [first] = await all();
    expect(await days()).toEqual(['09-18', '10-09', '10-16', '10-23']);
    const to = { scope: 'ALL', on: '2026-09-22' };
    expect(await foresee(first!, to)).toMatchObject({
      moved: 4,
      added: ['2026-09-29'],
      cancelled: [],
      undoable: false,
    });
    await move(first!, to);
    expect(await days()).toEqual(['09-22', '09-29', '10-13', '10-20', '10-27']);
  });

  it('is refused where a rule cannot follow, in the past, and on a day that is added', async () => {
    await plan({ rule: 'LAST-WORKING-DAY=MONTH;COUNT=3', startsOn: '2026-10-01' });
    const [last] = await all();
    await expect(move(last!, { scope: 'ALL', on: '2026-10-29' })).rejects.toMatchObject({
      reason: 'SERIES_CANNOT_FOLLOW',
    });
    // another time is no other day
    await move(last!, { scope: 'ALL', on: last!.occursOn, time: '10:00' });
    expect((await all())[0]!.startsAt).toContain('T02:00');

    branch = await world.branch('第二支部');
    await plan();
    const [first, second] = await all();
    await expect(foresee(first!, { scope: 'ALL', on: '2026-09-15' })).rejects.toMatchObject({
      reason: 'SERIES_MOVE_PAST',
    });
    const { activitySeries } = await world
      .as(world.staff)
      .query<{ activitySeries: { version: number } }>(
        `query ($id: ID!) { activitySeries(id: $id) { version } }`,
        first!.series,
      );
    await activities.send(
      'addSeriesDate',
      {
        seriesId: first!.series.id,
        version: activitySeries.version,
        on: '2026-10-22',
        reason: '迎接检查',
      },
      undefined,
      'id',
    );
    await expect(move(second!, { scope: 'ALL', on: '2026-10-22' })).rejects.toMatchObject({
      reason: 'SERIES_DATE_TAKEN',
    });
    const added = (await all()).find(({ heldOn }) => heldOn === '2026-10-22')!;
    await expect(move(added, { scope: 'ALL', on: '2026-10-20' })).rejects.toMatchObject({
      reason: 'SERIES_ADDED_ALONE',
    });
    await expect(move({ ...first!, version: 9 }, { scope: 'ALL', on: '2026-10-20' })).rejects.toMatchObject({
      reason: 'STALE_VERSION',
    });
  });

  it('is for whoever keeps the activities', async () => {
    await plan();
    const [first] = await all();
    const to = { scope: 'ALL', on: '2026-10-19' };
    const elsewhere = await world.account('SECRETARY', await world.branch('别的支部'));
    await expect(foresee(first!, to, elsewhere)).rejects.toMatchObject({ reason: 'UNKNOWN_ID' });
    await expect(move(first!, to, elsewhere)).rejects.toMatchObject({ reason: 'UNKNOWN_ID' });
    const here = await world.account('SECRETARY', branch);
    expect(await foresee(first!, to, here)).toMatchObject({ moved: 6 });
    await move(first!, to, here);
    expect((await days())[0]).toBe('10-19');
  });
});
