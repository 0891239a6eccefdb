import { OrganizationIdentity } from '@dangwu/organization';
import { connectionOf, DateScalar, DateTimeScalar, LocalText } from '@dangwu/platform/graphql';
import { Pii } from '@dangwu/platform/personal-data';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ActivityState } from '../activity/activity.enums';
import { AttendanceMethod, AttendanceState, LeaveState } from './attendance.enums';

const purpose = { zh: '登记谁应到、谁到会、谁请假', en: 'who was to attend, who did, who was excused' };
const why = { zh: '说明请假或缺席的原因，供审批', en: 'why somebody is excused, for whoever decides' };

@ObjectType({ description: 'Whether somebody of a roster attended an activity (参会情况).' })
export class Attendance {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => ID, { description: 'The member.' })
  memberId!: string;

  @Pii('ORDINARY', purpose)
  @Field(() => String, {
    nullable: true,
    description: 'Name of the member; null: the member is not on record any more.',
  })
  name!: string | null;

  @Field(() => OrganizationIdentity, {
    nullable: true,
    description: 'Where the member belonged when the roster was set down.',
  })
  organization!: OrganizationIdentity | null;

  @Field({ description: 'Beside those entitled (列席): counts for no quorum and no rate.' })
  guest!: boolean;

  @Field(() => AttendanceState, { description: 'Whether they attended.' })
  state!: AttendanceState;

  @Field(() => AttendanceMethod, { nullable: true, description: 'How it came on record; null: nothing was said yet.' })
  method!: AttendanceMethod | null;

  @Pii('ORDINARY', why)
  @Field(() => String, { nullable: true, description: 'Why, of leave and absence.' })
  reason!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was recorded.' })
  markedAt!: Date | null;

  @Pii('ORDINARY', purpose)
  @Field(() => String, { nullable: true, description: 'By whom, as the account was called then.' })
  markedBy!: string | null;
}

@ObjectType({ description: 'A page of a roster.' })
export class AttendanceConnection extends connectionOf(Attendance) {}

@ObjectType({ description: 'A request to be excused from an activity (请假).' })
export class LeaveRequest {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => Int, { description: 'Pass it back when deciding; a stale one is refused with CONFLICT.' })
  version!: number;

  @Field(() => ID, { description: 'The member.' })
  memberId!: string;

  @Pii('ORDINARY', purpose)
  @Field(() => String, { nullable: true, description: 'Name of the member.' })
  name!: string | null;

  @Pii('ORDINARY', why)
  @Field({ description: 'Why.' })
  reason!: string;

  @Field(() => LeaveState, { description: 'Where it stands.' })
  state!: LeaveState;

  @Field(() => DateTimeScalar, { description: 'When it was asked for.' })
  askedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was decided or withdrawn.' })
  decidedAt!: Date | null;

  @Pii('ORDINARY', purpose)
  @Field(() => String, { nullable: true, description: 'By whom, as the account was called then.' })
  decidedBy!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was declined.' })
  decisionReason!: string | null;
}

@ObjectType({ description: 'A page of requests for leave.' })
export class LeaveRequestConnection extends connectionOf(LeaveRequest) {}

@ObjectType({ description: 'Whether enough are there, by the rule of the type on the day.' })
export class LiveQuorum {
  @Field({ description: 'Whether there are enough.' })
  met!: boolean;

  @Field(() => Int, { description: 'Of how many the rule asks its share: those entitled.' })
  base!: number;

  @Field(() => Int, { description: 'How many must be there.' })
  needed!: number;

  @Field(() => Int, { description: 'How many are.' })
  present!: number;

  @Field(() => LocalText, { description: 'The rule, base and threshold, and how many are missing, in words.' })
  text!: LocalText;

  @Field(() => LocalText, { description: 'What the rule rests on.' })
  basis!: LocalText;
}

@ObjectType({ description: 'The attendance of an activity in numbers, as it stands now.' })
export class AttendanceSummary {
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the roster was set down; null: not yet.' })
  frozenAt!: Date | null;

  @Field(() => Int, {
    description: 'To attend: those entitled; until the roster is set down as the register says today.',
  })
  entitled!: number;

  @Field(() => Int, { description: 'Of them there: in time, late or remotely.' })
  present!: number;

  @Field(() => Int, { description: 'Of those present, late ones.' })
  late!: number;

  @Field(() => Int, { description: 'Of those present, remote ones.' })
  remote!: number;

  @Field(() => Int, { description: 'On leave; until the roster is set down, leave that was approved.' })
  onLeave!: number;

  @Field(() => Int, { description: 'Absent.' })
  absent!: number;

  @Field(() => Int, { description: 'Made up for it afterwards.' })
  madeUp!: number;

  @Field(() => Int, { description: 'Of whom nothing was said yet.' })
  unmarked!: number;

  @Field(() => Int, { description: 'Beside those entitled (列席).' })
  guests!: number;

  @Field(() => Int, { description: 'Of those, how many are there.' })
  guestsPresent!: number;

  @Field({ description: 'Whether attendance is kept by name, so that the counts of the record follow from it.' })
  named!: boolean;

  @Field(() => Int, { description: 'Requests for leave that await a decision.' })
  leaveAsked!: number;

  @Field(() => DateTimeScalar, { description: 'From when attendance is recorded.' })
  opensAt!: Date;

  @Field({ description: 'Whether it can be signed in to now, with the code on a screen.' })
  signInOpen!: boolean;

  @Field({ description: 'Whether its attendance can be recorded now.' })
  recordable!: boolean;

  @Field({ description: 'Whether you may invite, record attendance and decide on leave.' })
  viewerCanRecord!: boolean;

  @Field(() => LiveQuorum, { nullable: true, description: 'Null: no rule asks for presence, or nobody is entitled.' })
  quorum!: LiveQuorum | null;
}

@ObjectType({ description: 'What the screen of the room shows for signing in.' })
export class SignInCode {
  @Field({ description: 'The code, taken for about a minute.' })
  code!: string;

  @Field(() => DateTimeScalar, { description: 'When the next one takes its place.' })
  changesAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Until when one can sign in: the end of the activity.' })
  closesAt!: Date;
}

@ObjectType({ description: "One's own request for leave." })
export class OwnLeave {
  @Field(() => LeaveState, { description: 'Where it stands.' })
  state!: LeaveState;

  @Pii('ORDINARY', why)
  @Field({ description: 'Why one asked.' })
  reason!: string;

  @Field(() => String, { nullable: true, description: 'Why it was declined.' })
  decisionReason!: string | null;
}

@ObjectType({ description: 'An activity that one is entitled or invited to (我的活动).' })
export class OwnActivity {
  @Field(() => ID, { description: 'The activity.' })
  id!: string;

  @Field({ description: 'Its title.' })
  title!: string;

  @Field(() => ActivityState, { description: 'Where it stands.' })
  state!: ActivityState;

  @Field(() => DateTimeScalar, { description: 'When it begins.' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends.' })
  endsAt!: Date;

  @Field(() => DateScalar, { description: "The day it begins, in the association's zone." })
  heldOn!: string;

  @Field({ description: 'Which organization holds it.' })
  organizationName!: string;

  @Field(() => LocalText, { description: 'Its type.' })
  type!: LocalText;

  @Field(() => String, { nullable: true, description: 'Where: the venue and the place in it.' })
  place!: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the meeting online.' })
  link!: string | null;

  @Field({ description: 'Whether one attends beside those entitled (列席).' })
  guest!: boolean;

  @Field(() => AttendanceState, {
    nullable: true,
    description: 'Whether one attended; null: the roster is not set down.',
  })
  attendance!: AttendanceState | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When that was recorded.' })
  markedAt!: Date | null;

  @Field(() => OwnLeave, { nullable: true, description: 'What one asked for; null: nothing.' })
  leave!: OwnLeave | null;

  @Field({ description: 'Whether one can sign in now, with the code on the screen of the room.' })
  canSignIn!: boolean;

  @Field({ description: 'Whether one can ask for leave.' })
  canAskLeave!: boolean;

  @Field({ description: 'Whether one can take the request for leave back.' })
  canWithdrawLeave!: boolean;
}
