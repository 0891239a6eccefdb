import type { Browser, Page } from '@playwright/test';
import { account, ask, expect, signIn } from './journey';

/** Somebody at the table: the demo's accounts are told by their user names. */
export interface Sitter {
  name: string;
  username?: string;
}

export const CHAIR: Sitter = { name: '何志清', username: 'hezhiqing' };
export const ROOM_MEMBERS: readonly Sitter[] = [
  CHAIR,
  { name: '罗海云', username: 'luohaiyun' },
  { name: '徐曼', username: 'xuman' },
  { name: '钱毅', username: 'qianyi' },
  { name: '邵宁', username: 'shaoning' },
];

/** A matter that was accepted: drafted as urgent, as nothing else is on a session of the same day. */
export async function accepted(page: Page, category: string, title: string): Promise<string> {
  const { organizations } = await ask<{ organizations: { nodes: { id: string }[] } }>(
    page,
    '{ organizations(first: 1, filter: { search: "DZ0009" }) { nodes { id } } }',
  );
  const organizationId = organizations.nodes[0]!.id;
  const { draftMatter } = await ask<{ draftMatter: { id: string } }>(
    page,
    'mutation ($input: DraftMatterInput!) { draftMatter(input: $input) { id } }',
    {
      input: {
        ...{ organizationId, category, title, background: '提名和考察都已完成。', options: `是否同意${title}？` },
        urgentReason: '负责人空缺，工作不能停。',
      },
    },
  );
  const { id } = draftMatter;
  const { reviewRuleFor } = await ask<{ reviewRuleFor: { materials: string[] } }>(
    page,
    `query ($category: MatterCategory!, $organizationId: ID!) {
      reviewRuleFor(category: $category, organizationId: $organizationId) { materials } }`,
    { category, organizationId },
  );
  for (const kind of reviewRuleFor.materials) {
    const file = { name: `${kind}.csv`, mimeType: 'text/csv', buffer: Buffer.from(`序号,内容\n1,${kind}\n`) };
    const headers = { 'x-dangwu-csrf': '1' };
    const sent = await page.request.post('/files', { headers, multipart: { file } });
    const { id: fileId } = (await sent.json()) as { id: string };
    await step(page, 'addMatterMaterial', 'AddMatterMaterialInput', { id, kind, fileId });
  }
  await step(page, 'submitMatter', 'SubmitMatterInput', { id });
  await step(page, 'acceptMatter', 'AcceptMatterInput', { id });
  return id;
}

async function step(
  page: Page,
  name: string,
  type: string,
  input: { readonly id: string; readonly [field: string]: unknown },
): Promise<void> {
  const version = await versionOf(page, input.id);
  const document = `mutation ($input: ${type}!) { ${name}(input: $input) { id } }`;
  await ask(page, document, { input: { ...input, version } });
}

async function versionOf(page: Page, id: string): Promise<number> {
  const { matter } = await ask<{ matter: { version: number } }>(
    page,
    'query ($id: ID!) { matter(id: $id) { version } }',
    {
      id,
    },
  );
  return matter.version;
}

/** A session that begins in a minute, with its roster and agenda; its members have the notice. */
export async function called(
  page: Page,
  session: { title: string; members: readonly Sitter[]; council?: readonly Sitter[]; matters: readonly string[] },
): Promise<string> {
  const { title, members, council, matters } = session;
  const from = Date.now() + 60_000;
  const times = { startsAt: new Date(from).toISOString(), endsAt: new Date(from + 3_600_000).toISOString() };
  const lines = council?.map(({ name }) => name).join('\n');
  const { callSession } = await ask<{ callSession: { id: string; version: number } }>(
    page,
    'mutation ($input: CallSessionInput!) { callSession(input: $input) { id version } }',
    {
      input: {
        ...{
          reviewingBody: 'FUNCTIONAL_COMMITTEE',
          joint: council !== undefined,
          title,
          place: '二层第一会议室',
          ...times,
        },
        council: lines ?? null,
      },
    },
  );
  const { id } = callSession;
  let { version } = callSession;
  for (const [body, people] of [['PARTY', members] as const, ['COUNCIL', council ?? []] as const]) {
    if (people.length === 0) continue;
    const seats = people.map(({ name, username }, n) => ({
      ...{ name, username: username ?? null, chair: n === 0, post: n === 0 ? '书记' : '委员' },
    }));
    const { changeSessionRoster } = await ask<{ changeSessionRoster: { version: number } }>(
      page,
      'mutation ($input: ChangeSessionRosterInput!) { changeSessionRoster(input: $input) { version } }',
      { input: { id, version, body, members: seats } },
    );
    version = changeSessionRoster.version;
  }
  for (const matterId of matters) {
    const matterVersion = await versionOf(page, matterId);
    await ask(page, 'mutation ($input: ScheduleMatterInput!) { scheduleMatter(input: $input) { id } }', {
      input: { id, matterId, matterVersion },
    });
  }
  const { reviewSession } = await ask<{ reviewSession: { version: number } }>(
    page,
    'query ($id: ID!) { reviewSession(id: $id) { version } }',
    { id },
  );
  await ask(page, 'mutation ($input: SendSessionNoticeInput!) { sendSessionNotice(input: $input) { id } }', {
    input: { id, version: reviewSession.version },
  });
  return id;
}

/** A member's own phone, signed in and in the room. */
export async function phoneOf(
  browser: Browser,
  baseURL: string | undefined,
  who: Sitter,
  sessionId: string,
): Promise<Page> {
  const context = await browser.newContext({
    baseURL,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  await signIn(page, account(who.username ?? '').username);
  await page.goto(`/sessions/${sessionId}/room?screen=member`);
  await expect(page.locator('.room-own')).toBeVisible();
  return page;
}

export const figureOf = (page: Page, name: string) => page.locator(`.room-figures [data-figure="${name}"] dd`).first();
