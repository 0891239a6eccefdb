import { asc, one, readModel, reference, sql } from '@dangwu/read-model';
import { nameOf } from '../attendance/roster-person.read-model';
import { InvitationEntity } from './invitation.entity';
import { Invitation } from './invitation.type';

export interface InvitationFilter {
  readonly activityId?: string | null;
}

export const InvitationModel = readModel<Invitation, InvitationEntity, InvitationFilter, 'MADE'>({
  type: Invitation,
  entity: InvitationEntity,
  place: 'organizationId',
  idPrefix: 'Invitation',
  read: 'attendance.read',
  deleted: 'deletedAt',
  fields: {
    organization: one('invitedOrganizationId'),
    memberId: reference('Member', 'memberId'),
    name: nameOf,
  },
  orders: { MADE: [asc('createdAt'), asc('kind')] },
  filters: {
    activityId: (row, value) => sql`${row.activityId} = replace(${value}::text, 'Activity_', '')::uuid`,
  },
});
