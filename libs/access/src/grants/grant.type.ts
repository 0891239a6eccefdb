import { connectionOf, DateTimeScalar, LocalText, PageArguments } from '@dangwu/platform/graphql';
import { ArgsType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsDate, IsEnum, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import type { RoleKey } from '../roles';
import { Role } from '../session.type';

@ObjectType({ description: 'Somebody who can hold roles: an account, as those who look after rights see it.' })
export class Grantee {
  @Field(() => ID, { description: 'Opaque and stable; that of the account.' })
  id!: string;

  @Field({ description: 'The name one signs in by.' })
  username!: string;

  @Field({ description: 'The name of the person or client.' })
  name!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when it can sign in no more.' })
  disabledAt!: Date | null;

  @Field(() => [AccessGrant], { description: 'All roles given to it, ended ones too, the newest first (at most 500).' })
  grants!: AccessGrant[];
}

@ObjectType({ description: 'A role given to somebody (授权): where, why, by whom, since and until.' })
export class AccessGrant {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => Grantee, { nullable: true, description: 'To whom; null for those who see only their own.' })
  account!: Grantee | null;

  @Field(() => Role, { description: 'The role.' })
  role!: RoleKey;

  @Field(() => LocalText, { description: 'The name of the role.' })
  roleName!: LocalText;

  @Field(() => DateTimeScalar, { description: 'From when it holds.' })
  since!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The first instant at which it holds no more; null: until further notice.',
  })
  until!: Date | null;

  @Field(() => String, { nullable: true, description: 'The decision or reason it rests on.' })
  basis!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who gave it, as called then; null: the system, when the association was set up.',
  })
  grantedByName!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was taken back before its end.' })
  revokedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who took it back, as called then.' })
  revokedByName!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was taken back.' })
  revocationBasis!: string | null;

  @Field({ description: 'Whether it is emergency access, given by two people for one hour.' })
  emergency!: boolean;
}

@ObjectType({ description: 'A page of those who can hold roles.' })
export class GranteeConnection extends connectionOf(Grantee) {}

@ObjectType({ description: 'A page of grants.' })
export class AccessGrantConnection extends connectionOf(AccessGrant) {}

@InputType({ description: 'Whom to list; all conditions must hold.' })
export class GranteeFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name or the user name.' })
  @IsOptional()
  @Length(1, 100)
  search?: string | null;
}

@InputType({ description: 'Which grants to list; all conditions must hold.' })
export class AccessGrantFilter {
  @Field(() => ID, { nullable: true, description: 'Of this account.' })
  @IsOptional()
  @IsString()
  accountId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Given at this organization itself.' })
  @IsOptional()
  @IsString()
  organizationId?: string | null;

  @Field(() => [Role], { nullable: true, description: 'Any of these roles.' })
  @IsOptional()
  @ArrayMaxSize(20)
  @IsEnum(Role, { each: true })
  roles?: RoleKey[] | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'In force at this instant.' })
  @IsOptional()
  @IsDate()
  inForceAt?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'With an end, and that before this instant.' })
  @IsOptional()
  @IsDate()
  endingBefore?: Date | null;

  @Field(() => String, { nullable: true, description: 'Part of the name or the user name of the account.' })
  @IsOptional()
  @Length(1, 100)
  search?: string | null;
}

export const AccessGrantOrder = { NEWEST: 'NEWEST', ENDING: 'ENDING' } as const;
registerEnumType(AccessGrantOrder, {
  name: 'AccessGrantOrder',
  description: 'In which order grants are listed.',
  valuesMap: {
    NEWEST: { description: 'The latest to begin first.' },
    ENDING: { description: 'The first to end first; those without an end last.' },
  },
});

@ArgsType()
export class GranteePage extends PageArguments {
  @Field(() => GranteeFilter, { nullable: true, description: 'Whom.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => GranteeFilter)
  filter?: GranteeFilter | null;
}

@ArgsType()
export class AccessGrantPage extends PageArguments {
  @Field(() => AccessGrantFilter, { nullable: true, description: 'Which grants.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => AccessGrantFilter)
  filter?: AccessGrantFilter | null;

  @Field(() => AccessGrantOrder, { nullable: true, description: 'In which order; NEWEST when left out.' })
  @IsOptional()
  @IsEnum(AccessGrantOrder)
  order?: keyof typeof AccessGrantOrder | null;
}
