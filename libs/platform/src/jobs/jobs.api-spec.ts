import type { INestApplicationContext } from '@nestjs/common';
import { scratchDatabase, type Scratch } from '../database/scratch';
import { defineErrors } from '../errors';
import { QueueWorker } from '../queue';
import { eventually, startProcess } from '../queue/processes';
import { newId } from '../ids';
import { JobEntity, type JobState } from './job.entity';
import { JobHandlers, JobStopped, type JobContext } from './job-handlers';
import { Jobs } from './jobs';

const errors = defineErrors('jobs-spec', {
  SPEC_FILE_EMPTY: { code: 'BAD_USER_INPUT', zh: '文件是空的。', en: 'The file is empty.' },
});
const addFile = `insert into file (id, association_id, name, type, size, sha256)
  values (gen_random_uuid(), $1, $2, 'text/csv', 1, '')`;

let scratch: Scratch;
let sender: INestApplicationContext;
let worker: INestApplicationContext;
const runs: JobContext[] = [];
const stopped: JobStopped[] = [];

async function untilStopped(context: JobContext): Promise<never> {
  runs.push(context);
  try {
    for (let done = 1; ; done++) {
      await context.progress(done, 1_000_000, { zh: '进行中', en: 'At work' });
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  } catch (error) {
    if (error instanceof JobStopped) stopped.push(error);
    throw error;
  }
}

beforeAll(async () => {
  scratch = await scratchDatabase([JobEntity]);
  sender = await startProcess('sender', scratch.config, [JobEntity]);
  class Handlers {}
  worker = await startProcess('worker', scratch.config, [JobEntity], {
    providers: [
      {
        provide: Handlers,
        inject: [JobHandlers],
        useFactory: (handlers: JobHandlers) => {
          handlers.on('counts', async (context) => {
            for (let done = 0; done <= 2000; done++) await context.progress(done, 2000);
            return { result: { rows: 2000, asked: context.input['rows'] }, message: { zh: '完成', en: 'Done' } };
          });
          handlers.on('endless', untilStopped);
          handlers.on('deaf', () => new Promise(() => undefined));
          handlers.on('refuses', async () => {
            throw errors.SPEC_FILE_EMPTY();
          });
          handlers.on('breaks', async () => {
            throw new Error('secret detail');
          });
          handlers.on('writes', async (context) => {
            runs.push(context);
            await scratch.write(async (tx) => {
              await tx.query(addFile, [scratch.association, `by attempt ${context.attempt}`]);
              if (context.attempt === 1) await eventually(async () => runs.filter((r) => r.id === context.id)[1], 28);
              await context.finish(tx, { result: { attempt: context.attempt } });
            });
          });
          return new Handlers();
        },
      },
    ],
  });
});
afterAll(async () => {
  await sender.close();
  await scratch.drop();
});

const start = (kind: string): Promise<JobEntity> =>
  scratch.write((tx) =>
    sender.get(Jobs).start(tx, { kind, accountId: newId(), associationId: scratch.association, input: { rows: 2000 } }),
  );
const cancel = (id: string): Promise<JobEntity> => scratch.write((tx) => sender.get(Jobs).cancel(tx, id));
const row = (id: string): Promise<JobEntity> => scratch.write((tx) => tx.findOneByOrFail(JobEntity, { id }));
const inState = (id: string, ...states: JobState[]): Promise<JobEntity> =>
  eventually(async () => (states.includes((await row(id)).state) ? row(id) : null), 28);
const workerDies = (id: string): Promise<unknown> =>
  scratch.admin.query(`update pgboss.job set heartbeat_on = now() - interval '10 minutes' where id = $1`, [id]);

it('runs a job once with its input, progress and result, and writes progress rarely', async () => {
  const job = await start('counts');
  expect(job).toMatchObject({ state: 'QUEUED', done: 0, attempts: 0 });
  const done = await inState(job.id, 'DONE', 'FAILED');
  expect(done).toMatchObject({
    state: 'DONE',
    done: 2000,
    total: 2000,
    attempts: 1,
    result: { rows: 2000, asked: 2000 },
    message: { zh: '完成', en: 'Done' },
  });
  expect(done.version).toBeLessThan(20); // 2001 calls of progress
  await expect(cancel(job.id)).rejects.toThrow(/finished already/);
});

it('stops a running job at its next progress after somebody cancelled it', async () => {
  const job = await start('endless');
  await eventually(async () => (await row(job.id)).done > 0);
  await cancel(job.id);
  // what it was at is no outcome
  expect(await inState(job.id, 'CANCELLED', 'FAILED')).toMatchObject({ state: 'CANCELLED', message: null });
  expect(stopped.map((s) => s.why)).toContain('cancelled');
});

it('says why a job was refused, and hides what broke inside', async () => {
  const refused = await inState((await start('refuses')).id, 'FAILED');
  expect(refused).toMatchObject({ attempts: 1, message: { zh: '文件是空的。', en: 'The file is empty.' } });
  const unknown = await inState((await start('nobody-does-this')).id, 'FAILED');
  expect(unknown.message?.en).toMatch(/nobody-does-this/);
  const broken = await inState((await start('breaks')).id, 'FAILED');
  expect(broken.attempts).toBe(3);
  expect(JSON.stringify(broken.message)).not.toMatch(/secret detail/);
});

it('gives the job of a dead worker to another; the late one is rolled back, so its effect stands once', async () => {
  const job = await start('writes');
  await eventually(async () => runs.some((r) => r.id === job.id));
  await eventually(async () => {
    await workerDies(job.id);
    await worker.get(QueueWorker).supervise();
    return runs.filter((r) => r.id === job.id).length === 2;
  }, 25);
  const done = await inState(job.id, 'DONE');
  expect(done).toMatchObject({ attempts: 2, result: { attempt: 2 } });
  const files = await eventually(async () => {
    const { rows } = await scratch.admin.query(`select name from file where name like 'by attempt%'`);
    return rows.length > 0 ? rows : null;
  });
  expect(files).toEqual([{ name: 'by attempt 2' }]);
});

it('never leaves a job RUNNING whose attempts all died', async () => {
  const job = await start('endless');
  await inState(job.id, 'RUNNING');
  await scratch.admin.query(
    `update job set created_at = now() - interval '1 hour', attempts = attempts + 1 where id = $1`,
    [job.id],
  );
  await scratch.admin.query(`update pgboss.job set state = 'failed' where id = $1`, [job.id]);
  await worker.get(QueueWorker).supervise();
  const failed = await inState(job.id, 'FAILED');
  expect(failed.message?.zh).toMatch(/中断了 2 次/);
  await eventually(async () => stopped.some((s) => s.why === 'taken over'));
});

it('hands a job over when the worker stops in the middle of it, and does not wait for ever', async () => {
  const job = await start('deaf');
  await inState(job.id, 'RUNNING');
  const began = Date.now();
  await worker.close();
  expect(Date.now() - began).toBeLessThan(20_000);
  const { rows } = await scratch.admin.query(`select state from pgboss.job where id = $1`, [job.id]);
  expect(rows).toEqual([{ state: 'retry' }]);
});

it('cancels a waiting job at once', async () => {
  const job = await start('counts');
  expect(await cancel(job.id)).toMatchObject({ state: 'CANCELLED', attempts: 0 });
  const { rows } = await scratch.admin.query(`select state from pgboss.job where id = $1`, [job.id]);
  expect(rows).toEqual([{ state: 'cancelled' }]);
});
