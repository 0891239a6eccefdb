import { createWorld, Random, type Actor, type World } from '@dangwu/testing';
import { FigureReach, Figures, type OrganizationValue } from '@dangwu/figures';
import { systemScope } from '@dangwu/platform/database';
import { localId, newId } from '@dangwu/platform/ids';
import { byHand, countByHand, fulfilment, tablesOf, type Fraction, type Tables } from '../trial/counted-by-hand';
import { countedThings } from '../trial/counted-things';

const year = { from: '2026-01-01', to: '2026-12-31' };
const spans = [
  year,
  { from: '2026-03-01', to: '2026-03-31' },
  { from: '2025-01-01', to: '2025-12-31' },
  { from: '2026-09-01', to: '2026-09-30' },
] as const;
const today = '2026-09-18';

// the world's clock stands at 2026-09-18 10:20 in Shanghai
describe('figures of organizations', () => {
  let world: World;
  let other: World;
  let figures: Figures;
  let ids: Record<'general' | 'first' | 'second' | 'guided' | 'far', string>;
  let globals: Record<'general' | 'first' | 'guided', { id: string }>;
  let tables: Tables;
  let keys: string[];

  beforeAll(async () => {
    world = await createWorld();
  });
  beforeAll(async () => {
    other = await world.another();
  });
  beforeAll(async () => {
    figures = world.app.get(Figures);
    const general = await world.organization('机关党委', { type: 'COMMITTEE' });
    const first = await world.branch('第一党支部', { under: general });
    const second = await world.branch('第二党支部', { under: general });
    const guided = await world.organization('会员党委', { type: 'COMMITTEE', under: general, relation: 'GUIDES' });
    const far = await world.branch('会员党支部', { under: guided });
    globals = { general, first, guided };
    ids = Object.fromEntries(
      Object.entries({ general, first, second, guided, far }).map(([name, { id }]) => [
        name,
        localId('PartyOrganization', id),
      ]),
    ) as typeof ids;
    // stricter at one branch, and at the general branch for those it leads
    await house('minutes.within', ids.first, '3');
    await house('branch.found.min', ids.general, '5');
    const random = new Random(65);
    await countedThings(world, random, Object.values(ids));
    const elsewhere = await other.branch('别家支部');
    await countedThings(other, random, [localId('PartyOrganization', elsewhere.id)]);
    tables = await tablesOf(world);
    keys = (
      await world.as(world.staff).query<{ figureRegister: { key: string }[] }>(`{ figureRegister { key } }`)
    ).figureRegister.map(({ key }) => key);
  });
  afterAll(() => world.close());

  const house = (key: string, organizationId: string, value: string) =>
    world.write((tx) =>
      tx.query(
        `insert into rule (id, association_id, key, name_zh, name_en, value, stricter, strength, layer, organization_id,
           basis_zh, basis_en, source, effective_from)
         values ($1, $2, $3, '规则', 'Rule', $4, 'NONE', 'NORMAL', 'ORGANIZATION', $5, '本级', 'House', 'HOUSE', '2020-01-01')`,
        [newId(), world.associationId, key, value, organizationId],
      ),
    );
  const ruleAt = (key: 'minutes.within' | 'branch.found.min', at: string, on: string): number | null => {
    if (key === 'branch.found.min') return [ids.general, ids.first, ids.second].includes(at) ? 5 : 3;
    // what ships holds from this year on
    return at === ids.first ? 3 : on < '2026-01-01' ? null : 7;
  };
  const all = (months: { from: string; to: string }, reach: FigureReach, of: readonly string[] = keys) =>
    figures.ofOrganizations(
      { association: { id: world.associationId } },
      { keys: of, organizationIds: Object.values(ids), reach, ...months },
    );
  const find = (values: readonly OrganizationValue[], key: string, id: string): OrganizationValue =>
    values.find((value) => value.key === key && value.organizationId === id)!;
  const under = { OWN: (id: string) => [id], LED: led, SUBTREE: below } as const;
  function led(id: string): readonly string[] {
    if (id === ids.general) return [ids.general, ids.first, ids.second];
    return id === ids.guided ? [ids.guided, ids.far] : [id];
  }
  function below(id: string): readonly string[] {
    return id === ids.general ? Object.values(ids) : led(id);
  }
  const sum = (counted: ReadonlyMap<string, Fraction>, of: readonly string[]): Fraction =>
    of
      .map((id) => counted.get(id) ?? { part: 0, whole: 0, rows: 0 })
      .reduce((a, b) => ({ part: a.part + b.part, whole: a.whole + b.whole, rows: a.rows + b.rows }));

  const types = [
    ['assembly', 'BRANCH_ASSEMBLY'],
    ['committee', 'BRANCH_COMMITTEE_MEETING'],
    ['group', 'GROUP_MEETING'],
    ['lecture', 'PARTY_LECTURE'],
    ['themeDay', 'THEME_DAY'],
    ['lifeMeeting', 'LIFE_MEETING'],
    ['evaluation', 'DEMOCRATIC_EVALUATION'],
    ['centralGroup', 'CENTRAL_GROUP_STUDY'],
    ['partySchool', 'PARTY_SCHOOL'],
    ['warning', 'WARNING_EDUCATION'],
  ] as const;
  const counted = [
    ...Object.entries(byHand),
    ...types.map(([word, type]) => [`obligation.fulfilmentRate.${word}`, fulfilment(type)] as const),
  ] as const;

  it.each(counted)('%s is what one counts by hand, over months, for each reach', async (key, counting) => {
    let some = 0;
    for (const months of spans) {
      const expected = countByHand(counting, tables, { ...months, today, ruleAt });
      for (const reach of Object.values(FigureReach)) {
        const values = await all(months, reach, [key]);
        for (const id of Object.values(ids)) {
          const { part, whole, rows } = sum(expected, under[reach](id));
          const value = find(values, key, id);
          expect([Number(value.part), Number(value.whole), value.rows]).toEqual([
            expect.closeTo(part, 8),
            expect.closeTo(whole, 8),
            rows,
          ]);
          some += part > 0 && part < whole ? 1 : 0;
        }
      }
    }
    // something was counted and something was not
    if (key !== 'study.hoursPerMember') expect(some).toBeGreaterThan(1);
  });

  it('are what the console shows for the same months, for each entry of the register', async () => {
    for (const months of spans.slice(0, 2)) {
      const values = await all(months, FigureReach.SUBTREE);
      const { figures: shown } = await world
        .as(world.staff)
        .query<{ figures: { part: number; whole: number | null; value: number | null; figure: { key: string } }[] }>(
          `query ($from: Date!, $to: Date!, $within: ID) {
             figures(from: $from, to: $to, within: $within) { part whole value figure { key } } }`,
          { ...months, within: globals.general.id },
        );
      expect(shown.map(({ figure }) => figure.key)).toEqual(keys);
      for (const { figure, part, whole, value } of shown) {
        const one = find(values, figure.key, ids.general);
        expect([figure.key, Number(one.part)]).toEqual([figure.key, expect.closeTo(part, 6)]);
        expect(one.whole === null ? null : Number(one.whole)).toBe(whole);
        if (value === null) expect(one.value).toBeNull();
        else expect(Math.abs(Number(one.value) - value)).toBeLessThan(0.00501);
      }
    }
  });

  it('are decimals without an error of fractions', async () => {
    const values = await all(year, FigureReach.LED);
    for (const { part, whole, value } of values)
      for (const text of [part, whole, value]) if (text !== null) expect(text).toMatch(/^\d+(\.\d{1,10})?$/);
    const rate = find(values, 'minutes.onTimeRate', ids.general);
    const [part, whole] = [BigInt(rate.part), BigInt(rate.whole!)];
    const exact = (part * 10n ** 13n) / whole;
    expect(rate.value).toBe(String(Number((exact + 5n) / 10n) / 1e10).slice(0, 13));
  });

  it('stand month by month as each month stands by itself', async () => {
    for (const key of ['coverage.rate', 'study.hoursPerMember', 'minutes.onTimeRate']) {
      const { figureTrend } = await world
        .as(world.staff)
        .query<{ figureTrend: { month: string; part: number; whole: number | null; value: number | null }[] }>(
          `query ($key: String!) {
             figureTrend(key: $key, from: "2026-08-01", to: "2026-10-31") { month part whole value } }`,
          { key },
        );
      expect(figureTrend.map(({ month }) => month)).toEqual(['2026-08-01', '2026-09-01', '2026-10-01']);
      for (const [at, to] of [
        ['2026-08-01', '2026-08-31'],
        ['2026-09-01', '2026-09-30'],
      ] as const) {
        const values = await all({ from: at, to }, FigureReach.SUBTREE, [key]);
        expect(figureTrend.find(({ month }) => month === at)!.part).toBeCloseTo(
          Number(find(values, key, ids.general).part),
          6,
        );
      }
      // a month that has not begun
      if (key !== 'minutes.onTimeRate') expect(figureTrend[2]!.value).toBeNull();
    }
  });

  interface Page {
    readonly nodes: { id: string; day: string; part: string; whole: string | null; organizationName: string }[];
    readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
    readonly totalCount: number;
    readonly part: string;
    readonly whole: string | null;
    readonly value: string | null;
  }
  const rows = async (key: string, more: object = {}, actor: Actor = world.staff): Promise<Page> =>
    (
      await world.as(actor).query<{ figureRows: Page }>(
        `query ($key: String!, $from: Date!, $to: Date!, $within: ID, $reach: FigureReach, $first: Int!, $after: String) {
           figureRows(key: $key, from: $from, to: $to, within: $within, reach: $reach, first: $first, after: $after) {
             nodes { id title { zh en } day part whole organizationName } pageInfo { hasNextPage endCursor }
             totalCount part whole value } }`,
        { key, ...year, first: 100, ...more },
      )
    ).figureRows;

  it('are followed down to their rows, page by page, which add up to the value', async () => {
    for (const reach of Object.values(FigureReach)) {
      const values = await all(year, reach);
      for (const key of keys) {
        const value = find(values, key, ids.general);
        const page = await rows(key, { within: globals.general.id, reach });
        const { part, whole, value: said, rows: totalCount } = value;
        expect([key, page]).toMatchObject([key, { part, whole, value: said, totalCount }]);
        const nodes = [...page.nodes];
        for (let last = page; last.pageInfo.hasNextPage; nodes.push(...last.nodes))
          last = await rows(key, { within: globals.general.id, reach, after: last.pageInfo.endCursor });
        expect(new Set(nodes.map(({ id }) => id)).size).toBe(value.rows);
        expect(nodes.reduce((total, row) => total + Number(row.part), 0)).toBeCloseTo(Number(part), 6);
        expect(nodes.reduce((total, row) => total + Number(row.whole ?? 0), 0)).toBeCloseTo(Number(whole ?? 0), 6);
        expect(nodes.map(({ day }) => day)).toEqual(
          nodes
            .map(({ day }) => day)
            .sort()
            .reverse(),
        );
      }
    }
  });

  it('say where their rows are looked at', async () => {
    const [value] = await all(year, FigureReach.LED, ['coverage.rate']);
    expect(value!.address).toBe(
      `/figures?figure=coverage.rate&rows=${globals.general.id}&from=2026-01-01&to=2026-12-31&reach=LED`,
    );
  });

  it('are told by the right of whoever asks, and the same to all who may', async () => {
    const secretary = await world.account('SECRETARY', globals.first);
    const values = await all(year, FigureReach.OWN);
    for (const key of ['minutes.onTimeRate', 'reelection.onTimeRate', 'coverage.rate', 'study.hoursPerMember']) {
      const value = find(values, key, ids.first);
      const mine = await rows(key, { within: globals.first.id, reach: 'OWN' }, secretary);
      expect([key, mine.value, mine.totalCount]).toEqual([key, value.value, value.rows]);
      expect(await rows(key, { within: globals.guided.id }, secretary)).toMatchObject({ nodes: [], totalCount: 0 });
      expect((await rows(key, { within: globals.general.id }, secretary)).totalCount).toBe(value.rows);
    }
    const member = await world.account('MEMBER', globals.first);
    await expect(rows('coverage.rate', {}, member)).rejects.toMatchObject({ reason: 'PERMISSION_MISSING' });
    expect((await rows('activity.held', {}, member)).totalCount).toBe(find(values, 'activity.held', ids.first).rows);
    await expect(rows('activity.held', {}, await world.account('AUDITOR'))).rejects.toMatchObject({
      reason: 'PERMISSION_MISSING',
    });
    await expect(rows('activity.held', { within: globals.first.id }, other.staff)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('refuse what is no figure, no month and no page', async () => {
    await expect(rows('attendance.luck')).rejects.toMatchObject({ reason: 'FIGURE_UNKNOWN' });
    await expect(rows('activity.held', { from: '2026-01-02' })).rejects.toMatchObject({ reason: 'FIGURE_MONTHS' });
    await expect(rows('activity.held', { after: '2026-13-01.Activity_1' })).rejects.toMatchObject({
      reason: 'MALFORMED_ID',
    });
    await expect(all({ from: '1900-01-01', to: '2026-12-31' }, FigureReach.OWN)).rejects.toMatchObject({
      reason: 'FIGURE_SPAN',
    });
  });

  it('read no other association', async () => {
    const [count] = await world.database.transaction(systemScope(null), (tx) =>
      tx.query<{ n: number }[]>(`select count(distinct association_id)::int as n from unit`),
    );
    expect(count!.n).toBe(2);
    expect(
      await figures.ofOrganizations(
        { association: { id: newId() } },
        { keys, organizationIds: Object.values(ids), reach: FigureReach.LED, ...year },
      ),
    ).toEqual([]);
  });
});
