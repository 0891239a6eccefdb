import { expect, expectAccessible, open, test } from './journey';

test('of a final cycle letters are issued and downloaded, two are compared, the weak handed over', async ({ page }) => {
  // letters are made in the background, after whatever else the worker has to do
  test.setTimeout(240_000);
  await open(page, 'PARTY_STAFF', '/assessments?tab=over', '考核考评');
  await page
    .getByRole('link', { name: /半年六强考核$/ })
    .first()
    .click();
  await expect(page.getByText('定等归档', { exact: true }).first()).toBeVisible();
  await expectAccessible(page);

  // everybody has a letter with a number; asked for again they are packed, and none is issued anew
  const files = page.getByRole('region', { name: '通知书和档案' });
  await files.getByRole('button', { name: '印发并打包' }).click();
  const zip = page.waitForEvent('download');
  await files.getByRole('link', { name: /结果通知书\.zip/ }).click({ timeout: 180_000 });
  expect((await zip).suggestedFilename()).toMatch(/结果通知书\.zip$/);

  const weak = page.getByRole('region', { name: '后进名单' });
  await expect(weak.getByRole('listitem').first()).toBeVisible();
  await weak.getByRole('button', { name: '移交整改' }).click();
  const form = page.getByRole('form', { name: '移交整改' });
  await expectAccessible(page);
  await form.getByRole('button', { name: '移交整改' }).click();
  await expect(form.getByText('请填写。')).toBeVisible();
  await form.getByLabel('原因').fill('连续靠后，请列入整改。');
  await form.getByRole('button', { name: '移交整改' }).click();
  await expect(weak.getByText('已移交整改').first()).toBeVisible();
  await expect(weak.getByRole('button', { name: '移交整改' })).toHaveCount(0);

  // from a result to its letter, and beside another
  await weak.getByRole('listitem').first().getByRole('link').first().click();
  const letter = page.getByRole('region', { name: '结果通知书' });
  await expect(letter.getByText(/^考核〔\d{4}〕\d+号$/)).toBeVisible();
  const pdf = page.waitForEvent('download');
  await letter.getByRole('link', { name: /PDF$/ }).click();
  expect((await pdf).suggestedFilename()).toMatch(/结果的通知考核〔\d{4}〕\d+号\.pdf$/);
  await page.getByRole('link', { name: '两两对比' }).click();
  await expect(page.getByText('选两个同一周期的考核对象')).toBeVisible();
  await page.getByRole('combobox', { name: '乙' }).click();
  await page.locator('.ant-select-item-option').first().click();
  const points = page.getByRole('region', { name: '逐项对比' });
  await expect(points.getByRole('row').nth(1)).toBeVisible();
  await points.getByText('看依据').first().click();
  const different = points.getByRole('checkbox', { name: '只看有差别的' });
  await different.click();
  await expect(page).toHaveURL(/different=1/);
  await expect(different).toBeChecked();
  await expect(page.getByRole('region', { name: '各维度' })).toBeVisible();
  await expectAccessible(page);
});
