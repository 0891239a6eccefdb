import { NestFactory } from '@nestjs/core';
import { Module, type INestApplicationContext, type ModuleMetadata } from '@nestjs/common';
import { ClockModule } from '../clock';
import { ConfigModule, type Config } from '../config';
import { connect, DatabaseModule, type Entities } from '../database';
import { EventsModule } from '../events';
import { JobsModule } from '../jobs';
import { OutboxModule } from '../outbox';
import { QueueModule } from './queue.module';

/** For specs: an API (`sender`) or a worker process in small, with the platform's parts and what the spec adds. */
export async function startProcess(
  kind: 'sender' | 'worker',
  config: Config,
  entities: Entities,
  more: ModuleMetadata = {},
): Promise<INestApplicationContext> {
  class SpecProcess {}
  Module({
    ...more,
    imports: [
      ConfigModule.for(config),
      DatabaseModule.for(await connect(config, entities)),
      ClockModule.for(),
      EventsModule,
      QueueModule.for(kind),
      OutboxModule.for(kind),
      JobsModule.for(kind),
      ...(more.imports ?? []),
    ],
  })(SpecProcess);
  return NestFactory.createApplicationContext(SpecProcess, { logger: ['fatal'], abortOnError: false });
}

/** Asks until the answer is one, for at most `seconds`. */
export async function eventually<T>(ask: () => Promise<T | null | undefined | false>, seconds = 15): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`Nothing after ${seconds} s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
