import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../current-viewer';
import { Requires } from '../requirement';
import type { Viewer } from '../viewer';
import { Rights } from './rights';
import { RightsAtOrganization } from './rights.type';

@Resolver()
export class RightsResolver {
  constructor(private readonly rights: Rights) {}

  @Requires('access.read')
  @Query(() => [RightsAtOrganization], {
    description: 'Who can do what at an organization, and why: one row a grant that reaches it (at most 500).',
  })
  rightsAt(
    @Args('organizationId', { type: () => ID, description: 'The organization.' }) organizationId: string,
    @Args('accountId', {
      type: () => ID,
      nullable: true,
      description: 'Only this account: then also its grants that do not reach it, with the edge at which they end.',
    })
    accountId: string | null,
    @CurrentViewer() viewer: Viewer,
  ): Promise<RightsAtOrganization[]> {
    return this.rights.at(viewer, organizationId, accountId);
  }
}
