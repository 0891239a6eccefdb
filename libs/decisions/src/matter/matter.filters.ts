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
import { MatterCategory } from '../review-rule/review-rule.enums';
import { CouncilOutcome, MatterState } from './matter.enums';

@InputType({ description: 'Which matters. Conditions are joined by "and", the values of a list by "or".' })
export class MatterFilter {
  @Field(() => String, { nullable: true, description: 'Part of the title or the number. Case does not matter.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string | null;

  @Field(() => [MatterState], { nullable: true, description: 'In any of these states.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(11)
  @IsEnum(MatterState, { each: true })
  states?: MatterState[] | null;

  @Field(() => [MatterCategory], { nullable: true, description: 'Of any of these categories.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(6)
  @IsEnum(MatterCategory, { each: true })
  categories?: MatterCategory[] | null;

  @Field(() => [CouncilOutcome], { nullable: true, description: 'Decided in any of these ways.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(3)
  @IsEnum(CouncilOutcome, { each: true })
  outcomes?: CouncilOutcome[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Only urgent ones, or only those that are not.' })
  @IsOptional()
  @IsBoolean()
  urgent?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Only those that are late, or only those that are not: urgent and not reviewed in time, or with an overdue milestone.',
  })
  @IsOptional()
  @IsBoolean()
  late?: boolean | null;
}

export enum MatterOrder {
  LATEST = 'LATEST',
  SUBMITTED = 'SUBMITTED',
  AMOUNT = 'AMOUNT',
  TITLE = 'TITLE',
}
registerEnumType(MatterOrder, {
  name: 'MatterOrder',
  description: 'In which order matters are listed.',
  valuesMap: {
    LATEST: { description: 'By when they were drafted, the latest first.' },
    SUBMITTED: { description: 'By when they were submitted last, the longest waiting first.' },
    AMOUNT: { description: 'By amount, the largest first.' },
    TITLE: { description: 'By title.' },
  },
});

@ArgsType()
export class MattersArguments extends PageArguments {
  @Field(() => MatterFilter, { nullable: true, description: 'Which of them.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => MatterFilter)
  filter?: MatterFilter | null;

  @Field(() => MatterOrder, { nullable: true, description: 'In which order; LATEST when left out.' })
  @IsOptional()
  @IsEnum(MatterOrder)
  order?: MatterOrder | null;

  @Field(() => ID, { nullable: true, description: 'Only this organization and everything below it.' })
  @IsOptional()
  @IsString()
  within?: string | null;
}
