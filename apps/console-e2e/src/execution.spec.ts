import { ask, choose, expect, expectAccessible, open, signIn, test } from './journey';
import type { Page } from '@playwright/test';

/** The organization that these journeys propose for; its matters are told by their titles. */
async function organization(page: Page): Promise<string> {
  const { organizations } = await ask<{ organizations: { nodes: { id: string }[] } }>(
    page,
    '{ organizations(first: 1, filter: { search: "DZ0007" }) { nodes { id } } }',
  );
  return organizations.nodes[0]!.id;
}

async function uploaded(page: Page, name: string): Promise<string> {
  const answer = await page.request.post('/files', {
    headers: { 'x-dangwu-csrf': '1' },
    multipart: { file: { name, mimeType: 'text/csv', buffer: Buffer.from(`序号,内容\n1,${name}\n`) } },
  });
  return ((await answer.json()) as { id: string }).id;
}

/** A matter with its materials, accepted. */
async function accepted(page: Page, title: string, amountFen: string, kinds: readonly string[]): Promise<string> {
  type Step = { id: string; version: number };
  const step = async (name: string, input: object): Promise<Step> => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${name}(input: $input) { id version } }`;
    return (await ask<Record<string, Step>>(page, document, { input }))[name]!;
  };
  let matter = await step('draftMatter', {
    organizationId: await organization(page),
    category: 'LARGE_FUNDS',
    title,
    amountFen,
    background: '会员集中提出，列入年度工作要点。',
  });
  const now = () => ({ id: matter.id, version: matter.version });
  for (const kind of kinds)
    matter = await step('addMatterMaterial', { ...now(), kind, fileId: await uploaded(page, `${kind}.csv`) });
  matter = await step('submitMatter', now());
  matter = await step('acceptMatter', now());
  return matter.id;
}

const dialog = (page: Page) => page.getByRole('dialog');

test('a decision: forwarded, adopted, carried out by milestones with evidence, reported back, closed', async ({
  page,
}) => {
  await open(page, 'PARTY_STAFF', '/matters', '重大事项');
  const title = '旅程会议系统更新';
  // below the amount from which the committee reviews it first
  const id = await accepted(page, title, '30000000', ['议题申请表']);
  await page.goto(`/matters/${id}`);
  await page.getByRole('button', { name: '送审', exact: true }).click();
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: '送审', exact: true }).click();
  await page.getByRole('button', { name: '登记决定' }).click();
  await dialog(page).getByText('通过', { exact: true }).click();
  await dialog(page).getByRole('button', { name: '登记决定' }).click();
  await page.getByRole('button', { name: '转入执行' }).click();
  await dialog(page).getByLabel('做什么').fill('签订设备合同');
  await dialog(page).getByRole('combobox', { name: '责任人' }).fill('信息中心');
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: '转入执行' }).click();
  await expect(page.getByText('责任人：信息中心')).toBeVisible();
  // what is open stands in the way of its end
  await page.getByRole('button', { name: '办结', exact: true }).click();
  await dialog(page).getByRole('button', { name: '办结', exact: true }).click();
  await expect(dialog(page).getByRole('alert')).toContainText('节点“签订设备合同”没有销号');
  await dialog(page).getByRole('button', { name: '取消', exact: true }).click();
  await expect(dialog(page)).toHaveCount(0);

  await page.getByRole('button', { name: '报告办结：签订设备合同' }).click();
  await page.getByRole('form', { name: '报告办结：签订设备合同' }).getByRole('textbox').fill('合同已签订。');
  const [evidence] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('form').getByRole('button', { name: '上传附件' }).click(),
  ]);
  await evidence.setFiles({ name: '设备合同.csv', mimeType: 'text/csv', buffer: Buffer.from('序号,内容\n1,合同\n') });
  await expect(page.getByRole('form').getByText('设备合同.csv')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('form').getByRole('button', { name: '报告办结', exact: true }).click();
  const scan = page.getByRole('link', { name: '佐证文件：设备合同.csv' });
  const [download] = await Promise.all([page.waitForEvent('download'), scan.click()]);
  expect(download.suggestedFilename()).toBe('设备合同.csv');
  await page.getByRole('button', { name: '确认销号：签订设备合同' }).click();
  await expect(page.getByText('节点销号：签订设备合同')).toBeVisible();
  await page.getByRole('button', { name: '办结', exact: true }).click();
  await dialog(page).getByRole('button', { name: '办结', exact: true }).click();
  await expect(dialog(page).getByRole('alert')).toContainText('至少要 1 次');
  await dialog(page).getByRole('button', { name: '取消', exact: true }).click();
  await expect(dialog(page)).toHaveCount(0);

  await page.getByRole('button', { name: '反馈执行情况' }).click();
  await dialog(page).getByLabel('执行情况和结果').fill('设备已更新，试运行正常。');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    dialog(page).getByRole('button', { name: '上传附件' }).click(),
  ]);
  await chooser.setFiles({ name: '验收单.csv', mimeType: 'text/csv', buffer: Buffer.from('序号,内容\n1,验收\n') });
  await expect(dialog(page).getByText('验收单.csv')).toBeVisible();
  await dialog(page).getByRole('button', { name: '反馈执行情况' }).click();
  await expect(page.getByRole('link', { name: '验收单.csv' })).toBeVisible();
  await page.getByRole('button', { name: '办结', exact: true }).click();
  await dialog(page).getByRole('button', { name: '办结', exact: true }).click();
  await expect(page.getByText('已办结').first()).toBeVisible();
  await expectAccessible(page);
});

test('a matter that needs opinions: asked, given by the expert, and then only the other is missing', async ({
  browser,
  page,
}) => {
  await open(page, 'PARTY_STAFF', '/matters', '重大事项');
  const title = '旅程检测设备购置';
  const id = await accepted(page, title, '400000000', ['议题申请表', '可行性研究报告', '资金来源与预算']);
  await page.goto(`/matters/${id}`);
  await expect(page.getByText('还不能排会：缺专家意见、法律审查意见。')).toBeVisible();
  await page.getByRole('button', { name: '征求意见', exact: true }).click();
  await dialog(page).getByLabel('征求谁的意见').click();
  await choose(page, '钱屹');
  await dialog(page).getByLabel('请对方回答什么').fill('设备选型是否合理？');
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: '征求意见', exact: true }).click();
  await expect(page.getByText('征求钱屹的专家意见')).toBeVisible();
  await page.getByRole('button', { name: '催要：钱屹' }).click();
  await expect(page.getByRole('button', { name: '催要：钱屹' })).toBeDisabled();
  // past the gate there is no way: the attempt is refused with the rule
  await page.getByRole('button', { name: '送审', exact: true }).click();
  await dialog(page).getByRole('button', { name: '送审', exact: true }).click();
  await expect(dialog(page).getByRole('alert')).toContainText('须先经功能型党委前置审议并同意');
  await dialog(page).getByRole('button', { name: '取消', exact: true }).click();
  await expect(page.getByText('拒绝上会')).toBeVisible();

  const other = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const expert = await other.newPage();
  await signIn(expert, 'EXPERT');
  await expert.goto('/my-reviews');
  await expert.getByRole('link', { name: `审阅：${title}` }).click();
  await expect(expert.getByText('设备选型是否合理？')).toBeVisible();
  await expect(expert.getByRole('link', { name: '可行性研究报告.csv' })).toBeVisible();
  await expert.getByText('有保留地支持', { exact: true }).click();
  await expert.getByText('4 分', { exact: true }).click();
  await expert.getByLabel('意见', { exact: true }).fill('建议增加备品备件预算。');
  await expectAccessible(expert);
  await expert.getByRole('button', { name: '提出意见' }).click();
  await expect(expert.getByText('建议增加备品备件预算。')).toBeVisible();
  // nothing else of the association's matters is open to an expert
  await expert.goto(`/matters/${id}`);
  await expect(expert.getByText(title)).toHaveCount(0);
  await other.close();

  await expect(page.getByText('还不能排会：缺法律审查意见。')).toBeVisible();
  await expect(page.getByRole('heading', { name: /专家意见（1 人）/ })).toContainText('平均 4.0 / 5，1 条保留意见');
});
