import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { accessErrors } from '../access.errors';
import { callerOf, CurrentViewer, type Call } from '../current-viewer';
import { PasswordChanges } from '../password/password-changes';
import { Public } from '../requirement';
import { SecondFactors } from '../second-factor/second-factors';
import { SessionCookie } from '../session-cookie';
import { SessionService, type NewSession } from '../session.service';
import { Session } from '../session.type';
import { sessionOf } from '../session.resolver';
import type { Viewer } from '../viewer';
import { PendingSignIns } from './pending-sign-ins';
import { Reauthentication } from './reauthentication';
import { SignInAccounts } from './sign-in-accounts';
import { SignInCookie } from './sign-in-cookie';
import {
  FinishEnrolmentInput,
  ProveSecondFactorInput,
  ReplacePasswordInput,
  StartEnrolmentInput,
} from './sign-in.inputs';
import { SignInSteps } from './sign-in-steps';
import { Enrolled, Enrolment, PendingSignIn } from './sign-in.type';

/** The steps of a sign-in after its first, and setting up an authenticator, which may be one of them. */
@Resolver()
export class SignInResolver {
  constructor(
    private readonly steps: SignInSteps,
    private readonly pending: PendingSignIns,
    private readonly factors: SecondFactors,
    private readonly changes: PasswordChanges,
    private readonly accounts: SignInAccounts,
    private readonly reauthentication: Reauthentication,
    private readonly sessions: SessionService,
    private readonly cookie: SignInCookie,
    private readonly sessionCookie: SessionCookie,
  ) {}

  @Query(() => PendingSignIn, {
    nullable: true,
    description: 'The sign-in that is under way in this browser and what it waits for; null when there is none.',
  })
  @Public()
  async pendingSignIn(@Context() call: Call): Promise<PendingSignIn | null> {
    const found = await this.steps.find(this.cookie.read(call.req));
    return found && { step: found.step, username: found.account.username, expiresAt: found.sign.expiresAt };
  }

  @Mutation(() => Session, {
    nullable: true,
    description:
      'Give the second factor of a sign-in under way. Null: another step follows, see pendingSignIn. After 5 failures in a row the step is locked for 15 minutes.',
  })
  @Public()
  async proveSecondFactor(
    @Args('input', { description: 'The code.' }) { code }: ProveSecondFactorInput,
    @Context() call: Call,
  ): Promise<Session | null> {
    const session = await this.steps.proveSecondFactor(this.cookie.read(call.req), code, callerOf(call));
    return this.opened(session, call);
  }

  @Mutation(() => Session, {
    nullable: true,
    description: 'Replace a password that is too short for the account. Null: another step follows, see pendingSignIn.',
  })
  @Public()
  async replacePassword(
    @Args('input', { description: 'The new password.' }) { password }: ReplacePasswordInput,
    @Context() call: Call,
  ): Promise<Session | null> {
    const { sign, account } = await this.steps.waitingFor('NEW_PASSWORD', this.cookie.read(call.req));
    const hash = await this.changes.hash(account, password);
    const session = await this.steps.goOn(sign, account, { weakPassword: false }, callerOf(call), async (tx) => {
      await this.changes.replace(tx, account, hash);
      await this.pending.passwordReplaced(tx, sign);
    });
    return this.opened(session, call);
  }

  @Mutation(() => Enrolment, {
    description:
      'Begin to set up an authenticator: during a sign-in that asks for it, or for one’s own account, which proves once more who asks.',
  })
  @Public()
  async startEnrolment(
    @Args('input', { description: 'Who asks.' }) proof: StartEnrolmentInput,
    @CurrentViewer() viewer: Viewer | null,
    @Context() call: Call,
  ): Promise<Enrolment> {
    const account = viewer
      ? await this.reauthentication.both(viewer, proof, callerOf(call))
      : (await this.steps.waitingFor('ENROLMENT', this.cookie.read(call.req))).account;
    return this.factors.start(account);
  }

  @Mutation(() => Enrolled, {
    description:
      'Set the authenticator up by its first code. During a sign-in this is its last step, and the session opens.',
  })
  @Public()
  async finishEnrolment(
    @Args('input', { description: 'The code.' }) { code }: FinishEnrolmentInput,
    @CurrentViewer() viewer: Viewer | null,
    @Context() call: Call,
  ): Promise<Enrolled> {
    if (!viewer) {
      const { codes, session } = await this.steps.enrol(this.cookie.read(call.req), code, callerOf(call));
      await this.opened(session, call);
      return { recoveryCodes: codes };
    }
    const account = await this.accounts.byId(viewer.account.id);
    if (!account) throw accessErrors.SIGN_IN_REQUIRED();
    const codes = await this.steps.counted(account, callerOf(call), () =>
      this.factors.confirm(account, code, viewer.sessionId),
    );
    return { recoveryCodes: codes };
  }

  /** Sets the session's cookie in place of the sign-in's. */
  private async opened(session: NewSession | null, call: Call): Promise<Session | null> {
    if (!session) return null;
    const viewer = await this.sessions.verify(session.token);
    if (!viewer) throw accessErrors.SIGN_IN_REQUIRED();
    this.cookie.clear(call.res);
    this.sessionCookie.set(call.res, session.token, session.expiresAt);
    return sessionOf(viewer);
  }
}
