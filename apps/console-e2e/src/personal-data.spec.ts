import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { ask, expect, expectAccessible, open, signIn, test } from './journey';

const basis = '本人 2026 年 9 月 1 日书面申请';
const phone = '19900005678';

/** Somebody of the secretariat, who left the association when `left`. */
async function member(page: Page, name: string, left: boolean): Promise<string> {
  const { organizations } = await ask<{ organizations: { nodes: { id: string }[] } }>(
    page,
    '{ organizations(first: 1, filter: { search: "秘书处国际合作部党支部" }) { nodes { id } } }',
  );
  const place = { organizationId: organizations.nodes[0]!.id, kind: 'FORMAL', since: '2024-01-01', basis };
  const { registerMember } = await ask<{
    registerMember: { id: string; version: number; affiliations: { id: string }[] };
  }>(
    page,
    'mutation ($input: RegisterMemberInput!) { registerMember(input: $input) { id version affiliations { id } } }',
    { input: { name, phone, status: 'FULL', ...place } },
  );
  const { id, version, affiliations } = registerMember;
  if (left) {
    const input = { id, version, affiliationId: affiliations[0]!.id, on: '2025-06-01', basis };
    await ask(page, 'mutation ($input: EndAffiliationInput!) { endAffiliation(input: $input) { id } }', { input });
  }
  return id;
}

test('a person gets what is kept of them, as a file, and who took it out is part of it the next time', async ({
  page,
}) => {
  await signIn(page, 'PARTY_STAFF');
  const id = await member(page, '祁问津', false);
  await open(page, 'PARTY_STAFF', `/members?member=${id}`, '党员');
  const drawer = page.getByRole('dialog', { name: '祁问津', exact: true });
  // who is still a member is not erased
  await expect(drawer.getByRole('button', { name: '删除个人信息' })).toHaveCount(0);
  const take = async (): Promise<string> => {
    await drawer.getByRole('button', { name: '为本人导出' }).click();
    await drawer.getByLabel(/^为什么导出/).fill('本人当面提出');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      drawer.getByRole('button', { name: '为本人导出' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^祁问津的个人信息-\d{4}-\d\d-\d\d\.csv$/);
    return readFile(await file.path(), 'utf8');
  };
  const first = await take();
  expect(first.split('\r\n')[0]).toContain('"类别","项目","内容","自","至","依据或原因"');
  expect(first).toContain(`"基本信息","手机号","${phone}"`);
  expect(first).toContain(`"组织关系","正式组织关系","秘书处国际合作部党支部","2024-01-01"`);
  expect(first).not.toContain('为本人导出个人信息');
  await expect(page.getByText(/已导出 祁问津 的 \d+ 条信息/)).toBeVisible();
  // the numbers went into the file alone
  expect(await page.content()).not.toContain(phone);
  expect(await take()).toContain('为本人导出个人信息');
});

test('a person who left is erased: said first, typed once more, and gone from every list', async ({ page }) => {
  await signIn(page, 'PARTY_STAFF');
  const id = await member(page, '穆归尘', true);
  await open(page, 'PARTY_STAFF', `/members?member=${id}`, '党员');
  const drawer = page.getByRole('dialog', { name: '穆归尘', exact: true });
  await drawer.getByRole('button', { name: '删除个人信息' }).click();
  await expect(drawer.getByText('删了就找不回来')).toBeVisible();
  await drawer.getByLabel(/^照原样再输入一遍姓名/).fill('穆归');
  await drawer.getByLabel('依据').fill(basis);
  await drawer.getByRole('button', { name: '删除个人信息' }).click();
  await expect(drawer.getByText('与现在的姓名不一致')).toBeVisible();
  await expectAccessible(page);
  await drawer.getByLabel(/^照原样再输入一遍姓名/).fill('穆归尘');
  await drawer.getByRole('button', { name: '删除个人信息' }).click();
  await expect(page.getByText('已删除 穆归尘 的个人信息')).toBeVisible();
  const gone = page.getByRole('dialog', { name: '已删除个人信息', exact: true });
  await expect(gone.getByText(/2025-06-01/).first()).toBeVisible();
  await page.goto('/members?search=穆归尘&left=1');
  await expect(page.getByText('没有符合条件的党员')).toBeVisible();
});
