import path from 'node:path';
import { importExit, runImport, type ImportReport } from '@dangwu/imports';
import type { DemoWorld } from './demo-world';

/** Organizations, units, and the rosters they came from. */
export function organizationsOfDemo(demo: () => DemoWorld): void {
  it('shows all tiers, both relations, and flags of every kind', async () => {
    const { loaded, ask } = demo();
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
    const { ask } = demo();
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
    const { ask } = demo();
    const { coverageFigures: figures } = await ask<{ coverageFigures: Record<string, number> }>(
      `{ coverageFigures { total own joint liaison uncovered qualifies } }`,
    );
    expect(figures['total']).toBe(321);
    const { own, joint, liaison, uncovered, qualifies } = figures;
    expect([own, joint, liaison, uncovered, qualifies].every((count) => count! > 50)).toBe(true);
  });

  it('shows its rosters as imports with their receipts', async () => {
    const { ask } = demo();
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
    const { world, loaded } = demo();
    const file = path.join(import.meta.dirname, `../../../../../libs/imports/fixtures/${kind}.xlsx`);
    const out: string[] = [];
    const argv = ['--kind', kind, file, '--association', loaded.association, '--dry-run', '--json'];
    expect(await runImport(argv, world.app, (line) => void out.push(line))).toBe(importExit.faults);
    const report = JSON.parse(out.join('')) as ImportReport;
    expect(report.faults.map(({ row, code }) => [row, code])).toEqual(faults);
    expect(report).toMatchObject({ rows, blocked: [], created: 0, updated: 0, unchanged: rows - faults.length });
  });
}
