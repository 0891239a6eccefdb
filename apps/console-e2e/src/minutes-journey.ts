import type { Browser, Page } from '@playwright/test';
import { ask, expect, signIn } from './journey';

/** What was planned and is over, of journeys alone, at the organization whose secretary has an account. */
export async function held(page: Page, title: string): Promise<string> {
  const { organizations, activityTypes } = await ask<{
    organizations: { nodes: { id: string }[] };
    activityTypes: { id: string; key: string }[];
  }>(page, `{ organizations(first: 1, filter: { search: "DZ0002" }) { nodes { id } } activityTypes { id key } }`);
  const yesterday = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now() - 86_400_000);
  const input = {
    organizationId: organizations.nodes[0]!.id,
    activityTypeId: activityTypes.find(({ key }) => key === 'COMMITTEE_MEETING')!.id,
    title,
    startsAt: `${yesterday}T09:30:00+08:00`,
    endsAt: `${yesterday}T11:00:00+08:00`,
    place: '四层会议室',
    agenda: [
      { title: '学习《章程》修订内容', minutes: 25 },
      { title: '讨论增补委员', owner: '罗景行' },
    ],
  };
  const { planActivity } = await ask<{ planActivity: { id: string } }>(
    page,
    'mutation ($input: PlanActivityInput!) { planActivity(input: $input) { id } }',
    { input },
  );
  return planActivity.id;
}

/** A page of somebody else, beside that of the journey. */
export async function other(browser: Browser, role: string, address: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: process.env['DANGWU_URL'] })).newPage();
  await signIn(page, role);
  await page.goto(address);
  return page;
}

/** What is written was saved by itself. */
export const saved = (page: Page) => expect(page.getByText(/自动保存$/)).toBeVisible({ timeout: 15_000 });
