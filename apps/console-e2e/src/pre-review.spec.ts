import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { choose, expect, expectAccessible, open, test } from './journey';
import {
  advised,
  branchInstitution,
  concludeAndClose,
  dialog,
  handIn,
  jointSession,
  part,
  secretaryOf,
  secretVote,
  type Choice,
} from './pre-review-journey';
import { CHAIR, figureOf, phoneOf, type Sitter } from './room-journey';

const title = '旅程检测中心设备购置';
const SECOND: Sitter = { name: '罗海云', username: 'luohaiyun' };
const THIRD: Sitter = { name: '许蔓', username: 'xuman' };
/** Whose legal check it is, and who takes no part therefore. */
const LAWYER: Sitter = { name: '邵宁', username: 'shaoning' };
const PRESIDENT: Sitter = { name: '高远', username: 'gaoyuan' };
const rosters = { PARTY: [CHAIR, SECOND, THIRD, LAWYER], COUNCIL: [PRESIDENT, CHAIR, SECOND] };
const materials = ['议题申请表', '可行性研究报告', '资金来源与预算'];

const roster = (page: Page, body: 'PARTY' | 'COUNCIL') => page.locator(`[data-roster="${body}"]`);
const stateOf = (page: Page) => page.locator('.page-head .state-word');

test('large funds of a branch institution: reviewed twice, decided, carried out, closed, verified outside', async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  test.setTimeout(600_000);
  await open(page, 'PARTY_STAFF', '/matters', '重大事项');
  const institution = await branchInstitution(page);
  const secretary = await secretaryOf(browser, baseURL, institution.id);
  let address = '';

  await test.step('the rule: such matters are voted secretly', async () => {
    await page.goto('/review-rules?tier=BRANCH_INSTITUTION');
    await page.getByRole('button', { name: '改规则：大额资金使用' }).click();
    const highest = dialog(page).getByRole('group', { name: '第 3 档' });
    await highest.getByLabel('表决方式').click();
    await choose(page, '无记名投票');
    await dialog(page).getByLabel('依据').fill('党委会〔2026〕旅程1号');
    await dialog(page).getByRole('button', { name: '保存新版' }).click();
    await expect(page.getByText('审议规则已更新。')).toBeVisible();
  });

  await test.step('the institution drafts it, hands in what the rule asks for, and submits', async () => {
    await secretary.goto(`/matters?within=${institution.id}`);
    await secretary.getByRole('button', { name: '起草事项' }).click();
    const form = dialog(secretary);
    await form.getByLabel('类别').click();
    await choose(secretary, '大额资金使用');
    await form.getByLabel('金额').fill('380');
    await expect(form.getByText('须专家意见、须法律审查')).toBeVisible();
    await expect(form.getByText('无记名投票')).toBeVisible();
    await form.getByRole('textbox', { name: '事项' }).fill(title);
    await form.getByLabel('背景和理由').fill('现有设备超过使用年限，检测业务排队两个月。');
    await form.getByLabel('方案').fill('一次购置六台设备。');
    await form.getByLabel('紧急原因').fill('现有设备停用，检测业务中断。');
    await form.getByRole('button', { name: '存为草稿' }).click();
    await expect(secretary.getByRole('heading', { level: 1, name: title })).toBeVisible();
    for (const kind of materials) {
      await handIn(secretary, `上传：${kind}`, `序号,内容\n1,${kind}\n`);
      await expect(secretary.getByRole('button', { name: `上传新版：${kind}` })).toBeVisible();
    }
    await secretary.getByRole('button', { name: '提交', exact: true }).click();
    await expect(stateOf(secretary)).toHaveText('已提交');
    address = new URL(secretary.url()).pathname;
  });

  await test.step('it is accepted, an expert and the legal check are heard', async () => {
    await page.goto(address);
    await expect(page.getByText(`${institution.name}提出`)).toBeVisible();
    await page.getByRole('button', { name: '受理', exact: true }).click();
    await expect(page.getByText('还不能排会：缺专家意见、法律审查意见。')).toBeVisible();
    await advised(page, browser, baseURL, {
      ...{ of: '钱屹', username: 'qianyi', title, question: '设备选型是否合理？' },
      ...{ stance: '支持', score: '4 分', text: '选型合理，建议分批到货。' },
    });
    await expect(page.getByText('还不能排会：缺法律审查意见。')).toBeVisible();
    await advised(page, browser, baseURL, {
      ...{ of: LAWYER.name, username: 'shaoning', title, question: '采购方式是否合规？' },
      ...{ stance: '合法合规', text: '应当公开招标。' },
    });
    await expect(page.getByText(/还不能排会/)).toHaveCount(0);
    // who proposes it sees what came of it without being told
    await expect(stateOf(secretary)).toHaveText('已受理');
  });

  const phones = new Map<Sitter, Page>();
  const enter = async (id: string) => {
    for (const who of [CHAIR, SECOND, THIRD, PRESIDENT]) {
      const known = phones.get(who);
      if (known) await known.goto(`/sessions/${id}/room?screen=member`);
      else phones.set(who, await phoneOf(browser, baseURL, who, id));
    }
    await page.goto(`/sessions/${id}/room`);
    await page.getByRole('button', { name: '宣布开会' }).click();
    for (const own of phones.values()) await own.getByRole('button', { name: '签到', exact: true }).tap();
    await page.getByRole('group', { name: LAWYER.name }).getByRole('radio', { name: '到会' }).check();
    await expect(roster(page, 'PARTY').getByText('应到 4 人，实到 4 人')).toBeVisible();
    await expect(roster(page, 'COUNCIL').getByText('应到 3 人，实到 3 人')).toBeVisible();
    await page.getByRole('button', { name: `开始审议：${title}` }).click();
    await page.getByText('登记回避', { exact: true }).first().click();
    await page.getByLabel('谁回避').selectOption({ label: LAWYER.name });
    await page.getByLabel('回避原因').fill('提出过法律审查意见');
    await page.getByRole('button', { name: '登记回避', exact: true }).click();
    await expect(figureOf(page, 'recused')).toHaveText('1');
  };
  const votes = (of: readonly (readonly [Sitter, Choice])[]) =>
    of.map(([who, choice]) => ({ phone: phones.get(who)!, choice }));

  await test.step('the first joint session: one recused, a secret vote does not let it pass', async () => {
    const id = await jointSession(page, { title: '旅程一并召开的第一次会议', matter: title, rosters });
    const wall = await context.newPage();
    await wall.goto(`/sessions/${id}/room?screen=wall`);
    await enter(id);
    const cast = votes([
      [CHAIR, '赞成'],
      [SECOND, '反对'],
      [THIRD, '反对'],
    ]);
    await secretVote(page, 'PARTY', cast, () => expectAccessible(page));
    await expect(part(wall, 'PARTY').getByText('未通过', { exact: true })).toBeVisible();
    await expect(part(wall, 'PARTY').locator('.room-result dd')).toHaveText(['1', '2', '0']);
    // the council does not vote on what the party body did not agree to
    await part(page, 'COUNCIL').getByRole('button', { name: '开始无记名投票' }).click();
    await expect(page.getByRole('alert')).toContainText('常务理事会还不能表决');
    await page.getByRole('button', { name: '知道了' }).click();
    await concludeAndClose(page, '修改后再议', '压缩规模，分两批购置，并写明招标方式。');
    await wall.close();
  });

  await test.step('the second version, with what differs', async () => {
    await expect(secretary.getByText('压缩规模，分两批购置，并写明招标方式。').first()).toBeVisible();
    await secretary.getByRole('button', { name: '修改', exact: true }).click();
    await dialog(secretary).getByLabel('金额').fill('310');
    await dialog(secretary).getByLabel('方案').fill('分两批购置五台设备，公开招标。');
    await dialog(secretary).getByRole('button', { name: '保存修改' }).click();
    await expect(dialog(secretary)).toHaveCount(0);
    await handIn(secretary, '上传新版：资金来源与预算', '序号,内容\n1,分两年列支\n');
    await expect(secretary.getByText(/^第 2 版/)).toBeVisible();
    await secretary.getByRole('button', { name: '重新提交' }).click();
    await page.goto(address);
    const changes = page.getByRole('list', { name: '与上一版的不同' });
    await expect(changes.locator('del').first()).toHaveText('原为：380 万元');
    await expect(changes.locator('ins').first()).toHaveText('改为：310 万元');
    await expect(changes).toContainText('分两批购置五台设备，公开招标。');
    await expect(changes).toContainText('资金来源与预算');
    await expectAccessible(page);
    await page.getByRole('button', { name: '受理', exact: true }).click();
    await expect(page.getByText('受理第 2 版')).toBeVisible();
  });

  await test.step('the next joint session: it passes, and the council decides', async () => {
    const id = await jointSession(page, { title: '旅程一并召开的第二次会议', matter: title, rosters });
    await enter(id);
    const party = votes([
      [CHAIR, '赞成'],
      [SECOND, '赞成'],
      [THIRD, '反对'],
    ]);
    await secretVote(page, 'PARTY', party);
    await expect(part(page, 'PARTY').getByText('通过', { exact: true })).toBeVisible();
    const council = votes([
      [PRESIDENT, '赞成'],
      [CHAIR, '赞成'],
      [SECOND, '赞成'],
    ]);
    await secretVote(page, 'COUNCIL', council);
    await expect(part(page, 'COUNCIL').getByText('通过', { exact: true })).toBeVisible();
    await concludeAndClose(page, '同意', '同意，按招标结果执行。');
    await expect(stateOf(secretary)).toHaveText('已决定');
    for (const own of phones.values()) await own.context().close();
  });

  await test.step('carried out: a milestone, the report back, the end', async () => {
    await page.goto(address);
    await page.getByRole('button', { name: '转入执行' }).click();
    await dialog(page).getByLabel('做什么').fill('完成公开招标');
    await dialog(page).getByRole('combobox', { name: '责任人' }).fill('检测专委会');
    await dialog(page).getByRole('button', { name: '转入执行' }).click();
    await secretary.getByRole('button', { name: '报告办结：完成公开招标' }).click();
    await secretary.getByRole('form').getByRole('textbox').fill('中标结果已公示。');
    await secretary.getByRole('form').getByRole('button', { name: '报告办结', exact: true }).click();
    await page.getByRole('button', { name: '确认销号：完成公开招标' }).click();
    await expect(secretary.getByText('节点销号：完成公开招标')).toBeVisible();
    await secretary.getByRole('button', { name: '反馈执行情况' }).click();
    await dialog(secretary).getByLabel('执行情况和结果').fill('首批三台设备已投入使用，与审议意见一致。');
    await dialog(secretary).getByRole('button', { name: '反馈执行情况' }).click();
    await expect(page.getByText('首批三台设备已投入使用，与审议意见一致。')).toBeVisible();
    await page.getByRole('button', { name: '办结', exact: true }).click();
    await dialog(page).getByRole('button', { name: '办结', exact: true }).click();
    await expect(stateOf(page)).toHaveText('已办结');
    await expect(stateOf(secretary)).toHaveText('已办结');
    await expectAccessible(page);
  });

  await test.step('an outsider verifies the file, and finds one byte that was changed', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出事项档案（zip）' }).click(),
    ]);
    const folder = await mkdtemp(path.join(tmpdir(), 'dangwu-journey-'));
    try {
      execFileSync('unzip', ['-q', await download.path(), '-d', folder]);
      const verify = () => spawnSync('bash', ['verify.sh'], { cwd: folder, encoding: 'utf8' });
      expect(verify().stdout).toContain('✓ 完整');
      expect(verify().status).toBe(0);
      const record = path.join(folder, 'record.jsonl');
      const bytes = await readFile(record);
      bytes[bytes.indexOf('REVIEWED')] = 'r'.charCodeAt(0);
      await writeFile(record, bytes);
      expect(verify().stdout).toMatch(/record\.jsonl 第 \d+ 条被改动过/);
      expect(verify().status).toBe(1);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
  await secretary.context().close();
});
