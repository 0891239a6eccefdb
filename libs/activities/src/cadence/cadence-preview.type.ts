import { LocalText } from '@dangwu/platform/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'What a change of a cadence would do to what one organization owes.' })
export class CadencePreviewRow {
  @Field(() => ID, { description: 'The organization.' })
  id!: string;

  @Field({ description: 'What it is called.' })
  name!: string;

  @Field(() => Int, { description: 'How many obligations it would get.' })
  appearing!: number;

  @Field(() => Int, { description: 'How many obligations it would lose.' })
  disappearing!: number;

  @Field(() => Int, { description: 'How many of its obligations would ask for another number, or from another day.' })
  changing!: number;
}

@ObjectType({
  description:
    'What a change of a cadence would do to obligations from the beginning of last year until the end of next year; nothing is written.',
})
export class CadencePreview {
  @Field(() => Int, { description: 'How many organizations would owe something else.' })
  organizationCount!: number;

  @Field(() => Int, { description: 'How many obligations would come (新增).' })
  appearing!: number;

  @Field(() => Int, { description: 'How many obligations would go (减少).' })
  disappearing!: number;

  @Field(() => Int, { description: 'How many obligations would ask for another number, or from another day (变化).' })
  changing!: number;

  @Field(() => Int, { description: 'How many of all these lie in periods that are over.' })
  over!: number;

  @Field(() => [CadencePreviewRow], { description: 'The first 20 of the organizations, in the order of the tree.' })
  organizations!: CadencePreviewRow[];

  @Field(() => [LocalText], {
    description: 'What else asks the same organizations for the same activities, and which of them holds.',
  })
  notes!: LocalText[];
}
