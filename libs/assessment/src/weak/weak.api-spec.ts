import { localId } from '@dangwu/platform/ids';
import { createWorld, type Actor, type World } from '@dangwu/testing';
import type { ArrangedCycle } from '../trial/arrange-cycle';
import { ScoredCycles } from '../trial/scored-cycles';

interface Weak {
  readonly name: string;
  readonly total: string;
  readonly reasons: { readonly key: string; readonly words: { readonly zh: string } }[];
  readonly weakest: { readonly key: string }[];
  readonly handover: { readonly reason: string; readonly handedBy: string } | null;
}
interface List {
  readonly rules: { readonly key: string; readonly value: string }[];
  readonly weak: Weak[];
}

let world: World;
let cycles: ScoredCycles;
let cycle: ArrangedCycle;
beforeAll(async () => {
  world = await createWorld();
  cycles = await ScoredCycles.in(world);
  // 100, 96, 94 and 54 points
  cycles.evenly = () =>
    cycles.scored(
      ['10', '9', '9', '5'],
      [
        ['20', 'GOOD'],
        ['20', 'GOOD'],
        ['18', 'GOOD'],
        ['10', 'PLAIN'],
      ],
    );
  cycle = await cycles.finished();
});
afterAll(() => world.close());

const fields = `rules { key value } weak { name total reasons { key words { zh } } weakest { key }
  handover { reason handedBy } }`;
const list = (actor?: Actor) => cycles.ask<List>('assessmentWeakList', cycle.id, fields, actor);
async function handOver(ids: readonly string[], actor?: Actor): Promise<List> {
  const { version } = await cycles.read(cycle.id);
  const input = { id: cycle.id, version, assessmentIds: ids, reason: '连续两期靠后' };
  return cycles.do<List>('handOverAssessments', input, actor, fields);
}
const events = () =>
  world.write((tx) =>
    tx.query<{ payload: Record<string, unknown>; state: string }[]>(
      `select payload, state from outbox_message where topic = 'assessment.handed-over'`,
    ),
  );

it('lists who is weak by which rule, with where most is lost', async () => {
  const { rules, weak } = await list();
  expect(rules.map(({ key, value }) => [key, value])).toEqual([
    ['assessment.weak.grades', '1'],
    ['assessment.weak.below', '60'],
    ['assessment.weak.last', '1/20'],
  ]);
  expect(weak).toHaveLength(1);
  expect(weak[0]).toMatchObject({ name: '国际部党支部', total: '54.00', handover: null });
  expect(weak[0]!.reasons.map(({ words }) => words.zh)).toEqual([
    '等次为“较差”',
    '总分 54.00，低于满分 100 的 60%（60）',
  ]);
  expect(weak[0]!.weakest.map(({ key }) => key)).toEqual(['drive', 'base']);
});

it('is for whoever conducts the cycle', async () => {
  await expect(list(cycles.secretary)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(handOver([cycle.assessments[3]!], cycles.secretary)).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

it('refuses to hand over who is not on the list, and leaves no event', async () => {
  await expect(handOver([cycle.assessments[0]!])).rejects.toMatchObject({ reason: 'WEAK_NOT_LISTED' });
  await expect(handOver([cycle.assessments[3]!, cycle.assessments[0]!])).rejects.toMatchObject({
    reason: 'WEAK_NOT_LISTED',
  });
  expect(await events()).toEqual([]);
});

it('hands over once, with an event, a step on record and a word to who answers for it', async () => {
  const id = cycle.assessments[3]!;
  const secretary = await world.account('SECRETARY', cycles.branches[3]);
  const after = await handOver([id]);
  expect(after.weak[0]!.handover).toMatchObject({ reason: '连续两期靠后' });
  await handOver([id]);
  const all = await events();
  expect(all).toHaveLength(1);
  expect(all[0]!.payload).toMatchObject({
    assessmentId: localId('Assessment', id),
    organizationId: localId('PartyOrganization', cycles.branches[3]!.id),
    name: '国际部党支部',
    total: '54.00',
    grade: 'POOR',
    reason: '连续两期靠后',
    weakest: [{ key: 'drive' }, { key: 'base' }],
  });
  const kinds = await world.write((tx) =>
    tx.query<{ kind: string }[]>(
      `select kind from assessment_step where cycle_id = $1 and kind = 'HANDED_OVER' order by assessment_id nulls last`,
      [localId('AssessmentCycle', cycle.id)],
    ),
  );
  expect(kinds).toHaveLength(2);
  const [audited] = await world.write((tx) =>
    tx.query<{ after: { handedOver: string }; reason: string }[]>(
      `select after, reason from audit_event where action = 'cycle.handOver' order by id limit 1`,
    ),
  );
  expect(audited).toMatchObject({ after: { handedOver: '国际部党支部' }, reason: '连续两期靠后' });
  await world.work();
  const told = async () =>
    (
      await world
        .as(secretary)
        .query<{ notifications: { nodes: { title: { zh: string } }[] } }>(
          '{ notifications(first: 10) { nodes { title { zh } } } }',
        )
    ).notifications.nodes.map(({ title }) => title.zh);
  for (let tries = 0; tries < 50 && (await told()).length === 0; tries++)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await told()).toEqual(['移交整改：国际部党支部']);
});

it('waits until results are final', async () => {
  const { version } = await cycles.read(cycle.id);
  await cycles.do('reopenAssessmentCycle', { id: cycle.id, version, to: 'MODERATION', reason: '复核' });
  await expect(handOver([cycle.assessments[3]!])).rejects.toMatchObject({ reason: 'CYCLE_STAGE' });
  expect((await list()).weak[0]!.handover).not.toBeNull();
});
