import { Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayUnique, IsArray, IsEnum, IsOptional, IsString, Matches, ValidateNested } from 'class-validator';
import { DispatchFilter, DispatchOrder } from './dispatch.filters';

export enum DispatchColumn {
  KIND = 'KIND',
  NUMBER = 'NUMBER',
  ORGANIZATION = 'ORGANIZATION',
  SUPERIOR = 'SUPERIOR',
  DEADLINE = 'DEADLINE',
  STATE = 'STATE',
  ISSUED = 'ISSUED',
  ATTACHMENTS = 'ATTACHMENTS',
  REPLY = 'REPLY',
  FOLLOW_UP = 'FOLLOW_UP',
}
registerEnumType(DispatchColumn, {
  name: 'DispatchColumn',
  description: 'A column of the register of requests and reports, beside the title.',
  valuesMap: {
    KIND: { description: 'Whether the superior is asked or told.' },
    NUMBER: { description: 'Its number.' },
    ORGANIZATION: { description: 'Who sends it.' },
    SUPERIOR: { description: 'To whom it goes.' },
    DEADLINE: { description: 'Until when the next step is due.' },
    STATE: { description: 'Where it stands.' },
    ISSUED: { description: 'When it was issued.' },
    ATTACHMENTS: { description: 'The names of its attachments.' },
    REPLY: { description: 'What was replied, when, under which number.' },
    FOLLOW_UP: { description: 'When what came of it was reported, or by when it is to be.' },
  },
});

@InputType({ description: 'A register to write into a spreadsheet, exactly as `dispatches` would answer it.' })
export class ExportDispatchesInput {
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

  @Field(() => [DispatchColumn], {
    nullable: true,
    description: 'Which columns, in their order; all of them when left out.',
  })
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsEnum(DispatchColumn, { each: true })
  columns?: DispatchColumn[] | null;

  @Field(() => String, { nullable: true, description: 'Language of headings and words: zh (default) or en.' })
  @IsOptional()
  @Matches(/^(zh|en)(-[A-Za-z]+)?$/)
  locale?: string | null;
}
