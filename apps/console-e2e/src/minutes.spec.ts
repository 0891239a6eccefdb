import { writeFileSync } from 'node:fs';
import { expect, expectAccessible, open, test } from './journey';
import { held, other, saved } from './minutes-journey';

test('minutes with four typed fields beside the text, signed by two, printed as 纪要', async ({ page, browser }) => {
  await open(page, 'PARTY_STAFF', '/activities', '会议与活动');
  const id = await held(page, '旅程总支会');
  await page.goto(`/activities/${id}`);
  await page.getByRole('link', { name: '开始记录' }).click();
  await page.getByRole('button', { name: '开始记录' }).click();
  // what is known stands there already
  await expect(page.getByLabel('记录', { exact: true })).toHaveValue('林静');
  await expect(page.getByLabel('地点')).toHaveValue('四层会议室');
  await expect(page.getByLabel('第 2 项标题')).toHaveValue('讨论增补委员');
  await page.getByRole('textbox', { name: '第 1 项正文' }).fill('领学总则和第三章修订部分。');
  await page.getByRole('textbox', { name: '第 2 项正文' }).fill('通报空缺情况，与会同志无不同意见。');
  await page.getByLabel('主持').fill('何志清');
  await page.getByLabel('应到').fill('7');
  await page.getByLabel('实到').fill('6');
  await page.getByRole('spinbutton', { name: '请假' }).fill('1');
  await saved(page);
  await expectAccessible(page);
  await page.getByRole('button', { name: '提交签字' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '提交签字' }).click();
  await expect(page.getByText('待主持人签字')).toBeVisible();
  await expectAccessible(page);

  const chair = await other(browser, 'hezhiqing', `/activities/${id}/minutes`);
  await chair.getByRole('button', { name: '签字锁定' }).click();
  await chair.getByRole('dialog').getByRole('button', { name: '签字锁定' }).click();
  await expect(chair.getByText('已锁定')).toBeVisible();
  await chair.context().close();

  // the other page hears of it by itself; the activity is recorded with what was signed
  await expect(page.getByText('已锁定')).toBeVisible({ timeout: 15_000 });
  const pdf = await page.getByRole('link', { name: '下载纪要 PDF' }).getAttribute('href');
  const answer = await page.request.get(pdf!);
  expect(answer.headers()['content-type']).toBe('application/pdf');
  const bytes = await answer.body();
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  if (process.env['DANGWU_KEEP_PDF']) writeFileSync(process.env['DANGWU_KEEP_PDF'], bytes);
  await page.goto(`/activities/${id}`);
  await expect(page.locator('.page-head .state-word')).toHaveText('已记录');
  await expect(page.locator('.activity-figures')).toContainText('7');
});

test('two editors of the same minutes: the second sees both texts, and nothing is lost', async ({
  page,
  browser,
  watch,
}) => {
  watch.expected.push(/status of 409/);
  await open(page, 'PARTY_STAFF', '/activities', '会议与活动');
  const id = await held(page, '旅程合写会议');
  await page.goto(`/activities/${id}/minutes`);
  await page.getByRole('button', { name: '开始记录' }).click();
  await expect(page.getByRole('textbox', { name: '第 1 项正文' })).toBeVisible();
  const second = await other(browser, 'hezhiqing', `/activities/${id}/minutes`);
  await second.getByRole('textbox', { name: '第 1 项正文' }).fill('书记写下的一段。');
  await saved(second);
  await page.getByRole('textbox', { name: '第 1 项正文' }).fill('记录人写下的一段。');
  const sheet = page.getByRole('dialog', { name: '两个人同时在写' });
  await expect(sheet).toContainText('书记写下的一段。', { timeout: 15_000 });
  await expect(sheet).toContainText('记录人写下的一段。');
  await expectAccessible(page);
  await sheet.getByRole('button', { name: '合并两份' }).click();
  await expect(sheet).toBeHidden();
  const text = page.getByRole('textbox', { name: '第 1 项正文' });
  await expect(text).toContainText('记录人写下的一段。');
  await expect(text).toContainText('书记写下的一段。');
  await saved(page);
  await page.reload();
  await expect(page.getByRole('textbox', { name: '第 1 项正文' })).toContainText('书记写下的一段。');
  await second.context().close();
});

test('what was just typed is there after going elsewhere and coming back', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/activities', '会议与活动');
  const id = await held(page, '旅程离开会议');
  await page.goto(`/activities/${id}/minutes`);
  await page.getByRole('button', { name: '开始记录' }).click();
  await page.getByRole('textbox', { name: '第 1 项正文' }).fill('还没等到自动保存。');
  await page.getByRole('link', { name: '旅程离开会议' }).click();
  await page.getByRole('link', { name: '继续记录' }).click();
  await expect(page.getByRole('textbox', { name: '第 1 项正文' })).toContainText('还没等到自动保存。');
});

test('a file is attached with a click, and a program is refused in words', async ({ page, watch }) => {
  watch.expected.push(/status of 400/);
  await open(page, 'PARTY_STAFF', '/activities', '会议与活动');
  const id = await held(page, '旅程附件会议');
  await page.goto(`/activities/${id}`);
  const choose = page.locator('input[type=file]');
  await choose.setInputFiles({ name: '签到表.csv', mimeType: 'text/csv', buffer: Buffer.from('姓名\n秦悦\n') });
  const link = page.getByRole('link', { name: '签到表.csv' });
  await expect(link).toBeVisible();
  expect(await (await page.request.get((await link.getAttribute('href'))!)).text()).toBe('姓名\n秦悦\n');
  await choose.setInputFiles({ name: '照片.png', mimeType: 'image/png', buffer: Buffer.from('MZ\u0090') });
  await expect(page.getByRole('alert')).toContainText('内容与扩展名不符');
  await expectAccessible(page);
});
