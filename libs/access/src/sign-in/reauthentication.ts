import { Clock } from '@dangwu/platform/clock';
import { Injectable } from '@nestjs/common';
import { accessErrors } from '../access.errors';
import { identityErrors } from '../identity.errors';
import { Passwords } from '../passwords';
import type { Caller } from '../session.service';
import { SignInFailures, waiting } from '../sign-in-failures';
import type { Viewer } from '../viewer';
import { normalName, SignInAccounts, type SignInAccount } from './sign-in-accounts';
import { SignInSteps } from './sign-in-steps';

/** An account without a password has to have signed in within so many minutes. */
const freshMinutes = 10;

export interface Proof {
  readonly password?: string | null;
  /** of the authenticator, or a recovery code */
  readonly code?: string | null;
}

/** Asks once more who somebody is, before what opens an account is changed: a session may have been left open. */
@Injectable()
export class Reauthentication {
  constructor(
    private readonly clock: Clock,
    private readonly passwords: Passwords,
    private readonly failures: SignInFailures,
    private readonly accounts: SignInAccounts,
    private readonly steps: SignInSteps,
  ) {}

  /**
   * The password of one's own account; without one, a sign-in of the last minutes. Failures are counted as at sign-in.
   *
   * @throws PASSWORD_WRONG, SIGN_IN_LOCKED, SIGN_IN_AGAIN
   */
  async password(viewer: Viewer, { password }: Proof): Promise<SignInAccount> {
    const account = await this.accounts.byId(viewer.account.id);
    if (!account) throw accessErrors.SIGN_IN_REQUIRED();
    if (!account.hash) {
      const age = this.clock.now().getTime() - viewer.session.signedInAt.getTime();
      if (age > freshMinutes * 60_000) throw identityErrors.SIGN_IN_AGAIN({ minutes: freshMinutes });
      return account;
    }
    const name = normalName(account.username);
    const taken = await this.failures.take('ACCOUNT', name);
    if (!taken.allowed) throw accessErrors.SIGN_IN_LOCKED(waiting(taken, this.clock.now()));
    if (!(await this.passwords.matches(password ?? '', account.hash))) {
      const { remaining, limit, minutes } = taken;
      throw identityErrors.PASSWORD_WRONG({ remaining, limit, minutes });
    }
    await this.failures.forget('ACCOUNT', name);
    return account;
  }

  /**
   * The password, and of an account that has one the second factor.
   * @throws what `password` throws; SECOND_FACTOR_WRONG, SECOND_FACTOR_LOCKED
   */
  async both(viewer: Viewer, proof: Proof, caller: Caller): Promise<SignInAccount> {
    const account = await this.password(viewer, proof);
    if (account.enrolled) await this.steps.checkFactor(account, proof.code ?? '', caller);
    return account;
  }
}
