import { globalId, localId } from '@dangwu/platform/ids';
import { createWorld, type Actor, type World } from '@dangwu/testing';
import { AssessmentEntity } from '../cycle/cycle.entity';
import { CycleStage, Participation } from '../cycle/cycle.enums';
import { arrangeCycle, type ArrangedOptions } from '../trial/arrange-cycle';
import { lineOf, Sheets } from '../trial/sheets';
import { smallScheme } from '../trial/small-scheme';
import { inputsOf } from './inputs-of';

const figures = { 'obligation.fulfilmentRate': { part: '36', whole: '40' } };
const { SELF_ASSESSMENT, VERIFICATION, EXPERT_REVIEW, MODERATION } = CycleStage;

// the world's clock stands at 2026-09-18 10:20 in Shanghai
describe('sheets of an assessment', () => {
  let world: World;
  let sheets: Sheets;
  let branch: { id: string };
  let other: { id: string };
  let secretary: Actor;
  let elsewhere: Actor;
  beforeAll(async () => {
    world = await createWorld();
    sheets = new Sheets(world);
    branch = await world.branch('第一党支部');
    other = await world.branch('第二党支部');
    secretary = await world.account('SECRETARY', branch);
    elsewhere = await world.account('SECRETARY', other);
  });
  afterAll(() => world.close());

  const arrange = async (stage: CycleStage, more: Partial<ArrangedOptions> = {}): Promise<string> =>
    (await arrangeCycle(world, { stage, subjects: [branch, other], figures, ...more })).assessments[0]!;

  /** A meeting as it is planned by the API. */
  async function planned(at: { readonly id: string }, on: string, title: string): Promise<{ id: string }> {
    const [type] = await world.write((tx) =>
      tx.query<{ id: string }[]>(`select id from activity_type where association_id = $1 and key = 'THEME_DAY'`, [
        world.associationId,
      ]),
    );
    const document = `mutation ($input: PlanActivityInput!) { planActivity(input: $input) { id } }`;
    const times = { startsAt: `${on}T14:00:00+08:00`, endsAt: `${on}T16:00:00+08:00` };
    const input = { organizationId: at.id, activityTypeId: globalId('ActivityType', type!.id), title, ...times };
    return (await world.as(world.staff).mutate<{ planActivity: { id: string } }>(document, { input })).planActivity;
  }

  describe('of the assessed', () => {
    it('show what the system knows, sum up what is filled in, and are saved line by line', async () => {
      const id = await arrange(SELF_ASSESSMENT);
      const empty = await sheets.read(id, 'SELF', secretary);
      expect(empty).toMatchObject({ late: false, needed: 2, filled: 0, closedBecause: null, submittedAt: null });
      expect(lineOf(empty, 'drive.duties')).toMatchObject({
        entry: 'NONE',
        points: '36.00',
        figure: { part: '36', whole: '40' },
      });
      expect(lineOf(empty, 'drive.duties').figure?.takenAt).not.toBeNull();
      expect(lineOf(empty, 'drive.late')).toMatchObject({ entry: 'TIMES', needed: false });
      const { saved, conflicts, sheet } = await sheets.save(id, 'SELF', secretary, {
        'drive.study': { points: '18.50', comment: '研究 5 次，计划 6 次' },
        'drive.late': { occurrences: 1, comment: '7 月支委会' },
        'base.files': { level: 'FAIR', comment: '台账缺 1 册' },
      });
      expect([saved, conflicts]).toEqual([['drive.study', 'drive.late', 'base.files'], []]);
      expect(sheet.filled).toBe(2);
      expect(lineOf(sheet, 'drive.study')).toMatchObject({ points: '18.50', own: { points: '18.50', version: 1 } });
      expect(lineOf(sheet, 'drive').points).toBe('54.20');
      expect(lineOf(sheet, 'base.files').points).toBe('24.00');
      // no vote was counted: the sum is of what is there
      expect(lineOf(sheet, 'root').points).toBe('78.20');
    });

    it('suggest records of the period as evidence, and take no others', async () => {
      const held = await planned(branch, '2026-05-12', '支委会专题研究班子党建重点工作');
      const unrelated = await planned(other, '2026-05-13', '班子研究党建工作');
      await world.write((tx) => tx.query(`update activity set state = 'HELD'`));
      const id = await arrange(SELF_ASSESSMENT);
      const sheet = await sheets.read(id, 'SELF', secretary);
      expect(sheet.evidence.map((record) => record.id)).toEqual([held.id]);
      expect(lineOf(sheet, 'drive.study').suggested).toEqual([held.id]);
      expect(lineOf(sheet, 'base.files').suggested).toEqual([]);
      const said = { points: '20', evidence: [held.id] };
      const { sheet: saved } = await sheets.save(id, 'SELF', secretary, { 'drive.study': said });
      expect(lineOf(saved, 'drive.study').own?.evidence).toMatchObject([{ id: held.id }]);
      await expect(
        sheets.save(id, 'SELF', secretary, { 'base.files': { level: 'GOOD', evidence: [unrelated.id] } }),
      ).rejects.toMatchObject({ reason: 'EVIDENCE_UNKNOWN' });
    });

    it('are refused with the indicator when something else than the scheme asks for is sent', async () => {
      const id = await arrange(SELF_ASSESSMENT);
      const refused = async (key: string, score: object): Promise<string> => {
        const saved = sheets.save(id, 'SELF', secretary, { [key]: score, 'base.case': { occurrences: 1 } });
        return saved.then(
          () => 'taken',
          (error: { reason: string }) => error.reason,
        );
      };
      for (const points of ['NaN', '1e308', '-1', '20.01', '1.234', 'Infinity', '', ' 3', '0x10', '+3', '１０'])
        expect([points, await refused('drive.study', { points })]).toEqual([points, 'SCORE_POINTS']);
      expect(await refused('base.files', { level: 'BEST' })).toBe('SCORE_LEVEL_UNKNOWN');
      expect(await refused('base.files', { points: '3' })).toBe('SCORE_OTHER_KIND');
      expect(await refused('drive.study', { points: '3', level: 'GOOD' })).toBe('SCORE_OTHER_KIND');
      expect(await refused('drive.duties', { points: '40' })).toBe('SCORE_NOT_TYPED');
      expect(await refused('base.voice', { points: '10' })).toBe('SCORE_NOT_TYPED');
      expect(await refused('drive.late', { occurrences: -1 })).toBe('SCORE_TIMES');
      expect(await refused('drive', { points: '60' })).toBe('SCORE_NODE_UNKNOWN');
      expect(await refused('__proto__', { points: '60' })).toBe('SCORE_NODE_UNKNOWN');
      // all of a request or nothing
      expect((await sheets.line(id, 'SELF', secretary, 'base.case')).own).toBeNull();
      // a word on what was counted is no score
      await sheets.save(id, 'SELF', secretary, { 'drive.duties': { comment: '6 月支委会已补记' } });
    });

    it('are handed in when all is there, late ones with a mark, and change no more until they are given back', async () => {
      const id = await arrange(SELF_ASSESSMENT, { dueOn: '2026-09-17' });
      await sheets.save(id, 'SELF', secretary, {
        'drive.study': { points: '18' },
        'drive.late': { occurrences: 2 },
      });
      await expect(sheets.submit(id, 'SELF', secretary)).rejects.toMatchObject({
        reason: 'SHEET_INCOMPLETE',
        params: { count: 3 },
      });
      const sheet = await sheets.save(id, 'SELF', secretary, {
        'drive.study': { points: '18', comment: '少 1 次', version: 1 },
        'drive.late': { occurrences: 2, comment: '6、7 月支委会', version: 1 },
        'base.files': { level: 'GOOD' },
      });
      expect(sheet.conflicts).toEqual([]);
      expect(await sheets.submit(id, 'SELF', secretary)).toMatchObject({ late: true, submittedAt: expect.any(String) });
      const again = () => sheets.save(id, 'SELF', secretary, { 'base.files': { level: 'POOR', version: 2 } });
      await expect(again()).rejects.toMatchObject({ reason: 'SHEET_SUBMITTED' });
      await expect(sheets.submit(id, 'SELF', secretary)).rejects.toMatchObject({ reason: 'SHEET_SUBMITTED' });
      await expect(sheets.return(id, 'SELF', secretary)).rejects.toMatchObject({ reason: 'PERMISSION_MISSING' });
      await expect(sheets.return(id, 'SELF', world.staff, { reason: ' ' })).rejects.toMatchObject({
        reason: 'INVALID_FIELDS',
      });
      await sheets.return(id, 'SELF', world.staff);
      const open = await sheets.read(id, 'SELF', secretary);
      expect(open).toMatchObject({ submittedAt: null, returnedBecause: '佐证不全，请补充', filled: 2 });
      await expect(sheets.return(id, 'SELF', world.staff)).rejects.toMatchObject({ reason: 'SHEET_NOT_SUBMITTED' });
      await sheets.submit(id, 'SELF', secretary);
    });

    it('are of the organization alone, of those that take part, and open in their stages', async () => {
      const id = await arrange(SELF_ASSESSMENT);
      await expect(sheets.read(id, 'SELF', elsewhere)).rejects.toMatchObject({ reason: 'UNKNOWN_ID' });
      const over = await arrange(MODERATION);
      await expect(sheets.fill(over, 'SELF', secretary)).rejects.toMatchObject({ reason: 'SHEET_STAGE' });
      expect((await sheets.read(over, 'SELF', secretary)).closedBecause?.zh).toContain('平衡');
      const excluded = await arrange(SELF_ASSESSMENT, {
        subjects: [{ ...branch, participation: Participation.EXCLUDED }],
      });
      await expect(sheets.fill(excluded, 'SELF', secretary)).rejects.toMatchObject({ reason: 'SHEET_EXCLUDED' });
      const invited = await arrange(SELF_ASSESSMENT, {
        subjects: [{ ...branch, relation: 'GUIDES', participation: Participation.INVITED }],
      });
      await expect(sheets.fill(invited, 'SELF', secretary)).rejects.toMatchObject({ reason: 'SHEET_EXCLUDED' });
      const joined = await arrange(SELF_ASSESSMENT, { subjects: [{ ...branch, relation: 'GUIDES' }] });
      await sheets.fill(joined, 'SELF', secretary);
    });

    it('tell two windows of each other and lose nothing', async () => {
      const id = await arrange(SELF_ASSESSMENT);
      const second = await world.account('SECRETARY', branch);
      await sheets.save(id, 'SELF', secretary, { 'drive.study': { points: '18', comment: '少 1 次' } });
      const became = await sheets.save(id, 'SELF', second, {
        'drive.study': { points: '15', comment: '少 2 次' },
        'base.files': { level: 'GOOD' },
      });
      expect(became.saved).toEqual(['base.files']);
      expect(became.conflicts).toMatchObject([
        {
          nodeKey: 'drive.study',
          theirs: { points: '18', comment: '少 1 次', version: 1, byName: expect.any(String) },
        },
      ]);
      // knowing of it, the second word stands
      const decided = await sheets.save(id, 'SELF', second, {
        'drive.study': { points: '15', comment: '少 2 次', version: 1 },
      });
      expect(decided.conflicts).toEqual([]);
      // the same again changes nothing
      const same = await sheets.save(id, 'SELF', secretary, {
        'drive.study': { points: '15', comment: '少 2 次', version: 1 },
      });
      expect(same).toMatchObject({ saved: ['drive.study'], conflicts: [] });
      expect(lineOf(same.sheet, 'drive.study').own?.version).toBe(2);
    });
  });

  describe('of whoever verifies', () => {
    it('begin with what the assessed said, need words where they cut, and stand over it', async () => {
      const id = await arrange(VERIFICATION);
      await sheets.fill(id, 'SELF', secretary);
      await sheets.submit(id, 'SELF', secretary);
      const { sheet } = await sheets.save(id, 'VERIFIER', world.staff, { 'drive.study': { points: '16' } });
      expect(lineOf(sheet, 'drive.study')).toMatchObject({
        self: { points: '20' },
        own: { points: '16' },
        points: '16' + '.00',
      });
      expect(lineOf(sheet, 'base.files')).toMatchObject({ own: null, self: { level: 'GOOD' }, points: '30.00' });
      await expect(sheets.submit(id, 'VERIFIER', world.staff)).rejects.toMatchObject({ reason: 'SHEET_INCOMPLETE' });
      await sheets.save(id, 'VERIFIER', world.staff, {
        'drive.study': { points: '16', comment: '只见 4 次记录', version: 1 },
      });
      await sheets.submit(id, 'VERIFIER', world.staff);
      const scores = await inputs(id);
      expect(scores['drive.study']).toMatchObject([{ role: 'VERIFIER', points: '16', comment: '只见 4 次记录' }]);
      expect(scores['base.files']).toMatchObject([{ role: 'SELF', level: 'GOOD' }]);
      // the assessed does not see it
      expect((await sheets.line(id, 'SELF', secretary, 'drive.study')).verified).toBeNull();
    });

    it('take the papers of a vote that were counted by hand', async () => {
      const id = await arrange(VERIFICATION);
      const papers = [
        { group: 'MEMBERS', option: 'YES', papers: 22 },
        { group: 'MEMBERS', option: 'NONE', papers: 2 },
        { group: 'STAFF', option: 'YES', papers: 1 },
        { group: 'STAFF', option: 'NO', papers: 1 },
      ];
      const tellers = '计票人王岚、监票人李想';
      const record = (more: object, actor: Actor = world.staff) =>
        sheets.recordVotes({ assessmentId: id, nodeKey: 'base.voice', version: 0, papers, tellers, ...more }, actor);
      // 10 × (0.6 × 1 + 0.4 × 0.5)
      expect(lineOf(await record({}), 'base.voice')).toMatchObject({
        points: '8.00',
        ballot: { counted: true, tellers, version: 1 },
      });
      await record({});
      await expect(record({ tellers: '另一人' })).rejects.toMatchObject({ reason: 'STALE_VERSION' });
      const one = [{ group: 'MEMBERS', option: 'NO', papers: 1 }];
      expect(lineOf(await record({ version: 1, papers: one }), 'base.voice').points).toBe('0.00');
      const refused = (more: object, actor?: Actor): Promise<string> =>
        record(more, actor).then(
          () => 'taken',
          (error: { reason: string }) => error.reason,
        );
      expect(await refused({ papers: [{ group: 'X', option: 'YES', papers: 1 }] })).toBe('VOTES_UNKNOWN_OPTION');
      expect(await refused({ papers: [{ group: 'STAFF', option: 'NONE', papers: 1 }] })).toBe('VOTES_NOBODY');
      expect(await refused({ papers: [{ group: 'STAFF', option: 'YES', papers: -1 }] })).toBe('INVALID_FIELDS');
      expect(await refused({ nodeKey: 'base.files' })).toBe('SCORE_NODE_UNKNOWN');
      expect(await refused({}, secretary)).toBe('PERMISSION_MISSING');
      expect(await refused({}, elsewhere)).toBe('UNKNOWN_ID');
    });

    it('are not of the assessed, nor of whoever holds an office in it', async () => {
      const id = await arrange(VERIFICATION);
      await expect(sheets.read(id, 'VERIFIER', secretary)).rejects.toMatchObject({ reason: 'PERMISSION_MISSING' });
      const both = await world.account('PARTY_STAFF', world.root);
      await sheets.read(id, 'VERIFIER', both);
      await world.write((tx) =>
        tx.query(
          `insert into access_grant (id, association_id, account_id, role, organization_id, since)
           select gen_random_uuid(), association_id, id, 'COMMITTEE_MEMBER', $2, '2026-01-01' from account where id = $1`,
          [both.accountId, localId('PartyOrganization', branch.id)],
        ),
      );
      await expect(sheets.read(id, 'VERIFIER', both)).rejects.toMatchObject({ reason: 'SCORER_RECUSED' });
    });
  });

  it('that wait for somebody stand in a list, those handed in behind them', async () => {
    const fresh = await world.branch('第三党支部');
    const theirs = await world.account('SECRETARY', fresh);
    const expert = await world.account('EXPERT', world.root);
    await arrange(SELF_ASSESSMENT, { subjects: [fresh], title: '自评中' });
    const scored = await arrange(EXPERT_REVIEW, {
      subjects: [fresh, other],
      title: '评分中',
      scorers: [{ actor: expert, recused: [other.id] }],
    });
    await arrange(MODERATION, { subjects: [fresh], title: '平衡中', scorers: [{ actor: expert }] });
    expect(await sheets.own(theirs)).toMatchObject([{ as: 'SELF', subjectName: '第三党支部', submittedAt: null }]);
    expect(await sheets.own(expert)).toMatchObject([{ as: 'EXPERT', subjectName: '第三党支部', submittedAt: null }]);
    await sheets.fill(scored, 'EXPERT', expert);
    await sheets.submit(scored, 'EXPERT', expert);
    expect(await sheets.own(expert)).toMatchObject([{ submittedAt: expect.any(String), filled: 2 }]);
    expect((await sheets.own(world.staff)).map(({ as }) => as)).toContain('VERIFIER');
  });

  const inputs = (id: string) =>
    world.write(async (tx) => {
      const assessment = await tx.findOneByOrFail(AssessmentEntity, { id: localId('Assessment', id) });
      return (await inputsOf(tx, smallScheme, [assessment])).get(assessment.id)!.scores;
    });
});
