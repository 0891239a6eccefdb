import { readWorkbook } from '@dangwu/imports';
import { createWorld, type Actor, type World } from '@dangwu/testing';
import { People } from '../trial/people';

let world: World;
let people: People;
let first: { id: string };
let second: { id: string };
let security: Actor;
let auditor: Actor;
let staff: Actor;
beforeAll(async () => {
  world = await createWorld();
  people = new People(world, () => first);
  first = await world.branch('第一支部');
  second = await world.branch('第二支部');
  [security, auditor] = [await world.account('SECURITY_ADMIN'), await world.account('AUDITOR')];
  staff = world.staff;
  for (const name of ['甲', '乙', '丙']) await people.register({ name, organizationId: first.id });
  await people.register({ name: '丁', organizationId: second.id });
  await house('personal.export.approval', '3');
});
afterAll(() => world.close());

/** A house rule, of the association or of an organization. */
const house = (key: string, value: string, organizationId?: string) =>
  people.send(
    'overrideRule',
    { key, value, strength: 'MUST', basis: '安全例会纪要', effectiveFrom: '2026-01-01', organizationId },
    staff,
    '{ key }',
  );

interface Request {
  readonly id: string;
  readonly state: string;
  readonly people: number;
  readonly title: { readonly zh: string };
  readonly details: readonly { readonly name: { readonly zh: string }; readonly value: { readonly zh: string } }[];
  readonly fetchUntil: string | null;
  readonly job: { readonly state: string } | null;
}
const fields =
  '{ id state people title { zh } details { name { zh } value { zh } } reason fetchUntil decisionReason job { state } }';
const reason = '报送年度党内统计';

const ask = async (list: object, by: Actor = staff): Promise<Request> =>
  (
    await world
      .as(by)
      .mutate<{ requestExport: Request }>(
        `mutation ($input: RequestExportInput!) { requestExport(input: $input) ${fields} }`,
        { input: { ...list, reason } },
      )
  ).requestExport;
const decide = async (id: string, approve = true, by: Actor = security): Promise<Request> =>
  (
    await world
      .as(by)
      .mutate<{ decideExportRequest: Request }>(
        `mutation ($input: DecideExportRequestInput!) { decideExportRequest(input: $input) ${fields} }`,
        { input: { id, approve, reason: approve ? '统计报送需要' : '只要人数，不必带姓名' } },
      )
  ).decideExportRequest;
const fetchOf = (id: string, by: Actor = staff) => people.send('fetchApprovedExport', { id }, by, '{ id }');
const approved = async (list: object): Promise<string> => (await decide((await ask(list)).id)).id;
const requests = async (by: Actor): Promise<readonly Request[]> =>
  (
    await world
      .as(by)
      .query<{ exportRequests: { nodes: Request[] } }>(`{ exportRequests(first: 50) { nodes ${fields} } }`)
  ).exportRequests.nodes;
const titles = async (by: Actor): Promise<string[]> =>
  (
    await world
      .as(by)
      .query<{ notifications: { nodes: { title: { zh: string } }[] } }>(
        `{ notifications(first: 20) { nodes { title { zh } } } }`,
      )
  ).notifications.nodes.map(({ title }) => title.zh);

/** The rows below the heading, or why there are none. */
async function rowsOf(jobId: string, by: Actor = staff): Promise<string[][] | string> {
  for (let tries = 0; tries < 200; tries++) {
    const { job } = await world
      .as(by)
      .query<{ job: { state: string; message: { zh: string } | null; file: { url: string } | null } }>(
        `query ($id: ID!) { job(id: $id) { state message { zh } file { url } } }`,
        { id: jobId },
      );
    if (job.state === 'FAILED') return job.message?.zh ?? '';
    if (job.state === 'DONE') {
      const answer = await fetch(`${world.url}${job.file!.url}`, { headers: { cookie: world.cookieOf(by) } });
      const [sheet] = await readWorkbook(Buffer.from(await answer.arrayBuffer()));
      return sheet!.rows.slice(2).map(({ cells }) => [...cells.values()].map(({ text }) => text));
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the job did not end');
}
const exporting = (name: string, input: object, by: Actor = staff) => people.send(name, input, by, '{ id }');
/** Half an hour, in steps that keep sessions awake. */
async function halfAnHour(): Promise<void> {
  for (let step = 0; step < 2; step++) {
    world.clock.advance(15 * 60_000);
    for (const by of [staff, security]) await titles(by);
  }
}

// no worker runs yet: jobs wait
it('counts again when the file is made, and an approval is for no more people than it was given for', async () => {
  const few = await exporting('exportMembers', { within: first.id });
  const id = await approved({ members: {} });
  const job = await fetchOf(id);
  expect(await fetchOf(id)).toEqual(job);
  await people.register({ name: '戊', organizationId: first.id });
  await world.work();
  expect(await rowsOf(few.id)).toMatch(/这张表里有 4 人，超过不经批准可以导出的 3 人/);
  expect(await rowsOf(job.id)).toMatch(/这张表现在有 5 人，比批准时的 4 人多/);
  await expect(fetchOf(id)).rejects.toMatchObject({ reason: 'EXPORT_GREW', params: { people: 5, approved: 4 } });
  expect((await requests(staff))[0]).toMatchObject({ id, state: 'APPROVED', job: { state: 'FAILED' } });
});

it('of few people is made at once, of many not: the rule is named', async () => {
  const few = await exporting('exportMembers', { within: second.id });
  expect(await rowsOf(few.id)).toHaveLength(1);
  const refusal = { code: 'RULE_VIOLATION', reason: 'EXPORT_NEEDS_APPROVAL', params: { people: 5, limit: 3 } };
  await expect(exporting('exportMembers', {})).rejects.toMatchObject(refusal);
  await expect(ask({ members: { within: second.id } })).rejects.toMatchObject({ reason: 'EXPORT_NEEDS_NO_APPROVAL' });
  for (const lists of [{}, { members: {}, units: {} }])
    await expect(ask(lists)).rejects.toMatchObject({ reason: 'EXPORT_ONE_LIST' });
});

it('takes two people: asked for, approved by another, fetched once, exactly as it was asked for', async () => {
  const input = { columns: ['ORGANIZATION', 'PHONE'], filter: { statuses: ['FULL'] }, within: world.root.id };
  const { id, ...asked } = await ask({ members: input });
  expect(asked).toMatchObject({ state: 'WAITING', people: 5, title: { zh: '导出党员名册' }, fetchUntil: null, reason });
  expect(asked.details.map(({ name, value }) => `${name.zh}：${value.zh}`).sort()).toEqual([
    '列：姓名、所在党组织、手机号',
    '筛选条件：党员类别 正式党员',
    '范围：示范行业协会党委（功能型）',
  ]);
  await expect(ask({ members: input })).rejects.toMatchObject({ reason: 'EXPORT_ASKED_ALREADY' });
  expect(await titles(security)).toContainEqual(expect.stringMatching(/^导出待批准：.*，导出党员名册，5 人$/));
  await expect(fetchOf(id)).rejects.toMatchObject({ reason: 'EXPORT_NOT_APPROVED' });
  for (const by of [staff, auditor])
    await expect(decide(id, true, by)).rejects.toMatchObject({ code: 'FORBIDDEN', reason: 'PERMISSION_MISSING' });

  const before = await last();
  expect(await decide(id)).toMatchObject({ state: 'APPROVED', fetchUntil: '2026-09-19T02:20:00.000Z', job: null });
  await expect(decide(id, false)).rejects.toMatchObject({ reason: 'EXPORT_DECIDED' });
  expect(await titles(staff)).toContain('导出已获批准：导出党员名册');
  const rows = await rowsOf((await fetchOf(id)).id);
  expect(rows).toHaveLength(5);
  expect(rows).toContainEqual(['丁', '第二支部', expect.stringMatching(/^\*{7}\d{4}$/)]);
  await expect(fetchOf(id)).rejects.toMatchObject({ reason: 'EXPORT_LAPSED', params: { hours: 24 } });

  const trail = await world.write((tx) =>
    tx.query<{ action: string; account_id: string; after: object }[]>(
      `select action, account_id, after from audit_event where id > $1
         and (subject_type = 'ExportRequest' or action = 'member.export') order by id`,
      [before],
    ),
  );
  expect(trail.map(({ action, account_id: by }) => [action, by])).toEqual([
    ['export.approve', security.accountId],
    ['export.fetch', staff.accountId],
    ['export.deliver', staff.accountId],
    ['member.export', staff.accountId],
  ]);
  expect(trail.at(-1)!.after).toMatchObject({ rows: 5, approvedBy: expect.any(String) });
});

it('is refused with a reason that whoever asked is told, and seen by them and those who watch over it alone', async () => {
  const { id } = await ask({ members: { columns: ['POST'] } });
  expect(await decide(id, false)).toMatchObject({ state: 'REFUSED', decisionReason: '只要人数，不必带姓名' });
  expect(await titles(staff)).toContain('导出未获批准：导出党员名册');
  await expect(fetchOf(id)).rejects.toMatchObject({ reason: 'EXPORT_NOT_APPROVED' });
  const other = await world.account('PARTY_STAFF', second);
  expect((await requests(auditor)).map((one) => one.id)).toContain(id);
  expect(await requests(other)).toEqual([]);
  await expect(fetchOf(id, other)).rejects.toMatchObject({ reason: 'UNKNOWN_ID' });
  await expect(ask({ members: {} }, auditor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

it('ends by itself after the hours of the rule, and with the right to export', async () => {
  const leaving = await world.account('SECRETARY', world.root);
  const { id: theirs } = await ask({ members: { columns: ['STATUS'] } }, leaving);
  await decide(theirs);
  await world.write((tx) =>
    tx.query(`update access_grant set since = '2020-01-01', until = '2021-01-01' where account_id = $1`, [
      leaving.accountId,
    ]),
  );
  await expect(fetchOf(theirs, leaving)).rejects.toMatchObject({ code: 'FORBIDDEN' });

  await house('personal.export.hours', '1');
  const { id } = await ask({ members: { columns: ['GENDER'] } });
  await halfAnHour();
  await decide(id);
  await halfAnHour();
  await halfAnHour();
  await expect(fetchOf(id)).rejects.toMatchObject({ reason: 'EXPORT_LAPSED', params: { hours: 1 } });
});

it('follows the stricter rule of the place it is of', async () => {
  await house('personal.export.approval', '0', second.id);
  const strict = { reason: 'EXPORT_NEEDS_APPROVAL', params: { limit: 0, people: 1 } };
  await expect(exporting('exportMembers', { within: second.id })).rejects.toMatchObject(strict);
  const secretary = await world.account('SECRETARY', second);
  await expect(exporting('exportMembers', {}, secretary)).rejects.toMatchObject(strict);
  await expect(house('personal.export.approval', '501', first.id)).rejects.toMatchObject({
    reason: 'LOOSER_THAN_REGULATION',
  });
});

it('counts each person once who is named in teams or at units', async () => {
  const member = await people.register({ name: '己', organizationId: second.id });
  const appointed = await people.change(member, 'appoint', { post: 'SECRETARY', organizationId: second.id });
  const team = { organizationId: second.id, electedOn: '2026-09-01', seats: 3, basis: '批复' };
  await exporting('recordElection', team);
  await people.change(appointed, 'appoint', { post: 'ORGANIZATION_MEMBER', organizationId: second.id });
  const unit = { organizationId: second.id, kind: 'OTHER', coverage: 'LIAISON', liaison: '联络员甲', basis: '申请' };
  for (const name of ['甲公司', '乙公司'])
    await exporting('registerUnit', { ...unit, name, effectiveOn: '2026-09-01' });
  const once = { reason: 'EXPORT_NEEDS_APPROVAL', params: { people: 1 } };
  for (const name of ['exportLeadershipTeams', 'exportUnits'])
    await expect(exporting(name, { within: second.id })).rejects.toMatchObject(once);
  const within = second.id;
  for (const list of [{ leadershipTeams: { within } }, { units: { within } }])
    expect(await rowsOf((await fetchOf(await approved(list))).id)).not.toHaveLength(0);
});

it('is never decided by whoever asked, by the service and by the database', async () => {
  const { id } = await ask({ members: { columns: ['AFFILIATION'] } });
  await world.write((tx) =>
    tx.query(
      `insert into access_grant (id, association_id, account_id, role, since)
       select gen_random_uuid(), association_id, $1, 'SECURITY_ADMIN', '2020-01-01' from account where id = $1`,
      [staff.accountId],
    ),
  );
  await expect(decide(id, true, staff)).rejects.toMatchObject({ reason: 'EXPORT_TWO_PEOPLE' });
  const settle = `update export_request set state = 'REFUSED', decided_by = account_id, decided_at = now(),
    decision_reason = '自批' where state = 'WAITING'`;
  await expect(world.write((tx) => tx.query(settle))).rejects.toThrow('export_request_two_people');
});

const last = async (): Promise<string> =>
  (
    await world.write((tx) => tx.query<{ id: string }[]>('select coalesce(max(id), 0)::text as id from audit_event'))
  )[0]!.id;
