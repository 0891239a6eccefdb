import { expect, expectAccessible, open, test } from './journey';

test('matters and one of them on a phone', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/matters', '重大事项');
  await expect(page.getByRole('list', { name: '各步事项数' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: '行业公共服务平台二期建设' }).tap();
  await expect(page.getByText('受理第 2 版')).toBeVisible();
  // nothing is wider than the screen, and everything is large enough for a finger
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  const heights = await page
    .locator('.page-head-actions button, .matter-page button, .matter-page a')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  expect(heights.filter((height) => height < 44)).toEqual([]);
  await expectAccessible(page);
});
