import { PlacedPageArguments } from '@dangwu/organization';
import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, ValidateNested } from 'class-validator';
import { TeamState } from '../member.enums';

export const alarming = [TeamState.OVERDUE, TeamState.ENDING];

@InputType({ description: 'Which elections to prepare.' })
export class ElectionAlarmFilter {
  @Field(() => [TeamState], {
    nullable: true,
    defaultValue: alarming,
    description: 'ENDING: the term ends within the months of the reminder. OVERDUE: it has ended. Both when left out.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(2)
  @IsIn(alarming, { each: true })
  states?: TeamState[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this organization itself.' })
  @IsOptional()
  @IsString()
  organizationId?: string | null;
}

/** What the resolver makes of a filter: the states always stand in the statement, whose rows are flags of all codes. */
export interface ElectionAlarmCondition {
  readonly states: readonly TeamState[];
  readonly organizationId?: string | null;
}

@ArgsType()
export class ElectionAlarmsArguments extends PlacedPageArguments {
  @Field(() => ElectionAlarmFilter, { nullable: true, description: 'Which of them.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ElectionAlarmFilter)
  filter?: ElectionAlarmFilter | null;
}
