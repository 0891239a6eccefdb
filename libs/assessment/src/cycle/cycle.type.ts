import { OrganizationIdentity, OrganizationType, ParentRelation, Tier } from '@dangwu/organization';
import { connectionOf, DateScalar, DateTimeScalar, Node } from '@dangwu/platform/graphql';
import { Pii } from '@dangwu/platform/personal-data';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { AssessmentProgress, AssessmentStage, AssessmentStep, CycleScheme } from './cycle-parts.type';
import { CycleStage, GroupBy } from './cycle.enums';

@ObjectType({ description: 'What the viewer may do to a cycle, as far as its stage allows.' })
export class CycleAbilities {
  @Field({ description: 'Move it on and back, name experts, exclude, read figures, cancel.' })
  conduct!: boolean;
}

@ObjectType({ isAbstract: true })
abstract class CycleFacts {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field({ description: 'What it is called.' })
  title!: string;

  @Field(() => OrganizationIdentity, { nullable: true, description: 'Who assesses.' })
  organization!: OrganizationIdentity | null;

  @Field(() => CycleScheme, { nullable: true, description: 'By which version of which scheme; it never changes.' })
  scheme!: CycleScheme | null;

  @Field(() => DateScalar, { description: 'The first day that counts.' })
  periodFrom!: string;

  @Field(() => DateScalar, { description: 'The last day that counts.' })
  periodTo!: string;

  @Field(() => GroupBy, { description: 'By what those that are compared are put together.' })
  groupBy!: GroupBy;

  @Field(() => CycleStage, { description: 'Where it stands.' })
  stage!: CycleStage;

  @Field(() => [AssessmentStage], { description: 'Its stages in their order, with their deadlines.' })
  stages!: AssessmentStage[];

  @Field(() => DateScalar, { nullable: true, description: 'The deadline of the stage it stands in.' })
  dueOn!: string | null;

  @Field({ description: 'Whether that day has passed.' })
  late!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the figures that count were read; null: not yet.' })
  snapshotAt!: Date | null;

  @Field(() => DateScalar, { nullable: true, description: 'The first day of the public notice.' })
  noticeFrom!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last day of the public notice.' })
  noticeTo!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was cancelled; null: it was not.' })
  cancelledAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When its results became final.' })
  sealedAt!: Date | null;
}

@ObjectType({ description: 'The cycle that an assessment is part of, as those see it who are assessed.' })
export class AssessedCycle extends CycleFacts {}

@ObjectType({ implements: () => [Node], description: 'One assessment of many over a period (考核周期).' })
export class AssessmentCycle extends CycleFacts implements Node {
  @Field(() => Int, { description: 'Rises with every change; changes are sent with the one read last.' })
  version!: number;

  @Field(() => [Tier], { nullable: true, description: 'The tiers it covers; null: all.' })
  tiers!: Tier[] | null;

  @Field(() => [OrganizationType], { nullable: true, description: 'The types it covers; null: all.' })
  organizationTypes!: OrganizationType[] | null;

  @Field(() => [ParentRelation], { description: 'Whether it covers those that are led, guided, or both.' })
  relations!: ParentRelation[];

  @Field({ description: 'Whether the figures are being read at this moment.' })
  reading!: boolean;

  @Field(() => String, { nullable: true, description: 'sha256 of all final results; a replay computes the same.' })
  digest!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was cancelled.' })
  cancelReason!: string | null;

  @Pii('ORDINARY', { zh: '考核由谁开启', en: 'who opened a cycle' })
  @Field({ description: 'Who opened it.' })
  openedBy!: string;

  @Field(() => AssessmentProgress, { description: 'How far it is.' })
  progress!: AssessmentProgress;

  @Field(() => [AssessmentStep], { description: 'What happened to it as a whole, the latest first.' })
  steps!: AssessmentStep[];

  @Field(() => CycleAbilities, { description: 'What you may do here today.' })
  viewerCan!: CycleAbilities;

  @Field(() => DateTimeScalar, { description: 'When it was opened.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was changed last.' })
  updatedAt!: Date;
}

@ObjectType({ description: 'A page of cycles.' })
export class AssessmentCycleConnection extends connectionOf(AssessmentCycle) {}
