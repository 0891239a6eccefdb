import { Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayUnique, IsArray, IsEnum, IsOptional, IsString, Matches, ValidateNested } from 'class-validator';
import { ActivityFilter, ActivityOrder } from '../activity/activity.filters';

export enum ActivityColumn {
  ORGANIZATION = 'ORGANIZATION',
  TYPE = 'TYPE',
  TIME = 'TIME',
  PLACE = 'PLACE',
  LINE = 'LINE',
  PRESENT = 'PRESENT',
  STATE = 'STATE',
}
registerEnumType(ActivityColumn, {
  name: 'ActivityColumn',
  description: 'A column of the list of activities, beside the title.',
  valuesMap: {
    ORGANIZATION: { description: 'Which organization holds it.' },
    TYPE: { description: 'Its type.' },
    TIME: { description: 'The day, and from when to when.' },
    PLACE: { description: 'The venue, or the place.' },
    LINE: { description: 'The line of work.' },
    PRESENT: { description: 'How many were present, and how many were entitled.' },
    STATE: { description: 'Where it stands.' },
  },
});

@InputType({ description: 'A list to write into a spreadsheet, exactly as `activities` would answer it.' })
export class ExportActivitiesInput {
  @Field(() => ActivityFilter, { nullable: true, description: 'Which of them.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ActivityFilter)
  filter?: ActivityFilter | null;

  @Field(() => ActivityOrder, { nullable: true, description: 'In which order; SOONEST when left out.' })
  @IsOptional()
  @IsEnum(ActivityOrder)
  order?: ActivityOrder | null;

  @Field(() => ID, { nullable: true, description: 'Only this organization and everything below it.' })
  @IsOptional()
  @IsString()
  within?: string | null;

  @Field(() => [ActivityColumn], {
    nullable: true,
    description: 'Which columns, in their order; all of them when left out.',
  })
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsEnum(ActivityColumn, { each: true })
  columns?: ActivityColumn[] | null;

  @Field(() => String, { nullable: true, description: 'Language of headings and words: zh (default) or en.' })
  @IsOptional()
  @Matches(/^(zh|en)(-[A-Za-z]+)?$/)
  locale?: string | null;
}
