import { asc, desc, readModel, reference, sql, type Rows, type Sql } from '@dangwu/read-model';
import { AccountEntity } from '../account.entity';
import { GrantEntity } from '../grant.entity';
import { AccountStandingEntity } from './account-standing.entity';
import { ManagedAccount, type ManagedAccountFilter, type ManagedAccountOrderKey } from './managed-account.type';

/** Rows beside the account, which no type of the schema shows by itself. */
class AccountStanding {}
class HeldOffice {}

export const AccountStandingModel = readModel<AccountStanding, AccountStandingEntity>({
  type: AccountStanding,
  internal: true,
  entity: AccountStandingEntity,
  place: 'association',
  associationColumn: 'associationId',
  read: 'account.manage',
});

export const HeldOfficeModel = readModel<HeldOffice, GrantEntity>({
  type: HeldOffice,
  internal: true,
  entity: GrantEntity,
  place: 'association',
  associationColumn: 'associationId',
  read: 'account.manage',
  deleted: 'deletedAt',
});

type AccountRow = { readonly id: Sql; readonly disabledAt: Sql };

const standing =
  (value: (row: { readonly [K in keyof AccountStandingEntity]: Sql }) => Sql) =>
  (account: AccountRow, _: unknown, rows: Rows): Sql =>
    rows.value<AccountStandingEntity>(
      () => AccountStanding,
      value,
      (row) => sql`${row.accountId} = ${account.id}`,
    );

const opened = standing((row) => sql`coalesce(${row.passwordSetAt}, ${row.lastSignInAt})`);

const state = (account: AccountRow, args: unknown, rows: Rows): Sql =>
  sql`case when ${account.disabledAt} is not null then 'DISABLED'
    when ${opened(account, args, rows)} is null then 'INVITED' else 'ACTIVE' end`;

/** Accounts for those who manage them. What an account may do is another matter, and other people's. */
export const ManagedAccountModel = readModel<
  ManagedAccount,
  AccountEntity,
  ManagedAccountFilter,
  ManagedAccountOrderKey
>({
  type: ManagedAccount,
  entity: AccountEntity,
  place: 'association',
  associationColumn: 'associationId',
  read: 'account.manage',
  // accounts are disabled, never deleted: the audit log names them for good
  fields: {
    id: reference('Account', 'id'),
    language: (account) => sql`upper(${account.language})`,
    state,
    administrator: (account, _, rows) =>
      rows.exists<GrantEntity>(
        () => HeldOffice,
        (grant) => sql`${grant.accountId} = ${account.id}
          and ${grant.role} in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR')
          and (${grant.until} is null or ${grant.until} > now())`,
      ),
    invitedAt: standing((row) => row.invitedAt),
    passwordSetAt: standing((row) => row.passwordSetAt),
    secondFactorAt: standing((row) => row.secondFactorAt),
    lastSignInAt: standing((row) => row.lastSignInAt),
  },
  orders: { USERNAME: [asc('username')], NAME: [asc('name')], NEWEST: [desc('createdAt')] },
  filters: {
    search: (account, value) =>
      sql`strpos(lower(concat_ws(' ', ${account.username}, ${account.name}, ${account.mail})), lower(${value})) > 0`,
    states: (account, value, rows) => sql`${state(account, {}, rows)} = any(${value})`,
  },
});

export const accountModels = [ManagedAccountModel, AccountStandingModel, HeldOfficeModel];
