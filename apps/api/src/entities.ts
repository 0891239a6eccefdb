import { accessEntities } from '@dangwu/access';
import { importEntities } from '@dangwu/imports';
import { organizationEntities } from '@dangwu/organization';
import { AuditEventEntity } from '@dangwu/platform/audit';
import { FileEntity } from '@dangwu/platform/files';
import { JobEntity } from '@dangwu/platform/jobs';
import { MailMessageEntity } from '@dangwu/platform/mail';
import { NotificationEntity } from '@dangwu/platform/notifications';
import { OutboxMessageEntity } from '@dangwu/platform/outbox';
import { RuleEntity } from '@dangwu/rules';

/** All tables that TypeORM writes. */
export const entities = [
  AuditEventEntity,
  FileEntity,
  JobEntity,
  MailMessageEntity,
  NotificationEntity,
  OutboxMessageEntity,
  RuleEntity,
  ...accessEntities,
  ...organizationEntities,
  ...importEntities,
];
