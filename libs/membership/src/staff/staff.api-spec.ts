import { createWorld, type Actor, type World } from '@dangwu/testing';
import { People } from '../trial/people';

let world: World;
let people: People;
let general: { id: string };
let first: { id: string };
let guided: { id: string };
beforeAll(async () => {
  world = await createWorld();
  people = new People(world, () => first);
  general = await world.organization('机关党总支', { type: 'GENERAL_BRANCH' });
  first = await world.branch('第一支部', { under: general });
  guided = await world.branch('会员单位支部', { relation: 'GUIDES' });
});
afterAll(() => world.close());

interface Staff {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly time: string;
  readonly phone: string | null;
  readonly until: string | null;
  readonly member: { name: string } | null;
  readonly handoverMissing: boolean;
}
interface Handover {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly items: { text: string; state: string }[];
}
const staffFields = 'id version name time phone until member { name } handoverMissing';
const handoverFields = 'id version state items { text state note } fromConfirmedByName toConfirmedByName';

const send = async <T>(name: string, input: object, actor: Actor = world.staff): Promise<T> => {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const selection = name.endsWith('Phone') ? '' : `{ ${name.endsWith('Handover') ? handoverFields : staffFields} }`;
  const document = `mutation ($input: ${type}!) { ${name}(input: $input) ${selection} }`;
  return (await world.as(actor).mutate<Record<string, T>>(document, { input }))[name]!;
};
let count = 0;
const assign = (over: object = {}, actor?: Actor): Promise<Staff> =>
  send(
    'assignStaff',
    {
      organizationId: first.id,
      name: `干事${++count}`,
      position: '党务专员',
      time: 'FULL_TIME',
      phone: '13912345678',
      since: '2026-01-01',
      basis: '人事通知',
      ...over,
    },
    actor,
  );
const list = async (filter: object = {}, args: object = {}, actor: Actor = world.staff): Promise<string[]> => {
  const document = `query ($filter: StaffFilter, $within: ID, $asOf: Date) {
    staff(first: 100, filter: $filter, within: $within, asOf: $asOf) { nodes { name } } }`;
  const data = await world.as(actor).query<{ staff: { nodes: { name: string }[] } }>(document, { filter, ...args });
  return data.staff.nodes.map(({ name }) => name);
};
const step = ({ id, version }: Staff | Handover, over: object = {}) => ({ id, version, ...over });

describe('party-affairs staff', () => {
  it('are members of the register or stand by their name, with a phone that is masked', async () => {
    const member = await people.register();
    const known = await assign({ memberId: member.id, name: null, time: 'PART_TIME' });
    expect(known).toMatchObject({ name: member.name, member: { name: member.name }, time: 'PART_TIME' });
    const other = await assign({ position: '组织干事' });
    expect(other).toMatchObject({ member: null, phone: '*******5678' });
    expect(await list({ search: '组织干事' })).toEqual([other.name]);
    expect(await list({ times: ['PART_TIME'], organizationId: first.id })).toEqual([member.name]);
    const refused: [object, string][] = [
      [{ name: ' ' }, 'STAFF_NAME_NEEDED'],
      [{ memberId: member.id, name: null }, 'STAFF_TWICE'],
      [{ phone: '1380013' }, 'PHONE_FORM'],
      [{ since: '2030-01-01' }, 'TOO_FAR_AHEAD'],
    ];
    for (const [over, reason] of refused) await expect(assign(over)).rejects.toMatchObject({ reason });
  });

  it('show their phone with a reason, in the audit log', async () => {
    const { id } = await assign();
    const reveal = (actor: Actor, reason = '联系工作交接') => send<unknown>('revealStaffPhone', { id, reason }, actor);
    expect(await reveal(world.staff)).toBe('13912345678');
    await expect(reveal(await world.account('SECRETARY', first))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(reveal(await world.account('PARTY_STAFF', guided))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const logged = await people.query<object>(
      `select after, reason, kind from audit_event where action = 'staff.reveal' and subject_id = $1`,
      [id.replace('StaffAssignment_', '')],
    );
    expect(logged).toEqual([{ after: { field: 'PHONE' }, reason: '联系工作交接', kind: 'PERSONAL_READ' }]);
    const [clear] = await people.query<{ n: number }>(
      `select count(*)::int as n from staff_assignment s where s::text like '%13912345678%'`,
    );
    expect(clear!.n).toBe(0);
    const silent = await assign({ phone: null });
    await expect(send('revealStaffPhone', { id: silent.id, reason: '联系工作交接' })).rejects.toMatchObject({
      reason: 'NOTHING_TO_REVEAL',
    });
  });

  it('are told as of each day, and counted', async () => {
    const branch = await world.branch('编制支部', { under: general });
    const organizationId = branch.id;
    const one = await assign({ organizationId });
    const two = await assign({ organizationId, time: 'PART_TIME', since: '2026-10-01' });
    const ended = await send<Staff>('endStaff', step(one, { on: '2026-09-01', basis: '退休' }));
    expect(ended).toMatchObject({ until: '2026-09-01', handoverMissing: true });
    expect(await list({ organizationId })).toEqual([two.name]);
    expect(await list({ organizationId, includeEnded: true })).toHaveLength(2);
    expect(await list({ organizationId, handoverMissing: true, includeEnded: true })).toEqual([one.name]);
    expect(await list({ organizationId }, { asOf: '2026-08-31' })).toEqual([one.name]);
    expect(await list({ organizationId }, { asOf: '2025-12-31' })).toEqual([]);
    const figures = async (asOf?: string) => {
      const document = `query ($id: ID, $asOf: Date) {
        staffFigures(within: $id, asOf: $asOf) { total fullTime partTime organizations } }`;
      return (await world.as(world.staff).query<{ staffFigures: object }>(document, { id: branch.id, asOf }))
        .staffFigures;
    };
    expect(await figures('2026-08-31')).toEqual({ total: 1, fullTime: 1, partTime: 0, organizations: 1 });
    expect(await figures('2026-10-01')).toEqual({ total: 1, fullTime: 0, partTime: 1, organizations: 1 });
    const there = async (asOf?: string) => {
      const document = `query ($id: ID!, $asOf: Date) { partyOrganization(id: $id, asOf: $asOf) { staff { name } } }`;
      const data = await world
        .as(world.staff)
        .query<{ partyOrganization: { staff: object[] } }>(document, { id: branch.id, asOf });
      return data.partyOrganization.staff;
    };
    expect([await there('2026-08-31'), await there(), await there('2026-10-01')]).toEqual([
      [{ name: one.name }],
      [],
      [{ name: two.name }],
    ]);
    await expect(send('changeStaff', step(ended, { position: '别的' }))).rejects.toMatchObject({
      reason: 'STAFF_ENDED',
    });
    const changed = await send<Staff>('changeStaff', step(two, { time: 'FULL_TIME' }));
    expect(changed).toMatchObject({ time: 'FULL_TIME', phone: two.phone, version: two.version + 1 });
    await expect(send('endStaff', step(changed, { on: '2026-09-01', basis: '…' }))).rejects.toMatchObject({
      reason: 'STAFF_ENDS_BEFORE_BEGIN',
    });
    await expect(send('changeStaff', step(two, { time: 'FULL_TIME' }))).rejects.toMatchObject({
      reason: 'STALE_VERSION',
    });
    const dissolve = `mutation ($input: DissolveOrganizationInput!) { dissolveOrganization(input: $input) { id } }`;
    const input = { id: branch.id, version: 1, effectiveOn: '2026-09-18', basis: '批复' };
    await expect(world.as(world.staff).mutate(dissolve, { input })).rejects.toMatchObject({
      reason: 'ORGANIZATION_HAS_STAFF',
    });
  });

  it('are read along LEADS edges and maintained by staff alone', async () => {
    const here = await assign();
    const there = await assign({ organizationId: guided.id });
    const secretary = await world.account('SECRETARY', general);
    const seen = await list({}, {}, secretary);
    expect([seen.includes(here.name), seen.includes(there.name)]).toEqual([true, false]);
    await expect(assign({}, secretary)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(send('changeStaff', step(here, { position: '别的' }), secretary)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const elsewhere = await world.account('PARTY_STAFF', guided);
    await expect(send('changeStaff', step(here, { position: '别的' }), elsewhere)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(list({}, {}, await world.account('EXPERT', general))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const node = `query ($id: ID!) { node(id: $id) { ... on StaffAssignment { name } } }`;
    expect(await world.as(world.staff).query(node, { id: here.id })).toEqual({ node: { name: here.name } });
    expect(await world.as(elsewhere).query(node, { id: here.id })).toEqual({ node: null });
  });
});

describe('a handover', () => {
  const items = [{ text: '党员档案 12 册' }, { text: '党支部印章' }];
  const plan = async (dueOn = '2026-09-30'): Promise<{ from: Staff; to: Staff; handover: Handover }> => {
    const [from, to] = [await assign(), await assign()];
    const handover = await send<Handover>('planHandover', { fromId: from.id, toId: to.id, dueOn, items });
    return { from, to, handover };
  };
  const done = items.map((item) => ({ ...item, state: 'HANDED_OVER' }));

  it('is gone through and confirmed by both sides, by two people', async () => {
    const { from, handover } = await plan();
    expect(handover).toMatchObject({ state: 'OPEN', items: [{ state: 'OPEN' }, { state: 'OPEN' }] });
    const confirm = (of: Handover, side: string, actor?: Actor) =>
      send<Handover>('confirmHandover', step(of, { side }), actor);
    await expect(confirm(handover, 'FROM')).rejects.toMatchObject({ reason: 'HANDOVER_ITEMS_OPEN' });
    const note = { text: '党费账户', state: 'NOT_APPLICABLE', note: '由总支统一管理' };
    const listed = await send<Handover>('changeHandover', step(handover, { items: [...done, note] }));
    expect(listed.items.map(({ state }) => state)).toEqual(['HANDED_OVER', 'HANDED_OVER', 'NOT_APPLICABLE']);
    const one = await confirm(listed, 'FROM');
    expect(one.state).toBe('OPEN');
    await expect(confirm(one, 'TO')).rejects.toMatchObject({ reason: 'HANDOVER_BOTH_SIDES' });
    await expect(confirm(one, 'FROM')).rejects.toMatchObject({ reason: 'HANDOVER_CONFIRMED' });
    await expect(send('changeHandover', step(one, { items }))).rejects.toMatchObject({ reason: 'HANDOVER_CONFIRMED' });
    await expect(send('withdrawHandover', step(one))).rejects.toMatchObject({ reason: 'HANDOVER_CONFIRMED' });
    const both = await confirm(one, 'TO', await world.account('PARTY_STAFF', general));
    expect(both).toMatchObject({ state: 'DONE', fromConfirmedByName: '测试1' });
    const ended = await send<Staff>('endStaff', step(from, { on: '2026-09-10', basis: '调任' }));
    expect(ended.handoverMissing).toBe(false);
  });

  it('is overdue from the day after, and shown so', async () => {
    const { handover } = await plan('2026-09-17');
    const states = async (asOf?: string) => {
      const document = `query ($asOf: Date) { handovers(first: 50, filter: { states: [OVERDUE] }, asOf: $asOf) { nodes { id } } }`;
      const data = await world.as(world.staff).query<{ handovers: { nodes: { id: string }[] } }>(document, { asOf });
      return data.handovers.nodes.some(({ id }) => id === handover.id);
    };
    expect([await states('2026-09-17'), await states()]).toEqual([false, true]);
    const figures = await world
      .as(world.staff)
      .query<{ staffFigures: { overdueHandovers: number } }>(`{ staffFigures { overdueHandovers } }`);
    expect(figures.staffFigures.overdueHandovers).toBe(1);
    expect(await send('withdrawHandover', step(handover))).toBeNull();
    expect(await states()).toBe(false);
  });

  it('goes between two of one organization, one at a time, planned by staff', async () => {
    const { from, to } = await plan();
    const input = { fromId: from.id, toId: to.id, dueOn: '2026-10-01', items };
    await expect(send('planHandover', input)).rejects.toMatchObject({ reason: 'HANDOVER_PLANNED' });
    const other = await assign({ organizationId: general.id });
    const third = await assign();
    const across = { ...input, fromId: third.id, toId: other.id };
    await expect(send('planHandover', across)).rejects.toMatchObject({ reason: 'HANDOVER_BETWEEN' });
    await expect(send('planHandover', { ...input, fromId: third.id, toId: third.id })).rejects.toMatchObject({
      reason: 'HANDOVER_BETWEEN',
    });
    const good = { ...input, fromId: third.id };
    await expect(send('planHandover', good, await world.account('SECRETARY', first))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(send('planHandover', good, await world.account('PARTY_STAFF', guided))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(send('planHandover', good)).resolves.toBeTruthy();
  });
});
