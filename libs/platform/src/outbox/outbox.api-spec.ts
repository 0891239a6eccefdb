import type { INestApplicationContext } from '@nestjs/common';
import { scratchDatabase, type Scratch } from '../database/scratch';
import { QueueWorker } from '../queue';
import { eventually, startProcess } from '../queue/processes';
import { Outbox } from './outbox';
import { OutboxHandlers, Undeliverable, type OutboxMessage } from './outbox-handlers';
import { OutboxMessageEntity } from './outbox-message.entity';

let scratch: Scratch;
let sender: INestApplicationContext;
let worker: INestApplicationContext;
const heard: OutboxMessage[] = [];
const hanging: (() => void)[] = [];

beforeAll(async () => {
  scratch = await scratchDatabase([OutboxMessageEntity]);
  sender = await startProcess('sender', scratch.config, [OutboxMessageEntity]);
  class Handlers {}
  worker = await startProcess('worker', scratch.config, [OutboxMessageEntity], {
    providers: [
      {
        provide: Handlers,
        inject: [OutboxHandlers],
        useFactory: (handlers: OutboxHandlers) => {
          handlers.on('note', async (message) => void heard.push(message));
          handlers.on('hangs-once', async (message) => {
            heard.push(message);
            if (message.attempt === 1) await new Promise<void>((resolve) => hanging.push(resolve));
          });
          handlers.on('never', async () => {
            throw new Undeliverable('no such address');
          });
          handlers.onInTransaction('count', async (tx) => {
            await tx.query(
              `insert into setting (id, association_id, key, value) values (gen_random_uuid(), dangwu_association(), 'count', '1')
               on conflict (association_id, key) do update set value = to_jsonb((setting.value #>> '{}')::int + 1)`,
            );
          });
          return new Handlers();
        },
      },
    ],
  });
});
afterAll(async () => {
  for (const release of hanging) release();
  await worker.close();
  await sender.close();
  await scratch.drop();
});

const add = (topic: string, payload: Record<string, unknown> = {}, dedupeKey?: string): Promise<string | null> =>
  scratch.write((tx) => sender.get(Outbox).add(tx, { topic, payload, dedupeKey }));
const row = (id: string): Promise<OutboxMessageEntity> =>
  scratch.write((tx) => tx.findOneByOrFail(OutboxMessageEntity, { id }));
const inState = (id: string | null, state: string): Promise<OutboxMessageEntity> =>
  eventually(async () => ((await row(id!)).state === state ? row(id!) : null));
/** The worker that holds the entry gives no sign of life any more. */
const workerDies = (id: string): Promise<unknown> =>
  scratch.admin.query(
    `update pgboss.job set heartbeat_on = now() - interval '10 minutes' where id = $1 and state = 'active'`,
    [id],
  );

it('delivers what was committed, once, and nothing of what was rolled back', async () => {
  await expect(
    scratch.write(async (tx) => {
      await sender.get(Outbox).add(tx, { topic: 'note', payload: { text: 'lost' } });
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  const id = await add('note', { text: '会议通知' });
  await inState(id, 'DELIVERED');
  expect(heard.filter((m) => m.topic === 'note')).toEqual([
    { id, associationId: scratch.association, topic: 'note', payload: { text: '会议通知' }, attempt: 1, last: false },
  ]);
});

it('adds a message with a known dedupe key only once', async () => {
  const [first, second] = [await add('note', {}, 'k-1'), await add('note', {}, 'k-1')];
  expect(second).toBeNull();
  await inState(first, 'DELIVERED');
});

it('delivers again under the same id when the worker died after taking the message', async () => {
  const id = await add('hangs-once');
  await eventually(async () => heard.some((m) => m.id === id));
  await workerDies(id!);
  await eventually(async () => {
    await worker.get(QueueWorker).supervise();
    return heard.filter((m) => m.id === id).length === 2;
  }, 25);
  const done = await inState(id, 'DELIVERED');
  expect(done.attempts).toBe(2);
});

it('has effects inside the database exactly once, although the entry comes twice', async () => {
  const id = await add('count');
  await inState(id, 'DELIVERED');
  const completed = `select from pgboss.job where id = $1 and state = 'completed'`;
  await eventually(async () => (await scratch.admin.query(completed, [id])).rowCount === 1);
  await scratch.admin.query(
    `update pgboss.job set state = 'retry', completed_on = null, start_after = now() where id = $1`,
    [id],
  );
  const again = `select state from pgboss.job where id = $1 and state = 'completed' and retry_count > 0`;
  await eventually(async () => (await scratch.admin.query(again, [id])).rowCount === 1);
  const { rows } = await scratch.admin.query(`select value from setting where key = 'count'`);
  expect(rows).toEqual([{ value: 1 }]);
});

it('marks FAILED what cannot be delivered, with the reason', async () => {
  const failed = await inState(await add('never'), 'FAILED');
  expect(failed.lastError).toMatch(/no such address/);
  const unknown = await inState(await add('topic-of-nobody'), 'FAILED');
  expect(unknown.lastError).toMatch(/topic-of-nobody/);
});

it('sends again what the queue has lost and gives up what it has given up', async () => {
  const id = await add('note', { text: 'lost entry' });
  await inState(id, 'DELIVERED');
  await scratch.admin.query(`delete from pgboss.job where id = $1`, [id]);
  const pending = `update outbox_message set state = 'PENDING', finished_at = null, created_at = now() - interval '1 hour' where id = $1`;
  await scratch.admin.query(pending, [id]);
  await worker.get(QueueWorker).supervise();
  await inState(id, 'DELIVERED');
  await scratch.admin.query(`update pgboss.job set state = 'failed' where id = $1`, [id]);
  await scratch.admin.query(pending, [id]);
  await worker.get(QueueWorker).supervise();
  expect((await inState(id, 'FAILED')).lastError).toMatch(/attempts are used up/);
});

it('survives that the database ends all its connections', async () => {
  await scratch.admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  );
  const id = await eventually(() => add('note', { text: 'after the restart' }).catch(() => null));
  await inState(id, 'DELIVERED');
});
