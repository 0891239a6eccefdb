import { freshWorlds, type Actor, type World } from '@dangwu/testing';
import { LiveEvents } from '@dangwu/platform/events';
import { localId, newId } from '@dangwu/platform/ids';
import { ObligationCounts } from './obligation-counts';
import { Obligations } from './obligations';

interface Found {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly startsOn: string;
  readonly dueFrom: string;
  readonly required: number;
  readonly activityType: { readonly id: string; readonly key: string };
  readonly rule: { readonly key: string; readonly basis: { readonly zh: string } };
  readonly waivedReason: string | null;
}
const fields = `id version state startsOn dueFrom required activityType { id key } rule { key basis { zh } } waivedReason`;

/** Until what the worker does has come to pass; the last failure when it does not within half a minute. */
async function eventually(check: () => Promise<void>): Promise<void> {
  for (const until = Date.now() + 30_000; ; await new Promise((resolve) => setTimeout(resolve, 100)))
    try {
      return await check();
    } catch (failure) {
      if (Date.now() > until) throw failure;
    }
}

describe('obligations', () => {
  let world: World;
  let branch: { id: string };
  let general: { id: string };
  const fresh = freshWorlds({ now: '2026-11-20T04:00:00Z' });
  beforeEach(async () => {
    world = await fresh();
    general = await world.organization('机关党总支', { type: 'GENERAL_BRANCH', tier: 'ENTERPRISE' });
    branch = await world.organization('第一支部', {
      under: general,
      tier: 'ENTERPRISE',
      foundedOn: '2026-05-10',
      effectiveOn: '2026-05-10',
    });
    await derive();
  });
  afterEach(() => world.close());

  const derive = () => world.write((tx) => world.app.get(Obligations).derive(tx, world.associationId, 'ALL'));
  const listed = async (actor: Actor, filter: string): Promise<Found[]> => {
    const data = await world
      .as(actor)
      .query<{ obligations: { nodes: Found[] } }>(
        `{ obligations(first: 100, filter: { ${filter} }) { nodes { ${fields} } } }`,
      );
    return data.obligations.nodes;
  };
  const ofBranch = (more = '', actor = world.staff) => listed(actor, `organizationId: "${branch.id}" ${more}`);
  const assemblies = async () =>
    (await ofBranch('endsFrom: "2026-01-01", endsTo: "2026-12-31"')).filter(
      ({ activityType }) => activityType.key === 'BRANCH_ASSEMBLY',
    );
  /** as the services of activities write them, which are not this spec's business */
  const activity = (key: string, state: string, on: string, at = branch.id) =>
    world.write(async (tx) => {
      const [type] = await tx.query<{ id: string }[]>(`select id from activity_type where key = $1`, [key]);
      await tx.query(
        `insert into activity (id, association_id, organization_id, activity_type_id, title, state, starts_at, ends_at,
           held_on, counts_on, recorded_at)
         values ($1, $2, $3, $4, '会', $5, $6::date + time '14:00', $6::date + time '15:00', $6, $6,
           case when $5 = 'RECORDED' then now() end)`,
        [newId(), world.associationId, localId('PartyOrganization', at), type!.id, state, on],
      );
      await world.app.get(ObligationCounts).refresh(tx, {
        organizationId: localId('PartyOrganization', at),
        activityTypeId: type!.id,
        days: [on],
      });
    });

  it('follow from rules and history: founded in May, the branch owes assemblies from the second quarter', async () => {
    const found = await assemblies();
    expect(found.map(({ startsOn, dueFrom, required }) => [startsOn, dueFrom, required])).toEqual([
      ['2026-04-01', '2026-05-10', 1],
      ['2026-07-01', '2026-07-01', 1],
      ['2026-10-01', '2026-10-01', 1],
    ]);
    expect(found[0]!.rule).toEqual({
      key: 'assembly.cadence',
      basis: { zh: '《中国共产党支部工作条例（试行）》第十一条' },
    });
    // no committee was elected, so none need meet; no tier of the secretariat, so no Friday either
    const keys = new Set((await ofBranch()).map(({ rule }) => rule.key));
    expect(keys).toEqual(
      new Set([
        'assembly.cadence',
        'themeDay.cadence',
        'lecture.others',
        'lifeMeeting.cadence',
        'evaluation.cadence',
        'warning.cadence',
      ]),
    );
  });

  it('stand in one of seven states, by what is planned, held and recorded and by the day', async () => {
    const states = async () => (await assemblies()).map(({ state }) => state);
    expect(await states()).toEqual(['LATE', 'LATE', 'UNPLANNED']);
    await activity('BRANCH_ASSEMBLY', 'RECORDED', '2026-06-30');
    await activity('BRANCH_ASSEMBLY', 'HELD', '2026-07-01');
    await activity('BRANCH_ASSEMBLY', 'SCHEDULED', '2026-12-31');
    await activity('THEME_DAY', 'RECORDED', '2026-12-31');
    expect(await states()).toEqual(['DONE', 'AWAITING_RECORD', 'PLANNED']);
    world.clock.set('2026-12-17T02:00:00Z');
    // sessions end meanwhile
    const life = async () =>
      (await ofBranch('endsFrom: "2026-12-31", endsTo: "2026-12-31"', await world.account('PARTY_STAFF'))).find(
        ({ rule }) => rule.key === 'lifeMeeting.cadence',
      );
    expect(await life()).toMatchObject({ state: 'AT_RISK', startsOn: '2026-01-01' });
    // the day of the association, whatever the host's: in Shanghai it is the first of January already
    world.clock.set('2026-12-31T16:30:00Z');
    expect((await life())!.state).toBe('LATE');
  });

  it('a derivation anew finds nothing to write, and puts right what was written by hand', async () => {
    await activity('BRANCH_ASSEMBLY', 'RECORDED', '2026-06-30');
    expect(await derive()).toBe(0);
    await world.write((tx) =>
      tx.query(
        `update obligation set required = 9, recorded = 0 where starts_on = '2026-04-01' and period = 'QUARTER'`,
      ),
    );
    expect(await derive()).toBeGreaterThan(0);
    expect((await assemblies())[0]).toMatchObject({ required: 1, state: 'DONE' });
  });

  it('a derivation that writes something is told to open boards once, one that finds nothing is not', async () => {
    const stream = world.app.get(LiveEvents, { strict: false }).stream('nobody', world.associationId);
    const heard: string[] = [];
    const listening = (async () => {
      for await (const { kind } of stream) heard.push(kind);
    })();
    await eventually(async () => {
      // the first event says that it listens
      await world.write((tx) =>
        world.app.get(LiveEvents, { strict: false }).publish(tx, { to: 'association', kind: 'job', id: '' }),
      );
      expect(heard).toContain('job');
    });
    await derive();
    await world.write((tx) => tx.query(`update obligation set required = 9`));
    await derive();
    await eventually(() => Promise.resolve(expect(heard).toContain('obligation')));
    await derive();
    await world.write((tx) =>
      world.app.get(LiveEvents, { strict: false }).publish(tx, { to: 'association', kind: 'last', id: '' }),
    );
    await eventually(() => Promise.resolve(expect(heard).toContain('last')));
    expect(heard.filter((kind) => kind === 'obligation')).toHaveLength(1);
    await stream.return();
    await listening;
  });

  it('follow a house rule, and an organization that is dissolved', async () => {
    await world.work();
    await world.as(world.staff).mutate(`mutation ($input: OverrideRuleInput!) { overrideRule(input: $input) { id } }`, {
      input: {
        key: 'assembly.cadence',
        organizationId: general.id,
        value: '2',
        strength: 'NORMAL',
        basis: '党总支〔2026〕3 号',
        effectiveFrom: '2026-10-01',
      },
    });
    await eventually(async () => expect((await assemblies()).map(({ required }) => required)).toEqual([1, 1, 2]));
    const { partyOrganization } = await world
      .as(world.staff)
      .query<{ partyOrganization: { version: number } }>(`{ partyOrganization(id: "${branch.id}") { version } }`);
    await world
      .as(world.staff)
      .mutate(`mutation ($input: DissolveOrganizationInput!) { dissolveOrganization(input: $input) { id } }`, {
        input: { id: branch.id, version: partyOrganization.version, basis: '批复', effectiveOn: '2026-11-01' },
      });
    await eventually(async () =>
      expect((await assemblies()).map(({ startsOn }) => startsOn)).toEqual(['2026-04-01', '2026-07-01']),
    );
  });

  it('are waived by whoever leads the organization, for a reason, and taken back', async () => {
    const [first] = await assemblies();
    const change = (actor: Actor, verb: string, { id, version }: Found) =>
      world
        .as(actor)
        .query<Record<string, Found>>(
          `mutation ($input: ${verb[0]!.toUpperCase()}${verb.slice(1)}Input!) { ${verb}(input: $input) { ${fields} } }`,
          { input: { id, version, reason: '全员驻外' } },
        );
    const own = await world.account('PARTY_STAFF', branch);
    await expect(change(own, 'waiveObligation', first!)).rejects.toMatchObject({ reason: 'OWN_OBLIGATION' });
    const secretary = await world.account('SECRETARY', general);
    await expect(change(secretary, 'waiveObligation', first!)).rejects.toMatchObject({ reason: 'PERMISSION_MISSING' });
    const above = await world.account('PARTY_STAFF', general);
    const { waiveObligation } = await change(above, 'waiveObligation', first!);
    expect(waiveObligation).toMatchObject({ state: 'WAIVED', waivedReason: '全员驻外' });
    await expect(change(above, 'waiveObligation', waiveObligation!)).rejects.toMatchObject({
      reason: 'WAIVED_ALREADY',
    });
    // derived anew it stays waived
    await derive();
    expect((await assemblies())[0]!.state).toBe('WAIVED');
    const { withdrawWaiver } = await change(above, 'withdrawWaiver', (await assemblies())[0]!);
    expect(withdrawWaiver!.state).toBe('LATE');
  });

  it('come to whoever is guided with the first activity that it keeps here', async () => {
    const unit = await world.organization('会员单位党支部', { relation: 'GUIDES', tier: 'MEMBER_UNIT' });
    const owed = async () =>
      (await listed(world.staff, `organizationId: "${unit.id}" endsFrom: "2026-01-01", endsTo: "2026-12-31"`))
        .filter(({ activityType }) => activityType.key === 'BRANCH_ASSEMBLY')
        .map(({ startsOn, dueFrom }) => [startsOn, dueFrom]);
    await derive();
    expect(await owed()).toEqual([]);
    await activity('BRANCH_ASSEMBLY', 'RECORDED', '2026-07-20', unit.id);
    await derive();
    expect(await owed()).toEqual([
      ['2026-07-01', '2026-07-20'],
      ['2026-10-01', '2026-10-01'],
    ]);
  });

  it('are seen along LEADS edges alone', async () => {
    const stranger = await world.organization('会员党委', { type: 'COMMITTEE', relation: 'GUIDES' });
    expect((await ofBranch('', await world.account('SECRETARY', general))).length).toBeGreaterThan(0);
    expect(await ofBranch('', await world.account('SECRETARY', stranger))).toEqual([]);
    await expect(ofBranch('', await world.account('EXPERT', general))).rejects.toMatchObject({
      reason: 'PERMISSION_MISSING',
    });
  });

  describe('on the board', () => {
    interface Board {
      readonly counts: Record<string, number>;
      readonly organizationCount: number;
      readonly rows: readonly {
        readonly name: string;
        readonly depth: number;
        readonly cells: readonly {
          startsOn: string;
          worst: string;
          required: number;
          fulfilled: number;
          foreseen: number;
        }[];
      }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    }
    const board = async (args: string, actor = world.staff): Promise<Board> =>
      (
        await world.as(actor).query<{ complianceBoard: Board }>(
          `{ complianceBoard(${args}) { counts { total done awaitingRecord planned atRisk late unplanned waived }
             organizationCount rows { name depth cells { startsOn total late worst required fulfilled foreseen } }
             pageInfo { hasNextPage endCursor } } }`,
        )
      ).complianceBoard;
    const year = 'from: "2026-01-01", to: "2026-12-31", by: QUARTER';

    it('count each once, in the state that the list says', async () => {
      await activity('BRANCH_ASSEMBLY', 'RECORDED', '2026-06-30');
      await activity('THEME_DAY', 'SCHEDULED', '2026-11-28');
      const { counts } = await board(`${year}, first: 10`);
      const states: Record<string, number> = {};
      for (const { state } of await listed(world.staff, 'endsFrom: "2026-01-01", endsTo: "2026-12-31"'))
        states[state] = (states[state] ?? 0) + 1;
      expect(Object.fromEntries(Object.entries(counts).filter(([name, n]) => n && name !== 'total'))).toEqual(
        Object.fromEntries(
          Object.entries(states).map(([state, n]) => [
            state.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
            n,
          ]),
        ),
      );
      expect(Object.keys(states).length).toBeGreaterThan(3);
    });

    it('stand in the order of the tree, page by page, the worst state of each span in front', async () => {
      const all = await board(`${year}, first: 10`);
      expect(all.rows.map(({ name, depth }) => [name, depth])).toEqual([
        ['示范行业协会党委（功能型）', 1],
        ['机关党总支', 2],
        ['第一支部', 3],
      ]);
      expect(all.rows[2]!.cells.map(({ startsOn, worst }) => [startsOn, worst])).toEqual([
        ['2026-04-01', 'LATE'],
        ['2026-07-01', 'LATE'],
        ['2026-10-01', 'LATE'],
      ]);
      const first = await board(`${year}, first: 2`);
      expect([first.rows.length, first.organizationCount, first.pageInfo.hasNextPage]).toEqual([2, 3, true]);
      const second = await board(`${year}, first: 2, after: "${first.pageInfo.endCursor}"`);
      expect(second.rows.map(({ name }) => name)).toEqual(['第一支部']);
      expect((await board(`${year}, first: 10, within: "${branch.id}"`)).rows).toHaveLength(1);
    });

    it('add up how often, without making good one obligation by another', async () => {
      for (const on of ['2026-10-09', '2026-10-16', '2026-10-23']) await activity('THEME_DAY', 'RECORDED', on);
      await activity('THEME_DAY', 'SCHEDULED', '2026-11-28');
      const [type] = (await ofBranch()).filter(({ rule }) => rule.key === 'themeDay.cadence');
      const { rows } = await board(
        `${year}, first: 1, within: "${branch.id}", activityTypeIds: ["${type!.activityType.id}"]`,
      );
      expect(rows[0]!.cells.at(-1)).toMatchObject({ required: 3, fulfilled: 1, foreseen: 1, worst: 'UNPLANNED' });
    });

    it('refuse a span that is reversed or too long for a board', async () => {
      await expect(board('from: "2026-02-01", to: "2026-01-01", by: MONTH, first: 1')).rejects.toMatchObject({
        reason: 'SPAN_REVERSED',
      });
      for (const to of ['2026-12-31', '9999-12-31'])
        await expect(board(`from: "2025-01-01", to: "${to}", by: WEEK, first: 1`)).rejects.toMatchObject({
          reason: 'SPAN_TOO_LONG',
        });
    });
  });
});
