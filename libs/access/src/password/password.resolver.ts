import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { callerOf, type Call } from '../current-viewer';
import { shortestPassword } from '../passwords';
import { Public } from '../requirement';
import { PasswordResets } from './password-resets';
import { RequestPasswordResetInput, SetPasswordByLinkInput } from './password.inputs';
import { MailedLink } from './password.type';

@Resolver()
export class PasswordResolver {
  constructor(private readonly resets: PasswordResets) {}

  @Mutation(() => Boolean, {
    description:
      'Ask for a link by mail for a forgotten password. Always true: the answer does not tell whether there is such an account, or whether it has a mail address.',
  })
  @Public()
  async requestPasswordReset(
    @Args('input', { description: 'Whose.' }) { username }: RequestPasswordResetInput,
    @Context() call: Call,
  ): Promise<boolean> {
    await this.resets.request(username, callerOf(call));
    return true;
  }

  @Query(() => MailedLink, { description: 'What a link in a letter is for, and whose account it opens.' })
  @Public()
  async mailedLink(
    @Args('token', { description: 'What stands behind # in the link.' }) token: string,
  ): Promise<MailedLink> {
    const { link, account } = await this.resets.byLink(token);
    return {
      kind: link.kind,
      username: account.username,
      name: account.name,
      passwordLength: shortestPassword(account.administrator),
      expiresAt: link.expiresAt,
    };
  }

  @Mutation(() => Boolean, {
    description:
      'Set a password by a link in a letter. The link counts once, all sessions of the account end; then sign in.',
  })
  @Public()
  async setPasswordByLink(
    @Args('input', { description: 'Link and password.' }) { token, password }: SetPasswordByLinkInput,
    @Context() call: Call,
  ): Promise<boolean> {
    await this.resets.complete(token, password, callerOf(call));
    return true;
  }
}
