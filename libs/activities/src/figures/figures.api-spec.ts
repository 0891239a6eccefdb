import { createWorld, type Actor, type World } from '@dangwu/testing';
import { localId, newId } from '@dangwu/platform/ids';
import fc from 'fast-check';
import type { EntityManager } from 'typeorm';
import { Obligations } from '../cadence';
import { Activities } from '../trial/activities';
import { ActivitySummaries } from './activity-summaries';
import { runFigures } from './figures.command';

const year = { from: '2026-01-01', to: '2026-12-31' };
interface Value {
  readonly value: number | null;
  readonly part: number;
  readonly whole: number | null;
}

// the world's clock stands at 2026-09-18 10:20 in Shanghai
describe('figures of activities', () => {
  let world: World;
  let activities: Activities;
  let general: { id: string };
  let first: { id: string };
  let second: { id: string };
  let summaries: ActivitySummaries;

  beforeAll(async () => {
    world = await createWorld();
    activities = new Activities(world);
    summaries = world.app.get(ActivitySummaries);
    general = await world.organization('机关党总支', { type: 'GENERAL_BRANCH' });
    first = await world.branch('第一党支部', { under: general });
    second = await world.branch('第二党支部', { under: general });
    const held = async (at: { id: string }, on: string, presentCount: number, more: object = {}) =>
      activities.record(await activities.plan(at, on, more), { presentCount, remoteCount: 0, leaveCount: 1 });
    await held(first, '2026-03-13', 9);
    await held(first, '2026-04-10', 5);
    await held(second, '2026-03-20', 8);
    await held(general, '2026-03-27', 6);
    await activities.plan(second, '2026-04-17'); // held, not recorded
    await activities.plan(second, '2026-10-16'); // still to come
    await world.write((tx) => world.app.get(Obligations).derive(tx, world.associationId, 'ALL'));
  });
  afterAll(() => world.close());

  const values = async (more: object = {}, actor: Actor = world.staff): Promise<ReadonlyMap<string, Value>> => {
    const { figures } = await world.as(actor).query<{ figures: (Value & { figure: { key: string } })[] }>(
      `query ($from: Date!, $to: Date!, $within: ID, $keys: [String!]) {
         figures(from: $from, to: $to, within: $within, keys: $keys) { figure { key } value part whole } }`,
      { ...year, ...more },
    );
    return new Map(figures.map(({ figure, ...value }) => [figure.key, value]));
  };
  const breakdown = async (key: string, within: string | null, actor: Actor = world.staff) => {
    const { figureBreakdown } = await world
      .as(actor)
      .query<{ figureBreakdown: (Value & { name: string; own: boolean; hasChildren: boolean })[] }>(
        `query ($from: Date!, $to: Date!, $key: String!, $within: ID) {
           figureBreakdown(from: $from, to: $to, key: $key, within: $within) { name own hasChildren value part whole } }`,
        { ...year, key, within },
      );
    return figureBreakdown;
  };

  it('are sums of parts divided by sums of wholes, over the part of the tree and the months asked for', async () => {
    const all = await values();
    expect(all.get('activity.held')).toEqual({ value: 5, part: 5, whole: null });
    expect(all.get('activity.recordRate')).toEqual({ value: 80, part: 4, whole: 5 });
    expect(all.get('attendance.rate')).toEqual({ value: 70, part: 28, whole: 40 });
    expect(all.get('attendance.leaveRate')).toMatchObject({ value: 10 });
    const [firstOnly, march, none] = [
      await values({ within: first.id }),
      await values({ from: '2026-03-01', to: '2026-03-31', within: general.id }),
      await values({ from: '2025-01-01', to: '2025-12-31' }),
    ];
    expect(firstOnly.get('attendance.rate')).toMatchObject({ value: 70, part: 14, whole: 20 });
    expect(march.get('attendance.rate')).toMatchObject({ value: 76.67, part: 23, whole: 30 });
    expect(none.get('attendance.rate')).toEqual({ value: null, part: 0, whole: 0 });
    expect(none.get('activity.held')).toMatchObject({ value: 0 });
  });

  it('count study in hours, of types that count as study alone', async () => {
    expect((await values()).get('study.hours')).toMatchObject({ value: 0 });
    const type = await activities.typeId('PARTY_LECTURE');
    const lecture = await activities.plan(first, '2026-05-14', { activityTypeId: type, title: '党课' });
    await activities.record(lecture, { endsAt: '2026-05-14T10:30:00+08:00' });
    expect((await values()).get('study.hours')).toMatchObject({ value: 13.5, part: 13.5, whole: null });
    const { id, version } = await activities.read<{ id: string; version: number }>(lecture.id, 'id version');
    await activities.send('correctActivityRecord', {
      id,
      version,
      startsAt: lecture.startsAt,
      endsAt: '2026-05-14T10:00:00+08:00',
      entitledCount: 10,
      presentCount: 9,
      remoteCount: 1,
      leaveCount: 1,
      summary: '学习并讨论。',
      reason: '时间登记有误',
    });
    expect((await values()).get('study.hours')).toMatchObject({ value: 9 });
  });

  it('of obligations agree with the ledger, each state by itself', async () => {
    const all = await values();
    const count = async (filter: string) =>
      (
        await world
          .as(world.staff)
          .query<{ obligations: { totalCount: number } }>(
            `{ obligations(first: 1, filter: { endsFrom: "2026-01-01", endsTo: "2026-12-31" ${filter} }) { totalCount } }`,
          )
      ).obligations.totalCount;
    const late = await count('states: [LATE]');
    expect(late).toBeGreaterThan(0);
    expect(all.get('obligation.late')!.value).toBe(late);
    expect(all.get('obligation.awaitingRecord')!.value).toBe(await count('states: [AWAITING_RECORD]'));
    const [raw] = await world.write((tx) =>
      tx.query<{ required: number; fulfilled: number; over: number; done: number }[]>(
        `select sum(required)::int as required, sum(least(recorded + held, required))::int as fulfilled,
           sum(required) filter (where ends_on < '2026-09-18')::int as over,
           sum(least(recorded + held, required)) filter (where ends_on < '2026-09-18')::int as done
         from obligation where ends_on between '2026-01-01' and '2026-12-31' and deleted_at is null`,
      ),
    );
    expect(all.get('obligation.required')!.value).toBe(raw!.required);
    expect(all.get('obligation.fulfilled')!.value).toBe(raw!.fulfilled);
    expect(all.get('obligation.fulfilmentRate')).toMatchObject({ part: raw!.done, whole: raw!.over });
  });

  it('follow a waiver', async () => {
    const before = (await values()).get('obligation.late')!.value!;
    const { obligations } = await world
      .as(world.staff)
      .query<{ obligations: { nodes: { id: string; version: number }[] } }>(
        `query ($id: ID!) { obligations(first: 1, filter: { organizationId: $id, states: [LATE], endsFrom: "2026-01-01" }) { nodes { id version } } }`,
        { id: first.id },
      );
    await activities.send('waiveObligation', { ...obligations.nodes[0]!, reason: '支部当月改组' }, world.staff, 'id');
    expect((await values()).get('obligation.late')!.value).toBe(before - 1);
  });

  it('stand month by month, and add up', async () => {
    const { figureTrend } = await world
      .as(world.staff)
      .query<{ figureTrend: (Value & { month: string })[] }>(
        `{ figureTrend(key: "attendance.presences", from: "2026-02-01", to: "2026-05-31") { month value part whole } }`,
      );
    expect(figureTrend.map(({ month, value }) => [month, value])).toEqual([
      ['2026-02-01', 0],
      ['2026-03-01', 23],
      ['2026-04-01', 5],
      ['2026-05-01', 9],
    ]);
  });

  it('are broken down to what adds up to them: below first, the organization itself in front', async () => {
    const rows = await breakdown('attendance.presences', general.id);
    expect(rows.map(({ name, own, hasChildren, value }) => [name, own, hasChildren, value])).toEqual([
      ['机关党总支', true, true, 6],
      ['第一党支部', false, false, 23],
      ['第二党支部', false, false, 8],
    ]);
    const top = await breakdown('attendance.presences', null);
    expect(top.find(({ name }) => name === '机关党总支')).toMatchObject({ own: false, hasChildren: true, value: 37 });
    expect(top.reduce((sum, { part }) => sum + part, 0)).toBe((await values()).get('attendance.presences')!.part);
  });

  it('are each reader’s own part; across a GUIDES edge nothing that was not published', async () => {
    const branch = await world.account('SECRETARY', first);
    expect((await values({}, branch)).get('activity.held')).toMatchObject({ value: 3 });
    expect((await values({ within: second.id }, branch)).get('activity.held')).toMatchObject({ value: 0 });
    expect(await breakdown('activity.held', general.id, branch)).toMatchObject([{ name: '第一党支部', value: 3 }]);
    const guided = await world.organization('某企业党支部', { type: 'BRANCH', relation: 'GUIDES' });
    await activities.plan(guided, '2026-06-12', {});
    const committee = await world.account('PARTY_STAFF', world.root);
    expect((await values({ within: guided.id }, committee)).get('activity.held')).toMatchObject({ value: 0 });
    expect((await values({ within: guided.id })).get('activity.held')).toMatchObject({ value: 1 });
    const administrator = await world.account('SYSTEM_ADMIN');
    await expect(values({}, administrator)).rejects.toMatchObject({ reason: 'PERMISSION_MISSING' });
  });

  it('refuse half months, reversed and endless spans, and unknown keys', async () => {
    await expect(values({ from: '2026-01-02' })).rejects.toMatchObject({ reason: 'FIGURE_MONTHS' });
    await expect(values({ to: '2026-12-30' })).rejects.toMatchObject({ reason: 'FIGURE_MONTHS' });
    await expect(values({ from: '2027-01-01' })).rejects.toMatchObject({ reason: 'FIGURE_MONTHS' });
    await expect(values({ from: '1000-01-01' })).rejects.toMatchObject({ reason: 'FIGURE_SPAN' });
    await expect(values({ keys: ['attendance.luck'] })).rejects.toMatchObject({ reason: 'FIGURE_UNKNOWN' });
  });

  describe('rest on sums by month', () => {
    const differences = () => world.write((tx) => summaries.differences(tx, world.associationId));
    const merge = () => world.write((tx) => summaries.merge(tx, world.associationId));

    it('that stay the same when they are merged', async () => {
      const before = await values();
      expect(await merge()).toBeGreaterThan(0);
      expect(await merge()).toBe(0);
      expect(await values()).toEqual(before);
      expect(await differences()).toBe(0);
    });

    it('that are what the activities say whatever is written, by whom, in which order, merged or not', async () => {
      const states = ['DRAFT', 'SCHEDULED', 'HELD', 'RECORDED', 'CANCELLED'] as const;
      const step = fc.oneof(
        {
          weight: 3,
          arbitrary: fc.record({
            kind: fc.constant('insert' as const),
            state: fc.constantFrom(...states),
            month: fc.integer({ min: 1, max: 3 }),
            present: fc.option(fc.integer({ min: 0, max: 30 })),
            at: fc.boolean(),
          }),
        },
        {
          weight: 3,
          arbitrary: fc.record({
            kind: fc.constant('update' as const),
            state: fc.constantFrom(...states),
            month: fc.integer({ min: 1, max: 3 }),
            present: fc.option(fc.integer({ min: 0, max: 30 })),
            at: fc.boolean(),
          }),
        },
        { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const) }) },
        { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const) }) },
        { weight: 2, arbitrary: fc.record({ kind: fc.constant('merge' as const) }) },
      );
      const type = localId('ActivityType', await activities.typeId('THEME_DAY'));
      const places = [first, second].map(({ id }) => localId('PartyOrganization', id));
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
          const scope = { association: world.associationId, places: 'everywhere', account: null } as const;
          const undo = new Error('taken back');
          const found = await world.database
            .transaction(scope, async (tx) => {
              for (const one of steps) await take(tx, one, type, places, world.associationId, summaries);
              const wrong = await summaries.differences(tx, world.associationId);
              throw Object.assign(undo, { wrong });
            })
            .catch((error: Error & { wrong?: number }) => {
              if (error !== undo) throw error;
              return error.wrong;
            });
          expect(found).toBe(0);
        }),
        { numRuns: 120 },
      );
    });

    it('that a command compares with the activities and makes anew', async () => {
      const lines: string[] = [];
      const run = (...args: string[]) => runFigures(args, world.app, (line) => lines.push(line));
      expect(await run('verify')).toBe(0);
      await world.write((tx) => tx.query(`update activity_summary set present = present + 1 where present > 0`));
      expect(await run('verify')).toBe(1);
      expect(lines.at(-1)).toMatch(/\d sums differ/);
      expect(await run('rebuild')).toBe(0);
      expect(await run('verify')).toBe(0);
      expect(await run()).toBe(2);
    });
  });
});

type Step =
  | { kind: 'insert' | 'update'; state: string; month: number; present: number | null; at: boolean }
  | { kind: 'remove' }
  | { kind: 'delete' }
  | { kind: 'merge' };

/** As any statement may write activities, one row or many. */
async function take(
  tx: EntityManager,
  step: Step,
  type: string,
  places: readonly string[],
  association: string,
  summaries: ActivitySummaries,
): Promise<void> {
  if (step.kind === 'merge') await summaries.merge(tx, association);
  else if (step.kind === 'remove')
    await tx.query(
      `update activity set deleted_at = now() where id = (select id from activity where deleted_at is null limit 1)`,
    );
  else if (step.kind === 'delete')
    await tx.query(
      `update activity set deleted_at = case when deleted_at is null then now() end where association_id = $1`,
      [association],
    );
  else {
    const { state, month, present, at } = step;
    const counts = present === null ? [null, null] : [present + 2, present];
    const values = [state, `2026-0${month}-15`, ...counts, at ? places[0] : places[1]];
    const reasons = `case when $1 = 'RECORDED' then now() end, case when $1 = 'CANCELLED' then '无' end`;
    if (step.kind === 'insert')
      await tx.query(
        `insert into activity (state, held_on, counts_on, starts_at, ends_at, entitled_count, present_count, remote_count,
           leave_count, organization_id, recorded_at, reason, id, association_id, activity_type_id, title)
         select $1, $2::date, $2::date, $2::date + time '09:00', $2::date + time '10:30', $3::int, $4::int, 0, 0, $5::uuid,
           ${reasons}, u.id, $7, $8, '会' from unnest($6::uuid[]) u (id)`,
        [...values, [newId(), newId()], association, type],
      );
    else
      await tx.query(
        `update activity set state = $1, held_on = $2::date, counts_on = $2::date, starts_at = $2::date + time '09:00',
           ends_at = $2::date + time '10:30', entitled_count = $3::int, present_count = $4::int, remote_count = 0,
           leave_count = 0, organization_id = $5::uuid,
           (recorded_at, reason) = (select ${reasons}), quorum_met = null, quorum_rule_id = null
         where id in (select id from activity where association_id = $6 order by random() limit 3)`,
        [...values, association],
      );
  }
}
