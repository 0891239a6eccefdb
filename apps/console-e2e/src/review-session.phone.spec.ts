import { expect, expectAccessible, open, test } from './journey';

test('sessions and one of them on a phone', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/sessions', '审议会议');
  await page.getByRole('link', { name: /第12次党委会/ }).tap();
  await expect(page.getByRole('list', { name: '议程' }).getByRole('listitem')).toHaveCount(2);
  await expect(page.getByRole('region', { name: '待排会事项' })).toBeVisible();
  // nothing is wider than the screen, and everything is large enough for a finger
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  const heights = await page
    .locator('.page-head-actions button, .review-session button')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  expect(heights.filter((height) => height < 44)).toEqual([]);
  await expectAccessible(page);
});
