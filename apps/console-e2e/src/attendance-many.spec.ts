import ExcelJS from 'exceljs';
import type { Page } from '@playwright/test';
import { ask, expect, expectAccessible, open, send, signIn, test } from './journey';

const at = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();

/** An activity of a branch, so many minutes from now. */
async function plan(page: Page, code: string, type: string, title: string, from: number, to: number): Promise<string> {
  const { organizations, activityTypes } = await ask<{
    organizations: { nodes: { id: string }[] };
    activityTypes: { id: string; key: string }[];
  }>(
    page,
    'query ($search: String!) { organizations(first: 1, filter: { search: $search }) { nodes { id } } activityTypes { id key } }',
    { search: code },
  );
  const { planActivity } = await ask<{ planActivity: { id: string } }>(
    page,
    'mutation ($input: PlanActivityInput!) { planActivity(input: $input) { id } }',
    {
      input: {
        organizationId: organizations.nodes[0]!.id,
        activityTypeId: activityTypes.find(({ key }) => key === type)!.id,
        title,
        startsAt: at(from),
        endsAt: at(to),
      },
    },
  );
  return planActivity.id;
}

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Fills a downloaded workbook in: what is said of the so-manieth person, by heading. */
async function filled(file: string, said: readonly Readonly<Record<string, string>>[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const sheet = workbook.worksheets[0]!;
  let head = 1;
  while (!(sheet.getRow(head).values as unknown[]).includes('参会情况')) head++;
  const headings = sheet.getRow(head).values as unknown[];
  said.forEach((cells, i) => {
    for (const [heading, text] of Object.entries(cells))
      sheet.getRow(head + 1 + i).getCell(headings.indexOf(heading)).value = text;
  });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

test('attendance is filled into a workbook offline: all its faults at once, then all of its rows', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/activities', '会议与活动');
  const id = await plan(page, 'DZ0011', 'BRANCH_ASSEMBLY', '旅程表格大会', -5, 60);
  await page.goto(`/activities/${id}`);
  await page.getByRole('button', { name: '开始登记' }).click();
  await page.getByRole('button', { name: '用表格登记' }).click();
  const drawer = page.getByRole('dialog', { name: '用表格登记' });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    drawer.getByRole('link', { name: '下载名单' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('旅程表格大会-参会名单.xlsx');
  const file = await download.path();
  await expectAccessible(page);

  const input = drawer.locator('input[type="file"]');
  const handIn = async (said: readonly Readonly<Record<string, string>>[]) =>
    input.setInputFiles({ name: '参会名单.xlsx', mimeType: xlsx, buffer: await filled(file, said) });
  await handIn([{ 参会情况: '到了' }, { 参会情况: '到会', 姓名: '张三丰' }, { 参会情况: '到会' }]);
  const faults = drawer.getByRole('alert');
  await expect(faults).toContainText('表里有 2 处要改');
  await expect(faults.getByRole('listitem').first()).toContainText('“参会情况”：“到了”不是参会情况。');
  await expect(faults.getByRole('listitem').last()).toContainText('“姓名”：这个编号是');
  await expectAccessible(page);
  const present = page.locator('.attendance-numbers dl > div').filter({ hasText: '实到' }).locator('dd');
  await expect(present).toHaveText('0');

  await handIn([{ 参会情况: '到会' }, { 参会情况: '迟到' }, { 参会情况: '请假', 原因或备注: '外地出差' }]);
  await expect(page.getByText(/已导入：3 人有改动/)).toBeVisible();
  await expect(drawer).toBeHidden();
  await expect(present).toHaveText('2');
  await expect(page.getByRole('list', { name: /^参会名单/ })).toContainText('外地出差');
  await page.getByRole('button', { name: '用表格登记' }).click();
  await handIn([{ 参会情况: '到会' }, { 参会情况: '迟到' }, { 参会情况: '请假', 原因或备注: '外地出差' }]);
  await expect(page.getByText(/已导入：0 人有改动/)).toBeVisible();
});

interface Member {
  readonly id: string;
  readonly name: string;
}

async function allMembers(page: Page): Promise<Map<string, Member[]>> {
  const byName = new Map<string, Member[]>();
  for (let after: string | null = null, more = true; more;) {
    const { members }: { members: { nodes: Member[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } =
      await ask(
        page,
        'query ($after: String) { members(first: 100, after: $after) { nodes { id name } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
    for (const member of members.nodes) byName.set(member.name, [...(byName.get(member.name) ?? []), member]);
    [after, more] = [members.pageInfo.endCursor, members.pageInfo.hasNextPage];
  }
  return byName;
}

test('several people are invited at once: by search and from a pasted list of names', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/activities', '会议与活动');
  const id = await plan(page, 'DZ0011', 'PARTY_SCHOOL', '旅程业余党校', 60 * 30, 60 * 31);
  const byName = await allMembers(page);
  const names = [...byName];
  const unique = names.filter(([, people]) => people.length === 1).map(([name]) => name);
  const [several] = names.find(([, people]) => people.length > 1)!;
  await page.goto(`/activities/${id}`);
  await page.getByRole('button', { name: '邀请' }).click();
  const drawer = page.getByRole('dialog', { name: '邀请' });
  await drawer.getByRole('combobox', { name: '人员' }).fill(unique[0]!);
  const shown = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option');
  await page
    .locator('.ant-select-item-option')
    .filter({ hasText: `${unique[0]!}（` })
    .click();
  await expect(shown).toHaveCount(0);
  await page.keyboard.press('Tab');
  await drawer.getByLabel('或粘贴名单，一行一个姓名').fill(`${unique[1]!}\n${unique[2]!}、${several}\n查无此人`);
  await expect(drawer.getByText('4 个姓名')).toBeVisible();
  await drawer.getByRole('button', { name: '识别' }).click();
  await expect(drawer.getByText('认出 2 人，已加入上面的人员')).toBeVisible();
  await expect(drawer.getByText('名册里没有找到：查无此人')).toBeVisible();
  await expectAccessible(page);
  await drawer.getByLabel(`选哪一位${several}`).click();
  await shown
    .filter({ hasText: `${several}（` })
    .first()
    .click();
  // nobody is invited before one says so
  expect(await send(page, 'invitations', { id, first: 10 })).toMatchObject({ invitations: { totalCount: 0 } });
  await drawer.getByRole('button', { name: '邀请 4 人' }).click();
  await expect(drawer).toBeHidden();
  const { invitations } = await send<{ invitations: { nodes: { name: string }[] } }>(page, 'invitations', {
    id,
    first: 10,
  });
  expect(invitations.nodes.map(({ name }) => name).sort()).toEqual([...unique.slice(0, 3), several].sort());

  await page.getByRole('button', { name: '邀请', exact: true }).click();
  await drawer.getByLabel('或粘贴名单，一行一个姓名').fill(unique[1]!);
  await drawer.getByRole('button', { name: '识别' }).click();
  await expect(drawer.getByText(`已在应到或受邀人员中：${unique[1]!}`)).toBeVisible();
});

test('leave that one asked for is taken back by oneself', async ({ page, browser, baseURL }) => {
  await open(page, 'PARTY_STAFF', '/activities', '会议与活动');
  await plan(page, 'DZ0003', 'BRANCH_ASSEMBLY', '旅程撤回请假大会', 60 * 32, 60 * 33);
  const context = await browser.newContext({ baseURL, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const member = await context.newPage();
  await signIn(member, 'MEMBER');
  await member.goto('/my-activities');
  const mine = member.getByRole('listitem').filter({ hasText: '旅程撤回请假大会' });
  await mine.getByRole('button', { name: '请假：旅程撤回请假大会' }).click();
  await mine.getByLabel('请假原因').fill('外地出差');
  await mine.getByRole('button', { name: '请假', exact: true }).click();
  await expect(mine.getByText('请假待批')).toBeVisible();
  await mine.getByRole('button', { name: '撤回请假：旅程撤回请假大会' }).click();
  await expect(mine.getByText('请假待批')).toBeHidden();
  await expect(mine.getByRole('button', { name: '请假：旅程撤回请假大会', exact: true })).toBeVisible();
  await expectAccessible(member);
  await context.close();
});
