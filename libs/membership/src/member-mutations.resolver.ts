import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Reader } from '@dangwu/read-model';
import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { AffiliationsService } from './affiliations.service';
import { AppointmentsService } from './appointments.service';
import {
  AppointInput,
  ChangeMemberInput,
  EndAffiliationInput,
  EndAppointmentInput,
  RegisterMemberInput,
  RevealMemberInput,
  TransferAffiliationInput,
  WithdrawAffiliationInput,
} from './member.inputs';
import { MemberModel } from './member.read-model';
import { MemberService } from './member.service';
import { Member } from './member.type';

/** Writes: each delegates, then reads the member anew as its caller may see it. */
@Resolver()
export class MemberMutations {
  constructor(
    private readonly reader: Reader,
    private readonly members: MemberService,
    private readonly affiliations: AffiliationsService,
    private readonly appointments: AppointmentsService,
  ) {}

  @Requires('member.maintain')
  @Mutation(() => Member, { description: 'Register a member with where the member belongs (登记党员).' })
  registerMember(
    @Args('input', { description: 'Who, and where.' }) input: RegisterMemberInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.members.register(viewer, input), info, viewer);
  }

  @Requires('member.maintain')
  @Mutation(() => Member, { description: 'Correct what is known of a member.' })
  changeMember(
    @Args('input', { description: 'What is known.' }) input: ChangeMemberInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.members.change(viewer, input), info, viewer);
  }

  @Requires('member.maintain')
  @Mutation(() => Member, { description: 'Transfer a member (组织关系转接), or add a functional affiliation.' })
  transferAffiliation(
    @Args('input', { description: 'Where to.' }) input: TransferAffiliationInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.affiliations.transfer(viewer, input), info, viewer);
  }

  @Requires('member.maintain')
  @Mutation(() => Member, { description: 'End an affiliation.' })
  endAffiliation(
    @Args('input', { description: 'Which.' }) input: EndAffiliationInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.affiliations.end(viewer, input), info, viewer);
  }

  @Requires('member.maintain')
  @Mutation(() => Member, { description: 'Withdraw an affiliation that has not begun; the one before it goes on.' })
  withdrawAffiliation(
    @Args('input', { description: 'Which.' }) input: WithdrawAffiliationInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.affiliations.withdraw(viewer, input), info, viewer);
  }

  @Requires('member.maintain')
  @Mutation(() => Member, { description: 'Give a member a post (任职).' })
  appoint(
    @Args('input', { description: 'Which post, where.' }) input: AppointInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.appointments.appoint(viewer, input), info, viewer);
  }

  @Requires('member.maintain')
  @Mutation(() => Member, { description: 'Take a post from a member (免职).' })
  endAppointment(
    @Args('input', { description: 'Which.' }) input: EndAppointmentInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.appointments.end(viewer, input), info, viewer);
  }

  @Requires('member.unmask')
  @Mutation(() => String, {
    description: 'One number of one member in the clear. The look, with its reason, stands in the audit log.',
  })
  revealMember(
    @Args('input', { description: 'Which number, and why.' }) input: RevealMemberInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<string> {
    return this.members.reveal(viewer, input);
  }

  private async read(written: Promise<string>, info: GraphQLResolveInfo, viewer: Viewer) {
    return this.reader.one(MemberModel, { key: await written }, info, viewer);
  }
}
