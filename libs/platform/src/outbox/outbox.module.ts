import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Outbox } from './outbox';
import { OutboxDelivery } from './outbox-delivery';
import { OutboxHandlers } from './outbox-handlers';

/** Needs `QueueModule` for the same kind of process. */
@Global()
@Module({})
export class OutboxModule {
  static for(process: 'sender' | 'worker'): DynamicModule {
    return {
      module: OutboxModule,
      providers: [Outbox, OutboxHandlers, ...(process === 'worker' ? [OutboxDelivery] : [])],
      exports: [Outbox, OutboxHandlers],
    };
  }
}
