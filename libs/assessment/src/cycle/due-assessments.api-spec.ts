import { RemindJob } from '@dangwu/activities';
import { createWorld, type Actor, type World } from '@dangwu/testing';
import { arrangeCycle } from '../trial/arrange-cycle';
import { CycleStage, Participation } from './cycle.enums';
import { DueAssessments } from './due-assessments';

let world: World;
let branch: { id: string };
let guided: { id: string };
let secretary: Actor;
let guest: Actor;
let expert: Actor;
beforeAll(async () => {
  world = await createWorld();
  branch = await world.branch('标准部党支部');
  guided = await world.branch('某会员单位党支部', { relation: 'GUIDES', tier: 'MEMBER_UNIT' });
  secretary = await world.account('SECRETARY', branch);
  guest = await world.account('SECRETARY', guided);
  expert = await world.account('EXPERT', world.root);
});
afterAll(() => world.close());
afterEach(() =>
  world.write((tx) => tx.query(`update assessment_cycle set cancelled_at = now(), cancel_reason = '测试'`)),
);

/** Who is told of what, by whose account. */
async function told(): Promise<Record<string, string[]>> {
  const due = await world.write((tx) => world.app.get(DueAssessments, { strict: false }).find(tx, world.associationId));
  const names = { [secretary.accountId]: '书记', [guest.accountId]: '会员单位书记', [expert.accountId]: '专家' };
  const by: Record<string, string[]> = {};
  for (const { account, reminder } of due)
    (by[names[account.id] ?? '党务'] ??= []).push(`${reminder.kind} ${reminder.line.zh}`);
  return by;
}

const arrange = (stage: CycleStage, dueOn: string) =>
  arrangeCycle(world, {
    stage,
    dueOn,
    subjects: [
      { ...branch, name: '标准部党支部' },
      { ...guided, name: '某会员单位党支部', relation: 'GUIDES', participation: Participation.INVITED },
    ],
    scorers: [{ actor: expert }],
  });

it('asks when a stage begins, before its day, and once that has passed', async () => {
  await arrange(CycleStage.SELF_ASSESSMENT, '2026-10-30');
  expect(await told()).toEqual({
    书记: ['ASSESSMENT_ASKED 2026 年上半年考核：请自评（标准部党支部，2026-10-30 前）'],
    会员单位书记: ['ASSESSMENT_ASKED 2026 年上半年考核：邀请某会员单位党支部参加，请答复（2026-10-30 前）'],
  });
  await world.write((tx) => tx.query(`update assessment_stage set due_on = '2026-09-19'`));
  expect((await told())['书记']).toEqual([expect.stringMatching(/^ASSESSMENT_DUE /)]);
  await world.write((tx) => tx.query(`update assessment_stage set due_on = '2026-09-17'`));
  expect((await told())['书记']).toEqual([expect.stringMatching(/^ASSESSMENT_LATE /)]);
});

it('asks those who verify, then experts for what is left, and nobody of what is over', async () => {
  await arrange(CycleStage.VERIFICATION, '2026-09-30');
  expect(await told()).toEqual({ 党务: [expect.stringContaining('1 份自评待核实')] });
  await world.write((tx) => tx.query(`update assessment_cycle set cancelled_at = now(), cancel_reason = '测试'`));
  expect(await told()).toEqual({});
  await arrange(CycleStage.EXPERT_REVIEW, '2026-09-30');
  expect(await told()).toEqual({ 专家: [expect.stringContaining('1 个党组织待评分')] });
});

it('tells nobody twice, but anew of a day that moved', async () => {
  await arrange(CycleStage.SELF_ASSESSMENT, '2026-10-30');
  const bell = async (): Promise<number> => {
    await world.app.get(RemindJob, { strict: false }).run();
    const [row] = await world.write((tx) =>
      tx.query<{ count: number }[]>(
        `select count(*)::int from notification where account_id = $1 and kind = 'ASSESSMENTS_ASKED'`,
        [secretary.accountId],
      ),
    );
    return row!.count;
  };
  const before = await bell();
  expect(before).toBeGreaterThan(0);
  expect(await bell()).toBe(before);
  await world.write((tx) => tx.query(`update assessment_stage set due_on = '2026-11-05'`));
  expect(await bell()).toBe(before + 1);
});
