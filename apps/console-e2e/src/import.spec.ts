import { ask, expect, expectAccessible, open, prefer, test } from './journey';
import { faults, oddRoster, roster, sampleRoster } from './roster';

const total = '{ organizationFigures { total } }';
interface Total {
  organizationFigures: { total: number };
}

test('a roster: exactly its three faults, the good rows in, a receipt, all of it undone', async ({ page }) => {
  test.setTimeout(300_000);
  await open(page, 'PARTY_STAFF', '/import', '导入');
  const before = (await ask<Total>(page, total)).organizationFigures.total;
  await expectAccessible(page);
  await page.locator('input[type="file"]').setInputFiles(await roster(page));
  await expect(page).toHaveURL(/\/import\/ImportBatch_/);
  const verb = page.getByRole('button', { name: /^导入 \d+ 行$/ });
  await expect(verb).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('标题在第 3 行')).toBeVisible();

  const rail = page.getByRole('complementary', { name: '问题' });
  for (const fault of faults) {
    const where = page.locator('.fault-where', { hasText: `第 ${fault.row} 行` });
    await expect(rail.locator('.fault-group').filter({ has: where }).first()).toContainText(fault.column);
  }
  await page.getByText(/^要改 3$/).click();
  await expect(page).toHaveURL(/show=FAULTY/);
  const cells = page.locator('td.faulty-fault');
  await expect(cells).toHaveCount(3);
  const rows = page.locator('tbody tr');
  await expect(rows).toHaveCount(3);
  expect(await rows.locator('th').allInnerTexts()).toEqual(faults.map((fault) => String(fault.row)));
  // What is found, a sign with its meaning, what is wrong and what to do stand in the cell itself.
  await expect(cells.first()).toContainText('不存在的党委');
  await expect(cells.first()).toContainText('请');
  await expectAccessible(page);
  await page.getByRole('button', { name: '各列认作' }).click();
  await expect(page.getByRole('cell', { name: '成立时间' }).last()).toBeVisible();
  await page.keyboard.press('Escape');

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /^下载错误行（\d+）$/ }).click();
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);

  const count = Number(/\d+/.exec(await verb.innerText())?.[0]);
  await verb.click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(`只导入没问题的 ${count} 行`);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: `导入 ${count} 行` }).click();
  const undo = page.getByRole('button', { name: '撤销整批' });
  await expect(undo).toBeVisible({ timeout: 90_000 });
  const figure = async (name: string) =>
    Number(await page.locator('.receipt-figures > div').filter({ hasText: name }).locator('dd').innerText());
  const created = await figure('新增');
  expect(created + (await figure('更新')) + (await figure('没有变化'))).toBe(count);
  expect(created).toBeGreaterThan(0);
  expect((await ask<Total>(page, total)).organizationFigures.total).toBeGreaterThanOrEqual(before + created);
  await expectAccessible(page);

  await undo.click();
  await expect(dialog).toContainText(`新增的 ${created} 个撤掉`);
  await dialog.getByRole('button', { name: '撤销整批' }).click();
  await expect(page.getByText(/已整批撤销/)).toBeVisible({ timeout: 90_000 });
  await page.getByRole('main').getByRole('link', { name: '导入', exact: true }).click();
  await expect(page.getByRole('row', { name: /organizations\.xlsx/ }).first()).toContainText('已撤销');
});

test('the roster as staff keep it brings nothing new: the demo holds what its good rows say', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/import', '导入');
  await page.locator('input[type="file"]').setInputFiles(await sampleRoster());
  await expect(page.getByText('现在导入会新增 0 个、更新 0 个，184 个没有变化')).toBeVisible();
  await page.getByRole('button', { name: '放弃' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '放弃' }).click();
  await expect(page.getByRole('button', { name: '放弃' })).toHaveCount(0);
});

test('columns that nobody knows are mapped once, faulty cells are corrected in place', async ({ page }) => {
  test.setTimeout(90_000);
  await open(page, 'PARTY_STAFF', '/import', '导入');
  // a heading that no roster had before: what is said about it is remembered
  const heading = `归口${Date.now()}`;
  const send = async () => page.locator('input[type="file"]').setInputFiles(await oddRoster(page, heading));
  await send();
  await expect(page).toHaveURL(/\/import\/ImportBatch_/);
  const step = page.getByRole('region', { name: '对应', exact: true });
  const verb = step.getByRole('button', { name: '按此核对' });
  await expect(verb).toBeDisabled({ timeout: 30_000 });
  await expect(step.getByRole('status')).toContainText('上级党组织');
  await expectAccessible(page);
  await step.getByLabel(`“${heading}”是什么`).selectOption({ label: '上级党组织' });
  await verb.click();

  const cell = page.locator('td.faulty-fault');
  await expect(cell).toHaveCount(2, { timeout: 30_000 });
  await cell.first().getByRole('button').click();
  await page.keyboard.type((await cell.first().getByRole('textbox').inputValue()).replace('错', ''));
  await page.keyboard.press('Enter');
  await expect(cell).toHaveCount(1, { timeout: 30_000 });
  await expect(page.locator('td.corrected')).toHaveCount(1);
  await expectAccessible(page);
  await page.getByRole('button', { name: /^1 行都改为/ }).click();
  await expect(cell).toHaveCount(0, { timeout: 30_000 });
  await expect(page.getByText('已改正，原为').first()).toBeVisible();
  await page.getByRole('button', { name: '放弃' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '放弃' }).click();

  await page.getByRole('link', { name: '再导入一份' }).click();
  await send();
  await expect(page.getByRole('button', { name: '各列认作' })).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: '各列认作' }).click();
  await page.getByRole('button', { name: '调整对应' }).click();
  await expect(step.getByLabel(`“${heading}”是什么`)).toHaveValue('parent');
});

test('what is no roster is said at once, in words', async ({ page, watch }) => {
  watch.expected.push(/status of 4\d\d/);
  await open(page, 'PARTY_STAFF', '/import', '导入');
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: '名册.xls', mimeType: 'application/vnd.ms-excel', buffer: Buffer.from('x') });
  await expect(page.getByRole('alert')).toContainText('另存为 .xlsx');
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: '名册.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('no workbook') });
  await expect(page.getByRole('alert')).toContainText('内容与扩展名不符');
});

test('the template is a workbook', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/import', '导入');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载党组织模板' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
});

test('import is accessible in the dark', async ({ page }) => {
  await prefer(page, { mode: 'dark' });
  await open(page, 'PARTY_STAFF', '/import', '导入');
  await expect(page.getByRole('navigation', { name: '视图' })).toBeVisible();
  await expectAccessible(page);
});
