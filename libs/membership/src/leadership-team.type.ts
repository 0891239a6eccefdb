import { connectionOf, DateScalar } from '@dangwu/platform/graphql';
import { OrganizationIdentity } from '@dangwu/organization';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { TeamState } from './member.enums';
import { Appointment } from './member.type';

@ObjectType({ description: 'The leadership an organization elected for a term (班子).' })
export class LeadershipTeam {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => OrganizationIdentity, { nullable: true, description: 'Of which organization.' })
  organization!: OrganizationIdentity | null;

  @Field(() => Int, { description: 'Which term it is, counted from 1 (届次).' })
  termNo!: number;

  @Field(() => DateScalar, { description: 'From which day it is in office.' })
  since!: string;

  @Field(() => DateScalar, { description: 'On which day the term ends, by the rule of the organization’s type.' })
  endsOn!: string;

  @Field(() => DateScalar, { description: 'The day of the election.' })
  electedOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The day on which the next team took over.' })
  until!: string | null;

  @Field(() => Int, { description: 'How many members it is to have (班子职数).' })
  seats!: number;

  @Field({ description: 'The document it rests on.' })
  basis!: string;

  @Field(() => [Appointment], { description: 'Posts held in the organization today, as far as you may read them.' })
  appointments!: Appointment[];

  @Field(() => Int, { description: 'Seats that nobody holds today; 0 for former teams (空缺).' })
  vacancies!: number;

  @Field(() => TeamState, { description: 'Where its term stands today.' })
  state!: TeamState;
}

@ObjectType({ description: 'A page of leadership teams.' })
export class LeadershipTeamConnection extends connectionOf(LeadershipTeam) {}
