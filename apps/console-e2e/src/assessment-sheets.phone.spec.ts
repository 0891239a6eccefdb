import { expect, expectAccessible, open, test } from './journey';

test('a sheet on a phone: one indicator after the other, levels large enough for a finger', async ({ page }) => {
  await open(page, 'EXPERT', '/my-scores', '我的评分');
  await expectAccessible(page);
  await page
    .getByRole('link', { name: /^评分，/ })
    .last()
    .tap();
  const levels = page.locator('[data-entry]').first();
  await expect(levels).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  const level = await levels.getByRole('radio').nth(1).boundingBox();
  expect(level!.height).toBeGreaterThanOrEqual(44);
  await levels.getByRole('radio').nth(1).tap();
  await expect(page.getByPlaceholder('扣了分，说明理由').first()).toBeVisible();
  await expect(page.getByText('已保存')).toBeVisible();
  await expectAccessible(page);
});
