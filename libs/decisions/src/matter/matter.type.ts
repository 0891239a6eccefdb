import { connectionOf, DateScalar, DateTimeScalar, Node } from '@dangwu/platform/graphql';
import { Pii } from '@dangwu/platform/personal-data';
import { OrganizationIdentity } from '@dangwu/organization';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { MatterAdvice } from '../advice/advice.type';
import { MatterReport, Milestone } from '../execution/milestone.type';
import { MatterRecord } from '../record/matter-record.type';
import { MatterCategory } from '../review-rule/review-rule.enums';
import { ReviewRule } from '../review-rule/review-rule.type';
import { MatterSession } from '../session/session-parts.type';
import { CouncilItem, MatterAbilities, MatterMaterial, MatterVersion } from './matter-parts.type';
import { MatterState, OpinionKind } from './matter.enums';

@ObjectType({ implements: () => [Node], description: 'A major matter that is brought to a decision (重大事项).' })
export class Matter implements Node {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => Int, { description: 'Rises with every change; changes are sent with the one read last.' })
  version!: number;

  @Field(() => OrganizationIdentity, { nullable: true, description: 'Which organization proposes it.' })
  organization!: OrganizationIdentity | null;

  @Field(() => MatterCategory, { description: 'Of which category it is.' })
  category!: MatterCategory;

  @Field({ description: 'Its title.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Its number, once it was accepted (文号).' })
  number!: string | null;

  @Field(() => String, { nullable: true, description: 'Its amount in fen, as decimal text.' })
  amountFen!: string | null;

  @Field({ description: 'Background and reasons.' })
  background!: string;

  @Field({ description: 'What could be done, and what is proposed.' })
  options!: string;

  @Field({ description: 'What it means for members and the public.' })
  socialEffect!: string;

  @Field({ description: 'Whether it is handled before it is reviewed (紧急).' })
  urgent!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it is urgent.' })
  urgentReason!: string | null;

  @Field(() => MatterState, { description: 'Where it stands.' })
  state!: MatterState;

  @Field(() => Int, { description: 'How often it was submitted.' })
  versionNo!: number;

  @Field(() => ReviewRule, { nullable: true, description: 'The rule it was submitted under; null: not submitted yet.' })
  rule!: ReviewRule | null;

  @Field({ description: 'Whether its rule puts it under pre-review.' })
  reviewRequired!: boolean;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'By which day an urgent matter is reviewed; null: not urgent, or reviewed.',
  })
  reviewDueOn!: string | null;

  @Field({ description: 'Whether that day is past.' })
  reviewLate!: boolean;

  @Field(() => OpinionKind, { nullable: true, description: 'The opinion of the reviewing body; null: none yet.' })
  opinion!: OpinionKind | null;

  @Field(() => String, { nullable: true, description: 'Why it was returned or withdrawn last.' })
  reason!: string | null;

  @Pii('ORDINARY', { zh: '事项由谁起草', en: 'who drafted a matter' })
  @Field({ description: 'Who drafted it.' })
  proposerName!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was submitted last.' })
  submittedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was accepted.' })
  acceptedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was closed.' })
  closedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What was said when it was closed.' })
  closingNote!: string | null;

  @Field(() => [MatterMaterial], { description: 'Its materials in all their versions; at most 100.' })
  materials!: MatterMaterial[];

  @Field(() => [MatterVersion], { description: 'Its versions, the latest first; at most 100.' })
  versions!: MatterVersion[];

  @Field(() => [MatterRecord], { description: 'What happened to it, the latest first; at most 1,000.' })
  records!: MatterRecord[];

  @Field(() => MatterSession, {
    nullable: true,
    description: 'The session on whose agenda it is, or was last; null: it has not been on any.',
  })
  session!: MatterSession | null;
  @Field(() => [MatterAdvice], { description: 'Opinions asked for before it is reviewed; at most 100.' })
  advice!: MatterAdvice[];

  @Field(() => [Milestone], { description: 'What carries the decision out; at most 100.' })
  milestones!: Milestone[];

  @Field(() => Int, { description: 'How many milestones are past their day and not reported.' })
  overdueMilestones!: number;

  @Field(() => [MatterReport], {
    description: 'What was reported back to the committee, the latest first; at most 100.',
  })
  reports!: MatterReport[];

  @Field(() => CouncilItem, { nullable: true, description: 'Its place on the agenda of the body that decides.' })
  councilItem!: CouncilItem | null;

  @Field(() => MatterAbilities, { description: 'What you may do here today.' })
  viewerCan!: MatterAbilities;

  @Field(() => String, { nullable: true, description: "The id in the caller's own system." })
  externalId!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was drafted.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was changed last.' })
  updatedAt!: Date;
}

@ObjectType({ description: 'A page of matters.' })
export class MatterConnection extends connectionOf(Matter) {}
