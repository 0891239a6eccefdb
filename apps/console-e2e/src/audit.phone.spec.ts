import { expect, expectAccessible, open, test } from './journey';

test('the log is read on a phone', async ({ page }) => {
  await open(page, 'AUDITOR', '/audit', '审计日志');
  await expect(page.getByRole('region', { name: '审计链' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.locator('.ledger-open').first().click();
  await expect(page.getByRole('dialog').getByRole('heading', { name: '来龙去脉' })).toBeVisible();
  await expectAccessible(page);
});
