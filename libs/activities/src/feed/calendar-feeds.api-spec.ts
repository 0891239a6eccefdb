import ICAL from 'ical.js';
import { createWorld, type Actor, type World } from '@dangwu/testing';
import { Activities } from '../trial/activities';

interface Feed {
  readonly id: string;
  readonly name: string;
  readonly lastUsedAt: string | null;
}

let world: World;
let activities: Activities;
const lines: string[] = [];
beforeAll(async () => {
  world = await createWorld({
    now: '2026-11-20T02:00:00Z',
    environment: { LOG_LEVEL: 'info' },
    log: (line) => lines.push(line),
  });
  activities = new Activities(world);
});
afterAll(() => world.close());

const make = async (actor: Actor, name = '手机'): Promise<{ feed: Feed; path: string }> => {
  const made = await activities.send<{ feed: Feed; url: string }>(
    'createCalendarFeed',
    { name },
    actor,
    'feed { id name lastUsedAt } url',
  );
  return { feed: made.feed, path: new URL(made.url).pathname };
};
const list = async (actor: Actor): Promise<Feed[]> =>
  (await world.as(actor).query<{ calendarFeeds: Feed[] }>(`{ calendarFeeds { id name lastUsedAt } }`)).calendarFeeds;
const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${world.url}${path}`, { headers });
/** Titles with their state, by time; the file is read strictly. */
async function titles(path: string): Promise<string[]> {
  const response = await get(path);
  expect(response.status).toBe(200);
  const calendar = new ICAL.Component(ICAL.parse(await response.text()) as unknown as string);
  return calendar
    .getAllSubcomponents('vevent')
    .map(
      (event) => `${String(event.getFirstPropertyValue('summary'))} ${String(event.getFirstPropertyValue('status'))}`,
    );
}

describe('a calendar feed', () => {
  it('tells a series as one: its rule, what holidays move, what was changed and cancelled by itself', async () => {
    const branch = await world.branch('秘书处第九支部');
    const secretary = await world.account('SECRETARY', branch);
    const { path } = await make(secretary);
    await activities.send(
      'planActivitySeries',
      {
        organizationId: branch.id,
        activityTypeId: await activities.typeId('WARNING_EDUCATION'),
        title: '周五学习',
        recurrence: {
          rule: 'FREQ=WEEKLY;BYDAY=FR',
          startsOn: '2026-11-27',
          time: '14:30',
          holidayPolicy: 'SHIFT_BEFORE',
        },
        minutes: 90,
        place: '三楼会议室',
      },
      undefined,
      'id',
    );
    const nodes = async () => {
      const { activities: found } = await world.as(secretary).query<{
        activities: { nodes: { id: string; version: number; state: string; startsAt: string; heldOn: string }[] };
      }>(
        `query ($filter: ActivityFilter) { activities(first: 100, order: SOONEST, filter: $filter) {
          nodes { id version state startsAt heldOn } } }`,
        { filter: { organizationId: branch.id, from: '2026-11-01', to: '2028-01-01' } },
      );
      return found.nodes;
    };
    const [, second, third] = await nodes();
    const times = { startsAt: '2026-12-05T09:00:00+08:00', endsAt: '2026-12-05T10:00:00+08:00' };
    await activities.send('changeActivity', { id: second!.id, version: second!.version, ...times });
    await activities.send('cancelActivity', {
      id: third!.id,
      version: third!.version,
      reason: '停电',
      makeUpBy: '2026-12-30',
    });
    const now = await nodes();
    const calendar = new ICAL.Component(ICAL.parse(await (await get(path)).text()) as unknown as string);
    const events = calendar.getAllSubcomponents('vevent');
    const rule = events.find((event) => event.hasProperty('rrule'))!;
    expect(events.filter((event) => event.hasProperty('rrule'))).toHaveLength(1);
    expect(String(rule.getFirstPropertyValue('rrule'))).toMatch(/^FREQ=WEEKLY;(BYDAY=FR;)?UNTIL=2027\d{4}T063000Z/);
    const others = events.filter((event) => event !== rule);
    expect(others.length).toBeGreaterThan(2);
    expect(others.every((event) => event.hasProperty('recurrence-id'))).toBe(true);
    // a strict calendar program sees what the console shows: the same starts, and the one that was cancelled
    const series = new ICAL.Event(rule, { exceptions: others });
    const seen: string[] = [];
    const steps = series.iterator();
    for (let next = steps.next(); next; next = steps.next()) {
      const { item, startDate } = series.getOccurrenceDetails(next);
      const state = String(item.component.getFirstPropertyValue('status'));
      seen.push(`${startDate.toString()} ${state}`);
    }
    const local = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 19);
    const shown = now.map(
      ({ startsAt, state }) => `${local(startsAt)} ${state === 'CANCELLED' ? 'CANCELLED' : 'CONFIRMED'}`,
    );
    expect(seen.sort()).toEqual(shown.sort());
    // New Year's Day is a Friday: that one is moved to the working day before
    expect(now.map(({ heldOn }) => heldOn)).toContain('2026-12-31');
  });

  it('shows the activities of the organizations one is given a role at, as they stand', async () => {
    const committee = await world.organization('机关党总支', { type: 'GENERAL_BRANCH' });
    const branch = await world.branch('第一支部', { under: committee });
    const secretary = await world.account('SECRETARY', branch);
    const above = await world.account('SECRETARY', committee);
    const planned = await activities.plan(branch, '2026-11-25', { title: '集中学习', place: '三楼会议室' });
    const cancelled = await activities.plan(branch, '2026-11-26', { title: '参观' });
    await activities.plan(branch, '2026-11-27', { title: '还是草稿', draft: true });
    await activities.plan(await world.branch('别的支部'), '2026-11-25', { title: '别人的' });
    const lecture = { title: '总支党课', activityTypeId: await activities.typeId('PARTY_LECTURE') };
    await activities.plan(committee, '2026-11-25', lecture);
    await activities.send('cancelActivity', {
      id: cancelled.id,
      version: cancelled.version,
      reason: '场馆闭馆',
      makeUpBy: '2026-11-30',
    });
    const { path } = await make(secretary);
    expect(await titles(path)).toEqual(['集中学习 CONFIRMED', '参观 CANCELLED']);
    // of what one leads only one's own: not the activities of every branch
    expect(await titles((await make(above)).path)).toEqual(['总支党课 CONFIRMED']);
    const before = await (await get(path)).text();
    await activities.send('changeActivity', { id: planned.id, version: planned.version, place: '四楼' });
    const after = await (await get(path)).text();
    const uid = `UID:${/UID:(\S+)/.exec(before)![1]!}`;
    expect(after).toContain(uid);
    expect([before, after].map((text) => /SEQUENCE:(\d+)/.exec(text)![1])).toEqual(['0', '1']);
  });

  it('is not sent again while it is the same', async () => {
    const { path } = await make(await world.account('SECRETARY', await world.branch('缓存支部')));
    const first = await get(path);
    const etag = first.headers.get('etag')!;
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const second = await get(path, { 'if-none-match': etag });
    expect([second.status, await second.text()]).toEqual([304, '']);
    expect((await get(path, { 'if-none-match': '"other"' })).status).toBe(200);
    expect(first.headers.get('ratelimit-policy')).toMatch(/cost/);
  });

  it('is empty once the right is gone, and answers 404 once revoked or the account is disabled', async () => {
    const branch = await world.branch('换人支部');
    const secretary = await world.account('SECRETARY', branch);
    await activities.plan(branch, '2026-11-25');
    const [one, two] = [await make(secretary), await make(secretary, '电脑')];
    expect(await titles(one.path)).toHaveLength(1);
    const left = await activities.send<Feed[]>('revokeCalendarFeed', { id: one.feed.id }, secretary, 'name');
    expect(left).toEqual([{ name: '电脑' }]);
    expect((await get(one.path)).status).toBe(404);
    await expect(activities.send('revokeCalendarFeed', { id: one.feed.id }, secretary, 'name')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(activities.send('revokeCalendarFeed', { id: two.feed.id }, world.staff, 'name')).rejects.toMatchObject(
      { code: 'NOT_FOUND' },
    );
    const sql = (statement: string): Promise<unknown> =>
      world.write((tx) => tx.query(statement, [secretary.accountId]));
    await sql(
      `update access_grant set until = now() - interval '1 day', since = now() - interval '2 days' where account_id = $1`,
    );
    expect(await titles(two.path)).toEqual([]);
    await sql(`update account set disabled_at = now() where id = $1`);
    expect((await get(two.path)).status).toBe(404);
  });

  it('shows the branch one belongs to, as long as one may read there', async () => {
    const branch = await world.branch('党员支部');
    const member = await world.account('MEMBER', branch);
    await activities.plan(branch, '2026-11-25');
    const { path } = await make(member);
    expect(await titles(path)).toHaveLength(1);
    // of whoever holds a role for the whole association, the root's
    await activities.plan(world.root, '2026-11-25', {
      title: '党委会',
      activityTypeId: await activities.typeId('PARTY_LECTURE'),
    });
    expect(await titles((await make(world.staff)).path)).toEqual(['党委会 CONFIRMED']);
  });

  it('tells when it was read, is limited in number, and its address is written nowhere', async () => {
    const person = await world.account('MEMBER', await world.branch('订阅支部'));
    const { path, feed } = await make(person);
    expect((await list(person))[0]).toMatchObject({ id: feed.id, lastUsedAt: null });
    await get(path);
    expect((await list(person))[0]!.lastUsedAt).toBe(world.clock.now().toISOString());
    const more = await Promise.allSettled([1, 2, 3, 4, 5, 6].map((n) => make(person, `设备${n}`)));
    expect(more.filter(({ status }) => status === 'fulfilled')).toHaveLength(4);
    await expect(make(person)).rejects.toMatchObject({ reason: 'CALENDAR_FEEDS_FULL', params: { limit: 5 } });
    const token = path.slice('/calendar/'.length, -'.ics'.length);
    expect(token).toHaveLength(43);
    expect(lines.join('')).toContain('/calendar/[redacted]');
    expect(lines.join('')).not.toContain(token);
    const [kept] = await world.write((tx) =>
      tx.query<{ rows: number }[]>(
        `select (select count(*) from calendar_feed f where f::text like $1) + (select count(*) from audit_event e where e::text like $1) as rows`,
        [`%${token}%`],
      ),
    );
    expect(Number(kept!.rows)).toBe(0);
  });

  it.each(['/calendar/x.ics', `/calendar/${'a'.repeat(43)}.ics`, `/calendar/${'a'.repeat(43)}`, '/calendar/%00.ics'])(
    'is not there at %s',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(404);
      expect(response.headers.get('content-type')).toMatch(/json/);
    },
  );
});
