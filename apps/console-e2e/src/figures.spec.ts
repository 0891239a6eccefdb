import { ask, choose, expect, expectAccessible, open, test } from './journey';

test('a figure is chosen, followed down the tree, and opened to the rows it counts', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/figures', '统计');
  const year = new Date().getFullYear();
  const days = `from: "${year}-01-01", to: "${year}-12-31"`;
  const list = page.getByRole('group', { name: '统计' });
  const [held, rate] = [/^举办活动/, /^到会率/].map((name) => list.getByRole('button', { name }));
  // other journeys hold activities meanwhile, and the page follows
  await expect(async () => {
    const { figures } = await ask<{ figures: { value: number }[] }>(
      page,
      `{ figures(${days}, keys: ["activity.held", "attendance.rate"]) { value } }`,
    );
    await expect(held!).toContainText(figures[0]!.value.toLocaleString('zh-CN'), { timeout: 2_000 });
    await expect(rate!).toContainText(`${Math.round(figures[1]!.value * 10) / 10}%`, { timeout: 2_000 });
  }).toPass();
  await rate!.click();
  await expect(page).toHaveURL(/figure=attendance.rate/);
  await expect(rate!).toHaveAttribute('aria-pressed', 'true');
  const shares = page.getByRole('table', { name: '到会率：下一级组织' });
  await expect(shares.getByRole('row', { name: /协会秘书处机关党总支/ })).toContainText('%');
  await expectAccessible(page);

  await shares.getByRole('button', { name: '协会秘书处机关党总支', exact: true }).click();
  await expect(page).toHaveURL(/within=/);
  await expect(shares.getByRole('rowheader', { name: '协会秘书处机关党总支（本级）' })).toBeVisible();
  await page.getByRole('combobox', { name: '统计时段' }).click();
  await choose(page, '1 季度');
  await expect(page).toHaveURL(/span=Q1/);
  const name = (await shares.getByRole('rowheader', { name: /支部/ }).first().textContent())!;
  const branch = shares.getByRole('row', { name });
  await branch.getByRole('button', { name: /看明细/ }).click();
  const drawer = page.getByRole('dialog', { name: '到会率：明细' });
  // the table keeps the figures of the year until those of the quarter have come
  await expect(async () => {
    const shown = (await branch.getByRole('cell').first().textContent())!;
    await expect(drawer.getByText(shown, { exact: true })).toBeVisible({ timeout: 2_000 });
  }).toPass();
  const rows = drawer.getByRole('table', { name: '计入这项指标的事项' });
  await expect(rows.getByRole('row').nth(1).getByRole('cell').last()).toContainText(/\d+ \/ \d+/);
  await expectAccessible(page);
  // the address opens the same rows
  await page.reload();
  await expect(rows.getByRole('row').nth(1).getByRole('link')).toHaveAttribute('href', /\/activities\/Activity_/);
  await drawer.getByRole('link', { name: '到列表中查看' }).click();
  await expect(page).toHaveURL(new RegExp(`/activities\\?.*from=${year}-01-01.*to=${year}-03-31`));
  await expect(page.getByRole('heading', { level: 1, name: '会议与活动' })).toBeVisible();
  await expect(page.getByRole('row', { name: /支部/ }).first()).toBeVisible();
});

test('hours of study stand by member, against what the rule asks for', async ({ page }) => {
  await open(page, 'SECRETARY', '/figures?tab=study', '统计');
  const table = page.getByRole('table', { name: '学时与出勤' });
  await expect(table.getByRole('row').nth(1)).toContainText('/ ');
  const { memberStudy } = await ask<{
    memberStudy: {
      metCount: number;
      totalCount: number;
      nodes: { name: string; studyHours: number; requiredHours: number }[];
    };
  }>(
    page,
    `{ memberStudy(year: ${new Date().getFullYear()}, first: 50) { metCount totalCount nodes { name studyHours requiredHours } } }`,
  );
  await expect(
    page.getByText(`党员 ${memberStudy.totalCount} 名，${memberStudy.metCount} 名已达到年度学时`),
  ).toBeVisible();
  const [first] = memberStudy.nodes;
  expect(memberStudy.nodes.some(({ studyHours }) => studyHours > 0)).toBe(true);
  await expect(table.getByRole('row', { name: new RegExp(first!.name) }).first()).toContainText(
    `${first!.studyHours} / ${first!.requiredHours}`,
  );
  await expectAccessible(page);
  await table.getByRole('link').first().click();
  await expect(page).toHaveURL(/\/members\?.*member=/);
  await expect(page.getByRole('dialog')).toBeVisible();
});
