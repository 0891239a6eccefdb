import { connectionOf, DateScalar, Node } from '@dangwu/platform/graphql';
import { OrganizationIdentity } from '@dangwu/organization';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { TeamState } from '../member.enums';
import { Appointment } from '../member.type';

@ObjectType({
  implements: () => [Node],
  description:
    'The leadership an organization elected for a term (班子). What is said of a day is said of today, or of the day asked for.',
})
export class LeadershipTeam implements Node {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => OrganizationIdentity, { nullable: true, description: 'Of which organization.' })
  organization!: OrganizationIdentity | null;

  @Field(() => Int, { description: 'Which term it is, counted from 1 (届次).' })
  termNo!: number;

  @Field(() => DateScalar, { description: 'The day of the election, from which the term runs.' })
  since!: string;

  @Field(() => DateScalar, { description: 'On which day the term ends, by the rule of the organization’s type.' })
  endsOn!: string;

  @Field(() => DateScalar, {
    description: 'From which day the next election is to be prepared, by the rule term.remind.',
  })
  remindOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The day on which the next team took over.' })
  until!: string | null;

  @Field(() => Int, { description: 'How many members it is to have (班子职数).' })
  seats!: number;

  @Field({ description: 'The document it rests on.' })
  basis!: string;

  @Field(() => [Appointment], {
    description: 'Posts held in the organization on the day; for a former team those of its last day (at most 99).',
  })
  appointments!: Appointment[];

  @Field(() => Int, { description: 'Seats that nobody holds on the day; 0 for former teams (空缺).' })
  vacancies!: number;

  @Field(() => TeamState, { description: 'Where its term stands.' })
  state!: TeamState;

  @Field(() => ElectionAlarm, {
    nullable: true,
    description: 'The election to prepare, while the team is in office and its term ends soon or has ended.',
  })
  alarm!: ElectionAlarm | null;
}

@ObjectType({ description: 'A page of leadership teams.' })
export class LeadershipTeamConnection extends connectionOf(LeadershipTeam) {}

@ObjectType({
  description:
    'An election to prepare (换届提醒): the term of an organization ends soon, or has ended, whether or not its team is registered. It goes when the election is recorded.',
})
export class ElectionAlarm {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => OrganizationIdentity, { nullable: true, description: 'In which organization.' })
  organization!: OrganizationIdentity | null;

  @Field(() => TeamState, { description: 'ENDING or OVERDUE.' })
  state!: TeamState;

  @Field(() => DateScalar, { description: 'On which day the term ends, or ended.' })
  endsOn!: string;

  @Field(() => DateScalar, { description: 'From which day it stands: the day of the reminder, or of the end.' })
  since!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'When the staff that maintain the organization and its secretary were told; null: not yet.',
  })
  toldOn!: string | null;

  @Field(() => LeadershipTeam, { nullable: true, description: 'The team in office; null when none is registered.' })
  team!: LeadershipTeam | null;
}

@ObjectType({ description: 'A page of elections to prepare.' })
export class ElectionAlarmConnection extends connectionOf(ElectionAlarm) {}
