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
import { AssessmentSubject } from './scheme.enums';

@InputType({ description: 'Which schemes. Conditions are joined by "and", the values of a list by "or".' })
export class SchemeFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name in either language. Case does not matter.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string | null;

  @Field(() => [AssessmentSubject], { nullable: true, description: 'That assess any of these.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(3)
  @IsEnum(AssessmentSubject, { each: true })
  subjects?: AssessmentSubject[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those that are retired, or the others.' })
  @IsOptional()
  @IsBoolean()
  retired?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those with a draft, or the others. Whoever does not write schemes sees no drafts.',
  })
  @IsOptional()
  @IsBoolean()
  drafted?: boolean | null;
}

export enum SchemeOrder {
  NAME = 'NAME',
  NEWEST = 'NEWEST',
}
registerEnumType(SchemeOrder, {
  name: 'AssessmentSchemeOrder',
  description: 'In which order schemes are listed.',
  valuesMap: {
    NAME: { description: 'By their Chinese name.' },
    NEWEST: { description: 'Created last, first.' },
  },
});

@ArgsType()
export class SchemesArguments extends PageArguments {
  @Field(() => SchemeFilter, { nullable: true, description: 'Which of them.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => SchemeFilter)
  filter?: SchemeFilter | null;

  @Field(() => SchemeOrder, { nullable: true, description: 'In which order; NAME when left out.' })
  @IsOptional()
  @IsEnum(SchemeOrder)
  order?: SchemeOrder | null;
}
