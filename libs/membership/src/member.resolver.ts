import { Access, CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { localId } from '@dangwu/platform/ids';
import { Reader, type Area } from '@dangwu/read-model';
import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { AffiliationsService } from './affiliations.service';
import { AppointmentsService } from './appointments.service';
import { faultOfIdNumber, isPhone, normalizeIdNumber, normalizePhone } from './id-number';
import { MemberCounts, MemberFigures } from './member-figures';
import { MemberNumbers } from './member-numbers';
import { MembersArguments, type MemberCondition, type MemberFilter } from './member.filters';
import {
  AppointInput,
  ChangeMemberInput,
  EndAffiliationInput,
  EndAppointmentInput,
  RegisterMemberInput,
  RevealMemberInput,
  TransferAffiliationInput,
} from './member.inputs';
import { MemberModel } from './member.read-model';
import { MemberService } from './member.service';
import { Member, MemberConnection } from './member.type';

@Resolver()
export class MemberResolver {
  constructor(
    private readonly reader: Reader,
    private readonly access: Access,
    private readonly counts: MemberCounts,
    private readonly numbers: MemberNumbers,
    private readonly members: MemberService,
    private readonly affiliations: AffiliationsService,
    private readonly appointments: AppointmentsService,
  ) {}

  @Requires('member.read')
  @Query(() => Member, { nullable: true, description: 'A member; null when there is none or you may not read it.' })
  member(
    @Args('id', { type: () => ID, description: 'The member.' }) id: string,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(localId('Member', id), info, viewer);
  }

  @Requires('member.read')
  @Query(() => MemberConnection, { name: 'members', description: 'The members you may read.' })
  async list(
    @Args() { within, filter, ...page }: MembersArguments,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const condition = await this.condition(filter ?? {});
    return this.reader.connection(
      MemberModel,
      { ...page, ...(await this.area(viewer, within)), filter: condition },
      info,
      viewer,
    );
  }

  @Requires('member.read')
  @Query(() => MemberFigures, { description: 'Counts over the members you may read.' })
  async memberFigures(
    @Args('within', { type: () => ID, nullable: true, description: 'Only this organization and everything below it.' })
    within: string | null,
    @CurrentViewer() viewer: Viewer,
  ): Promise<MemberFigures> {
    return this.counts.figures(viewer, (await this.area(viewer, within)).within ?? null);
  }

  @Requires('member.maintain')
  @Mutation(() => Member, { description: 'Register a member with the formal affiliation.' })
  async registerMember(
    @Args('input', { description: 'Who, and where.' }) input: RegisterMemberInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(await this.members.register(viewer, input), info, viewer);
  }

  @Requires('member.maintain')
  @Mutation(() => Member, { description: 'Correct what is known of a member.' })
  async changeMember(
    @Args('input', { description: 'What is known.' }) input: ChangeMemberInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(await this.members.change(viewer, input), info, viewer);
  }

  @Requires('member.maintain')
  @Mutation(() => Member, { nullable: true, description: 'Transfer a member, or add a functional affiliation.' })
  async transferAffiliation(
    @Args('input', { description: 'Where to.' }) input: TransferAffiliationInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(await this.affiliations.transfer(viewer, input), info, viewer);
  }

  @Requires('member.maintain')
  @Mutation(() => Member, { description: 'End an affiliation.' })
  async endAffiliation(
    @Args('input', { description: 'Which.' }) input: EndAffiliationInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(await this.affiliations.end(viewer, input), info, viewer);
  }

  @Requires('member.maintain')
  @Mutation(() => Member, { description: 'Give a member a post.' })
  async appoint(
    @Args('input', { description: 'Which post, where.' }) input: AppointInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(await this.appointments.appoint(viewer, input), info, viewer);
  }

  @Requires('member.maintain')
  @Mutation(() => Member, { description: 'Take a post from a member.' })
  async endAppointment(
    @Args('input', { description: 'Which.' }) input: EndAppointmentInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(await this.appointments.end(viewer, input), info, viewer);
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

  private read(key: string, info: GraphQLResolveInfo, viewer: Viewer) {
    return this.reader.one(MemberModel, { key }, info, viewer);
  }

  /** A whole number is searched by its mark, so that the number itself is in no statement and no log. */
  private async condition({
    search,
    organizationId,
    includeLeft,
    kinds,
    ...rest
  }: MemberFilter): Promise<MemberCondition> {
    const text = search?.trim() ?? '';
    const [id, phone] = [normalizeIdNumber(text), normalizePhone(text)];
    const [idMark] = faultOfIdNumber(id) === null ? await this.numbers.idMarks([id]) : [];
    const [phoneMark] = isPhone(phone) ? await this.numbers.phoneMarks([phone]) : [];
    return {
      ...rest,
      ...(idMark ? { idMark: idMark.toString('hex') } : {}),
      ...(phoneMark ? { phoneMark: phoneMark.toString('hex') } : {}),
      ...(text && !idMark && !phoneMark ? { search: text } : {}),
      ...(includeLeft ? {} : { present: true }),
      ...(organizationId
        ? { affiliatedWith: [localId('PartyOrganization', organizationId), ...(kinds ?? ['FORMAL', 'FUNCTIONAL'])] }
        : {}),
    };
  }

  private async area(viewer: Viewer, within: string | null | undefined): Promise<{ within?: Area }> {
    return within ? { within: await this.access.below(viewer, within) } : {};
  }
}
