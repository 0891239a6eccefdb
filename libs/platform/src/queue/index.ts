export { installQueues } from './install';
export { QueueModule } from './queue.module';
export { queueSchema, type QueueName } from './queues';
export { Schedules, type Schedule } from './schedules';
export { QueueSender } from './sender';
export { strays, type Stray } from './unfinished';
export { QueueWorker, type Delivery, type DeliveryHandler } from './worker';
