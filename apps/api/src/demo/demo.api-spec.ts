import { createWorld } from '@dangwu/testing';
import { loadEmpty } from './load';
import { activitiesOfDemo } from './trial/activities-of-demo';
import { decisionsOfDemo } from './trial/decisions-of-demo';
import { organizationsOfDemo } from './trial/organizations-of-demo';
import { peopleOfDemo } from './trial/people-of-demo';
import { rightsOfDemo } from './trial/rights-of-demo';
import { accountsOf, DemoWorld, signIn, throughBothSteps } from './trial/demo-world';

// whatever day it is loaded on; loaded once for all that is asked of it
describe.each(['2026-09-18', '2028-02-29'])('the demo association, loaded on %s', (today) => {
  let loaded: DemoWorld;
  beforeAll(async () => {
    loaded = await DemoWorld.load(today);
  });
  afterAll(() => loaded.world.close());

  const demo = (): DemoWorld => loaded;
  organizationsOfDemo(demo);
  peopleOfDemo(demo);
  activitiesOfDemo(demo);
  rightsOfDemo(demo);
  decisionsOfDemo(demo);
  const ask = <T>(document: string) => world.as(staff).query<T>(document);

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
        receipt: { zh: expect.stringContaining('新增 620 个') as string },
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
  ])('is what the sample roster of %s says, but for its faults', async (kind, rows, faults) => {
    const file = path.join(import.meta.dirname, `../../../../libs/imports/fixtures/${kind}.xlsx`);
    const out: string[] = [];
    const argv = ['--kind', kind, file, '--association', loaded.association, '--dry-run', '--json'];
    expect(await runImport(argv, world.app, (line) => void out.push(line))).toBe(importExit.faults);
    const report = JSON.parse(out.join('')) as ImportReport;
    expect(report.faults.map(({ row, code }) => [row, code])).toEqual(faults);
    expect(report).toMatchObject({ rows, blocked: [], created: 0, updated: 0, unchanged: rows - faults.length });
  });

  it('has transfers behind it and ahead, members who take part elsewhere, staff and what they hand over', async () => {
    const past = new Date(Date.parse(today) - 30 * 86_400_000).toISOString().slice(0, 10);
    const all = await ask<Record<string, { totalCount: number }> & { staffFigures: object }>(
      `{ functional: members(first: 1, filter: { kinds: [FUNCTIONAL] }) { totalCount }
         missing: staff(first: 1, filter: { handoverMissing: true, includeEnded: true }) { totalCount }
         done: handovers(first: 1, filter: { states: [DONE] }) { totalCount }
         staffFigures { total fullTime partTime organizations overdueHandovers } }`,
    );
    expect(all['functional']!.totalCount).toBe(2);
    expect(all['missing']!.totalCount).toBe(1);
    expect(all['done']!.totalCount).toBe(1);
    expect(all.staffFigures).toEqual({ total: 10, fullTime: 7, partTime: 3, organizations: 6, overdueHandovers: 1 });
    const home = async (asOf: string | null): Promise<string> => {
      const { members } = await world.as(staff).query<{ members: { nodes: { organization: { name: string } }[] } }>(
        `query ($asOf: Date) {
           members(first: 1, asOf: $asOf, filter: { search: "邓磊英" }) { nodes { organization { name } } } }`,
        { asOf },
      );
      return members.nodes[0]!.organization.name;
    };
    expect(await home(past)).not.toBe(await home(null));
  });

  it('has its members with their posts, and the teams behind the terms', async () => {
    const { members, teams } = await ask<{
      members: { totalCount: number };
      teams: { totalCount: number; nodes: { vacancies: number }[] };
    }>(`{ members(first: 1) { totalCount } teams: leadershipTeams(first: 100) { totalCount nodes { vacancies } } }`);
    expect(members.totalCount).toBe(620);
    expect(teams.totalCount).toBeGreaterThan(20);
    expect(teams.nodes.some(({ vacancies }) => vacancies > 0)).toBe(true);
  });

  it('knows by name who attended lately, which the counts follow, and one of the accounts is a member', async () => {
    const [row] = await world.database.transaction(systemScope(null), (tx) =>
      tx.query<Record<'rows' | 'rate' | 'differ' | 'asked' | 'bound', number>[]>(
        `select count(*)::int as rows,
           (avg((t.state in ('PRESENT', 'LATE', 'REMOTE'))::int) * 100)::int as rate,
           (select count(*)::int from activity a where exists (select from attendance b where b.activity_id = a.id)
             and a.present_count <> (select count(*) from attendance b where b.activity_id = a.id and not b.guest
               and b.state in ('PRESENT', 'LATE', 'REMOTE'))) as differ,
           (select count(*)::int from leave_request where state = 'ASKED') as asked,
           (select count(*)::int from account where username = 'tangxiao' and member_id is not null) as bound
         from attendance t where not t.guest`,
      ),
    );
    expect(row).toEqual({
      rows: expect.any(Number),
      rate: expect.any(Number),
      differ: 0,
      asked: expect.any(Number),
      bound: 1,
    });
    expect(row!.rows).toBeGreaterThan(500);
    expect(row!.rate).toBeGreaterThan(80);
    expect(row!.rate).toBeLessThan(96);
    expect(row!.asked).toBeGreaterThan(0);
  });

  it('holds a meeting right now, of which the roster is set down and people come', async () => {
    const [row] = await world.database.transaction(systemScope(null), (tx) =>
      tx.query<Record<string, number | boolean>[]>(
        `select count(*) filter (where t.state = 'PRESENT')::int as present,
           count(*) filter (where t.state = 'LATE')::int as late,
           count(*) filter (where t.state = 'ON_LEAVE')::int as "onLeave",
           count(*) filter (where t.state = 'ENTITLED')::int as missing,
           bool_or(m.name = '唐晓' and t.state = 'ENTITLED') as "memberMissing",
           bool_and(t.marked_at is null or t.marked_at <= $1) as past,
           bool_and(a.starts_at <= $1 and a.ends_at > $1) as running
         from activity a join attendance t on t.activity_id = a.id join member m on m.id = t.member_id
         where a.state = 'SCHEDULED' and not t.guest`,
        [world.clock.now()],
      ),
    );
    expect(row).toMatchObject({ onLeave: 2, memberMissing: true, past: true, running: true });
    expect(row!['present']).toBeGreaterThan(row!['missing'] as number);
    expect(Math.min(row!['late'] as number, row!['missing'] as number)).toBeGreaterThan(0);
  });

  it('has what was held, what is planned, what was put off, and where', async () => {
    const total = (states: string): string => `activities(first: 1, filter: { states: [${states}] }) { totalCount }`;
    const data = await ask<Record<string, { totalCount: number }> & { makeUp: { nodes: { makeUp: object }[] } }>(
      `{ recorded: ${total('RECORDED')} missing: ${total('HELD')} ahead: ${total('SCHEDULED')}
         cancelled: ${total('CANCELLED')} venues(first: 1) { totalCount }
         makeUp: activities(first: 5, filter: { states: [POSTPONED] }) { nodes { makeUp { state makeUpOf { reason } } } } }`,
    );
    expect(data['recorded']!.totalCount).toBeGreaterThan(800);
    expect(data['missing']!.totalCount).toBeGreaterThan(3);
    expect(data['ahead']!.totalCount).toBeGreaterThan(30);
    expect(data['cancelled']!.totalCount).toBe(1);
    expect(data['venues']!.totalCount).toBe(7);
    expect(data.makeUp.nodes).toEqual([
      { makeUp: { state: 'SCHEDULED', makeUpOf: { reason: expect.stringContaining('评审会') } } },
    ]);
    // of the association that was loaded, which is not the world's
    const [{ holders }] = await world.database.transaction(systemScope(null), (tx) =>
      tx.query<[{ holders: number }]>('select count(distinct organization_id)::int as holders from activity'),
    );
    expect(holders).toBeGreaterThanOrEqual(35);
  });

  it('has minutes: locked ones with numbers in a row, some that wait for the chair, and activities without', async () => {
    const [row] = await world.database.transaction(systemScope(null), (tx) =>
      tx.query<Record<string, number>[]>(
        `select count(*) filter (where state = 'LOCKED')::int as locked,
           count(*) filter (where state = 'AWAITING')::int as awaiting,
           (select count(*)::int from minutes_version) as signed, (select count(*)::int from supervision_item) as resolved,
           (select count(distinct state)::int from supervision_item) as states,
           (select count(*)::int from (select from document_number
             group by organization_id, kind, year having max(number) <> count(*)) gaps) as gaps
         from minutes`,
      ),
    );
    expect(row).toMatchObject({ awaiting: 3, gaps: 0, states: 3 });
    expect(row!['locked']).toBeGreaterThan(10);
    expect(row!['signed']).toBe(row!['locked']);
    expect(row!['resolved']).toBeGreaterThan(10);
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
    const administrators = lines.filter(({ secret }) => secret).map(({ role }) => role);
    expect(administrators).toEqual(['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR']);
    const auditor = lines.find(({ role }) => role === 'AUDITOR')!;
    const browser = await throughBothSteps(world, auditor);
    expect(await browser.signedIn()).toBe(auditor.username);
    const bell = await ask<{ notifications: { nodes: { title: { zh: string } }[] } }>(
      `{ notifications(first: 20) { nodes { title { zh } } } }`,
    );
    const titles = bell.notifications.nodes.map(({ title }) => title.zh);
    for (const words of ['这是示范数据', '筹建中的工作小组', '换届提醒', '待补记录', '即将举行'])
      expect(titles.filter((title) => title.includes(words))).toHaveLength(1);
    const { exportRequests } = await ask<{ exportRequests: { nodes: { state: string; people: number }[] } }>(
      `{ exportRequests(first: 5) { nodes { state people } } }`,
    );
    expect(exportRequests.nodes.map(({ state }) => state)).toEqual(['WAITING', 'REFUSED']);
    for (const { people } of exportRequests.nodes) expect(people).toBeGreaterThan(500);
  });

  it('has matters in several states, one submitted again with what differs, and an unbroken record of them', async () => {
    const { matters } = await world.as(staff).query<{
      matters: {
        nodes: {
          title: string;
          state: string;
          versionNo: number;
          versions: { changes: object[] }[];
          advice: { state: string }[];
          overdueMilestones: number;
        }[];
      };
    }>(`{ matters(first: 100) { nodes { title state versionNo versions { changes { field } } advice { state }
      overdueMilestones } } }`);
    const states = new Set(matters.nodes.map(({ state }) => state));
    expect([...states].sort()).toEqual([
      'ACCEPTED',
      'DRAFT',
      'RETURNED',
      'REVIEWED',
      'SCHEDULED',
      'SUBMITTED',
      'WITHDRAWN',
    ]);
      'CLOSED',
      'DRAFT',
      'IN_EXECUTION',
      'RETURNED',
      'SUBMITTED',
      'WITHDRAWN',
    ]);
    const advice = matters.nodes.flatMap((each) => each.advice.map(({ state }) => state));
    expect(advice.sort()).toEqual(['ASKED', 'ASKED', 'GIVEN', 'GIVEN']);
    expect(matters.nodes.reduce((sum, { overdueMilestones }) => sum + overdueMilestones, 0)).toBe(1);
    const again = matters.nodes.find(({ versionNo }) => versionNo === 2);
    expect(again?.versions[0]?.changes.length).toBeGreaterThan(1);
    const record = await world.app.get(VerifyRecords, { strict: false }).verify();
    expect(record).toMatchObject({ ok: true, matters: matters.nodes.length });
  });

  it('has requests and reports in several states, one of them late, and each sees what waits for it', async () => {
    type Listed = { nodes: { state: string; number: string | null; overdue: boolean }[] };
    const { all, mine } = await world.as(staff).query<{ all: Listed; mine: Listed }>(
      `{ all: dispatches(first: 100) { nodes { state number overdue } }
         mine: dispatches(first: 100, filter: { waitingForMe: true }) { nodes { state number overdue } } }`,
    );
    const states = new Set(all.nodes.map(({ state }) => state));
    expect([...states].sort()).toEqual(['CLOSED', 'DRAFT', 'ISSUED', 'RECEIVED', 'REPLIED']);
    expect(all.nodes.filter(({ overdue }) => overdue).map(({ state }) => state)).toEqual(['REPLIED']);
    expect(mine.nodes.map(({ state }) => state).sort()).toEqual(['ISSUED', 'RECEIVED']);
    expect(all.nodes.filter(({ number }) => number)).toHaveLength(5);
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
      const admin = await throughBothSteps(world, lines[0]!);
      await expect(admin.ask(`{ partyOrganizations(first: 1) { totalCount } }`)).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    } finally {
      await world.close();
    }
  });
});
