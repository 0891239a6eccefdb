import { expect, expectAccessible, open, prefer, test } from './journey';

test('minutes on a phone, in the dark: read, and handed to the chair who is awaited', async ({ page }) => {
  await prefer(page, { mode: 'dark' });
  await open(page, 'hezhiqing', '/activities?states=RECORDED', '会议与活动');
  await page.goto(`/activities?states=RECORDED&search=${encodeURIComponent('党委（总支）会')}`);
  await page.getByRole('link', { name: '月党委（总支）会' }).first().tap();
  await expect(page.getByText('等待何志清签字')).toBeVisible();
  await page.getByRole('link', { name: '查看', exact: true }).tap();
  await expect(page.getByText('待本人登录签字')).toBeVisible();
  await expect(page.getByRole('button', { name: '签字锁定' })).toBeVisible();
  // nothing is wider than the screen, and everything is large enough for a finger
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  const heights = await page
    .locator('.page-head-actions button, .minutes-page button, .minutes-page a')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  expect(heights.filter((height) => height < 44)).toEqual([]);
  await expectAccessible(page);
});
