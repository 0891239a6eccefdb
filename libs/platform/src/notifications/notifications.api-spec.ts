import { Audit } from '../audit';
import { FixedClock } from '../clock';
import { scratchDatabase, type Scratch } from '../database/scratch';
import { LiveEvents, type LiveEvent } from '../events';
import { globalId, newId } from '../ids';
import { eventually } from '../queue/processes';
import { defineNotifications } from './notification-kinds';
import { NotificationEntity } from './notification.entity';
import { Notifications } from './notifications';

defineNotifications({
  SPEC_IMPORT_READ: {
    title: { zh: '“{file}”已读完', en: '"{file}" has been read' },
    text: { zh: '可以导入 {good} 行。', en: '{good} rows can be imported.' },
  },
});

let scratch: Scratch;
let live: LiveEvents;
let notifications: Notifications;
const clock = new FixedClock(new Date('2026-11-23T01:00:00Z'));
beforeAll(async () => {
  scratch = await scratchDatabase([NotificationEntity]);
  live = new LiveEvents(scratch.config);
  notifications = new Notifications(live, clock, new Audit());
});
afterAll(async () => {
  await live.beforeApplicationShutdown();
  await scratch.drop();
});

const [me, other] = [newId(), newId()];
const add = (accountId: string): Promise<string> =>
  scratch.write((tx) =>
    notifications.add(tx, {
      accountId,
      associationId: scratch.association,
      kind: 'SPEC_IMPORT_READ',
      params: { file: '名册.xlsx', good: 12 },
      link: '/imports/1',
    }),
  );
const row = (id: string): Promise<NotificationEntity> =>
  scratch.write((tx) => tx.findOneByOrFail(NotificationEntity, { id }));

it('keeps the words in both languages and tells the open consoles of that account', async () => {
  const heard: LiveEvent[] = [];
  void (async () => {
    for await (const event of live.stream(me, scratch.association)) heard.push(event);
  })();
  const id = await eventually(async () => {
    const added = await add(me);
    return heard.length > 0 && added;
  });
  expect(await row(id)).toMatchObject({
    title: { zh: '“名册.xlsx”已读完', en: '"名册.xlsx" has been read' },
    text: { zh: '可以导入 12 行。', en: '12 rows can be imported.' },
    link: '/imports/1',
    readAt: null,
    createdAt: clock.now(),
  });
  await eventually(async () => heard.some((e) => e.kind === 'notification' && e.id === globalId('Notification', id)));
});

it('marks only the account’s own ones read, some or all', async () => {
  const [mine, mineToo, theirs] = [await add(me), await add(me), await add(other)];
  const mark = (ids: string[] | null): Promise<number> => scratch.write((tx) => notifications.markRead(tx, me, ids));
  expect(await mark([mine, theirs])).toBe(1);
  expect((await row(mine)).readAt).toEqual(clock.now());
  expect((await row(mineToo)).readAt).toBeNull();
  expect(await mark(null)).toBeGreaterThanOrEqual(1);
  expect((await row(mineToo)).readAt).toEqual(clock.now());
  expect((await row(theirs)).readAt).toBeNull();
  const { rows } = await scratch.admin.query('select after from audit_event where subject_id = $1 order by id', [me]);
  expect(rows[0]).toEqual({ after: { read: 1 } });
});

it('refuses kinds that no library defines', async () => {
  await expect(
    scratch.write((tx) =>
      notifications.add(tx, { accountId: me, associationId: scratch.association, kind: 'UNKNOWN_KIND' }),
    ),
  ).rejects.toThrow(/UNKNOWN_KIND/);
});
