import { localId } from '@dangwu/platform/ids';
import { createWorld, type Actor, type World } from '@dangwu/testing';
import { AssessmentEntity } from '../cycle/cycle.entity';
import { CycleStage } from '../cycle/cycle.enums';
import { arrangeCycle } from '../trial/arrange-cycle';
import { lineOf, Sheets } from '../trial/sheets';
import { smallScheme } from '../trial/small-scheme';
import { inputsOf } from './inputs-of';

const figures = { 'obligation.fulfilmentRate': { part: '36', whole: '40' } };
const { EXPERT_REVIEW } = CycleStage;

describe('sheets of experts', () => {
  let world: World;
  let sheets: Sheets;
  let branch: { id: string };
  let other: { id: string };
  let secretary: Actor;
  beforeAll(async () => {
    world = await createWorld();
    sheets = new Sheets(world);
    branch = await world.branch('第一党支部');
    other = await world.branch('第二党支部');
    secretary = await world.account('SECRETARY', branch);
  });
  afterAll(() => world.close());

  it('are of those who are named and not recused, and of nobody’s eyes else', async () => {
    const [one, two, away, home] = await Promise.all([
      world.account('EXPERT', world.root),
      world.account('EXPERT', world.root),
      world.account('EXPERT', world.root),
      world.account('COMMITTEE_MEMBER', branch),
    ]);
    const { assessments } = await arrangeCycle(world, {
      stage: EXPERT_REVIEW,
      subjects: [branch, other],
      figures,
      scorers: [{ actor: one }, { actor: two }, { actor: away, recused: [branch.id] }, { actor: home }],
    });
    const id = assessments[0]!;
    await sheets.save(id, 'EXPERT', one, {
      'drive.study': { points: '19', comment: '好' },
      'base.files': { level: 'GOOD' },
    });
    const theirs = await sheets.read(id, 'EXPERT', two);
    expect(lineOf(theirs, 'drive.study')).toMatchObject({ own: null });
    await expect(
      sheets.save(id, 'EXPERT', two, { 'drive.late': { occurrences: 1, comment: '有' } }),
    ).rejects.toMatchObject({ reason: 'SCORE_NOT_ASKED' });
    await sheets.save(id, 'EXPERT', two, { 'drive.study': { points: '17', comment: '可' } });
    for (const actor of [away, home])
      await expect(sheets.read(id, 'EXPERT', actor)).rejects.toMatchObject({ reason: 'SCORER_RECUSED' });
    await sheets.read(assessments[1]!, 'EXPERT', away);
    await expect(sheets.read(id, 'EXPERT', secretary)).rejects.toMatchObject({ reason: 'UNKNOWN_ID' });
    // drafts do not count
    await sheets.submit(id, 'EXPERT', one);
    expect((await inputs(id))['drive.study']).toMatchObject([{ role: 'EXPERT', points: '19' }]);
    await sheets.save(id, 'EXPERT', two, { 'base.files': { level: 'FAIR', comment: '缺 1 册' } });
    await sheets.submit(id, 'EXPERT', two);
    expect((await inputs(id))['drive.study']).toHaveLength(2);
    // what was handed in counts, also of whoever is removed since, but not of whoever has to keep away
    const change = (set: string) =>
      world.write((tx) => tx.query(`update assessment_scorer set ${set} where account_id = $1`, [two.accountId]));
    await change(`removed_at = now(), removed_reason = '调离'`);
    expect((await inputs(id))['drive.study']).toHaveLength(2);
    await expect(sheets.read(id, 'EXPERT', two)).rejects.toMatchObject({ reason: 'SCORER_NOT_NAMED' });
    await change(`recused = array['${localId('PartyOrganization', branch.id)}']::uuid[]`);
    expect((await inputs(id))['drive.study']).toMatchObject([{ points: '19' }]);
    await sheets.return(id, 'EXPERT', world.staff, { accountId: `Account_${one.accountId.replaceAll('-', '')}` });
    expect(await sheets.read(id, 'EXPERT', one)).toMatchObject({
      submittedAt: null,
      returnedBecause: '佐证不全，请补充',
    });
  });

  it('are saved by a hundred at once, each whole', async () => {
    const scorers: Actor[] = [];
    while (scorers.length < 100) scorers.push(await world.account('EXPERT', world.root));
    const { assessments } = await arrangeCycle(world, {
      stage: EXPERT_REVIEW,
      subjects: [branch],
      figures,
      scorers: scorers.map((actor) => ({ actor })),
    });
    const id = assessments[0]!;
    const said = (i: number) => ({
      'drive.study': { points: `${i % 20}`, comment: `第 ${i} 位` },
      'base.files': { level: 'FAIR', comment: `第 ${i} 位` },
    });
    // each from two windows at the same time
    const became = await Promise.all(
      scorers.flatMap((actor, i) => [
        patiently(() => sheets.save(id, 'EXPERT', actor, said(i))),
        patiently(() =>
          sheets.save(id, 'EXPERT', actor, { ...said(i), 'drive.study': { points: '20', comment: '另一窗口' } }),
        ),
      ]),
    );
    scorers.forEach((_, i) => {
      const [first, second] = [became[2 * i]!, became[2 * i + 1]!];
      // one of the two was told of the other, with what stands there
      expect(first.conflicts.length + second.conflicts.length).toBe(1);
      const [conflict] = [...first.conflicts, ...second.conflicts];
      expect(conflict).toMatchObject({ nodeKey: 'drive.study', theirs: { version: 1 } });
    });
    const [kept] = await world.write((tx) =>
      tx.query<[{ rows: number; scorers: number }]>(
        `select count(*)::int as rows, count(distinct account_id)::int as scorers from assessment_score
           where assessment_id = $1`,
        [localId('Assessment', id)],
      ),
    );
    expect(kept).toEqual({ rows: 200, scorers: 100 });
  });

  /** As the console does: told that the system is busy and nothing was written, it sends the same again. */
  const patiently = <T>(work: () => Promise<T>): Promise<T> =>
    work().catch((error: { reason?: string }) => {
      if (error.reason !== 'DATABASE_BUSY') throw error;
      return patiently(work);
    });

  const inputs = (id: string) =>
    world.write(async (tx) => {
      const assessment = await tx.findOneByOrFail(AssessmentEntity, { id: localId('Assessment', id) });
      return (await inputsOf(tx, smallScheme, [assessment])).get(assessment.id)!.scores;
    });
});
