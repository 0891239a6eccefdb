import { createWorld, freshWorlds, type Actor, type World } from '@dangwu/testing';
import { localId } from '@dangwu/platform/ids';
import { Activities } from '../trial/activities';
import { Plans } from '../trial/plans';
import { ExtendSeries } from './extend-series.job';

interface Occurrence {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly state: string;
  readonly heldOn: string;
  readonly occursOn: string;
  readonly startsAt: string;
  readonly seriesChanged: boolean;
  readonly series: { readonly id: string };
}
interface Series {
  readonly id: string;
  readonly words: { readonly zh: string; readonly en: string };
  readonly rule: string;
}

const fields = 'id words { zh en } rule';

// the world's clock stands at Friday 2026-09-18 10:20 in Shanghai; National Day: 1 to 7 October off, 10 October worked
describe('series of activities', () => {
  let world: World;
  let activities: Activities;
  let branch: { id: string };
  const fresh = freshWorlds();
  const settle = async (settled: World): Promise<void> => {
    world = settled;
    activities = new Activities(world);
    branch = await world.branch('秘书处第一支部');
  };
  beforeEach(async () => settle(await fresh()));
  afterEach(() => world.close());

  const fridays = { rule: 'FREQ=WEEKLY;BYDAY=FR', startsOn: '2026-09-18', time: '14:30', holidayPolicy: 'SHIFT_AFTER' };
  const plan = async (recurrence: object = {}, more: object = {}, actor?: Actor): Promise<Series> =>
    activities.send<Series>(
      'planActivitySeries',
      {
        organizationId: branch.id,
        activityTypeId: await activities.typeId('THEME_DAY'),
        title: '周五主题党日',
        recurrence: { ...fridays, ...recurrence },
        minutes: 90,
        ...more,
      },
      actor,
      fields,
    );
  const occurrences = async (to = '2026-11-01', at = branch.id): Promise<Occurrence[]> => {
    const { activities: found } = await world.as(world.staff).query<{ activities: { nodes: Occurrence[] } }>(
      `query ($filter: ActivityFilter) { activities(first: 100, filter: $filter) {
        nodes { id version title state heldOn occursOn startsAt seriesChanged series { id } } } }`,
      { filter: { organizationId: at, from: '2026-09-01', to } },
    );
    return found.nodes;
  };
  const days = (all: readonly Occurrence[]) => all.map(({ heldOn }) => heldOn.slice(5));
  const change = ({ id, version }: Occurrence, scope: string, more: object): Promise<Series> =>
    activities.send('changeActivitySeries', { activityId: id, version, scope, ...more }, undefined, fields);

  it.each([
    ['SHIFT_AFTER', ['09-18', '09-28', '10-08', '10-09', '10-16']],
    ['SHIFT_BEFORE', ['09-18', '09-24', '09-30', '10-09', '10-16']],
    ['SKIP', ['09-18', '10-09', '10-16']],
    ['KEEP', ['09-18', '09-25', '10-02', '10-09', '10-16']],
  ])('on Fridays over the Mid-Autumn and National Day holidays: %s', async (holidayPolicy, expected) => {
    await plan({ holidayPolicy });
    const found = await occurrences('2026-10-17');
    expect(days(found)).toEqual(expected);
    expect(found[0]).toMatchObject({ title: '周五主题党日', state: 'SCHEDULED', occursOn: '2026-09-18' });
    expect(found[0]!.startsAt).toContain('T06:30');
  });

  it('are told in words, with the next dates, before they are planned', async () => {
    const preview = async (recurrence: object) => {
      const { seriesPreview } = await world.as(world.staff).query<{
        seriesPreview: {
          words: { zh: string; en: string };
          dates: { date: string; shifted: boolean; provisional: boolean }[];
        };
      }>(
        `query ($recurrence: RecurrenceInput!) { seriesPreview(recurrence: $recurrence) {
          words { zh en } dates { date shifted provisional } } }`,
        { recurrence },
      );
      return seriesPreview;
    };
    const weekly = await preview(fridays);
    expect(weekly.words.zh).toBe('每周五 14:30，遇节假日顺延到下一个工作日');
    expect(weekly.dates).toHaveLength(10);
    expect(weekly.dates[2]).toEqual({ date: '2026-10-08', shifted: true, provisional: false });
    const quarterly = await preview({ ...fridays, rule: 'LAST-WORKING-DAY=QUARTER' });
    expect(quarterly.words.zh).toContain('每季度最后一个工作日');
    expect(quarterly.dates.slice(0, 3).map(({ date }) => date)).toEqual(['2026-09-30', '2026-12-31', '2027-03-31']);
    expect(quarterly.dates[2]!.provisional).toBe(true);
  });

  it.each([
    ['nobody understands', { rule: 'every Friday' }, 'SERIES_UNREADABLE'],
    ['never occurs', { rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }, 'SERIES_NEVER_OCCURS'],
    ['ended before it began', { rule: 'FREQ=WEEKLY;BYDAY=FR;UNTIL=20260901' }, 'SERIES_NEVER_OCCURS'],
    ['began in the past', { startsOn: '2026-09-01' }, 'SERIES_LINE_PAST'],
    ['has no time', { time: '25:00' }, 'INVALID_FIELDS'],
  ])('are refused when it %s', async (_, recurrence, reason) => {
    await expect(plan(recurrence)).rejects.toMatchObject({ reason });
    expect(await occurrences()).toEqual([]);
  });

  it('change this and following, and leave alone what was before', async () => {
    const first = await plan();
    const [, , third] = await occurrences();
    const second = await change(third!, 'FOLLOWING', { time: '16:00', title: '主题党日' });
    expect(second.id).not.toBe(first.id);
    const after = await occurrences('2026-10-17');
    expect(after.map(({ title, startsAt }) => [title, startsAt.slice(11, 16)])).toEqual([
      ['周五主题党日', '06:30'],
      ['周五主题党日', '06:30'],
      ['主题党日', '08:00'],
      ['主题党日', '08:00'],
      ['主题党日', '08:00'],
    ]);
    expect(new Set(after.map(({ series }) => series.id))).toEqual(new Set([first.id, second.id]));
    // nothing is there twice, and the ids stay: whoever subscribed sees it move
    expect(after[2]!.id).toBe(third!.id);
  });

  it('change all that lies ahead, but what was changed by itself, unless they should', async () => {
    await plan();
    const [, second, third] = await occurrences();
    const on = '2026-09-29';
    const { id, version } = second!;
    const times = { startsAt: `${on}T10:00:00+08:00`, endsAt: `${on}T11:00:00+08:00` };
    await activities.send('changeActivity', { id, version, ...times });
    expect((await occurrences())[1]).toMatchObject({ heldOn: on, seriesChanged: true });

    await change(third!, 'ALL', { rule: 'FREQ=WEEKLY;BYDAY=TH', holidayPolicy: 'SKIP' });
    const thursdays = await occurrences('2026-10-17');
    // what was moved by hand stands for 24 September; 1 October is a holiday, and this week's Thursday is over
    expect(days(thursdays.filter(({ state }) => state === 'SCHEDULED'))).toEqual(['09-29', '10-08', '10-15']);
    expect(days(thursdays.filter(({ state }) => state === 'CANCELLED'))).toEqual(['09-18', '10-08']);
    expect(thursdays.find((one) => one.id === id)).toMatchObject({ heldOn: on, seriesChanged: true });

    const last = thursdays.at(-1)!;
    await change(last, 'ALL', { time: '09:00', includeChanged: true });
    const all = (await occurrences('2026-10-17')).filter(({ state }) => state === 'SCHEDULED');
    expect(new Set(all.map(({ startsAt }) => startsAt.slice(11, 16)))).toEqual(new Set(['01:00']));
    expect(all.some(({ seriesChanged }) => seriesChanged)).toBe(false);
  });

  it('end, but not without a make-up for what is required (活动雷打不动)', async () => {
    await new Plans(world).derive(branch);
    await plan();
    const found = await occurrences();
    const { id, version } = found[2]!;
    const step = { activityId: id, version, reason: '改为每月一次' };
    await expect(activities.send('endActivitySeries', step, undefined, fields)).rejects.toMatchObject({
      reason: 'SERIES_LEAVES_DUTIES',
    });
    expect((await occurrences()).every(({ state }) => state === 'SCHEDULED')).toBe(true);
    await activities.send('endActivitySeries', { ...step, makeUpBy: '2026-12-01' }, undefined, fields);
    const left = await occurrences();
    expect(left.map(({ state }) => state).slice(0, 4)).toEqual(['SCHEDULED', 'SCHEDULED', 'CANCELLED', 'CANCELLED']);
    await expect(change(left[0]!, 'ALL', { time: '09:00' })).rejects.toMatchObject({ reason: 'SERIES_ENDED' });
  });

  describe('have a date added beside the rule', () => {
    const on = '2026-10-14';
    const series = async (id: string) => {
      const { activitySeries } = await world
        .as(world.staff)
        .query<{ activitySeries: { version: number; additions: string[] } }>(
          `query ($id: ID!) { activitySeries(id: $id) { version additions } }`,
          { id },
        );
      return activitySeries;
    };
    const add = async (id: string, more: object = {}, actor?: Actor): Promise<Series> =>
      activities.send(
        'addSeriesDate',
        { seriesId: id, version: (await series(id)).version, on, reason: '迎接检查', ...more },
        actor,
        fields,
      );

    it('for a reason, at the time of the series or another, and it says so', async () => {
      const { id } = await plan();
      await add(id);
      await add(id, { on: '2026-10-21', time: '09:00' });
      const found = (await occurrences('2026-10-22')).filter(({ occursOn }) => occursOn.slice(5) >= '10-14');
      expect(found.map(({ occursOn, startsAt }) => `${occursOn} ${startsAt.slice(11, 16)}`)).toEqual([
        '2026-10-14 06:30',
        '2026-10-16 06:30',
        '2026-10-21 01:00',
      ]);
      const { steps } = await activities.read<{ steps: object[] }>(found[0]!.id, 'steps { kind reason }');
      expect(steps).toEqual([{ kind: 'SCHEDULED', reason: '迎接检查' }]);
      expect((await series(id)).additions).toEqual(['2026-10-14', '2026-10-21']);
      const { activities: own } = await world
        .as(world.staff)
        .query<{ activities: { totalCount: number } }>(
          `query ($id: ID) { activities(first: 1, filter: { seriesId: $id, from: "2026-10-14", to: "2026-10-22" }) { totalCount } }`,
          { id },
        );
      expect(own.totalCount).toBe(3);
    });

    it('which a change of the rule leaves alone, and which takes the place of none', async () => {
      const { id } = await plan();
      await add(id);
      const later = (await occurrences()).find(({ occursOn }) => occursOn === '2026-10-16')!;
      // Wednesdays now: the one that was added stands for its day
      await change(later, 'ALL', { rule: 'FREQ=WEEKLY;BYDAY=WE', includeChanged: true });
      const found = (await occurrences('2026-10-29')).filter(({ state }) => state === 'SCHEDULED');
      expect(days(found)).toEqual(['09-23', '09-30', '10-08', '10-14', '10-21', '10-28']);
    });

    it('goes with the part of the series that has its day, and ends with it', async () => {
      const { id } = await plan();
      await add(id);
      const at = (await occurrences()).find(({ occursOn }) => occursOn === '2026-10-09')!;
      const second = await change(at, 'FOLLOWING', { time: '16:00' });
      expect((await series(id)).additions).toEqual([]);
      expect((await series(second.id)).additions).toEqual([on]);
      const own = (await occurrences()).find(({ occursOn }) => occursOn === on)!;
      expect(own).toMatchObject({ startsAt: expect.stringContaining('T06:30'), series: { id: second.id } });
      // from the added one on: the rule goes on with its own next day
      await change(own, 'FOLLOWING', { title: '新名称' });
      const now = (await occurrences('2026-10-24')).map(({ occursOn, title }) => `${occursOn.slice(5)} ${title}`);
      expect(now.slice(-3)).toEqual(['10-14 周五主题党日', '10-16 新名称', '10-23 新名称']);
    });

    it('not where the series has one, not in the past, and not by others', async () => {
      const { id } = await plan();
      await expect(add(id, { on: '2026-10-16' })).rejects.toMatchObject({ reason: 'SERIES_DATE_TAKEN' });
      // 2 October was shifted to the 8th
      await expect(add(id, { on: '2026-10-08' })).rejects.toMatchObject({ reason: 'SERIES_DATE_TAKEN' });
      await expect(add(id, { on: '2026-09-17' })).rejects.toMatchObject({ reason: 'SERIES_DATE_PAST' });
      await expect(add(id, { version: 9 })).rejects.toMatchObject({ reason: 'STALE_VERSION' });
      const member = await world.account('MEMBER', branch);
      await expect(add(id, {}, member)).rejects.toMatchObject({ reason: 'PERMISSION_MISSING' });
      const stranger = await world.account('SECRETARY', await world.branch('别的支部'));
      await expect(add(id, {}, stranger)).rejects.toMatchObject({ reason: 'UNKNOWN_ID' });
      await add(id, {}, await world.account('SECRETARY', branch));
    });
  });

  it('are listed where one may read them, those that go on apart from those that ended', async () => {
    await plan();
    const list = async (ended: boolean, actor = world.staff) => {
      const { allActivitySeries } = await world
        .as(actor)
        .query<{ allActivitySeries: { totalCount: number } }>(
          `query ($ended: Boolean) { allActivitySeries(first: 10, ended: $ended) { totalCount nodes { title } } }`,
          { ended },
        );
      return allActivitySeries.totalCount;
    };
    expect(await list(false)).toBe(1);
    expect(await list(true)).toBe(0);
    expect(await list(false, await world.account('SECRETARY', await world.branch('别的支部')))).toBe(0);
    const [{ id, version }] = (await occurrences()) as [Occurrence];
    await activities.send('endActivitySeries', { activityId: id, version, reason: '不再举行' }, undefined, fields);
    expect(await list(true)).toBe(1);
  });

  it('book a venue for all of them, or none', async () => {
    const venue = await activities.venue('三楼会议室');
    const other = await world.branch('第二支部');
    await activities.plan(other, '2026-10-16', {
      venueId: venue.id,
      startsAt: '2026-10-16T15:00:00+08:00',
      endsAt: '2026-10-16T16:00:00+08:00',
    });
    await expect(plan({}, { venueId: venue.id })).rejects.toMatchObject({
      reason: 'SERIES_VENUE_TAKEN',
      params: { count: 1, on: '2026-10-16' },
    });
    expect(await occurrences()).toEqual([]);
    await plan({ exceptions: ['2026-10-16'] }, { venueId: venue.id });
    expect(days(await occurrences('2026-10-31'))).toEqual(['09-18', '09-28', '10-08', '10-09', '10-23', '10-30']);
    // an hour later at the same place: none is in the way of the other
    const [first] = await occurrences();
    await change(first!, 'ALL', { time: '15:30' });
    expect((await occurrences())[0]!.startsAt).toContain('T07:30');
  });

  it('go on at night as far as 400 days, once', async () => {
    // the job goes on with the series of all associations
    await settle(await createWorld());
    await plan();
    const count = async () =>
      (
        await world.write((tx) =>
          tx.query<{ n: number }[]>(`select count(*)::int as n from activity where organization_id = $1`, [
            localId('PartyOrganization', branch.id),
          ]),
        )
      )[0]!.n;
    const before = await count();
    expect(await world.app.get(ExtendSeries).run()).toBe(0);
    world.clock.set('2026-12-18T02:20:00Z');
    expect(await world.app.get(ExtendSeries).run()).toBe(13);
    expect(await world.app.get(ExtendSeries).run()).toBe(0);
    expect(await count()).toBe(before + 13);
  });

  it('are the business of whoever keeps the activities there', async () => {
    const member = await world.account('MEMBER', branch);
    await expect(plan({}, {}, member)).rejects.toMatchObject({ reason: 'PERMISSION_MISSING' });
    const stranger = await world.account('SECRETARY', await world.branch('别的支部'));
    await expect(plan({}, {}, stranger)).rejects.toMatchObject({ reason: 'PERMISSION_MISSING' });
    const own = await world.account('SECRETARY', branch);
    const series = await plan({}, {}, own);
    const read = async (actor: Actor) =>
      (
        await world
          .as(actor)
          .query<{ activitySeries: Series | null }>(`query ($id: ID!) { activitySeries(id: $id) { ${fields} } }`, {
            id: series.id,
          })
      ).activitySeries;
    expect((await read(member))!.rule).toBe('FREQ=WEEKLY;BYDAY=FR');
    expect(await read(stranger)).toBeNull();
    const [{ id, version }] = (await occurrences()) as [Occurrence];
    const step = { activityId: id, version, scope: 'ALL', time: '09:00' };
    await expect(activities.send('changeActivitySeries', step, member, fields)).rejects.toMatchObject({
      reason: 'PERMISSION_MISSING',
    });
    await expect(activities.send('changeActivitySeries', step, stranger, fields)).rejects.toMatchObject({
      reason: 'UNKNOWN_ID',
    });
    await expect(
      activities.send('endActivitySeries', { activityId: id, version, reason: '无' }, stranger, fields),
    ).rejects.toMatchObject({ reason: 'UNKNOWN_ID' });
  });
});
