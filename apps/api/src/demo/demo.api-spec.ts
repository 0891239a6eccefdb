import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { roleKeys, totpCode } from '@dangwu/access';
import { Browser, createWorld, type Actor, type World } from '@dangwu/testing';
import { loadDemo, type Loaded } from './load';

interface Line {
  readonly role: string;
  readonly username: string;
  readonly password: string;
  /** of the authenticator; the three administrators have one */
  readonly secret?: string;
}

async function accountsOf(world: World): Promise<Line[]> {
  const file = path.join(world.config.dataDir, 'demo-accounts.txt');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  return lines.map((line) => {
    const [role, username, password, secret] = line.split('\t') as [string, string, string, string?];
    return { role, username, password, secret };
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
    loaded = await loadDemo(world.app);
    lines = await accountsOf(world);
    staff = await signIn(
      world,
      lines.find(({ role }) => role === 'PARTY_STAFF')!,
    );
  });
  afterAll(() => world.close());

  const ask = <T>(document: string) => world.as(staff).query<T>(document);

  it('shows all tiers, both relations, and flags of every kind', async () => {
    const { organizationFigures: figures } = await ask<{ organizationFigures: Record<string, never> }>(
      `{ organizationFigures { total led guided flagged termsEndingSoon termsOverdue byTier { tier count } byType { type count } } }`,
    );
    expect(loaded.organizations).toBeGreaterThan(150);
    expect(figures).toMatchObject({ total: loaded.organizations - 1, termsOverdue: 6 });
    expect(figures['byTier']).toHaveLength(5);
    expect(figures['byType']).toHaveLength(9);
    expect(figures['guided']).toBeGreaterThan(70);
    expect(figures['termsEndingSoon']).toBeGreaterThanOrEqual(8);
    const { partyOrganizations } = await ask<{ partyOrganizations: { nodes: { flags: { code: string }[] }[] } }>(
      `{ partyOrganizations(first: 100, filter: { flagged: true }) { nodes { flags { code } } } }`,
    );
    const codes = new Set(partyOrganizations.nodes.flatMap(({ flags }) => flags.map(({ code }) => code)));
    expect([...codes].sort()).toEqual(
      ['COMMITTEE_DUE', 'GENERAL_BRANCH_DUE', 'JOINT_BRANCH_DUE', 'TERM_ENDS_SOON', 'TERM_OVERDUE'].sort(),
    );
  });

  it('has a past and a future', async () => {
    const { partyOrganizations } = await ask<{
      partyOrganizations: { nodes: { name: string; status: string; operations: { nodes: { kind: string }[] } }[] };
    }>(
      `{ partyOrganizations(first: 100, filter: { search: "QY-", statuses: [ACTIVE, DISSOLVED] }) {
           nodes { name status operations(first: 5) { nodes { kind pending } } } } }`,
    );
    const kinds = new Set(
      partyOrganizations.nodes.flatMap(({ operations }) => operations.nodes.map(({ kind }) => kind)),
    );
    expect([...kinds].sort()).toEqual(['DISSOLVED', 'FOUNDED', 'MOVED', 'RENAMED', 'RETYPED']);
    const preparing = await ask(`{ organizations(first: 5, filter: { statuses: [PREPARING] }) { nodes { code } } }`);
    expect(preparing).toEqual({ organizations: { nodes: [{ code: 'FZ-14' }] } });
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
    expect(figures).toMatchObject({ total: 121, own: 60, joint: 23 });
    expect([figures['liaison'], figures['uncovered'], figures['qualifies']].every((count) => count! > 5)).toBe(true);
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
    expect(totals['hezhiqing']).toBe(16); // 机关党总支 with branches, groups, and the one that moved in
    expect(totals['luohaiyun']).toBe(3);
    expect(totals['gaoyuan']).toBeGreaterThan(30);
    expect(totals['gaoyuan']).toBeLessThan(60);
    const administrators = lines.filter(({ secret }) => secret).map(({ role }) => role);
    expect(administrators).toEqual(['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR']);
    const auditor = lines.find(({ role }) => role === 'AUDITOR')!;
    const browser = new Browser(world.url);
    expect(await browser.signIn(auditor.username, auditor.password)).toBe('SECOND_FACTOR');
    await browser.ask(`mutation ($code: String!) { proveSecondFactor(input: { code: $code }) { expiresAt } }`, {
      code: totpCode(auditor.secret!, world.clock.now()),
    });
    expect(await browser.signedIn()).toBe(auditor.username);
    const bell = await ask<{ notifications: { totalCount: number } }>(`{ notifications(first: 5) { totalCount } }`);
    expect(bell.notifications.totalCount).toBe(3);
  });
});
