import { localId } from '@dangwu/platform/ids';
import { createWorld, type Actor, type World } from '@dangwu/testing';
import { ScoredCycles } from '../trial/scored-cycles';

let world: World;
let cycles: ScoredCycles;
beforeAll(async () => {
  world = await createWorld();
  cycles = await ScoredCycles.in(world);
});
afterAll(() => world.close());

describe('computing', () => {
  it('gives everybody a total, a place and a grade, with the sentence each number comes from', async () => {
    const cycle = await cycles.scored(
      ['10', '9', '9', '5'],
      [
        ['20', 'GOOD'],
        ['20', 'GOOD'],
        ['18', 'GOOD'],
        ['10', 'PLAIN'],
      ],
    );
    await cycles.compute(cycle);
    const [first, second, third, last] = await Promise.all(cycle.assessments.map((id) => cycles.result(id)));
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
    const cycle = await cycles.evenly();
    await cycles.compute(cycle);
    await cycles.compute(cycle);
    expect((await cycles.result(cycle.assessments[0]!))!.no).toBe(1);
  });

  it('is for moderation alone: what is on notice stands', async () => {
    const cycle = await cycles.published();
    const { version } = await cycles.read(cycle.id);
    const document = `mutation ($input: ComputeAssessmentsInput!) { computeAssessments(input: $input) }`;
    const again = world.as(world.staff).mutate(document, { input: { id: cycle.id, version } });
    await expect(again).rejects.toMatchObject({ reason: 'CYCLE_STAGE' });
  });

  it('says of whom something is missing, who has no place then', async () => {
    const cycle = await cycles.evenly();
    await world.write((tx) =>
      tx.query(`update assessment_score set deleted_at = now() where assessment_id = $1 and node_key = 'base.files'`, [
        localId('Assessment', cycle.assessments[0]!),
      ]),
    );
    await cycles.compute(cycle);
    expect(await cycles.result(cycle.assessments[0]!)).toMatchObject({ total: null, rank: null, grade: null });
    const { version } = await cycles.read(cycle.id);
    await expect(cycles.do('publishAssessmentNotice', { id: cycle.id, version, fields: [] })).rejects.toMatchObject({
      reason: 'RESULT_INCOMPLETE',
    });
  });
});

describe('who sees results', () => {
  it('before notice whoever conducts the cycle, afterwards the assessed too, and others by name never', async () => {
    const cycle = await cycles.evenly();
    await cycles.compute(cycle);
    const [own, other] = cycle.assessments as [string, string];
    expect(await cycles.result(own)).toMatchObject({ total: '100.00' });
    expect(await cycles.result(own, cycles.secretary)).toBeNull();
    const { version } = await cycles.read(cycle.id);
    await cycles.do('publishAssessmentNotice', { id: cycle.id, version, fields: ['GRADE'] });
    const seen = await cycles.result(own, cycles.secretary);
    expect(seen).toMatchObject({ total: '100.00', rank: 1 });
    expect(seen!.group.places.map(({ name }) => name)).toEqual(['综合部党支部', null, null, null]);
    await expect(cycles.result(other, cycles.secretary)).rejects.toMatchObject({ reason: 'UNKNOWN_ID' });
  });

  it('the notice shows what was chosen, to everybody in the association', async () => {
    const cycle = await cycles.evenly();
    await cycles.compute(cycle);
    const notice = (actor: Actor) =>
      cycles.ask<{ lines: object[]; noticeTo: string; open: boolean }>(
        'assessmentNotice',
        cycle.id,
        'noticeTo open lines { name total grade { zh } rank }',
        actor,
      );
    const member = await world.account('MEMBER', cycles.branches[1]);
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
    const cycle = await cycles.evenly();
    await cycles.compute(cycle);
    const id = cycle.assessments[3]!;
    const set = {
      id,
      version: await cycles.versionOf(id),
      nodeKey: 'drive.duties',
      points: '36',
      reason: '有两次记录在系统外',
    };
    const after = await cycles.change('adjustAssessment', set);
    // 88 + (36 − 28)
    expect(after).toMatchObject({ total: '96.00', rank: 2 });
    expect(after.nodes.find(({ key }) => key === 'drive.duties')).toMatchObject({ points: '36.00', before: '28.00' });
    const adjustment = after.adjustments[0]!.id;
    expect(await cycles.change('withdrawAdjustment', { id: adjustment, reason: '记录已补' })).toMatchObject({
      total: '88.00',
    });
    await expect(cycles.change('withdrawAdjustment', { id: adjustment, reason: '再次' })).rejects.toMatchObject({
      reason: 'ADJUSTMENT_WITHDRAWN',
    });
  });

  it('refuses what the scheme does not have, and more than it gives', async () => {
    const cycle = await cycles.evenly();
    await cycles.compute(cycle);
    const id = cycle.assessments[0]!;
    const version = await cycles.versionOf(id);
    const set = (more: object) => cycles.change('adjustAssessment', { id, version, reason: '测试', ...more });
    await expect(set({ nodeKey: 'nothing', points: '1' })).rejects.toMatchObject({ reason: 'RESULT_UNKNOWN_NODE' });
    await expect(set({ nodeKey: 'drive', points: '1' })).rejects.toMatchObject({ reason: 'RESULT_UNKNOWN_NODE' });
    await expect(set({ nodeKey: 'drive.duties', points: '40.01' })).rejects.toMatchObject({ reason: 'RESULT_POINTS' });
    await expect(set({ nodeKey: 'drive.duties', points: '1.005' })).rejects.toMatchObject({ reason: 'RESULT_POINTS' });
    await expect(set({ grade: 'BEST' })).rejects.toMatchObject({ reason: 'RESULT_GRADE' });
    expect((await cycles.result(id))!.adjustments).toEqual([]);
  });

  it('keeps to the limit of the best grade: one more needs one less first', async () => {
    const cycle = await cycles.evenly();
    await cycles.compute(cycle);
    const [first, second] = cycle.assessments as [string, string];
    const give = async (id: string, grade: string) =>
      cycles.change('adjustAssessment', { id, version: await cycles.versionOf(id), grade, reason: '综合平衡' });
    await expect(give(second, 'TOP')).rejects.toMatchObject({ reason: 'RESULT_TOP_SHARE' });
    expect(await give(first, 'GOOD')).toMatchObject({ grade: { key: 'GOOD' }, gradeNote: '综合平衡' });
    expect(await give(second, 'TOP')).toMatchObject({ grade: { key: 'TOP' } });
  });
});
