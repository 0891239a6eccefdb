import { expect, expectAccessible, open, test } from './journey';

test('a year is read by keyboard, and the chosen day stands beside it', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/calendar?view=year&month=2026-10&day=2026-10-08', '日历');
  const october = page.getByRole('table', { name: '10月' });
  await expect(october).toBeVisible();
  const chosen = page.locator('[data-day][aria-pressed="true"]');
  await expect(chosen).toHaveAttribute('data-day', '2026-10-08');
  await chosen.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(/day=2026-10-15/);
  await expect(page.getByRole('complementary', { name: '10月15日 星期四的活动' })).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('[data-day="2026-10-14"]')).toBeFocused();
  await expect(october.getByRole('button', { name: /休 国庆节/ }).first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '下一年' }).click();
  await expect(page.getByRole('heading', { level: 2, name: '2027 年' })).toBeVisible();
});

test('the day chosen in a month is listed beside it', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/calendar', '日历');
  const withEntries = page.locator('.month-grid td:has(.month-entry)').first();
  const title = await withEntries.locator('.month-title').first().textContent();
  await withEntries.getByRole('button', { pressed: false }).first().click();
  await expect(
    page
      .getByRole('complementary')
      .getByRole('link', { name: title ?? '' })
      .first(),
  ).toBeVisible();
  await expectAccessible(page);
});

test('the ledger opens with what lies ahead; over and all are tabs that stay in the address', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/activities', '会议与活动');
  const tabs = page.getByRole('navigation', { name: '视图' });
  await expect(tabs.getByRole('button', { name: '即将' })).toHaveAttribute('aria-current', 'page');
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
  const days = async (): Promise<string[]> => {
    await expect(page.getByRole('row').nth(1)).toBeVisible();
    const rows = await page.getByRole('row').allTextContents();
    return rows.flatMap((row) => /\d{4}-\d{2}-\d{2}/.exec(row)?.[0] ?? []);
  };
  const ahead = await days();
  expect(ahead.every((day) => day >= today)).toBe(true);
  expect(ahead).toEqual([...ahead].sort());
  await tabs.getByRole('button', { name: '已过' }).click();
  await expect(page).toHaveURL(/when=PAST/);
  await expect.poll(async () => (await days()).every((day) => day < today)).toBe(true);
  await page.reload();
  await expect(tabs.getByRole('button', { name: '已过' })).toHaveAttribute('aria-current', 'page');
  // whoever narrows what is over stays with it
  await page.getByRole('searchbox').first().fill('党日');
  await page.getByRole('searchbox').first().press('Enter');
  await expect(page).toHaveURL(/when=PAST.*search=|search=.*when=PAST/);
});

test('letters of a kind are switched off on one’s own account; compulsory ones have no switch', async ({ page }) => {
  await open(page, 'hezhiqing', '/account', '我的账号');
  const letters = page.getByRole('region', { name: '邮件提醒' });
  const ahead = letters.getByRole('switch', { name: /活动提醒/ });
  await expect(ahead).toBeChecked();
  await ahead.click();
  await expect(ahead).not.toBeChecked();
  await page.reload();
  await expect(ahead).not.toBeChecked();
  await ahead.click();
  await expect(ahead).toBeChecked();
  await expect(letters.getByRole('listitem').filter({ hasText: '上级催办' })).toContainText('必收');
  await expect(letters.getByRole('listitem').filter({ hasText: '上级催办' }).getByRole('switch')).toHaveCount(0);
  await expectAccessible(page);
});
