import { localId } from '@dangwu/platform/ids';
import { createWorld, type Actor, type World } from '@dangwu/testing';
import { MatterEntity } from '../matter/matter.entity';
import { MatterRecordKind } from '../record/matter-record.enums';
import { MatterRecords } from '../record/matter-records';
import { Matters, type MatterAnswer } from '../trial/matters';

interface Value {
  readonly part: number;
  readonly whole: number | null;
  readonly value: number | null;
}
const keys = ['matter.reviewed', 'matter.reviewedInTime', 'matter.adoptionRate', 'matter.executionOverdue'] as const;

// the world's clock stands at 2026-09-18 10:20 in Shanghai
describe('figures of decisions', () => {
  let world: World;
  let matters: Matters;
  let branch: { id: string };
  let guided: { id: string };
  let secretary: Actor;
  beforeAll(async () => {
    world = await createWorld();
    matters = new Matters(world);
    branch = await world.branch('标准部党支部');
    guided = await world.organization('某企业党支部', { type: 'BRANCH', relation: 'GUIDES' });
    secretary = await world.account('SECRETARY', branch);
    const [adopted, changed, refused] = [
      await decided(branch, '通过的事项', 'ADOPTED'),
      await decided(branch, '修改后通过的事项', 'ADOPTED_WITH_CHANGES'),
      await decided(guided, '未通过的事项', 'NOT_ADOPTED'),
    ];
    await milestones(adopted, ['2026-09-10', '2026-09-17', '2026-09-30']);
    await milestones(changed, ['2026-09-18']);
    // reviewed a second time, and once in another month
    await reviewed(refused, '2026-09-02 23:30+08');
    await reviewed(refused, '2026-08-31 23:30+08');
    // urgent ones: in time, on the day, late, never and late, never and not late yet, withdrawn
    await reviewed(await urgent('按期', '2026-09-11'), '2026-09-10 09:00+08');
    await reviewed(await urgent('当天', '2026-09-11'), '2026-09-11 23:59+08');
    await reviewed(await urgent('逾期', '2026-09-11'), '2026-09-12 00:01+08');
    await urgent('一直没有审议', '2026-09-17');
    await urgent('还没有到期', '2026-09-18');
    await matters.step('withdrawMatter', await urgent('撤回的', '2026-09-11'), { reason: '情况变化。' });
    // decided without the review that no rule asks of it: no opinion to follow
    const small = await decided(branch, '小额采购', 'NOT_ADOPTED');
    await matters.put(small, 'review_required = false');
  });
  afterAll(() => world.close());

  async function decided(at: { id: string }, title: string, outcome: string): Promise<MatterAnswer> {
    const agreed = await matters.put(await matters.submitted(at, { title }), `state = 'REVIEWED', opinion = 'AGREE'`);
    const forwarded = await matters.step('placeOnCouncilAgenda', agreed, { meetingOn: '2026-09-18' });
    const reason = outcome === 'ADOPTED' ? null : '资金另有安排。';
    return matters.step('recordCouncilOutcome', forwarded, { outcome, decidedOn: '2026-09-18', reason });
  }

  async function urgent(title: string, dueOn: string): Promise<MatterAnswer> {
    const matter = await matters.submitted(branch, { title, urgentReason: '暴雨损坏屋顶。' });
    return matters.put(matter, `review_due_on = '${dueOn}'`);
  }

  /** As a session leaves it in the record, at a moment of one's own. */
  function reviewed({ id }: MatterAnswer, at: string): Promise<void> {
    const { clock } = world;
    const before = clock.now();
    return world
      .write(async (tx) => {
        const matter = await tx.findOneByOrFail(MatterEntity, { id: localId('Matter', id) });
        clock.set(new Date(at));
        const actor = {
          association: { id: world.associationId },
          account: { id: world.staff.accountId, name: '周协' },
        };
        const event = { kind: MatterRecordKind.REVIEWED, data: { opinion: 'AGREE' }, action: 'session.conclude' };
        await world.app.get(MatterRecords).add(tx, actor, matter, event);
      })
      .finally(() => clock.set(before));
  }

  async function milestones(matter: MatterAnswer, days: readonly string[]): Promise<void> {
    const items = days.map((dueOn, i) => ({ text: `节点${i + 1}`, owner: '标准部', dueOn }));
    await world.write(async (tx) => {
      for (const [no, { text, owner, dueOn }] of items.entries())
        await tx.query(
          `insert into supervision_item (id, association_id, organization_id, source, source_id, source_title, no, text,
             owner, due_on, state, reported_at, reported_by, evidence)
           select gen_random_uuid(), association_id, organization_id, 'MATTER', id, title, $2, $3, $4, $5, $6,
             case $6 when 'REPORTED' then now() end, case $6 when 'REPORTED' then '秦悦' end,
             case $6 when 'REPORTED' then '已办' end from matter where id = $1`,
          [localId('Matter', matter.id), no + 1, text, owner, dueOn, no === 1 ? 'REPORTED' : 'OPEN'],
        );
    });
  }

  const values = async (more: object = {}, actor: Actor = world.staff): Promise<Record<string, Value>> => {
    const { figures } = await world.as(actor).query<{ figures: (Value & { figure: { key: string } })[] }>(
      `query ($from: Date!, $to: Date!, $within: ID, $keys: [String!]) {
         figures(from: $from, to: $to, within: $within, keys: $keys) { figure { key } value part whole } }`,
      { from: '2026-09-01', to: '2026-09-30', keys, ...more },
    );
    return Object.fromEntries(figures.map(({ figure, ...value }) => [figure.key, value]));
  };

  it('count reviews, urgent ones in time, what followed the opinion, and what is overdue', async () => {
    expect(await values()).toEqual({
      'matter.reviewed': { value: 4, part: 4, whole: null },
      'matter.reviewedInTime': { value: 50, part: 2, whole: 4 },
      'matter.adoptionRate': { value: 33.33, part: 1, whole: 3 },
      'matter.executionOverdue': { value: 1, part: 1, whole: null },
    });
  });

  it('agree with what the rows say when they are counted another way', async () => {
    const [raw] = await world.write((tx) =>
      tx.query<Record<string, number>[]>(
        `with days as (select matter_id, kind, to_char(at + interval '8 hours', 'YYYY-MM-DD') as day from
             (select matter_id, kind, at at time zone 'UTC' as at from matter_record) r),
           first as (select distinct on (matter_id) matter_id, day from days where kind = 'REVIEWED' order by matter_id, day),
           due as (select to_char(review_due_on, 'YYYY-MM-DD') as due, state, first.day from matter
             left join first on first.matter_id = matter.id where review_due_on is not null)
         select (select count(*) from days where kind = 'REVIEWED' and day like '2026-09-%')::int as reviewed,
           (select count(*) from due where due like '2026-09-%' and day <= due)::int as "inTime",
           (select count(*) from due where due like '2026-09-%'
             and (day is not null or (due < '2026-09-18' and state not in ('WITHDRAWN'))))::int as "due",
           (select count(*) from council_item, matter where matter_id = matter.id and matter.opinion = 'AGREE'
             and matter.review_required and outcome is not null)::int as decided,
           (select count(*) from council_item, matter where matter_id = matter.id and matter.review_required
             and outcome = 'ADOPTED')::int as adopted,
           (select count(*) from supervision_item where source = 'MATTER' and to_char(due_on, 'YYYY-MM-DD') < '2026-09-18'
             and reported_at is null and closed_at is null)::int as overdue`,
      ),
    );
    const now = await values();
    expect(now['matter.reviewed']!.part).toBe(raw!['reviewed']);
    expect(now['matter.reviewedInTime']).toMatchObject({ part: raw!['inTime'], whole: raw!['due'] });
    expect(now['matter.adoptionRate']).toMatchObject({ part: raw!['adopted'], whole: raw!['decided'] });
    expect(now['matter.executionOverdue']!.part).toBe(raw!['overdue']);
  });

  it('lie in the month of the day in Shanghai', async () => {
    const august = await values({ from: '2026-08-01', to: '2026-08-31' });
    expect(august['matter.reviewed']!.part).toBe(1);
    expect(august['matter.adoptionRate']).toEqual({ value: null, part: 0, whole: 0 });
  });

  it('are of the part of the tree one may read, and add up to it', async () => {
    expect((await values({ within: guided.id }))['matter.adoptionRate']).toMatchObject({ part: 0, whole: 1 });
    expect((await values({}, secretary))['matter.adoptionRate']).toMatchObject({ part: 1, whole: 2 });
    expect((await values({ within: guided.id }, secretary))['matter.adoptionRate']).toMatchObject({
      part: 0,
      whole: 0,
    });
    expect(await values({}, await world.account('MEMBER', branch))).toEqual({});
    for (const key of keys) {
      const { figureBreakdown } = await world
        .as(world.staff)
        .query<{ figureBreakdown: Value[] }>(
          `query ($key: String!) { figureBreakdown(key: $key, from: "2026-09-01", to: "2026-09-30") { part whole value } }`,
          { key },
        );
      const { part, whole } = (await values())[key]!;
      expect(figureBreakdown.reduce((sum, row) => sum + row.part, 0)).toBe(part);
      if (whole !== null) expect(figureBreakdown.reduce((sum, row) => sum + (row.whole ?? 0), 0)).toBe(whole);
    }
  });

  it('are remembered no longer than they hold', async () => {
    const breakdown = async () =>
      (
        await world
          .as(world.staff)
          .query<{ figureBreakdown: Value[] }>(
            `{ figureBreakdown(key: "matter.executionOverdue", from: "2026-09-01", to: "2026-09-30") { part } }`,
          )
      ).figureBreakdown.reduce((sum, { part }) => sum + part, 0);
    const before = await breakdown();
    await world.write((tx) =>
      tx.query(`update supervision_item set due_on = '2026-09-17' where due_on = '2026-09-18'`),
    );
    expect(await breakdown()).toBe(before + 1);
  });
});
