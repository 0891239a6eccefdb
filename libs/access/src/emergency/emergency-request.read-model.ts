import { after, desc, readModel, one, sql } from '@dangwu/read-model';
import { roles, type RoleKey } from '../roles';
import { EmergencyRequestEntity } from './emergency-request.entity';
import { EmergencyRequest } from './emergency-request.type';

/** One's own, and all of them for the three administrators. */
export const EmergencyRequestModel = readModel<
  EmergencyRequest,
  EmergencyRequestEntity,
  Record<never, never>,
  'NEWEST'
>({
  type: EmergencyRequest,
  entity: EmergencyRequestEntity,
  place: { own: 'accountId', overseen: { permission: 'access.oversee', column: 'associationId' } },
  read: 'access.own',
  deleted: 'deletedAt',
  fields: {
    roleName: after(['role'], ({ role }) => {
      const { zh, en } = roles[role as RoleKey];
      return { zh, en };
    }),
    mine: (request, args) => sql`${request.accountId} = ${args['viewerId']!}::uuid`,
    // the field is given by the library that knows organizations
    organization: one('organizationId'),
  },
  orders: { NEWEST: [desc('requestedAt')] },
});
