import { asc, readModel, sql } from '@dangwu/read-model';
import { MatterAdviceEntity } from './advice.entity';
import { MatterAdvice } from './advice.type';

export const MatterAdviceModel = readModel<MatterAdvice, MatterAdviceEntity, Record<never, never>, 'ASKED'>({
  type: MatterAdvice,
  entity: MatterAdviceEntity,
  place: 'organizationId',
  read: 'matter.read',
  deleted: 'deletedAt',
  idPrefix: 'MatterAdvice',
  orders: { ASKED: [asc('kind'), asc('askedAt')] },
  fields: {
    fileUrl: (row) =>
      sql`case when ${row.fileId} is not null then '/files/advice/MatterAdvice_' || replace(${row.id}::text, '-', '') end`,
  },
});
