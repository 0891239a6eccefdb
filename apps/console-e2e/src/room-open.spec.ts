import type { Page } from '@playwright/test';
import { expect, expectAccessible, open, test } from './journey';
import { accepted, called, CHAIR, phoneOf, ROOM_MEMBERS, type Sitter } from './room-journey';

const title = '旅程部署行业自律工作';
const [, second, absent] = ROOM_MEMBERS as readonly Sitter[] as [Sitter, Sitter, Sitter];
const COUNCIL_CHAIR: Sitter = { name: '高远', username: 'gaoyuan' };
const COUNCIL: readonly Sitter[] = [COUNCIL_CHAIR, CHAIR, { name: '丁宁' }, { name: '沈一舟' }];

const part = (page: Page, body: 'PARTY' | 'COUNCIL') => page.locator(`[data-body="${body}"]`);
const roster = (page: Page, body: 'PARTY' | 'COUNCIL') => page.locator(`[data-roster="${body}"]`);

test('a joint session votes openly: the party body first, by phone and by show of hands, then the council decides', async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  test.setTimeout(300_000);
  await open(page, 'PARTY_STAFF', '/matters', '重大事项');
  const matter = await accepted(page, 'MAJOR_DEPLOYMENT', title);
  const id = await called(page, {
    ...{ title: '旅程一并召开的会议', council: COUNCIL, matters: [matter] },
    members: [CHAIR, second, absent],
  });
  const wall = await context.newPage();
  await wall.goto(`/sessions/${id}/room?screen=wall`);
  await expect(wall.getByText('会议还没有开始。')).toBeVisible();
  await page.goto(`/sessions/${id}/room`);
  await page.getByRole('button', { name: '宣布开会' }).click();

  // who sits in both bodies signs in once
  const own = await phoneOf(browser, baseURL, CHAIR, id);
  await own.getByRole('button', { name: '签到', exact: true }).tap();
  await expect(roster(page, 'PARTY').getByText('应到 3 人，实到 1 人')).toBeVisible();
  await expect(roster(page, 'COUNCIL').getByText('应到 4 人，实到 1 人')).toBeVisible();
  const away = await phoneOf(browser, baseURL, absent, id);
  await page.getByRole('group', { name: absent.name }).getByRole('radio', { name: '请假' }).check();
  await roster(page, 'PARTY').getByRole('button', { name: '未登记的 1 人全部到会' }).click();
  await roster(page, 'COUNCIL').getByRole('button', { name: '未登记的 3 人全部到会' }).click();
  await expect(roster(page, 'COUNCIL').getByText('应到 4 人，实到 4 人')).toBeVisible();
  await page.getByRole('button', { name: `开始审议：${title}` }).click();

  // who is away says something in writing, which is no vote
  await expect(away.getByText('您登记为：请假。到会了请签到。')).toBeVisible();
  await away.getByLabel('书面意见（未到会，不是投票）').fill('建议分两步实施。');
  await away.getByRole('button', { name: '提交书面意见' }).tap();
  await expect(away.getByText('您的书面意见已登记。')).toBeVisible();
  await expect(page.getByText('建议分两步实施。')).toBeVisible();
  await expectAccessible(away);

  // the council waits for the party body
  await expect(part(wall, 'PARTY').getByText('可以表决')).toBeVisible();
  await expect(part(wall, 'COUNCIL').getByText('还不能表决')).toBeVisible();
  await expect(part(wall, 'COUNCIL').getByText('党组织先表决')).toBeVisible();
  await part(page, 'COUNCIL').getByRole('button', { name: '开始记名表决' }).click();
  await expect(page.getByRole('alert')).toContainText('常务理事会还不能表决');
  await page.getByRole('button', { name: '知道了' }).click();

  // a vote that was opened too early is given up and repeated
  await part(page, 'PARTY').getByRole('button', { name: '开始记名表决' }).click();
  await part(page, 'PARTY').getByRole('button', { name: '作废重投' }).click();
  await page.getByLabel('作废原因').fill('材料还没有看完');
  await page.getByRole('button', { name: '作废这次表决' }).click();
  await part(page, 'PARTY').getByRole('button', { name: '开始记名表决' }).click();
  await expectAccessible(page);
  await part(own, 'PARTY').getByRole('radio', { name: '赞成' }).check();
  await own.getByRole('button', { name: '确认投票：赞成' }).tap();
  await expect(own.getByText('已投：赞成。投票后不能更改。')).toBeVisible();
  await expect(part(wall, 'PARTY').getByRole('list', { name: '2 人中 1 人已投' })).toBeVisible();
  await part(page, 'PARTY')
    .getByRole('group', { name: `${second.name}的表决` })
    .getByRole('radio', { name: '赞成' })
    .check();
  await part(page, 'PARTY').getByRole('button', { name: '计票', exact: true }).click();
  await expect(part(wall, 'PARTY').getByText('通过', { exact: true })).toBeVisible();
  await expect(part(wall, 'PARTY').locator('.room-named')).toContainText(`${CHAIR.name}、${second.name}`);

  await expect(part(wall, 'COUNCIL').getByText('可以表决')).toBeVisible();
  await expectAccessible(wall);
  await part(page, 'COUNCIL').getByRole('button', { name: '开始记名表决' }).click();
  const leader = await phoneOf(browser, baseURL, COUNCIL_CHAIR, id);
  await leader.getByRole('radio', { name: '赞成' }).check();
  await leader.getByRole('button', { name: '确认投票：赞成' }).tap();
  await part(own, 'COUNCIL').getByRole('radio', { name: '弃权' }).check();
  await own.getByRole('button', { name: '确认投票：弃权' }).tap();
  await expect(part(page, 'COUNCIL').getByRole('button', { name: '其余 2 人登记为赞成' })).toBeVisible();
  await part(page, 'COUNCIL').getByRole('button', { name: '其余 2 人登记为赞成' }).click();
  await part(page, 'COUNCIL').getByRole('button', { name: '计票', exact: true }).click();
  await expect(part(wall, 'COUNCIL').locator('.room-result dd')).toHaveText(['3', '0', '1']);

  const conclude = page.getByRole('region', { name: '形成审议意见' });
  await conclude.getByRole('radio', { name: '同意', exact: true }).check();
  await conclude.getByLabel('意见内容').fill('同意，分两步实施。');
  await conclude.getByRole('button', { name: '形成意见，审议下一项' }).click();
  await expect(wall.getByText('同意，2 票赞成')).toBeVisible();
  await page.getByRole('button', { name: '宣布散会' }).click();
  await expect(own.getByText('会议已经结束。')).toBeVisible();
  await page.goto(`/matters/${matter}`);
  await expect(page.locator('.page-head .state-word')).toHaveText('已决定');
  for (const each of [own, away, leader]) await each.context().close();
});

test('a phone whose line breaks shows the room as it is once it is back', async ({ page, browser, baseURL }) => {
  await open(page, 'PARTY_STAFF', '/matters', '重大事项');
  const matter = await accepted(page, 'INSTITUTION', '旅程设立专业委员会');
  const id = await called(page, { title: '旅程断线的会议', members: [CHAIR, second], matters: [matter] });
  const own = await phoneOf(browser, baseURL, second, id);
  await expect(own.getByText('会议还没有开始。')).toBeVisible();
  await own.context().setOffline(true);
  await page.goto(`/sessions/${id}/room`);
  await page.getByRole('button', { name: '宣布开会' }).click();
  await page.getByRole('button', { name: '开始审议：旅程设立专业委员会' }).click();
  await expect(page.getByText('还不能表决')).toBeVisible();
  await own.context().setOffline(false);
  await expect(own.getByRole('heading', { level: 2, name: '旅程设立专业委员会' })).toBeVisible();
  // deferred without a vote: the council is not asked, and the reason stands
  const conclude = page.getByRole('region', { name: '形成审议意见' });
  await conclude.getByRole('radio', { name: '缓议' }).check();
  await conclude.getByLabel('意见内容').fill('材料不足，下次再议。');
  await conclude.getByRole('button', { name: '形成意见，审议下一项' }).click();
  await expect(own.getByText('缓议', { exact: true })).toBeVisible();
  await own.context().close();
});
