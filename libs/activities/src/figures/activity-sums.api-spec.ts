import { createWorld, type World } from '@dangwu/testing';
import { systemScope, type PlaceRange, type Scope } from '@dangwu/platform/database';
import { localId, newId } from '@dangwu/platform/ids';
import { Activities } from '../trial/activities';
import { ActivitySummaries } from './activity-summaries';

const months = ['2026-01-01', '2026-12-31'] as const;

/** The function looks where the transaction reaches, by itself; row-level security says what that is. */
describe('sums of activities by organization', () => {
  let world: World;
  let other: World;
  let places: Map<string, { path: string; leads: string }>;
  beforeAll(async () => {
    world = await createWorld();
    other = await world.another();
    const committee = await world.organization('甲党委', { type: 'COMMITTEE' });
    const guided = await world.organization('会员党委', { type: 'COMMITTEE', under: committee, relation: 'GUIDES' });
    for (let i = 0; i < 5; i++) await world.branch(`甲${i}支部`, { under: committee });
    for (let i = 0; i < 5; i++) await world.branch(`会员${i}支部`, { under: guided });
    await other.branch('别家支部');
    for (const each of [world, other]) await record(each);
    await world.write((tx) => world.app.get(ActivitySummaries).merge(tx, world.associationId));
    // what is not merged yet counts as well
    await record(world);
    const rows = await world.write((tx) =>
      tx.query<{ name: string; path: string; leads: string }[]>(
        `select name, path, leads_path as leads from party_organization`,
      ),
    );
    places = new Map(rows.map(({ name, ...place }) => [name, place]));
  });
  afterAll(() => world.close());

  async function record({ associationId }: World): Promise<void> {
    const type = localId('ActivityType', await new Activities(world).typeId('THEME_DAY'));
    await world.database.transaction(systemScope(associationId), async (tx) => {
      const organizations = await tx.query<{ id: string }[]>(`select id from party_organization order by path`);
      for (const [i, { id }] of organizations.entries())
        await tx.query(
          `insert into activity (id, association_id, organization_id, activity_type_id, title, state, held_on, counts_on,
             starts_at, ends_at, entitled_count, present_count, remote_count, leave_count, recorded_at)
           values ($1, $2, $3, $4, '会', 'RECORDED', $5, $5, $5::date + time '09:00', $5::date + time '10:00', $6::int + 2,
             $6::int, 0, 0, now())`,
          [newId(), associationId, id, type, `2026-0${(i % 9) + 1}-13`, i + 1],
        );
    });
  }

  const range = (name: string, by: PlaceRange['by']): PlaceRange => {
    const { path, leads } = places.get(name)!;
    const lo = by === 'path' ? path : leads;
    return { by, lo, hi: `${lo.slice(0, -1)}0` };
  };
  const scopes: readonly [string, () => Partial<Scope>][] = [
    ['everywhere', () => ({ places: 'everywhere' })],
    ['nowhere', () => ({ places: [] })],
    ['a subtree', () => ({ places: [range('甲党委', 'path')] })],
    ['what an organization leads', () => ({ places: [range('甲党委', 'leads')] })],
    ['one of many', () => ({ places: [range('甲3支部', 'leads')] })],
    [
      'places of both kinds that lie in each other',
      () => ({
        places: [
          range('会员党委', 'path'),
          range('会员2支部', 'leads'),
          range('甲1支部', 'path'),
          range('甲党委', 'leads'),
        ],
      }),
    ],
    ['everything, without an association', () => ({ places: 'everywhere', association: null })],
    ['another association', () => ({ places: 'everywhere', association: other.associationId })],
    [
      'places of one association in another',
      () => ({ places: [range('甲党委', 'path')], association: other.associationId }),
    ],
  ];

  it.each(scopes)('%s', async (title, of) => {
    const scope = { association: world.associationId, account: null, places: [], ...of() };
    const [quick, some, slow] = await world.database.transaction(scope, async (tx) => {
      const ids = await tx.query<{ id: string }[]>(`select id from party_organization order by name limit 3`);
      return [
        await tx.query<object[]>(
          `select s.* from dangwu_activity_sums($1, $2, 'present', 'entitled', null) s order by organization_id`,
          [...months],
        ),
        await tx.query<object[]>(
          `select s.* from dangwu_activity_sums($1, $2, 'present', 'entitled', $3) s order by organization_id`,
          [...months, ids.map(({ id }) => id)],
        ),
        await tx.query<{ organization_id: string }[]>(
          `select o.id as organization_id, o.path, sum(s.present)::float8 as part_sum, sum(s.entitled)::float8 as whole_sum
           from (select organization_id, month, present, entitled from activity_summary union all
             select organization_id, month, present, entitled from activity_delta) s
           join party_organization o on o.id = s.organization_id
           where s.month between $1 and $2 and o.association_id = $3 group by 1, 2 order by 1`,
          [...months, scope.association ?? newId()],
        ),
      ] as const;
    });
    expect(quick).toEqual(slow);
    expect(quick.length > 0).toBe(
      !['nowhere', 'everything, without an association', 'places of one association in another'].includes(title),
    );
    expect(slow).toEqual(expect.arrayContaining(some));
    expect(some.length).toBe(Math.min(3, slow.length));
  });

  it.each(['version', 'present; drop table activity', ''])('are of nothing but what is summed: %s', async (name) => {
    for (const [part, whole] of [
      [name, null],
      ['present', name],
    ])
      await expect(
        world.write((tx) =>
          tx.query(`select * from dangwu_activity_sums($1, $2, $3, $4, null)`, [...months, part, whole]),
        ),
      ).rejects.toMatchObject({ message: expect.stringContaining('no such sum') as string });
  });
});
