import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, open, test } from './journey';
import { accepted, called, CHAIR, figureOf, phoneOf, ROOM_MEMBERS, type Sitter } from './room-journey';

const title = '旅程聘任筹备负责人';
const [, second, third, fourth, recused] = ROOM_MEMBERS as readonly Sitter[] as [
  Sitter,
  Sitter,
  Sitter,
  Sitter,
  Sitter,
];

test('a personnel matter: sign in, recuse, speak in turn, vote secretly by four phones, find the own paper', async ({
  page,
  context,
  browser,
  baseURL,
}, testInfo) => {
  test.setTimeout(300_000);
  await open(page, 'PARTY_STAFF', '/matters', '重大事项');
  const matter = await accepted(page, 'PERSONNEL', title);
  const id = await called(page, { title: '旅程无记名党委会', members: ROOM_MEMBERS, matters: [matter] });
  await page.goto(`/sessions/${id}/room`);
  await page.getByRole('button', { name: '宣布开会' }).click();
  const [wall] = await Promise.all([context.waitForEvent('page'), page.getByRole('link', { name: '大屏' }).click()]);
  await expect(wall.getByText('会议进行中，等待下一项议题。')).toBeVisible();

  // three sign in by themselves, the desk taps two, by the keyboard one of them
  const phones = new Map<string, Page>();
  for (const who of [CHAIR, second, third, fourth]) phones.set(who.name, await phoneOf(browser, baseURL, who, id));
  const phone = (who: Sitter): Page => phones.get(who.name)!;
  for (const who of [second, third, fourth]) await phone(who).getByRole('button', { name: '签到', exact: true }).tap();
  await expect(page.getByText('应到 5 人，实到 3 人')).toBeVisible();
  await page.getByRole('group', { name: CHAIR.name }).getByRole('radio', { name: '到会' }).focus();
  await page.keyboard.press('1');
  await expect(page.getByText('应到 5 人，实到 4 人')).toBeVisible();
  await page.getByRole('group', { name: recused.name }).getByRole('radio', { name: '到会' }).focus();
  await page.keyboard.press('1');
  await expect(page.getByText('应到 5 人，实到 5 人')).toBeVisible();

  await page.getByRole('button', { name: `开始审议：${title}` }).click();
  await expect(wall.getByRole('heading', { level: 2, name: title })).toBeVisible();
  await expect(figureOf(page, 'entitled')).toHaveText('5');
  await page.getByText('登记回避', { exact: true }).first().click();
  await page.getByLabel('谁回避').selectOption({ label: recused.name });
  await page.getByLabel('回避原因').fill('与人选是亲属');
  await page.getByRole('button', { name: '登记回避', exact: true }).click();
  await expect(figureOf(wall, 'entitled')).toHaveText('4');
  await expect(figureOf(wall, 'recused')).toHaveText('1');
  await expectAccessible(page);

  // nobody votes before everybody has spoken, the chair last
  await expect(wall.getByText('还不能表决')).toBeVisible();
  await page.getByRole('button', { name: '开始无记名投票' }).click();
  await expect(page.getByRole('alert')).toContainText('还没有表态');
  await page.getByRole('button', { name: `${CHAIR.name} 已发言`, exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('主持人最后表态');
  await page.getByRole('button', { name: '知道了' }).click();
  await expect(phone(second).getByText('请您发言。')).toBeVisible();
  await phone(second).getByLabel('我的意见（可不写）').fill('同意，建议明确任期。');
  await phone(second).getByRole('button', { name: '我已发言' }).tap();
  for (const who of [third, fourth, CHAIR])
    await page.getByRole('button', { name: `${who.name} 已发言，请下一位` }).click();
  await expect(wall.getByText('可以表决')).toBeVisible();
  await expect(wall.getByText('应到 4 人，实到 4 人，达到三分之二（须 3 人）。')).toBeVisible();
  await expect(wall.getByText('3 票赞成')).toBeVisible();
  await expectAccessible(wall);

  await page.getByRole('button', { name: '开始无记名投票' }).click();
  const voters = [CHAIR, second, third, fourth];
  for (const who of voters) {
    await phone(who).getByRole('button', { name: '在这台设备上领票' }).tap();
    await expect(phone(who).getByText('已领票。等大家都领到，就开始投票。')).toBeVisible();
  }
  await expectAccessible(phone(second));
  expect(await phone(second).evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  // a reload in the middle loses nothing, and another browser of the same person says where the vote is
  await phone(third).reload();
  await expect(phone(third).getByText('已领票。等大家都领到，就开始投票。')).toBeVisible();
  const other = await phoneOf(browser, baseURL, third, id);
  await expect(other.getByText('您的票领在另一台设备或浏览器上')).toBeVisible();
  await other.context().close();
  await page.getByRole('button', { name: '开始投票', exact: true }).click();

  // as it went over the line, which is more than the page knows
  const papers: Promise<Record<string, string>>[] = [];
  for (const [n, who] of voters.entries()) {
    const own = phone(who);
    own.on('request', (request) => {
      if (!request.url().endsWith('/ballots/papers')) return;
      papers.push(request.allHeaders());
    });
    await own.getByRole('radio', { name: n === 2 ? '反对' : '赞成' }).check();
    if (n === 0) await expectAccessible(own);
    await own.getByRole('button', { name: /^确认投票：/ }).tap();
    await expect(own.getByText(/已封好|已投。投票后不能更改/)).toBeVisible();
    // closed as soon as it was sealed, and opened again: it is still sent
    if (n === 2) await own.reload();
  }
  const receipts: string[] = [];
  for (const who of voters) {
    const receipt = phone(who).locator('[data-receipt]');
    await expect(receipt).toBeVisible();
    receipts.push((await receipt.getAttribute('data-receipt'))!);
  }
  expect(papers.length).toBeGreaterThanOrEqual(4);
  for (const sent of await Promise.all(papers))
    expect(Object.keys(sent).filter((name) => /cookie|referer|authorization/i.test(name))).toEqual([]);
  // papers tell no event: the screens ask by themselves
  await expect(figureOf(wall, 'cast')).toHaveText('4');
  await expect(wall.getByRole('list', { name: '4 人中 4 人已投' })).toBeVisible();
  await page.getByRole('button', { name: '计票', exact: true }).click();

  await expect(wall.getByText('通过', { exact: true })).toBeVisible();
  await expect(wall.locator('.room-result dd')).toHaveText(['3', '1', '0']);
  for (const who of voters) {
    await expect(phone(who).getByText('我的票在票单里')).toBeVisible();
    await expect(phone(who).getByText('4 张票，每张都核验无误')).toBeVisible();
    await expect(phone(who).getByText('票单与存证的哈希一致')).toBeVisible();
    expect(await phone(who).evaluate(() => indexedDB.databases().then((all) => all.length))).toBeLessThanOrEqual(1);
  }
  await expectAccessible(phone(third));

  // a stranger recounts the file, and it is the same list
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载票单' }).click(),
  ]);
  const file = testInfo.outputPath('list.json');
  await download.saveAs(file);
  const recounted = spawnSync(process.execPath, [path.resolve('tools/recount-ballot.mjs'), file], { encoding: 'utf8' });
  expect(recounted.stdout).toContain('4 papers, 4 credentials issued');
  expect(recounted.status).toBe(0);
  await page.getByRole('button', { name: '在本机复算' }).click();
  await page.getByLabel('用核验码找自己的票').fill(receipts[2]!);
  await expect(page.getByText('我的票在票单里')).toBeVisible();
  await expect(page.getByText('复算：赞成 3，反对 1，弃权 0，与公布的一致')).toBeVisible();

  const conclude = page.getByRole('region', { name: '形成审议意见' });
  await conclude.getByRole('radio', { name: '同意', exact: true }).check();
  await conclude.getByLabel('意见内容').fill('同意聘任，任期三年。');
  await conclude.getByRole('button', { name: '形成意见，审议下一项' }).click();
  await expect(wall.getByText('同意，3 票赞成')).toBeVisible();
  await page.getByRole('button', { name: '宣布散会' }).click();
  await expect(wall.getByText('会议已经结束。')).toBeVisible();
  await page.goto(`/matters/${matter}`);
  await expect(page.locator('.page-head .state-word')).toHaveText('已审议');
  for (const own of phones.values()) await own.context().close();
});
