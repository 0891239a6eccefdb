import { createWorld, type Actor, type World } from '@dangwu/testing';
import { localId } from '@dangwu/platform/ids';
import { Meetings, type Person } from '../trial/meetings';

interface Study {
  readonly name: string;
  readonly organizationName: string;
  readonly leads: boolean;
  readonly entitled: number;
  readonly present: number;
  readonly onLeave: number;
  readonly absent: number;
  readonly studyHours: number;
  readonly requiredHours: number;
}
interface Page {
  readonly nodes: readonly Study[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
  readonly metCount: number | null;
}

const document = `query ($year: Int!, $within: ID, $first: Int!, $after: String) {
  memberStudy(year: $year, within: $within, first: $first, after: $after) {
    nodes { name organizationName leads entitled present onLeave absent studyHours requiredHours }
    pageInfo { hasNextPage endCursor } totalCount metCount } }`;

// the world's clock stands at 2026-09-18 10:20 in Shanghai
describe('attendance and study of members', () => {
  let world: World;
  let meetings: Meetings;
  let branch: { id: string };
  let other: { id: string };
  let people: Person[];
  let secretary: Actor;

  beforeAll(async () => {
    world = await createWorld();
    meetings = new Meetings(world);
    branch = await world.branch('第一党支部');
    other = await world.branch('第二党支部');
    people = await meetings.members(branch, 3);
    await meetings.members(other, 1);
    secretary = await world.account('SECRETARY', branch);
    // a lecture of two hours in the branch: two come, one is on leave
    const lecture = await meetings.plan(branch, '', {
      activityTypeId: await meetings.typeId('PARTY_LECTURE'),
      title: '支部党课',
      startsAt: '2026-06-05T09:00:00+08:00',
      endsAt: '2026-06-05T11:00:00+08:00',
    });
    await meetings.start(lecture);
    await meetings.mark(lecture, people.slice(0, 2), 'PRESENT');
    await meetings.mark(lecture, people.slice(2), 'ON_LEAVE', undefined, { reason: '出差' });
    // a school of the association's that the branch does not see: one of them goes for two days
    const school = await meetings.plan(world.root, '', {
      activityTypeId: await meetings.typeId('PARTY_SCHOOL'),
      title: '业余党校',
      startsAt: '2026-07-06T09:00:00+08:00',
      endsAt: '2026-07-07T15:00:00+08:00',
    });
    await meetings.invite(school, { memberIds: [people[0]!.id] });
    await meetings.start(school);
    await meetings.mark(school, people.slice(0, 1), 'PRESENT');
    // a theme day counts as attendance, and not as study
    const themeDay = await meetings.plan(branch, '2026-08-14');
    await meetings.start(themeDay);
    await meetings.mark(themeDay, people.slice(0, 1), 'LATE');
    await meetings.mark(themeDay, people.slice(1), 'ABSENT');
  });
  afterAll(() => world.close());

  const study = async (more: object = {}, actor = secretary): Promise<Page> => {
    const { memberStudy } = await world
      .as(actor)
      .query<{ memberStudy: Page }>(document, { year: 2026, first: 50, ...more });
    return memberStudy;
  };
  const of = async (index: number): Promise<Study> =>
    (await study()).nodes.find(({ name }) => name === people[index]!.name)!;

  it('are summed over everything they attended, also where the reader does not see it', async () => {
    expect(await of(0)).toEqual({
      name: people[0]!.name,
      organizationName: '第一党支部',
      leads: false,
      entitled: 3,
      present: 3,
      onLeave: 0,
      absent: 0,
      studyHours: 32,
      requiredHours: 32,
    });
    expect(await of(1)).toMatchObject({ entitled: 2, present: 1, absent: 1, studyHours: 2 });
    expect(await of(2)).toMatchObject({ entitled: 2, present: 0, onLeave: 1, absent: 1, studyHours: 0 });
    expect(await study()).toMatchObject({ totalCount: 3, metCount: 1 });
    expect((await study({ year: 2025 })).nodes.every(({ studyHours, entitled }) => studyHours + entitled === 0)).toBe(
      true,
    );
  });

  it('ask more of who serves on a committee, and what a house rule says', async () => {
    await world.write((tx) =>
      tx.query(
        `insert into appointment (id, association_id, member_id, organization_id, post, since, basis)
         values (gen_random_uuid(), $1, $2, $3, 'SECRETARY', '2026-01-10', '选举')`,
        [world.associationId, localId('Member', people[0]!.id), localId('PartyOrganization', branch.id)],
      ),
    );
    expect(await of(0)).toMatchObject({ leads: true, requiredHours: 56 });
    expect(await study()).toMatchObject({ metCount: 0 });
    const house = {
      key: 'study.member.min',
      value: '40',
      strength: 'NORMAL',
      organizationId: branch.id,
      effectiveFrom: '2026-09-01',
      basis: '支部决议',
    };
    await meetings.send('overrideRule', house, world.staff, 'id');
    expect(await of(1)).toMatchObject({ requiredHours: 40 });
    const elsewhere = await study({ within: other.id }, world.staff);
    expect(elsewhere.nodes).toMatchObject([{ organizationName: '第二党支部', requiredHours: 32 }]);
  });

  it('come in pages, by organization and name, none twice', async () => {
    const [first, all] = [await study({ first: 2 }, world.staff), await study({}, world.staff)];
    expect(all.totalCount).toBe(4);
    expect(first).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } });
    const second = await study({ first: 2, after: first.pageInfo.endCursor }, world.staff);
    expect([...first.nodes, ...second.nodes].map(({ name }) => name)).toEqual(all.nodes.map(({ name }) => name));
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  it('are for who may read the members, and of those alone', async () => {
    expect((await study({}, await world.account('SECRETARY', other))).nodes).toHaveLength(1);
    expect((await study({ within: branch.id }, await world.account('SECRETARY', other))).nodes).toEqual([]);
    const member = await world.account('MEMBER', branch);
    await expect(study({}, member)).rejects.toMatchObject({ reason: 'PERMISSION_MISSING' });
  });
});
