import { Module, type DynamicModule } from '@nestjs/common';
import { QueueSender } from './sender';
import { Schedules } from './schedules';
import { QueueWorker } from './worker';

/** `QueueModule.for('worker')` in the worker process, `'sender'` in all others. */
@Module({})
export class QueueModule {
  static for(process: 'sender' | 'worker'): DynamicModule {
    const providers = [QueueSender, Schedules, ...(process === 'worker' ? [QueueWorker] : [])];
    return { module: QueueModule, global: true, providers, exports: providers };
  }
}
