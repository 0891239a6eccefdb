import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsBoolean,
  IsEnum,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { ImportKind } from '../kind';

@InputType({ description: 'What a column of the file is. It is remembered for the next files with this heading.' })
export class ImportColumnInput {
  @Field(() => Int, { description: 'Number of the column in the sheet, from 1.' })
  @IsInt()
  @Min(1)
  @Max(100)
  column!: number;

  @Field({ description: 'Its heading, as in the file.' })
  @IsString()
  @MaxLength(500)
  heading!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Key of the field, as in ImportColumn.key; null leaves the column out.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  field!: string | null;
}

@InputType({ description: 'Reads and checks a file; nothing is written.' })
export class StartImportInput {
  @Field(() => ImportKind, { description: 'What the file holds.' })
  @IsEnum(ImportKind)
  kind!: ImportKind;

  @Field(() => ID, { description: 'An .xlsx file you uploaded with POST /files.' })
  @IsString()
  fileId!: string;

  @Field(() => [ImportColumnInput], {
    nullable: true,
    description: 'Columns that were not recognized, or wrongly; the others are found by their headings.',
  })
  @IsOptional()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => ImportColumnInput)
  mapping?: ImportColumnInput[] | null;
}

@InputType({ description: 'Writes a checked import, all of it in one transaction.' })
export class ConfirmImportInput {
  @Field(() => ID, { description: 'The import.' })
  @IsString()
  id!: string;

  @Field({ description: 'Write the good rows although others have faults. Without it, faults write nothing.' })
  @IsBoolean()
  goodRowsOnly!: boolean;
}

@InputType({ description: 'Gives up an import that was not written.' })
export class DiscardImportInput {
  @Field(() => ID, { description: 'The import.' })
  @IsString()
  id!: string;
}

@InputType({ description: 'Takes a whole import back, within 30 days and while nothing newer depends on it.' })
export class UndoImportInput {
  @Field(() => ID, { description: 'The import.' })
  @IsString()
  id!: string;
}

@InputType({ description: 'What a column of a file that was read is.' })
export class ImportMappingInput {
  @Field(() => Int, { description: 'Number of the column, as in ImportColumn.column.' })
  @IsInt()
  @Min(1)
  @Max(100)
  column!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Key of the field, see importFields; null leaves the column out.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  field!: string | null;
}

@InputType({
  description:
    'Says what columns are and checks the file again. It is remembered for the next files with these headings.',
})
export class MapImportColumnsInput {
  @Field(() => ID, { description: 'The import.' })
  @IsString()
  id!: string;

  @Field(() => [ImportMappingInput], { description: 'The columns decided upon; the others stay as they are.' })
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => ImportMappingInput)
  mapping!: ImportMappingInput[];
}

@InputType({ description: 'Puts a value into one cell and checks the file again. The file itself stays as it came.' })
export class CorrectImportCellInput {
  @Field(() => ID, { description: 'The import.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: "The worksheet's own row number." })
  @IsInt()
  @Min(1)
  row!: number;

  @Field(() => Int, { description: 'Number of the column, as in ImportColumn.column.' })
  @IsInt()
  @Min(1)
  @Max(100)
  column!: number;

  @Field({ description: 'What the cell should say; empty: nothing.' })
  @IsString()
  @MaxLength(500)
  value!: string;
}

@InputType({ description: 'Puts a value into every faulty cell of a column that shows the same, and checks again.' })
export class CorrectImportCellsInput {
  @Field(() => ID, { description: 'The import.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: 'Number of the column, as in ImportColumn.column.' })
  @IsInt()
  @Min(1)
  @Max(100)
  column!: number;

  @Field(() => String, {
    nullable: true,
    description: 'What the faulty cells show, as in ImportFault.found; null: blank.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(5_000)
  found!: string | null;

  @Field({ description: 'What they should say; empty: nothing.' })
  @IsString()
  @MaxLength(500)
  value!: string;
}
