import { localId } from '@dangwu/platform/ids';
import { createWorld, type World } from '@dangwu/testing';
import { Obligations } from '../cadence/obligations';
import { Activities } from '../trial/activities';

interface Counted {
  readonly planned: number;
  readonly held: number;
  readonly recorded: number;
}

describe('records of one organization at once', () => {
  let world: World;
  let activities: Activities;
  let branch: { id: string };
  beforeAll(async () => {
    world = await createWorld({ now: '2026-11-20T04:00:00Z' });
    activities = new Activities(world);
    const founding = { foundedOn: '2026-05-10', effectiveOn: '2026-05-10' };
    branch = await world.organization('一起补记的支部', { tier: 'ENTERPRISE', ...founding });
    await world.write((tx) => world.app.get(Obligations).derive(tx, world.associationId, 'ALL'));
  });
  afterAll(() => world.close());

  const counts = async (month: string): Promise<Counted[]> =>
    world.write(async (tx) =>
      tx.query<Counted[]>(
        `select o.planned, o.held, o.recorded from obligation o join activity_type t on t.id = o.activity_type_id
         where o.organization_id = $1 and t.key = 'THEME_DAY' and o.starts_on = $2`,
        [localId('PartyOrganization', branch.id), month],
      ),
    );

  it('are all counted for what the rules ask', async () => {
    const held = [];
    for (const day of ['03', '04', '05', '06', '09', '10']) held.push(await activities.plan(branch, `2026-11-${day}`));
    expect(await counts('2026-11-01')).toEqual([{ planned: 0, held: 6, recorded: 0 }]);
    await Promise.all(held.map((activity) => activities.record(activity)));
    expect(await counts('2026-11-01')).toEqual([{ planned: 0, held: 0, recorded: 6 }]);
  });

  it('count for the month in which they were really held, and no longer for the other', async () => {
    const [october] = await counts('2026-10-01');
    const [november] = await counts('2026-11-01');
    const activity = await activities.plan(branch, '2026-11-11');
    const times = { startsAt: '2026-10-30T09:00:00+08:00', endsAt: '2026-10-30T10:00:00+08:00' };
    const recorded = await activities.record(activity, times);
    expect(recorded).toMatchObject({ heldOn: '2026-10-30', countsOn: '2026-10-30' });
    expect(await counts('2026-10-01')).toEqual([{ ...october, recorded: october!.recorded + 1 }]);
    expect(await counts('2026-11-01')).toEqual([november]);
  });
});
