import { CurrentViewer, OwnAccount, Requires, Viewer } from '@dangwu/access';
import { Args, ID, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { BindAccountInput, UnbindAccountInput } from './member-account.inputs';
import { MemberAccount, OwnMember } from './member-account.type';
import { MemberAccounts } from './member-accounts';

@Resolver(() => OwnAccount)
export class MemberAccountResolver {
  constructor(private readonly accounts: MemberAccounts) {}

  @ResolveField(() => OwnMember, { nullable: true, description: 'Which member you are; null: none is bound to it.' })
  member(@CurrentViewer() viewer: Viewer): Promise<OwnMember | null> {
    return this.accounts.own(viewer);
  }

  @Requires('member.maintain')
  @Query(() => MemberAccount, { nullable: true, description: 'The account of a member; null when there is none.' })
  memberAccount(
    @Args('memberId', { type: () => ID, description: 'Which member.' }) memberId: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<MemberAccount | null> {
    return this.accounts.of(viewer, memberId);
  }

  @Requires('member.maintain')
  @Mutation(() => MemberAccount, {
    description: 'Say whose account it is: one account for a member, one member for an account. It gives no right.',
  })
  bindAccount(
    @Args('input', { description: 'Which account is whose.' }) { memberId, username }: BindAccountInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<MemberAccount> {
    return this.accounts.bind(viewer, memberId, username);
  }

  @Requires('member.maintain')
  @Mutation(() => Boolean, { description: 'Let the account of a member stand alone again. Always true.' })
  async unbindAccount(
    @Args('input', { description: 'Whose.' }) { memberId }: UnbindAccountInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<boolean> {
    await this.accounts.unbind(viewer, memberId);
    return true;
  }
}
