import { Access, CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { localId } from '@dangwu/platform/ids';
import { Reader } from '@dangwu/read-model';
import { Args, ID, Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { MattersArguments } from './matter.filters';
import { MatterSplitting } from './matter-parts.type';
import { MatterModel } from './matter.read-model';
import { Matter, MatterConnection } from './matter.type';
import { Splitting } from './splitting';

/** Reads. Writes stand in `matter-mutations.resolver.ts`. */
@Resolver()
export class MatterResolver {
  constructor(
    private readonly reader: Reader,
    private readonly access: Access,
    private readonly splitting: Splitting,
  ) {}

  @Requires('matter.read')
  @Query(() => Matter, { nullable: true, description: 'A matter; null when there is none or you may not read it.' })
  matter(
    @Args('id', { type: () => ID, description: 'The matter.' }) id: string,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(MatterModel, { key: localId('Matter', id) }, info, viewer);
  }

  @Requires('matter.read')
  @Query(() => MatterConnection, { description: 'The matters you may read (重大事项).' })
  async matters(
    @Args() { within, order, ...page }: MattersArguments,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const place = within ? { within: await this.access.below(viewer, within) } : {};
    return this.reader.connection(MatterModel, { ...page, order: order ?? 'LATEST', ...place }, info, viewer);
  }

  @Requires('matter.read')
  @Query(() => [MatterSplitting], {
    description: 'What points to a matter having been divided to stay below an amount; none when nothing does.',
  })
  matterSplitting(
    @Args('id', { type: () => ID, description: 'The matter.' }) id: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<MatterSplitting[]> {
    return this.splitting.of(viewer, localId('Matter', id));
  }
}
