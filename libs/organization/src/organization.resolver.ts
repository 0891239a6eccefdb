import { Access, CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Database } from '@dangwu/platform/database';
import { DateScalar } from '@dangwu/platform/graphql';
import { localId } from '@dangwu/platform/ids';
import { Reader, type Area } from '@dangwu/read-model';
import { Args, ID, Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { DutyProfile } from './duties/duty-profile.type';
import { OrganizationCounts } from './organization-figures';
import { OrganizationFigures } from './organization-figures.type';
import { OrganizationHistory } from './history/organization-history';
import { DutyProfileModel } from './organization-parts.read-model';
import { OrganizationsArguments, PartyOrganizationsArguments } from './organization.filters';
import { OrganizationIdentityModel, PartyOrganizationModel } from './organization.read-model';
import {
  OrganizationIdentity,
  OrganizationIdentityConnection,
  PartyOrganization,
  PartyOrganizationConnection,
} from './organization.type';

const asOfOption = {
  type: () => DateScalar,
  nullable: true,
  description: 'As it was on this day; today when left out.',
};

/** Reads. Writes stand in `organization.mutations.ts`. */
@Resolver()
export class OrganizationResolver {
  constructor(
    private readonly reader: Reader,
    private readonly access: Access,
    private readonly database: Database,
    private readonly history: OrganizationHistory,
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
    const area = await this.area(viewer, within, asOf);
    return this.reader.connection(OrganizationIdentityModel, { ...page, ...area, ...day(asOf) }, info, viewer);
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
    const area = await this.area(viewer, within, asOf);
    return this.reader.connection(PartyOrganizationModel, { ...page, ...area, ...day(asOf) }, info, viewer);
  }

  @Requires('organization.read')
  @Query(() => OrganizationFigures, { description: 'Counts over the party organizations you may read.' })
  async organizationFigures(
    @Args('within', { type: () => ID, nullable: true, description: 'Only this organization and everything below it.' })
    within: string | null,
    @Args('asOf', asOfOption) asOf: string | null,
    @CurrentViewer() viewer: Viewer,
  ): Promise<OrganizationFigures> {
    const area = await this.area(viewer, within, asOf);
    return this.counts.figures(viewer, { within: area.within ?? null, asOf });
  }

  @Requires('organization.identify')
  @Query(() => [DutyProfile], { description: 'What organizations of each type are there for (at most 30).' })
  dutyProfiles(@Info() info: GraphQLResolveInfo, @CurrentViewer() viewer: Viewer) {
    return this.reader.list(DutyProfileModel, {}, info, viewer);
  }

  private async area(
    viewer: Viewer,
    within: string | null | undefined,
    asOf: string | null | undefined,
  ): Promise<{ within?: Area }> {
    if (!within) return {};
    const today = await this.access.below(viewer, within);
    if (!asOf) return { within: today };
    const id = localId('PartyOrganization', within);
    const scope = viewer.scope('organization.identify');
    return { within: await this.database.transaction(scope, (tx) => this.history.areaAsOf(tx, id, asOf)) };
  }
}

const day = (asOf: string | null | undefined): { asOf?: string } => (asOf ? { asOf } : {});
