import { connectionOf, DateScalar, DateTimeScalar, Node } from '@dangwu/platform/graphql';
import { Pii } from '@dangwu/platform/personal-data';
import { OrganizationIdentity } from '@dangwu/organization';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Member } from '../member.type';
import { HandoverItemState, HandoverState, StaffTime } from './staff.enums';
import { purposes } from '../purposes';

@ObjectType({ description: 'What you may do with one of the staff.' })
export class StaffAbilities {
  @Field({ description: 'Change, end, hand over.' })
  maintain!: boolean;

  @Field({ description: 'Reveal the phone, giving the reason.' })
  unmask!: boolean;
}

@ObjectType({
  implements: () => [Node],
  description: 'Somebody who does party-affairs work at an organization (党务工作者), from a day, until a day.',
})
export class StaffAssignment implements Node {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => Int, { description: 'Pass it back when changing it; a stale one is refused with CONFLICT.' })
  version!: number;

  @Pii('ORDINARY', purposes.duty)
  @Field({ description: 'Name, as the person was called when assigned.' })
  name!: string;

  @Field(() => Member, {
    nullable: true,
    description: 'Who it is on the register; null for others, or where you may not read the member.',
  })
  member!: Member | null;

  @Field(() => OrganizationIdentity, { nullable: true, description: 'At which organization.' })
  organization!: OrganizationIdentity | null;

  @Field({ description: 'What the work is called (岗位).' })
  position!: string;

  @Field(() => StaffTime, { description: 'Full-time or part-time (专职或兼职).' })
  time!: StaffTime;

  @Pii('SENSITIVE', purposes.contact)
  @Field(() => String, {
    nullable: true,
    description: 'The phone, its last four digits only; revealStaffPhone shows it to those who may.',
  })
  phone!: string | null;

  @Field(() => DateScalar, { description: 'From which day.' })
  since!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it no longer held.' })
  until!: string | null;

  @Field({ description: 'The document it rests on.' })
  basis!: string;

  @Field({ description: 'Whether the assignment has ended by the day and the work was handed over to nobody.' })
  handoverMissing!: boolean;

  @Field(() => [Handover], { description: 'Handovers from this assignment, the latest first (at most 20).' })
  handovers!: Handover[];

  @Field(() => StaffAbilities, { description: 'What you may do here today.' })
  viewerCan!: StaffAbilities;
}

@ObjectType({ description: 'A page of staff.' })
export class StaffAssignmentConnection extends connectionOf(StaffAssignment) {}

@ObjectType({ description: 'A thing to hand over.' })
export class HandoverItem {
  @Field({ description: 'What it is.' })
  text!: string;

  @Field(() => HandoverItemState, { description: 'What became of it.' })
  state!: HandoverItemState;

  @Field(() => String, { nullable: true, description: 'What else was said of it.' })
  note!: string | null;
}

@ObjectType({ implements: () => [Node], description: 'Work that goes from one of the staff to another (工作交接).' })
export class Handover implements Node {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => Int, { description: 'Pass it back when changing it; a stale one is refused with CONFLICT.' })
  version!: number;

  @Field(() => OrganizationIdentity, { nullable: true, description: 'At which organization.' })
  organization!: OrganizationIdentity | null;

  @Field(() => StaffAssignment, { nullable: true, description: 'Who hands over (移交人).' })
  from!: StaffAssignment | null;

  @Field(() => StaffAssignment, { nullable: true, description: 'Who takes over (接收人).' })
  to!: StaffAssignment | null;

  @Field(() => DateScalar, { description: 'On which day it is to be done.' })
  dueOn!: string;

  @Field(() => HandoverState, { description: 'Where it stands.' })
  state!: HandoverState;

  @Field(() => [HandoverItem], { description: 'What is to be handed over, in order (at most 100).' })
  items!: HandoverItem[];

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the side that hands over confirmed it.' })
  fromConfirmedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who confirmed it for the side that hands over.' })
  fromConfirmedByName!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the side that takes over confirmed it.' })
  toConfirmedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who confirmed it for the side that takes over.' })
  toConfirmedByName!: string | null;
}

@ObjectType({ description: 'A page of handovers.' })
export class HandoverConnection extends connectionOf(Handover) {}

@ObjectType({ description: 'Counts over the party-affairs staff you may read (党务干部力量).' })
export class StaffFigures {
  @Field(() => Int, { description: 'All assignments on the day.' })
  total!: number;

  @Field(() => Int, { description: 'Full-time (专职).' })
  fullTime!: number;

  @Field(() => Int, { description: 'Part-time (兼职).' })
  partTime!: number;

  @Field(() => Int, { description: 'Organizations that have any.' })
  organizations!: number;

  @Field(() => Int, { description: 'Handovers that are overdue on the day.' })
  overdueHandovers!: number;
}
