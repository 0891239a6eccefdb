import { PlacedPageArguments } from '@dangwu/organization';
import { ArgsType, Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEnum,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { AffiliationKind, MemberStatus, Post } from './member.enums';

@InputType({
  description:
    'Which members. Conditions are joined by "and", the values of a list by "or". Those who left are not listed unless asked for.',
})
export class MemberFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Part of the name or its pinyin, or a whole ID number or phone number.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string | null;

  @Field(() => [MemberStatus], { nullable: true, description: 'Any of these.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsEnum(MemberStatus, { each: true })
  statuses?: MemberStatus[] | null;

  @Field(() => ID, { nullable: true, description: 'Affiliated with this organization itself.' })
  @IsOptional()
  @IsString()
  organizationId?: string | null;

  @Field(() => [AffiliationKind], {
    nullable: true,
    description: 'By an affiliation of these kinds: with organizationId one there, else one anywhere.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(5)
  @IsEnum(AffiliationKind, { each: true })
  kinds?: AffiliationKind[] | null;

  @Field(() => [Post], { nullable: true, description: 'Holding any of these posts.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsEnum(Post, { each: true })
  posts?: Post[] | null;

  @Field(() => [ID], { nullable: true, description: 'Only these, such as the rows chosen in a list; at most 1,000.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(1000)
  @IsString({ each: true })
  ids?: string[] | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'True: also those who left.' })
  @IsOptional()
  @IsBoolean()
  includeLeft?: boolean | null;
}

/** What the resolver makes of a filter: numbers never reach the statement, only their marks do. */
export interface MemberCondition {
  readonly search?: string | null;
  readonly statuses?: MemberStatus[] | null;
  readonly posts?: Post[] | null;
  readonly ids?: readonly string[] | null;
  readonly includeLeft: boolean;
  /** UUID of an organization, or nothing for any, then kinds of affiliation */
  readonly affiliatedWith?: readonly string[] | null;
  /** of the whole ID number looked for, in hex */
  readonly idMark?: string | null;
  readonly phoneMark?: string | null;
}

export enum MemberOrder {
  NAME = 'NAME',
  JOINED = 'JOINED',
}
registerEnumType(MemberOrder, {
  name: 'MemberOrder',
  description: 'In which order members are listed.',
  valuesMap: {
    NAME: { description: 'By the pinyin of the name.' },
    JOINED: { description: 'By the day of admission, the latest first; those without one last.' },
  },
});

export const presentOnly = { includeLeft: false };

@ArgsType()
export class MembersArguments extends PlacedPageArguments {
  @Field(() => MemberFilter, { nullable: true, defaultValue: presentOnly, description: 'Which of them.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => MemberFilter)
  filter?: MemberFilter | null;

  @Field(() => MemberOrder, { nullable: true, description: 'In which order; NAME when left out.' })
  @IsOptional()
  @IsEnum(MemberOrder)
  order?: MemberOrder | null;
}
