import { expect, expectAccessible, open, test } from './journey';

test('somebody joins the roster of the expert group and leaves it again', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/organizations', '党组织');
  await page.getByRole('treeitem', { name: /党建专家组/ }).click();
  const roster = page.getByRole('region', { name: '名单' });
  await expect(roster.getByRole('row', { name: /组长 钱屹/ })).toBeVisible();

  await roster.getByRole('button', { name: '增补' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('姓名').fill('闻一丹');
  await drawer.getByLabel('单位与职务').fill('行业研究院研究员');
  await drawer.getByRole('button', { name: '增补' }).click();
  await expect(drawer.getByText('请写依据文件')).toBeVisible();
  await drawer.getByLabel('依据文件').fill('党委会决议〔2026〕9号');
  await drawer.getByRole('button', { name: '增补' }).click();
  const row = roster.getByRole('row', { name: /专家 闻一丹 行业研究院研究员/ });
  await expect(row).toBeVisible();
  await expectAccessible(page);

  // on the roster since today, nobody can leave it today: the API says so, and nothing changes
  await row.getByRole('button', { name: '闻一丹退出' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: '退出' }).click();
  await expect(page.getByText('须晚于任职起')).toBeVisible();
  await expect(row).toBeVisible();

  await roster.getByRole('button', { name: '汪晨退出' }).click();
  await page.getByRole('tooltip', { name: /汪晨/ }).getByRole('button', { name: '退出' }).click();
  await expect(roster.getByRole('row', { name: /汪晨/ })).toHaveCount(0);
});

test('who may only read the roster is offered no change', async ({ page }) => {
  await open(page, 'LEADER', '/organizations', '党组织');
  await page.getByRole('treeitem', { name: /党建专家组/ }).click();
  const roster = page.getByRole('region', { name: '名单' });
  await expect(roster.getByRole('row', { name: /副组长 易安/ })).toBeVisible();
  await expect(roster.getByRole('button')).toHaveCount(0);
});
