import { PageArguments } from '@dangwu/platform/graphql';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEnum,
  IsInt,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { DocumentNumberKind, DocumentNumberOrder } from './document-number.enums';

@InputType({ description: 'Which numbers. Conditions are joined by "and", the values of a list by "or".' })
export class DocumentNumberFilter {
  @Field(() => String, { nullable: true, description: 'Part of the title or the number. Case does not matter.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string | null;

  @Field(() => [DocumentNumberKind], { nullable: true, description: 'Of any of these kinds.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(8)
  @IsEnum(DocumentNumberKind, { each: true })
  kinds?: DocumentNumberKind[] | null;

  @Field(() => Int, { nullable: true, description: 'Counted in this year.' })
  @IsOptional()
  @IsInt()
  year?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'True: only those before which numbers are missing.' })
  @IsOptional()
  @IsBoolean()
  gaps?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'True: only those whose document was withdrawn.' })
  @IsOptional()
  @IsBoolean()
  withdrawn?: boolean | null;
}

@ArgsType()
export class DocumentNumbersArguments extends PageArguments {
  @Field(() => DocumentNumberFilter, { nullable: true, description: 'Which of them.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => DocumentNumberFilter)
  filter?: DocumentNumberFilter | null;

  @Field(() => DocumentNumberOrder, { nullable: true, description: 'In which order; LATEST when left out.' })
  @IsOptional()
  @IsEnum(DocumentNumberOrder)
  order?: DocumentNumberOrder | null;

  @Field(() => ID, { nullable: true, description: 'Only this organization and everything below it.' })
  @IsOptional()
  @IsString()
  within?: string | null;
}
