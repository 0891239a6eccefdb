import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { roleKeys } from '@dangwu/access';
import { importExit, runImport, type ImportReport } from '@dangwu/imports';
import { createWorld, type Actor, type World } from '@dangwu/testing';
import { loadDemo, loadEmpty, type Loaded } from './load';

interface Line {
  readonly role: string;
  readonly username: string;
  readonly password: string;
}

async function accountsOf(world: World): Promise<Line[]> {
  const file = path.join(world.config.dataDir, 'demo-accounts.txt');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  return lines.map((line) => {
    const [role, username, password] = line.split('\t') as [string, string, string];
    return { role, username, password };
  });
}

/** Signs in as a person would. */
async function signIn(world: World, { username, password }: Line): Promise<Actor> {
  const response = await fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: `mutation ($input: SignInInput!) { signIn(input: $input) { account { id } } }`,
      variables: { input: { username, password } },
    }),
  });
  const cookie = response.headers
    .getSetCookie()
    .map((each) => each.split(';')[0]!)
    .join('; ');
  expect(await response.json()).toHaveProperty('data.signIn.account.id');
  return { accountId: '', username, password, cookie };
}

// whatever day it is loaded on
describe.each(['2026-09-18', '2028-02-29'])('the demo association, loaded on %s', (today) => {
  let world: World;
  let loaded: Loaded;
  let lines: Line[];
  let staff: Actor;
  beforeAll(async () => {
    world = await createWorld({ empty: true, now: `${today}T02:20:00Z` });
    // the one that `createWorld` made bears the same name
    await world.write((tx) => tx.query(`update association set name = '另一个协会'`));
    loaded = await loadDemo(world.app);
    lines = await accountsOf(world);
    staff = await signIn(
      world,
      lines.find(({ role }) => role === 'PARTY_STAFF')!,
    );
  });
  afterAll(() => world.close());

  const ask = <T>(document: string) => world.as(staff).query<T>(document);
  const idOf = async (name: string): Promise<string> => {
    const found = await ask<{ organizations: { nodes: { id: string }[] } }>(
      `{ organizations(first: 1, filter: { search: "${name}" }) { nodes { id } } }`,
    );
    return found.organizations.nodes[0]!.id;
  };

  it('shows all tiers, both relations, and flags of every kind', async () => {
    const { organizationFigures: figures } = await ask<{ organizationFigures: Record<string, never> }>(
      `{ organizationFigures { total led guided flagged termsEndingSoon termsOverdue byTier { tier count } byType { type count } } }`,
    );
    // 187 of the sample, two more, three that are gone and one being prepared
    expect(loaded.organizations).toBe(193);
    expect(figures).toMatchObject({ total: 190 });
    expect(figures['byTier']).toHaveLength(5);
    expect(figures['byType']).toHaveLength(9);
    expect(figures['guided']).toBeGreaterThan(70);
    expect(figures['termsOverdue']).toBeGreaterThanOrEqual(3);
    expect(figures['termsOverdue']).toBeLessThan(20);
    expect(figures['termsEndingSoon']).toBeGreaterThanOrEqual(15);
    const { partyOrganizations } = await ask<{ partyOrganizations: { nodes: { flags: { code: string }[] }[] } }>(
      `{ partyOrganizations(first: 100, filter: { flagged: true }) { nodes { flags { code } } } }`,
    );
    const codes = new Set(partyOrganizations.nodes.flatMap(({ flags }) => flags.map(({ code }) => code)));
    expect([...codes].sort()).toEqual(
      [
        'BRANCH_COMMITTEE_DUE',
        'COMMITTEE_DUE',
        'GENERAL_BRANCH_DUE',
        'JOINT_BRANCH_DUE',
        'TERM_ENDS_SOON',
        'TERM_OVERDUE',
      ].sort(),
    );
  });

  it('has a past and a future', async () => {
    const { partyOrganizations } = await ask<{
      partyOrganizations: { nodes: { name: string; status: string; operations: { nodes: { kind: string }[] } }[] };
    }>(
      `{ partyOrganizations(first: 100, filter: { tiers: [ENTERPRISE], statuses: [ACTIVE, DISSOLVED] }) {
           nodes { name status operations(first: 5) { nodes { kind pending } } } } }`,
    );
    const kinds = new Set(
      partyOrganizations.nodes.flatMap(({ operations }) => operations.nodes.map(({ kind }) => kind)),
    );
    expect([...kinds].sort()).toEqual([
      'DISSOLVED',
      'FOUNDED',
      'IMPORTED',
      'MERGED',
      'MOVED',
      'RENAMED',
      'RETYPED',
      'SPLIT',
    ]);
    const preparing = await ask(`{ organizations(first: 5, filter: { statuses: [PREPARING] }) { nodes { code } } }`);
    expect(preparing).toEqual({ organizations: { nodes: [{ code: 'DZ0195' }] } });
    const { root } = await ask<{ root: { nodes: { superiors: object[]; dutyProfile: object }[] } }>(
      `{ root: partyOrganizations(first: 1, filter: { rootsOnly: true }) { nodes { superiors { main } dutyProfile { id } } } }`,
    );
    expect(root.nodes[0]).toMatchObject({
      superiors: [{ main: true }, { main: true }, { main: false }],
      dutyProfile: { id: expect.any(String) },
    });
  });

  it('shows units covered in every way, and some that could have an organization and have none', async () => {
    const { coverageFigures: figures } = await ask<{ coverageFigures: Record<string, number> }>(
      `{ coverageFigures { total own joint liaison uncovered qualifies } }`,
    );
    expect(figures['total']).toBe(321);
    const { own, joint, liaison, uncovered, qualifies } = figures;
    expect([own, joint, liaison, uncovered, qualifies].every((count) => count! > 50)).toBe(true);
  });

  it('shows members, where they belong and belonged, teams with vacancies, staff and what they hand over', async () => {
    const past = new Date(Date.parse(today) - 20 * 86_400_000).toISOString().slice(0, 10);
    const all = await ask<Record<string, Record<string, number>> & { teams: { nodes: { state: string }[] } }>(
      `{ now: memberFigures { total members full probationary } then: memberFigures(asOf: "2019-12-31") { total }
         ahead: members(first: 1, filter: { organizationId: "${await idOf('秘书处会员服务部党支部')}" }) { totalCount }
         moved: members(first: 5, filter: { search: "唐浩" }, asOf: "${past}") { totalCount }
         teams: leadershipTeams(first: 100) { nodes { state } totalCount }
         vacant: leadershipTeams(first: 1, filter: { vacantOnly: true }) { totalCount }
         secretaries: members(first: 1, filter: { posts: [SECRETARY] }) { totalCount }
         functional: members(first: 1, filter: { kinds: [FUNCTIONAL] }) { totalCount }
         staffFigures { total fullTime partTime organizations overdueHandovers } }`,
    );
    expect(all['now']).toEqual({ total: 620, members: 620, full: 614, probationary: 6 });
    expect(all['then']!['total']).toBeGreaterThan(200);
    expect(all['then']!['total']).toBeLessThan(620);
    expect(all['moved']!['totalCount']).toBeGreaterThan(0);
    expect(all['teams'].nodes.length).toBeGreaterThan(25);
    expect(new Set(all['teams'].nodes.map(({ state }) => state)).size).toBe(3);
    expect(all['vacant']!['totalCount']).toBeGreaterThan(3);
    expect(all['functional']!['totalCount']).toBeGreaterThan(0);
    expect(all['staffFigures']).toEqual({
      total: 10,
      fullTime: 7,
      partTime: 3,
      organizations: 6,
      overdueHandovers: 1,
    });
    // one secretary each, except where a person is secretary of two
    expect(all['secretaries']!['totalCount']).toBeLessThanOrEqual(all['teams'].nodes.length);
  });

  it('shows its rosters as imports with their receipts', async () => {
    const { importBatches } = await ask<{ importBatches: { nodes: { receipt: { zh: string } }[] } }>(
      `{ importBatches(first: 10) { nodes { kind state total created receipt { zh } } } }`,
    );
    expect(importBatches.nodes).toEqual([
      {
        kind: 'MEMBERS',
        state: 'IMPORTED',
        total: 620,
        created: 620,
        receipt: { zh: expect.stringContaining('新增 620 个') },
      },
      {
        kind: 'UNITS',
        state: 'IMPORTED',
        total: 321,
        created: 321,
        receipt: { zh: expect.stringContaining('新增 321 个') },
      },
      { kind: 'ORGANIZATIONS', state: 'IMPORTED', total: 191, created: 191, receipt: { zh: expect.any(String) } },
    ]);
  });

  // what staff keep, with its faults: everything else stands in the demo as it says
  it.each([
    [
      'organizations',
      187,
      [
        [40, 'UNKNOWN_PARENT'],
        [55, 'DUPLICATE_CODE'],
        [73, 'UNKNOWN_TYPE'],
      ],
    ],
    [
      'units',
      321,
      [
        [35, 'BAD_USCC'],
        [80, 'DUPLICATE_NAME'],
        [136, 'BAD_NUMBER'],
        [162, 'UNKNOWN_TIER'],
        [196, 'REQUIRED'],
      ],
    ],
    [
      'members',
      620,
      [
        [20, 'BAD_ID_CHECK_DIGIT'],
        [44, 'ID_STORED_AS_NUMBER'],
        [67, 'UNKNOWN_ORGANIZATION'],
        [90, 'DATE_IN_FUTURE'],
        [113, 'JOINED_BEFORE_18'],
        [137, 'DUPLICATE_ID'],
        [160, 'BIRTH_DATE_MISMATCH'],
        [184, 'GENDER_MISMATCH'],
        [207, 'BAD_PHONE'],
        [230, 'REQUIRED'],
        [253, 'FULL_BEFORE_JOINED'],
        [276, 'UNKNOWN_STATUS'],
        [410, 'BAD_ID_CHECK_DIGIT'],
        [441, 'ID_STORED_AS_NUMBER'],
        [472, 'UNKNOWN_ORGANIZATION'],
        [503, 'DATE_IN_FUTURE'],
      ],
    ],
  ])('is what the sample roster of %s says, but for its faults', async (kind, rows, faults) => {
    const file = path.join(import.meta.dirname, `../../../../libs/imports/fixtures/${kind}.xlsx`);
    const out: string[] = [];
    const argv = ['--kind', kind, file, '--association', loaded.association, '--dry-run', '--json'];
    expect(await runImport(argv, world.app, (line) => void out.push(line))).toBe(importExit.faults);
    const report = JSON.parse(out.join('')) as ImportReport;
    expect(report.faults.map(({ row, code }) => [row, code])).toEqual(faults);
    expect(report).toMatchObject({ rows, blocked: [], created: 0, updated: 0, unchanged: rows - faults.length });
  });

  it('has an account of every role that can sign in, each seeing its own part', async () => {
    expect(new Set(lines.map(({ role }) => role))).toEqual(new Set(roleKeys));
    const totals: Record<string, number> = {};
    for (const line of lines.filter(({ role }) => ['SECRETARY', 'LEADER'].includes(role))) {
      const data = await world
        .as(await signIn(world, line))
        .query<{ partyOrganizations: { totalCount: number } }>(`{ partyOrganizations(first: 1) { totalCount } }`);
      totals[line.username] = data.partyOrganizations.totalCount;
    }
    expect(totals['hezhiqing']).toBe(15); // 秘书处机关党总支 with branches and groups
    expect(totals['luohaiyun']).toBe(3);
    expect(totals['gaoyuan']).toBeGreaterThan(30);
    expect(totals['gaoyuan']).toBeLessThan(60);
    const bell = await ask<{ notifications: { totalCount: number } }>(`{ notifications(first: 5) { totalCount } }`);
    expect(bell.notifications.totalCount).toBe(3);
  });
});

describe('an association without data', () => {
  it('has its administrators and the staff who found its root', async () => {
    const world = await createWorld({ empty: true });
    try {
      const loaded = await loadEmpty(world.app);
      expect(loaded).toMatchObject({ organizations: 0, accounts: 4 });
      const lines = await accountsOf(world);
      expect(lines.map(({ role }) => role)).toEqual(['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR', 'PARTY_STAFF']);
      const staff = world.as(await signIn(world, lines[3]!));
      const founded = await staff.mutate(
        `mutation { foundOrganization(input: { type: COMMITTEE, name: "新协会党委", code: "1", effectiveOn: "2026-09-01", basis: "批复" }) { name } }`,
      );
      expect(founded).toEqual({ foundOrganization: { name: '新协会党委' } });
      const admin = world.as(await signIn(world, lines[0]!));
      await expect(admin.query(`{ partyOrganizations(first: 1) { totalCount } }`)).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    } finally {
      await world.close();
    }
  });
});
