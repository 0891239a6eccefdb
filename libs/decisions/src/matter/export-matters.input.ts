import { Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayUnique, IsArray, IsEnum, IsOptional, IsString, Matches, ValidateNested } from 'class-validator';
import { MatterFilter, MatterOrder } from './matter.filters';

export enum MatterColumn {
  ORGANIZATION = 'ORGANIZATION',
  CATEGORY = 'CATEGORY',
  AMOUNT = 'AMOUNT',
  NUMBER = 'NUMBER',
  SUBMITTED = 'SUBMITTED',
  STATE = 'STATE',
  URGENT = 'URGENT',
  OPINION = 'OPINION',
  OUTCOME = 'OUTCOME',
  REASON = 'REASON',
}
registerEnumType(MatterColumn, {
  name: 'MatterColumn',
  description: 'A column of the ledger of matters, beside the title.',
  valuesMap: {
    ORGANIZATION: { description: 'Who proposes it.' },
    CATEGORY: { description: 'Of which category it is.' },
    AMOUNT: { description: 'Its amount, in words as the ledger shows it.' },
    NUMBER: { description: 'Its number.' },
    SUBMITTED: { description: 'The day it was submitted last.' },
    STATE: { description: 'Where it stands.' },
    URGENT: { description: 'Whether it is handled before it is reviewed, and by when it is reviewed then.' },
    OPINION: { description: 'The opinion of the reviewing body.' },
    OUTCOME: { description: 'What the body that decides made of it, and when.' },
    REASON: { description: 'Its reasons, where it did not follow the opinion.' },
  },
});

@InputType({ description: 'A ledger to write into a spreadsheet, exactly as `matters` would answer it.' })
export class ExportMattersInput {
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

  @Field(() => [MatterColumn], {
    nullable: true,
    description: 'Which columns, in their order; all of them when left out.',
  })
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsEnum(MatterColumn, { each: true })
  columns?: MatterColumn[] | null;

  @Field(() => String, { nullable: true, description: 'Language of headings and words: zh (default) or en.' })
  @IsOptional()
  @Matches(/^(zh|en)(-[A-Za-z]+)?$/)
  locale?: string | null;
}
