import { desc, extendModel, many, readModel, sql } from '@dangwu/read-model';
import type { ActivityEntity } from '../activity/activity.entity';
import { ActivityModel } from '../activity/activity.read-model';
import { AttachmentEntity } from './attachment.entity';
import { AttachmentResolver } from './attachment.resolver';
import { Attachment } from './attachment.type';
import { Attachments } from './attachments';

export const AttachmentModel = readModel<Attachment, AttachmentEntity, Record<never, never>, 'NEWEST'>({
  type: Attachment,
  entity: AttachmentEntity,
  place: 'organizationId',
  read: 'activity.read',
  deleted: 'deletedAt',
  idPrefix: 'Attachment',
  orders: { NEWEST: [desc('addedAt')] },
  fields: { url: (row) => sql`'/files/attachments/Attachment_' || replace(${row.id}::text, '-', '')` },
});

/** What attachments add to activities. */
const activityAttachments = extendModel<ActivityEntity>(ActivityModel, {
  attachments: many<AttachmentEntity>('activityId', { order: 'NEWEST', boundedBy: 100 }),
});

export const attachmentEntities = [AttachmentEntity];
export const attachmentModels = [AttachmentModel, activityAttachments];
export const attachmentProviders = [AttachmentResolver, Attachments];
