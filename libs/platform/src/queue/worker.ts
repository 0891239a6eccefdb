import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import { callers } from '../audit';
import { Config } from '../config';
import { queueSchema, scheduleOptions, scheduleQueue, type QueueName } from './queues';
import { Schedules } from './schedules';

/** One entry as its handler sees it. */
export interface Delivery {
  readonly id: string;
  /** no further attempt follows this one */
  readonly last: boolean;
  /** ends when the worker stops or lost its claim on the entry */
  readonly signal: AbortSignal;
}
export type DeliveryHandler = (delivery: Delivery) => Promise<void>;

interface Consumer {
  readonly queue: QueueName;
  readonly concurrency: number;
  readonly handle: DeliveryHandler;
}

/**
 * Takes entries out of the queues: only in the worker process. An entry whose worker died is given to another after
 * half a minute without a sign of life; one that failed comes again with growing pauses.
 */
@Injectable()
export class QueueWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Worker');
  private readonly consumers: Consumer[] = [];
  private readonly tasks: (() => Promise<void>)[] = [];
  private readonly boss: PgBoss;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    config: Config,
    private readonly schedules: Schedules,
  ) {
    this.boss = new PgBoss({
      connectionString: config.databaseUrl,
      application_name: 'dangwu-worker',
      options: '-c role=dangwu_app -c statement_timeout=60000',
      max: 4,
      schema: queueSchema,
      migrate: false,
      createSchema: false,
      reindex: false,
      useListenNotify: true,
      instanceName: 'worker',
      superviseIntervalSeconds: 5,
      monitorIntervalSeconds: 5,
      cronWorkerIntervalSeconds: 5,
    });
    this.boss.on('error', (error) => this.log.error(error.message));
  }

  /** Before the start: who handles the entries of a queue. */
  consume(queue: QueueName, concurrency: number, handle: DeliveryHandler): void {
    this.consumers.push({ queue, concurrency, handle });
  }

  /** Before the start: what this worker does every half minute and right at its start, beside other workers. */
  sweep(task: () => Promise<void>): void {
    this.tasks.push(task);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.boss.start({ attempts: 10 });
    await this.sweepNow();
    for (const consumer of this.consumers) await this.work(consumer);
    for (const schedule of this.schedules.all()) await this.schedule(schedule.name, schedule.cron, schedule.run);
    this.timer = setInterval(() => void this.sweepNow(), 30_000);
  }

  /** Running handlers get ten seconds; what is not finished then is delivered to another worker. */
  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.boss.stop({ graceful: true, timeout: 10_000 });
  }

  /** Looks for entries whose worker died now instead of at the next round. */
  async supervise(): Promise<void> {
    await this.boss.supervise();
    await this.sweepNow();
  }

  private async work({ queue, concurrency, handle }: Consumer): Promise<void> {
    const options = {
      localConcurrency: concurrency,
      includeMetadata: true,
      pollingIntervalSeconds: 2,
      notifyPollingIntervalSeconds: 5,
    } as const;
    await this.boss.work<{ id: string }, void, typeof options>(queue, options, async ([entry]) => {
      if (!entry) return;
      await handle({ id: entry.data.id, last: entry.retryCount >= entry.retryLimit, signal: entry.signal });
    });
  }

  private async schedule(name: string, cron: string, run: () => Promise<void>): Promise<void> {
    const queue = scheduleQueue(name);
    await this.boss.createQueue(queue, scheduleOptions);
    const call = { address: null, requestId: null, client: 'SCHEDULE', operation: name } as const;
    await this.boss.work(queue, { pollingIntervalSeconds: 5 }, () => callers.run({ ...call }, run));
    await this.boss.schedule(queue, cron, null, { tz: this.schedules.zone });
  }

  private async sweepNow(): Promise<void> {
    for (const task of this.tasks) {
      try {
        await task();
      } catch (error) {
        this.log.error(`A sweep failed and comes again in half a minute: ${String(error)}`);
      }
    }
  }
}
