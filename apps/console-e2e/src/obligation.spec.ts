import type { Page } from '@playwright/test';
import { ask, choose, expect, expectAccessible, open, signIn, test } from './journey';

const lastYear = new Date().getFullYear() - 1;

/** A branch of this journey's own that stood last year and held nothing; what it owes is derived by the worker. */
async function idleBranch(page: Page): Promise<{ id: string; name: string }> {
  const { organizations } = await ask<{ organizations: { nodes: { id: string }[] } }>(
    page,
    '{ organizations(first: 1, order: TREE, filter: { types: [GENERAL_BRANCH], relations: [LEADS] }) { nodes { id } } }',
  );
  const name = `义务旅程支部${Date.now().toString(36)}`;
  const { foundOrganization } = await ask<{ foundOrganization: { id: string } }>(
    page,
    'mutation f($input: FoundOrganizationInput!) { foundOrganization(input: $input) { id } }',
    {
      input: {
        parentId: organizations.nodes[0]?.id,
        relation: 'LEADS',
        type: 'BRANCH',
        tier: 'ENTERPRISE',
        name,
        code: `OBL-${Date.now().toString(36)}`,
        basis: '旅程',
        effectiveOn: `${lastYear}-01-01`,
      },
    },
  );
  const owed = async (): Promise<number> =>
    (
      await ask<{ obligations: { totalCount: number } }>(
        page,
        'query o($id: ID) { obligations(first: 1, filter: { organizationId: $id }) { totalCount } }',
        { id: foundOrganization.id },
      )
    ).obligations.totalCount;
  await expect.poll(owed, { timeout: 60_000 }).toBeGreaterThan(0);
  return { id: foundOrganization.id, name };
}

test('a late obligation is found on the board, explained by its rule, waived for a reason and taken back', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signIn(page, 'PARTY_STAFF');
  const { id, name } = await idleBranch(page);
  await page.goto(`/obligations?type=THEME_DAY&year=${lastYear}&within=${id}`);
  const cell = (state: string) => page.getByRole('button', { name: new RegExp(`^${name} 11 月 ${state}`) });
  await expect(cell('已逾期')).toHaveText('×0/1');
  await expectAccessible(page);
  await cell('已逾期').click();
  const drawer = page.getByRole('dialog', { name: new RegExp(name) });
  await expect(drawer.getByText(/^逾期 \d+ 天$/)).toBeVisible();
  await expect(drawer.getByText(/支部工作条例/)).toBeVisible();
  await drawer.getByRole('button', { name: '免除', exact: true }).click();
  await drawer.getByRole('button', { name: '免除', exact: true }).click();
  await expect(drawer.getByText('请写明理由')).toBeVisible();
  await drawer.getByLabel('理由').fill('全员参加行业展会，已另行安排');
  await drawer.getByRole('button', { name: '免除', exact: true }).click();
  await expect(drawer.getByText('林静免除：全员参加行业展会，已另行安排')).toBeVisible();
  await expectAccessible(page);
  // the board follows without being asked for
  await expect(cell('免除')).toBeVisible();
  await drawer.getByRole('button', { name: '恢复', exact: true }).click();
  await drawer.getByLabel('理由').fill('展会延期，照常补办');
  await drawer.getByRole('button', { name: '恢复', exact: true }).click();
  await expect(drawer.getByText(/^逾期 \d+ 天$/)).toBeVisible();
});

test('an open board follows a cadence that somebody else changes', async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(page, 'PARTY_STAFF');
  const { id, name } = await idleBranch(page);
  await page.goto(`/obligations?type=THEME_DAY&year=${lastYear}&within=${id}`);
  const cell = page.getByRole('button', { name: new RegExp(`^${name} 11 月 已逾期`) });
  await expect(cell).toHaveText('×0/1');
  await ask(page, 'mutation o($input: OverrideRuleInput!) { overrideRule(input: $input) { id } }', {
    input: {
      key: 'themeDay.cadence',
      organizationId: id,
      value: '2',
      strength: 'NORMAL',
      basis: '旅程支部决议',
      effectiveFrom: `${lastYear}-01-01`,
    },
  });
  await expect(cell).toHaveText('×0/2', { timeout: 60_000 });
});

test('the board is read by type, by quarter and by year, and stays in the address', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/obligations', '义务看板');
  await page.getByRole('combobox', { name: '活动类型' }).click();
  await choose(page, '支部党员大会');
  await expect(page).toHaveURL(/type=BRANCH_ASSEMBLY/);
  await page.getByText('按季', { exact: true }).click();
  await expect(page).toHaveURL(/by=QUARTER/);
  await expect(page.getByRole('columnheader', { name: '1 季度' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('columnheader', { name: '4 季度' })).toBeVisible();
  // what is over adds up to what stands at the end of the row
  const over = Math.floor(new Date().getMonth() / 3);
  const row = page
    .getByRole('row')
    .filter({ has: page.locator('.board-cell') })
    .first();
  const cells = await row.getByRole('cell').allTextContents();
  const sums = cells
    .slice(0, over)
    .map((text) => /(\d+)\/(\d+)$/.exec(text) ?? [0, 0, 0])
    .reduce<[number, number]>(([done, of], figures) => [done + Number(figures[1]), of + Number(figures[2])], [0, 0]);
  expect(cells.at(-1)).toBe(sums[1] ? `${sums[0]}/${sums[1]}` : '—');
});

test('a secretary sees what the own branch owes and waives nothing', async ({ page }) => {
  await open(page, 'SECRETARY', '/obligations', '义务看板');
  await page
    .getByRole('button', { name: /已完成|已逾期/ })
    .first()
    .click();
  const drawer = page.getByRole('dialog');
  await expect(
    drawer
      .getByText(/^应办 \d+ 次/)
      .first()
      .or(drawer.getByText(/应办 \d+ 次/).first()),
  ).toBeVisible();
  await expect(drawer.getByRole('button', { name: '免除', exact: true })).toHaveCount(0);
});
