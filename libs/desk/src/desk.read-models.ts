import { FileEntity } from '@dangwu/platform/files';
import { JobEntity } from '@dangwu/platform/jobs';
import { NotificationEntity } from '@dangwu/platform/notifications';
import { desc, one, readModel, sql } from '@dangwu/read-model';
import { File } from './file.type';
import { Job } from './job.type';
import { Notification, type NotificationFilter } from './notification.type';

/** What lies on a person's desk is seen by that person alone. */
export const FileModel = readModel<File, FileEntity>({
  type: File,
  entity: FileEntity,
  place: { own: 'accountId' },
  deleted: 'deletedAt',
  fields: { url: (file) => sql`'/files/File_' || replace(${file.id}::text, '-', '')` },
});

export const JobModel = readModel<Job, JobEntity, Record<never, never>, 'NEWEST'>({
  type: Job,
  entity: JobEntity,
  place: { own: 'accountId' },
  deleted: 'deletedAt',
  fields: { file: one('fileId') },
  orders: { NEWEST: [desc('createdAt')] },
});

export const NotificationModel = readModel<Notification, NotificationEntity, NotificationFilter, 'NEWEST'>({
  type: Notification,
  entity: NotificationEntity,
  place: { own: 'accountId' },
  read: 'notification.read',
  deleted: 'deletedAt',
  orders: { NEWEST: [desc('createdAt')] },
  filters: { unreadOnly: (n, only) => sql`(not ${only} or ${n.readAt} is null)` },
});
