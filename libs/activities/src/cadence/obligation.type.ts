import { connectionOf, DateScalar, DateTimeScalar, Node } from '@dangwu/platform/graphql';
import { Pii } from '@dangwu/platform/personal-data';
import { OrganizationIdentity, OrganizationType, Tier } from '@dangwu/organization';
import { Rule } from '@dangwu/rules';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ActivityType } from '../catalogue/catalogue.type';
import { ActorRole, ObligationState, Period } from './cadence.enums';

@ObjectType({ description: 'What you may do with an obligation today.' })
export class ObligationAbilities {
  @Field({ description: 'Waive it, or take its waiver back.' })
  waive!: boolean;

  @Field({ description: 'Plan and record what it asks for, and urge whoever must act.' })
  maintain!: boolean;
}

@ObjectType({ description: 'Somebody who must act for an organization, by the rosters of today.' })
export class ObligationActor {
  @Field(() => ActorRole, { description: 'As what.' })
  role!: ActorRole;

  @Pii('ORDINARY', { zh: '义务由谁负责办理', en: 'who must fulfil what is asked for' })
  @Field({ description: 'Name of the person.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Position of one of the staff.' })
  position!: string | null;

  @Field({ description: 'The organization where the person is on the roster.' })
  organizationName!: string;
}

@ObjectType({ description: 'Who must act for an organization, by the rosters of today.' })
export class ObligationActors {
  @Field(() => [ObligationActor], {
    description: 'Its secretary, else its staff, else the staff of the nearest organization that leads it.',
  })
  people!: ObligationActor[];
}

@ObjectType({
  implements: () => [Node],
  description:
    'What a rule asks of an organization in a period (义务). It is derived from rules, the history of organizations and activities. Its state is that of today.',
})
export class Obligation implements Node {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => Int, { description: 'Rises with every change; changes are sent with the one read last.' })
  version!: number;

  @Field(() => OrganizationIdentity, { nullable: true, description: 'Which organization is to hold it.' })
  organization!: OrganizationIdentity | null;

  @Field(() => ActivityType, { nullable: true, description: 'The type of activity that is to be held.' })
  activityType!: ActivityType | null;

  @Field(() => Rule, {
    nullable: true,
    description: 'The rule that asks for it, as it was in force when the obligation began to apply.',
  })
  rule!: Rule | null;

  @Field(() => Period, { description: 'In which spans it is counted.' })
  period!: Period;

  @Field(() => DateScalar, { description: 'First day of the period.' })
  startsOn!: string;

  @Field(() => DateScalar, { description: 'Last day of the period.' })
  endsOn!: string;

  @Field(() => DateScalar, {
    description: 'From which day of the period it applies: of an organization founded within it, later than its start.',
  })
  dueFrom!: string;

  @Field(() => Int, { description: 'How many activities are to be held (应办次数).' })
  required!: number;

  @Field(() => Int, { description: 'How many are planned and not yet held (已安排).' })
  planned!: number;

  @Field(() => Int, { description: 'How many were held and are not recorded (待补记录).' })
  held!: number;

  @Field(() => Int, { description: 'How many were held and recorded (已记录).' })
  recorded!: number;

  @Field(() => ObligationState, { description: 'Where it stands today.' })
  state!: ObligationState;

  @Field(() => DateScalar, { description: 'From this day on it is at risk while too little is planned.' })
  riskFrom!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was waived; null: it was not.' })
  waivedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who waived it.' })
  waivedBy!: string | null;

  @Field(() => String, { nullable: true, description: 'For which reason it was waived.' })
  waivedReason!: string | null;

  @Field(() => ObligationActors, { nullable: true, description: 'Who must act; null: you may not see its staff.' })
  actors!: ObligationActors | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When those who must act were last urged (催办).' })
  nudgedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who urged them.' })
  nudgedBy!: string | null;

  @Field(() => ObligationAbilities, { description: 'What you may do here today.' })
  viewerCan!: ObligationAbilities;
}

@ObjectType({ description: 'A page of obligations.' })
export class ObligationConnection extends connectionOf(Obligation) {}

@ObjectType({
  implements: () => [Node],
  description:
    'What a rule that says how often applies to (频次要求): which organizations, which activities, in which periods.',
})
export class Cadence implements Node {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => Int, { description: 'Rises with every change; changes are sent with the one read last.' })
  version!: number;

  @Field({
    description: 'Key of the rule in the register, where the number, its basis and house rules above it stand.',
  })
  ruleKey!: string;

  @Field(() => ActivityType, { nullable: true, description: 'The type of activity that is to be held.' })
  activityType!: ActivityType | null;

  @Field(() => Period, { description: 'In which spans it is counted.' })
  period!: Period;

  @Field(() => OrganizationIdentity, {
    nullable: true,
    description: 'Only this organization and those that it leads; null: the whole association.',
  })
  organization!: OrganizationIdentity | null;

  @Field(() => [OrganizationType], { description: 'Organizations of these types hold it.' })
  organizationTypes!: OrganizationType[];

  @Field(() => [Tier], { nullable: true, description: 'Only of these tiers; null: of every tier, and of none.' })
  tiers!: Tier[] | null;

  @Field({ description: 'Only organizations that have a leadership team on the day.' })
  needsCommittee!: boolean;

  @Field(() => Int, { nullable: true, description: 'A fixed day of the week for it: 1 Monday to 7 Sunday; null: any.' })
  weekday!: number | null;

  @Field(() => Int, { description: 'With fewer days left and too little planned an obligation is at risk.' })
  riskDays!: number;

  @Field(() => [Rule], {
    description: 'The rules of that key that are in force today, in every layer (at most 200).',
  })
  rules!: Rule[];

  @Field(() => [Rule], {
    description: 'The rules of that key of all days, in every layer, the latest first (at most 500).',
  })
  history!: Rule[];
}

@ObjectType({ description: 'A page of cadences.' })
export class CadenceConnection extends connectionOf(Cadence) {}
