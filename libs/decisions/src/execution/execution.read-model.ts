import { filesOfItem, SupervisionItemEntity } from '@dangwu/activities';
import { asc, desc, readModel, sql, type Expression } from '@dangwu/read-model';
import { MatterReportEntity } from './matter-report.entity';
import { MatterReport, Milestone } from './milestone.type';

/** Its day is past, and it is not reported. */
export const overdue: Expression<SupervisionItemEntity> = (item, _, { day }) =>
  sql`${item.state} = 'OPEN' and coalesce(${item.dueOn} < ${day}, false)`;

/** Supervision items of a matter, read by whoever reads the matter. */
export const MilestoneModel = readModel<Milestone, SupervisionItemEntity, Record<never, never>, 'NUMBER'>({
  type: Milestone,
  entity: SupervisionItemEntity,
  place: 'organizationId',
  read: 'matter.read',
  deleted: 'deletedAt',
  idPrefix: 'SupervisionItem',
  orders: { NUMBER: [asc('no')] },
  fields: { overdue, files: filesOfItem() },
});

export const MatterReportModel = readModel<MatterReport, MatterReportEntity, Record<never, never>, 'NEWEST'>({
  type: MatterReport,
  entity: MatterReportEntity,
  place: 'organizationId',
  read: 'matter.read',
  deleted: 'deletedAt',
  idPrefix: 'MatterReport',
  orders: { NEWEST: [desc('no')] },
  fields: {
    fileUrl: (row) =>
      sql`case when ${row.fileId} is not null then '/files/matter-reports/MatterReport_' || replace(${row.id}::text, '-', '') end`,
  },
});
