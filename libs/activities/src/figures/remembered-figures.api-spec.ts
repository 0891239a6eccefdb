import { createWorld, type Actor, type World } from '@dangwu/testing';
import { Access } from '@dangwu/access';
import { Figures } from '@dangwu/figures';
import { localId, newId } from '@dangwu/platform/ids';
import { jest } from '@jest/globals';
import fc from 'fast-check';
import { Activities } from '../trial/activities';
import { ActivitySummaries } from './activity-summaries';
import { runFigures } from './figures.command';

const keys = ['attendance.presences', 'attendance.rate', 'study.hours', 'activity.held'] as const;
interface Share {
  readonly name: string;
  readonly part: number;
}

describe('breakdowns that are remembered', () => {
  let world: World;
  let general: { id: string };
  let other: { id: string };
  let places: string[];
  let type: string;
  let secretary: Actor;
  beforeAll(async () => {
    world = await createWorld();
    general = await world.organization('第一总支', { type: 'GENERAL_BRANCH' });
    other = await world.organization('第二总支', { type: 'GENERAL_BRANCH' });
    const branches = [await world.branch('甲支部', { under: general }), await world.branch('乙支部', { under: other })];
    places = [general, ...branches].map(({ id }) => localId('PartyOrganization', id));
    type = localId('ActivityType', await new Activities(world).typeId('THEME_DAY'));
    secretary = await world.account('SECRETARY', general);
    // whatever is asked from here on is answered as by a process that remembers nothing
    const figures = world.app.get(Figures);
    const remembering = figures.breakdown.bind(figures);
    jest.spyOn(figures, 'breakdown').mockImplementation(async (viewer, question, key) => {
      const answer = await remembering(viewer, question, key);
      const cold = new Figures(world.database, world.app.get(Access), world.clock);
      expect(answer).toEqual(await cold.breakdown(viewer, question, key));
      const [whole] = await cold.values(viewer, question, [key]);
      expect(answer.reduce((sum, { part }) => sum + part, 0)).toBeCloseTo(whole!.part, 6);
      return answer;
    });
  });
  afterAll(() => world.close());

  const ask = async (key: string, within: string | null, actor: Actor = world.staff): Promise<Share[]> =>
    (
      await world.as(actor).query<{ figureBreakdown: Share[] }>(
        `query ($key: String!, $within: ID) {
           figureBreakdown(from: "2026-01-01", to: "2026-12-31", key: $key, within: $within) { name part whole value own hasChildren } }`,
        { key, within },
      )
    ).figureBreakdown;
  const change = (text: string, ...values: unknown[]) => world.write((tx) => tx.query(text, values));
  const insert = (at: string, present: number, minutes: number) =>
    change(
      `insert into activity (id, association_id, organization_id, activity_type_id, title, state, held_on, counts_on, starts_at,
         ends_at, entitled_count, present_count, remote_count, leave_count, recorded_at)
       values ($1, $2, $3, $4, '会', 'RECORDED', '2026-03-13', '2026-03-13', '2026-03-13 09:00+08',
         '2026-03-13 09:00+08'::timestamptz + $6 * interval '1 minute', $5::int + 2, $5::int, 0, 0, now())`,
      newId(),
      world.associationId,
      at,
      type,
      present,
      minutes,
    );

  it('are what is counted now, whatever was written since, merged or not', async () => {
    const step = fc.oneof(
      fc.record({
        kind: fc.constant('insert' as const),
        at: fc.integer({ min: 0, max: 2 }),
        present: fc.integer({ min: 0, max: 30 }),
        minutes: fc.integer({ min: 10, max: 200 }),
      }),
      fc.record({
        kind: fc.constant('set' as const),
        set: fc.constantFrom(
          'present_count = present_count + 1, entitled_count = entitled_count + 1',
          `deleted_at = case when deleted_at is null then now() end`,
          `held_on = held_on + 31, counts_on = counts_on + 31`,
          `ends_at = ends_at + interval '7 minutes'`,
        ),
      }),
      fc.constant({ kind: 'merge' as const }),
      fc.constant({ kind: 'study' as const }),
    );
    for (const key of keys) await ask(key, null);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), fc.constantFrom(...keys), async (steps, key) => {
        for (const one of steps)
          if (one.kind === 'insert') await insert(places[one.at]!, one.present, one.minutes);
          else if (one.kind === 'set')
            await change(
              `update activity set ${one.set} where id in (select id from activity order by random() limit 2)`,
            );
          else if (one.kind === 'merge')
            await world.write((tx) => world.app.get(ActivitySummaries).merge(tx, world.associationId));
          else await change(`update activity_type set counts_study_hours = not counts_study_hours where id = $1`, type);
        await ask(key, null);
        await ask(key, general.id, secretary);
      }),
      { numRuns: 25 },
    );
  });

  it('follow an organization to where it is moved', async () => {
    await insert(places[1]!, 20, 60);
    const of = async (name: string): Promise<number> =>
      (await ask('attendance.presences', null)).find((share) => share.name === name)!.part;
    const before = [await of('第一总支'), await of('第二总支')];
    const moved = await ask('attendance.presences', general.id);
    const { part } = moved.find(({ name }) => name === '甲支部')!;
    const { partyOrganizations } = await world.as(world.staff).query<{
      partyOrganizations: { nodes: { id: string; version: number; name: string }[] };
    }>(`{ partyOrganizations(first: 50) { nodes { id version name } } }`);
    const { id, version } = partyOrganizations.nodes.find(({ name }) => name === '甲支部')!;
    const move = { id, version, parentId: other.id, relation: 'LEADS', effectiveOn: '2026-09-18', basis: '测试' };
    await world
      .as(world.staff)
      .mutate(`mutation ($input: MoveOrganizationInput!) { moveOrganization(input: $input) { id } }`, { input: move });
    expect([await of('第一总支'), await of('第二总支')]).toEqual([before[0]! - part, before[1]! + part]);
    expect((await ask('attendance.presences', general.id, secretary)).map(({ name }) => name)).not.toContain('甲支部');
  });

  it('do not keep what the sums said before they were made anew', async () => {
    await world.write((tx) => world.app.get(ActivitySummaries).merge(tx, world.associationId));
    const right = await ask('attendance.presences', null);
    await change(`update activity_summary set present = present + 5`);
    await ask('attendance.presences', other.id);
    await runFigures(['rebuild'], world.app, () => undefined);
    expect(await ask('attendance.presences', null)).toEqual(right);
    await ask('attendance.presences', other.id);
  });
});
