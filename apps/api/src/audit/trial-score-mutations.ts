import { readWorkbook, writeWorkbook } from '@dangwu/imports';
import { Imports } from '@dangwu/testing';
import { insertCycle, judgedIndicator, votedIndicator } from '../permissions/trial/insert-cycle';
import { basis, MutationStage, personal } from './trial-stage';

type Scenario = (stage: MutationStage) => Promise<{ readonly object: string; readonly by?: string }>;

const as = 'SELF';

async function arranged(stage: MutationStage): Promise<{ cycle: string; assessmentId: string }> {
  const branch = await stage.branch();
  const { cycle, assessments } = await insertCycle(stage.world, [{ ...branch, name: '第一党支部' }]);
  return { cycle, assessmentId: assessments.get(branch.id)! };
}

async function saved(stage: MutationStage): Promise<string> {
  const { assessmentId } = await arranged(stage);
  const scores = [{ nodeKey: judgedIndicator, version: 0, points: '18', comment: `联系 ${personal.phone}` }];
  await stage.send('saveAssessmentScores', { assessmentId, as, scores }, { fields: 'saved' });
  return assessmentId;
}

async function submitted(stage: MutationStage): Promise<string> {
  const assessmentId = await saved(stage);
  await stage.send('submitAssessmentSheet', { assessmentId, as }, { fields: 'subjectName' });
  return assessmentId;
}

/** The workbook of a secretary's own cycle, with every row filled in. */
async function imported(stage: MutationStage): Promise<{ object: string; by: string }> {
  const branch = await stage.branch();
  const { cycle, assessments } = await insertCycle(stage.world, [{ ...branch, name: '第二党支部' }]);
  const secretary = await stage.world.account('SECRETARY', branch);
  const files = new Imports(stage.world, secretary);
  const content = await (await files.download(`/files/assessment-scores/${cycle}/${as}.xlsx`)).arrayBuffer();
  const [sheet] = await readWorkbook(Buffer.from(content));
  const lines = sheet!.rows.map(({ cells }) => Array.from({ length: 9 }, (_, i) => cells.get(i + 1)?.text ?? null));
  const head = lines.findIndex((line) => line.includes('对象编号'));
  const filled = lines.slice(head + 1).map((line) => (line[7] === judgedIndicator ? line.with(4, '20') : line));
  const columns = lines[head]!.map((heading) => ({ heading: heading! }));
  const fileId = await files.upload(await writeWorkbook({ name: '评分表', columns, rows: filled }), '评分表.xlsx');
  await stage.send('importAssessmentScores', { cycleId: cycle, as, fileId }, { fields: 'taken', by: secretary });
  return { object: assessments.get(branch.id)!, by: secretary.accountId };
}

/** The same for sheets of assessments. */
export const scoreScenarios: Readonly<Record<string, Scenario>> = {
  saveAssessmentScores: async (stage) => ({ object: await saved(stage) }),
  submitAssessmentSheet: async (stage) => ({ object: await submitted(stage) }),
  returnAssessmentSheet: async (stage) => {
    const assessmentId = await submitted(stage);
    await stage.send('returnAssessmentSheet', { assessmentId, as, reason: basis }, { fields: '' });
    return { object: assessmentId };
  },
  importAssessmentScores: imported,
  recordAssessmentVotes: async (stage) => {
    const branch = await stage.branch();
    const { assessments } = await insertCycle(stage.world, [{ ...branch, name: '第三党支部' }], 'VERIFICATION');
    const assessmentId = assessments.get(branch.id)!;
    const papers = [{ group: 'MEMBERS', option: 'YES', papers: 3 }];
    const input = { assessmentId, nodeKey: votedIndicator, version: 0, papers, tellers: '计票人两名' };
    await stage.send('recordAssessmentVotes', input, { fields: 'subjectName' });
    return { object: assessmentId };
  },
};
