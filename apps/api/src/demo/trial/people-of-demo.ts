import { systemScope } from '@dangwu/platform/database';
import type { DemoWorld } from './demo-world';

/** Members, and who attended. */
export function peopleOfDemo(demo: () => DemoWorld): void {
  it('has transfers behind it and ahead, members who take part elsewhere, staff and what they hand over', async () => {
    const { today, world, staff, ask } = demo();
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
    const { ask } = demo();
    const { members, teams } = await ask<{
      members: { totalCount: number };
      teams: { totalCount: number; nodes: { vacancies: number }[] };
    }>(`{ members(first: 1) { totalCount } teams: leadershipTeams(first: 100) { totalCount nodes { vacancies } } }`);
    expect(members.totalCount).toBe(620);
    expect(teams.totalCount).toBeGreaterThan(20);
    expect(teams.nodes.some(({ vacancies }) => vacancies > 0)).toBe(true);
  });

  it('knows by name who attended lately, which the counts follow, and one of the accounts is a member', async () => {
    const { world } = demo();
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
    const { world } = demo();
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
}
