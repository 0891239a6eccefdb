import type { Page } from '@playwright/test';
import { expect, expectAccessible, open, test } from './journey';

/** The first sheet that waits, and its address. */
async function openFirst(page: Page): Promise<string> {
  await open(page, 'EXPERT', '/my-scores', '我的评分');
  await page
    .getByRole('link', { name: /^评分，/ })
    .first()
    .click();
  await expect(page.getByText('合计')).toBeVisible();
  return page.url();
}

test('an expert fills in a whole sheet from the keyboard, hears of another window, and hands it in', async ({
  page,
}) => {
  const address = await openFirst(page);
  const entries = page.locator('[data-entry]');
  const first = entries.first();
  await expect(first).toBeVisible();
  await expectAccessible(page);

  // another window reads the sheet before anything is said
  const other = await page.context().newPage();
  await other.goto(address);
  await expect(other.locator('[data-entry]').first()).toBeVisible();

  const last = entries.last();
  await first.focus();
  for (let left = await entries.count(); left > 0; left -= 1) {
    await page.keyboard.press(left > 1 ? '1' : '2');
    await page.keyboard.press('Enter');
  }
  await expect(last.getByRole('radio', { checked: true })).toHaveText(/较好/);
  // points are cut: a word is asked for
  await expect(page.getByText('已保存')).toBeVisible();
  await page.getByRole('button', { name: '提交评分' }).click();
  await expect(page.getByRole('dialog').getByText('没有说明理由')).toBeVisible();
  await page.getByRole('button', { name: '知道了' }).click();
  const why = page.getByPlaceholder('扣了分，说明理由');
  await why.fill('有制度，执行记录不全。');
  await expect(page.getByText('已保存')).toBeVisible();

  // the other window says something else of the first line: both values are shown, none is lost
  await other.locator('[data-entry]').first().focus();
  await other.keyboard.press('3');
  const asked = other.getByRole('dialog');
  await expect(asked.getByText('两个说法')).toBeVisible();
  await expect(asked.getByText('一般', { exact: true })).toBeVisible();
  await expect(asked.getByText('好', { exact: true })).toBeVisible();
  await asked.getByRole('button', { name: '用已存的' }).click();
  await expect(other.locator('[data-entry]').first().getByRole('radio', { checked: true })).toHaveText(/好/);
  await other.close();

  await page.getByRole('button', { name: '提交评分' }).click();
  await expect(page.getByText('已提交').first()).toBeVisible();
  await expect(page.getByRole('button', { name: '提交评分' })).toHaveCount(0);
  await expectAccessible(page);
});
