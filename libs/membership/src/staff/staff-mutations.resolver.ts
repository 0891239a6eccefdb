import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Reader } from '@dangwu/read-model';
import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { HandoversService } from './handovers.service';
import {
  AssignStaffInput,
  ChangeHandoverInput,
  ChangeStaffInput,
  ConfirmHandoverInput,
  EndStaffInput,
  PlanHandoverInput,
  RevealStaffPhoneInput,
  WithdrawHandoverInput,
} from './staff.inputs';
import { HandoverModel, StaffAssignmentModel } from './staff.read-model';
import { StaffService } from './staff.service';
import { Handover, StaffAssignment } from './staff.type';

/** Writes: each delegates, then reads anew as its caller may see it. */
@Resolver()
export class StaffMutations {
  constructor(
    private readonly reader: Reader,
    private readonly service: StaffService,
    private readonly handovers: HandoversService,
  ) {}

  @Requires('staff.maintain')
  @Mutation(() => StaffAssignment, { description: 'Assign somebody to party-affairs work (配备党务工作者).' })
  assignStaff(
    @Args('input', { description: 'Who, where.' }) input: AssignStaffInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.staff(this.service.assign(viewer, input), info, viewer);
  }

  @Requires('staff.maintain')
  @Mutation(() => StaffAssignment, { description: 'Correct what is known of one of the staff.' })
  changeStaff(
    @Args('input', { description: 'What is known.' }) input: ChangeStaffInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.staff(this.service.change(viewer, input), info, viewer);
  }

  @Requires('staff.maintain')
  @Mutation(() => StaffAssignment, { description: 'End an assignment (结束任职). It stays with its history.' })
  endStaff(
    @Args('input', { description: 'Which, from when.' }) input: EndStaffInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.staff(this.service.end(viewer, input), info, viewer);
  }

  @Requires('member.unmask')
  @Mutation(() => String, {
    description: 'The phone of one of the staff in the clear. The look, with its reason, stands in the audit log.',
  })
  revealStaffPhone(
    @Args('input', { description: 'Whose, and why.' }) input: RevealStaffPhoneInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<string> {
    return this.service.reveal(viewer, input);
  }

  @Requires('staff.maintain')
  @Mutation(() => Handover, { description: 'Plan that work goes from one to another (安排交接).' })
  planHandover(
    @Args('input', { description: 'From whom, to whom, what.' }) input: PlanHandoverInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.handover(this.handovers.plan(viewer, input), info, viewer);
  }

  @Requires('staff.maintain')
  @Mutation(() => Handover, { description: 'Say what is to be handed over, and what became of it.' })
  changeHandover(
    @Args('input', { description: 'The list.' }) input: ChangeHandoverInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.handover(this.handovers.change(viewer, input), info, viewer);
  }

  @Requires('staff.maintain')
  @Mutation(() => Handover, {
    description: 'Confirm a handover for one side; the other side is confirmed by somebody else.',
  })
  confirmHandover(
    @Args('input', { description: 'Which, for which side.' }) input: ConfirmHandoverInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.handover(this.handovers.confirm(viewer, input), info, viewer);
  }

  @Requires('staff.maintain')
  @Mutation(() => Handover, { nullable: true, description: 'Withdraw a handover that nobody confirmed. Answers null.' })
  withdrawHandover(
    @Args('input', { description: 'Which.' }) input: WithdrawHandoverInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.handover(this.handovers.withdraw(viewer, input), info, viewer);
  }

  private async staff(written: Promise<string>, info: GraphQLResolveInfo, viewer: Viewer) {
    return this.reader.one(StaffAssignmentModel, { key: await written }, info, viewer);
  }

  private async handover(written: Promise<string>, info: GraphQLResolveInfo, viewer: Viewer) {
    return this.reader.one(HandoverModel, { key: await written }, info, viewer);
  }
}
