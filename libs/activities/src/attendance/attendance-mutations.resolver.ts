import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { globalId } from '@dangwu/platform/ids';
import { Reader } from '@dangwu/read-model';
import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import {
  ApproveLeaveInput,
  AttendActivityInput,
  DeclineLeaveInput,
  RecordAttendanceInput,
  RequestLeaveInput,
  StartAttendanceInput,
  WithdrawLeaveInput,
} from './attendance.inputs';
import { LeaveRequestModel } from './attendance.read-model';
import { AttendanceService } from './attendance.service';
import { AttendanceSummaries } from './attendance-summaries';
import { AttendanceSummary, LeaveRequest, OwnActivity } from './attendance.type';
import { LeaveRequests } from './leave-requests';
import { OwnActivities } from './own-activities';
import { SignIns } from './sign-ins';

/** Writes: each delegates, then answers what its caller may see of it. */
@Resolver()
export class AttendanceMutations {
  constructor(
    private readonly reader: Reader,
    private readonly service: AttendanceService,
    private readonly signIns: SignIns,
    private readonly leave: LeaveRequests,
    private readonly summaries: AttendanceSummaries,
    private readonly own: OwnActivities,
  ) {}

  @Requires('attendance.record')
  @Mutation(() => AttendanceSummary, {
    description: 'Set down the roster of an activity that begins; what is set down stays (开始登记参会).',
  })
  async startAttendance(
    @Args('input', { description: 'Which activity.' }) { activityId }: StartAttendanceInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AttendanceSummary> {
    await this.service.start(viewer, activityId);
    return this.summaries.of(viewer, activityId);
  }

  @Requires('attendance.record')
  @Mutation(() => AttendanceSummary, {
    description:
      'Record who attended, for many people at once (登记参会). All rows or none; what is said already changes nothing.',
  })
  async recordAttendance(
    @Args('input', { description: 'Which activity, who.' }) input: RecordAttendanceInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AttendanceSummary> {
    await this.service.record(viewer, input);
    return this.summaries.of(viewer, input.activityId);
  }

  @Requires('attendance.own')
  @Mutation(() => OwnActivity, {
    description: 'Sign in to an activity by the code on the screen of the room (扫码签到).',
  })
  async attendActivity(
    @Args('input', { description: 'Which activity, the code.' }) input: AttendActivityInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<OwnActivity> {
    return this.ownOne(viewer, await this.signIns.attend(viewer, input));
  }

  @Requires('attendance.own')
  @Mutation(() => OwnActivity, { description: 'Ask to be excused from an activity, before it begins (请假).' })
  async requestLeave(
    @Args('input', { description: 'Which activity, why.' }) input: RequestLeaveInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<OwnActivity> {
    return this.ownOne(viewer, await this.leave.ask(viewer, input));
  }

  @Requires('attendance.own')
  @Mutation(() => OwnActivity, { description: 'Take your request for leave back; you may ask again (撤回请假).' })
  async withdrawLeave(
    @Args('input', { description: 'Which activity.' }) { activityId }: WithdrawLeaveInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<OwnActivity> {
    return this.ownOne(viewer, await this.leave.withdraw(viewer, activityId));
  }

  @Requires('attendance.record')
  @Mutation(() => LeaveRequest, { description: 'Approve a request for leave: the member is on leave (批准请假).' })
  approveLeave(
    @Args('input', { description: 'Which request.' }) input: ApproveLeaveInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.request(this.leave.approve(viewer, input), info, viewer);
  }

  @Requires('attendance.record')
  @Mutation(() => LeaveRequest, { description: 'Decline a request for leave, with the reason (不批准请假).' })
  declineLeave(
    @Args('input', { description: 'Which request, why.' }) input: DeclineLeaveInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.request(this.leave.decline(viewer, input), info, viewer);
  }

  private async ownOne(viewer: Viewer, id: string): Promise<OwnActivity> {
    return (await this.own.one(viewer, globalId('Activity', id)))!;
  }

  private async request(written: Promise<string>, info: GraphQLResolveInfo, viewer: Viewer) {
    return this.reader.one(LeaveRequestModel, { key: await written }, info, viewer);
  }
}
