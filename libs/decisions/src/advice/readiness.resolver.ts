import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { localId } from '@dangwu/platform/ids';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { MatterReadiness } from './readiness';
import { MatterReadiness as Readiness } from './readiness.type';

@Resolver()
export class ReadinessResolver {
  constructor(private readonly readiness: MatterReadiness) {}

  @Requires('matter.read')
  @Query(() => Readiness, {
    nullable: true,
    description: 'Whether a matter may go to a session, by its rule; null when it does not await one.',
  })
  matterReadiness(
    @Args('id', { type: () => ID, description: 'The matter.' }) id: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Readiness | null> {
    return this.readiness.of(viewer, localId('Matter', id));
  }
}
