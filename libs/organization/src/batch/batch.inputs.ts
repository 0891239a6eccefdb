import { DateScalar } from '@dangwu/platform/graphql';
import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsOptional, IsString, Matches, MaxLength, Validate } from 'class-validator';
import { IsDay } from '../organization.filters';

/** Rows that can be named one by one in a request. */
export const mostNamed = 1000;

/** Which rows: named, or (in the inputs that extend it) those that a filter finds. */
@InputType({ isAbstract: true })
export abstract class BatchRowsInput {
  @Field(() => [ID], {
    nullable: true,
    description: 'The rows one by one, at most 1,000; leave out to use the filter.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(mostNamed)
  @IsString({ each: true })
  ids?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'With the filter: only this organization and everything below it.' })
  @IsOptional()
  @IsString()
  within?: string | null;

  @Field(() => DateScalar, { description: 'From which day it holds, the same for all.' })
  @Validate(IsDay)
  effectiveOn!: string;

  @Field({ description: 'The document it rests on, as people cite it (依据文件).' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  basis!: string;
}

export const expectedDescription = 'What the consequences answered; CONFLICT when it is no longer so.';
