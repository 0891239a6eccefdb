import { ask, expect, expectAccessible, open, test } from './journey';

test('a unit that qualifies is found, covered, and leaves the list of those that have none', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/units', '单位');
  const figures = async () =>
    (
      await ask<{ coverageFigures: { total: number; qualifies: number } }>(
        page,
        '{ coverageFigures { total qualifies } }',
      )
    ).coverageFigures;
  const before = await figures();
  await page.getByRole('link', { name: `${before.qualifies} 个够条件未建` }).click();
  await expect(page).toHaveURL(/qualifying=1/);
  await expect(page.getByRole('row').filter({ has: page.locator('.ledger-open') })).toHaveCount(
    Math.min(before.qualifies, 30),
  );
  await page.reload();
  await expect(page.getByRole('checkbox', { name: '够条件未建' })).toBeChecked();
  await page.locator('.ledger-open').first().click();
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByText('够条件建立党组织')).toBeVisible();
  await expectAccessible(page);
  await drawer.getByRole('button', { name: '变更覆盖方式' }).click();
  await drawer.getByRole('radio', { name: '单独建立' }).check();
  await drawer.getByLabel('依据').fill('关于同意成立党支部的批复');
  await drawer.getByRole('button', { name: '变更覆盖方式' }).click();
  await expect(drawer.getByText('覆盖方式变更：')).toBeVisible();
  expect((await figures()).qualifies).toBe(before.qualifies - 1);
});

test('a unit is registered and closed; what is wrong with its code is said', async ({ page, watch }) => {
  watch.expected.push(/status of 4\d\d/);
  await open(page, 'PARTY_STAFF', '/units', '单位');
  await page.getByRole('button', { name: '登记单位' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('单位名称').fill('旅程示范有限公司');
  await drawer.locator('.picker').click();
  await drawer.locator('.chooser-name').first().click();
  await drawer.getByLabel('统一社会信用代码').fill('91350100M000100Y44');
  await drawer.getByLabel('依据').fill('入会申请');
  await drawer.getByRole('button', { name: '登记单位' }).click();
  await expect(drawer.getByRole('alert').filter({ hasText: '校验码' })).toBeVisible();
  await drawer.getByLabel('统一社会信用代码').fill('91350100M000100Y43');
  await drawer.getByRole('button', { name: '登记单位' }).click();
  await expect(page.getByText('已登记“旅程示范有限公司”。')).toBeVisible();
  await expect(drawer).toBeHidden();
  await page.getByRole('searchbox').fill('旅程示范');
  await page.getByRole('searchbox').press('Enter');
  await page.getByRole('button', { name: /旅程示范有限公司/ }).click();
  await page.getByRole('button', { name: '注销单位' }).click();
  await page.getByLabel('依据').fill('退会');
  await page.getByRole('button', { name: '注销单位' }).click();
  await expect(page.getByText('已注销“旅程示范有限公司”。')).toBeVisible();
  await expect(page.getByText('没有符合条件的单位')).toBeVisible();
});
