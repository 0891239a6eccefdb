import { createWorld, Refused, type Actor, type World } from '@dangwu/testing';
import { arrangeCycle } from '../trial/arrange-cycle';
import { actsAt, cycleActors, cycleStandings } from '../trial/cycle-table';
import { Cycles } from '../trial/cycles';
import { CycleStage, cycleStages, Participation } from './cycle.enums';

type Act = keyof typeof cycleActors;
interface Standing {
  readonly id: string;
  readonly assessments: readonly string[];
  readonly scorer: string;
}

const input = 'AssessmentCycle';
const acts = Object.keys(cycleActors) as Act[];

let world: World;
let cycles: Cycles;
let branch: { id: string };
let guided: { id: string };
let expert: Actor;
const people = {} as Record<
  'conductor' | 'staff between' | 'leader' | 'secretary' | 'guided secretary' | 'member',
  Actor
>;
beforeAll(async () => {
  world = await createWorld();
  cycles = new Cycles(world);
  const committee = await world.organization('秘书处机关党委', { type: 'COMMITTEE' });
  branch = await world.branch('标准部党支部', { under: committee });
  guided = await world.branch('某会员单位党支部', { relation: 'GUIDES', tier: 'MEMBER_UNIT' });
  expert = await world.account('EXPERT', world.root);
  people.conductor = world.staff;
  people['staff between'] = await world.account('PARTY_STAFF', committee);
  people.leader = await world.account('LEADER', world.root);
  people.secretary = await world.account('SECRETARY', branch);
  people['guided secretary'] = await world.account('SECRETARY', guided);
  people.member = await world.account('MEMBER', branch);
});
afterAll(() => world.close());

const key = (id: string, type: string): string => `${type}_${id.replaceAll('-', '')}`;

/** A cycle that stands where the name says: everything handed in, nothing left to wait for. */
async function standing(name: string): Promise<Standing> {
  const stage = name === 'cancelled' ? CycleStage.VERIFICATION : (name as CycleStage);
  const { id, assessments } = await arrangeCycle(world, {
    stage,
    subjects: [branch, { ...guided, relation: 'GUIDES', participation: Participation.INVITED }],
    scorers: [{ actor: expert }],
    figures: { 'obligation.fulfilmentRate': { part: '9', whole: '10' } },
  });
  const scorer = await world.write(async (tx) => {
    const cycle = id.slice(`${input}_`.length);
    await tx.query(
      `update assessment_cycle set notice_from = '2026-09-01', notice_to = '2026-09-10' where id = $1 and notice_to is not null`,
      [cycle],
    );
    if (name === 'cancelled')
      await tx.query(`update assessment_cycle set cancelled_at = now(), cancel_reason = '测试' where id = $1`, [cycle]);
    const [row] = await tx.query<{ id: string }[]>(`select id from assessment_scorer where cycle_id = $1`, [cycle]);
    return key(row!.id, 'AssessmentScorer');
  });
  return { id, assessments, scorer };
}

async function versionOf(query: string, id: string): Promise<number> {
  const document = `query ($id: ID!) { found: ${query}(id: $id) { version } }`;
  const { found } = await world.as(world.staff).query<{ found: { version: number } }>(document, { id });
  return found.version;
}

async function send(act: Act, { id, assessments, scorer }: Standing, actor: Actor): Promise<unknown> {
  const [own, invited] = assessments as [string, string];
  const cycle = async () => ({ id, version: await versionOf('assessmentCycle', id) });
  const assessment = async (one: string) => ({ id: one, version: await versionOf('assessment', one) });
  const accountId = key(expert.accountId, 'Account');
  const sent: Record<Act, readonly [name: string, input: object]> = {
    change: ['changeAssessmentCycle', { ...(await cycle()), title: '改名' }],
    advance: ['advanceAssessmentCycle', { ...(await cycle()), reason: '测试' }],
    reopen: ['reopenAssessmentCycle', { ...(await cycle()), to: 'SELF_ASSESSMENT', reason: '测试' }],
    cancel: ['cancelAssessmentCycle', { ...(await cycle()), reason: '测试' }],
    answer: ['answerAssessmentInvitation', { ...(await assessment(invited)), takesPart: true }],
    exclude: ['excludeFromAssessment', { ...(await assessment(own)), reason: '测试' }],
    nameScorers: ['nameAssessmentScorers', { ...(await cycle()), scorers: [{ accountId }] }],
    removeScorer: ['removeAssessmentScorer', { ...(await cycle()), scorerId: scorer, reason: '测试' }],
    snapshot: ['takeMetricSnapshot', { ...(await cycle()), reason: '测试' }],
  };
  const [name, given] = sent[act];
  return cycles.do(name, given, actor, 'id');
}

async function outcomeOf(act: Act, cycle: Standing, actor: Actor): Promise<string> {
  try {
    await send(act, cycle, actor);
    return 'done';
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    // whoever may not even see it is told that there is none
    return ['FORBIDDEN', 'NOT_FOUND'].includes(error.code) ? 'not theirs' : error.reason;
  }
}

function expected(act: Act, name: string, who: string): string {
  if (!(cycleActors[act] as readonly string[]).includes(who)) return 'not theirs';
  // those below are not told of what is being prepared
  if (act === 'answer' && name === 'PREPARING') return 'not theirs';
  return actsAt(name).includes(act) ? 'done' : 'CYCLE_STAGE';
}

let compared = 0;
it.each(cycleStandings)('every verb of every role: %s', async (name) => {
  let cycle = await standing(name);
  for (const act of acts)
    for (const [who, actor] of Object.entries(people)) {
      const found = await outcomeOf(act, cycle, actor);
      expect([name, act, who, found]).toEqual([name, act, who, expected(act, name, who)]);
      compared++;
      if (found === 'done') cycle = await standing(name);
    }
});

it('compared every stage, verb and role', () => {
  expect(compared).toBe((cycleStages.length + 1) * acts.length * Object.keys(people).length);
});
