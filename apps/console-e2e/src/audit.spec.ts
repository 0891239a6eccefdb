import { choose, expect, expectAccessible, open, test } from './journey';

const REASON = '核对审计日志用的理由';

test('a number looked at with a reason is found by the auditor, with its object and its call', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/members', '党员');
  await page.locator('.ledger-open').first().click();
  const member = page.getByRole('dialog');
  await member.getByRole('button', { name: '显示手机号' }).click();
  const asked = page.getByRole('dialog', { name: '显示手机号' });
  await asked.getByLabel('查看的理由').fill(REASON);
  await asked.getByRole('button', { name: '显示', exact: true }).click();
  await expect(asked).toBeHidden();

  await open(page, 'AUDITOR', '/audit', '审计日志');
  await expectAccessible(page);
  await page.getByRole('combobox', { name: '类别' }).click();
  await choose(page, '看个人信息');
  await expect(page).toHaveURL(/kind=PERSONAL_READ/);
  const found = page.getByRole('row').nth(1);
  await found.locator('.ledger-open').click();
  const event = page.getByRole('dialog');
  await expect(event.getByText(REASON)).toBeVisible();
  await expect(event.getByText('revealMember')).toBeVisible();
  await expect(event.getByRole('heading', { name: '同一对象的记录' })).toBeVisible();
  await expectAccessible(page);

  await test.step('and everything that the same call did', async () => {
    await event.getByRole('button', { name: '同一次请求的全部' }).click();
    await expect(event).toBeHidden();
    await expect(page).toHaveURL(/request=/);
    await expect(page).not.toHaveURL(/kind=/);
    await expect(page.getByRole('row')).toHaveCount(2);
    await page.getByRole('button', { name: '去掉这个条件' }).click();
    await expect(page).not.toHaveURL(/request=/);
  });
});

test('the chain is verified, and the list goes out as a file, both on record', async ({ page }) => {
  await open(page, 'AUDITOR', '/audit', '审计日志');
  await page.getByRole('button', { name: '核对审计链' }).click();
  const chain = page.getByRole('region', { name: '审计链' });
  await expect(chain.getByText(/个事件都和封存时一样/)).toBeVisible({ timeout: 60_000 });
  await expect(chain.getByText(/^第 \d+ 块/)).toBeVisible();

  await page.goto('/audit?kind=SIGN_IN');
  await page.getByRole('button', { name: '导出本表' }).click();
  await expect(page.getByRole('link', { name: /^下载/ })).toBeVisible({ timeout: 60_000 });

  await page.goto('/audit?kind=EXPORT');
  await expect(page.getByRole('row').filter({ hasText: '导出审计' }).first()).toBeVisible();
});

test('who is no auditor finds no log', async ({ page, watch }) => {
  watch.expected.push(/status of 4\d\d/);
  await open(page, 'PARTY_STAFF', '/', '今日');
  await expect(page.getByRole('link', { name: '审计日志' })).toHaveCount(0);
  await page.goto('/audit');
  await expect(page.getByRole('alert').first()).toBeVisible();
});
