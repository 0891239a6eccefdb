import { VerifyRecords } from '@dangwu/decisions';
import type { DemoWorld } from './demo-world';

/** Matters, and what goes to superiors. */
export function decisionsOfDemo(demo: () => DemoWorld): void {
  it('has matters in several states, one submitted again with what differs, and an unbroken record of them', async () => {
    const { world, staff } = demo();
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
      'CLOSED',
      'DRAFT',
      'IN_EXECUTION',
      'RETURNED',
      'REVIEWED',
      'SCHEDULED',
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
    const { world, staff } = demo();
    type Listed = {
      nodes: { state: string; number: string | null; overdue: boolean; attachments: { part: string; url: string }[] }[];
    };
    const { all, mine } = await world.as(staff).query<{ all: Listed; mine: Listed }>(
      `{ all: dispatches(first: 100) { nodes { state number overdue attachments { part url } } }
         mine: dispatches(first: 100, filter: { waitingForMe: true }) {
           nodes { state number overdue attachments { part url } } } }`,
    );
    const states = new Set(all.nodes.map(({ state }) => state));
    expect([...states].sort()).toEqual(['CLOSED', 'DRAFT', 'ISSUED', 'RECEIVED', 'REPLIED']);
    expect(all.nodes.filter(({ overdue }) => overdue).map(({ state }) => state)).toEqual(['REPLIED']);
    expect(mine.nodes.map(({ state }) => state).sort()).toEqual(['ISSUED', 'RECEIVED', 'RECEIVED']);
    expect(all.nodes.filter(({ number }) => number)).toHaveLength(6);
    const files = all.nodes.flatMap(({ attachments }) => attachments);
    expect(files.map(({ part }) => part).sort()).toEqual([...Array<string>(6).fill('DISPATCH'), 'REPLY']);
    const answer = await fetch(`${world.url}${files[0]!.url}`, { headers: { cookie: world.cookieOf(staff) } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  });
}
