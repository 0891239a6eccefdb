import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Reader } from '@dangwu/read-model';
import { Args, Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { TermKind } from './catalogue.enums';
import { includeRetiredOption, VenueDays, VenuesArguments } from './catalogue.filters';
import { ActivityTypeModel, CatalogueTermModel, VenueModel } from './catalogue.read-model';
import { ActivityType, CatalogueTerm, CatalogueUse, VenueBooking, VenueConnection } from './catalogue.type';
import { CatalogueUses } from './catalogue-use';
import { VenueOccupancy } from './venue-occupancy';

/** Reads. Writes stand in `catalogue-mutations.resolver.ts` and `venue-mutations.resolver.ts`. */
@Resolver()
export class CatalogueResolver {
  constructor(
    private readonly reader: Reader,
    private readonly occupancy: VenueOccupancy,
    private readonly uses: CatalogueUses,
  ) {}

  @Requires('catalogue.read')
  @Query(() => [ActivityType], { description: 'The types of activities, in their order (活动类型).' })
  activityTypes(
    @Args('includeRetired', includeRetiredOption) includeRetired: boolean | null,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const filter = { includeRetired: includeRetired ?? false };
    return this.reader.list(ActivityTypeModel, { order: 'SORT', filter }, info, viewer);
  }

  @Requires('catalogue.read')
  @Query(() => [CatalogueTerm], { description: 'Topics, lines and forms, in their order (主题、工作线、形式).' })
  catalogueTerms(
    @Args('kind', { type: () => TermKind, nullable: true, description: 'Only those of this kind.' })
    kind: TermKind | null,
    @Args('includeRetired', includeRetiredOption) includeRetired: boolean | null,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const filter = { includeRetired: includeRetired ?? false, ...(kind && { kind }) };
    return this.reader.list(CatalogueTermModel, { order: 'SORT', filter }, info, viewer);
  }

  @Requires('catalogue.read')
  @Query(() => [CatalogueUse], {
    description: 'How many activities have each type, topic, line and form; of what none has nothing is said.',
  })
  catalogueUse(@CurrentViewer() viewer: Viewer): Promise<CatalogueUse[]> {
    return this.uses.of(viewer);
  }

  @Requires('catalogue.read')
  @Query(() => VenueConnection, { description: 'The places where activities are held (阵地).' })
  venues(@Args() page: VenuesArguments, @Info() info: GraphQLResolveInfo, @CurrentViewer() viewer: Viewer) {
    return this.reader.connection(VenueModel, { ...page }, info, viewer);
  }

  @Requires('catalogue.read')
  @Query(() => [VenueBooking], {
    description: 'When a venue is booked in some days, by activities of all organizations (占用情况).',
  })
  venueBookings(@Args() { venueId, from, to }: VenueDays, @CurrentViewer() viewer: Viewer): Promise<VenueBooking[]> {
    return this.occupancy.of(viewer, venueId, from, to);
  }
}
