import { after, among, asc, desc, many, one, readModel, sql, type Filter } from '@dangwu/read-model';
import { AccountEntity } from '../account.entity';
import { GrantEntity } from '../grant.entity';
import { roles, type RoleKey } from '../roles';
import { AccessGrant, Grantee, type AccessGrantFilter, type AccessGrantOrder, type GranteeFilter } from './grant.type';

const named: Filter<AccountEntity> = (account, value) =>
  sql`strpos(lower(${account.name} || ' ' || ${account.username}), lower(${value}::text)) > 0`;

export const GranteeModel = readModel<Grantee, AccountEntity, GranteeFilter, 'NAME'>({
  type: Grantee,
  entity: AccountEntity,
  idPrefix: 'Account',
  place: 'association',
  associationColumn: 'associationId',
  read: 'access.read',
  fields: { grants: many<GrantEntity>('accountId', { order: 'NEWEST', boundedBy: 500 }) },
  orders: { NAME: [asc('name'), asc('username')] },
  filters: { search: named },
});

/** One's own, and all of them for those who look after rights. */
export const AccessGrantModel = readModel<AccessGrant, GrantEntity, AccessGrantFilter, keyof typeof AccessGrantOrder>({
  type: AccessGrant,
  entity: GrantEntity,
  place: { own: 'accountId', overseen: { permission: 'access.read', column: 'associationId' } },
  read: 'access.own',
  deleted: 'deletedAt',
  fields: {
    account: one('accountId'),
    roleName: after(['role'], ({ role }) => {
      const { zh, en } = roles[role as RoleKey];
      return { zh, en };
    }),
    emergency: (grant) => sql`${grant.emergencyId} is not null`,
    // the field is given by the library that knows organizations
    organization: one('organizationId'),
  },
  orders: { NEWEST: [desc('since')], ENDING: [asc('until'), desc('since')] },
  filters: {
    accountId: (grant, value) => sql`${grant.accountId} = replace(${value}::text, 'Account_', '')::uuid`,
    organizationId: (grant, value) =>
      sql`${grant.organizationId} = replace(${value}::text, 'PartyOrganization_', '')::uuid`,
    roles: among('role'),
    inForceAt: (grant, at) =>
      sql`(${grant.since} <= ${at}::timestamptz and (${grant.until} is null or ${grant.until} > ${at}::timestamptz))`,
    endingBefore: (grant, at) => sql`${grant.until} < ${at}::timestamptz`,
    search: (grant, value, rows) =>
      rows.exists<AccountEntity>(
        () => Grantee,
        (account) => sql`${account.id} = ${grant.accountId} and ${named(account, value, rows)}`,
      ),
  },
});
