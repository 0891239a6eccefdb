import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { DateScalar } from '@dangwu/platform/graphql';
import { IsDay } from '@dangwu/organization';
import { Reader } from '@dangwu/read-model';
import { Args, ArgsType, Field, ID, Info, Query, Resolver } from '@nestjs/graphql';
import { Validate } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { AttendanceArguments, OfActivityArguments } from './attendance.filters';
import { AttendanceModel, LeaveRequestModel } from './attendance.read-model';
import {
  AttendanceConnection,
  AttendanceSummary,
  LeaveRequestConnection,
  OwnActivity,
  SignInCode,
} from './attendance.type';
import { AttendanceSummaries } from './attendance-summaries';
import { OwnActivities } from './own-activities';
import { SignIns } from './sign-ins';

@ArgsType()
class OwnActivitiesArguments {
  @Field(() => DateScalar, { description: 'Held on this day or later.' })
  @Validate(IsDay)
  from!: string;

  @Field(() => DateScalar, { description: 'Held before this day.' })
  @Validate(IsDay)
  to!: string;
}

const which = { type: () => ID, description: 'Which activity.' };

/** Reads. Writes stand in `attendance-mutations.resolver.ts`. */
@Resolver()
export class AttendanceResolver {
  constructor(
    private readonly reader: Reader,
    private readonly summaries: AttendanceSummaries,
    private readonly own: OwnActivities,
    private readonly signIns: SignIns,
  ) {}

  @Requires('attendance.read')
  @Query(() => AttendanceConnection, {
    description: 'The roster of an activity, once it is set down: who is entitled, who attended (参会名单).',
  })
  attendance(
    @Args() { activityId, filter, ...page }: AttendanceArguments,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const asked = { ...page, order: 'ROSTER' as const, filter: { ...filter, activityId } };
    return this.reader.connection(AttendanceModel, asked, info, viewer);
  }

  @Requires('attendance.read')
  @Query(() => LeaveRequestConnection, { description: 'Who asked to be excused from an activity (请假申请).' })
  leaveRequests(
    @Args() { activityId, ...page }: OfActivityArguments,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.connection(LeaveRequestModel, { ...page, order: 'ASKED', filter: { activityId } }, info, viewer);
  }

  @Requires('attendance.read')
  @Query(() => AttendanceSummary, {
    description: 'The attendance of an activity in numbers, and whether enough are there (实时到会).',
  })
  attendanceSummary(
    @Args('activityId', which) activityId: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AttendanceSummary> {
    return this.summaries.of(viewer, activityId);
  }

  @Requires('attendance.record')
  @Query(() => SignInCode, {
    description: 'The code for the screen of the room; it changes every 15 seconds (签到码).',
  })
  signInCode(@Args('activityId', which) activityId: string, @CurrentViewer() viewer: Viewer): Promise<SignInCode> {
    return this.signIns.code(viewer, activityId);
  }

  @Requires('attendance.own')
  @Query(() => [OwnActivity], {
    description: 'What one is entitled or invited to in some days, the soonest first, at most 200 (我的活动).',
  })
  ownActivities(@Args() { from, to }: OwnActivitiesArguments, @CurrentViewer() viewer: Viewer): Promise<OwnActivity[]> {
    return this.own.between(viewer, from, to);
  }

  @Requires('attendance.own')
  @Query(() => OwnActivity, { nullable: true, description: 'One of them; null: it does not expect one.' })
  ownActivity(
    @Args('activityId', which) activityId: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<OwnActivity | null> {
    return this.own.one(viewer, activityId);
  }
}
