import { DateTimeScalar, LocalText } from '@dangwu/platform/graphql';
import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { roleKeys, roles, type RoleKey } from './roles';

/** The enum of the contract, made from the data so that neither can run ahead of the other. */
export const Role = Object.fromEntries(roleKeys.map((key) => [key, key])) as { readonly [K in RoleKey]: K };
registerEnumType(Role, {
  name: 'Role',
  description: 'What an account is at a party organization, or for the whole association.',
  valuesMap: Object.fromEntries(roleKeys.map((key) => [key, { description: `${roles[key].en} (${roles[key].zh}).` }])),
});

export const AssociationKind = { LIVE: 'LIVE', SANDBOX: 'SANDBOX' } as const;
registerEnumType(AssociationKind, {
  name: 'AssociationKind',
  description: 'Whether an association is the real one.',
  valuesMap: {
    LIVE: { description: 'Real data.' },
    SANDBOX: { description: 'Play data, for trying the API and for training.' },
  },
});

@ObjectType({ description: 'The association (协会) everything belongs to.' })
export class Association {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field({ description: 'Its full name.' })
  name!: string;

  @Field(() => AssociationKind, { description: 'Whether this is the real association or a sandbox.' })
  kind!: keyof typeof AssociationKind;
}

@ObjectType({ description: 'A role in force, and where it was given (授权).' })
export class RoleGrant {
  @Field(() => Role, { description: 'The role.' })
  role!: RoleKey;

  @Field(() => LocalText, { description: 'The name of the role.' })
  roleName!: LocalText;

  /** UUID; the field `organization` is resolved by the library above that knows organizations */
  organizationId!: string | null;
}

@ObjectType({ description: 'Somebody who can sign in (账号).' })
export class Account {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field({ description: 'The name one signs in by.' })
  username!: string;

  @Field({ description: 'The name of the person or client.' })
  name!: string;

  @Field(() => [RoleGrant], { description: 'The roles in force today; few by nature.' })
  roles!: RoleGrant[];
}

@ObjectType({ description: 'Somebody signed in (登录会话), carried by an httpOnly cookie.' })
export class Session {
  @Field(() => Account, { description: 'Who is signed in.' })
  account!: Account;

  @Field(() => Association, { description: 'The association the account belongs to.' })
  association!: Association;

  @Field(() => [String], {
    description:
      'Keys of all permissions held anywhere, for showing and hiding; what may be done where is asked of the objects.',
  })
  permissions!: string[];

  @Field(() => DateTimeScalar, { description: 'When the session began.' })
  signedInAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When the session ends unless something is done before.' })
  idleUntil!: Date;

  @Field(() => DateTimeScalar, { description: 'When the session ends in any case.' })
  expiresAt!: Date;
}
