import { ask, expect, expectAccessible, open, test } from './journey';

interface Rules {
  rules: { nodes: { id: string; key: string; name: { zh: string }; value: string }[]; totalCount: number };
}

test('filters stand in the address and hold after a reload', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/rules', '规则');
  const { rules } = await ask<Rules>(
    page,
    '{ rules(first: 1, filter: { search: "term" }) { totalCount nodes { id key name { zh } value } } }',
  );
  await page.getByRole('searchbox').fill('term');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/search=term/);
  await expect(page.getByRole('row')).toHaveCount(rules.totalCount + 1);
  await page.reload();
  await expect(page.getByRole('searchbox')).toHaveValue('term');
  await expect(page.getByRole('row')).toHaveCount(rules.totalCount + 1);
  await page.getByRole('searchbox').fill('没有这样的规则');
  await page.keyboard.press('Enter');
  await expect(page.getByText('没有符合条件的规则')).toBeVisible();
});

test('a rule to confirm is confirmed with a note, and says by whom', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/rules?unconfirmed=1', '规则');
  const before = await ask<Rules>(
    page,
    '{ rules(first: 1, filter: { needsConfirmation: true }) { totalCount nodes { id key name { zh } value } } }',
  );
  await page.locator('.ledger-open').first().click();
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByText('待确认')).toBeVisible();
  await expectAccessible(page);
  await drawer.getByRole('button', { name: '确认规则' }).click();
  await drawer.getByLabel('核对说明（可不填）').fill('与公布的条文核对一致');
  await drawer.getByRole('button', { name: '确认规则' }).click();
  await expect(drawer.getByText('已确认')).toBeVisible();
  const after = await ask<Rules>(
    page,
    '{ rules(first: 1, filter: { needsConfirmation: true }) { totalCount nodes { id key name { zh } value } } }',
  );
  expect(after.rules.totalCount).toBe(before.rules.totalCount - 1);
});

test('a looser rule is refused with its reason; a stricter one holds until it is withdrawn', async ({
  page,
  watch,
}) => {
  watch.expected.push(/status of 4\d\d/);
  await open(page, 'PARTY_STAFF', '/rules?search=branch.found.min', '规则');
  await page.locator('.ledger-open').first().click();
  const drawer = page.getByRole('dialog');
  const value = await drawer.locator('.rule-value strong').innerText();
  await drawer.getByRole('button', { name: '另行规定' }).click();
  await drawer.getByRole('button', { name: '另行规定' }).click();
  await expect(drawer.getByText('请填依据文件')).toBeVisible();
  await expectAccessible(page);
  // One organization's own rule, so that the association's stays as it is for other journeys.
  await drawer.getByLabel('适用范围').click();
  await drawer.getByRole('searchbox').fill('支部');
  await drawer.getByRole('list', { name: '搜索结果' }).getByRole('button').first().click();
  await drawer.getByLabel('依据文件').fill('《支部设置办法》〔2026〕9 号');
  await drawer.getByLabel('新的值').fill(String(Number(value) - 1));
  await drawer.getByRole('button', { name: '另行规定' }).click();
  await expect(drawer.getByRole('alert')).toContainText('不能放宽');
  await drawer.getByLabel('新的值').fill(String(Number(value) + 1));
  await drawer.getByRole('button', { name: '另行规定' }).click();
  await expect(page.getByText('已另行规定。')).toBeVisible();
  await page.getByRole('button', { name: '关闭规则' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.goto('/rules?search=branch.found.min&layers=ORGANIZATION');
  await page.locator('.ledger-open').first().click();
  await drawer.getByRole('button', { name: '撤回规定' }).click();
  await drawer.getByRole('button', { name: '撤回规定' }).click();
  await expect(page.getByText('已撤回。')).toBeVisible();
});

test('who may only read is offered neither', async ({ page }) => {
  await open(page, 'MEMBER', '/rules', '规则');
  await page.locator('.ledger-open').first().click();
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByText('层级与强度')).toBeVisible();
  await expect(drawer.getByRole('button', { name: '另行规定' })).toHaveCount(0);
  await expect(drawer.getByRole('button', { name: '确认规则' })).toHaveCount(0);
});
