import type { Page } from '@playwright/test';
import { ask, chooseFrom, expect, expectAccessible, open, prefer, signIn, test } from './journey';

interface Identity {
  id: string;
  name: string;
  code: string;
  version?: number;
}

/** A new organization of this journey's own, so that journeys do not meet. */
async function found(page: Page, parentId: string, name: string, type = 'BRANCH'): Promise<Identity> {
  const code = `E2E-${Date.now().toString(36)}-${Math.floor(Math.random() * 1e6).toString(36)}`;
  const input = {
    parentId,
    relation: 'LEADS',
    type,
    tier: 'SECRETARIAT',
    name: `${name}${code.slice(-6)}`,
    code,
    basis: '关于成立党组织的批复〔2026〕1 号',
    effectiveOn: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
  };
  const { foundOrganization } = await ask<{ foundOrganization: Identity }>(
    page,
    'mutation ($input: FoundOrganizationInput!) { foundOrganization(input: $input) { id name code version } }',
    { input },
  );
  return foundOrganization;
}

/** A general branch right below the root; it may have branches. */
async function generalBranch(page: Page): Promise<Identity> {
  const { organizations: top } = await ask<{ organizations: { nodes: Identity[] } }>(
    page,
    '{ organizations(first: 1, filter: { rootsOnly: true }) { nodes { id } } }',
  );
  const { organizations } = await ask<{ organizations: { nodes: Identity[] } }>(
    page,
    `query ($root: ID!) { organizations(first: 1, order: TREE,
      filter: { parentId: $root, types: [GENERAL_BRANCH], relations: [LEADS] }) { nodes { id name code } } }`,
    { root: top.nodes[0]?.id },
  );
  const [one] = organizations.nodes;
  if (!one) throw new Error('The demo association has no general branch below its root');
  return one;
}

const tree = (page: Page) => page.getByRole('tree', { name: '党组织' });
const row = (page: Page, name: string) => tree(page).getByRole('treeitem', { name });

test('the tree is walked by keyboard: one stop of Tab, arrows, Home, End, Enter, letters', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/organizations', '党组织');
  const items = tree(page).getByRole('treeitem');
  await expect(items.nth(3)).toBeVisible();
  // the page may still be reading the rest of the tree
  await expect(async () => {
    await items.first().focus();
    await page.keyboard.press('ArrowDown');
    await expect(items.nth(1)).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press('Home');
  await expect(items.first()).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(items).toHaveCount(1);
  await page.keyboard.press('ArrowRight');
  await expect(items.nth(1)).toBeVisible();
  await page.keyboard.press('End');
  await expect(items.last()).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(items.last()).not.toBeFocused();
  // A tier's head opens and closes, and is not a page.
  const tier = tree(page).locator('[data-key$="/SECRETARIAT"]');
  await tier.focus();
  await page.keyboard.press('Enter');
  await expect(tier).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('Enter');
  await expect(tier).toHaveAttribute('aria-expanded', 'true');
  await expect(tier).not.toHaveAttribute('aria-selected', /.*/);
  await page.keyboard.press('ArrowDown');
  const name = (await page.locator(':focus .tree-name').innerText()).trim();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
  await expect(page).toHaveURL(/\/organizations\/PartyOrganization_/);
  // Whoever walks by keyboard stays in the tree.
  await expect(page.locator('.tree-row:focus')).toHaveAttribute('aria-selected', 'true');
  const id = new URL(page.url()).pathname.split('/').at(-1);
  const { organization } = await ask<{ organization: { pinyinInitials: string } }>(
    page,
    'query ($id: ID!) { organization(id: $id) { pinyinInitials } }',
    { id },
  );
  await page.keyboard.press('Home');
  await expect(items.first()).toBeFocused();
  await page.keyboard.type(organization.pinyinInitials);
  await expect(page.locator(`.tree-row[data-key="${id}"]`)).toBeFocused();
});

test('the mouse opens a branch and an organization; the address brings both back', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/organizations', '党组织');
  const parent = await generalBranch(page);
  const child = await found(page, parent.id, '走树党支部');
  await page.reload();
  const above = row(page, parent.name).first();
  await expect(above).toHaveAttribute('aria-expanded', 'false');
  await above.locator('.tree-switch').click();
  await row(page, child.name).click();
  await expect(page.getByRole('heading', { level: 2, name: child.name })).toBeVisible();
  await page.reload();
  await expect(row(page, child.name)).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByText(`${parent.name}领导`)).toBeVisible();
  await expect(row(page, child.name).getByRole('img', { name: '领导' })).toBeVisible();
});

test('search by pinyin initials shows matches below their ancestors and stands in the address', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/organizations', '党组织');
  const parent = await generalBranch(page);
  const child = await found(page, parent.id, '晨曦望岳党支部');
  await page.getByRole('searchbox', { name: /拼音首字母/ }).fill('cxwydzb');
  await expect(row(page, child.name)).toBeVisible();
  await expect(row(page, parent.name).first()).toBeVisible();
  await expect(page).toHaveURL(/q=cxwydzb/);
  await page.reload();
  await expect(row(page, child.name)).toBeVisible();
  await page.getByRole('searchbox', { name: /拼音首字母/ }).fill('没有这样的组织');
  await expect(page.getByText('没有符合“没有这样的组织”的党组织')).toBeVisible();
  await page.getByRole('button', { name: '去掉筛选' }).click();
  await expect(page).not.toHaveURL(/q=/);
});

test('an organization is founded, renamed with what is missing said first, and remembers it', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/organizations', '党组织');
  const parent = await generalBranch(page);
  await page.goto(`/organizations/${parent.id}`);
  await chooseFrom(page, '变更…', '成立下级组织');
  const drawer = page.getByRole('dialog');
  const name = `新立党支部${Date.now().toString(36)}`;
  await drawer.getByLabel('依据文件').fill('关于成立党支部的批复〔2026〕17 号');
  await drawer.getByRole('button', { name: '成立党组织' }).click();
  await expect(drawer.getByText('请写名称。')).toBeVisible();
  await drawer.getByLabel('名称', { exact: true }).fill(name);
  await drawer.getByLabel('代码').fill(parent.code);
  await drawer.getByRole('button', { name: '成立党组织' }).click();
  await expect(drawer.getByText(/已经用过/)).toBeVisible();
  await expectAccessible(page);
  await drawer.getByLabel('代码').fill(`N-${Date.now().toString(36)}`);
  await drawer.getByRole('button', { name: '成立党组织' }).click();
  await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
  await expect(row(page, name)).toHaveAttribute('aria-selected', 'true');

  await chooseFrom(page, '变更…', '更名');
  await drawer.getByLabel('新名称').fill(`${name}改`);
  await drawer.getByRole('button', { name: '更名', exact: true }).click();
  await expect(drawer.getByText('请写依据文件')).toBeVisible();
  await drawer.getByLabel('依据文件').fill('关于更名的批复〔2026〕18 号');
  await drawer.getByRole('button', { name: '更名', exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: `${name}改` })).toBeVisible();
  await expect(row(page, `${name}改`)).toBeVisible();
  await page.getByRole('tab', { name: '历史' }).click();
  await expect(page.getByText('依据：关于更名的批复〔2026〕18 号')).toBeVisible();
});

test('two at once: the later one is told who changed what, and keeps what was typed', async ({ page, watch }) => {
  watch.expected.push(/status of 4\d\d/);
  await open(page, 'PARTY_STAFF', '/organizations', '党组织');
  const own = await found(page, (await generalBranch(page)).id, '同改党支部');
  await page.goto(`/organizations/${own.id}`);
  await chooseFrom(page, '变更…', '更名');
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('新名称').fill(`${own.name}甲`);
  await drawer.getByLabel('依据文件').fill('批复甲');
  await ask(page, 'mutation ($input: RenameOrganizationInput!) { renameOrganization(input: $input) { id } }', {
    input: {
      id: own.id,
      version: own.version,
      name: `${own.name}乙`,
      basis: '批复乙',
      effectiveOn: new Date(Date.now() - 3_600_000).toISOString().slice(0, 10),
    },
  });
  await drawer.getByRole('button', { name: '更名', exact: true }).click();
  await expect(drawer.getByText('您填写时，别人改过这个党组织')).toBeVisible();
  await expect(drawer.getByRole('alert')).toContainText(`${own.name}乙`);
  await expect(drawer.getByLabel('新名称')).toHaveValue(`${own.name}甲`);
  await drawer.getByRole('button', { name: '看过了，接着改' }).click();
  await drawer.getByRole('button', { name: '更名', exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: `${own.name}甲` })).toBeVisible();
});

test('dragging shows the consequences first; the button counts what moves', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/organizations', '党组织');
  const parent = await generalBranch(page);
  const from = await found(page, parent.id, '移出党支部');
  const target = await found(page, parent.id, '移入党总支', 'GENERAL_BRANCH').catch(() => null);
  // Where a general branch has no general branch below it, the branch goes to the general branch's own superior.
  const { organization } = await ask<{ organization: { parent: Identity } }>(
    page,
    'query ($id: ID!) { organization(id: $id) { parent { id name } } }',
    { id: parent.id },
  );
  const to = target ?? organization.parent;
  await found(page, from.id, '随行党小组', 'PARTY_GROUP');
  await page.goto(`/organizations/${from.id}`);
  await expect(row(page, from.name)).toHaveAttribute('aria-selected', 'true');
  await expect(tree(page).locator('.tree-row-loading')).toHaveCount(0);
  await expect(row(page, from.name)).toBeInViewport({ ratio: 0.9 });
  // By hand: dragTo() scrolls to the target before the drag has begun, and then another row lies under the pointer.
  await row(page, from.name).hover();
  await page.mouse.down();
  const at = await row(page, from.name).boundingBox();
  await page.mouse.move((at?.x ?? 0) + 120, (at?.y ?? 0) + 8, { steps: 4 });
  await row(page, to.name).first().hover();
  await row(page, to.name).first().hover();
  await page.mouse.up();
  const drawer = page.getByRole('dialog', { name: `移动${from.name}` });
  await expect(drawer.getByRole('region', { name: '移动以后' })).toContainText('和它下面的 1 个组织');
  await expect(drawer.getByText(/个账号将看得到/)).toBeVisible();
  await page.waitForTimeout(400); // the drawer slides in; contrast is measured when it stands
  await expectAccessible(page);
  await drawer.getByLabel('依据文件').fill('关于调整隶属关系的批复〔2026〕20 号');
  await drawer.getByRole('button', { name: '移动 2 个组织' }).click();
  await expect(drawer).toHaveCount(0);
  await expect(page.getByText(`${to.name}领导`)).toBeVisible();
});

test('a move that cannot be is refused with its reason before anything is sent', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/organizations', '党组织');
  const parent = await generalBranch(page);
  const branch = await found(page, parent.id, '成环党支部');
  const group = await found(page, branch.id, '成环党小组', 'PARTY_GROUP');
  await page.goto(`/organizations/${branch.id}`);
  await chooseFrom(page, '变更…', '移动到');
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('新的上级').click();
  await drawer.getByRole('searchbox').fill(group.code);
  await drawer.getByRole('list', { name: '搜索结果' }).getByRole('button').first().click();
  await expect(drawer.getByRole('alert').first()).toBeVisible();
  await expect(drawer.getByRole('button', { name: /^移动 \d+ 个组织$/ })).toBeDisabled();
});

test('a secretary sees the organization and is offered no change; the staff are', async ({ page, watch }) => {
  watch.expected.push(/status of 4\d\d/);
  await signIn(page, 'SECRETARY');
  const found = await ask<{
    partyOrganizations: { nodes: { id: string }[] };
    organizations: { nodes: { id: string; details: object | null }[] };
  }>(
    page,
    `{ partyOrganizations(first: 1, order: TREE) { nodes { id } }
      organizations(first: 20, filter: { relations: [GUIDES] }) { nodes { id details { id } } } }`,
  );
  const seen = found.partyOrganizations.nodes[0]?.id;
  const unseen = found.organizations.nodes.find((one) => !one.details)?.id;
  if (!seen || !unseen) throw new Error('The demo secretary should see some organizations and not the guided ones');
  await page.goto(`/organizations/${seen}`);
  await expect(page.getByRole('tab', { name: '概况' })).toBeVisible();
  await expect(page.getByRole('button', { name: '变更…' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: '成立党组织' })).toHaveCount(0);
  await expect(tree(page).locator('[draggable="true"]')).toHaveCount(0);
  await expect(
    ask(page, 'mutation ($input: RenameOrganizationInput!) { renameOrganization(input: $input) { id } }', {
      input: { id: seen, version: 1, name: '不该改成', basis: '无', effectiveOn: '2026-01-01' },
    }),
  ).rejects.toThrow(/FORBIDDEN.*PERMISSION_MISSING/);
  await page.goto(`/organizations/${unseen}`);
  await expect(page.getByText(/^不可以。这是指导关系/)).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);

  await signIn(page, 'PARTY_STAFF');
  await page.goto(`/organizations/${seen}`);
  await expect(page.getByRole('button', { name: '变更…' })).toBeVisible();
});

test('the table below an organization: filter, order and columns in the address, export as a workbook', async ({
  page,
}) => {
  await open(page, 'PARTY_STAFF', '/organizations', '党组织');
  const parent = await generalBranch(page);
  const child = await found(page, parent.id, '列表党支部');
  await page.goto(`/organizations/${parent.id}?tab=children`);
  const area = page.getByRole('region', { name: '下级组织' });
  await area.getByRole('searchbox').fill(child.code);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/find=E2E-/);
  await expect(area.getByRole('link', { name: child.name })).toBeVisible();
  await area.getByRole('button', { name: '列', exact: true }).click();
  await area.getByRole('checkbox', { name: '代码' }).click();
  await expect(area.getByRole('columnheader', { name: '代码' })).toBeVisible();
  await expect(page).toHaveURL(/columns=/);
  await page.reload();
  await expect(area.getByRole('cell', { name: child.code })).toBeVisible();
  await area.getByRole('button', { name: '导出本表' }).click();
  const file = area.getByRole('link', { name: /^下载.*\.xlsx$/ });
  await expect(file).toBeVisible({ timeout: 20_000 });
  const answer = await page.request.get((await file.getAttribute('href')) ?? '');
  expect(answer.status()).toBe(200);
  expect((await answer.body()).subarray(0, 2).toString()).toBe('PK');
});

for (const mode of ['light', 'dark']) {
  test(`the tree and an organization are accessible, ${mode}`, async ({ page }) => {
    test.setTimeout(300_000);
    await prefer(page, { mode });
    await open(page, 'PARTY_STAFF', '/organizations', '党组织');
    await expect(page.getByRole('tab', { name: '概况' })).toBeVisible();
    await expectAccessible(page);
    for (const tab of ['下级组织', '历史']) {
      await page.getByRole('tab', { name: tab }).click();
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      await expectAccessible(page);
    }
  });
}
