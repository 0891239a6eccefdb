import { RemindJob } from '@dangwu/activities';
import { globalId, localId } from '@dangwu/platform/ids';
import { createWorld, unpack, type Actor, type World } from '@dangwu/testing';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { VerifyRecords } from '../record/verify-records';
import { Matters, type MatterAnswer } from '../trial/matters';

interface Milestone {
  readonly id: string;
  readonly version: number;
  readonly no: number;
  readonly text: string;
  readonly owner: string | null;
  readonly state: string;
  readonly overdue: boolean;
  readonly droppedReason: string | null;
}
interface Task {
  readonly id: string;
  readonly version: number;
  readonly text: string;
  readonly matterId: string | null;
  readonly activityId: string | null;
  readonly mine: boolean;
  readonly canReport: boolean;
  readonly canClose: boolean;
}

// the world's clock stands at 2026-09-18 10:20 in Shanghai
let world: World;
let matters: Matters;
let branch: { id: string };
let [secretary, member, leader, second, stranger]: Actor[] = [];
beforeAll(async () => {
  world = await createWorld();
  matters = new Matters(world);
  // what is proposed across a GUIDES edge is carried out there, and followed by the association
  branch = await world.branch('绿色低碳分会党支部', { relation: 'GUIDES', tier: 'BRANCH_INSTITUTION' });
  secretary = await world.account('SECRETARY', branch);
  member = await world.account('MEMBER', branch);
  leader = await world.account('LEADER', world.root);
  second = await world.account('PARTY_STAFF', world.root);
  stranger = await world.account('SECRETARY', await world.branch('别的支部'));
});
afterAll(() => world.close());

const milestone = 'id version no text owner state overdue droppedReason';
const task = 'id version text matterId activityId mine canReport canClose';
const of = async (matter: { id: string }, actor?: Actor): Promise<Milestone[]> =>
  (await matters.read<{ milestones: Milestone[] }>(matter.id, `milestones { ${milestone} }`, actor)).milestones;
const tasks = async (actor: Actor): Promise<Task[]> =>
  (await world.as(actor).query<{ ownSupervisionItems: Task[] }>(`{ ownSupervisionItems { ${task} } }`))
    .ownSupervisionItems;
const taskOf = async (actor: Actor, text: string) => (await tasks(actor)).find((one) => one.text === text);
const step = (name: string, { id, version }: { id: string; version: number }, more: object = {}, by?: Actor) =>
  matters.do<Task>(name, { id, version, ...more }, by, task);
const accountId = ({ accountId: id }: Actor) => globalId('Account', id);
const again = (matter: { id: string }) => matters.read(matter.id);

async function decided(title: string, outcome = 'ADOPTED'): Promise<MatterAnswer> {
  const agreed = await matters.put(
    await matters.submitted(branch, { title }, secretary),
    `state = 'REVIEWED', opinion = 'AGREE'`,
  );
  const forwarded = await matters.step('placeOnCouncilAgenda', agreed, { meetingOn: '2026-09-18' });
  const reason = outcome === 'ADOPTED' ? null : '理由';
  return matters.step('recordCouncilOutcome', forwarded, { outcome, decidedOn: '2026-09-18', reason });
}
const contract = { text: '签订合同', owner: '随便写的', dueOn: '2026-10-20' };
const begin = async (title: string, milestones: object[] = [contract]) =>
  matters.step('executeMatter', await decided(title), { milestones });

const get = (url: string, by: Actor) => fetch(`${world.url}${url}`, { headers: { cookie: by.cookie } });

/** The files of the first milestone, for its owner and whoever reads the matter, and for nobody else. */
async function seenBy(matter: { id: string }, other: Actor): Promise<void> {
  const { milestones } = await matters.read<{ milestones: { files: { name: string; url: string }[] }[] }>(
    matter.id,
    'milestones { files { name url } }',
    leader,
  );
  expect(milestones[0]!.files.map(({ name }) => name)).toEqual(['合同.csv', '补充协议.csv']);
  const { url } = milestones[0]!.files[0]!;
  const answers = [];
  for (const actor of [member!, leader!, secretary!, other]) answers.push((await get(url, actor)).status);
  expect(answers).toEqual([200, 200, 200, 404]);
  expect((await get(url, (await world.another()).staff)).status).toBe(404);
}

describe('a decision that is carried out', () => {
  it('goes by milestones, which are tasks of their owners, to the report back and its end', async () => {
    const matter = await begin('公共平台', [
      { ...contract, ownerId: accountId(member!) },
      { text: '一期上线', owner: '党支部', ownerId: branch.id, dueOn: '2026-12-25' },
      { text: '场地腾退', owner: '某公司', dueOn: '2026-11-01' },
    ]);
    expect(matter.state).toBe('IN_EXECUTION');
    const name = (await of(matter))[0]!.owner;
    expect(name).not.toBe('随便写的');
    const mine = (await taskOf(member!, '签订合同'))!;
    expect(mine).toMatchObject({ matterId: matter.id, activityId: null, mine: true, canReport: true, canClose: false });
    expect(await taskOf(secretary!, '一期上线')).toMatchObject({ mine: true, canReport: true });
    // who proposes reads them with the matter, though the association gave them
    expect((await of(matter, secretary)).map(({ no, text }) => [no, text])).toEqual([
      [1, '签订合同'],
      [2, '一期上线'],
      [3, '场地腾退'],
    ]);
    const scan = await matters.upload('合同.csv', member);
    await step('reportSupervisionItem', mine, { evidence: '合同已签订，编号 12。', fileId: scan }, member);
    // closed by whoever conducts matters, wherever it lies, and by nobody else
    const reported = (await taskOf(world.staff, '签订合同'))!;
    expect(reported).toMatchObject({ mine: false, canClose: true });
    await expect(step('closeSupervisionItem', reported, {}, secretary)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const back = await step('returnSupervisionItem', reported, { reason: '缺合同扫描件' });
    const reportAgain = (fileId: string, by = member) =>
      step('reportSupervisionItem', back, { evidence: '已补扫描件', fileId }, by);
    await expect(reportAgain(scan)).rejects.toMatchObject({ reason: 'SUPERVISION_FILE_USED' });
    const others = await matters.upload('别人的.csv', secretary);
    await expect(reportAgain(others)).rejects.toMatchObject({ reason: 'SUPERVISION_FILE_UNKNOWN' });
    await reportAgain(await matters.upload('补充协议.csv', member));
    await step('closeSupervisionItem', (await taskOf(world.staff, '签订合同'))!);

    const close = async (more: object = {}) => matters.step('closeMatter', await again(matter), more);
    await expect(close()).rejects.toMatchObject({
      code: 'RULE_VIOLATION',
      reason: 'MATTER_MILESTONES_OPEN',
      messages: { zh: expect.stringContaining('“一期上线”、“场地腾退”') },
    });
    await step('reportSupervisionItem', (await taskOf(secretary!, '一期上线'))!, { evidence: '已上线' }, secretary);
    await step('closeSupervisionItem', (await taskOf(world.staff, '一期上线'))!);
    const third = (await of(matter))[2]!;
    await matters.step('dropMilestone', await again(matter), { milestoneId: third.id, reason: '场地方案取消' });
    expect((await of(matter))[2]).toMatchObject({ state: 'DROPPED', droppedReason: '场地方案取消' });
    await expect(close()).rejects.toMatchObject({
      reason: 'MATTER_REPORT_MISSING',
      messages: { zh: expect.stringMatching(/反馈了 0 次，至少要 1 次。依据“办结前向党委报告执行情况”/) },
    });
    const fileId = await matters.upload('执行情况.csv', secretary);
    const told = await matters.step('reportBack', await again(matter), { text: '平台已上线。', fileId }, secretary);
    const { reports } = await matters.read<{ reports: { no: number; text: string; fileUrl: string }[] }>(
      told.id,
      'reports { no text fileUrl }',
      leader,
    );
    expect(reports).toMatchObject([{ no: 1, text: '平台已上线。' }]);
    const answered = await fetch(`${world.url}${reports[0]!.fileUrl}`, { headers: { cookie: leader!.cookie } });
    expect(answered.status).toBe(200);
    expect((await close()).state).toBe('CLOSED');
    const { records } = await matters.read<{ records: { kind: string; subject: string | null }[] }>(
      matter.id,
      'records { kind subject }',
    );
    expect(records.slice(0, 9).map(({ kind }) => kind)).toEqual([
      'CLOSED',
      'REPORTED_BACK',
      'MILESTONE_DROPPED',
      'MILESTONE_CLOSED',
      'MILESTONE_REPORTED',
      'MILESTONE_CLOSED',
      'MILESTONE_REPORTED',
      'MILESTONE_RETURNED',
      'MILESTONE_REPORTED',
    ]);
    expect(records[2]!.subject).toBe('场地腾退');
    await seenBy(matter, stranger!);
    const folder = await mkdtemp(path.join(tmpdir(), 'dangwu-evidence-'));
    try {
      const zip = await get(`/files/matters/${matter.id}/export.zip`, leader!);
      const names = await unpack(Buffer.from(await zip.arrayBuffer()), folder);
      expect(names.filter((one) => one.startsWith('evidence'))).toEqual([
        'evidence.txt',
        'evidence/001-合同.csv',
        'evidence/002-补充协议.csv',
        'evidence/003-执行情况.csv',
      ]);
      const verify = () => spawnSync('bash', ['verify.sh'], { cwd: folder, encoding: 'utf8' }).stdout;
      expect(verify()).toContain('✓ 完整');
      const sums = path.join(folder, 'SHA256SUMS');
      await rm(path.join(folder, 'evidence/001-合同.csv'));
      await writeFile(sums, (await readFile(sums, 'utf8')).replace(/^.*001-合同.csv\n/m, ''));
      expect(verify()).toContain('记录里的一件执行佐证不在档案里');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    expect(await world.app.get(VerifyRecords, { strict: false }).verify()).toMatchObject({ ok: true });
  });

  it('shows what is overdue in the ledger, and reminds its owner', async () => {
    const matter = await begin('逾期的事项', [{ ...contract, text: '提交方案', ownerId: accountId(member!) }]);
    const read = () => matters.read(matter.id, 'overdueMilestones');
    const late = async () => {
      const document = `{ matters(first: 50, filter: { late: true }) { nodes { id } } }`;
      const { matters: page } = await world.as(leader!).query<{ matters: { nodes: { id: string }[] } }>(document);
      return page.nodes.some(({ id }) => id === matter.id);
    };
    expect([await read(), await late()]).toEqual([{ overdueMilestones: 0 }, false]);
    const [one] = await of(matter);
    await world.write((tx) =>
      tx.query(`update supervision_item set due_on = '2026-09-17' where id = $1`, [
        localId('SupervisionItem', one!.id),
      ]),
    );
    expect([await read(), await late()]).toEqual([{ overdueMilestones: 1 }, true]);
    expect(await of(matter)).toMatchObject([{ overdue: true }]);
    await world.app.get(RemindJob).run();
    const { notifications } = await world
      .as(member!)
      .query<{ notifications: { nodes: { title: { zh: string } }[] } }>(
        `{ notifications(first: 20) { nodes { title { zh } } } }`,
      );
    expect(notifications.nodes.map(({ title }) => title.zh)).toContain('1 项任务已逾期');
  });

  it('gets further milestones while it is carried out, ahead of today, by whoever conducts it', async () => {
    const matter = await begin('扩展的事项');
    const add = async (more: object, by?: Actor) =>
      matters.step('addMilestone', await again(matter), { milestone: { ...contract, ...more } }, by);
    await add({ text: '竣工验收' });
    expect((await of(matter)).map(({ text }) => text)).toEqual(['签订合同', '竣工验收']);
    await expect(add({ dueOn: '2026-09-17' })).rejects.toMatchObject({ reason: 'MILESTONE_DAY' });
    await expect(add({ ownerId: `Account_${'0'.repeat(32)}` })).rejects.toMatchObject({ reason: 'PERSON_UNKNOWN' });
    await expect(add({}, secretary)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const before = await decided('还没有执行的事项');
    await expect(matters.step('addMilestone', before, { milestone: contract })).rejects.toMatchObject({
      reason: 'MATTER_NOT_IN_EXECUTION',
    });
    await expect(matters.step('reportBack', before, { text: '完成' }, secretary)).rejects.toMatchObject({
      reason: 'MATTER_NOT_IN_EXECUTION',
    });
  });

  it('keeps what was closed or dropped as it is', async () => {
    const matter = await begin('取消一次');
    const [one] = await of(matter);
    const drop = async () =>
      matters.step('dropMilestone', await again(matter), { milestoneId: one!.id, reason: '不再需要' });
    await drop();
    await expect(drop()).rejects.toMatchObject({ reason: 'MILESTONE_OVER' });
    const other = await begin('另一件');
    await expect(
      matters.step('dropMilestone', other, { milestoneId: one!.id, reason: '别的事项的节点' }),
    ).rejects.toMatchObject({ reason: 'UNKNOWN_ID' });
  });

  it('is confirmed by somebody else than who carried it out', async () => {
    await begin('自己办的事项', [{ ...contract, text: '自己办理', ownerId: accountId(world.staff) }]);
    const mine = (await taskOf(world.staff, '自己办理'))!;
    await step('reportSupervisionItem', mine, { evidence: '办了' });
    const own = (await taskOf(world.staff, '自己办理'))!;
    expect(own.canClose).toBe(false);
    await expect(step('closeSupervisionItem', own)).rejects.toMatchObject({ reason: 'SUPERVISION_OWN_WORK' });
    await step('closeSupervisionItem', (await taskOf(second!, '自己办理'))!, {}, second);
  });

  it('has owners found around the organization that proposes', async () => {
    const matter = await begin('找人的事项');
    const document = 'query ($id: ID!, $search: String!) { milestoneOwners(id: $id, search: $search) { id name } }';
    const username = secretary!.username;
    const find = (by: Actor) =>
      world.as(by).query<{ milestoneOwners: { id: string }[] }>(document, { id: matter.id, search: username });
    expect((await find(world.staff)).milestoneOwners.map(({ id }) => id)).toEqual([accountId(secretary!)]);
    await expect(find(secretary!)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('a decision that is not carried out', () => {
  it('is closed with a note', async () => {
    const rejected = await decided('未通过的事项', 'NOT_ADOPTED');
    await expect(matters.step('executeMatter', rejected, { milestones: [contract] })).rejects.toMatchObject({
      reason: 'MATTER_STATE',
    });
    await expect(matters.step('closeMatter', rejected)).rejects.toMatchObject({ reason: 'MATTER_CLOSING_NOTE' });
    const closed = await matters.step('closeMatter', rejected, { note: '理事会未通过，不再提出。' });
    expect(closed.state).toBe('CLOSED');
    expect(await matters.read(closed.id, 'closingNote')).toEqual({ closingNote: '理事会未通过，不再提出。' });
  });

  it('was deferred: it is taken up again and waits for another session', async () => {
    const deferred = await matters.put(
      await matters.submitted(branch, { title: '缓议的事项' }, secretary),
      `state = 'REVIEWED', opinion = 'DEFER'`,
    );
    const resumed = await matters.step('resumeMatter', deferred);
    expect(resumed.state).toBe('ACCEPTED');
    expect(await matters.read(resumed.id, 'opinion')).toEqual({ opinion: null });
  });
});
