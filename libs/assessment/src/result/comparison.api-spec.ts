import { localId } from '@dangwu/platform/ids';
import { createWorld, type Actor, type World } from '@dangwu/testing';
import { CycleStage } from '../cycle/cycle.enums';
import { arrangeCycle } from '../trial/arrange-cycle';
import { ScoredCycles } from '../trial/scored-cycles';

interface Comparison {
  readonly difference: string | null;
  readonly first: { readonly name: string; readonly total: string; readonly rank: number };
  readonly second: { readonly name: string; readonly total: string; readonly rank: number };
  readonly nodes: {
    readonly key: string;
    readonly difference: string | null;
    readonly first: { readonly points: string; readonly explanation: { readonly zh: string } };
    readonly second: { readonly points: string; readonly explanation: { readonly zh: string } };
  }[];
}

let world: World;
let cycles: ScoredCycles;
beforeAll(async () => {
  world = await createWorld();
  cycles = await ScoredCycles.in(world);
});
afterAll(() => world.close());

const side = 'name total rank dimensions { key share }';
const points = 'applies points weight explanation { zh }';
const document = `query ($firstId: ID!, $secondId: ID!) { assessmentComparison(firstId: $firstId, secondId: $secondId) {
  difference first { ${side} } second { ${side} } nodes { key difference first { ${points} } second { ${points} } } } }`;
async function compare(firstId: string, secondId: string, actor: Actor = world.staff): Promise<Comparison | null> {
  const answer = await world
    .as(actor)
    .query<{ assessmentComparison: Comparison | null }>(document, { firstId, secondId });
  return answer.assessmentComparison;
}

describe('two of a cycle', () => {
  it('are put beside each other point by point, with the sentence each number comes from', async () => {
    const cycle = await cycles.evenly();
    await cycles.compute(cycle);
    const [first, , third] = cycle.assessments as [string, string, string];
    const found = (await compare(first, third))!;
    expect(found).toMatchObject({ difference: '8.00', first: { total: '100.00' }, second: { total: '92.00' } });
    const duties = found.nodes.find(({ key }) => key === 'drive.duties')!;
    expect(duties).toMatchObject({ difference: '8.00', first: { points: '40.00' }, second: { points: '32.00' } });
    expect(duties.first.explanation.zh).toContain('40 × 1.00');
    expect(duties.second.explanation.zh).toContain('40 × 0.80');
    expect(found.nodes.find(({ key }) => key === 'base.files')!.difference).toBe('0.00');
    expect((await compare(third, first))!.difference).toBe('-8.00');
  });

  it('must be two, of one cycle', async () => {
    const [one, other] = [await cycles.evenly(), await cycles.evenly()];
    await cycles.compute(one);
    await cycles.compute(other);
    const [id] = one.assessments as [string];
    await expect(compare(id, id)).rejects.toMatchObject({ reason: 'COMPARE_ITSELF' });
    await expect(compare(id, other.assessments[1]!)).rejects.toMatchObject({ reason: 'COMPARE_CYCLES' });
  });

  it('are for whoever sees both results: before notice nobody below, afterwards whoever stands above both', async () => {
    const cycle = await cycles.evenly();
    await cycles.compute(cycle);
    const [first, second] = cycle.assessments as [string, string];
    const above = await world.account('SECRETARY', cycles.committee);
    expect(await compare(first, second, above)).toBeNull();
    await cycles.step('publishAssessmentNotice', await cycles.read(cycle.id), { fields: [] });
    expect(await compare(first, second, above)).toMatchObject({ difference: '4.00' });
    await expect(compare(first, second, cycles.secretary)).rejects.toMatchObject({ reason: 'UNKNOWN_ID' });
  });
});

describe('what is to be settled', () => {
  const fields = 'objections objected { name } lackingCount lacking { name }';
  interface Settling {
    readonly objections: number;
    readonly objected: { readonly name: string }[];
    readonly lackingCount: number;
    readonly lacking: { readonly name: string }[];
  }

  it('counts everybody, not the first page of them', async () => {
    const { id: under } = await world.organization('会办企业党委', { type: 'COMMITTEE' });
    const branches: { id: string }[] = [];
    while (branches.length < 110)
      branches.push(
        ...(await Promise.all(
          Array.from({ length: 10 }, (_, i) =>
            world.branch(`第${String(branches.length + i).padStart(3, '0')}党支部`, { under: { id: under } }),
          ),
        )),
      );
    const cycle = await arrangeCycle(world, { stage: CycleStage.MODERATION, subjects: branches });
    await cycles.compute(cycle);
    const objectedBy = localId('Assessment', cycle.assessments.at(-1)!);
    await world.write((tx) =>
      tx.query(
        `insert into assessment_objection (id, association_id, assessment_id, organization_id, text, raised_by,
           raised_by_account_id, raised_at, state)
         select gen_random_uuid(), a.association_id, a.id, a.organization_id, n::text, '测试', $2, now(), 'OPEN'
         from assessment a, generate_series(1, 2) n where a.id = $1`,
        [objectedBy, world.staff.accountId],
      ),
    );
    const settling = await cycles.ask<Settling>('assessmentsToSettle', cycle.id, fields);
    expect(settling).toMatchObject({ objections: 2, lackingCount: 110 });
    expect(settling.objected).toEqual([{ name: '第109党支部' }]);
    expect(settling.lacking).toHaveLength(110);
  });
});
