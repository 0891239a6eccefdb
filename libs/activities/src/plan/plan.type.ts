import { connectionOf, DateScalar, DateTimeScalar, LocalText, Node, PageInfo } from '@dangwu/platform/graphql';
import { Job } from '@dangwu/desk';
import { OrganizationIdentity } from '@dangwu/organization';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Activity } from '../activity/activity.type';
import { ActivityType, Venue } from '../catalogue/catalogue.type';
import { PlanItemState } from './plan.enums';

@ObjectType({ description: 'When activities of one type are held.' })
export class PlanTypeSettings {
  @Field(() => ID, { description: 'The type.' })
  activityTypeId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'On a fixed day of the week: 1 Monday to 7 Sunday; null: that of the rule, or any.',
  })
  weekday!: number | null;

  @Field({ description: 'When it begins, HH:MM.' })
  from!: string;

  @Field(() => Int, { description: 'How many minutes it takes.' })
  minutes!: number;

  @Field(() => ID, { nullable: true, description: 'The venue; null: none.' })
  venueId!: string | null;
}

@ObjectType({ description: 'How a plan is made.' })
export class PlanSettings {
  @Field({ description: 'Nothing begins earlier in the day, but what is set to.' })
  opensAt!: string;

  @Field({ description: 'Nothing ends later in the day, but what is set to.' })
  closesAt!: string;

  @Field(() => [PlanTypeSettings], { description: 'The types, each once.' })
  types!: PlanTypeSettings[];
}

@ObjectType({
  implements: () => [Node],
  description: 'What an organization and all it leads are to hold in a year (年度计划).',
})
export class YearPlan implements Node {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => Int, { description: 'Rises with every change; changes are sent with the one read last.' })
  version!: number;

  @Field(() => OrganizationIdentity, { nullable: true, description: 'For whom, with all that it leads.' })
  organization!: OrganizationIdentity | null;

  @Field(() => Int, { description: 'For which year.' })
  year!: number;

  @Field(() => PlanSettings, { description: 'How it is made.' })
  settings!: PlanSettings;

  @Field(() => Job, {
    nullable: true,
    description: 'The work that proposes or publishes it, or did last; null when it is that of somebody else.',
  })
  job!: Job | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was proposed last; null: not yet.' })
  proposedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was published last; null: never.' })
  publishedAt!: Date | null;
}

@ObjectType({ description: 'A page of plans.' })
export class YearPlanConnection extends connectionOf(YearPlan) {}

@ObjectType({
  implements: () => [Node],
  description: 'One activity that a plan proposes (计划项). It is an activity once the plan is published.',
})
export class PlanItem implements Node {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => Int, { description: 'Rises with every change; changes are sent with the one read last.' })
  version!: number;

  @Field(() => OrganizationIdentity, { nullable: true, description: 'Which organization is to hold it.' })
  organization!: OrganizationIdentity | null;

  @Field(() => ActivityType, { nullable: true, description: 'Its type.' })
  activityType!: ActivityType | null;

  @Field(() => PlanItemState, { description: 'Where it stands.' })
  state!: PlanItemState;

  @Field(() => DateScalar, { description: 'First day on which it counts for what the rule asks.' })
  periodFrom!: string;

  @Field(() => DateScalar, { description: 'Last day on which it counts for what the rule asks.' })
  periodTo!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Its day; null: it has none yet.' })
  heldOn!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it begins.' })
  startsAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ends.' })
  endsAt!: Date | null;

  @Field(() => Venue, { nullable: true, description: 'The venue.' })
  venue!: Venue | null;

  @Field({ description: 'A person moved it: planning anew leaves it where it is.' })
  byHand!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it was left out.' })
  leftOutReason!: string | null;

  @Field(() => LocalText, { nullable: true, description: 'Why it has no time, or could not be published.' })
  fault!: LocalText | null;

  @Field(() => Activity, { nullable: true, description: 'What it became.' })
  activity!: Activity | null;
}

@ObjectType({ description: 'A page of items.' })
export class PlanItemConnection extends connectionOf(PlanItem) {}

@ObjectType({ description: 'How many items of a plan stand where.' })
export class PlanCounts {
  @Field(() => Int, { description: 'With a time, to be published.' })
  placed!: number;

  @Field(() => Int, { description: 'Without a time.' })
  unplaced!: number;

  @Field(() => Int, { description: 'Left out with a reason.' })
  leftOut!: number;

  @Field(() => Int, { description: 'Published.' })
  published!: number;
}

@ObjectType({ description: 'What a plan has for an organization in a month.' })
export class PlanMonth extends PlanCounts {
  @Field(() => Int, { description: '1 to 12; what has no time stands in the month in which its period ends.' })
  month!: number;
}

@ObjectType({ description: 'What a plan has for one organization.' })
export class PlanRow {
  @Field(() => ID, { description: 'The organization.' })
  organizationId!: string;

  @Field({ description: 'Its name.' })
  name!: string;

  @Field(() => Int, { description: 'How far below the organization of the plan.' })
  depth!: number;

  @Field(() => [PlanMonth], { description: 'The months that have something.' })
  months!: PlanMonth[];
}

@ObjectType({ description: 'A plan by organization and month.' })
export class YearPlanOverview {
  @Field(() => PlanCounts, { description: 'Over the whole plan.' })
  counts!: PlanCounts;

  @Field(() => Int, { description: 'How many organizations have something.' })
  organizationCount!: number;

  @Field(() => [PlanRow], { description: 'The organizations of this page, in the order of the tree.' })
  rows!: PlanRow[];

  @Field({ description: 'Where the page stands.' })
  pageInfo!: PageInfo;
}

@ObjectType({ description: 'One thing that planning anew would change.' })
export class PlanChange {
  @Field(() => OrganizationIdentity, { nullable: true, description: 'Of which organization.' })
  organization!: OrganizationIdentity | null;

  @Field(() => ActivityType, { nullable: true, description: 'Of which type.' })
  activityType!: ActivityType | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it stands there now; null: it does not.' })
  from!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it would; null: no more, or it finds no time.' })
  to!: Date | null;
}

@ObjectType({ description: 'What planning anew would change. Nothing is written by asking.' })
export class YearPlanChanges {
  @Field(() => Int, { description: 'Items that would come.' })
  added!: number;

  @Field(() => Int, { description: 'Items that would move.' })
  moved!: number;

  @Field(() => Int, { description: 'Items that would go: they are asked for no more.' })
  removed!: number;

  @Field(() => [PlanChange], { description: 'The first of them, at most 50.' })
  changes!: PlanChange[];
}
