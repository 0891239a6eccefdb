import { createWorld, type Actor, type World } from '@dangwu/testing';
import { ExpiringGrants } from './expiring-grants.job';

let world: World;
let committee: { id: string };
let branch: { id: string };
let guided: { id: string };
let guardian: Actor;
let auditor: Actor;
beforeAll(async () => {
  world = await createWorld();
  committee = await world.organization('机关党委', { type: 'COMMITTEE' });
  branch = await world.branch('第一支部', { under: committee });
  guided = await world.organization('会员单位党委', { type: 'COMMITTEE', under: committee, relation: 'GUIDES' });
  guardian = await world.account('SECURITY_ADMIN');
  auditor = await world.account('AUDITOR');
});
afterAll(() => world.close());

const accountId = ({ accountId: id }: Actor): string => `Account_${id.replaceAll('-', '')}`;
const basis = '党委会决议〔2026〕3号';

const grant = async (input: object, by = guardian) =>
  (
    await world
      .as(by)
      .mutate<{ grantRole: { id: string; until: string | null } }>(
        `mutation ($input: GrantRoleInput!) { grantRole(input: $input) { id until grantedByName basis organization { name } } }`,
        { input: { basis, ...input } },
      )
  ).grantRole;
const revoke = (id: string, by = guardian) =>
  world.as(by).mutate(`mutation ($input: RevokeGrantInput!) { revokeGrant(input: $input) { id revokedByName } }`, {
    input: { id, basis: '调离' },
  });
const reads = async (actor: Actor, { id }: { id: string }): Promise<boolean> => {
  const data = await world
    .as(actor)
    .query<{ organization: { details: object | null } }>(
      `query ($id: ID!) { organization(id: $id) { details { id } } }`,
      { id },
    );
  return data.organization.details !== null;
};
const heard = async (actor: Actor): Promise<string[]> => {
  const data = await world
    .as(actor)
    .query<{ notifications: { nodes: { title: { zh: string } }[] } }>(
      `{ notifications(first: 20) { nodes { title { zh } } } }`,
    );
  return data.notifications.nodes.map(({ title }) => title.zh);
};
const events = (action: string) =>
  world.write((tx) => tx.query<{ account_id: string }[]>(`select * from audit_event where action = $1`, [action]));

describe('giving and taking roles', () => {
  it('counts at once, is told to the person and stands in the audit log', async () => {
    const person = await world.account('MEMBER', branch);
    expect(await reads(person, branch)).toBe(false);
    const given = await grant({ accountId: accountId(person), role: 'SECRETARY', organizationId: committee.id });
    expect(given).toMatchObject({ basis, organization: { name: '机关党委' } });
    expect(await reads(person, branch)).toBe(true);
    await expect(revoke(given.id)).resolves.toBeTruthy();
    expect(await reads(person, branch)).toBe(false);
    expect(await heard(person)).toEqual(['您的“书记”已收回', '您获授“书记”']);
    await expect(revoke(given.id)).rejects.toMatchObject({ reason: 'GRANT_ENDED' });
    expect((await events('revokeRole')).at(-1)).toMatchObject({ account_id: guardian.accountId });
  });

  it('keeps to its period', async () => {
    const person = await world.account('MEMBER', branch);
    const tomorrow = new Date(world.clock.now().getTime() + 86_400_000);
    const dayAfter = new Date(tomorrow.getTime() + 86_400_000);
    const input = { accountId: accountId(person), role: 'LEADER', organizationId: committee.id };
    await expect(grant({ ...input, until: world.clock.now() })).rejects.toMatchObject({ reason: 'GRANT_PERIOD' });
    await grant({ ...input, since: tomorrow, until: dayAfter });
    expect(await reads(person, branch)).toBe(false);
    const now = world.clock.now();
    await refresh(person, tomorrow);
    expect(await reads(person, branch)).toBe(true);
    await refresh(person, dayAfter);
    expect(await reads(person, branch)).toBe(false);
    world.clock.set(now);
  });

  it('gives nothing to oneself, by the service and by the database', async () => {
    await expect(
      grant({ accountId: accountId(guardian), role: 'LEADER', organizationId: committee.id }),
    ).rejects.toMatchObject({ reason: 'GRANT_TO_ONESELF' });
    await expect(
      world.write((tx) =>
        tx.query(`update access_grant set granted_by = account_id where account_id = $1`, [guardian.accountId]),
      ),
    ).rejects.toThrow('access_grant_not_to_oneself');
  });

  it('leaves the administrators’ roles alone, and the database keeps the three apart', async () => {
    await expect(grant({ accountId: accountId(auditor), role: 'SYSTEM_ADMIN' })).rejects.toMatchObject({
      reason: 'GRANT_ABOVE_ONESELF',
      messages: { zh: expect.stringContaining('三员分立') },
    });
    await expect(
      world.write((tx) =>
        tx.query(
          `insert into access_grant (id, association_id, account_id, role, since)
           values (gen_random_uuid(), $1, $2, 'SYSTEM_ADMIN', now() - interval '1 year')`,
          [world.associationId, auditor.accountId],
        ),
      ),
    ).rejects.toThrow('access_grant_roles_exclude');
  });

  it('is the security administrator’s alone', async () => {
    const input = { accountId: accountId(auditor), role: 'LEADER', organizationId: committee.id };
    for (const other of [auditor, world.staff, await world.account('SYSTEM_ADMIN')])
      await expect(grant(input, other)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('grants that end', () => {
  it('are announced once, to the holder and to those who could extend them', async () => {
    const person = await world.account('MEMBER', branch);
    const until = new Date(world.clock.now().getTime() + 12 * 86_400_000);
    await grant({ accountId: accountId(person), role: 'EXPERT', organizationId: committee.id, until });
    const job = world.app.get(ExpiringGrants, { strict: false });
    await job.run();
    await job.run();
    const told = (await heard(person)).filter((title) => title.startsWith('授权将到期'));
    expect(told).toEqual([expect.stringContaining('专家')]);
    expect((await heard(guardian)).filter((title) => title.startsWith('授权将到期'))).toHaveLength(1);
    expect((await heard(auditor)).filter((title) => title.startsWith('授权将到期'))).toEqual([]);
  });
});

describe('why somebody can do something', () => {
  const why = async (of: { id: string }, account?: Actor) =>
    (
      await world.as(guardian).query<{ rightsAt: Record<string, unknown>[] }>(
        `query ($id: ID!, $account: ID) { rightsAt(organizationId: $id, accountId: $account) {
           accountName role steps { name relation } permissions { key } endedByGuides { key } published { key } } }`,
        { id: of.id, account: account && accountId(account) },
      )
    ).rightsAt;

  it('names the grant, the edges it came over, and the edge at which it ends', async () => {
    const leader = await world.account('LEADER', world.root);
    const steps = [
      { name: expect.stringContaining('功能型'), relation: null },
      { name: '机关党委', relation: 'LEADS' },
    ];
    const [read, ...rest] = ['organization.read', 'unit.read', 'staff.read', 'activity.read'].map((key) => ({ key }));
    // matters are brought before the association, and who takes part is in a cycle: they are read across GUIDES edges as well
    const [matters, sessions, dispatches, assessments] = [
      'matter.read',
      'session.read',
      'dispatch.read',
      'assessment.read',
    ].map((key) => ({ key }));
    expect(await why(branch, leader)).toEqual([
      expect.objectContaining({
        role: 'LEADER',
        steps: [...steps, { name: '第一支部', relation: 'LEADS' }],
        permissions: [read, ...rest, matters, sessions, dispatches, assessments],
        endedByGuides: [],
        published: [],
      }),
    ]);
    expect(await why(guided, leader)).toEqual([
      expect.objectContaining({
        steps: [...steps, { name: '会员单位党委', relation: 'GUIDES' }],
        permissions: [matters, assessments],
        endedByGuides: [read, ...rest, sessions, dispatches],
      }),
    ]);
    const secretary = await world.account('SECRETARY', guided);
    await publish(secretary, 'ORGANIZATION');
    expect(await why(guided, leader)).toEqual([
      expect.objectContaining({
        permissions: [matters, assessments],
        endedByGuides: [...rest, sessions, dispatches],
        published: [read],
      }),
    ]);
    expect((await why(guided)).map(({ role }) => role)).toEqual(expect.arrayContaining(['LEADER', 'SECRETARY']));
    await expect(world.as(leader).query(`{ rightsAt(organizationId: "${guided.id}") { role } }`)).rejects.toMatchObject(
      { code: 'FORBIDDEN' },
    );
    await withdraw(secretary);
  });
});

describe('publishing across a GUIDES edge', () => {
  it('is an act of the organization below, shows what it names, and can be withdrawn', async () => {
    const above = await world.account('LEADER', committee);
    const secretary = await world.account('SECRETARY', guided);
    expect(await reads(above, guided)).toBe(false);
    await expect(publish(above, 'ORGANIZATION')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(publish(world.staff, 'ORGANIZATION')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await publish(secretary, 'ORGANIZATION');
    expect(await reads(above, guided)).toBe(true);
    await expect(publish(secretary, 'ORGANIZATION')).rejects.toMatchObject({ reason: 'PUBLISHED_ALREADY' });
    await withdraw(secretary);
    expect(await reads(above, guided)).toBe(false);
    const [published] = await events('publish');
    expect(published).toMatchObject({ account_id: expect.any(String) });
    expect((await events('withdrawPublication')).length).toBeGreaterThan(0);
  });

  it('is to the organization that guides it and those that lead that one, not to one that guides that one', async () => {
    const below = await world.organization('联盟党委', { type: 'COMMITTEE', under: guided, relation: 'GUIDES' });
    const secretary = await world.account('SECRETARY', below);
    await publish(secretary, 'UNIT', below);
    await publish(secretary, 'ORGANIZATION', below);
    expect(await reads(await world.account('LEADER', guided), below)).toBe(true);
    expect(await reads(await world.account('LEADER', committee), below)).toBe(false);
    await expect(publish(await world.account('SECRETARY', branch), 'UNIT', branch)).rejects.toMatchObject({
      reason: 'NOT_GUIDED',
    });
  });
});

async function publish(by: Actor, subject: string, of = guided): Promise<void> {
  await world.as(by).mutate(`mutation ($input: PublishInput!) { publish(input: $input) { guided } }`, {
    input: { organizationId: of.id, subject, basis },
  });
}

async function withdraw(by: Actor): Promise<void> {
  const { publications } = await world
    .as(by)
    .query<{ publications: { publications: { id: string }[] } }>(
      `query ($id: ID!) { publications(organizationId: $id) { publications { id } } }`,
      { id: guided.id },
    );
  for (const { id } of publications.publications)
    await world
      .as(by)
      .mutate(`mutation ($input: WithdrawPublicationInput!) { withdrawPublication(input: $input) { guided } }`, {
        input: { id, basis },
      });
}

/** Another day: the session of before is over by then, so its end is put off. */
async function refresh(actor: Actor, at: Date): Promise<void> {
  world.clock.set(at);
  await world.write((tx) =>
    tx.query(
      `update session set last_seen_at = $2, expires_at = $2::timestamptz + interval '1 hour' where account_id = $1`,
      [actor.accountId, at],
    ),
  );
}
