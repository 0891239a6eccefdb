import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { PageArguments } from '@dangwu/platform/graphql';
import { localId } from '@dangwu/platform/ids';
import { Reader } from '@dangwu/read-model';
import { Args, ID, Info, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { AsOf, asOfOption, day, withinOption } from '../as-of';
import { CoverageCounts } from './coverage-figures';
import { CoverageFigures } from './coverage-figures.type';
import { UnitsArguments } from './unit.filters';
import { UnitModel } from './unit.read-model';
import { UnitOperationConnection } from './unit-operation.type';
import { Unit, UnitConnection } from './unit.type';

/** Reads. Writes stand in `unit-mutations.resolver.ts`. */
@Resolver(() => Unit)
export class UnitResolver {
  constructor(
    private readonly reader: Reader,
    private readonly asOf: AsOf,
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
    const place = await this.asOf.place(viewer, { within, asOf });
    return this.reader.connection(UnitModel, { ...page, ...place }, info, viewer);
  }

  @Requires('unit.read')
  @Query(() => CoverageFigures, { description: 'How the open units you may read are covered, by tier (两个覆盖).' })
  async coverageFigures(
    @Args('within', withinOption) within: string | null,
    @Args('asOf', asOfOption) asOf: string | null,
    @CurrentViewer() viewer: Viewer,
  ): Promise<CoverageFigures> {
    return this.counts.figures(viewer, await this.asOf.place(viewer, { within, asOf }));
  }

  @ResolveField(() => UnitOperationConnection, { description: 'What was done to it, the latest first.' })
  operations(@Args() _page: PageArguments): void {
    // answered by the read model
  }
}
