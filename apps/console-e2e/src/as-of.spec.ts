import type { Page } from '@playwright/test';
import { ask, chooseFrom, expect, expectAccessible, exported, open, signIn, test } from './journey';

interface Identity {
  id: string;
  name: string;
  version: number;
}

const basis = '关于调整党组织设置的批复〔2026〕7 号';
const past = '2024-03-01';

async function mutate(page: Page, name: string, type: string, input: object): Promise<Identity> {
  const document = `mutation ($input: ${type}!) { ${name}(input: $input) { id name version } }`;
  return (await ask<Record<string, Identity>>(page, document, { input }))[name]!;
}

/** A branch of this journey's own below the first general branch, founded on a day. */
async function branch(page: Page, name: string): Promise<Identity & { parentId: string }> {
  const { organizations } = await ask<{ organizations: { nodes: { id: string }[] } }>(
    page,
    '{ organizations(first: 1, order: TREE, filter: { types: [GENERAL_BRANCH], relations: [LEADS] }) { nodes { id } } }',
  );
  const parentId = organizations.nodes[0]!.id;
  const code = `ASOF-${Date.now().toString(36)}-${Math.floor(Math.random() * 1e6).toString(36)}`;
  const founded = await mutate(page, 'foundOrganization', 'FoundOrganizationInput', {
    parentId,
    relation: 'LEADS',
    type: 'BRANCH',
    tier: 'SECRETARIAT',
    name: `${name}${code.slice(-5)}`,
    code,
    basis,
    effectiveOn: '2020-01-01',
  });
  return { ...founded, parentId };
}

test('the past is looked at as it was, and not changed', async ({ page }) => {
  await signIn(page, 'PARTY_STAFF');
  const old = await branch(page, '旧名支部');
  const name = old.name.replace('旧名', '新名');
  const input = { id: old.id, version: old.version, name, effectiveOn: '2025-01-01', basis };
  await mutate(page, 'renameOrganization', 'RenameOrganizationInput', input);

  await open(page, 'PARTY_STAFF', `/organizations/${old.id}`, '党组织');
  await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
  await expect(page.getByRole('button', { name: '变更…' })).toBeVisible();

  const day = page.getByRole('textbox', { name: '截至' });
  await day.fill(past);
  await day.press('Enter');
  await expect(page).toHaveURL(new RegExp(`asOf=${past}`));
  await expect(page.getByText(`按 ${past} 的情况显示`)).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: old.name })).toBeVisible();
  await expect(page.getByRole('button', { name: '变更…' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: '成立党组织' })).toHaveCount(0);
  await expectAccessible(page);

  // Today's numbers follow the day, and the day stays while one goes from page to page.
  const { organizationFigures } = await ask<{ organizationFigures: { total: number } }>(
    page,
    'query ($asOf: Date) { organizationFigures(asOf: $asOf) { total } }',
    { asOf: past },
  );
  await page.goto(`/?asOf=${past}`);
  await expect(page.getByRole('list', { name: '党组织概况' })).toContainText(String(organizationFigures.total));
  await page.getByRole('list', { name: '党组织概况' }).getByRole('link').last().click();
  await expect(page).toHaveURL(new RegExp(`/organizations\\?.*asOf=${past}`));

  await page.getByRole('button', { name: '回到今天' }).click();
  await expect(page).not.toHaveURL(/asOf/);
  await expect(page.getByText('的情况显示')).toHaveCount(0);
});

test('two branches are merged, the merge is undone, and what rests on it is told first', async ({ page }) => {
  await signIn(page, 'PARTY_STAFF');
  const into = await branch(page, '留下支部');
  const gone = await branch(page, '并走支部');
  await open(page, 'PARTY_STAFF', `/organizations/${into.id}`, '党组织');
  await chooseFrom(page, '变更…', '合并其他组织…');
  const drawer = page.getByRole('dialog', { name: `合并到${into.name}` });
  await drawer.getByLabel('把哪些党组织并进来').click();
  await drawer.getByRole('searchbox').fill(gone.name);
  await drawer.getByRole('list', { name: '搜索结果' }).getByRole('button').first().click();
  await expect(drawer.getByText('2 个党组织会变化。')).toBeVisible();
  await drawer.getByRole('textbox', { name: '依据文件' }).fill(basis);
  await drawer.getByRole('button', { name: '合并', exact: true }).click();
  await expect(page.getByText(`1 个党组织已并入${into.name}。`)).toBeVisible();

  await page.getByRole('tab', { name: '历史' }).click();
  await expect(page.getByText(`合并：“${gone.name}”并入`)).toBeVisible();
  await page.getByRole('listitem').filter({ hasText: '合并：' }).getByRole('button', { name: '撤销这次变更' }).click();
  const undo = page.getByRole('dialog', { name: `撤销${into.name}的一次变更` });
  await expect(undo.getByText('2 个党组织会变化。')).toBeVisible();
  await undo.getByRole('textbox', { name: '依据文件' }).fill(basis);
  await undo.getByRole('button', { name: '撤销这次变更' }).click();
  await expect(page.getByText('这次变更已撤销，记录还在。')).toBeVisible();
  await expect(page.getByText('撤销变更：合并：')).toBeVisible();
  const { partyOrganization } = await ask<{ partyOrganization: { status: string } }>(
    page,
    'query ($id: ID!) { partyOrganization(id: $id) { status } }',
    { id: gone.id },
  );
  expect(partyOrganization.status).toBe('ACTIVE');
});

test('members and units are those of the day, in figures, rows and files', async ({ page }) => {
  // a day of the past, which no other journey changes
  const asOf = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now() - 12 * 86_400_000);
  await open(page, 'PARTY_STAFF', `/members?posts=SECRETARY&asOf=${asOf}`, '党员');
  const then = await ask<{
    memberFigures: { total: number };
    members: { totalCount: number };
    coverageFigures: { total: number };
    units: { totalCount: number };
  }>(
    page,
    `{ memberFigures(asOf: "${asOf}") { total } coverageFigures(asOf: "${asOf}") { total }
       members(first: 1, asOf: "${asOf}", filter: { posts: [SECRETARY] }) { totalCount }
       units(first: 1, asOf: "${asOf}", filter: { tiers: [BRANCH_INSTITUTION] }) { totalCount } }`,
  );
  await expect(page.getByText(`在册 ${then.memberFigures.total} 人`)).toBeVisible();
  await expect(page.getByRole('navigation', { name: '翻页' })).toContainText(`共 ${then.members.totalCount} 项`);
  await expect(page.getByRole('button', { name: '登记党员' })).toHaveCount(0);
  await expect(page.getByRole('checkbox', { name: '选择本页全部' })).toHaveCount(0);
  const members = await exported(page);
  expect(members.name).toBe(`党员名册-${asOf}.xlsx`);
  expect(members.cells.slice(1)).toHaveLength(then.members.totalCount);
  await page.locator('.ledger-open').first().click();
  await expect(page.getByRole('dialog').getByText('组织关系与任职')).toBeVisible();
  await expect(page.getByRole('dialog').getByRole('button', { name: '转接组织关系' })).toHaveCount(0);

  await page.goto(`/units?tiers=BRANCH_INSTITUTION&asOf=${asOf}`);
  const chart = page.getByRole('region', { name: '两个覆盖' });
  await expect(chart.getByText(`共 ${then.coverageFigures.total} 个单位`)).toBeVisible();
  await expect(page.getByRole('navigation', { name: '翻页' })).toContainText(`共 ${then.units.totalCount} 项`);
  const units = await exported(page);
  expect(units.name).toBe(`单位名册-${asOf}.xlsx`);
  expect(units.cells.slice(1)).toHaveLength(then.units.totalCount);
});
