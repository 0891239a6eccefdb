import { createWorld, type Actor, type World } from '@dangwu/testing';

interface Event {
  readonly id: string;
  readonly action: string;
  readonly actionName: { zh: string; en: string };
  readonly kind: string;
  readonly actor: { id: string; username: string } | null;
  readonly client: string | null;
  readonly operation: string | null;
  readonly address: string | null;
  readonly requestId: string | null;
  readonly sessionId: string | null;
  readonly subjectId: string | null;
  readonly subjectName: string | null;
  readonly subjectTypeName: { zh: string };
  readonly organization: { name: string } | null;
  readonly reason: string | null;
  readonly changes: readonly {
    field: string;
    fieldName: { zh: string };
    before: { zh: string } | null;
    after: { zh: string } | null;
    beforeOrganizationId: string | null;
    afterOrganizationId: string | null;
  }[];
}
interface Events {
  readonly nodes: readonly Event[];
  readonly totalCount: number;
  readonly pageInfo: { hasNextPage: boolean; endCursor: string };
}

const fields = `id action actionName { zh en } kind actor { id username } client operation address requestId sessionId
  subjectId subjectName subjectTypeName { zh } organization { name } reason
  changes { field fieldName { zh } before { zh } after { zh } beforeOrganizationId afterOrganizationId }`;
const basis = '〔2026〕9号';

let world: World;
let auditor: Actor;
let branch: { id: string };
let other: { id: string };
beforeAll(async () => {
  world = await createWorld();
  auditor = await world.account('AUDITOR');
  const general = await world.organization('机关党总支', { type: 'GENERAL_BRANCH' });
  branch = await world.branch('第一支部', { under: general });
  other = await world.branch('第二支部');
  await rename(branch, '机关第一支部');
  await world
    .as(world.staff)
    .mutate(`mutation ($input: MoveOrganizationInput!) { moveOrganization(input: $input) { id } }`, {
      input: { id: other.id, version: 1, parentId: general.id, relation: 'LEADS', effectiveOn: '2026-09-18', basis },
    });
});
afterAll(() => world.close());

const rename = ({ id }: { id: string }, name: string) =>
  world
    .as(world.staff)
    .mutate(`mutation ($input: RenameOrganizationInput!) { renameOrganization(input: $input) { id } }`, {
      input: { id, version: 1, name, effectiveOn: '2026-09-18', basis },
    });

const events = async (filter: object = {}, page: object = { first: 100 }, actor = auditor): Promise<Events> =>
  (
    await world.as(actor).query<{ auditEvents: Events }>(
      `query ($filter: AuditEventFilter, $first: Int, $last: Int, $after: String, $before: String, $order: AuditEventOrder) {
         auditEvents(filter: $filter, first: $first, last: $last, after: $after, before: $before, order: $order) {
           nodes { ${fields} } totalCount pageInfo { hasNextPage endCursor } } }`,
      { filter, ...page },
    )
  ).auditEvents;

describe('an event', () => {
  it('says who did what to which object, by what and from where, why, and what changed', async () => {
    const { nodes } = await events({ action: 'renameOrganization' });
    expect(nodes).toMatchObject([
      {
        actionName: { zh: '党组织更名', en: 'Rename an organization' },
        kind: 'WRITE',
        actor: { username: world.staff.username },
        client: 'SESSION',
        operation: 'renameOrganization',
        address: expect.stringContaining('127.0.0.1'),
        requestId: expect.any(String),
        sessionId: expect.stringMatching(/^Session_[0-9a-f]{32}$/),
        subjectId: branch.id,
        subjectTypeName: { zh: '党组织' },
        organization: { name: '机关第一支部' },
        reason: basis,
      },
    ]);
    expect(nodes[0]!.changes).toMatchObject([
      { field: 'name', fieldName: { zh: '名称' }, before: { zh: '第一支部' }, after: { zh: '机关第一支部' } },
      { field: 'effectiveOn', before: null, after: { zh: '2026-09-18' } },
    ]);
    const { auditEvent } = await world
      .as(auditor)
      .query<{ auditEvent: Event }>(`query ($id: ID!) { auditEvent(id: $id) { ${fields} } }`, { id: nodes[0]!.id });
    expect(auditEvent).toEqual(nodes[0]);
  });

  it('shows values in words and names organizations', async () => {
    const [moved] = (await events({ action: 'moveOrganization' })).nodes;
    expect(moved!.changes.map(({ field, before, after }) => [field, before?.zh, after?.zh])).toEqual([
      ['parent', '示范行业协会党委（功能型）', '机关党总支'],
      ['effectiveOn', undefined, '2026-09-18'],
    ]);
    const [founded] = (await events({ action: 'foundOrganization', subjectId: branch.id })).nodes;
    expect(founded!.changes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ field: 'type', after: { zh: '党支部' } }),
        expect.objectContaining({
          field: 'parentId',
          afterOrganizationId: expect.stringMatching(/^PartyOrganization_/),
        }),
      ]),
    );
  });
});

describe('the ledger', () => {
  it.each([
    ['kind', () => ({ kind: 'SIGN_IN' }), 0],
    ['action', () => ({ action: 'foundOrganization' }), 4],
    ['who', () => ({ actorId: `Account_${world.staff.accountId.replaceAll('-', '')}` }), 6],
    ['object: its history', () => ({ subjectId: branch.id }), 2],
    ['organization and below', () => ({ within: branch.id }), 2],
    ['period before anything happened', () => ({ until: '2020-01-01' }), 0],
    ['period from long ago', () => ({ from: '2020-01-01', action: 'renameOrganization' }), 1],
    ['a request nobody made', () => ({ requestId: 'nobody-made-this' }), 0],
  ])('is filtered by %s', async (_, filter, count) => {
    const found = await events(filter());
    expect([found.nodes.length, found.totalCount]).toEqual([count, count]);
  });

  it('is read in pages, both ways, newest or oldest first', async () => {
    const all = (await events()).nodes.map(({ id }) => id);
    const first = await events({}, { first: 3 });
    const second = await events({}, { first: 3, after: first.pageInfo.endCursor });
    expect([...first.nodes, ...second.nodes].map(({ id }) => id)).toEqual(all.slice(0, 6));
    const oldest = (await events({}, { first: 100, order: 'OLDEST' })).nodes.map(({ id }) => id);
    expect(oldest).toEqual([...all].reverse());
    expect((await events({}, { last: 2 })).nodes.map(({ id }) => id)).toEqual(all.slice(-2));
  });

  it('joins all that one call did', async () => {
    const [{ requestId }] = (await events({ action: 'renameOrganization' })).nodes as [Event];
    expect((await events({ requestId: requestId! })).nodes.map(({ action }) => action)).toEqual(['renameOrganization']);
  });

  it('offers the accounts and actions there are', async () => {
    const { auditActors, auditActions } = await world.as(auditor).query<{
      auditActors: { nodes: { username: string; name: string }[] };
      auditActions: { name: string; words: { zh: string } }[];
    }>(`{ auditActors(first: 100, filter: { search: "STAFF" }) { nodes { username name } }
          auditActions { name words { zh } } }`);
    expect(auditActors.nodes).toMatchObject([{ username: world.staff.username }]);
    expect(auditActions).toEqual(expect.arrayContaining([{ name: 'renameOrganization', words: { zh: '党组织更名' } }]));
    expect(auditActions.length).toBeLessThanOrEqual(400);
  });

  it.each([
    ['an id of no event', { id: 'AuditEvent_x' }, 'MALFORMED_ID'],
    ['an id of another type', { id: 'Job_1' }, 'MALFORMED_ID'],
  ])('refuses %s', async (_, variables, reason) => {
    const document = 'query ($id: ID!) { auditEvent(id: $id) { id } }';
    await expect(world.as(auditor).query(document, variables)).rejects.toMatchObject({ reason });
  });

  it.each([
    [{ actorId: 'Unit_1' }, 'MALFORMED_ID'],
    [{ within: `PartyOrganization_${'0'.repeat(32)}` }, 'UNKNOWN_ID'],
    [{ subjectId: 'nonsense' }, 'MALFORMED_ID'],
  ])('refuses the filter %j', async (filter, reason) => {
    await expect(events(filter)).rejects.toMatchObject({ reason });
  });
});

describe('who may', () => {
  const operations: readonly [string, string][] = [
    ['auditEvents', '{ auditEvents(first: 1) { totalCount } }'],
    ['auditEvent', '{ auditEvent(id: "AuditEvent_1") { id } }'],
    ['auditActors', '{ auditActors(first: 1) { totalCount } }'],
    ['auditActions', '{ auditActions { name } }'],
    ['auditChain', '{ auditChain { sealedEvents } }'],
    ['verifyAuditChain', 'mutation { verifyAuditChain { id } }'],
    ['exportAuditEvents', 'mutation { exportAuditEvents(input: {}) { id } }'],
  ];

  it.each(operations)('%s: an auditor', async (_, document) => {
    await expect(world.as(auditor).query(document)).resolves.toBeDefined();
  });

  it.each(operations)('%s: no other role, and nobody who is not signed in', async (_, document) => {
    const refused = { code: 'FORBIDDEN', params: { permission: 'audit.read' } };
    for (const role of ['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'PARTY_STAFF'] as const)
      await expect(world.as(await world.account(role)).query(document)).rejects.toMatchObject(refused);
    for (const role of ['SECRETARY', 'DISCIPLINE_OFFICER', 'LEADER', 'MEMBER', 'API_CLIENT'] as const)
      await expect(world.as(await world.account(role, world.root)).query(document)).rejects.toMatchObject(refused);
    await expect(world.as(null).query(document)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('the auditor sees no content beyond the log, and no personal data in it', async () => {
    await world.as(world.staff).mutate(`mutation ($input: FillSeatInput!) { fillSeat(input: $input) { id } }`, {
      input: {
        organizationId: world.root.id,
        personName: '欧阳静姝',
        post: 'SECRETARY',
        since: '2024-01-01',
        basis: '批复，联系人 13812345678',
      },
    });
    const [seat] = (await events({ action: 'fillSeat' })).nodes;
    expect(JSON.stringify(seat)).not.toMatch(/欧阳静姝|13812345678/);
    expect(seat).toMatchObject({ subjectName: null, reason: '批复，联系人 ****5678' });
    expect(seat!.changes).toEqual(
      expect.arrayContaining([expect.objectContaining({ field: 'personName', after: { zh: '欧**' } })]),
    );
    for (const document of [
      `{ partyOrganization(id: "${branch.id}") { name } }`,
      `{ units(first: 1) { nodes { id } } }`,
      `{ members(first: 1) { nodes { id } } }`,
    ])
      await expect(world.as(auditor).query(document)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    // the organization of an event is its identity, not its register
    const inside = `{ auditEvents(first: 1, filter: { action: "renameOrganization" }) { nodes { organization { details { id } } } } }`;
    expect(await world.as(auditor).query(inside)).toEqual({
      auditEvents: { nodes: [{ organization: { details: null } }] },
    });
  });

  it('sees the events of the own association alone', async () => {
    await world.database.transaction({ association: null, places: 'everywhere', account: null }, async (tx) => {
      await tx.query(`insert into association (id, name, kind) values (gen_random_uuid(), '沙盒', 'SANDBOX')`);
      await tx.query(
        `insert into audit_event (association_id, action, subject_type) select id, 'foreignDeed', 'Association'
         from association where name = '沙盒'`,
      );
    });
    expect((await events({ action: 'foreignDeed' })).totalCount).toBe(0);
  });

  it('hears of sign-ins under names that nobody has', async () => {
    const input = { username: 'nobody-here', password: 'guessed-word-1' };
    await expect(
      world.as(null).mutate(`mutation ($input: SignInInput!) { signIn(input: $input) { account { id } } }`, { input }),
    ).rejects.toMatchObject({ reason: 'SIGN_IN_REFUSED' });
    expect((await events({ kind: 'SIGN_IN' })).nodes).toMatchObject([
      { action: 'signInRefused', actor: null, changes: [{ field: 'reason', after: { zh: '没有这个用户名' } }] },
    ]);
  });
});
