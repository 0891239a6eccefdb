export { Outbox, type OutboxEntry } from './outbox';
export {
  OutboxHandlers,
  Undeliverable,
  type OutboxHandler,
  type OutboxMessage,
  type TransactionalOutboxHandler,
} from './outbox-handlers';
export { OutboxMessageEntity, type OutboxState } from './outbox-message.entity';
export { OutboxModule } from './outbox.module';
