import { scratchDatabase, type Scratch } from '../database/scratch';
import { newId } from '../ids';
import { eventually } from '../queue/processes';
import { LiveEvents, type LiveEvent } from './live-events';

let scratch: Scratch;
let here: LiveEvents;
let elsewhere: LiveEvents;
beforeEach(async () => {
  scratch = await scratchDatabase();
  [here, elsewhere] = [new LiveEvents(scratch.config), new LiveEvents(scratch.config)];
});
afterEach(async () => {
  await here.beforeApplicationShutdown();
  await elsewhere.beforeApplicationShutdown();
  await scratch.drop();
});

const [me, other] = [newId(), newId()];

/** Collects what a stream gives, in the background. */
function listen(live: LiveEvents, account: string, association: string): { heard: LiveEvent[]; done: Promise<void> } {
  const heard: LiveEvent[] = [];
  const done = (async () => {
    for await (const event of live.stream(account, association)) heard.push(event);
  })();
  return { heard, done };
}
const listeningBackends = async (): Promise<number> => {
  const { rows } = await scratch.admin.query(
    `select pid from pg_stat_activity where application_name = 'dangwu-live' and query like 'listen%'
     and datname = current_database()`,
  );
  return rows.length;
};
const publish = (to: string, id: string): Promise<void> =>
  scratch.write((tx) => here.publish(tx, { to, kind: 'job', id }));

it('reaches the named account or the association, in every process, after the commit', async () => {
  const mine = listen(elsewhere, me, scratch.association);
  const others = listen(here, other, scratch.association);
  const foreign = listen(here, me, newId());
  await eventually(async () => (await listeningBackends()) === 2);
  await publish(me, 'one');
  await expect(
    scratch.write(async (tx) => {
      await here.publish(tx, { to: me, kind: 'job', id: 'rolled back' });
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  await publish('association', 'all');
  await eventually(async () => mine.heard.length === 2 && others.heard.length === 1);
  expect(mine.heard).toEqual([
    { kind: 'job', id: 'one' },
    { kind: 'job', id: 'all' },
  ]);
  expect(others.heard).toEqual([{ kind: 'job', id: 'all' }]);
  expect(foreign.heard).toEqual([]);
});

it('connects again after the connection broke and tells to load anew', async () => {
  const mine = listen(here, me, scratch.association);
  await eventually(async () => (await listeningBackends()) === 1);
  await scratch.admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'dangwu-live'
     and datname = current_database()`,
  );
  await eventually(async () => mine.heard.some((event) => event.kind === 'reconnected'));
  await publish(me, 'after');
  await eventually(async () => mine.heard.some((event) => event.id === 'after'));
});

it('ends its streams when the process stops and forgets readers that leave', async () => {
  const mine = listen(here, me, scratch.association);
  const leaving = here.stream(me, scratch.association);
  const waits = leaving.next();
  expect(here.listeners).toBe(2);
  await leaving.return();
  expect(await waits).toEqual({ done: true, value: undefined });
  expect(here.listeners).toBe(1);
  await here.beforeApplicationShutdown();
  await mine.done;
  expect(here.listeners).toBe(0);
});
