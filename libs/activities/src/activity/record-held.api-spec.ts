import { createWorld, freshWorlds, type Actor, type World } from '@dangwu/testing';
import { Activities } from '../trial/activities';

interface Held {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly presentCount: number;
  readonly heldOn: string;
  readonly recordedBy: string;
  readonly steps: readonly { readonly kind: string }[];
  readonly quorum: { readonly met: boolean | null };
}
const answer = 'id version state presentCount heldOn recordedBy quorum { met } steps { kind }';

describe('activities told by the systems of units', () => {
  let world: World;
  let activities: Activities;
  let unit: { id: string };
  let branch: { id: string };
  let other: { id: string };
  let client: Actor;
  const fresh = freshWorlds({ now: '2026-09-18T04:00:00Z' });
  beforeEach(async () => {
    world = await fresh();
    activities = new Activities(world);
    unit = await world.organization('会员单位党委', { type: 'COMMITTEE', tier: 'MEMBER_UNIT' });
    branch = await world.organization('会员单位第一支部', { under: unit, tier: 'MEMBER_UNIT' });
    other = await world.organization('别的支部');
    client = await world.account('API_CLIENT', unit);
  });
  afterEach(() => world.close());

  const counted = { entitledCount: 20, presentCount: 18, remoteCount: 2, leaveCount: 1, summary: '学习并讨论。' };
  const tell = async (more: object = {}, actor = client): Promise<Held> =>
    activities.send<Held>(
      'recordHeldActivity',
      await activities.input(branch, '2026-09-04', { externalId: 'OA-2026-0904', ...counted, ...more }),
      actor,
      answer,
    );

  it('are held and recorded by one call, which may be sent as often as one likes', async () => {
    const first = await tell();
    expect(first).toMatchObject({ state: 'RECORDED', presentCount: 18, heldOn: '2026-09-04' });
    expect(first.steps.map(({ kind }) => kind)).toEqual(['RECORDED']);
    expect(await tell()).toEqual(first);
    const corrected = await tell({ presentCount: 19 });
    expect(corrected).toMatchObject({ id: first.id, version: first.version + 1, presentCount: 19 });
    expect(corrected.steps.map(({ kind }) => kind)).toEqual(['CORRECTED', 'RECORDED']);
    await expect(tell({ title: '另一场' })).rejects.toMatchObject({ reason: 'ACTIVITY_EXTERNAL_ID_TAKEN' });
    await expect(tell({ presentCount: 21 })).rejects.toMatchObject({ reason: 'ACTIVITY_COUNT_PRESENT' });
  });

  it('count for what the rules ask, and record what was planned under the same id', async () => {
    const planned = await activities.plan(branch, '2026-09-11', { externalId: 'OA-2026-0911' }, client);
    expect(planned.state).toBe('HELD');
    const input = await activities.input(branch, '2026-09-11', { externalId: 'OA-2026-0911', ...counted });
    const told = await activities.send<Held>('recordHeldActivity', input, client, answer);
    expect(told).toMatchObject({ id: planned.id, state: 'RECORDED' });
    // the same plan sent again is the same activity
    expect((await activities.plan(branch, '2026-09-11', { externalId: 'OA-2026-0911' }, client)).id).toBe(planned.id);
  });

  it('are refused while they last, elsewhere, and to whoever only reads', async () => {
    const times = { startsAt: '2026-09-18T11:00:00+08:00', endsAt: '2026-09-18T13:00:00+08:00' };
    await expect(tell(times)).rejects.toMatchObject({ reason: 'ACTIVITY_NOT_OVER' });
    const elsewhere = await activities.input(other, '2026-09-04', counted);
    await expect(activities.send('recordHeldActivity', elsewhere, client)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const leader = await world.account('LEADER', unit);
    await expect(tell({}, leader)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('a draft', () => {
  let world: World;
  let activities: Activities;
  let one: { id: string };
  let two: { id: string };
  const fresh = freshWorlds({ now: '2026-09-18T04:00:00Z' });
  beforeEach(async () => {
    world = await fresh();
    activities = new Activities(world);
    one = await world.organization('第一支部');
    two = await world.organization('第二支部');
  });
  afterEach(() => world.close());

  it('may get another organization and type, what is scheduled keeps both', async () => {
    const draft = await activities.plan(one, '2026-09-25', { draft: true });
    const activityTypeId = await activities.typeId('BRANCH_ASSEMBLY');
    const step = { id: draft.id, version: draft.version, activityTypeId, organizationId: two.id };
    const staff = await world.account('PARTY_STAFF', one);
    await expect(activities.send('changeActivity', step, staff)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const fields = 'id version state type { key } organization { name } steps { kind }';
    const moved = await activities.send<Record<string, unknown>>('changeActivity', step, world.staff, fields);
    expect(moved).toMatchObject({
      state: 'DRAFT',
      type: { key: 'BRANCH_ASSEMBLY' },
      organization: { name: '第二支部' },
      steps: [{ kind: 'CHANGED' }, { kind: 'PLANNED' }],
    });
    const { version } = await activities.send('scheduleActivity', { id: draft.id, version: draft.version + 1 });
    const back = { id: draft.id, version, organizationId: one.id };
    await expect(activities.send('changeActivity', back)).rejects.toMatchObject({ reason: 'ACTIVITY_FIXED' });
    // said as it is, nothing changes
    const same = { id: draft.id, version, organizationId: two.id, activityTypeId, place: '三楼' };
    expect((await activities.send('changeActivity', same)).state).toBe('SCHEDULED');
  });

  it('that is deleted leaves the id of the other system to another', async () => {
    const input = { draft: true, externalId: 'OA-1' };
    const { id, version } = await activities.plan(one, '2026-09-25', input);
    await world
      .as(world.staff)
      .mutate(`mutation ($input: DeleteDraftActivityInput!) { deleteDraftActivity(input: $input) }`, {
        input: { id, version },
      });
    expect((await activities.plan(one, '2026-09-26', input)).id).not.toBe(id);
  });

  it('gets no type that its organization does not hold', async () => {
    const draft = await activities.plan(one, '2026-09-25', { draft: true });
    const activityTypeId = await activities.typeId('CENTRAL_GROUP_STUDY');
    await expect(
      activities.send('changeActivity', { id: draft.id, version: draft.version, activityTypeId }),
    ).rejects.toMatchObject({ reason: 'ACTIVITY_TYPE_NOT_HERE' });
  });
});

describe('the bookings of a venue', () => {
  it('are seen by everybody, by what only by whoever may see the activity', async () => {
    const world = await createWorld({ now: '2026-09-18T04:00:00Z' });
    const activities = new Activities(world);
    const [here, there] = [await world.organization('本支部'), await world.organization('别的支部')];
    const venue = await activities.venue('展室');
    const { id } = await activities.plan(here, '2026-09-21', { venueId: venue.id });
    await activities.plan(there, '2026-09-22', { venueId: venue.id });
    await activities.plan(there, '2026-09-23', { venueId: venue.id, draft: true });
    await activities.plan(there, '2026-09-28', { venueId: venue.id });
    const read = async (actor: Actor, to = '2026-09-27') =>
      (
        await world.as(actor).query<{ venueBookings: unknown[] }>(
          `query ($id: ID!, $to: Date!) { venueBookings(venueId: $id, from: "2026-09-21", to: $to) {
             startsAt activityId title organizationId } }`,
          { id: venue.id, to },
        )
      ).venueBookings;
    const mine = { startsAt: '2026-09-21T01:00:00.000Z', activityId: id, title: '主题党日', organizationId: here.id };
    const theirs = { startsAt: '2026-09-22T01:00:00.000Z', activityId: null, title: null, organizationId: null };
    expect(await read(await world.account('SECRETARY', here))).toEqual([mine, theirs]);
    expect(await read(world.staff)).toMatchObject([mine, { title: '主题党日', organizationId: there.id }]);
    await expect(read(world.staff, '2026-12-01')).rejects.toMatchObject({ reason: 'VENUE_SPAN' });
    await expect(read(world.staff, '2026-09-20')).rejects.toMatchObject({ reason: 'VENUE_SPAN' });
    await world.close();
  });
});
