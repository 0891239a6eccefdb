import { PageArguments } from '@dangwu/platform/graphql';
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
import { AffiliationKind, MemberStatus, Post, TeamState } from './member.enums';

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
    description: 'With organizationId: by such an affiliation; both kinds when absent.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(5)
  @IsEnum(AffiliationKind, { each: true })
  kinds?: AffiliationKind[] | null;

  @Field(() => [Post], { nullable: true, description: 'Holding any of these posts today.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsEnum(Post, { each: true })
  posts?: Post[] | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'True: also those who left.' })
  @IsOptional()
  @IsBoolean()
  includeLeft?: boolean | null;
}

/** What the resolver makes of a filter: numbers never reach the statement, only their marks do. */
export interface MemberCondition {
  search?: string | null;
  statuses?: MemberStatus[] | null;
  posts?: Post[] | null;
  present?: boolean | null;
  /** the organization's UUID, then the kinds of affiliation */
  affiliatedWith?: string[] | null;
  idMark?: string | null;
  phoneMark?: string | null;
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
    JOINED: { description: 'By the day of admission, the latest first.' },
  },
});

@ArgsType()
export class MembersArguments extends PageArguments {
  @Field(() => MemberFilter, { nullable: true, description: 'Which members.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => MemberFilter)
  filter?: MemberFilter | null;

  @Field(() => MemberOrder, { nullable: true, defaultValue: MemberOrder.NAME, description: 'In which order.' })
  @IsOptional()
  @IsEnum(MemberOrder)
  order?: MemberOrder | null;

  @Field(() => ID, { nullable: true, description: 'Only members of this organization and everything below it.' })
  @IsOptional()
  @IsString()
  within?: string | null;
}

@InputType({ description: 'Which leadership teams; those in office when nothing is said.' })
export class LeadershipTeamFilter {
  @Field(() => [TeamState], {
    nullable: true,
    defaultValue: [TeamState.CURRENT, TeamState.ENDING, TeamState.OVERDUE],
    description: 'Any of these states.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(5)
  @IsEnum(TeamState, { each: true })
  states?: TeamState[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this organization itself.' })
  @IsOptional()
  @IsString()
  organizationId?: string | null;
}

/** What the resolver makes of it. */
export interface LeadershipTeamCondition {
  /** JSON: the states, and the days by which they are told */
  states?: string | null;
  /** the UUID */
  ofOrganization?: string | null;
}

@ArgsType()
export class LeadershipTeamsArguments extends PageArguments {
  @Field(() => LeadershipTeamFilter, {
    nullable: true,
    defaultValue: { states: [TeamState.CURRENT, TeamState.ENDING, TeamState.OVERDUE] },
    description: 'Which teams.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => LeadershipTeamFilter)
  filter?: LeadershipTeamFilter | null;

  @Field(() => ID, { nullable: true, description: 'Only of this organization and everything below it.' })
  @IsOptional()
  @IsString()
  within?: string | null;
}

@ArgsType()
export class AlarmsArguments extends PageArguments {
  @Field(() => ID, { nullable: true, description: 'Only of this organization and everything below it.' })
  @IsOptional()
  @IsString()
  within?: string | null;
}
