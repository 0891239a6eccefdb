import { ask, expect, expectAccessible, open, test } from './journey';

const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());

test('branches are moved together: those that cannot are told beforehand and stay', async ({ page }) => {
  test.setTimeout(240_000);
  const tag = crypto.randomUUID().slice(0, 4);
  await open(page, 'PARTY_STAFF', '/organizations', '党组织');
  const { organizations } = await ask<{ organizations: { nodes: { id: string }[] } }>(
    page,
    '{ organizations(first: 1, filter: { rootsOnly: true }) { nodes { id } } }',
  );
  const found = async (parentId: string | undefined, name: string, type: string) => {
    const code = `E2EB-${crypto.randomUUID().slice(0, 8).toUpperCase()}`;
    const input = { parentId, relation: 'LEADS', type, name, code, effectiveOn: today(), basis: '旅程' };
    const data = await ask<{ foundOrganization: { id: string } }>(
      page,
      'mutation f($input: FoundOrganizationInput!) { foundOrganization(input: $input) { id } }',
      { input },
    );
    return data.foundOrganization.id;
  };
  const from = await found(organizations.nodes[0]?.id, `移出${tag}党总支`, 'GENERAL_BRANCH');
  const to = await found(organizations.nodes[0]?.id, `移入${tag}党总支`, 'GENERAL_BRANCH');
  for (const name of ['成批第一支部', '成批第二支部', '成批第三支部']) await found(from, name, 'BRANCH');
  await found(to, '成批第三支部', 'BRANCH');

  await page.goto(`/organizations/${from}?tab=children`);
  const area = page.getByRole('region', { name: '下级组织' });
  await area.getByRole('checkbox', { name: '选择本页全部' }).click();
  await area.getByRole('button', { name: '移动到' }).click();
  const drawer = page.getByRole('dialog', { name: '移动所选党组织' });
  await drawer.locator('.picker').click();
  await drawer.getByRole('searchbox').fill(`移入${tag}`);
  await drawer.getByRole('list', { name: '搜索结果' }).getByRole('button').first().click();
  await expect(drawer.getByText('将变更 2 项，跳过 1 项。')).toBeVisible();
  await expect(drawer.getByText(/成批第三支部/)).toBeVisible();
  await expectAccessible(page);
  await drawer.getByLabel('依据', { exact: true }).fill('机构调整方案');
  await drawer.getByRole('button', { name: '移动 2 个组织' }).click();
  await expect(page.getByText('已变更 2 项，跳过 1 项。')).toBeVisible();
  await expect(area.getByRole('link', { name: '成批第三支部' })).toBeVisible();
  await expect(area.getByRole('link', { name: '成批第一支部' })).toHaveCount(0);

  await page.goto(`/organizations/${to}?tab=children`);
  await expect(area.getByRole('link', { name: '成批第一支部' })).toBeVisible();
  await area.getByRole('checkbox', { name: '选择本页全部' }).click();
  await area.getByRole('button', { name: '撤销', exact: true }).click();
  const ending = page.getByRole('dialog', { name: '撤销所选党组织' });
  await expect(ending.getByText('将变更 3 项。')).toBeVisible();
  await ending.getByLabel('依据', { exact: true }).fill('机构调整方案');
  await ending.getByRole('button', { name: '撤销 3 个党组织' }).click();
  await expect(page.getByText('已变更 3 项。')).toBeVisible();
  await expect(area.getByText(`移入${tag}党总支没有下级组织。`)).toBeVisible();
});
