import { Args, Context, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { callerOf, CurrentViewer, type Call } from '../current-viewer';
import { PasswordChanges } from '../password/password-changes';
import { Requires } from '../requirement';
import { OwnSessions } from '../session/own-sessions';
import { Reauthentication } from '../sign-in/reauthentication';
import { Enrolled } from '../sign-in/sign-in.type';
import { Viewer } from '../viewer';
import {
  ChangePasswordInput,
  ChooseLanguageInput,
  ChooseLettersInput,
  EndSessionInput,
  ProofInput,
  UnlinkIdentityInput,
} from './own-account.inputs';
import { OwnAccount } from './own-account.type';
import { OwnAccounts } from './own-accounts';

@Resolver(() => OwnAccount)
export class OwnAccountResolver {
  constructor(
    private readonly own: OwnAccounts,
    private readonly sessions: OwnSessions,
    private readonly changes: PasswordChanges,
    private readonly reauthentication: Reauthentication,
  ) {}

  @Query(() => OwnAccount, { description: 'Your own account.' })
  @Requires('account.own')
  ownAccount(@CurrentViewer() viewer: Viewer): Promise<OwnAccount> {
    return this.own.read(viewer);
  }

  @Mutation(() => OwnAccount, {
    description:
      'Change your password. It is no common one and none of your last five. Your other sessions end, this one gets a new id.',
  })
  @Requires('account.own')
  async changePassword(
    @Args('input', { description: 'The old and the new one.' }) { current, password }: ChangePasswordInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<OwnAccount> {
    const account = await this.reauthentication.password(viewer, { password: current });
    await this.changes.change(viewer, account, password);
    return this.own.read(viewer);
  }

  @Mutation(() => Enrolled, { description: 'Make ten new recovery codes; the ones before count no more.' })
  @Requires('account.own')
  async renewRecoveryCodes(
    @Args('input', { description: 'Who asks.' }) proof: ProofInput,
    @CurrentViewer() viewer: Viewer,
    @Context() call: Call,
  ): Promise<Enrolled> {
    return { recoveryCodes: await this.own.renewRecoveryCodes(viewer, proof, callerOf(call)) };
  }

  @Mutation(() => OwnAccount, {
    description: 'Remove your second factor; the three administrators cannot. Your other sessions end.',
  })
  @Requires('account.own')
  async removeSecondFactor(
    @Args('input', { description: 'Who asks.' }) proof: ProofInput,
    @CurrentViewer() viewer: Viewer,
    @Context() call: Call,
  ): Promise<OwnAccount> {
    await this.own.removeSecondFactor(viewer, proof, callerOf(call));
    return this.own.read(viewer);
  }

  @Mutation(() => OwnAccount, { description: 'End one of your sessions at once.' })
  @Requires('account.own')
  async endSession(
    @Args('input', { description: 'Which.' }) { id }: EndSessionInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<OwnAccount> {
    await this.sessions.end(viewer, id);
    return this.own.read(viewer);
  }

  @Mutation(() => Int, { description: 'End all your sessions but this one. Answers how many ended.' })
  @Requires('account.own')
  endOtherSessions(@CurrentViewer() viewer: Viewer): Promise<number> {
    return this.sessions.endOthers(viewer);
  }

  @Mutation(() => OwnAccount, { description: 'Take a linked identity away: it signs in no more.' })
  @Requires('account.own')
  async unlinkIdentity(
    @Args('input', { description: 'Which.' }) { id }: UnlinkIdentityInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<OwnAccount> {
    await this.own.unlink(viewer, id);
    return this.own.read(viewer);
  }

  @Mutation(() => OwnAccount, { description: 'Choose the language of letters to you.' })
  @Requires('account.own')
  async chooseLanguage(
    @Args('input', { description: 'Which.' }) { language }: ChooseLanguageInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<OwnAccount> {
    await this.own.chooseLanguage(viewer, language);
    return this.own.read(viewer);
  }

  @Mutation(() => OwnAccount, { description: 'Choose which letters you get; compulsory ones always come (选择邮件).' })
  @Requires('account.own')
  async chooseLetters(
    @Args('input', { description: 'Which are off.' }) { off }: ChooseLettersInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<OwnAccount> {
    await this.own.chooseLetters(viewer, off);
    return this.own.read(viewer);
  }
}
