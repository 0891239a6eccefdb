import { PageArguments } from '@dangwu/platform/graphql';
import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsEnum, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { ImportKind } from '../kind';
import { ImportState } from './import-states';

@InputType({ description: 'Which imports. Conditions are joined by "and", the values of a list by "or".' })
export class ImportBatchFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name of the file. Case does not matter.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string | null;

  @Field(() => [ImportState], { nullable: true, description: 'Any of these states.' })
  @IsOptional()
  @ArrayMaxSize(20)
  @IsEnum(ImportState, { each: true })
  states?: ImportState[] | null;

  @Field(() => [ImportKind], { nullable: true, description: 'Any of these kinds of rosters.' })
  @IsOptional()
  @ArrayMaxSize(20)
  @IsEnum(ImportKind, { each: true })
  kinds?: ImportKind[] | null;
}

@ArgsType()
export class ImportBatchPage extends PageArguments {
  @Field(() => ImportBatchFilter, { nullable: true, description: 'Which of them; all when absent.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ImportBatchFilter)
  filter?: ImportBatchFilter | null;
}
