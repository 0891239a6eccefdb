import { connectionOf, DateScalar, DateTimeScalar, LocalText, Node } from '@dangwu/platform/graphql';
import { Pii } from '@dangwu/platform/personal-data';
import { OrganizationIdentity } from '@dangwu/organization';
import { Rule } from '@dangwu/rules';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ActivityKind } from '../catalogue/catalogue.enums';
import { ActivityType, CatalogueTerm, Venue } from '../catalogue/catalogue.type';
import { ActivitySeries } from '../series/activity-series.type';
import { ActivityState, ActivityStepKind } from './activity.enums';

@ObjectType({ description: 'One point of an agenda.' })
export class AgendaItem {
  @Field({ description: 'What it is about.' })
  title!: string;

  @Field(() => Int, { nullable: true, description: 'How many minutes it takes.' })
  minutes!: number | null;

  @Pii('ORDINARY', { zh: '议程由谁汇报', en: 'who brings the point' })
  @Field(() => String, { nullable: true, description: 'Who brings it, by name.' })
  owner!: string | null;
}

@ObjectType({ description: 'What you may do with an activity today.' })
export class ActivityAbilities {
  @Field({ description: 'Change, record, postpone and cancel it, as its state allows.' })
  maintain!: boolean;
}

@ObjectType({ description: 'Whether enough were present, by the rule that held on the day.' })
export class ActivityQuorum {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the rule was met; null: not recorded yet, or no rule asks for presence.',
  })
  met!: boolean | null;

  @Field(() => Int, { nullable: true, description: 'How many were present.' })
  present!: number | null;

  @Field(() => Int, { nullable: true, description: 'Of how many the rule asks its share: those entitled.' })
  base!: number | null;

  @Field(() => Rule, { nullable: true, description: 'The rule on presence; null: none.' })
  rule!: Rule | null;

  @Field(() => LocalText, { nullable: true, description: 'What it means, in words, when it was not met.' })
  warning!: LocalText | null;
}

@ObjectType({ description: 'One thing that was done to an activity.' })
export class ActivityStep {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => ActivityStepKind, { description: 'What was done.' })
  kind!: ActivityStepKind;

  @Field(() => String, { nullable: true, description: 'Why, where it was asked.' })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'By whom; null: the system.' })
  actorName!: string | null;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;
}

@ObjectType({ implements: () => [Node], description: 'An activity (活动): planned, held and recorded.' })
export class Activity implements Node {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => Int, { description: 'Rises with every change; changes are sent with the one read last.' })
  version!: number;

  @Field(() => OrganizationIdentity, { nullable: true, description: 'Which organization holds it.' })
  organization!: OrganizationIdentity | null;

  @Field(() => ActivityType, { nullable: true, description: 'Its type.' })
  type!: ActivityType | null;

  @Field(() => ActivityKind, { nullable: true, description: 'What it is for: the kind of its type.' })
  kind!: ActivityKind | null;

  @Field({ description: 'Its title.' })
  title!: string;

  @Field(() => ActivityState, { description: 'Where it stands.' })
  state!: ActivityState;

  @Field(() => DateTimeScalar, { description: 'When it begins; when it really began, once it is recorded.' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends.' })
  endsAt!: Date;

  @Field(() => DateScalar, { description: "The day it begins, in the association's zone." })
  heldOn!: string;

  @Field(() => DateScalar, {
    description: 'The day that says for which period it counts: of a make-up, that of what it makes up for.',
  })
  countsOn!: string;

  @Field(() => Venue, { nullable: true, description: 'The registered venue.' })
  venue!: Venue | null;

  @Field(() => String, { nullable: true, description: 'Where, when it is no registered venue, or where in it.' })
  place!: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the meeting online.' })
  link!: string | null;

  @Field(() => CatalogueTerm, { nullable: true, description: 'The line it belongs to (两条线).' })
  line!: CatalogueTerm | null;

  @Field(() => CatalogueTerm, { nullable: true, description: 'How it is held (形式).' })
  form!: CatalogueTerm | null;

  @Field(() => [CatalogueTerm], { description: 'What it is about (主题); at most 10.' })
  topics!: CatalogueTerm[];

  @Field(() => [AgendaItem], { description: 'Its agenda (议程).' })
  agenda!: AgendaItem[];

  @Field(() => String, { nullable: true, description: 'Why it was postponed or cancelled.' })
  reason!: string | null;

  @Field(() => Activity, { nullable: true, description: 'What it makes up for.' })
  makeUpOf!: Activity | null;

  @Field(() => Activity, { nullable: true, description: 'What makes up for it.' })
  makeUp!: Activity | null;

  @Field(() => DateScalar, { nullable: true, description: 'By which day it is made up for.' })
  makeUpBy!: string | null;

  @Field(() => Int, { nullable: true, description: 'How many were to attend (应到).' })
  entitledCount!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many attended (实到).' })
  presentCount!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many of those took part remotely (线上).' })
  remoteCount!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many were on leave (请假).' })
  leaveCount!: number | null;

  @Field(() => String, { nullable: true, description: 'What happened (内容摘要).' })
  summary!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was recorded.' })
  recordedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who recorded it.' })
  recordedBy!: string | null;

  @Field(() => ActivitySeries, { nullable: true, description: 'The series of which it is an occurrence.' })
  series!: ActivitySeries | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day on which it was due by the rule of its series, which names it there.',
  })
  occursOn!: string | null;

  @Field({ description: 'It was changed by itself: a change of the whole series leaves it alone.' })
  seriesChanged!: boolean;

  @Field(() => ActivityQuorum, { description: 'Whether enough were present.' })
  quorum!: ActivityQuorum;

  @Field(() => [ActivityStep], { description: 'What was done to it, the latest first; at most 500.' })
  steps!: ActivityStep[];

  @Field(() => ActivityAbilities, { description: 'What you may do here today.' })
  viewerCan!: ActivityAbilities;

  @Field(() => String, { nullable: true, description: "The id in the caller's own system." })
  externalId!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was entered.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was changed last.' })
  updatedAt!: Date;
}

@ObjectType({ description: 'A page of activities.' })
export class ActivityConnection extends connectionOf(Activity) {}
