import { connectionOf } from '@dangwu/platform/graphql';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, IsEnum, IsOptional, IsString, MaxLength } from 'class-validator';
import { Language, type LanguageKey } from '../own-account/own-account.type';

export const AccountState = { INVITED: 'INVITED', ACTIVE: 'ACTIVE', DISABLED: 'DISABLED' } as const;
export type AccountStateKey = keyof typeof AccountState;
registerEnumType(AccountState, {
  name: 'AccountState',
  description: 'Whether an account can be signed in to.',
  valuesMap: {
    INVITED: { description: 'Nobody has signed in yet, and no password is set.' },
    ACTIVE: { description: 'In use.' },
    DISABLED: { description: 'Nobody can sign in, and no session is left.' },
  },
});

@ObjectType({ description: 'An account as system administrators see it (账号): who it is for, never what it may do.' })
export class ManagedAccount {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field({ description: 'The name one signs in by.' })
  username!: string;

  @Field({ description: 'The name of the person or client.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Where letters about the account go.' })
  mail!: string | null;

  @Field(() => Language, { description: 'The language of letters.' })
  language!: LanguageKey;

  @Field(() => AccountState, { description: 'Whether it can be signed in to.' })
  state!: AccountStateKey;

  @Field({
    description:
      'Whether it holds one of the three offices; others then change neither its mail nor its second factor.',
  })
  administrator!: boolean;

  @Field(() => Date, { nullable: true, description: 'When an invitation was sent last.' })
  invitedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When its password was set.' })
  passwordSetAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'Since when it has a second factor.' })
  secondFactorAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When somebody signed in last.' })
  lastSignInAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'Since when it is disabled.' })
  disabledAt!: Date | null;

  @Field(() => Date, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => Int, { description: 'Give it back when changing the account.' })
  version!: number;
}

@ObjectType({ description: 'A page of accounts.' })
export class ManagedAccountConnection extends connectionOf(ManagedAccount) {}

@InputType({ description: 'Which accounts to list.' })
export class ManagedAccountFilter {
  @Field(() => String, { nullable: true, description: 'Part of user name, name or mail address.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string | null;

  @Field(() => [AccountState], { nullable: true, description: 'In one of these states.' })
  @IsOptional()
  @ArrayMaxSize(3)
  @IsEnum(AccountState, { each: true })
  states?: AccountStateKey[] | null;
}

export const ManagedAccountOrder = { USERNAME: 'USERNAME', NAME: 'NAME', NEWEST: 'NEWEST' } as const;
export type ManagedAccountOrderKey = keyof typeof ManagedAccountOrder;
registerEnumType(ManagedAccountOrder, {
  name: 'ManagedAccountOrder',
  description: 'How accounts are ordered.',
  valuesMap: {
    USERNAME: { description: 'By user name.' },
    NAME: { description: 'By name.' },
    NEWEST: { description: 'The one made last first.' },
  },
});
