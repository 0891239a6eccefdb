import { expect, expectAccessible, open, prefer, test } from './journey';

test('my tasks on a phone, in the dark: what waits for a signature, what is to be done', async ({ page }) => {
  await prefer(page, { mode: 'dark' });
  await open(page, 'hezhiqing', '/my-tasks', '我的任务');
  await expect(page.getByRole('heading', { name: '待我签字' })).toBeVisible();
  await expect(page.getByRole('heading', { name: '待办' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  const heights = await page
    .locator('.tasks-page button, .tasks-page a')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  expect(heights.length).toBeGreaterThan(0);
  expect(heights.filter((height) => height < 44)).toEqual([]);
  await expectAccessible(page);
});
