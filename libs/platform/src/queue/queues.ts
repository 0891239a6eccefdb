import type { QueueOptions, QueuePolicy } from 'pg-boss';

/** Where pg-boss keeps its tables. */
export const queueSchema = 'pgboss';

const day = 24 * 3600;

/** The queues of the platform. pg-boss' rows carry only the id of our own row, which says what is to be done. */
export const queues = {
  /** one entry per outbox message */
  outbox: {
    retryLimit: 12,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 3600,
    heartbeatSeconds: 30,
    expireInSeconds: 600,
    retentionSeconds: 90 * day,
    deleteAfterSeconds: 7 * day,
    notify: true,
  },
  /** one entry per job that people started and watch */
  job: {
    retryLimit: 2,
    retryDelay: 2,
    heartbeatSeconds: 30,
    expireInSeconds: 6 * 3600,
    retentionSeconds: 90 * day,
    deleteAfterSeconds: 30 * day,
    notify: true,
  },
} as const satisfies Record<string, QueueOptions & { notify: boolean }>;

export type QueueName = keyof typeof queues;

/** The queue of a scheduled task: one at a time over all workers. */
export const scheduleQueue = (name: string): string => `schedule.${name}`;

export const scheduleOptions: QueueOptions & { policy: QueuePolicy } = {
  policy: 'singleton',
  retryLimit: 2,
  retryDelay: 30,
  heartbeatSeconds: 60,
  expireInSeconds: 3600,
};
