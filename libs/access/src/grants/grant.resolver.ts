import { localId } from '@dangwu/platform/ids';
import { Reader } from '@dangwu/read-model';
import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CurrentViewer } from '../current-viewer';
import { Requires } from '../requirement';
import type { Viewer } from '../viewer';
import { GrantRoleInput, RevokeGrantInput } from './grant.inputs';
import { AccessGrantModel, GranteeModel } from './grant.read-models';
import {
  AccessGrant,
  AccessGrantConnection,
  AccessGrantPage,
  Grantee,
  GranteeConnection,
  GranteePage,
} from './grant.type';
import { Grants } from './grants';

@Resolver()
export class GrantResolver {
  constructor(
    private readonly reader: Reader,
    private readonly grants: Grants,
  ) {}

  @Requires('access.read')
  @Query(() => GranteeConnection, { description: 'Everybody who can hold roles, by name.' })
  grantees(@Args() page: GranteePage, @Info() info: GraphQLResolveInfo, @CurrentViewer() viewer: Viewer) {
    return this.reader.connection(GranteeModel, { ...page }, info, viewer);
  }

  @Requires('access.read')
  @Query(() => Grantee, { nullable: true, description: 'Somebody with all roles ever given; null when there is none.' })
  grantee(
    @Args('id', { type: () => ID, description: 'The account.' }) id: string,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(GranteeModel, { key: localId('Account', id) }, info, viewer);
  }

  @Requires('access.own')
  @Query(() => AccessGrantConnection, { description: 'Your own grants, or all when you look after rights.' })
  accessGrants(@Args() page: AccessGrantPage, @Info() info: GraphQLResolveInfo, @CurrentViewer() viewer: Viewer) {
    return this.reader.connection(AccessGrantModel, { ...page }, info, viewer);
  }

  @Requires('access.grant')
  @Mutation(() => AccessGrant, { description: 'Give somebody a role (授予).' })
  async grantRole(
    @Args('input', { description: 'To whom, what, where, why.' }) input: GrantRoleInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(AccessGrantModel, { key: await this.grants.grant(viewer, input) }, info, viewer);
  }

  @Requires('access.grant')
  @Mutation(() => AccessGrant, { description: 'Take a role back (收回); it counts at once, in every open window.' })
  async revokeGrant(
    @Args('input', { description: 'Which grant, why.' }) input: RevokeGrantInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(AccessGrantModel, { key: await this.grants.revoke(viewer, input) }, info, viewer);
  }
}
