import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../current-viewer';
import { vocabulary } from '../vocabulary';
import { Requires } from '../requirement';
import { everyoneHolds, reaches, roleKeys, roles } from '../roles';
import type { Viewer } from '../viewer';
import { Rights } from './rights';
import { AccessVocabulary, RightsAtOrganization } from './rights.type';

@Resolver()
export class RightsResolver {
  constructor(private readonly rights: Rights) {}

  @Requires('access.own')
  @Query(() => AccessVocabulary, { description: 'Permissions and roles by their names.' })
  accessVocabulary(): AccessVocabulary {
    const permissions = [...vocabulary.values()]
      .filter(({ key }) => !everyoneHolds.has(key))
      .map(({ key, zh, en }) => ({ key, name: { zh, en } }));
    return {
      permissions,
      roles: roleKeys.map((role) => {
        const { zh, en, at, administrative = false } = roles[role];
        const [atOrganization, forAssociation] = [at !== 'ASSOCIATION', at !== 'ORGANIZATION'];
        const carried = permissions
          .map((permission) => ({ ...permission, reaches: reaches(role, permission.key) }))
          .filter((permission) => permission.reaches.length > 0);
        return { role, name: { zh, en }, atOrganization, forAssociation, administrative, permissions: carried };
      }),
    };
  }

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
