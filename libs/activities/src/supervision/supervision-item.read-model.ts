import { asc, many, readModel, sql } from '@dangwu/read-model';
import { SupervisionFileEntity } from './supervision-file.entity';
import { SupervisionItemEntity } from './supervision-item.entity';
import { SupervisionFile, SupervisionItem } from './supervision-item.type';

/** Whoever sees the item sees what came with its reports: one with each at most. */
export const SupervisionFileModel = readModel<SupervisionFile, SupervisionFileEntity, Record<never, never>, 'NUMBER'>({
  type: SupervisionFile,
  entity: SupervisionFileEntity,
  place: 'parent',
  read: 'supervision.own',
  boundedBy: 100,
  deleted: 'deletedAt',
  orders: { NUMBER: [asc('no')] },
  fields: {
    url: (file) => sql`'/files/supervision/SupervisionFile_' || replace(${file.id}::text, '-', '')`,
  },
});

/** Of an item, read as whatever it is a part of. */
export const filesOfItem = () => many<SupervisionFileEntity>('itemId', { order: 'NUMBER' });

export const SupervisionItemModel = readModel<SupervisionItem, SupervisionItemEntity, Record<never, never>, 'NUMBER'>({
  type: SupervisionItem,
  entity: SupervisionItemEntity,
  place: 'organizationId',
  read: 'activity.read',
  deleted: 'deletedAt',
  idPrefix: 'SupervisionItem',
  orders: { NUMBER: [asc('no')] },
  fields: {
    files: filesOfItem(),
    assigned: (item) =>
      sql`num_nonnulls(${item.ownerAccountId}, ${item.ownerMemberId}, ${item.ownerOrganizationId}) > 0`,
  },
});
