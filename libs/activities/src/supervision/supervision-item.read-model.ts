import { asc, readModel, sql } from '@dangwu/read-model';
import { SupervisionItemEntity } from './supervision-item.entity';
import { SupervisionItem } from './supervision-item.type';

export const SupervisionItemModel = readModel<SupervisionItem, SupervisionItemEntity, Record<never, never>, 'NUMBER'>({
  type: SupervisionItem,
  entity: SupervisionItemEntity,
  place: 'organizationId',
  read: 'activity.read',
  deleted: 'deletedAt',
  idPrefix: 'SupervisionItem',
  orders: { NUMBER: [asc('no')] },
  fields: {
    assigned: (item) =>
      sql`num_nonnulls(${item.ownerAccountId}, ${item.ownerMemberId}, ${item.ownerOrganizationId}) > 0`,
  },
});
