import { LocalText } from '@dangwu/platform/graphql';
import { Pii } from '@dangwu/platform/personal-data';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { AttendanceSummary } from '../attendance.type';

@ObjectType({ description: 'One thing wrong with a workbook of attendance, with what to do about it.' })
export class AttendanceSheetFault {
  @Field(() => Int, { description: "The worksheet's own row number." })
  row!: number;

  @Field({ description: 'Heading of the column, as in the file.' })
  column!: string;

  @Field({ description: 'Stable name such as NOT_ON_THIS_ROSTER. Clients may match it.' })
  code!: string;

  @Pii('ORDINARY', { zh: '指出名单里填错的格', en: 'to point out cells of a roster that are wrong' })
  @Field(() => String, { nullable: true, description: 'What the cell shows; null when it is blank.' })
  found!: string | null;

  @Field(() => LocalText, { description: 'What is wrong.' })
  message!: LocalText;

  @Field(() => LocalText, { description: 'What to do.' })
  advice!: LocalText;

  @Field(() => String, { nullable: true, description: 'The closest value that would do; null when none is close.' })
  suggestion!: string | null;
}

@ObjectType({ description: 'What became of a workbook of attendance: all of its rows were taken, or none.' })
export class AttendanceImport {
  @Field({ description: 'Whether it was taken; it is not while anything is wrong with it.' })
  taken!: boolean;

  @Field(() => Int, { description: 'Rows of people.' })
  total!: number;

  @Field(() => Int, { description: 'Of them, rows that changed what was recorded.' })
  changed!: number;

  @Field(() => Int, { description: 'Of them, rows that say what was recorded already.' })
  unchanged!: number;

  @Field(() => Int, { description: 'How much is wrong.' })
  faultCount!: number;

  @Field(() => [AttendanceSheetFault], { description: 'All that is wrong, by row; the first 1,000.' })
  faults!: AttendanceSheetFault[];

  @Field(() => AttendanceSummary, { description: 'The attendance as it stands now.' })
  summary!: AttendanceSummary;
}
