import { ReplayCycle } from '@dangwu/assessment';
import type { DemoWorld } from './demo-world';

/** Cycles of assessment, and what came of those that are over. */
export function assessmentsOfDemo(demo: () => DemoWorld): void {
  it('has a final cycle with a letter to everybody, and weak ones, which comes out the same when it is computed again', async () => {
    const { world, staff } = demo();
    const { assessmentCycles } = await world.as(staff).query<{
      assessmentCycles: { nodes: { id: string; progress: { total: number } }[] };
    }>(`{ assessmentCycles(first: 10, filter: { stages: [FINAL] }) { nodes { id progress { total } } } }`);
    expect(assessmentCycles.nodes).toHaveLength(1);
    const { id, progress } = assessmentCycles.nodes[0]!;
    const { documentNumbers, assessmentWeakList } = await world.as(staff).query<{
      documentNumbers: { totalCount: number };
      assessmentWeakList: { weak: object[] };
    }>(
      `query ($id: ID!) {
        documentNumbers(first: 1, filter: { kinds: [ASSESSMENT_LETTER] }) { totalCount }
        assessmentWeakList(cycleId: $id) { weak { name } }
      }`,
      { id },
    );
    expect(documentNumbers.totalCount).toBe(progress.total);
    expect(assessmentWeakList.weak.length).toBeGreaterThan(0);
    const replays = world.app.get(ReplayCycle, { strict: false });
    const [cycle] = await replays.find(id);
    const report = await replays.replay(cycle!);
    expect(report.found).toEqual([]);
    expect(report).toMatchObject({ same: true, sealed: true, assessed: progress.total });
  });
}
