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
    // a review names its session by title alone, and so did entries of rooms that closed before the other two had both
    session: (entry) => sql`coalesce(${entry.data} ->> 'sessionTitle',
      case when ${entry.kind} in ('REVIEWED', 'UNSCHEDULED', 'RESUMED') then ${entry.data} ->> 'session' end)`,
    opinion: (entry) => sql`${entry.data} ->> 'opinion'`,
    opinionText: (entry) => sql`case when ${entry.kind} = 'REVIEWED' then nullif(${entry.data} ->> 'text', '') end`,
    votes: (entry) => sql`case ${entry.kind} when 'VOTE_COUNTED' then jsonb_build_array(${entry.data})
      else coalesce(${entry.data} -> 'votes', '[]') end`,
    outcome: (entry) => sql`${entry.data} ->> 'outcome'`,
    changes: (entry) => sql`coalesce(${entry.data} -> 'changes', '[]')`,
  },
});
