import { freshWorlds, type Actor, type World } from '@dangwu/testing';
import { Activities } from '../trial/activities';
import { Obligations } from './obligations';

interface Preview {
  readonly organizationCount: number;
  readonly appearing: number;
  readonly disappearing: number;
  readonly changing: number;
  readonly over: number;
  readonly organizations: readonly { readonly name: string; readonly changing: number }[];
  readonly notes: readonly { readonly zh: string }[];
}
interface Cadence {
  readonly id: string;
  readonly version: number;
  readonly ruleKey: string;
  readonly history: readonly { readonly value: string; readonly effectiveFrom: string; readonly effectiveTo: string }[];
}
const preview = `organizationCount appearing disappearing changing over organizations { name changing } notes { zh }`;
const fields = 'id version ruleKey history { value effectiveFrom effectiveTo }';

async function eventually(check: () => Promise<void>): Promise<void> {
  for (const until = Date.now() + 10_000; ; await new Promise((resolve) => setTimeout(resolve, 100)))
    try {
      return await check();
    } catch (failure) {
      if (Date.now() > until) throw failure;
    }
}

describe('house rules on how often', () => {
  let world: World;
  let activities: Activities;
  let general: { id: string };
  let other: { id: string };
  let branch: { id: string };
  const fresh = freshWorlds({ now: '2026-11-20T04:00:00Z' });
  beforeEach(async () => {
    world = await fresh();
    activities = new Activities(world);
    const tier = 'ENTERPRISE';
    general = await world.organization('甲党总支', { type: 'GENERAL_BRANCH', tier });
    other = await world.organization('乙党总支', { type: 'GENERAL_BRANCH', tier });
    branch = await world.organization('甲一支部', { under: general, tier });
    await world.organization('乙一支部', { under: other, tier });
    await world.write((tx) => world.app.get(Obligations).derive(tx, world.associationId, 'ALL'));
  });
  afterEach(() => world.close());

  const input = async (more: object = {}): Promise<object> => ({
    activityTypeId: await activities.typeId('WARNING_EDUCATION'),
    period: 'HALF_YEAR',
    times: 2,
    organizationTypes: ['GENERAL_BRANCH', 'BRANCH'],
    organizationId: general.id,
    basis: '甲党总支决议〔2026〕3号',
    effectiveFrom: '2026-07-01',
    ...more,
  });
  const ask = async (what: 'set' | 'change' | 'end', given: object, actor: Actor = world.staff): Promise<Preview> => {
    const type = `${what[0]!.toUpperCase()}${what.slice(1)}CadenceInput`;
    const data = await world
      .as(actor)
      .query<{ previewCadence: Preview }>(
        `query ($given: ${type}) { previewCadence(${what}: $given) { ${preview} } }`,
        {
          given,
        },
      );
    return data.previewCadence;
  };
  const set = async (more: object = {}, actor?: Actor): Promise<Cadence> =>
    activities.send<Cadence>('setCadence', await input(more), actor, fields);
  const required = async (at: { id: string }, type = 'WARNING_EDUCATION'): Promise<unknown[]> => {
    const data = await world.as(world.staff).query<{
      obligations: {
        nodes: { startsOn: string; required: number; activityType: { key: string }; rule: { key: string } }[];
      };
    }>(
      `query ($id: ID!) { obligations(first: 100, filter: { organizationId: $id, endsFrom: "2026-01-01" }) {
         nodes { startsOn required activityType { key } rule { key } } } }`,
      { id: at.id },
    );
    return data.obligations.nodes
      .filter(({ activityType }) => activityType.key === type)
      .map(({ startsOn, required: times, rule }) => [startsOn, times, rule.key]);
  };
  const refused = (actor: Actor, document: string, variables: object, error: object): Promise<void> =>
    expect(world.as(actor).mutate(document, variables)).rejects.toMatchObject(error);
  const usual = ['2026-01-01', '2026-07-01', '2027-01-01', '2027-07-01'].map((day) => [day, 1, 'warning.cadence']);
  const [first, ...later] = usual;
  const twice = later.map(([day]) => [day, 2, 'warning.house.a']);

  it('are shown before they are saved, and then asked for in the subtree alone', async () => {
    await world.work();
    const before = await required(branch);
    expect(before).toEqual(usual);
    const shown = await ask('set', await input());
    expect(shown).toMatchObject({ organizationCount: 2, appearing: 0, disappearing: 0, changing: 6, over: 0 });
    expect(shown.organizations).toEqual([
      { name: '甲党总支', changing: 3 },
      { name: '甲一支部', changing: 3 },
    ]);
    expect(shown.notes.map(({ zh }) => zh).join()).toMatch(/warning\.cadence.*只算一项义务/);
    expect(await required(branch)).toEqual(before);

    const cadence = await set();
    expect(cadence).toMatchObject({ ruleKey: 'warning.house.a', history: [{ value: '2', effectiveTo: null }] });
    await eventually(async () => expect(await required(branch)).toEqual([first, ...twice]));
    expect(await required(other)).toEqual(usual);
    // the same again would change nothing
    expect((await ask('set', await input({ organizationTypes: ['BRANCH'] }))).changing).toBe(0);
  });

  it('change within a year from a day on, and end', async () => {
    await world.work();
    const { id, version } = await set();
    await eventually(async () => expect(await required(branch)).toEqual([first, ...twice]));
    const step = { id, version, times: 3, effectiveFrom: '2027-01-01', basis: '甲党总支决议〔2026〕9号' };
    expect(await ask('change', step)).toMatchObject({ organizationCount: 2, changing: 4 });
    const changed = await activities.send<Cadence>('changeCadence', step, world.staff, fields);
    expect(changed).toMatchObject({ id, ruleKey: 'warning.house.a' });
    expect(changed.history.map(({ value, effectiveFrom, effectiveTo }) => [value, effectiveFrom, effectiveTo])).toEqual(
      [
        ['3', '2027-01-01', null],
        ['2', '2026-07-01', '2027-01-01'],
      ],
    );
    const thrice = twice.map(([day, times, key]) => [day, day! >= '2027' ? 3 : times, key]);
    await eventually(async () => expect(await required(branch)).toEqual([first, ...thrice]));
    await refused(
      world.staff,
      `mutation ($input: ChangeCadenceInput!) { changeCadence(input: $input) { id } }`,
      { input: step },
      { code: 'CONFLICT', reason: 'STALE_VERSION' },
    );
    const narrowed = await activities.send<Cadence>(
      'changeCadence',
      { ...step, version: changed.version, organizationTypes: ['GENERAL_BRANCH'] },
      world.staff,
      fields,
    );
    expect(narrowed.ruleKey).toBe('warning.house.b');
    await eventually(async () => expect((await required(branch)).slice(2)).toEqual(usual.slice(2)));
    const end = { id: narrowed.id, version: narrowed.version, effectiveTo: '2026-12-01', reason: '决议〔2026〕10号' };
    expect(await ask('end', end)).toMatchObject({ organizationCount: 1, changing: 2 });
    await activities.send('endCadence', end, world.staff, 'id');
    await eventually(async () => expect((await required(general)).slice(2)).toEqual(usual.slice(2)));
  });

  it.each([
    ['CADENCE_BELOW_FLOOR', 'RULE_VIOLATION', { period: 'YEAR', times: 1 }, /警示教育.*1次\/半年/],
    ['CADENCE_SCOPE_EMPTY', 'BAD_USER_INPUT', { tiers: ['COUNCIL'] }, /甲党总支/],
    ['CADENCE_TYPE_NOT_HELD', 'BAD_USER_INPUT', { organizationTypes: ['BRANCH', 'EXPERT_GROUP'] }, /专家组/],
    ['CADENCE_DATES', 'BAD_USER_INPUT', { effectiveTo: '2026-07-01' }, /一天也不生效/],
  ])('are refused as %s, in a preview, too', async (reason, code, more, text) => {
    const variables = { given: await input(more) };
    for (const document of [
      `mutation ($given: SetCadenceInput!) { setCadence(input: $given) { id } }`,
      `query ($given: SetCadenceInput) { previewCadence(set: $given) { appearing } }`,
    ]) {
      await refused(world.staff, document, variables, {
        code,
        reason,
        messages: { zh: expect.stringMatching(text) as string },
      });
    }
  });

  it('are said once for the same organizations, and regulations are neither changed nor ended', async () => {
    await set();
    const document = `mutation ($input: SetCadenceInput!) { setCadence(input: $input) { id } }`;
    const again = { input: await input({ effectiveFrom: '2028-01-01' }) };
    await refused(world.staff, document, again, { code: 'CONFLICT', reason: 'CADENCE_OVERLAPS' });
    const { cadences } = await world
      .as(world.staff)
      .query<{ cadences: { nodes: Cadence[] } }>(`{ cadences(first: 50) { nodes { ${fields} } } }`);
    const { id, version } = cadences.nodes.find(({ ruleKey }) => ruleKey === 'assembly.cadence')!;
    await refused(
      world.staff,
      `mutation ($input: EndCadenceInput!) { endCadence(input: $input) { id } }`,
      { input: { id, version, effectiveTo: '2027-01-01', reason: '决议' } },
      { code: 'PRECONDITION_FAILED', reason: 'CADENCE_NOT_HOUSE' },
    );
  });

  it('are set where one may: staff of a part for that part alone', async () => {
    const staff = await world.account('PARTY_STAFF', general);
    expect((await set({}, staff)).ruleKey).toBe('warning.house.a');
    const document = `mutation ($input: SetCadenceInput!) { setCadence(input: $input) { id } }`;
    for (const organizationId of [other.id, null])
      await refused(
        staff,
        document,
        { input: await input({ organizationId, period: 'MONTH' }) },
        { code: 'FORBIDDEN' },
      );
    await refused(await world.account('SECRETARY', general), document, { input: await input() }, { code: 'FORBIDDEN' });
  });
});
