import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../current-viewer';
import { Requires } from '../requirement';
import type { Viewer } from '../viewer';
import { PublicationsOfOrganization, PublishInput, WithdrawPublicationInput } from './publication.type';
import { Publications } from './publications';

@Resolver()
export class PublicationResolver {
  constructor(private readonly publications: Publications) {}

  @Requires('organization.identify')
  @Query(() => PublicationsOfOrganization, {
    name: 'publications',
    description: 'What an organization shows to the one that guides it.',
  })
  publicationsOf(
    @Args('organizationId', { type: () => ID, description: 'The organization.' }) organizationId: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<PublicationsOfOrganization> {
    return this.publications.of(viewer, organizationId);
  }

  @Requires('publication.manage')
  @Mutation(() => PublicationsOfOrganization, {
    description: 'Show a part of an organization to the one that guides it (公开).',
  })
  async publish(
    @Args('input', { description: 'Whose, what.' }) input: PublishInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<PublicationsOfOrganization> {
    return this.publications.of(viewer, await this.publications.publish(viewer, input));
  }

  @Requires('publication.manage')
  @Mutation(() => PublicationsOfOrganization, { description: 'Show it no longer, from now on (撤回公开).' })
  async withdrawPublication(
    @Args('input', { description: 'Which.' }) input: WithdrawPublicationInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<PublicationsOfOrganization> {
    return this.publications.of(viewer, await this.publications.withdraw(viewer, input));
  }
}
