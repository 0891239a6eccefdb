import { PageInfo } from '@dangwu/platform/graphql';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'How often a member attended in a year, and how long the member studied (学时).' })
export class MemberStudy {
  @Field(() => ID, { description: 'The member.' })
  memberId!: string;

  @Field({ description: 'Name of the member.' })
  name!: string;

  @Field(() => ID, { description: 'Where the member belongs today.' })
  organizationId!: string;

  @Field({ description: 'Its name.' })
  organizationName!: string;

  @Field({ description: 'Whether the member serves on a committee today: more hours are asked of those (班子成员).' })
  leads!: boolean;

  @Field(() => Int, {
    description: 'Activities the member was entitled to attend, by the rosters kept by name (应到).',
  })
  entitled!: number;

  @Field(() => Int, { description: 'Of these attended, remotely, late or made up for, too (实到).' })
  present!: number;

  @Field(() => Int, { description: 'On leave (请假).' })
  onLeave!: number;

  @Field(() => Int, { description: 'Absent (缺席).' })
  absent!: number;

  @Field(() => Float, { description: 'Hours of activities attended that count as study, as a guest, too (学时).' })
  studyHours!: number;

  @Field(() => Int, { description: 'Hours that the rule asks for in the year.' })
  requiredHours!: number;
}

@ObjectType({ description: 'A page of members with their attendance and study in a year.' })
export class MemberStudyPage {
  @Field(() => [MemberStudy], { description: 'In the order of organizations in the tree, in each by name.' })
  nodes!: MemberStudy[];

  @Field(() => PageInfo, { description: 'Whether more follow, and from where.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many members there are in the part of the tree, full and probationary ones.' })
  totalCount!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'How many of them have the hours that the rule asks for; null when there are more than 2,000 members.',
  })
  metCount!: number | null;
}
