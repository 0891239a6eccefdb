import { Reader } from '@dangwu/read-model';
import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CurrentViewer } from '../current-viewer';
import { Requires } from '../requirement';
import { Viewer } from '../viewer';
import { AccountAdministration } from './account-administration';
import { AccountInput, ChangeAccountInput, CreateAccountInput, ManagedAccountPage } from './managed-account.inputs';
import { ManagedAccountModel } from './managed-account.read-model';
import { ManagedAccount, ManagedAccountConnection } from './managed-account.type';

/** Accounts for system administrators. */
@Resolver(() => ManagedAccount)
export class ManagedAccountResolver {
  constructor(
    private readonly reader: Reader,
    private readonly administration: AccountAdministration,
  ) {}

  @Query(() => ManagedAccountConnection, { name: 'accounts', description: 'The accounts of the association.' })
  @Requires('account.manage')
  list(@Args() page: ManagedAccountPage, @Info() info: GraphQLResolveInfo, @CurrentViewer() viewer: Viewer) {
    return this.reader.connection(ManagedAccountModel, { ...page }, info, viewer);
  }

  @Mutation(() => ManagedAccount, {
    description: 'Make an account and send its person an invitation. It holds no role: those are granted by others.',
  })
  @Requires('account.manage')
  async createAccount(
    @Args('input', { description: 'For whom.' }) { language, ...input }: CreateAccountInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const wanted = { ...input, name: input.name.trim(), language: language === 'EN' ? 'en' : 'zh' } as const;
    return this.read(await this.administration.create(viewer, wanted), info, viewer);
  }

  @Mutation(() => ManagedAccount, {
    description:
      'Change name and mail address of an account. The address before is told; another administrator’s is not changed.',
  })
  @Requires('account.manage')
  async changeAccount(
    @Args('input', { description: 'What it is from now on.' }) input: ChangeAccountInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const { id, version, name, mail = null } = input;
    return this.read(await this.administration.correct(viewer, { id, version, name: name.trim(), mail }), info, viewer);
  }

  @Mutation(() => ManagedAccount, {
    description: 'Send a link by mail: the invitation again, or one for a new password. Links sent before end.',
  })
  @Requires('account.manage')
  async sendAccountLink(
    @Args('input', { description: 'Whose.' }) { id }: AccountInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(await this.administration.sendLink(viewer, id), info, viewer);
  }

  @Mutation(() => ManagedAccount, { description: 'Disable an account: nobody signs in, its sessions end at once.' })
  @Requires('account.manage')
  async disableAccount(
    @Args('input', { description: 'Which.' }) { id }: AccountInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(await this.administration.disable(viewer, id), info, viewer);
  }

  @Mutation(() => ManagedAccount, { description: 'Let a disabled account sign in again, with the roles it holds.' })
  @Requires('account.manage')
  async enableAccount(
    @Args('input', { description: 'Which.' }) { id }: AccountInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(await this.administration.enable(viewer, id), info, viewer);
  }

  @Mutation(() => ManagedAccount, {
    description:
      'Take the second factor of somebody who lost it away; sessions end and the person is told. Not of administrators.',
  })
  @Requires('account.manage')
  async resetSecondFactor(
    @Args('input', { description: 'Whose.' }) { id }: AccountInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(await this.administration.resetSecondFactor(viewer, id), info, viewer);
  }

  private read(key: string, info: GraphQLResolveInfo, viewer: Viewer) {
    return this.reader.one(ManagedAccountModel, { key }, info, viewer);
  }
}
