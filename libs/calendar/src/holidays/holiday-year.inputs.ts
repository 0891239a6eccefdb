import { DateScalar, isDay } from '@dangwu/platform/graphql';
import { Field, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsEnum,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Max,
  Min,
  Validate,
  ValidateNested,
  ValidatorConstraint,
} from 'class-validator';
import type { ValidatorConstraintInterface } from 'class-validator';
import { HolidayDayKind, HolidayYearStatus } from './holiday-year.type';

@ValidatorConstraint({ name: 'isDay' })
class IsDay implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return isDay(value);
  }
  defaultMessage(): string {
    return '$property must be a date such as 2026-10-01';
  }
}

@InputType({ description: 'A day off or a worked weekend.' })
export class HolidayDayInput {
  @Field(() => DateScalar, { description: 'The day.' })
  @Validate(IsDay)
  date!: string;

  @Field(() => HolidayDayKind, { description: 'Off or worked.' })
  @IsEnum(HolidayDayKind)
  kind!: HolidayDayKind;

  @Field({ description: 'Of which holiday, in Chinese: 国庆节.' })
  @IsString()
  @Length(1, 20)
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The same in English; that of a statutory holiday is known when left out.',
  })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  nameEn?: string | null;
}

@InputType({ description: 'The holidays of a year as a whole: they take the place of what the year had.' })
export class SetHolidayYearInput {
  @Field(() => Int, { description: 'The year of the notice.' })
  @IsInt()
  @Min(2000)
  @Max(2100)
  year!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that was read; null for a year that is not there yet.',
  })
  @IsOptional()
  @IsInt()
  version?: number | null;

  @Field(() => HolidayYearStatus, { description: 'Whether it rests on the notice or on the statutory days alone.' })
  @IsEnum(HolidayYearStatus)
  status!: HolidayYearStatus;

  @Field({ description: 'The notice with its number.' })
  @IsString()
  @Length(2, 300)
  basis!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The day of the notice; needed where there is one.' })
  @IsOptional()
  @Validate(IsDay)
  noticedOn?: string | null;

  @Field(() => [HolidayDayInput], { description: 'All its days off and worked weekends.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(150)
  @ValidateNested({ each: true })
  @Type(() => HolidayDayInput)
  days!: HolidayDayInput[];
}
