import { ask, expect, open, test } from './journey';

interface Figures {
  organizationFigures: { total: number; termsOverdue: number; termsEndingSoon: number; flagged: number };
}

test('the figures are those of the API, and open what they count', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/', '今日');
  const { organizationFigures: figures } = await ask<Figures>(
    page,
    '{ organizationFigures { total termsOverdue termsEndingSoon flagged } }',
  );
  const list = page.getByRole('list', { name: '党组织概况' });
  for (const [name, value] of [
    ['换届逾期', figures.termsOverdue],
    ['换届临近', figures.termsEndingSoon],
    ['有标记', figures.flagged],
    ['党组织', figures.total],
  ] as const) {
    await expect(list.getByRole('listitem').filter({ hasText: name }).locator('.figure').first()).toHaveText(
      String(value),
    );
  }
  await list.getByRole('link', { name: /有标记/ }).click();
  await expect(page).toHaveURL(/\/organizations\?flagged=1/);
});

test('what is overdue stands first, each with its basis', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/', '今日');
  const rows = page.getByRole('region', { name: '逾期与有风险的党组织' }).getByRole('row');
  await expect(rows.nth(1)).toBeVisible();
  const words = (await rows.allInnerTexts()).slice(1).map((text) => (/已逾期/.test(text) ? 'late' : 'risk'));
  expect(words).toEqual([...words].sort());
  await expect(rows.nth(1).getByText('依据')).toBeVisible();
});

test('the scope narrows the figures', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/', '今日');
  const { organizations } = await ask<{ organizations: { nodes: { id: string; descendantCount: number }[] } }>(
    page,
    '{ organizations(first: 1, filter: { types: [GENERAL_BRANCH] }) { nodes { id descendantCount } } }',
  );
  const [branch] = organizations.nodes;
  if (!branch) throw new Error('The demo association has no general branch');
  await page.goto(`/?within=${branch.id}`);
  const total = page.getByRole('list', { name: '党组织概况' }).getByRole('listitem').last().locator('.figure');
  await expect(total).toHaveText(String(branch.descendantCount + 1));
});

test('a member without content sees what may be said, and no error', async ({ page }) => {
  await open(page, 'MEMBER', '/', '今日');
  await expect(page.getByText('没有等您处理的事')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('coverage by tier is what the ledger of units counts, on the chosen day, and opens it', async ({ page }) => {
  // a day of the past, which no other journey changes
  const asOf = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now() - 12 * 86_400_000);
  await open(page, 'PARTY_STAFF', `/?asOf=${asOf}`, '今日');
  const panel = page.getByRole('region', { name: '两个覆盖' });
  await expect(panel.getByRole('row').first()).toBeVisible();
  const { coverageFigures: figures } = await ask<{
    coverageFigures: { total: number; qualifies: number; byTier: { tier: string; total: number; uncovered: number }[] };
  }>(page, `{ coverageFigures(asOf: "${asOf}") { total qualifies byTier { tier total uncovered } } }`);
  await expect(panel.getByText(`共 ${figures.total} 个单位`)).toBeVisible();
  await expect(panel.locator('.coverage-total')).toHaveText(figures.byTier.map(({ total }) => String(total)));
  const worst = figures.byTier.find(({ uncovered }) => uncovered > 0);
  if (!worst) throw new Error('The demo association covers every unit');
  await panel
    .getByRole('row', { name: new RegExp(`${worst.total}$`) })
    .getByRole('link', { name: `未建立 ${worst.uncovered}` })
    .click();
  await expect(page).toHaveURL(new RegExp(`/units\\?tiers=${worst.tier}&coverages=UNCOVERED&asOf=${asOf}`));
  await expect(page.getByRole('navigation', { name: '翻页' })).toContainText(`共 ${worst.uncovered}`);
  await page.goBack();
  await panel.getByRole('link', { name: `${figures.qualifies} 个够条件未建` }).click();
  await expect(page.getByRole('navigation', { name: '翻页' })).toContainText(`共 ${figures.qualifies}`);
  await expect(page.getByRole('button', { name: '登记单位' })).toHaveCount(0);
});
