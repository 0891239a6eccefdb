import { createWorld, unpack, type World } from '@dangwu/testing';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runAssessment } from '../replay';
import { ScoredCycles } from '../trial/scored-cycles';

let world: World;
let cycles: ScoredCycles;
let folder: string;
beforeAll(async () => {
  world = await createWorld();
  cycles = await ScoredCycles.in(world);
  folder = await mkdtemp(path.join(tmpdir(), 'dangwu-evidence-'));
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

it('packs scheme, figures, scores with an index of records, results, and what a replay computes from', async () => {
  const cycle = await cycles.evenly();
  const ask = () => cycles.job('exportAssessmentEvidence', { id: cycle.id });
  await expect(ask()).rejects.toMatchObject({ reason: 'EVIDENCE_EARLY' });
  await world.write((tx) =>
    tx.query(`update assessment_score set evidence = $1 where node_key = 'drive.study'`, [
      JSON.stringify([{ type: 'Activity', id: 'Activity_1', title: '主题党日，三月' }]),
    ]),
  );
  await cycles.compute(cycle);
  await cycles.step('publishAssessmentNotice', await cycles.read(cycle.id), { fields: ['TOTAL'] });
  await cycles.change('raiseObjection', { id: cycle.assessments[0]!, text: '请复核，谢谢' }, cycles.secretary);
  const job = await ask();
  const [row] = await world.write((tx) =>
    tx.query<{ file: string; message: { zh: string } }[]>(`select file_id as file, message from job where id = $1`, [
      job,
    ]),
  );
  expect(row!.message.zh).toBe('4 个考核对象的档案');
  const { cookie } = world.staff;
  const zip = await fetch(`${world.url}/files/File_${row!.file.replaceAll('-', '')}`, { headers: { cookie } });
  const names = await unpack(Buffer.from(await zip.arrayBuffer()), folder);
  expect(names).toEqual([
    '说明.txt',
    '方案.json',
    '结果.csv',
    '得分依据.csv',
    '取数.csv',
    '评分.csv',
    '佐证目录.csv',
    '平衡调整.csv',
    '异议.csv',
    '经过.csv',
    '公示.pdf',
    '重算.txt',
    'SHA256SUMS',
  ]);
  const read = (name: string) => readFile(path.join(folder, name), 'utf8');
  expect((await read('结果.csv')).split('\r\n')).toHaveLength(6);
  expect(await read('佐证目录.csv')).toContain('"Activity","主题党日，三月","Activity_1"');
  expect((await read('佐证目录.csv')).trimEnd().split('\r\n')).toHaveLength(5);
  expect(await read('得分依据.csv')).toContain('三会一课完成率 36.00 = 40 × 0.90');
  expect(await read('异议.csv')).toContain('"请复核，谢谢"');
  expect(await read('取数.csv')).toContain('"obligation.fulfilmentRate"');
  const said: string[] = [];
  expect(
    await runAssessment(['replay', '--from', path.join(folder, '重算.txt')], world.app, (line) => said.push(line)),
  ).toBe(0);
  const [event] = await world.write((tx) =>
    tx.query<{ after: { sumsHash: string } }[]>(`select after from audit_event where action = 'cycle.exportEvidence'`),
  );
  expect(event!.after.sumsHash).toMatch(/^[0-9a-f]{64}$/);
});

it('is for whoever conducts the cycle', async () => {
  const cycle = await cycles.published();
  await expect(cycles.job('exportAssessmentEvidence', { id: cycle.id }, cycles.secretary)).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
});
