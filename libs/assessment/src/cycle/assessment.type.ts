import { OrganizationIdentity, OrganizationType, ParentRelation, Tier } from '@dangwu/organization';
import { connectionOf, DateTimeScalar, Node } from '@dangwu/platform/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { AssessmentLetter } from '../letter/letter.type';
import { AssessmentStep } from './cycle-parts.type';
import { Participation } from './cycle.enums';
import { AssessedCycle } from './cycle.type';

@ObjectType({ description: 'What the viewer may do to an assessment, as far as the stage allows.' })
export class AssessmentAbilities {
  @Field({ description: 'Fill in its self-assessment, answer its invitation, raise objections.' })
  self!: boolean;

  @Field({ description: 'Verify what it says of itself.' })
  verify!: boolean;

  @Field({ description: 'Conduct the cycle it is part of.' })
  conduct!: boolean;
}

@ObjectType({
  implements: () => [Node],
  description: 'One organization in a cycle, as it stood at the opening (考核对象).',
})
export class Assessment implements Node {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => Int, { description: 'Rises with every change; changes are sent with the one read last.' })
  version!: number;

  @Field(() => AssessedCycle, { nullable: true, description: 'The cycle it is part of.' })
  cycle!: AssessedCycle | null;

  @Field(() => OrganizationIdentity, { nullable: true, description: 'Which organization, as it is today.' })
  organization!: OrganizationIdentity | null;

  @Field({ description: 'What it was called.' })
  subjectName!: string;

  @Field(() => OrganizationType, { description: 'What kind of organization it was.' })
  organizationType!: OrganizationType;

  @Field(() => Tier, { nullable: true, description: 'Its tier, or that of the nearest above it.' })
  tier!: Tier | null;

  @Field(() => ParentRelation, { description: 'Whether whoever assesses leads or guides it.' })
  relation!: ParentRelation;

  @Field(() => OrganizationIdentity, { nullable: true, description: 'Who verifies what it says.' })
  verifier!: OrganizationIdentity | null;

  @Field({ description: 'Of the group it is compared in.' })
  groupKey!: string;

  @Field({ description: 'What that group was called.' })
  groupName!: string;

  @Field(() => Participation, { description: 'Whether it takes part.' })
  participation!: Participation;

  @Field({ description: 'Why it was taken out, or what it answered; empty: nothing.' })
  participationNote!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When its self-assessment was handed in.' })
  selfSubmittedAt!: Date | null;

  @Field({ description: 'Whether that was late.' })
  selfLate!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When that was verified.' })
  verifiedAt!: Date | null;

  @Field({ description: 'Whether that was late.' })
  verifiedLate!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Its points as an exact decimal; before they are on notice seen by whoever conducts the cycle alone.',
  })
  total!: string | null;

  @Field(() => Int, { nullable: true, description: 'Its place in its group, seen as the total is.' })
  rank!: number | null;

  @Field(() => String, { nullable: true, description: 'Its grade, seen as the total is.' })
  grade!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when its result is on notice, or final.' })
  publishedAt!: Date | null;

  @Field(() => [AssessmentStep], { description: 'What happened to it, the latest first.' })
  steps!: AssessmentStep[];

  @Field(() => [AssessmentLetter], { description: 'The letters that told of its result, the latest first.' })
  letters!: AssessmentLetter[];

  @Field(() => AssessmentAbilities, { description: 'What you may do here today.' })
  viewerCan!: AssessmentAbilities;

  @Field(() => DateTimeScalar, { description: 'When it was put into the cycle.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was changed last.' })
  updatedAt!: Date;
}

@ObjectType({ description: 'A page of assessments.' })
export class AssessmentConnection extends connectionOf(Assessment) {}
