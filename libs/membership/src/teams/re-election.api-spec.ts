import { DerivedFromRules } from '@dangwu/organization';
import { createWorld, type Actor, type World } from '@dangwu/testing';
import { MemberEffectiveJob } from '../member-effective.job';
import { People } from '../trial/people';
import { ReElectionJob } from './re-election.job';

let world: World;
let people: People;
let branch: { id: string };
let held: { id: string };
beforeAll(async () => {
  world = await createWorld({ now: '2026-03-01T02:00:00Z' });
  people = new People(world, () => branch);
  branch = await world.branch('换届支部');
  held = await world.branch('换过届的支部');
  const input = { organizationId: branch.id, electedOn: '2024-01-10', seats: 3, basis: '批复' };
  await people.send('recordElection', input, world.staff, '{ id }');
});
afterAll(() => world.close());

/** As the nights go: what rules say first, then what has to be told. */
const night = async (day: string): Promise<void> => {
  world.clock.set(`${day}T00:30:00+08:00`);
  await world.write((tx) => world.app.get(DerivedFromRules, { strict: false }).refresh(tx, world.associationId));
  await world.app.get(MemberEffectiveJob, { strict: false }).run();
  await world.app.get(ReElectionJob, { strict: false }).run();
};
const told = async ({ accountId }: Actor): Promise<string[]> => {
  const rows = await people.query<{ text: string }>(
    `select text ->> 'zh' as text from notification where account_id = $1 and kind = 'TERMS_DUE' order by created_at`,
    [accountId],
  );
  return rows.map(({ text }) => text.split('。')[0]!);
};
const alarms = async (actor: Actor): Promise<unknown> => {
  const document = `{ partyOrganizations(first: 10, filter: { flagCodes: [TERM_ENDS_SOON, TERM_OVERDUE] }) {
    nodes { name leadershipTeam { state } } } }`;
  return (await world.as(actor).query<{ partyOrganizations: { nodes: unknown[] } }>(document)).partyOrganizations.nodes;
};

interface Alarm {
  readonly state: string;
  readonly endsOn: string;
  readonly since: string;
  readonly toldOn: string | null;
  readonly organization: { readonly name: string };
  readonly team: { readonly termNo: number; readonly alarm: { readonly state: string } | null } | null;
}
const listed = async (actor: Actor = world.staff, asOf?: string, filter?: object): Promise<Alarm[]> => {
  const document = `query ($asOf: Date, $filter: ElectionAlarmFilter) {
    electionAlarms(first: 10, asOf: $asOf, filter: $filter) {
      nodes { state endsOn since toldOn organization { name } team { termNo alarm { state } } } } }`;
  return (await world.as(actor).query<{ electionAlarms: { nodes: Alarm[] } }>(document, { asOf, filter }))
    .electionAlarms.nodes;
};

describe('an election to prepare', () => {
  it('is told to staff and the secretary months ahead and when the term has ended, once each', async () => {
    const secretary = await world.account('SECRETARY', branch);
    const local = await world.account('PARTY_STAFF', branch);
    const stranger = await world.account('PARTY_STAFF', await world.branch('别的支部'));
    await night('2026-07-09');
    expect(await told(world.staff)).toEqual([]);
    await night('2026-07-10');
    const soon = '0 个已届满未换届，1 个即将届满：换届支部';
    for (const actor of [world.staff, local, secretary]) expect(await told(actor)).toEqual([soon]);
    const [notification] = await people.query<{ link: string }>(
      `select link from notification where kind = 'TERMS_DUE'`,
    );
    expect(notification!.link).toBe('/teams?states=OVERDUE.ENDING');
    expect(await told(stranger)).toEqual([]);
    await night('2026-07-11');
    expect(await told(secretary)).toEqual([soon]);
    expect(await alarms(await world.account('PARTY_STAFF'))).toEqual([
      { name: '换届支部', leadershipTeam: { state: 'ENDING' } },
    ]);
    await night('2027-01-10');
    expect(await told(secretary)).toEqual([soon, '1 个已届满未换届，0 个即将届满：换届支部']);
    expect(await alarms(await world.account('PARTY_STAFF'))).toMatchObject([{ leadershipTeam: { state: 'OVERDUE' } }]);
  });

  it('is listed with when it was told, as of each day, and goes with the election', async () => {
    const overdue = {
      state: 'OVERDUE',
      endsOn: '2027-01-10',
      since: '2027-01-10',
      toldOn: '2027-01-10',
      organization: { name: '换届支部' },
      team: { termNo: 1, alarm: { state: 'OVERDUE' } },
    };
    const renewed = async () => (world.staff = await world.account('PARTY_STAFF'));
    // sessions do not last as long as the nights
    await renewed();
    expect(await listed()).toEqual([overdue]);
    expect(await listed(world.staff, undefined, { states: ['ENDING'] })).toEqual([]);
    expect(await listed(world.staff, '2026-07-09')).toEqual([]);
    expect(await listed(world.staff, '2026-07-10')).toMatchObject([
      { state: 'ENDING', since: '2026-07-10', toldOn: '2026-07-10', team: { alarm: { state: 'ENDING' } } },
    ]);
    // an organization whose term is known, but no team: its alarm stands all the same
    const other = await world.branch('没登记班子的支部');
    for (const table of ['party_organization', 'organization_version'])
      await people.query(`update ${table} set term_ends_on = '2027-02-01' where id = $1`, [
        other.id.replace('PartyOrganization_', ''),
      ]);
    await night('2027-02-02');
    await renewed();
    const late = { state: 'OVERDUE', endsOn: '2027-02-01', toldOn: '2027-02-02', team: null };
    expect(await listed()).toMatchObject([overdue, late]);
    expect(await listed(await world.account('SECRETARY', other))).toMatchObject([late]);
    // what was told only later was not told on that day
    expect(await listed(world.staff, '2027-02-01', { organizationId: other.id })).toMatchObject([{ toldOn: null }]);
    await expect(listed(await world.account('LEADER', branch))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    for (const { id: organizationId } of [branch, other]) {
      const input = { organizationId, electedOn: '2027-02-02', seats: 3, basis: '批复' };
      await people.send('recordElection', input, world.staff, '{ id }');
    }
    expect(await listed()).toEqual([]);
    expect(await listed(world.staff, '2027-02-01')).toHaveLength(2);
    const document = `{ leadershipTeams(first: 9, filter: { states: [CURRENT, FORMER] }) { nodes { alarm { state } } } }`;
    const teams = await world.as(world.staff).query<{ leadershipTeams: { nodes: unknown[] } }>(document);
    expect(teams.leadershipTeams.nodes).toEqual([{ alarm: null }, { alarm: null }, { alarm: null }]);
  });

  it('follows the rule of the reminder', async () => {
    await people.query(`update rule set value = '9' where association_id = $1 and key = 'term.remind'`, [
      world.associationId,
    ]);
    await night('2027-02-03');
    const [teams] = await people.query<{ follow: boolean }>(
      `select bool_and(remind_on = (ends_on - interval '9 months')::date) as follow from leadership_team where until is null`,
    );
    expect(teams).toEqual({ follow: true });
  });

  it('is not told once the election was held, though the past keeps that it was due', async () => {
    const organizationId = held.id;
    const elect = async (electedOn: string) => {
      const input = { organizationId, electedOn, seats: 3, basis: '批复' };
      await people.send('recordElection', input, await world.account('PARTY_STAFF'), '{ id }');
    };
    await elect('2023-02-01');
    const rows = await people.query<{ code: string; until: string | null }>(
      `select code, until::text from organization_flag where organization_id = $1 and deleted_at is null order by since`,
      [organizationId.replace('PartyOrganization_', '')],
    );
    expect(rows.map(({ code }) => code)).toEqual(['TERM_ENDS_SOON', 'TERM_OVERDUE']);
    const before = (await told(world.staff)).length;
    world.clock.set('2029-05-03T09:00:00+08:00');
    await elect('2029-05-03');
    await night('2029-05-04');
    expect((await told(world.staff)).slice(before).join()).not.toContain('换过届的支部');
  });
});
