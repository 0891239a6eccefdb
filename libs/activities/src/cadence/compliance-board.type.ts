import { DateScalar, PageInfo } from '@dangwu/platform/graphql';
import { OrganizationType, Tier } from '@dangwu/organization';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ObligationState } from './cadence.enums';

@ObjectType({ isAbstract: true })
abstract class StateCounts {
  @Field(() => Int, { description: 'Obligations in all.' })
  total!: number;

  @Field(() => Int, { description: 'Done (已完成).' })
  done!: number;

  @Field(() => Int, { description: 'Held, the record is missing (待补记录).' })
  awaitingRecord!: number;

  @Field(() => Int, { description: 'Planned (已安排).' })
  planned!: number;

  @Field(() => Int, { description: 'At risk (有风险).' })
  atRisk!: number;

  @Field(() => Int, { description: 'Late (已逾期).' })
  late!: number;

  @Field(() => Int, { description: 'Not planned, with time left (未安排).' })
  unplanned!: number;

  @Field(() => Int, { description: 'Waived (免除).' })
  waived!: number;
}

@ObjectType({ description: 'Obligations by the state they are in today; each is in one.' })
export class ComplianceCounts extends StateCounts {}

@ObjectType({ description: 'The obligations of an organization whose period ends in a span of days.' })
export class ComplianceCell extends StateCounts {
  @Field(() => DateScalar, { description: 'First day of the span.' })
  startsOn!: string;

  @Field(() => DateScalar, { description: 'Last day of the span.' })
  endsOn!: string;

  @Field(() => Int, { description: 'Activities that are to be held, for obligations that are not waived (应办次数).' })
  required!: number;

  @Field(() => Int, { description: 'Of these, held, whether recorded or not (已办次数).' })
  fulfilled!: number;

  @Field(() => Int, { description: 'Of those missing, planned.' })
  foreseen!: number;

  @Field(() => ObligationState, {
    description: 'The worst state among them: LATE, AT_RISK, AWAITING_RECORD, UNPLANNED, PLANNED, DONE, WAIVED.',
  })
  worst!: ObligationState;
}

@ObjectType({
  description: 'An organization and its obligations over the spans of the board. Spans without one are left out.',
})
export class ComplianceRow {
  @Field(() => ID, { description: 'The organization.' })
  organizationId!: string;

  @Field({ description: 'Its name.' })
  name!: string;

  @Field({ description: 'Its code.' })
  code!: string;

  @Field(() => OrganizationType, { description: 'Its type today.' })
  type!: OrganizationType;

  @Field(() => Tier, { nullable: true, description: 'Its tier today.' })
  tier!: Tier | null;

  @Field(() => Int, { description: 'How deep it stands in the tree; 1 is the root.' })
  depth!: number;

  @Field(() => [ComplianceCell], { description: 'In the order of the days; at most 53.' })
  cells!: ComplianceCell[];
}

@ObjectType({ description: 'What was required and what was fulfilled, by organization and time (义务看板).' })
export class ComplianceBoard {
  @Field(() => ComplianceCounts, {
    description: 'Over all organizations you asked for and may read, not only this page.',
  })
  counts!: ComplianceCounts;

  @Field(() => Int, { description: 'How many organizations have obligations there.' })
  organizationCount!: number;

  @Field(() => [ComplianceRow], {
    description: 'The page of organizations, by tier, in each in the order of the tree.',
  })
  rows!: ComplianceRow[];

  @Field(() => PageInfo, { description: 'Whether more follow, and from where.' })
  pageInfo!: PageInfo;
}
