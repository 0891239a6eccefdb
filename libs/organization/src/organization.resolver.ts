import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { localId } from '@dangwu/platform/ids';
import { Reader } from '@dangwu/read-model';
import { Args, ID, Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { AsOf, asOfOption, day, withinOption } from './as-of';
import { DutyProfile } from './duties/duty-profile.type';
import { OrganizationCounts } from './organization-figures';
import { OrganizationFigures } from './organization-figures.type';
import { DutyProfileModel } from './organization-parts.read-model';
import { OrganizationsArguments, PartyOrganizationsArguments } from './organization.filters';
import { OrganizationIdentityModel, PartyOrganizationModel } from './organization.read-model';
import {
  OrganizationIdentity,
  OrganizationIdentityConnection,
  PartyOrganization,
  PartyOrganizationConnection,
} from './organization.type';

/** Reads. Writes stand in `organization.mutations.ts`. */
@Resolver()
export class OrganizationResolver {
  constructor(
    private readonly reader: Reader,
    private readonly asOf: AsOf,
    private readonly counts: OrganizationCounts,
  ) {}

  @Requires('organization.identify')
  @Query(() => OrganizationIdentity, {
    nullable: true,
    description: 'Who an organization is; null when there is none.',
  })
  organization(
    @Args('id', { type: () => ID, description: 'The organization.' }) id: string,
    @Args('asOf', asOfOption) asOf: string | null,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const key = localId('PartyOrganization', id);
    return this.reader.one(OrganizationIdentityModel, { key, ...day(asOf) }, info, viewer);
  }

  @Requires('organization.identify')
  @Query(() => OrganizationIdentityConnection, {
    description: 'All organizations of the association by what everyone may see; search, tree and pickers.',
  })
  async organizations(
    @Args() { within, asOf, ...page }: OrganizationsArguments,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const place = await this.asOf.place(viewer, { within, asOf });
    return this.reader.connection(OrganizationIdentityModel, { ...page, ...place }, info, viewer);
  }

  @Requires('organization.read')
  @Query(() => PartyOrganization, {
    nullable: true,
    description: 'A party organization; null when there is none or you may not read it.',
  })
  partyOrganization(
    @Args('id', { type: () => ID, description: 'The organization.' }) id: string,
    @Args('asOf', asOfOption) asOf: string | null,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const key = localId('PartyOrganization', id);
    return this.reader.one(PartyOrganizationModel, { key, ...day(asOf) }, info, viewer);
  }

  @Requires('organization.read')
  @Query(() => PartyOrganizationConnection, { description: 'The party organizations you may read.' })
  async partyOrganizations(
    @Args() { within, asOf, ...page }: PartyOrganizationsArguments,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const place = await this.asOf.place(viewer, { within, asOf });
    return this.reader.connection(PartyOrganizationModel, { ...page, ...place }, info, viewer);
  }

  @Requires('organization.read')
  @Query(() => OrganizationFigures, { description: 'Counts over the party organizations you may read.' })
  async organizationFigures(
    @Args('within', withinOption) within: string | null,
    @Args('asOf', asOfOption) asOf: string | null,
    @CurrentViewer() viewer: Viewer,
  ): Promise<OrganizationFigures> {
    const place = await this.asOf.place(viewer, { within, asOf });
    return this.counts.figures(viewer, { within: place.within ?? null, asOf });
  }

  @Requires('organization.identify')
  @Query(() => [DutyProfile], { description: 'What organizations of each type are there for (at most 30).' })
  dutyProfiles(@Info() info: GraphQLResolveInfo, @CurrentViewer() viewer: Viewer) {
    return this.reader.list(DutyProfileModel, {}, info, viewer);
  }
}
