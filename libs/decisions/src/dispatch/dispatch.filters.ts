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
import { DispatchKind, DispatchState } from './dispatch.enums';

@InputType({ description: 'Which dispatches. Conditions are joined by "and", the values of a list by "or".' })
export class DispatchFilter {
  @Field(() => String, { nullable: true, description: 'Part of the title or the number. Case does not matter.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string | null;

  @Field(() => [DispatchState], { nullable: true, description: 'In any of these states.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(6)
  @IsEnum(DispatchState, { each: true })
  states?: DispatchState[] | null;

  @Field(() => [DispatchKind], { nullable: true, description: 'Of any of these kinds.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(2)
  @IsEnum(DispatchKind, { each: true })
  kinds?: DispatchKind[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those that are overdue, or only those that are not.' })
  @IsOptional()
  @IsBoolean()
  overdue?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only those whose next step is up to an organization at which you hold an office.',
  })
  @IsOptional()
  @IsBoolean()
  waitingForMe?: boolean | null;
}

export enum DispatchOrder {
  LATEST = 'LATEST',
  DEADLINE = 'DEADLINE',
  TITLE = 'TITLE',
}
registerEnumType(DispatchOrder, {
  name: 'DispatchOrder',
  description: 'In which order dispatches are listed.',
  valuesMap: {
    LATEST: { description: 'By when they were drafted, the latest first.' },
    DEADLINE: { description: 'By until when the next step is due, the earliest first.' },
    TITLE: { description: 'By title.' },
  },
});

@ArgsType()
export class DispatchesArguments extends PageArguments {
  @Field(() => DispatchFilter, { nullable: true, description: 'Which of them.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => DispatchFilter)
  filter?: DispatchFilter | null;

  @Field(() => DispatchOrder, { nullable: true, description: 'In which order; LATEST when left out.' })
  @IsOptional()
  @IsEnum(DispatchOrder)
  order?: DispatchOrder | null;

  @Field(() => ID, { nullable: true, description: 'Only this organization and everything below it.' })
  @IsOptional()
  @IsString()
  within?: string | null;
}
