import { PlacedPageArguments } from '@dangwu/organization';
import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsEnum, IsOptional, IsString, ValidateNested } from 'class-validator';
import { TeamState } from '../member.enums';

const inOffice = [TeamState.CURRENT, TeamState.ENDING, TeamState.OVERDUE];

@InputType({ description: 'Which leadership teams; those in office when nothing is said.' })
export class LeadershipTeamFilter {
  @Field(() => [TeamState], { nullable: true, defaultValue: inOffice, description: 'Any of these states.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(5)
  @IsEnum(TeamState, { each: true })
  states?: TeamState[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this organization itself.' })
  @IsOptional()
  @IsString()
  organizationId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True: only those with a seat that nobody holds.' })
  @IsOptional()
  @IsBoolean()
  vacantOnly?: boolean | null;
}

export const inOfficeOnly = { states: inOffice };

@ArgsType()
export class LeadershipTeamsArguments extends PlacedPageArguments {
  @Field(() => LeadershipTeamFilter, { nullable: true, defaultValue: inOfficeOnly, description: 'Which of them.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => LeadershipTeamFilter)
  filter?: LeadershipTeamFilter | null;
}
