import { systemScope } from '@dangwu/platform/database';
import type { DemoWorld } from './demo-world';

/** What is held, planned and written. */
export function activitiesOfDemo(demo: () => DemoWorld): void {
  it('has what was held, what is planned, what was put off, and where', async () => {
    const { world, ask } = demo();
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

  it('has activities on a day that the association took off afterwards, where its table has the year', async () => {
    const { ask, today } = demo();
    const { dayOffActivities } = await ask<{
      dayOffActivities: { heldOn: string; proposedOn: string; holiday: { zh: string } }[];
    }>('{ dayOffActivities { heldOn proposedOn holiday { zh } } }');
    // no year after 2027 is shipped
    expect(dayOffActivities.length > 1).toBe(today < '2027-12-01');
    for (const { heldOn, proposedOn, holiday } of dayOffActivities) {
      expect(holiday.zh).toBe('协会统一调休');
      expect(proposedOn.slice(0, 7)).toBe(heldOn.slice(0, 7));
    }
  });

  it('has minutes: locked ones with numbers in a row, some that wait for the chair, and activities without', async () => {
    const { world } = demo();
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
}
