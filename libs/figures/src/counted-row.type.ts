import { DateScalar, LocalText, PageInfo } from '@dangwu/platform/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A row that a figure is counted from (明细).' })
export class CountedRow {
  @Field(() => ID, { description: 'What it is a row of: an activity, an obligation, a unit, a team, a member.' })
  id!: string;

  @Field(() => LocalText, { description: 'Its title, or its name; the same twice where people gave it.' })
  title!: LocalText;

  @Field(() => ID, { description: 'The organization it counts for.' })
  organizationId!: string;

  @Field({ description: 'Its name.' })
  organizationName!: string;

  @Field(() => DateScalar, { description: 'The day by which it counts.' })
  day!: string;

  @Field({ description: 'What it adds to the part, as a decimal.' })
  part!: string;

  @Field(() => String, { nullable: true, description: 'What it adds to the whole, as a decimal; null for no rate.' })
  whole!: string | null;
}

@ObjectType({ description: 'A page of the rows that a figure is counted from, and what they come to.' })
export class CountedRowPage {
  @Field(() => [CountedRow], { description: 'The latest first.' })
  nodes!: CountedRow[];

  @Field(() => PageInfo, { description: 'Whether more follow, and from where.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many rows there are.' })
  totalCount!: number;

  @Field({ description: 'The sum of their parts, as a decimal.' })
  part!: string;

  @Field(() => String, { nullable: true, description: 'The sum of their wholes, as a decimal; null for no rate.' })
  whole!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The figure in its unit, as a decimal rounded half up to ten places; null where there is nothing to divide by.',
  })
  value!: string | null;
}
