import { AccessGrant, CurrentViewer, EmergencyRequest, Requires, RoleGrant, type Viewer } from '@dangwu/access';
import { PageArguments } from '@dangwu/platform/graphql';
import { Reader } from '@dangwu/read-model';
import { Args, Info, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ForeseeMove, type ForeseenMove } from './changes/foresee-move';
import { MoveConsequences } from './changes/move-consequences.type';
import { OrganizationOperation, OrganizationOperationConnection } from './history/organization-operation.type';
import { ChildrenArguments } from './organization.filters';
import { MoveConsequencesInput } from './organization.inputs';
import { OrganizationIdentityModel } from './organization.read-model';
import { OrganizationIdentity, OrganizationIdentityConnection, PartyOrganization } from './organization.type';

/** Fields with arguments. The read models answer them; these methods only give the schema their arguments. */
@Resolver(() => OrganizationIdentity)
export class OrganizationIdentityFields {
  @ResolveField(() => OrganizationIdentityConnection, { description: 'What stands directly below.' })
  children(@Args() _page: ChildrenArguments): void {
    // answered by the read model
  }
}

@Resolver(() => PartyOrganization)
export class PartyOrganizationFields {
  @ResolveField(() => OrganizationIdentityConnection, { description: 'What stands directly below.' })
  children(@Args() _page: ChildrenArguments): void {
    // answered by the read model
  }

  @ResolveField(() => OrganizationOperationConnection, { description: 'What was done to it, the latest first.' })
  operations(@Args() _page: PageArguments): void {
    // answered by the read model
  }
}

@Resolver(() => OrganizationOperation)
export class OrganizationOperationFields {
  @ResolveField(() => [OrganizationIdentity], {
    description:
      'Other organizations it is about, such as the new parent, those merged or those founded (at most 100).',
  })
  refersTo(): void {
    // answered by the read model
  }
}

@Resolver(() => MoveConsequences)
export class MoveConsequencesResolver {
  constructor(
    private readonly reader: Reader,
    private readonly foreseeMove: ForeseeMove,
  ) {}

  @Requires('organization.maintain')
  @Query(() => MoveConsequences, { description: 'What a move would bring about, to be shown before it is confirmed.' })
  moveConsequences(
    @Args('input', { description: 'The move.' }) input: MoveConsequencesInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ForeseenMove> {
    return this.foreseeMove.foresee(viewer, input);
  }

  @ResolveField(() => OrganizationIdentity, { nullable: true, description: 'The present parent.' })
  from(@Parent() { fromId }: ForeseenMove, @Info() info: GraphQLResolveInfo, @CurrentViewer() viewer: Viewer) {
    return fromId ? this.reader.one(OrganizationIdentityModel, { key: fromId }, info, viewer) : null;
  }

  @ResolveField(() => OrganizationIdentity, { description: 'The new parent.' })
  to(@Parent() { toId }: ForeseenMove, @Info() info: GraphQLResolveInfo, @CurrentViewer() viewer: Viewer) {
    return this.reader.one(OrganizationIdentityModel, { key: toId }, info, viewer);
  }
}

/** Grants know their organization by its key; who it is, is known here. */
@Resolver(() => RoleGrant)
export class RoleGrantFields {
  constructor(private readonly reader: Reader) {}

  @ResolveField(() => OrganizationIdentity, {
    nullable: true,
    description: 'Where the role holds; null: in the whole association.',
  })
  organization(
    @Parent() { organizationId }: RoleGrant,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return organizationId ? this.reader.one(OrganizationIdentityModel, { key: organizationId }, info, viewer) : null;
  }
}

/** Read with the grant in one statement; the field stands here, where organizations are known. */
@Resolver(() => AccessGrant)
export class AccessGrantFields {
  @ResolveField(() => OrganizationIdentity, {
    nullable: true,
    description: 'Where the role holds; null: in the whole association.',
  })
  organization(): void {
    // answered by the read model
  }
}

/** As with grants. */
@Resolver(() => EmergencyRequest)
export class EmergencyRequestFields {
  @ResolveField(() => OrganizationIdentity, { nullable: true, description: 'Where.' })
  organization(): void {
    // answered by the read model
  }
}
