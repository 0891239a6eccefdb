import { localId } from '@dangwu/platform/ids';
import { createWorld, type World } from '@dangwu/testing';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { ArrangedCycle } from '../trial/arrange-cycle';
import { ScoredCycles } from '../trial/scored-cycles';
import { runAssessment } from './replay.command';

let world: World;
let cycles: ScoredCycles;
let cycle: ArrangedCycle;
let admin: pg.Client;
let folder: string;
beforeAll(async () => {
  world = await createWorld();
  cycles = await ScoredCycles.in(world);
  cycle = await cycles.finished();
  folder = await mkdtemp(path.join(tmpdir(), 'dangwu-replay-'));
  admin = new pg.Client({ connectionString: world.config.databaseUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

/** What the command says, and its exit status. */
async function run(...args: string[]): Promise<{ status: number; said: string }> {
  const lines: string[] = [];
  const status = await runAssessment(['replay', ...args], world.app, (line) => lines.push(line));
  return { status, said: lines.join('\n') };
}

/** The hand of somebody who holds the database, and puts it back afterwards. */
async function tampered(change: string, back: string, values: unknown[]) {
  const hand = async (sql: string): Promise<number> => (await admin.query(sql, values)).rowCount ?? 0;
  expect(await hand(change)).toBe(1);
  try {
    return await run(cycle.id);
  } finally {
    expect(await hand(back)).toBe(1);
  }
}

const first = () => localId('Assessment', cycle.assessments[0]!);

it('gives the same digits, and writes nothing', async () => {
  const counts = async () =>
    (
      await admin.query(`select count(*)::int as results, max(a.version) as version from assessment a
      join assessment_result r on r.assessment_id = a.id`)
    ).rows;
  const before = await counts();
  const { status, said } = await run(cycle.id);
  expect(said).toContain(
    '重算一致：“2026 年上半年考核”，4 个考核对象的 36 个指标、总分、名次、等次和归档摘要逐位相同。',
  );
  expect(status).toBe(0);
  expect(await counts()).toEqual(before);
});

it('depends on nothing but what was brought in: names, duties and rules of today are others', async () => {
  await admin.query(`update party_organization set name = name || '（更名）', type = 'BRANCH' where id = any ($1)`, [
    cycles.branches.map(({ id }) => localId('PartyOrganization', id)),
  ]);
  await admin.query(`update duty_profile set duties = '[]'`);
  expect((await run(cycle.id)).status).toBe(0);
});

describe('what somebody changed is named', () => {
  it.each([
    [
      'a score',
      `update assessment_score set points = 18.5 where assessment_id = $1 and node_key = 'drive.study'`,
      `update assessment_score set points = 20 where assessment_id = $1 and node_key = 'drive.study'`,
      ['综合部党支部', '班子研究党建工作 得分：公布 20.00，重算 18.50', '总分：公布 100.00，重算 98.50', '全部结果'],
    ],
    [
      'a figure',
      `update metric_snapshot set part = part - 4 where assessment_id = $1`,
      `update metric_snapshot set part = part + 4 where assessment_id = $1`,
      ['综合部党支部', '三会一课完成率 得分：公布 40.00，重算 24.00', '组内名次：公布 1，重算 4'],
    ],
    [
      'a figure that changes no points',
      `update metric_snapshot set row_count = row_count + 1 where assessment_id = $1`,
      `update metric_snapshot set row_count = row_count - 1 where assessment_id = $1`,
      ['三会一课完成率 依据'],
    ],
    [
      'a total that is told',
      `update assessment set total = 99.99 where id = $1`,
      `update assessment set total = 100.00 where id = $1`,
      ['总分：公布 99.99，重算 100.00'],
    ],
    [
      'a grade that is told',
      `update assessment set grade = 'POOR' where id = $1`,
      `update assessment set grade = 'TOP' where id = $1`,
      ['等次：公布 较差，重算 优秀'],
    ],
    [
      'a kept result',
      `update assessment_result set tree = jsonb_set(tree, '{root,children,0,children,1,points}', '"19.00"')
         where assessment_id = $1`,
      `update assessment_result set tree = jsonb_set(tree, '{root,children,0,children,1,points}', '"20.00"')
         where assessment_id = $1`,
      ['班子研究党建工作 得分：公布 19.00，重算 20.00', '留存的结果（与其摘要不符）'],
    ],
  ])('%s', async (_, change, back, words) => {
    const { status, said } = await tampered(change, back, [first()]);
    for (const each of words) expect(said).toContain(each);
    expect(said).toContain('重算不一致');
    expect(status).toBe(1);
    expect((await run(cycle.id)).status).toBe(0);
  });

  it('the seal of the cycle', async () => {
    const id = localId('AssessmentCycle', cycle.id);
    const { rows } = await admin.query<{ digest: string }>(`select digest from assessment_cycle where id = $1`, [id]);
    await admin.query(`update assessment_cycle set digest = repeat('0', 64) where id = $1`, [id]);
    const { status, said } = await run(cycle.id);
    await admin.query(`update assessment_cycle set digest = $2 where id = $1`, [id, rows[0]!.digest]);
    expect(said).toContain('归档时的全部结果摘要：公布 000');
    expect(status).toBe(1);
  });
});

describe('as a file', () => {
  it('is computed where the database has nothing of it', async () => {
    const file = path.join(folder, 'cycle.txt');
    expect((await run(cycle.id, '--to', file)).status).toBe(0);
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
    // what is needed and nothing else: no people, no organizations
    expect([...new Set(lines.slice(1).map((line) => line.split('\t')[0]))].toSorted()).toEqual([
      'assessment',
      'assessment_cycle',
      'assessment_score',
      'assessment_scorer',
      'metric_snapshot',
      'published_assessment',
      'published_result',
      'scheme_version',
    ]);
    const empty = await createWorld();
    try {
      const said: string[] = [];
      expect(await runAssessment(['replay', '--from', file], empty.app, (line) => said.push(line))).toBe(0);
      expect(said[0]).toContain('重算一致');
      await writeFile(file, lines.map((line) => line.replace('"points":20', '"points":11')).join('\n'));
      expect(await runAssessment(['replay', '--from', file], empty.app, (line) => said.push(line))).toBe(1);
      expect(said.join('\n')).toContain('班子研究党建工作 得分：公布 20.00，重算 11.00');
    } finally {
      await empty.close();
    }
  });

  it('is refused where it is none', async () => {
    const file = path.join(folder, 'other.txt');
    await writeFile(file, '{"format":"other"}\n');
    await expect(run('--from', file)).rejects.toThrow('This is no file of dangwu-assessment-replay-1');
  });
});

it('says how it is used, and which cycles there are of a name', async () => {
  expect(await run()).toMatchObject({ status: 2, said: expect.stringContaining('--from FILE') });
  expect(await run('没有这个周期')).toMatchObject({ status: 2, said: expect.stringContaining('没有算过分') });
  expect((await run('2026 年上半年考核')).status).toBe(0);
});
