import { localId } from '@dangwu/platform/ids';
import { createWorld, type World } from '@dangwu/testing';
import { ScoredCycles } from '../trial/scored-cycles';

let world: World;
let cycles: ScoredCycles;
beforeAll(async () => {
  world = await createWorld();
  cycles = await ScoredCycles.in(world);
});
afterAll(() => world.close());

describe('notice, objections, the end', () => {
  it('asks for the days of the rule, and for results that still hold', async () => {
    const cycle = await cycles.evenly();
    await cycles.compute(cycle);
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
    const cycle = await cycles.published();
    const [id, other] = cycle.assessments as [string, string];
    await expect(
      cycles.change('raiseObjection', { id: other, text: '别人的' }, cycles.secretary),
    ).rejects.toMatchObject({
      reason: 'UNKNOWN_ID',
    });
    const raised = await cycles.change(
      'raiseObjection',
      { id, nodeKey: 'drive.study', text: '多算了' },
      cycles.secretary,
    );
    const objection = raised.objections[0]!;
    const decide = (more: object) =>
      cycles.change('decideObjection', { id: objection.id, version: objection.version, answer: '经核实属实', ...more });
    const decided = await decide({ upheld: true, points: [{ nodeKey: 'drive.study', points: '5' }] });
    expect(decided).toMatchObject({ total: '85.00', grade: { key: 'GOOD' } });
    expect(decided.objections[0]).toMatchObject({ state: 'UPHELD', totalBefore: '100.00', totalAfter: '85.00' });
    // the next one has the best grade now
    expect((await cycles.result(other))!.grade).toEqual({ key: 'TOP' });
    await expect(decide({ upheld: false })).rejects.toMatchObject({ reason: 'STALE_VERSION' });
  });

  it('is not final while an objection is open, and is sealed by a digest afterwards', async () => {
    const cycle = await cycles.published();
    const [id] = cycle.assessments as [string];
    const raised = await cycles.change('raiseObjection', { id, text: '请复核' }, cycles.secretary);
    world.clock.advance(15 * 86_400_000);
    // sessions have ended meanwhile
    world.staff = await world.account('PARTY_STAFF');
    const later = await world.account('SECRETARY', cycles.branches[0]);
    await expect(cycles.change('raiseObjection', { id, text: '又一条' }, later)).rejects.toMatchObject({
      reason: 'OBJECTION_LATE',
    });
    const over = await cycles.advance(await cycles.read(cycle.id));
    const finish = async () => cycles.step('finishAssessmentCycle', await cycles.read(cycle.id));
    expect(over.stage).toBe('OBJECTION');
    await expect(finish()).rejects.toMatchObject({ reason: 'OBJECTIONS_OPEN' });
    const objection = raised.objections[0]!;
    await cycles.change('decideObjection', {
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
