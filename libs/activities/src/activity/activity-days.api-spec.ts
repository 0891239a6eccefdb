import { createWorld, type Actor, type World } from '@dangwu/testing';
import { Activities } from '../trial/activities';

describe('the days of a year', () => {
  let world: World;
  let activities: Activities;
  let branch: { id: string };
  let other: { id: string };
  beforeAll(async () => {
    world = await createWorld();
    activities = new Activities(world);
    [branch, other] = [await world.branch('第一支部'), await world.branch('第二支部')];
    await activities.plan(branch, '2026-10-12');
    await activities.plan(branch, '2026-10-12');
    await activities.plan(other, '2026-10-12');
    await activities.plan(branch, '2026-12-01');
    const { id, version } = await activities.plan(branch, '2026-11-02');
    await activities.send('cancelActivity', { id, version, reason: '不再需要', makeUpBy: '2026-12-20' });
  });
  afterAll(() => world.close());

  const days = async (actor: Actor = world.staff, more: object = {}) => {
    const { activityDays } = await world.as(actor).query<{ activityDays: { date: string; count: number }[] }>(
      `query ($from: Date!, $to: Date!, $within: ID, $kinds: [ActivityKind!]) {
           activityDays(from: $from, to: $to, within: $within, kinds: $kinds) { date count } }`,
      { from: '2026-01-01', to: '2026-12-31', ...more },
    );
    return activityDays.map(({ date, count }) => `${date.slice(5)} ${count}`);
  };

  it('are told with how much is held on them, without what is put off', async () => {
    expect(await days()).toEqual(['10-12 3', '12-01 1']);
    expect(await days(world.staff, { from: '2026-10-13' })).toEqual(['12-01 1']);
    expect(await days(world.staff, { within: other.id })).toEqual(['10-12 1']);
    expect(await days(world.staff, { kinds: ['STUDY'] })).toEqual([]);
  });

  it('count what one may read alone', async () => {
    expect(await days(await world.account('SECRETARY', other))).toEqual(['10-12 1']);
    await expect(days(world.staff, { to: '2028-12-31' })).rejects.toMatchObject({ reason: 'ACTIVITY_RANGE' });
    await expect(days(world.staff, { to: '2025-12-31' })).rejects.toMatchObject({ reason: 'ACTIVITY_RANGE' });
  });
});
