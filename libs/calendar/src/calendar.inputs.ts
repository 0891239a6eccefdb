import { DateScalar, isDay } from '@dangwu/platform/graphql';
import { ArgsType, Field, Int } from '@nestjs/graphql';
import { IsInt, IsString, Length, Max, Min, Validate, ValidatorConstraint } from 'class-validator';
import type { ValidatorConstraintInterface } from 'class-validator';

@ValidatorConstraint({ name: 'isDay' })
class IsDay implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return isDay(value);
  }
  defaultMessage(): string {
    return '$property must be a date such as 2026-10-01';
  }
}

@ArgsType()
export class CalendarDaysArguments {
  @Field(() => DateScalar, { description: 'The first day.' })
  @Validate(IsDay)
  from!: string;

  @Field(() => DateScalar, { description: 'The last day; 400 days are the most at a time.' })
  @Validate(IsDay)
  to!: string;
}

@ArgsType()
export class HolidayNoticeArguments {
  @Field({ description: 'The text of the notice, or a table with a line for each day: 2028-01-01 休 元旦.' })
  @IsString()
  @Length(1, 20_000)
  text!: string;

  @Field(() => Int, { description: 'The year it is for.' })
  @IsInt()
  @Min(2000)
  @Max(2100)
  year!: number;
}
