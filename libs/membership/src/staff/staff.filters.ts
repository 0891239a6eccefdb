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
import { HandoverState, StaffTime } from './staff.enums';

@InputType({
  description:
    'Which of the staff. Conditions are joined by "and". Those whose assignment has ended are left out unless asked for.',
})
export class StaffFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name, its pinyin or the position.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string | null;

  @Field(() => [StaffTime], { nullable: true, description: 'Any of these.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(5)
  @IsEnum(StaffTime, { each: true })
  times?: StaffTime[] | null;

  @Field(() => ID, { nullable: true, description: 'At this organization itself.' })
  @IsOptional()
  @IsString()
  organizationId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only those whose assignment has ended and whose work was handed over to nobody.',
  })
  @IsOptional()
  @IsBoolean()
  handoverMissing?: boolean | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'True: also those who have ended.' })
  @IsOptional()
  @IsBoolean()
  includeEnded?: boolean | null;
}

export enum StaffOrder {
  NAME = 'NAME',
  NEWEST = 'NEWEST',
}
registerEnumType(StaffOrder, {
  name: 'StaffOrder',
  description: 'In which order staff are listed.',
  valuesMap: {
    NAME: { description: 'By the pinyin of the name.' },
    NEWEST: { description: 'By the first day, the latest first.' },
  },
});

@ArgsType()
export class StaffArguments extends PlacedPageArguments {
  @Field(() => StaffFilter, { nullable: true, defaultValue: { includeEnded: false }, description: 'Which of them.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => StaffFilter)
  filter?: StaffFilter | null;

  @Field(() => StaffOrder, { nullable: true, description: 'In which order; NAME when left out.' })
  @IsOptional()
  @IsEnum(StaffOrder)
  order?: StaffOrder | null;
}

@InputType({ description: 'Which handovers.' })
export class HandoverFilter {
  @Field(() => [HandoverState], { nullable: true, description: 'Any of these states.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(5)
  @IsEnum(HandoverState, { each: true })
  states?: HandoverState[] | null;

  @Field(() => ID, { nullable: true, description: 'At this organization itself.' })
  @IsOptional()
  @IsString()
  organizationId?: string | null;
}

@ArgsType()
export class HandoversArguments extends PlacedPageArguments {
  @Field(() => HandoverFilter, { nullable: true, description: 'Which of them.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => HandoverFilter)
  filter?: HandoverFilter | null;
}
