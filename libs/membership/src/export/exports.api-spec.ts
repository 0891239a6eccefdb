import { readWorkbook } from '@dangwu/imports';
import { OrganizationFlags } from '@dangwu/organization';
import { createWorld, type Actor, type World } from '@dangwu/testing';
import excel from 'exceljs';
import { People } from '../trial/people';

let world: World;
let people: People;
let first: { id: string };
let second: { id: string };
let guided: { id: string };
beforeAll(async () => {
  world = await createWorld();
  people = new People(world, () => first);
  const general = await world.organization('机关党总支', { type: 'GENERAL_BRANCH' });
  first = await world.branch('第一支部', { under: general });
  second = await world.branch('第二支部', { under: general });
  guided = await world.branch('会员单位支部', { relation: 'GUIDES' });
  await world.work();
});
afterAll(() => world.close());

interface Job {
  readonly state: string;
  readonly message: { readonly zh: string } | null;
  readonly file: { readonly url: string; readonly name: string } | null;
}

/** The file that the export makes. */
async function file(name: string, input: object = {}, actor: Actor = world.staff): Promise<Buffer> {
  const { id } = await people.send(name, input, actor, '{ id }');
  for (let tries = 0; tries < 200; tries++) {
    const { job } = await world
      .as(actor)
      .query<{ job: Job }>(`query ($id: ID!) { job(id: $id) { state message { zh } file { url name } } }`, { id });
    if (job.state === 'FAILED') throw new Error(job.message?.zh);
    if (job.state === 'DONE') {
      const response = await fetch(`${world.url}${job.file!.url}`, { headers: { cookie: actor.cookie } });
      return Buffer.from(await response.arrayBuffer());
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the job did not end');
}

/** Its cells, heading first, below the title. */
async function exported(name: string, input: object = {}, actor: Actor = world.staff): Promise<string[][]> {
  const [sheet] = await readWorkbook(await file(name, input, actor));
  const [heading, ...rows] = sheet!.rows.slice(1);
  const width = heading!.cells.size;
  return [heading!, ...rows].map(({ cells }) => Array.from({ length: width }, (_, i) => cells.get(i + 1)?.text ?? ''));
}
const names = (cells: string[][]): string[] => cells.slice(1).map(([name]) => name!);
const refused = (name: string, actor: Actor) => people.send(name, {}, actor, '{ id }');

describe('an export of members', () => {
  it('has the rows, order and columns of the list, with masked numbers and no formula', async () => {
    const facts = people.facts({ name: '=危险', jobTitle: '+1', organizationId: first.id });
    const member = await people.send('registerMember', facts);
    await people.change(member, 'appoint', { post: 'SECRETARY', organizationId: first.id });
    const young = { name: '年轻', status: 'ACTIVIST', joinedOn: null, fullOn: null, phone: null };
    await people.register({ ...young, organizationId: second.id });
    await people.register({ name: '别处', organizationId: guided.id });
    const columns = ['PHONE', 'ID_NUMBER', 'JOB_TITLE', 'POST', 'STATUS'];
    const cells = await exported('exportMembers', { filter: { statuses: ['FULL'] }, within: first.id, columns });
    expect(cells).toEqual([
      ['姓名', '手机号', '身份证号', '工作岗位', '党内职务', '党员类别'],
      ['=危险', '*******5678', `**************${facts.idNumber.slice(-4)}`, '+1', '书记', '正式党员'],
    ]);
    // what would be a formula stands behind an apostrophe, which our own reader takes off again
    const workbook = new excel.Workbook();
    // exceljs declares the Buffer of an older Node
    await workbook.xlsx.load((await file('exportMembers', { columns })) as never);
    const texts = workbook.worksheets[0]!.getSheetValues().flat().map(String);
    expect(texts).toEqual(expect.arrayContaining(["'=危险", "'+1"]));
    expect(texts.filter((text) => /^[=+]/.test(text))).toEqual([]);
    expect(names(await exported('exportMembers', { filter: { organizationId: second.id } }))).toEqual(['年轻']);
    const english = await exported('exportMembers', { filter: { ids: [member.id] }, columns: ['POST'], locale: 'en' });
    expect(english).toEqual([
      ['Name', 'Posts'],
      ['=危险', 'secretary'],
    ]);
    const all = await exported('exportMembers');
    expect(all[0]).toHaveLength(13);
    expect(names(all).sort()).toEqual(['=危险', '别处', '年轻'].sort());
  });

  it('is of the day asked for', async () => {
    const member = await people.register({ name: '搬家', organizationId: second.id });
    await people.change(member, 'transferAffiliation', { organizationId: first.id });
    const columns = ['ORGANIZATION'];
    const input = { filter: { search: '搬家' }, columns };
    expect((await exported('exportMembers', input))[1]).toEqual(['搬家', '第一支部']);
    expect((await exported('exportMembers', { ...input, asOf: '2026-08-31' }))[1]).toEqual(['搬家', '第二支部']);
    expect(names(await exported('exportMembers', { ...input, asOf: '2026-08-31', within: first.id }))).toEqual([]);
  });

  it('holds what its asker may export, and nothing for who may only read', async () => {
    const secretary = await world.account('SECRETARY', first);
    expect(names(await exported('exportMembers', {}, secretary))).toEqual(['搬家', '=危险']);
    // reads in one place, exports in another: the file has what both cover
    const both = await world.account('DISCIPLINE_OFFICER', guided);
    await people.query(
      `insert into access_grant (id, association_id, account_id, role, organization_id, since)
       select gen_random_uuid(), association_id, $1, 'SECRETARY', id, '2020-01-01' from party_organization where name = '第一支部'`,
      [both.accountId],
    );
    expect(await people.list({}, {}, both)).toHaveLength(3);
    expect(names(await exported('exportMembers', {}, both))).toEqual(['搬家', '=危险']);
    const officer = await world.account('DISCIPLINE_OFFICER', first);
    for (const name of ['exportMembers', 'exportLeadershipTeams', 'exportElectionAlarms'])
      await expect(refused(name, officer)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('searched by a number leaves it nowhere, a name only its shape', async () => {
    const facts = people.facts({ name: '号码主' });
    await people.send('registerMember', facts);
    expect(names(await exported('exportMembers', { filter: { search: facts.idNumber } }))).toEqual(['号码主']);
    // part of a number finds nobody, as in the list
    expect(names(await exported('exportMembers', { filter: { search: facts.idNumber.slice(0, 17) } }))).toEqual([]);
    await exported('exportMembers', { filter: { search: '号码主' } });
    const kept = await people.query<{ text: string }>(
      `select input::text as text from job union all select e::text from audit_event e`,
    );
    expect(kept.filter(({ text }) => text.includes(facts.idNumber.slice(0, 17)))).toEqual([]);
    const events = await people.query<{ kind: string; after: { rows: number; filter: { search?: string } } }>(
      `select kind, after from audit_event where action = 'member.export' order by id desc limit 1`,
    );
    expect(events).toMatchObject([{ kind: 'EXPORT', after: { rows: 1, filter: { search: '号**' } } }]);
  });
});

describe('an export of the page of teams', () => {
  it('has what the lists have, also where no team is registered', async () => {
    const elected = await world.branch('选过的支部');
    const input = { organizationId: elected.id, electedOn: '2023-09-08', seats: 3, basis: '批复' };
    await people.send('recordElection', input, world.staff, '{ id }');
    await world.write((tx) =>
      tx.query(`update organization_flag set told_on = '2026-03-09' where organization_id = $1`, [
        // a global id is the UUID without its dashes
        elected.id.replace('PartyOrganization_', ''),
      ]),
    );
    const columns = ['STATE', 'ENDS_ON', 'ALARM', 'TOLD_ON', 'TERM', 'SECRETARY', 'SEATS', 'VACANCIES'];
    const heading = ['党组织', '任期', '任期届满', '换届提醒', '提醒日期', '届次', '书记', '职数', '空缺'];
    const team = ['选过的支部', '届满未换届', '2026-09-08', '逾期 10 天', '2026-03-09', '1', '', '3', '3'];
    expect(await exported('exportLeadershipTeams', { columns })).toEqual([heading, team]);
    expect(await exported('exportLeadershipTeams', { columns, filter: { states: ['CURRENT'] } })).toEqual([heading]);
    const other = await world.branch('没选过的支部');
    for (const table of ['party_organization', 'organization_version'])
      await people.query(`update ${table} set term_ends_on = '2026-12-18' where id = $1`, [
        other.id.replace('PartyOrganization_', ''),
      ]);
    await world.write(async (tx) => {
      const flags = world.app.get(OrganizationFlags, { strict: false });
      await flags.refresh(tx, world.associationId, 'ALL', '2026-01-01');
    });
    const unregistered = ['没选过的支部', '即将届满', '2026-12-18', '还有 91 天', '', '未登记班子', '', '', ''];
    expect(await exported('exportElectionAlarms', { columns })).toEqual([heading, team, unregistered]);
    expect(names(await exported('exportElectionAlarms', { filter: { states: ['ENDING'] } }))).toEqual(['没选过的支部']);
    expect(names(await exported('exportElectionAlarms', { asOf: '2026-09-07' }))).toEqual([
      '选过的支部',
      '没选过的支部',
    ]);
  });
});
