import { expect, expectAccessible, open, test } from './journey';

test('requests, reports and one of them on a phone', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/dispatches?tab=underway', '请示报告');
  await page.getByRole('link', { name: '关于召开机关党总支换届大会的请示' }).tap();
  await expect(page.getByRole('region', { name: '办理经过' })).toBeVisible();
  // nothing is wider than the screen, and the next step is large enough for a finger
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  const next = await page.getByRole('button', { name: '报告落实情况' }).boundingBox();
  expect(next!.height).toBeGreaterThanOrEqual(44);
  await expectAccessible(page);
  await page.getByRole('button', { name: '报告落实情况' }).tap();
  await expect(page.getByRole('form', { name: '报告落实情况' })).toBeVisible();
  await expectAccessible(page);
});
