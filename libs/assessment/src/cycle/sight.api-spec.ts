import { Viewers, type Permission } from '@dangwu/access';
import { globalId, localId } from '@dangwu/platform/ids';
import { createWorld, Refused, type Actor, type World } from '@dangwu/testing';
import { arrangeCycle } from '../trial/arrange-cycle';
import { lay } from '../trial/lay-scores';
import { readingTable, rowsTable, seenBy, sees, type Looker } from '../trial/sight-table';
import { cycleStages, Participation, type CycleStage } from './cycle.enums';

const permissions: readonly Permission[] = [
  'assessment.read',
  'assessment.conduct',
  'assessment.self',
  'assessment.verify',
  'assessment.score',
];

let world: World;
let root: { id: string };
const people = {} as Record<'led' | 'guided', Record<Looker, Actor>>;
const subjects = {} as Record<'led' | 'guided', { id: string }>;
let hand: Actor;
beforeAll(async () => {
  world = await createWorld();
  root = world.root;
  const between = await world.organization('秘书处机关党委', { type: 'COMMITTEE' });
  const parent = await world.organization('标准部党总支', { type: 'GENERAL_BRANCH', under: between });
  const other = await world.organization('检测公司党委', { type: 'COMMITTEE' });
  subjects.led = await world.branch('标准一处党支部', { under: parent });
  subjects.guided = await world.branch('某会员单位党支部', { under: parent, relation: 'GUIDES', tier: 'MEMBER_UNIT' });
  const shared = {
    conductor: world.staff,
    leader: await world.account('LEADER', root),
    between: await world.account('PARTY_STAFF', between),
    parent: await world.account('PARTY_STAFF', parent),
    other: await world.account('PARTY_STAFF', other),
    expert: await world.account('EXPERT', root),
    recused: await world.account('EXPERT', root),
  };
  const [ofLed, ofGuided] = [
    await world.account('SECRETARY', subjects.led),
    await world.account('SECRETARY', subjects.guided),
  ];
  people.led = { ...shared, assessed: ofLed, neighbour: ofGuided, member: await world.account('MEMBER', subjects.led) };
  people.guided = {
    ...shared,
    assessed: ofGuided,
    neighbour: ofLed,
    member: await world.account('MEMBER', subjects.guided),
  };
  // whoever wrote it is nobody who looks: one's own rows one sees anyhow
  hand = await world.account('SECRETARY', subjects.led);
}, 120_000);
afterAll(() => world.close());

interface Standing {
  /** global ids */
  readonly cycle: string;
  readonly assessment: string;
}

/** A cycle at the stage, with all in it that may be left of later ones after it was taken back. */
async function standing(stage: CycleStage, of: 'led' | 'guided'): Promise<Standing> {
  const { expert, recused } = people[of];
  const relation = of === 'led' ? 'LEADS' : 'GUIDES';
  const [under] = await world.write((tx) =>
    tx.query<{ id: string }[]>(`select parent_id as id from party_organization where id = $1`, [
      localId('PartyOrganization', subjects[of].id),
    ]),
  );
  const neighbour = of === 'led' ? 'guided' : 'led';
  const { id, assessments } = await arrangeCycle(world, {
    stage,
    subjects: [
      { ...subjects[of], relation, verifierId: globalId('PartyOrganization', under!.id) },
      {
        ...subjects[neighbour],
        relation: of === 'led' ? 'GUIDES' : 'LEADS',
        participation: of === 'led' ? Participation.OPTED_IN : Participation.REQUIRED,
      },
    ],
    scorers: [{ actor: expert }, { actor: recused, recused: [subjects[of].id] }],
    figures: { 'obligation.fulfilmentRate': { part: '9', whole: '10' } },
  });
  const published = sees('N', stage);
  const at = { cycle: id, assessment: assessments[0]! };
  await lay(world, { ...at, published, hand, expert });
  return at;
}

/** What PostgreSQL shows by itself, of all that there is. */
const rows = `
  select thing from (values
    ('cycle', exists (select from assessment_cycle where id = $1)),
    ('stage', exists (select from assessment_stage where cycle_id = $1)),
    ('assessment', exists (select from assessment where id = $2)),
    ('expert', exists (select from assessment_scorer where cycle_id = $1 and recused = '{}')),
    ('named step', exists (select from assessment_step where cycle_id = $1 and kind = 'SCORER_NAMED')),
    ('figure', exists (select from metric_snapshot where assessment_id = $2)),
    ('self, said', exists (select from assessment_score where assessment_id = $2 and source = 'SELF' and submitted_at is not null)),
    ('self, draft', exists (select from assessment_score where assessment_id = $2 and source = 'SELF' and submitted_at is null)),
    ('verifier, said', exists (select from assessment_score where assessment_id = $2 and source = 'VERIFIER' and submitted_at is not null)),
    ('verifier, draft', exists (select from assessment_score where assessment_id = $2 and source = 'VERIFIER' and submitted_at is null)),
    ('expert, said', exists (select from assessment_score where assessment_id = $2 and source = 'EXPERT')),
    ('papers', exists (select from assessment_ballot where assessment_id = $2)),
    ('given back step', exists (select from assessment_step where assessment_id = $2 and kind = 'RETURNED')),
    ('moderation', exists (select from assessment_adjustment where assessment_id = $2)),
    ('moderation step', exists (select from assessment_step where assessment_id = $2 and kind = 'ADJUSTED')),
    ('result', exists (select from assessment_result where assessment_id = $2)),
    ('objection', exists (select from assessment_objection where assessment_id = $2))) as found (thing, seen)
  where seen`;

async function rowsSeen({ cycle, assessment }: Standing, actor: Actor): Promise<string[]> {
  const viewer = (await world.app.get(Viewers).viewerBy(world.cookieOf(actor).split('=')[1]!))!;
  const seen = new Set<string>();
  for (const permission of permissions) {
    if (!viewer.holds(permission)) continue;
    const ids = [localId('AssessmentCycle', cycle), localId('Assessment', assessment)];
    const found = await world.database.transaction(viewer.scope(permission), (tx) =>
      tx.query<{ thing: string }[]>(rows, ids),
    );
    for (const { thing } of found) seen.add(thing);
  }
  return [...seen];
}

interface Line {
  readonly key: string;
  readonly self: object | null;
  readonly verified: object | null;
}
interface Answer {
  readonly found: unknown;
}
interface Asked {
  readonly document: string;
  readonly of: 'cycle' | 'assessment';
  readonly shows: (data: Answer) => boolean;
}

const sheet = (as: string, shows: (lines: readonly Line[]) => boolean = () => true): Asked => ({
  document: `query ($id: ID!) { found: assessmentSheet(assessmentId: $id, as: ${as}) { lines { key self { points } verified { points } } } }`,
  of: 'assessment',
  shows: ({ found }) => shows((found as { lines: Line[] }).lines),
});
const lineOf = (lines: readonly Line[], key: string): Line => lines.find((one) => one.key === key)!;
const plain = <T>(of: Asked['of'], document: string, shows: (found: T) => boolean = () => true): Asked => ({
  of,
  document: `query ($id: ID!) { found: ${document} }`,
  shows: ({ found }) => found != null && shows(found as T),
});
type Steps = { readonly steps: readonly { readonly kind: string }[] };
const stepOf =
  (kind: string) =>
  ({ steps }: Steps): boolean =>
    steps.some((step) => step.kind === kind);

/** How each thing is asked for, and how one tells that it was shown. */
const asked: Readonly<Record<string, Asked>> = {
  cycle: plain('cycle', 'assessmentCycle(id: $id) { id }'),
  'names experts': plain('cycle', 'assessmentCycle(id: $id) { steps { kind } }', stepOf('SCORER_NAMED')),
  experts: plain('cycle', 'assessmentScorers(cycleId: $id) { name }', ({ length }: { length: number }) => length === 2),
  distribution: plain('cycle', 'assessmentDistribution(cycleId: $id) { base }'),
  assessment: plain('assessment', 'assessment(id: $id) { id }'),
  'in the list': plain(
    'cycle',
    'assessments(first: 9, filter: { cycleId: $id }) { nodes { id total } }',
    ({ nodes }: { nodes: readonly { id: string }[] }) => nodes.some(({ id }) => id === looked.assessment),
  ),
  'its cycle': plain('assessment', 'assessment(id: $id) { cycle { title } }', (one: { cycle: object | null }) =>
    Boolean(one.cycle),
  ),
  total: plain('assessment', 'assessment(id: $id) { total }', ({ total }: { total: string | null }) => total !== null),
  'moderation step': plain('assessment', 'assessment(id: $id) { steps { kind } }', stepOf('ADJUSTED')),
  result: plain('assessment', 'assessmentResult(assessmentId: $id) { total }'),
  trend: plain(
    'assessment',
    'assessmentTrend(assessmentId: $id) { assessmentId }',
    (found: { assessmentId: string }[]) => found.some(({ assessmentId }) => assessmentId === looked.assessment),
  ),
  'self sheet': sheet('SELF'),
  'verifier sheet': sheet('VERIFIER'),
  'verifier sheet … what it said': sheet('VERIFIER', (lines) => lineOf(lines, 'drive.study').self !== null),
  'verifier sheet … its draft': sheet('VERIFIER', (lines) => lineOf(lines, 'base.files').self !== null),
  'expert sheet': sheet('EXPERT'),
  'expert sheet … what it said': sheet('EXPERT', (lines) => lineOf(lines, 'drive.study').self !== null),
  'expert sheet … its draft': sheet('EXPERT', (lines) => lineOf(lines, 'base.files').self !== null),
  'expert sheet … as verified': sheet('EXPERT', (lines) => lineOf(lines, 'drive.study').verified !== null),
  notice: plain('cycle', 'assessmentNotice(cycleId: $id) { title }'),
};
let looked: Standing;

async function shown(thing: string, at: Standing, actor: Actor): Promise<boolean> {
  const { document, of, shows } = asked[thing]!;
  looked = at;
  try {
    return shows(await world.as(actor).query<Answer>(document, { id: at[of] }));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    // what is no refusal of sight is a fault of this spec
    const sight = ['NOT_FOUND', 'FORBIDDEN'].includes(error.code) || error.reason === 'SCORER_RECUSED';
    if (!sight) throw error;
    return false;
  }
}

const lookers = Object.keys(seenBy(rowsTable, 'LEADS')[0]!.since) as Looker[];
const cells = cycleStages.flatMap((stage) => (['led', 'guided'] as const).map((of) => [stage, of] as const));

describe.each(cells)('at the stage %s, of whom is %s,', (stage, of) => {
  const relation = of === 'led' ? 'LEADS' : 'GUIDES';
  let at: Standing;
  beforeAll(async () => {
    at = await standing(stage, of);
  });

  it('rows are shown by PostgreSQL alone as the table says', async () => {
    const table = seenBy(rowsTable, relation);
    for (const who of lookers) {
      const expected = table.filter(({ since }) => sees(since[who], stage)).map(({ thing }) => thing);
      expect([who, (await rowsSeen(at, people[of][who])).sort()]).toEqual([who, expected.sort()]);
    }
  });

  it('things are shown by the API as the table says', async () => {
    const table = seenBy(readingTable, relation);
    for (const who of lookers) {
      const found: string[] = [];
      for (const { thing } of table) if (await shown(thing, at, people[of][who])) found.push(thing);
      const expected = table.filter(({ since }) => sees(since[who], stage)).map(({ thing }) => thing);
      expect([who, found.sort()]).toEqual([who, expected.sort()]);
    }
  });
});
