import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Reader } from '@dangwu/read-model';
import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { VenueModel } from './catalogue.read-model';
import { Venue } from './catalogue.type';
import { ChangeVenueInput, CloseVenueInput, RegisterVenueInput } from './venue.inputs';
import { VenuesService } from './venues.service';

/** Writes: each delegates, then reads the venue anew. */
@Resolver()
export class VenueMutations {
  constructor(
    private readonly reader: Reader,
    private readonly service: VenuesService,
  ) {}

  @Requires('venue.maintain')
  @Mutation(() => Venue, { description: 'Register a place where activities are held (登记阵地).' })
  async registerVenue(
    @Args('input', { description: 'The venue.' }) input: RegisterVenueInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(VenueModel, { key: await this.service.register(viewer, input) }, info, viewer);
  }

  @Requires('venue.maintain')
  @Mutation(() => Venue, { description: 'Change a venue.' })
  async changeVenue(
    @Args('input', { description: 'Which venue, what changes.' }) input: ChangeVenueInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(VenueModel, { key: await this.service.change(viewer, input) }, info, viewer);
  }

  @Requires('venue.maintain')
  @Mutation(() => Venue, { description: 'Close a venue from a day on; what was held there keeps it (关闭).' })
  async closeVenue(
    @Args('input', { description: 'Which venue, from when.' }) input: CloseVenueInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(VenueModel, { key: await this.service.close(viewer, input) }, info, viewer);
  }
}
