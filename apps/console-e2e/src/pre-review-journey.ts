import type { Browser, Page } from '@playwright/test';
import { administrator, linkFromInbox, newPerson, setPassword, typePassword } from './identity';
import { account, ask, choose, expect, signIn } from './journey';
import type { Sitter } from './room-journey';

export type Body = 'PARTY' | 'COUNCIL';
export type Choice = '赞成' | '反对';

const basis = '旅程专业委员会筹建批复';

export const dialog = (page: Page) => page.getByRole('dialog');
export const part = (page: Page, body: Body) => page.locator(`[data-body="${body}"]`);

/** Some minutes from now, as people in China write it: the day, and a time in steps of five minutes. */
function inMinutes(minutes: number): { day: string; time: string } {
  const step = 5 * 60_000;
  const at = new Date(Math.floor((Date.now() + minutes * 60_000) / step) * step);
  const [day, time] = new Intl.DateTimeFormat('sv-SE', {
    ...{ timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' },
  })
    .format(at)
    .split(' ');
  return { day: day!, time: time! };
}

/** A branch institution of the association, which is guided and not led: the party-affairs staff found it. */
export async function branchInstitution(page: Page): Promise<{ id: string; name: string }> {
  const { organizations } = await ask<{ organizations: { nodes: { id: string }[] } }>(
    page,
    '{ organizations(first: 1, filter: { rootsOnly: true }) { nodes { id } } }',
  );
  const code = `PRE-${Date.now().toString(36)}`;
  const input = {
    ...{ parentId: organizations.nodes[0]!.id, relation: 'GUIDES', type: 'WORKING_GROUP', tier: 'BRANCH_INSTITUTION' },
    ...{ name: `旅程专业委员会党的工作小组${code.slice(-4)}`, code, basis, effectiveOn: '2020-01-01' },
  };
  const { foundOrganization } = await ask<{ foundOrganization: { id: string; name: string } }>(
    page,
    'mutation ($input: FoundOrganizationInput!) { foundOrganization(input: $input) { id name } }',
    { input },
  );
  return foundOrganization;
}

/** Its secretary, in a window of the own: invited by one administrator, given the role by another. */
export async function secretaryOf(
  browser: Browser,
  baseURL: string | undefined,
  organizationId: string,
): Promise<Page> {
  const person = newPerson('旅程书记');
  const { name, username, mail } = person;
  const admin = await administrator(browser);
  const { createAccount } = await ask<{ createAccount: { id: string } }>(
    admin,
    'mutation ($input: CreateAccountInput!) { createAccount(input: $input) { id } }',
    { input: { name, username, mail } },
  );
  const security = await windowOf(browser, baseURL);
  await signIn(security, 'SECURITY_ADMIN');
  await ask(security, 'mutation ($input: GrantRoleInput!) { grantRole(input: $input) { id } }', {
    input: { accountId: createAccount.id, role: 'SECRETARY', organizationId, basis },
  });
  await security.context().close();
  const own = await windowOf(browser, baseURL);
  await setPassword(own, await linkFromInbox(admin, mail, '您的党务平台账号'), person.password);
  await typePassword(own, person);
  await expect(own.getByRole('heading', { level: 1, name: '今日' })).toBeVisible();
  await admin.context().close();
  return own;
}

/** Another person's window. */
export async function windowOf(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({
    ...{ baseURL, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' },
    viewport: { width: 1440, height: 900 },
  });
  return context.newPage();
}

/** Hands a file in as a material, as a person does. */
export async function handIn(page: Page, button: string, content: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  await chooser.setFiles({ name: '材料.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });
}

/** Somebody is asked for an opinion on the page of the matter, and gives it in a window of the own. */
export async function advised(
  page: Page,
  browser: Browser,
  baseURL: string | undefined,
  asked: {
    of: string;
    username: string;
    question: string;
    title: string;
    stance: string;
    score?: string;
    text: string;
  },
): Promise<void> {
  await page.getByRole('button', { name: '征求意见', exact: true }).click();
  await dialog(page).getByLabel('征求谁的意见').fill(asked.of);
  await choose(page, asked.of);
  await dialog(page).getByLabel('请对方回答什么').fill(asked.question);
  await dialog(page).getByRole('button', { name: '征求意见', exact: true }).click();
  await expect(dialog(page)).toHaveCount(0);
  const own = await windowOf(browser, baseURL);
  await signIn(own, account(asked.username).username);
  await own.goto('/my-reviews');
  await own.getByRole('link', { name: `审阅：${asked.title}` }).click();
  await expect(own.getByText(asked.question)).toBeVisible();
  await own.getByText(asked.stance, { exact: true }).click();
  if (asked.score) await own.getByText(asked.score, { exact: true }).click();
  await own.getByLabel('意见', { exact: true }).fill(asked.text);
  await own.getByRole('button', { name: '提出意见' }).click();
  await expect(own.getByText('意见已提出，附在事项上。')).toBeVisible();
  await own.context().close();
  await expect(page.getByText(asked.text)).toBeVisible();
}

/**
 * A joint session within the hour, called on its page with its two rosters and the matter, its members told. The matter must
 * be urgent: its papers come on the day of the session.
 * @returns its id
 */
export async function jointSession(
  page: Page,
  session: { title: string; matter: string; rosters: Readonly<Record<Body, readonly Sitter[]>> },
): Promise<string> {
  const { title, matter, rosters } = session;
  await page.goto('/sessions');
  await page.getByRole('button', { name: '召集会议' }).click();
  const form = dialog(page);
  await form.getByRole('checkbox', { name: '与常务理事会一并召开' }).check();
  await form.getByLabel('常务理事名单').fill(rosters.COUNCIL.map(({ name }) => name).join('\n'));
  const [starts, ends] = [inMinutes(20), inMinutes(80)];
  await form.getByLabel('日期').fill(starts.day);
  await form.getByLabel('日期').press('Enter');
  for (const [field, { time }] of [['开始', starts] as const, ['结束', ends] as const]) {
    await form.getByPlaceholder(field).fill(time);
    await form.getByPlaceholder(field).press('Enter');
  }
  await form.getByLabel('地点').fill('旅程会议室');
  await form.getByLabel('会议', { exact: true }).fill(title);
  await form.getByRole('button', { name: '召集会议' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  const id = new URL(page.url()).pathname.split('/').at(-1)!;
  await seat(page, '审议机构名单', rosters.PARTY);
  await seat(page, '常务理事会名单', rosters.COUNCIL);
  await page.getByRole('button', { name: `排入“${matter}”` }).click();
  const agenda = page.getByRole('list', { name: '议程' });
  await expect(agenda).toContainText(matter);
  await expect(agenda).toContainText('紧急事项，材料提前天数不够');
  await page.getByRole('button', { name: '发出通知' }).click();
  await dialog(page).getByRole('button', { name: '发出通知' }).click();
  await expect(page.getByText(/通知已于 .* 发出/)).toBeVisible();
  return id;
}

/** Puts these at the table and nobody else, the first in the chair. */
async function seat(page: Page, list: string, people: readonly Sitter[]): Promise<void> {
  await page.getByRole('button', { name: `修改${list}` }).click();
  const form = dialog(page);
  const leave = form.getByRole('button', { name: /^从名单移除/ });
  await expect(form.getByRole('button', { name: '添加一人' })).toBeVisible();
  for (let left = await leave.count(); left > 0; left -= 1) await leave.first().click();
  await expect(leave).toHaveCount(0);
  for (const [n, { name, username }] of people.entries()) {
    await form.getByRole('button', { name: '添加一人' }).click();
    await form.getByLabel(`第 ${n + 1} 人的姓名`).fill(name);
    await form.getByLabel(`第 ${n + 1} 人的用户名`).fill(username ?? '');
  }
  await form.getByRole('radio', { name: `主持：${people[0]!.name}` }).check();
  await form.getByRole('button', { name: '保存名单' }).click();
  await expect(form).toHaveCount(0);
  await expect(page.getByRole('region', { name: list }).getByRole('listitem')).toHaveCount(people.length);
}

/** A secret vote of one body: each on the own phone, opened, begun and counted at the desk. */
export async function secretVote(
  desk: Page,
  body: Body,
  voters: readonly { phone: Page; choice: Choice }[],
  during?: () => Promise<void>,
): Promise<void> {
  await part(desk, body).getByRole('button', { name: '开始无记名投票' }).click();
  for (const { phone } of voters) {
    await part(phone, body).getByRole('button', { name: '在这台设备上领票' }).tap();
    await expect(part(phone, body).getByText('已领票。等大家都领到，就开始投票。')).toBeVisible();
  }
  await part(desk, body).getByRole('button', { name: '开始投票', exact: true }).click();
  for (const [n, { phone, choice }] of voters.entries()) {
    if (n === 1) await during?.();
    await part(phone, body).getByRole('radio', { name: choice }).check();
    await part(phone, body)
      .getByRole('button', { name: `确认投票：${choice}` })
      .tap();
  }
  for (const { phone } of voters) await expect(part(phone, body).locator('[data-receipt]')).toBeVisible();
  await part(desk, body).getByRole('button', { name: '计票', exact: true }).click();
}

/** The opinion at the desk, and the end of the session. */
export async function concludeAndClose(page: Page, opinion: string, text: string): Promise<void> {
  const conclude = page.getByRole('region', { name: '形成审议意见' });
  await conclude.getByRole('radio', { name: opinion, exact: true }).check();
  await conclude.getByLabel('意见内容').fill(text);
  await conclude.getByRole('button', { name: '形成意见，审议下一项' }).click();
  await page.getByRole('button', { name: '宣布散会' }).click();
  await expect(page.getByText('会议已经结束。')).toBeVisible();
}
