import { expect, expectAccessible, open, test } from './journey';

const csv = (words: string) => Buffer.from(`序号,内容\n1,${words}\n`);

const phrase = '请予审批';

test('a report with a hidden request becomes a request, goes up, comes back and is closed', async ({ page }) => {
  // the whole way of a request, with its files
  test.setTimeout(240_000);
  const title = `关于活动室改造经费的${Date.now() % 100_000}号文`;
  await open(page, 'PARTY_STAFF', '/dispatches', '请示报告');
  await page.getByRole('button', { name: '起草请示报告' }).click();
  const form = page.getByRole('form', { name: '起草请示报告' });
  await form.getByText('报告', { exact: true }).click();
  await form.locator('.picker').click();
  await page.getByLabel('名称、代码或拼音首字母').fill('DZ0002');
  await page.getByRole('list', { name: '搜索结果' }).getByRole('button', { name: '协会秘书处机关党总支' }).click();
  await form.getByLabel('标题').fill(title);
  await form.getByLabel('正文').fill(`现将改造情况报告如下。\n所需经费${phrase}。`);
  // what will be refused is told while it is being written
  await expect(form.getByText(`报告里写了“${phrase}”`)).toBeVisible();
  await form.getByRole('button', { name: '存为草稿' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '印发', exact: true }).click();
  await expect(page.getByRole('dialog').getByText(`报告里写了“${phrase}”`)).toBeVisible();
  await page.getByRole('button', { name: '知道了' }).click();

  await page.getByRole('button', { name: '修改', exact: true }).click();
  const change = page.getByRole('form', { name: '修改', exact: true });
  await change.getByText('请示', { exact: true }).click();
  await change.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('button', { name: '保存' })).toHaveCount(0);
  // attachments come and go until it is issued
  const attachments = page.getByRole('region', { name: '附件' });
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    attachments.getByRole('button', { name: '添加附件' }).click(),
  ]);
  await chooser.setFiles([
    { name: '改造方案.csv', mimeType: 'text/csv', buffer: csv('方案') },
    { name: '旧预算.csv', mimeType: 'text/csv', buffer: csv('预算') },
  ]);
  await expect(attachments.getByRole('listitem')).toHaveCount(2);
  await attachments.getByRole('button', { name: '移除 旧预算.csv' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '移除附件' }).click();
  await expect(attachments.getByRole('listitem')).toHaveCount(1);
  await expectAccessible(page);

  await page.getByRole('button', { name: '印发', exact: true }).click();
  await expect(page.getByText('已印发', { exact: true })).toBeVisible();
  await expect(attachments.getByText('附件在印发时已经固定')).toBeVisible();
  await expect(attachments.getByRole('button')).toHaveCount(0);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    attachments.getByRole('link', { name: '改造方案.csv' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('改造方案.csv');
  await expect(page.getByText(/请〔\d{4}〕\d+号/).first()).toBeVisible();

  await page.getByRole('button', { name: '登记收文' }).click();
  await page.getByRole('form', { name: '登记收文' }).getByRole('button', { name: '登记收文' }).click();
  await expect(page.getByText('已收文', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: '登记批复' }).click();
  const reply = page.getByRole('form', { name: '登记批复' });
  await reply.getByText('修改后同意').click();
  await reply.getByLabel('批复文号').fill('协党复〔2026〕9号');
  await reply.getByLabel('批复内容').fill('压缩两成后实施。');
  await reply.getByLabel('落实期限').fill('2027-12-31');
  await reply.getByLabel('落实期限').press('Enter');
  const scan = { name: '批复扫描.csv', mimeType: 'text/csv', buffer: csv('批复') };
  await reply.locator('input[type=file]').setInputFiles(scan);
  await expect(reply.getByText('批复扫描.csv')).toBeVisible();
  await reply.getByRole('button', { name: '登记批复' }).click();
  await expect(page.getByText('已批复', { exact: true })).toBeVisible();
  await expect(
    page.getByRole('region', { name: '上级批复' }).getByRole('link', { name: '批复扫描.csv' }),
  ).toBeVisible();

  await page.getByRole('button', { name: '报告落实情况' }).click();
  const followUp = page.getByRole('form', { name: '报告落实情况' });
  await followUp.getByLabel('落实情况').fill('已按压缩后的方案完成改造。');
  await followUp.getByRole('button', { name: '报告落实情况' }).click();
  await page.getByRole('button', { name: '办结' }).click();
  await expect(page.getByText('已办结', { exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: '办理经过' }).getByRole('listitem')).toHaveCount(6);
  await expectAccessible(page);
});

test('the ledger shows what waits for one, and what is late', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/dispatches', '请示报告');
  await expect(page.getByRole('link', { name: '关于改造党员活动室的请示' })).toBeVisible();
  await page.getByRole('button', { name: '在途' }).click();
  const late = page.getByRole('row', { name: /换届大会/ });
  await expect(late.getByText('已逾期')).toBeVisible();
  await expectAccessible(page);
});

test('what comes due is told under the bell, and leads to the dispatch with its attachments', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/notifications', '通知');
  await page.getByRole('link', { name: /请示报告即将到期/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: '关于举办青年党员标准化技能比武的请示' })).toBeVisible();
  const attachments = page.getByRole('region', { name: '附件' });
  await expect(attachments.getByRole('link', { name: '技能比武实施方案.pdf' })).toBeVisible();
  await expectAccessible(page);
});
