import { insertRows } from '@dangwu/platform/database';
import { localId, newId } from '@dangwu/platform/ids';
import { createWorld, type Actor, type World } from '@dangwu/testing';
import { AssessmentScoreEntity } from '../scoring/scoring.entity';
import { ScoreSource } from '../scoring/scoring.enums';
import { CycleStage } from '../cycle/cycle.enums';
import { arrangeCycle, type ArrangedCycle } from '../trial/arrange-cycle';
import { Cycles } from '../trial/cycles';
import { smallScheme } from '../trial/small-scheme';
import type { GroupNode, SchemeTree } from '../engine';

const [drive, base, discipline] = smallScheme.root.children as [GroupNode, GroupNode, SchemeTree['root']];
/** Without the vote, whose weight the rubric has. */
const tree: SchemeTree = {
  ...smallScheme,
  root: {
    ...smallScheme.root,
    children: [
      drive,
      {
        ...base,
        children: base.children.flatMap((node) => {
          if (node.kind === 'BALLOT') return [];
          return [node.kind === 'RUBRIC' ? { ...node, weight: '40' } : node];
        }),
      },
      discipline,
    ],
  },
};

let world: World;
let cycles: Cycles;
let expert: Actor;
let secretary: Actor;
let branches: { id: string }[];
beforeAll(async () => {
  world = await createWorld();
  cycles = new Cycles(world);
  const committee = await world.organization('秘书处机关党委', { type: 'COMMITTEE' });
  branches = [];
  for (const name of ['综合部', '标准部', '会员部', '国际部'])
    branches.push(await world.branch(`${name}党支部`, { under: committee }));
  expert = await world.account('EXPERT', world.root);
  secretary = await world.account('SECRETARY', branches[0]);
});
afterAll(() => world.close());

const points = 'total rank grade { key } gradeNote';
const whole = `assessmentId no ${points} nodes { key parentKey points before explanation { zh } }
  dimensions { key points share groupMedian } group { base limit topGiven lines { zh } places { name total rank grade outsideLimit } }
  adjustments { id nodeKey points grade withdrawnAt } objections { id version state totalBefore totalAfter answer }`;

interface Answer {
  readonly assessmentId: string;
  readonly no: number;
  readonly total: string | null;
  readonly rank: number | null;
  readonly grade: { readonly key: string } | null;
  readonly gradeNote: string;
  readonly nodes: { key: string; points: string | null; before: string | null; explanation: { zh: string } }[];
  readonly dimensions: { key: string; points: string; share: string; groupMedian: string }[];
  readonly group: {
    base: number;
    limit: number;
    topGiven: number;
    lines: { zh: string }[];
    places: { name: string | null; total: string; rank: number; grade: string; outsideLimit: boolean }[];
  };
  readonly adjustments: { id: string; nodeKey: string | null; points: string | null; withdrawnAt: string | null }[];
  readonly objections: {
    id: string;
    version: number;
    state: string;
    totalBefore: string;
    totalAfter: string;
    answer: string;
  }[];
}

const result = async (id: string, actor: Actor = world.staff): Promise<Answer | null> =>
  (
    await world
      .as(actor)
      .query<{ assessmentResult: Answer | null }>(
        `query ($id: ID!) { assessmentResult(assessmentId: $id) { ${whole} } }`,
        {
          id,
        },
      )
  ).assessmentResult;
const change = (name: string, input: object, actor?: Actor) => cycles.do<Answer>(name, input, actor, whole);
const versionOf = async (id: string, actor: Actor = world.staff): Promise<number> => {
  const [row] = await world.write((tx) =>
    tx.query<{ version: number }[]>(`select version from assessment where id = $1`, [localId('Assessment', id)]),
  );
  return actor && row!.version;
};

/** Four branches: duties fulfilled by tenths of `parts`, the rubric of points and the level as given, no votes. */
async function scored(
  parts: readonly string[],
  given: readonly [points: string, level: string][],
  stage = CycleStage.MODERATION,
): Promise<ArrangedCycle> {
  const cycle = await arrangeCycle(world, {
    stage,
    tree,
    subjects: branches.map((branch, i) => ({
      ...branch,
      group: 'SECRETARIAT',
      figures: { 'obligation.fulfilmentRate': { part: parts[i]!, whole: '10' } },
    })),
    scorers: [{ actor: expert }],
  });
  await world.write(async (tx) => {
    const said = cycle.assessments.flatMap((id, i) => [
      { nodeKey: 'drive.study', points: given[i]![0], level: null, assessmentId: localId('Assessment', id), at: i },
      { nodeKey: 'base.files', points: null, level: given[i]![1], assessmentId: localId('Assessment', id), at: i },
    ]);
    await insertRows(
      tx,
      AssessmentScoreEntity,
      said.map(({ at, ...score }) => ({
        ...score,
        id: newId(),
        associationId: world.associationId,
        organizationId: localId('PartyOrganization', branches[at]!.id),
        source: ScoreSource.EXPERT,
        accountId: expert.accountId,
        scorerName: '专家',
        comment: '见佐证',
        submittedAt: world.clock.now(),
      })),
    );
  });
  return cycle;
}

async function done(job: string): Promise<void> {
  for (;;) {
    const [row] = await world.write((tx) =>
      tx.query<{ state: string }[]>(`select state from job where id = $1`, [localId('Job', job)]),
    );
    if (row!.state === 'DONE') return;
    if (row!.state === 'FAILED') throw new Error('The results were not computed');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function compute(cycle: ArrangedCycle): Promise<void> {
  const { version } = await cycles.read(cycle.id);
  const document = `mutation ($input: ComputeAssessmentsInput!) { computeAssessments(input: $input) }`;
  const { computeAssessments: job } = await world
    .as(world.staff)
    .mutate<{ computeAssessments: string }>(document, { input: { id: cycle.id, version } });
  await world.work();
  await done(job);
}

describe('computing', () => {
  it('gives everybody a total, a place and a grade, with the sentence each number comes from', async () => {
    const cycle = await scored(
      ['10', '9', '9', '5'],
      [
        ['20', 'GOOD'],
        ['20', 'GOOD'],
        ['18', 'GOOD'],
        ['10', 'PLAIN'],
      ],
    );
    await compute(cycle);
    const [first, second, third, last] = await Promise.all(cycle.assessments.map((id) => result(id)));
    // by hand: drive = 40 × part/10 + points; base = 40 × share
    expect(first).toMatchObject({ total: '100.00', rank: 1, grade: { key: 'TOP' } });
    expect(second).toMatchObject({ total: '96.00', rank: 2, grade: { key: 'GOOD' } });
    expect(third).toMatchObject({ total: '94.00', rank: 3, grade: { key: 'GOOD' } });
    // 20 + 10 + 40 × .6
    expect(last).toMatchObject({ total: '54.00', rank: 4, grade: { key: 'POOR' } });
    expect(second!.group).toMatchObject({ base: 4, limit: 1, topGiven: 1 });
    expect(second!.group.places.map(({ outsideLimit }) => outsideLimit)).toEqual([false, true, true, false]);
    const duties = second!.nodes.find(({ key }) => key === 'drive.duties')!;
    expect(duties).toMatchObject({ points: '36.00' });
    expect(duties.explanation.zh).toContain('三会一课完成率 36.00 = 40 × 0.90');
    expect(second!.dimensions.map(({ key, points: got }) => [key, got])).toEqual([
      ['drive', '56.00'],
      ['base', '40.00'],
    ]);
    // (60 + 56 + 54 + 30) / 60: the two in the middle
    expect(second!.dimensions[0]).toMatchObject({ share: '0.9333', groupMedian: '0.9167' });
  });

  it('writes nothing where nothing differs', async () => {
    const cycle = await scored(['10', '9', '8', '7'], Array(4).fill(['20', 'GOOD']));
    await compute(cycle);
    await compute(cycle);
    expect((await result(cycle.assessments[0]!))!.no).toBe(1);
  });

  it('says of whom something is missing, who has no place then', async () => {
    const cycle = await scored(['10', '9', '8', '7'], Array(4).fill(['20', 'GOOD']));
    await world.write((tx) =>
      tx.query(`update assessment_score set deleted_at = now() where assessment_id = $1 and node_key = 'base.files'`, [
        localId('Assessment', cycle.assessments[0]!),
      ]),
    );
    await compute(cycle);
    expect(await result(cycle.assessments[0]!)).toMatchObject({ total: null, rank: null, grade: null });
    const { version } = await cycles.read(cycle.id);
    await expect(cycles.do('publishAssessmentNotice', { id: cycle.id, version, fields: [] })).rejects.toMatchObject({
      reason: 'RESULT_INCOMPLETE',
    });
  });
});

describe('who sees results', () => {
  it('before notice whoever conducts the cycle, afterwards the assessed too, and others by name never', async () => {
    const cycle = await scored(['10', '9', '8', '7'], Array(4).fill(['20', 'GOOD']));
    await compute(cycle);
    const [own, other] = cycle.assessments as [string, string];
    expect(await result(own)).toMatchObject({ total: '100.00' });
    expect(await result(own, secretary)).toBeNull();
    const { version } = await cycles.read(cycle.id);
    await cycles.do('publishAssessmentNotice', { id: cycle.id, version, fields: ['GRADE'] });
    const seen = await result(own, secretary);
    expect(seen).toMatchObject({ total: '100.00', rank: 1 });
    expect(seen!.group.places.map(({ name }) => name)).toEqual(['综合部党支部', null, null, null]);
    await expect(result(other, secretary)).rejects.toMatchObject({ reason: 'UNKNOWN_ID' });
  });

  it('the notice shows what was chosen, to everybody in the association', async () => {
    const cycle = await scored(['10', '9', '8', '7'], Array(4).fill(['20', 'GOOD']));
    await compute(cycle);
    const notice = (actor: Actor) =>
      cycles.ask<{ lines: object[]; noticeTo: string; open: boolean }>(
        'assessmentNotice',
        cycle.id,
        'noticeTo open lines { name total grade { zh } rank }',
        actor,
      );
    const member = await world.account('MEMBER', branches[1]);
    await expect(notice(member)).rejects.toMatchObject({ reason: 'UNKNOWN_ID' });
    const { version } = await cycles.read(cycle.id);
    await cycles.do('publishAssessmentNotice', { id: cycle.id, version, fields: ['GRADE'] });
    const { lines, open } = await notice(member);
    expect(open).toBe(true);
    expect(lines).toContainEqual({ name: '综合部党支部', total: null, grade: { zh: '优秀' }, rank: null });
    expect(lines).toHaveLength(4);
  });
});

describe('moderation', () => {
  it('sets points with a reason, computes at once, and takes that back', async () => {
    const cycle = await scored(['10', '9', '8', '7'], Array(4).fill(['20', 'GOOD']));
    await compute(cycle);
    const id = cycle.assessments[3]!;
    const set = {
      id,
      version: await versionOf(id),
      nodeKey: 'drive.duties',
      points: '36',
      reason: '有两次记录在系统外',
    };
    const after = await change('adjustAssessment', set);
    // 88 + (36 − 28)
    expect(after).toMatchObject({ total: '96.00', rank: 2 });
    expect(after.nodes.find(({ key }) => key === 'drive.duties')).toMatchObject({ points: '36.00', before: '28.00' });
    const adjustment = after.adjustments[0]!.id;
    expect(await change('withdrawAdjustment', { id: adjustment, reason: '记录已补' })).toMatchObject({
      total: '88.00',
    });
    await expect(change('withdrawAdjustment', { id: adjustment, reason: '再次' })).rejects.toMatchObject({
      reason: 'ADJUSTMENT_WITHDRAWN',
    });
  });

  it('refuses what the scheme does not have, and more than it gives', async () => {
    const cycle = await scored(['10', '9', '8', '7'], Array(4).fill(['20', 'GOOD']));
    await compute(cycle);
    const id = cycle.assessments[0]!;
    const version = await versionOf(id);
    const set = (more: object) => change('adjustAssessment', { id, version, reason: '测试', ...more });
    await expect(set({ nodeKey: 'nothing', points: '1' })).rejects.toMatchObject({ reason: 'RESULT_UNKNOWN_NODE' });
    await expect(set({ nodeKey: 'drive', points: '1' })).rejects.toMatchObject({ reason: 'RESULT_UNKNOWN_NODE' });
    await expect(set({ nodeKey: 'drive.duties', points: '40.01' })).rejects.toMatchObject({ reason: 'RESULT_POINTS' });
    await expect(set({ nodeKey: 'drive.duties', points: '1.005' })).rejects.toMatchObject({ reason: 'RESULT_POINTS' });
    await expect(set({ grade: 'BEST' })).rejects.toMatchObject({ reason: 'RESULT_GRADE' });
    expect((await result(id))!.adjustments).toEqual([]);
  });

  it('keeps to the limit of the best grade: one more needs one less first', async () => {
    const cycle = await scored(['10', '9', '8', '7'], Array(4).fill(['20', 'GOOD']));
    await compute(cycle);
    const [first, second] = cycle.assessments as [string, string];
    const give = async (id: string, grade: string) =>
      change('adjustAssessment', { id, version: await versionOf(id), grade, reason: '综合平衡' });
    await expect(give(second, 'TOP')).rejects.toMatchObject({ reason: 'RESULT_TOP_SHARE' });
    expect(await give(first, 'GOOD')).toMatchObject({ grade: { key: 'GOOD' }, gradeNote: '综合平衡' });
    expect(await give(second, 'TOP')).toMatchObject({ grade: { key: 'TOP' } });
  });
});

describe('notice, objections, the end', () => {
  async function published(): Promise<ArrangedCycle> {
    const cycle = await scored(['10', '9', '8', '7'], Array(4).fill(['20', 'GOOD']));
    await compute(cycle);
    const { version } = await cycles.read(cycle.id);
    await cycles.do('publishAssessmentNotice', { id: cycle.id, version, fields: ['GRADE', 'TOTAL'] });
    return cycle;
  }

  it('asks for the days of the rule, and for results that still hold', async () => {
    const cycle = await scored(['10', '9', '8', '7'], Array(4).fill(['20', 'GOOD']));
    await compute(cycle);
    const { version } = await cycles.read(cycle.id);
    const publish = (more: object = {}) =>
      cycles.do('publishAssessmentNotice', { id: cycle.id, version, fields: [], ...more });
    await expect(publish({ noticeTo: world.clock.today() })).rejects.toMatchObject({ reason: 'NOTICE_WINDOW' });
    await world.write((tx) =>
      tx.query(`update assessment_score set points = 10 where assessment_id = $1 and node_key = 'drive.study'`, [
        localId('Assessment', cycle.assessments[2]!),
      ]),
    );
    await expect(publish()).rejects.toMatchObject({ reason: 'RESULT_STALE' });
    expect((await cycles.read(cycle.id)).stage).toBe('MODERATION');
  });

  it('an objection that is upheld changes the grade, and the difference is kept', async () => {
    const cycle = await published();
    const [id, other] = cycle.assessments as [string, string];
    await expect(change('raiseObjection', { id: other, text: '别人的' }, secretary)).rejects.toMatchObject({
      reason: 'UNKNOWN_ID',
    });
    const raised = await change('raiseObjection', { id, nodeKey: 'drive.study', text: '多算了' }, secretary);
    const objection = raised.objections[0]!;
    const decide = (more: object) =>
      change('decideObjection', { id: objection.id, version: objection.version, answer: '经核实属实', ...more });
    const decided = await decide({ upheld: true, points: [{ nodeKey: 'drive.study', points: '5' }] });
    expect(decided).toMatchObject({ total: '85.00', grade: { key: 'GOOD' } });
    expect(decided.objections[0]).toMatchObject({ state: 'UPHELD', totalBefore: '100.00', totalAfter: '85.00' });
    // the next one has the best grade now
    expect((await result(other))!.grade).toEqual({ key: 'TOP' });
    await expect(decide({ upheld: false })).rejects.toMatchObject({ reason: 'STALE_VERSION' });
  });

  it('is not final while an objection is open, and is sealed by a digest afterwards', async () => {
    const cycle = await published();
    const [id] = cycle.assessments as [string];
    const raised = await change('raiseObjection', { id, text: '请复核' }, secretary);
    world.clock.advance(15 * 86_400_000);
    // sessions have ended meanwhile
    world.staff = await world.account('PARTY_STAFF');
    const later = await world.account('SECRETARY', branches[0]);
    await expect(change('raiseObjection', { id, text: '又一条' }, later)).rejects.toMatchObject({
      reason: 'OBJECTION_LATE',
    });
    const over = await cycles.advance(await cycles.read(cycle.id));
    const finish = async () => cycles.step('finishAssessmentCycle', await cycles.read(cycle.id));
    expect(over.stage).toBe('OBJECTION');
    await expect(finish()).rejects.toMatchObject({ reason: 'OBJECTIONS_OPEN' });
    const objection = raised.objections[0]!;
    await change('decideObjection', {
      id: objection.id,
      version: objection.version,
      upheld: false,
      answer: '经复核无误',
    });
    expect((await finish()).stage).toBe('FINAL');
    const { digest } = await cycles.read<{ digest: string }>(cycle.id, 'digest');
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
  });
});
