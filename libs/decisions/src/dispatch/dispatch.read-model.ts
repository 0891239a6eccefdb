import {
  among,
  asc,
  desc,
  many,
  masked,
  one,
  readModel,
  sameRow,
  searches,
  sql,
  type Row,
  type Rows,
} from '@dangwu/read-model';
import { DispatchAttachmentEntity } from './dispatch-attachment.entity';
import { DispatchAttachment } from './dispatch-attachment.type';
import { DispatchEntity, DispatchStepEntity } from './dispatch.entity';
import type { DispatchFilter, DispatchOrder } from './dispatch.filters';
import { Dispatch, DispatchAbilities, DispatchStep } from './dispatch.type';

const rows = {
  entity: DispatchEntity,
  idPrefix: 'Dispatch',
  place: 'organizationId',
  read: 'dispatch.read',
  deleted: 'deletedAt',
} as const;

/** What the API's filter becomes: whom "me" stands for is known by their offices. */
export type DispatchConditions = Omit<DispatchFilter, 'waitingForMe'> & { waitsAt?: readonly string[] | null };

const overdue = (row: Row<DispatchEntity>, rows: Rows) => sql`coalesce(${row.deadline} < ${rows.day}, false)`;

export const DispatchModel = readModel<Dispatch, DispatchEntity, DispatchConditions, `${DispatchOrder}`>({
  type: Dispatch,
  ...rows,
  fields: {
    organization: one('organizationId'),
    superior: one('superiorOrganizationId'),
    matter: one('matterId'),
    copies: (row) => sql`to_jsonb(${row.copies})`,
    overdue: (row, _, other) => overdue(row, other),
    attachments: many<DispatchAttachmentEntity>('dispatchId', { order: 'LISTED', boundedBy: 100 }),
    steps: many<DispatchStepEntity>('dispatchId', { order: 'NEWEST', boundedBy: 100 }),
    viewerCan: sameRow(),
  },
  orders: {
    LATEST: [desc('createdAt')],
    DEADLINE: [asc('deadline'), desc('createdAt')],
    TITLE: [asc('title')],
  },
  filters: {
    search: searches('searchText'),
    states: among('state'),
    kinds: among('kind'),
    overdue: (row, value, other) => sql`${overdue(row, other)} = ${value}::boolean`,
    waitsAt: among('waitsAt'),
  },
});

export const DispatchStepModel = readModel<DispatchStep, DispatchStepEntity, Record<never, never>, 'NEWEST'>({
  type: DispatchStep,
  entity: DispatchStepEntity,
  idPrefix: 'DispatchStep',
  place: 'organizationId',
  read: 'dispatch.read',
  deleted: 'deletedAt',
  orders: { NEWEST: [desc('at'), desc('createdAt')] },
});

export const DispatchAttachmentModel = readModel<
  DispatchAttachment,
  DispatchAttachmentEntity,
  Record<never, never>,
  'LISTED'
>({
  type: DispatchAttachment,
  entity: DispatchAttachmentEntity,
  idPrefix: 'DispatchAttachment',
  place: 'organizationId',
  read: 'dispatch.read',
  deleted: 'deletedAt',
  orders: { LISTED: [asc('part'), asc('no')] },
  fields: { url: (row) => sql`'/files/dispatches/DispatchAttachment_' || replace(${row.id}::text, '-', '')` },
});

/** Dispatches where they are answered, for whoever answers there. */
class AnsweredDispatch {}

export const AnsweredDispatchModel = readModel<AnsweredDispatch, DispatchEntity>({
  type: AnsweredDispatch,
  internal: true,
  entity: DispatchEntity,
  place: 'answeredAt',
  read: 'dispatch.answer',
  deleted: 'deletedAt',
});

export const DispatchAbilitiesModel = readModel<DispatchAbilities, DispatchEntity>({
  type: DispatchAbilities,
  ...rows,
  fields: {
    write: masked<DispatchEntity>(
      () => sql`true`,
      () => sql`false`,
      'dispatch.write',
    ),
    answer: (row, _, other) =>
      other.exists<DispatchEntity>(
        () => AnsweredDispatch,
        (answered) => sql`${answered.id} = ${row.id}`,
      ),
  },
});
