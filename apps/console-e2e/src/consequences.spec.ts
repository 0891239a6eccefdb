import { ask, chooseFrom, expect, expectAccessible, open, test } from './journey';

const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
const nextYear = () => `${Number(today().slice(0, 4)) + 1}-03-01`;

/** A branch of this journey alone, with a change that waits for its day. */
async function waitingBranch(page: Parameters<typeof ask>[0], tag: string): Promise<string> {
  const { organizations } = await ask<{ organizations: { nodes: { id: string }[] } }>(
    page,
    '{ organizations(first: 1, filter: { rootsOnly: true }) { nodes { id } } }',
  );
  const input = {
    parentId: organizations.nodes[0]?.id,
    relation: 'LEADS',
    type: 'BRANCH',
    name: `后果${tag}党支部`,
    code: `E2EC-${tag}`,
    reportedMemberCount: 20,
    effectiveOn: today(),
    basis: '旅程',
  };
  const { foundOrganization: found } = await ask<{ foundOrganization: { id: string; version: number } }>(
    page,
    'mutation f($input: FoundOrganizationInput!) { foundOrganization(input: $input) { id version } }',
    { input },
  );
  await ask(page, 'mutation r($input: RenameOrganizationInput!) { renameOrganization(input: $input) { id } }', {
    input: { ...found, name: `改名${tag}党支部`, effectiveOn: nextYear(), basis: '旅程' },
  });
  return found.id;
}

test('a split says who is founded, what is taken off and which flag appears before it is done', async ({ page }) => {
  test.setTimeout(240_000);
  const tag = crypto.randomUUID().slice(0, 6).toUpperCase();
  await open(page, 'PARTY_STAFF', '/organizations', '党组织');
  const id = await waitingBranch(page, tag);
  await page.goto(`/organizations/${id}`);
  await chooseFrom(page, '变更…', '拆分…');
  const drawer = page.getByRole('dialog');
  const verb = drawer.getByRole('button', { name: '拆出 1 个党组织' });
  await expect(verb).toBeDisabled();
  await drawer.getByLabel('名称', { exact: true }).fill(`拆出${tag}党支部`);
  await drawer.getByLabel('代码', { exact: true }).fill(`E2ES-${tag}`);
  await drawer.getByLabel('分过去的党员数').fill('21');
  const outcome = drawer.getByRole('region', { name: '会发生什么' });
  await expect(outcome.getByRole('alert')).toContainText('21');
  await expect(verb).toBeDisabled();
  await drawer.getByLabel('分过去的党员数').fill('2');
  await expect(outcome.getByText(`“后果${tag}党支部”填报人数由 20 变为 18`)).toBeVisible();
  await expect(outcome.getByText(`新设“拆出${tag}党支部”`)).toBeVisible();
  await expect(outcome.getByText('会出现的提示')).toBeVisible();
  await expect(outcome.getByText(`留在“后果${tag}党支部”`)).toBeVisible();
  await expectAccessible(page);
  await drawer.getByLabel('依据文件').fill('关于拆分党支部的批复');
  await verb.click();
  await expect(page.getByText(`已从后果${tag}党支部拆出 1 个党组织。`)).toBeVisible();
});

test('a dissolution says which waiting change falls with it; a withdrawal, that it is not carried out', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const tag = crypto.randomUUID().slice(0, 6).toUpperCase();
  await open(page, 'PARTY_STAFF', '/organizations', '党组织');
  const id = await waitingBranch(page, tag);
  await page.goto(`/organizations/${id}`);
  await chooseFrom(page, '变更…', '撤销');
  const drawer = page.getByRole('dialog');
  const outcome = drawer.getByRole('region', { name: '会发生什么' });
  await expect(outcome.getByText(`“后果${tag}党支部”撤销`)).toBeVisible();
  await expect(outcome.getByText(`“后果${tag}党支部”${nextYear()} 的“更名`)).toBeVisible();
  await expectAccessible(page);
  await drawer.getByRole('button', { name: '取消' }).click();

  await page.getByRole('tab', { name: '历史' }).click();
  await page.getByRole('button', { name: '撤回' }).click();
  await expect(outcome.getByText('党组织现在的情况不变。')).toBeVisible();
  await expect(outcome.getByText('不再执行的待生效变更')).toBeVisible();
  await expectAccessible(page);
  await drawer.getByLabel('依据文件').fill('撤回更名请示');
  await drawer.getByRole('button', { name: '撤回' }).click();
  await expect(page.getByText('已撤回，到日子不会执行。')).toBeVisible();
  await expect(page.getByText('已撤回', { exact: true })).toBeVisible();
});
