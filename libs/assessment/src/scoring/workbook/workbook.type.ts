import { LocalText } from '@dangwu/platform/graphql';
import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'One thing wrong with a workbook of scores, with what to do about it.' })
export class ScoresImportFault {
  @Field(() => Int, { description: "The worksheet's own row number." })
  row!: number;

  @Field({ description: 'Heading of the column, as in the file.' })
  column!: string;

  @Field({ description: 'Stable name such as CHANGED_SINCE. Clients may match it.' })
  code!: string;

  @Field(() => String, { nullable: true, description: 'What the cell shows; null when it is blank.' })
  found!: string | null;

  @Field(() => LocalText, { description: 'What is wrong.' })
  message!: LocalText;

  @Field(() => LocalText, { description: 'What to do.' })
  advice!: LocalText;

  @Field(() => String, { nullable: true, description: 'The closest value that would do; null when none is close.' })
  suggestion!: string | null;
}

@ObjectType({ description: 'What became of a workbook of scores: all of its rows were taken, or none.' })
export class ScoresImport {
  @Field({ description: 'Whether it was taken; it is not while anything is wrong with it.' })
  taken!: boolean;

  @Field(() => Int, { description: 'Rows of indicators.' })
  total!: number;

  @Field(() => Int, { description: 'Of them, rows that changed what was recorded.' })
  changed!: number;

  @Field(() => Int, { description: 'How much is wrong.' })
  faultCount!: number;

  @Field(() => [ScoresImportFault], { description: 'All that is wrong, by row; the first 1,000.' })
  faults!: ScoresImportFault[];
}
