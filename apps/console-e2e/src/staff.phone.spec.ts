import { expect, expectAccessible, open, prefer, test } from './journey';

test('a handover is gone through on a phone, in the dark: it fits, and what is touched is 44 px high', async ({
  page,
}) => {
  await prefer(page, { mode: 'dark' });
  await open(page, 'PARTY_STAFF', '/handovers?states=OPEN', '工作交接');
  await expect(page.getByRole('table')).toHaveCount(0);
  await page.getByRole('button', { name: '余舟交接给秦安' }).tap();
  const drawer = page.getByRole('dialog', { name: '余舟交接给秦安' });
  await expect(drawer.getByRole('radiogroup', { name: '“党委印章”的状态' })).toBeVisible();
  await page.waitForTimeout(400); // the drawer slides in
  const boxes = await drawer
    .locator('.ant-radio-button-wrapper, input[type="text"], .handover-side button')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
  expect(boxes.length).toBeGreaterThan(10);
  expect(boxes.filter(({ height, left, right }) => height < 44 || left < 0 || right > 390)).toEqual([]);
  await expectAccessible(page);
});
