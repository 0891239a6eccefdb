import { Job } from '@dangwu/desk';
import { LocalText } from '@dangwu/platform/graphql';
import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'Rows that a batch leaves out, all for one reason.' })
export class BatchSkip {
  @Field({ description: 'Stable name of the refusal, such as UNIT_CLOSED.' })
  reason!: string;

  @Field(() => LocalText, { description: 'Why, said of the first of them.' })
  message!: LocalText;

  @Field(() => Int, { description: 'How many rows.' })
  count!: number;

  @Field(() => [String], {
    description: 'Names of the first of them, at most three; of rows that are not visible none.',
  })
  names!: string[];
}

@ObjectType({ description: 'What a batch would do to the chosen rows. Nothing is written by asking.' })
export class BatchConsequences {
  @Field(() => Int, { description: 'How many rows are chosen; the next three add up to it.' })
  chosen!: number;

  @Field(() => Int, { description: 'How many would change.' })
  changes!: number;

  @Field(() => Int, { description: 'How many are so already.' })
  unchanged!: number;

  @Field(() => [BatchSkip], { description: 'How many would be skipped and why.' })
  skipped!: BatchSkip[];

  @Field(() => Int, { description: 'How many change along with them because they stand below.' })
  along!: number;

  @Field({ description: 'Send it with the batch: CONFLICT when the rows or what becomes of them differ by then.' })
  expected!: string;

  @Field({ description: 'Whether so many are written by a job.' })
  inBackground!: boolean;
}

@ObjectType({ description: 'What a batch did.' })
export class BatchOutcome {
  @Field(() => Int, { description: 'How many rows changed; 0 while a job is at it.' })
  changed!: number;

  @Field(() => Int, { description: 'How many were skipped.' })
  skipped!: number;

  @Field(() => Job, { nullable: true, description: 'The job that writes so many rows; null: they are written.' })
  job!: Job | null;
}
