import { roleKeys } from '@dangwu/access';
import { signIn, throughBothSteps, type DemoWorld } from './demo-world';

/** Who signs in and sees what. */
export function rightsOfDemo(demo: () => DemoWorld): void {
  it('has an account of every role that can sign in, each seeing its own part', async () => {
    const { world, lines, ask } = demo();
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
}
