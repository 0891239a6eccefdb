import type { Browser, BrowserContext, Page } from '@playwright/test';
import { ask, expect, expectAccessible, open, send, signIn, test } from './journey';

const minute = 60_000;
const at = (minutes: number): string => new Date(Date.now() + minutes * minute).toISOString();

/** An activity of the branch that the demo's member belongs to, so many minutes from now. */
async function plan(page: Page, title: string, from: number, to: number): Promise<string> {
  const { organizations, activityTypes } = await ask<{
    organizations: { nodes: { id: string }[] };
    activityTypes: { id: string; key: string }[];
  }>(page, '{ organizations(first: 1, filter: { search: "DZ0003" }) { nodes { id } } activityTypes { id key } }');
  const { planActivity } = await ask<{ planActivity: { id: string } }>(
    page,
    'mutation ($input: PlanActivityInput!) { planActivity(input: $input) { id } }',
    {
      input: {
        organizationId: organizations.nodes[0]!.id,
        activityTypeId: activityTypes.find(({ key }) => key === 'BRANCH_ASSEMBLY')!.id,
        title,
        startsAt: at(from),
        endsAt: at(to),
      },
    },
  );
  return planActivity.id;
}

/** The member's phone, signed in. */
async function phone(browser: Browser, baseURL: string | undefined): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    baseURL,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  await signIn(page, 'MEMBER');
  return { context, page };
}

const figure = (page: Page, name: string) =>
  page.locator('.attendance-numbers dl > div').filter({ hasText: name }).locator('dd');

test('a meeting of 30 is held by the code on the screen, counted as people come, and recorded with one typed field', async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  await open(page, 'PARTY_STAFF', '/activities', '会议与活动');
  const id = await plan(page, '旅程签到大会', -5, 60);
  await page.goto(`/activities/${id}`);
  await page.getByRole('button', { name: '开始登记' }).click();
  const roster = page.getByRole('list', { name: /^参会名单/ });
  await expect(roster.getByRole('listitem').first()).toBeVisible();
  const entitled = Number(await figure(page, '应到').textContent());
  expect(entitled).toBeGreaterThanOrEqual(28);
  await expect(page.getByText('还没有达到到会要求。')).toBeVisible();
  await expectAccessible(page);

  const [screen] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: '签到码' }).click(),
  ]);
  const code = screen.getByRole('img', { name: '签到码，用手机扫描' });
  await expect(code).toBeVisible();
  await expect(screen.getByRole('heading', { level: 1, name: '旅程签到大会' })).toBeVisible();
  await expectAccessible(screen);
  const address = async () => new URL((await code.getAttribute('data-address'))!);
  const first = await address();
  await expect.poll(async () => (await address()).search, { timeout: 40_000 }).not.toBe(first.search);

  const member = await phone(browser, baseURL);
  const { pathname, search } = await address();
  await member.page.goto(pathname + search);
  await expectAccessible(member.page);
  await member.page.getByRole('button', { name: '签到' }).tap();
  await expect(member.page.getByText('已签到')).toBeVisible();
  await expect(figure(page, '实到')).toHaveText('1');
  await expect(screen.locator('.sign-in-count strong')).toHaveText('1');
  await expect(roster.getByRole('listitem').filter({ hasText: '唐晓' })).toContainText('扫码');

  // those who sit behind him
  const { attendance } = await send<{ attendance: { nodes: { memberId: string; state: string }[] } }>(
    page,
    'attendanceRoster',
    { id, first: 100 },
  );
  const others = attendance.nodes.filter(({ state }) => state === 'ENTITLED').slice(0, entitled - 3);
  const rows = others.map(({ memberId }) => ({ memberId, state: 'PRESENT' }));
  await send(page, 'recordAttendance', { input: { activityId: id, rows } });
  await expect(figure(page, '实到')).toHaveText(String(others.length + 1));
  await expect(screen.locator('.sign-in-count strong')).toHaveText(String(others.length + 1));
  await expect(page.getByText('达到到会要求。', { exact: true })).toBeVisible();

  // by the keyboard: on leave, then absent
  const left = roster.getByRole('listitem').filter({ hasNot: page.locator('input:checked') });
  await expect(left).toHaveCount(2);
  for (const [key, name] of [
    ['4', '请假'],
    ['5', '缺席'],
  ] as const) {
    await left.first().getByRole('radio').first().focus();
    await page.keyboard.press(key);
    await expect(figure(page, name)).toHaveText('1');
  }
  await expect(figure(page, '未登记')).toHaveText('0');
  await screen.close();
  await member.context.close();

  // it ends early: the record takes the counts from the names, and one text is typed
  const { activity } = await ask<{ activity: { version: number; startsAt: string } }>(
    page,
    'query ($id: ID!) { activity(id: $id) { version startsAt } }',
    { id },
  );
  await ask(page, 'mutation ($input: ChangeActivityInput!) { changeActivity(input: $input) { id } }', {
    input: { id, version: activity.version, endsAt: at(-1) },
  });
  await page.reload();
  await page.getByRole('button', { name: '补记记录' }).click();
  const record = page.getByRole('dialog', { name: '补记记录' });
  await expect(record.getByText(`实到 ${others.length + 1}`)).toBeVisible();
  await expect(record.getByLabel('实到')).toHaveCount(0);
  await record.getByLabel('内容摘要').fill('学习并讨论。');
  await record.getByRole('button', { name: '补记记录' }).click();
  await expect(record).toBeHidden();
  await expect(page.locator('.page-head .state-word')).toHaveText('已记录');
  await expect(page.locator('.activity-figures')).toContainText(String(others.length + 1));
});

test('leave is asked for on the phone, approved at the desk, and a code that nobody shows is refused', async ({
  page,
  browser,
  baseURL,
}) => {
  await open(page, 'PARTY_STAFF', '/activities', '会议与活动');
  const id = await plan(page, '旅程请假大会', 60 * 30, 60 * 31);
  await page.goto(`/activities/${id}`);
  await expect(page.getByText('起可以登记参会情况')).toBeVisible();
  const member = await phone(browser, baseURL);
  await member.page.goto('/');
  await member.page.getByRole('button', { name: '更多' }).tap();
  await member.page.getByRole('link', { name: '我的活动' }).tap();
  const mine = member.page.getByRole('listitem').filter({ hasText: '旅程请假大会' });
  await mine.getByRole('button', { name: '请假：旅程请假大会' }).tap();
  await mine.getByLabel('请假原因').fill('外地出差');
  await expectAccessible(member.page);
  await mine.getByRole('button', { name: '请假', exact: true }).tap();
  await expect(mine.getByText('请假待批')).toBeVisible();
  expect(await member.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);

  // it arrives at the desk by itself
  await expect(page.getByText('1 份待批')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '批准唐晓的请假', exact: true }).click();
  await expect(figure(page, '请假')).toHaveText('1');
  await expect(mine.getByText('已准假')).toBeVisible();

  await member.page.goto(`/attend/${id}?code=abc-${'A'.repeat(22)}`);
  await member.page.getByRole('button', { name: '签到' }).tap();
  await expect(member.page.getByRole('alert')).toContainText('不在签到时间');
  await member.context.close();
});
