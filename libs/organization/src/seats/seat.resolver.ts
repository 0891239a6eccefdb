import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Reader } from '@dangwu/read-model';
import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { PartyOrganizationModel } from '../organization.read-model';
import { PartyOrganization } from '../organization.type';
import { FillSeatInput, VacateSeatInput } from './seat.inputs';
import { Seats } from './seats';

@Resolver()
export class SeatResolver {
  constructor(
    private readonly reader: Reader,
    private readonly seats: Seats,
  ) {}

  @Requires('organization.maintain')
  @Mutation(() => PartyOrganization, { description: 'Put somebody on the roster of a body (增补).' })
  async fillSeat(
    @Args('input', { description: 'Who, as what, from when.' }) input: FillSeatInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(PartyOrganizationModel, { key: await this.seats.fill(viewer, input) }, info, viewer);
  }

  @Requires('organization.maintain')
  @Mutation(() => PartyOrganization, { description: 'Take somebody off the roster of a body (退出).' })
  async vacateSeat(
    @Args('input', { description: 'Which seat, from when.' }) input: VacateSeatInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(PartyOrganizationModel, { key: await this.seats.vacate(viewer, input) }, info, viewer);
  }
}
