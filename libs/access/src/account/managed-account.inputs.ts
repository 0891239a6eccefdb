import { PageArguments } from '@dangwu/platform/graphql';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsEnum, IsInt, IsOptional, IsString, Matches, MaxLength, Min, ValidateNested } from 'class-validator';
import { Language, type LanguageKey } from '../own-account/own-account.type';
import { ManagedAccountFilter, ManagedAccountOrder, type ManagedAccountOrderKey } from './managed-account.type';

@ArgsType()
export class ManagedAccountPage extends PageArguments {
  @Field(() => ManagedAccountFilter, { nullable: true, description: 'Which accounts.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ManagedAccountFilter)
  filter?: ManagedAccountFilter | null;

  @Field(() => ManagedAccountOrder, { nullable: true, description: 'By user name when left out.' })
  @IsOptional()
  @IsEnum(ManagedAccountOrder)
  orderBy?: ManagedAccountOrderKey | null;
}

@InputType({ description: 'A new account. Its person gets an invitation by mail and sets the password.' })
export class CreateAccountInput {
  @Field({ description: 'Letters, digits, Chinese characters, . _ - @; unique, and never given out again.' })
  @IsString()
  @MaxLength(64)
  username!: string;

  @Field({ description: 'The name of the person, 1 to 50 characters.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(50)
  name!: string;

  @Field({ description: 'Where the invitation goes.' })
  @IsString()
  @MaxLength(254)
  mail!: string;

  @Field(() => Language, { nullable: true, description: 'The language of letters; Chinese when left out.' })
  @IsOptional()
  @IsEnum(Language)
  language?: LanguageKey | null;
}

@InputType({ description: 'What is noted of the person of an account.' })
export class ChangeAccountInput {
  @Field(() => ID, { description: 'Which account.' })
  @IsString()
  @MaxLength(100)
  id!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  @IsInt()
  @Min(1)
  version!: number;

  @Field({ description: 'The name of the person, 1 to 50 characters.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(50)
  name!: string;

  @Field(() => String, { nullable: true, description: 'Where letters go; null: nowhere.' })
  @IsOptional()
  @IsString()
  @MaxLength(254)
  mail?: string | null;
}

@InputType({ description: 'Which account.' })
export class AccountInput {
  @Field(() => ID, { description: 'Its id.' })
  @IsString()
  @MaxLength(100)
  id!: string;
}
