import { expect, expectAccessible, open, test } from './journey';

test('what an expert is asked about, and a decision that is carried out, on a phone', async ({ page }) => {
  await open(page, 'EXPERT', '/my-reviews', '我的审阅');
  await page.getByRole('link', { name: '审阅：检测实验室扩建' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '检测实验室扩建' })).toBeVisible();
  await expect(page.getByRole('button', { name: '提出意见' })).toBeVisible();
  await expectAccessible(page);
  const small = await page
    .locator('.reviews-page button, .reviews-page a')
    .evaluateAll((all) =>
      all.filter((each) => each.getBoundingClientRect().height < 44).map((each) => each.textContent),
    );
  expect(small).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  expect(wide).toBe(false);
});
