import { PageArguments } from '@dangwu/platform/graphql';
import { ArgsType, Field, InputType, registerEnumType } from '@nestjs/graphql';
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
import { ReviewingBody } from '../review-rule/review-rule.enums';
import { SessionState } from './session.enums';

@InputType({ description: 'Which sessions. Conditions are joined by "and", the values of a list by "or".' })
export class ReviewSessionFilter {
  @Field(() => String, { nullable: true, description: 'Part of the title or the place. Case does not matter.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string | null;

  @Field(() => [SessionState], { nullable: true, description: 'In any of these states.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(5)
  @IsEnum(SessionState, { each: true })
  states?: SessionState[] | null;

  @Field(() => [ReviewingBody], { nullable: true, description: 'Of any of these bodies.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(2)
  @IsEnum(ReviewingBody, { each: true })
  reviewingBodies?: ReviewingBody[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Only joint ones, or only those that are not.' })
  @IsOptional()
  @IsBoolean()
  joint?: boolean | null;
}

export enum ReviewSessionOrder {
  LATEST = 'LATEST',
  SOONEST = 'SOONEST',
}
registerEnumType(ReviewSessionOrder, {
  name: 'ReviewSessionOrder',
  description: 'In which order sessions are listed.',
  valuesMap: {
    LATEST: { description: 'By when they begin, the latest first.' },
    SOONEST: { description: 'By when they begin, the earliest first.' },
  },
});

@ArgsType()
export class ReviewSessionsArguments extends PageArguments {
  @Field(() => ReviewSessionFilter, { nullable: true, description: 'Which of them.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ReviewSessionFilter)
  filter?: ReviewSessionFilter | null;

  @Field(() => ReviewSessionOrder, { nullable: true, description: 'In which order; LATEST when left out.' })
  @IsOptional()
  @IsEnum(ReviewSessionOrder)
  order?: ReviewSessionOrder | null;
}
