import { Access, CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Database } from '@dangwu/platform/database';
import { DateScalar, PageArguments } from '@dangwu/platform/graphql';
import { localId } from '@dangwu/platform/ids';
import { Reader, type Area } from '@dangwu/read-model';
import { Args, ID, Info, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { OrganizationHistory } from '../history/organization-history';
import { CoverageCounts } from './coverage-figures';
import { CoverageFigures } from './coverage-figures.type';
import { UnitsArguments } from './unit.filters';
import { UnitModel } from './unit.read-model';
import { UnitOperationConnection } from './unit-operation.type';
import { Unit, UnitConnection } from './unit.type';

const asOfOption = {
  type: () => DateScalar,
  nullable: true,
  description: 'As it was on this day; today when left out.',
};

/** Reads. Writes stand in `unit-mutations.resolver.ts`. */
@Resolver(() => Unit)
export class UnitResolver {
  constructor(
    private readonly reader: Reader,
    private readonly access: Access,
    private readonly database: Database,
    private readonly history: OrganizationHistory,
    private readonly counts: CoverageCounts,
  ) {}

  @Requires('unit.read')
  @Query(() => Unit, { nullable: true, description: 'A unit; null when there is none or you may not read it.' })
  unit(
    @Args('id', { type: () => ID, description: 'The unit.' }) id: string,
    @Args('asOf', asOfOption) asOf: string | null,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(UnitModel, { key: localId('Unit', id), ...day(asOf) }, info, viewer);
  }

  @Requires('unit.read')
  @Query(() => UnitConnection, { description: 'The units you may read.' })
  async units(
    @Args() { within, asOf, ...page }: UnitsArguments,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const area = await this.area(viewer, within, asOf);
    return this.reader.connection(UnitModel, { ...page, ...area, ...day(asOf) }, info, viewer);
  }

  @Requires('unit.read')
  @Query(() => CoverageFigures, { description: 'How the open units you may read are covered, by tier (两个覆盖).' })
  async coverageFigures(
    @Args('within', { type: () => ID, nullable: true, description: 'Only this organization and everything below it.' })
    within: string | null,
    @Args('asOf', asOfOption) asOf: string | null,
    @CurrentViewer() viewer: Viewer,
  ): Promise<CoverageFigures> {
    return this.counts.figures(viewer, { ...(await this.area(viewer, within, asOf)), ...day(asOf) });
  }

  @ResolveField(() => UnitOperationConnection, { description: 'What was done to it, the latest first.' })
  operations(@Args() _page: PageArguments): void {
    // answered by the read model
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
