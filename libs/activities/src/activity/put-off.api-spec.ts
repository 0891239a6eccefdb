import { localId, newId } from '@dangwu/platform/ids';
import { createWorld, type Refused, type World } from '@dangwu/testing';
import { Activities, type Activity } from '../trial/activities';

// the world's clock stands at 2026-09-18 10:20 in Shanghai
describe('what is required is held (活动雷打不动)', () => {
  let world: World;
  let activities: Activities;
  beforeAll(async () => {
    world = await createWorld();
    activities = new Activities(world);
  });
  afterAll(() => world.close());

  const step = ({ id, version }: { id: string; version: number }) => ({ id, version });
  const reason = '全体外出调研';
  const cancel = (of: Activity, more: object = {}) =>
    activities.send('cancelActivity', { ...step(of), reason, ...more });
  const october = { startsAt: '2026-10-02T09:00:00+08:00', endsAt: '2026-10-02T10:00:00+08:00' };

  /** A branch of which the rules ask for theme days in September. */
  const obliged = async (name: string, required = 1): Promise<{ id: string; obligation: string }> => {
    const branch = await world.branch(name);
    const [obligation, cadence] = [newId(), newId()];
    const type = localId('ActivityType', await activities.typeId('THEME_DAY'));
    await world.write(async (tx) => {
      const [rule] = await tx.query<{ id: string }[]>(`select id from rule where association_id = $1 and key = $2`, [
        world.associationId,
        'themeDay.cadence',
      ]);
      await tx.query(
        `insert into cadence (id, association_id, rule_key, activity_type_id, period, organization_types, risk_days)
         values ($1, $2, $3, $4, 'MONTH', '{BRANCH}', 7)`,
        [cadence, world.associationId, `themeDay.cadence ${name}`, type],
      );
      await tx.query(
        `insert into obligation (id, association_id, organization_id, cadence_id, rule_id, activity_type_id, period,
           starts_on, ends_on, due_from, required, risk_from)
         values ($1, $2, $3, $4, $5, $6, 'MONTH', '2026-09-01', '2026-09-30', '2026-09-01', $7, '2026-09-23')`,
        [obligation, world.associationId, localId('PartyOrganization', branch.id), cadence, rule!.id, type, required],
      );
    });
    return { id: branch.id, obligation };
  };
  const counted = async ({ obligation }: { obligation: string }): Promise<string> => {
    const [row] = await world.write((tx) =>
      tx.query<{ planned: number; held: number; recorded: number }[]>(
        `select planned, held, recorded from obligation where id = $1`,
        [obligation],
      ),
    );
    return `${row!.planned} planned, ${row!.held} held, ${row!.recorded} recorded`;
  };

  it('follows an activity from plan to record in its counts', async () => {
    const branch = await obliged('计数支部');
    await activities.plan(branch, '2026-09-21', { draft: true });
    expect(await counted(branch)).toBe('0 planned, 0 held, 0 recorded');
    await activities.plan(branch, '2026-09-22');
    const past = await activities.plan(branch, '2026-09-16');
    expect(await counted(branch)).toBe('1 planned, 1 held, 0 recorded');
    await activities.record(past);
    expect(await counted(branch)).toBe('1 planned, 0 held, 1 recorded');
  });

  it('is cancelled with a day for its make-up only, and the refusal names the rule', async () => {
    const branch = await obliged('取消支部');
    const activity = await activities.plan(branch, '2026-09-25');
    await expect(cancel(activity)).rejects.toMatchObject({
      code: 'RULE_VIOLATION',
      reason: 'ACTIVITY_MUST_BE_MADE_UP',
      params: { rule: 'themeDay.cadence', required: 1, from: '2026-09-01', to: '2026-09-30' },
      messages: { zh: expect.stringContaining('活动雷打不动') },
    });
    await expect(cancel(activity, { makeUpBy: '2026-09-24' })).rejects.toMatchObject({
      reason: 'ACTIVITY_MAKE_UP_EARLY',
    });
    const cancelled = await cancel(activity, { makeUpBy: '2026-10-10' });
    expect(cancelled.state).toBe('CANCELLED');
    expect(await counted(branch)).toBe('0 planned, 0 held, 0 recorded');
    // in October, but for September
    const makeUp = { ...october, makeUpOfId: activity.id };
    expect((await activities.plan(branch, '', makeUp)).countsOn).toBe('2026-09-25');
    expect(await counted(branch)).toBe('1 planned, 0 held, 0 recorded');
    await expect(activities.plan(branch, '', makeUp)).rejects.toMatchObject({ reason: 'ACTIVITY_MADE_UP' });
    expect(await activities.read(activity.id, 'makeUpBy makeUp { heldOn makeUpOf { id } } reason')).toEqual({
      makeUpBy: '2026-10-10',
      makeUp: { heldOn: '2026-10-02', makeUpOf: { id: activity.id } },
      reason,
    });
  });

  it('is cancelled freely while others meet the rule, and where it is waived', async () => {
    const branch = await obliged('多余支部');
    const [one, other] = [await activities.plan(branch, '2026-09-24'), await activities.plan(branch, '2026-09-25')];
    expect((await cancel(one)).state).toBe('CANCELLED');
    await expect(cancel(other)).rejects.toMatchObject({ reason: 'ACTIVITY_MUST_BE_MADE_UP' });
    await world.write((tx) =>
      tx.query(`update obligation set waived_at = now(), waived_by = '测试', waived_reason = '测试' where id = $1`, [
        branch.obligation,
      ]),
    );
    expect((await cancel(other)).state).toBe('CANCELLED');
  });

  it('lets one of two that are cancelled at once be cancelled', async () => {
    for (let round = 0; round < 3; round++) {
      const branch = await obliged(`同时取消支部${round}`);
      const both = [await activities.plan(branch, '2026-09-24'), await activities.plan(branch, '2026-09-25')];
      const results = await Promise.allSettled(both.map((each) => cancel(each)));
      const refused = results.flatMap((each) => (each.status === 'rejected' ? [each.reason as Refused] : []));
      expect(refused.map((each) => each.reason)).toEqual(['ACTIVITY_MUST_BE_MADE_UP']);
    }
  });

  it('is postponed together with its make-up, which counts for the month of the original', async () => {
    const branch = await obliged('延期支部');
    const activity = await activities.plan(branch, '2026-09-28', { place: '会议室' });
    const moved = { ...step(activity), startsAt: october.startsAt, endsAt: october.endsAt };
    await expect(activities.send('changeActivity', moved)).rejects.toMatchObject({
      reason: 'ACTIVITY_LEAVES_PERIOD',
      params: { rule: 'themeDay.cadence' },
    });
    const postponed = await activities.send('postponeActivity', { ...moved, reason });
    expect(postponed).toMatchObject({ state: 'POSTPONED', heldOn: '2026-09-28' });
    expect(await counted(branch)).toBe('1 planned, 0 held, 0 recorded');
    const { makeUp } = await activities.read<{ makeUp: Activity & { place: string } }>(
      activity.id,
      'makeUp { id version state heldOn countsOn place startsAt endsAt }',
    );
    expect(makeUp).toMatchObject({ state: 'SCHEDULED', heldOn: '2026-10-02', countsOn: '2026-09-28', place: '会议室' });
    await expect(activities.send('postponeActivity', { ...step(postponed), ...october, reason })).rejects.toMatchObject(
      {
        reason: 'ACTIVITY_STATE',
      },
    );
    // the make-up is required as the original was
    await expect(cancel(makeUp)).rejects.toMatchObject({ reason: 'ACTIVITY_MUST_BE_MADE_UP' });
    // another day for the make-up is no other period
    const later = { startsAt: '2026-10-09T09:00:00+08:00', endsAt: '2026-10-09T10:00:00+08:00' };
    expect(await activities.send('changeActivity', { ...step(makeUp), ...later })).toMatchObject({
      heldOn: '2026-10-09',
      countsOn: '2026-09-28',
    });
  });

  it('is moved within its period freely', async () => {
    const branch = await obliged('月内支部');
    const activity = await activities.plan(branch, '2026-09-28');
    const within = { startsAt: '2026-09-30T09:00:00+08:00', endsAt: '2026-09-30T10:00:00+08:00' };
    expect((await activities.send('changeActivity', { ...step(activity), ...within })).countsOn).toBe('2026-09-30');
  });

  it('is postponed to no day before its own or today', async () => {
    const branch = await obliged('提前支部');
    const activity = await activities.plan(branch, '2026-09-28');
    const earlier = { startsAt: '2026-09-27T09:00:00+08:00', endsAt: '2026-09-27T10:00:00+08:00' };
    await expect(activities.send('postponeActivity', { ...step(activity), ...earlier, reason })).rejects.toMatchObject({
      reason: 'ACTIVITY_MAKE_UP_EARLY',
    });
  });
});
