import { ask, choose, expect, expectAccessible, open, prefer, test } from './journey';
import type { Page } from '@playwright/test';

/** The organization that these journeys propose for; its matters are told by their titles. */
async function organization(page: Page): Promise<string> {
  const { organizations } = await ask<{ organizations: { nodes: { id: string }[] } }>(
    page,
    '{ organizations(first: 1, filter: { search: "DZ0009" }) { nodes { id } } }',
  );
  return organizations.nodes[0]!.id;
}

async function drafted(page: Page, title: string): Promise<string> {
  const input = {
    organizationId: await organization(page),
    category: 'LARGE_FUNDS',
    title,
    amountFen: '120000000',
    background: '会员集中提出，列入年度工作要点。',
  };
  const { draftMatter } = await ask<{ draftMatter: { id: string } }>(
    page,
    'mutation ($input: DraftMatterInput!) { draftMatter(input: $input) { id } }',
    { input },
  );
  return draftMatter.id;
}

/** Hands a file in as a material, as a person does. */
async function handIn(page: Page, button: string, content: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  await chooser.setFiles({ name: '材料.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });
}

test('a matter: submitted, returned, submitted again with what differs, accepted', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/matters', '重大事项');
  const id = await drafted(page, '旅程培训中心改造');
  await page.goto(`/matters/${id}`);
  await expect(page.getByRole('heading', { level: 1, name: '旅程培训中心改造' })).toBeVisible();
  // what the rule asks for is missing, and the refusal names it
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await expect(page.getByText(/缺少材料：议题申请表、资金来源与预算/)).toBeVisible();
  for (const kind of ['议题申请表', '资金来源与预算']) {
    await handIn(page, `上传：${kind}`, `序号,内容\n1,${kind}\n`);
    await expect(page.getByRole('button', { name: `上传新版：${kind}` })).toBeVisible();
  }
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await expect(page.getByText('提交第 1 版')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '退回' }).click();
  await page.getByLabel('退回原因').fill('没有分期安排，请补充。');
  await page.getByRole('dialog').getByRole('button', { name: '退回', exact: true }).click();
  await expect(page.getByRole('note').getByText('没有分期安排，请补充。')).toBeVisible();
  await page.getByRole('button', { name: '修改', exact: true }).click();
  await page.getByRole('dialog').getByLabel('金额').fill('110.5');
  await page.getByLabel('方案').fill('分两期实施，先改造报告厅。');
  await expectAccessible(page);
  await page.getByRole('button', { name: '保存修改' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: '重新提交' }).click();
  const changes = page.getByRole('list', { name: '与上一版的不同' });
  await expect(changes).toBeVisible();
  await expect(changes.locator('del')).toHaveText(['原为：120 万元']);
  await expect(changes.locator('ins')).toHaveText(['改为：110.5 万元', '改为：分两期实施，先改造报告厅。']);
  await page.getByRole('button', { name: '受理', exact: true }).click();
  await expect(page.getByText('受理第 2 版')).toBeVisible();
  await expect(page.getByText(/前审〔\d{4}〕\d+号/).first()).toBeVisible();
});

test('a matter is drafted by what its rule asks: the amount where there are bands, and not where there are none', async ({
  page,
}) => {
  await open(page, 'PARTY_STAFF', '/matters', '重大事项');
  await page.goto(`/matters?within=${await organization(page)}`);
  await page.getByRole('button', { name: '起草事项' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('类别').click();
  await choose(page, '重要机构设置');
  await expect(form.getByText('机构设置方案')).toBeVisible();
  await expect(form.getByLabel('金额')).toHaveCount(0);
  await form.getByLabel('类别').click();
  await choose(page, '大额资金使用');
  await form.getByLabel('金额').fill('320');
  await expect(form.getByText('300 万元以上')).toBeVisible();
  await expect(form.getByText('须专家意见、须法律审查')).toBeVisible();
  await form.getByRole('textbox', { name: '事项' }).fill('旅程起草事项');
  await expectAccessible(page);
  await form.getByRole('button', { name: '存为草稿' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '旅程起草事项' })).toBeVisible();
});

test('the gate is refused with the rule, and the attempt stands in the record', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/matters', '重大事项');
  const id = await drafted(page, '旅程未经审议的事项');
  const attempt = ask(
    page,
    `mutation ($input: PlaceOnCouncilAgendaInput!) { placeOnCouncilAgenda(input: $input) { id } }`,
    { input: { id, version: 1, meetingOn: '2099-01-01' } },
  );
  await expect(attempt).rejects.toThrow(/MATTER_GATE/);
  await page.goto(`/matters/${id}`);
  await expect(page.getByText('拒绝上会')).toBeVisible();
  await expect(page.getByText(/须先经功能型党委前置审议并同意/)).toBeVisible();
});

test('the rules of a tier, and which one would apply', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/review-rules', '审议规则');
  await page.goto(`/review-rules?within=${await organization(page)}`);
  await page.getByLabel('金额').fill('500');
  await expect(page.getByText('材料 3 个工作日前送达').first()).toBeVisible();
  await expect(page.getByText('须专家意见、须法律审查').first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '改规则：重大工作部署' }).click();
  const form = page.getByRole('dialog');
  await expect(form.getByText('第 1 档', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await form.getByLabel('材料提前（工作日）').fill('5');
  await form.getByLabel('依据').fill('党委会〔2026〕9号');
  await form.getByRole('button', { name: '保存新版' }).click();
  await expect(page.getByText('审议规则已更新。')).toBeVisible();
  await expect(page.getByRole('region', { name: '第 2 版' })).toBeVisible();
});

test('the ledger says what became of opinions, and is saved as a spreadsheet as it is shown', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/matters?states=ACCEPTED.DECIDED.IN_EXECUTION.CLOSED', '重大事项');
  const adoption = page.getByRole('region', { name: /审议意见的采纳与落实/ });
  await expect(adoption.getByRole('link', { name: /审议意见采纳率/ })).toContainText('%');
  await expect(adoption.getByRole('link', { name: /紧急事项按期补审率/ })).toBeVisible();
  await adoption.getByText(/没有完全按审议意见作出决定的/).click();
  await expect(adoption.getByRole('listitem').filter({ hasText: '修改后通过' }).first()).toBeVisible();
  await expectAccessible(page);
  await adoption.getByRole('link', { name: /审议意见采纳率/ }).click();
  await expect(page).toHaveURL(/outcomes=/);
  await page.getByRole('button', { name: '导出本表' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /^下载重大事项台账-.*\.xlsx$/ }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^重大事项台账-\d{4}-\d{2}-\d{2}\.xlsx$/);
});

test('the register of numbers: of every kind, without gaps, each with its document', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/document-numbers', '文号台账');
  await expect(page.getByText('没有缺号')).toBeVisible();
  await expectAccessible(page);
  for (const [kind, sign] of [
    ['REPORT', '报'],
    ['REQUEST', '请'],
    ['MATTER', '前审'],
  ] as const) {
    await page.goto(`/document-numbers?kinds=${kind}`);
    await expect(page.getByRole('rowheader', { name: new RegExp(`^${sign}〔\\d{4}〕\\d+号$`) }).first()).toBeVisible();
  }
  await page.getByLabel('年度').click();
  await choose(page, '2019 年');
  await expect(page.getByText('没有符合条件的文号。')).toBeVisible();
  await page.goto('/document-numbers?kinds=MATTER');
  const row = page.getByRole('row', { name: /前审〔/ }).first();
  const title = await row.getByRole('link').innerText();
  await row.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
});

test('in the dark and in English', async ({ page }) => {
  await prefer(page, { mode: 'dark', language: 'en' });
  await open(page, 'PARTY_STAFF', '/matters', 'Major matters');
  await page.getByRole('link', { name: '行业公共服务平台二期建设' }).click();
  await expect(page.getByText('Submitted version 2')).toBeVisible();
  await expectAccessible(page);
});
