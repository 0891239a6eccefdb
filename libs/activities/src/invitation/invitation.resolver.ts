import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Reader } from '@dangwu/read-model';
import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { OfActivityArguments } from '../attendance/attendance.filters';
import { AttendanceSummaries } from '../attendance/attendance-summaries';
import { AttendanceSummary } from '../attendance/attendance.type';
import { Called } from './called-people';
import { CalledPeople, CalledPeopleArguments } from './called-people.type';
import { InviteToActivityInput, WithdrawInvitationsInput } from './invitation.inputs';
import { InvitationModel } from './invitation.read-model';
import { InvitationConnection } from './invitation.type';
import { Invitations } from './invitations';

@Resolver()
export class InvitationResolver {
  constructor(
    private readonly reader: Reader,
    private readonly service: Invitations,
    private readonly summaries: AttendanceSummaries,
    private readonly called: Called,
  ) {}

  @Requires('attendance.read')
  @Query(() => InvitationConnection, { description: 'Who is invited to an activity (邀请).' })
  invitations(
    @Args() { activityId, ...page }: OfActivityArguments,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.connection(InvitationModel, { ...page, order: 'MADE', filter: { activityId } }, info, viewer);
  }

  @Requires('attendance.record')
  @Query(() => [CalledPeople], {
    description:
      'Who is meant by names of a list, in its order, before anybody is invited: one, several to choose from, or nobody (按姓名认人).',
  })
  peopleCalled(
    @Args() { activityId, names }: CalledPeopleArguments,
    @CurrentViewer() viewer: Viewer,
  ): Promise<CalledPeople[]> {
    return this.called.find(viewer, activityId, names);
  }

  @Requires('attendance.record')
  @Mutation(() => AttendanceSummary, {
    description:
      'Invite organizations, holders of posts and people to an activity; who is invited stays so (邀请参会).',
  })
  async inviteToActivity(
    @Args('input', { description: 'Which activity, whom.' }) input: InviteToActivityInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AttendanceSummary> {
    await this.service.invite(viewer, input);
    return this.summaries.of(viewer, input.activityId);
  }

  @Requires('attendance.record')
  @Mutation(() => AttendanceSummary, {
    description: 'Take invitations back; a roster that is set down stays (撤回邀请).',
  })
  async withdrawInvitations(
    @Args('input', { description: 'Which activity, which invitations.' }) input: WithdrawInvitationsInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AttendanceSummary> {
    await this.service.withdraw(viewer, input);
    return this.summaries.of(viewer, input.activityId);
  }
}
