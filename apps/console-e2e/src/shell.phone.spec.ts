import { expect, expectAccessible, open, test } from './journey';

const pages = [
  ['/', '今日'],
  ['/my-tasks', '我的任务'],
  ['/organizations', '党组织'],
  ['/members', '党员'],
  ['/teams', '班子'],
  ['/staff', '党务工作人员'],
  ['/handovers', '工作交接'],
  ['/calendar', '日历'],
  ['/activities', '会议与活动'],
  ['/obligations', '义务看板'],
  ['/figures', '统计'],
  ['/catalogue', '活动目录'],
  ['/matters', '重大事项'],
  ['/sessions', '审议会议'],
  ['/dispatches', '请示报告'],
  ['/document-numbers', '文号台账'],
  ['/review-rules', '审议规则'],
  ['/assessments', '考核考评'],
  ['/my-scores', '我的评分'],
  ['/import', '导入'],
  ['/holidays', '节假日'],
  ['/rules', '规则'],
  ['/notifications', '通知'],
] as const;

for (const [address, title] of pages) {
  test(`${title} fits a phone: nothing wider than the screen, accessible`, async ({ page }) => {
    await open(page, 'PARTY_STAFF', address, title);
    await expect(page.locator('.mobile-title')).toHaveText(title);
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    for (const width of [390, 360]) {
      await page.setViewportSize({ width, height: 844 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await expectAccessible(page);
  });
}

test('the tabs lead on, the rest stands under 更多, targets are 44 px', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/', '今日');
  const tabs = page.getByRole('navigation', { name: '主菜单' });
  await tabs.getByRole('link', { name: '日历' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '日历' })).toBeAttached();
  await expect(tabs.locator('.mobile-tab')).toHaveText(['今日', '日历', '会议与活动', '重大事项', '更多']);
  await tabs.getByRole('button', { name: '更多' }).click();
  await page.getByText('深色', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-mode', 'dark');
  await expectAccessible(page);
  await tabs.getByRole('link', { name: '通知' }).click();
  await expect(page.locator('.mobile-title')).toHaveText('通知');
  const small = await tabs
    .locator('a, button')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height).filter((height) => height < 44));
  expect(small).toEqual([]);
});

test('sign-in fits a phone', async ({ page }) => {
  await page.goto('/login');
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectAccessible(page);
});
