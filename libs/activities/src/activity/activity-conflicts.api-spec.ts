import { createWorld, type Actor, type World } from '@dangwu/testing';
import { localId, newId } from '@dangwu/platform/ids';
import { Activities } from '../trial/activities';

interface Conflict {
  readonly kind: string;
  readonly title: string | null;
  readonly organizationName: string | null;
  readonly people: number;
}

describe('conflicts of an activity that is being planned', () => {
  let world: World;
  let activities: Activities;
  let here: { id: string };
  let there: { id: string };
  beforeAll(async () => {
    world = await createWorld();
    activities = new Activities(world);
    here = await world.branch('第一党支部');
    there = await world.branch('第二党支部');
  });
  afterAll(() => world.close());

  const on = (day: string, from: string, to: string) => ({
    startsAt: `${day}T${from}:00+08:00`,
    endsAt: `${day}T${to}:00+08:00`,
  });
  const ask = async (more: object, actor: Actor = world.staff): Promise<Conflict[]> => {
    const { activityConflicts } = await world.as(actor).query<{ activityConflicts: Conflict[] }>(
      `query ($organizationId: ID!, $startsAt: DateTime!, $endsAt: DateTime!, $venueId: ID, $exceptId: ID) {
        activityConflicts(organizationId: $organizationId, startsAt: $startsAt, endsAt: $endsAt, venueId: $venueId,
          exceptId: $exceptId) { kind title organizationName people } }`,
      { organizationId: here.id, ...more },
    );
    return activityConflicts;
  };
  /** One person with a post at each, as the register of members has it. */
  const sharedSecretary = () =>
    world.write(async (tx) => {
      const member = newId();
      await tx.query(
        `insert into member (id, association_id, organization_id, affiliation_kind, name, pinyin, pinyin_initials, status)
         values ($1, $2, $3, 'FORMAL', '王敏', 'wangmin', 'wm', 'FULL')`,
        [member, world.associationId, localId('PartyOrganization', here.id)],
      );
      for (const at of [here, there])
        await tx.query(
          `insert into appointment (id, association_id, member_id, organization_id, post, since, basis)
           values ($1, $2, $3, $4, 'SECRETARY', '2024-01-01', '〔2024〕1号')`,
          [newId(), world.associationId, member, localId('PartyOrganization', at.id)],
        );
    });
  it('are told of the organization itself, but not of what is moved', async () => {
    const other = await activities.plan(here, '2026-09-25');
    const times = on('2026-09-25', '09:30', '10:30');
    expect(await ask(times)).toEqual([
      { kind: 'ORGANIZATION', title: '主题党日', organizationName: '第一党支部', people: 0 },
    ]);
    expect(await ask({ ...times, exceptId: other.id })).toEqual([]);
    // one after the other is none
    expect(await ask(on('2026-09-25', '10:00', '11:00'))).toEqual([]);
  });

  it('are told of the venue, without a name to whoever may not read the other', async () => {
    const venue = await activities.venue('三楼会议室');
    await activities.plan(there, '2026-09-26', { venueId: venue.id });
    const asked = { ...on('2026-09-26', '09:30', '10:30'), venueId: venue.id };
    expect(await ask(asked)).toEqual([{ kind: 'VENUE', title: '主题党日', organizationName: '第二党支部', people: 0 }]);
    const own = await world.account('SECRETARY', here);
    expect(await ask(asked, own)).toEqual([{ kind: 'VENUE', title: null, organizationName: null, people: 0 }]);
    await expect(ask({ ...asked, organizationId: there.id }, own)).rejects.toMatchObject({
      reason: 'PERMISSION_MISSING',
    });
  });

  it('are told of the secretary of both branches', async () => {
    await activities.plan(there, '2026-09-28');
    const times = on('2026-09-28', '09:30', '10:30');
    expect(await ask(times)).toEqual([]);
    await sharedSecretary();
    expect(await ask(times)).toEqual([
      { kind: 'PEOPLE', title: '主题党日', organizationName: '第二党支部', people: 1 },
    ]);
    expect(await ask(times, await world.account('SECRETARY', here))).toEqual([
      { kind: 'PEOPLE', title: null, organizationName: null, people: 1 },
    ]);
  });
});
