import { desc, readModel, sql } from '@dangwu/read-model';
import { MatterRecordEntity } from './matter-record.entity';
import { MatterRecord } from './matter-record.type';

export const MatterRecordModel = readModel<MatterRecord, MatterRecordEntity, Record<never, never>, 'NEWEST'>({
  type: MatterRecord,
  entity: MatterRecordEntity,
  place: 'organizationId',
  read: 'matter.read',
  deleted: 'deletedAt',
  idPrefix: 'MatterRecord',
  orders: { NEWEST: [desc('matterNo')] },
  fields: {
    reason: (entry) => sql`${entry.data} ->> 'reason'`,
    versionNo: (entry) => sql`(${entry.data} ->> 'versionNo')::int`,
    material: (entry) => sql`${entry.data} ->> 'material'`,
    subject: (entry) => sql`${entry.data} ->> 'subject'`,
    advice: (entry) => sql`${entry.data} ->> 'advice'`,
    changes: (entry) => sql`coalesce(${entry.data} -> 'changes', '[]')`,
  },
});
