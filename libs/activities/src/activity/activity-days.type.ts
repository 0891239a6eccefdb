import { DateScalar } from '@dangwu/platform/graphql';
import { IsDay } from '@dangwu/organization';
import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsEnum, IsOptional, IsString, Validate } from 'class-validator';
import { ActivityKind } from '../catalogue/catalogue.enums';

@ObjectType({ description: 'A day on which something is held, with how much.' })
export class ActivityDay {
  @Field(() => DateScalar, { description: 'The day.' })
  date!: string;

  @Field(() => Int, { description: 'How many activities; those that were postponed or cancelled do not count.' })
  count!: number;
}

@ArgsType()
export class ActivityDaysArguments {
  @Field(() => DateScalar, { description: 'The first day.' })
  @Validate(IsDay)
  from!: string;

  @Field(() => DateScalar, { description: 'The last day; 400 days are the most at a time.' })
  @Validate(IsDay)
  to!: string;

  @Field(() => [ActivityKind], { nullable: true, description: 'Only those of any of these kinds.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsEnum(ActivityKind, { each: true })
  kinds?: ActivityKind[] | null;

  @Field(() => ID, { nullable: true, description: 'Only this organization and everything below it.' })
  @IsOptional()
  @IsString()
  within?: string | null;
}
