import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { AsOf, asOfOption, day, PartyOrganization, withinOption } from '@dangwu/organization';
import { localId } from '@dangwu/platform/ids';
import { Reader } from '@dangwu/read-model';
import { Args, ID, Info, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { StaffCounts } from './staff-figures';
import { HandoversArguments, StaffArguments } from './staff.filters';
import { HandoverModel, StaffAssignmentModel } from './staff.read-model';
import { Handover, HandoverConnection, StaffAssignment, StaffAssignmentConnection, StaffFigures } from './staff.type';

/** Reads. Writes stand in `staff-mutations.resolver.ts`. */
@Resolver()
export class StaffResolver {
  constructor(
    private readonly reader: Reader,
    private readonly asOf: AsOf,
    private readonly counts: StaffCounts,
  ) {}

  @Requires('staff.read')
  @Query(() => StaffAssignment, {
    nullable: true,
    description: 'One of the staff; null when there is none or you may not read it.',
  })
  staffAssignment(
    @Args('id', { type: () => ID, description: 'The assignment.' }) id: string,
    @Args('asOf', asOfOption) asOf: string | null,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(StaffAssignmentModel, { key: localId('StaffAssignment', id), ...day(asOf) }, info, viewer);
  }

  @Requires('staff.read')
  @Query(() => StaffAssignmentConnection, { description: 'The party-affairs staff you may read (党务工作者).' })
  async staff(
    @Args() { within, asOf, ...page }: StaffArguments,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const place = await this.asOf.place(viewer, { within, asOf });
    return this.reader.connection(StaffAssignmentModel, { ...page, ...place }, info, viewer);
  }

  @Requires('staff.read')
  @Query(() => StaffFigures, { description: 'How many party-affairs staff you may read, full-time and part-time.' })
  async staffFigures(
    @Args('within', withinOption) within: string | null,
    @Args('asOf', asOfOption) asOf: string | null,
    @CurrentViewer() viewer: Viewer,
  ): Promise<StaffFigures> {
    return this.counts.figures(viewer, await this.asOf.place(viewer, { within, asOf }));
  }

  @Requires('staff.read')
  @Query(() => Handover, { nullable: true, description: 'A handover; null when there is none or you may not read it.' })
  handover(
    @Args('id', { type: () => ID, description: 'The handover.' }) id: string,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(HandoverModel, { key: localId('Handover', id) }, info, viewer);
  }

  @Requires('staff.read')
  @Query(() => HandoverConnection, { description: 'The handovers you may read, the latest day first.' })
  async handovers(
    @Args() { within, asOf, ...page }: HandoversArguments,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const place = await this.asOf.place(viewer, { within, asOf });
    return this.reader.connection(HandoverModel, { ...page, ...place }, info, viewer);
  }
}

/** What the roster of staff adds to organizations; `organizationStaff` answers it. */
@Resolver(() => PartyOrganization)
export class OrganizationStaffFields {
  @ResolveField(() => [StaffAssignment], {
    description: 'Who does party-affairs work here, as far as you may read it (at most 100).',
  })
  staff(): void {
    // answered by the read model
  }
}
