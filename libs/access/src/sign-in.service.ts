import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import { DomainError } from '@dangwu/platform/errors';
import { Injectable } from '@nestjs/common';
import { accessErrors } from './access.errors';
import { networkOf } from './network-address';
import { isShort, Passwords } from './passwords';
import { SessionService, type Caller } from './session.service';
import { normalName, SignInAccounts, type SignInAccount } from './sign-in/sign-in-accounts';
import { from, SignInSteps, type SignInOutcome } from './sign-in/sign-in-steps';
import { SignInFailures, waiting, type Try } from './sign-in-failures';
import type { Viewer } from './viewer';

/** Signing in by name and password, and out again. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly passwords: Passwords,
    private readonly failures: SignInFailures,
    private readonly sessions: SessionService,
    private readonly accounts: SignInAccounts,
    private readonly steps: SignInSteps,
  ) {}

  /**
   * Opens a new session, or names the next step. Whatever session the caller had ends.
   *
   * An unknown name is answered like a wrong password, after the same work, and locks like one.
   *
   * @throws SIGN_IN_REFUSED with the tries left, SIGN_IN_LOCKED, ADDRESS_LOCKED, ACCOUNT_DISABLED
   */
  async signIn(username: string, password: string, caller: Caller, before: Viewer | null): Promise<SignInOutcome> {
    const name = normalName(username);
    const network = networkOf(caller.address);
    const byAddress = await this.failures.take('ADDRESS', network);
    if (!byAddress.allowed) throw this.locked('ADDRESS_LOCKED', byAddress);
    const byName = await this.failures.take('ACCOUNT', name);
    if (!byName.allowed) {
      await this.failures.giveBack('ADDRESS', network);
      throw this.locked('SIGN_IN_LOCKED', byName);
    }

    const account = await this.accounts.byName(name);
    if (!(await this.passwords.matches(password, account?.hash ?? undefined)) || !account)
      throw await this.refused(account, byName, caller);
    await this.failures.forget('ACCOUNT', name);
    await this.failures.giveBack('ADDRESS', network);
    const weakPassword = isShort(password, account.administrator);
    return this.steps.begin(account, { way: 'PASSWORD', weakPassword }, caller, before);
  }

  /** Ends the viewer's session. */
  async signOut({ account, association, sessionId }: Viewer, caller: Caller): Promise<void> {
    await this.database.transaction({ ...systemScope(association.id), account: account.id }, async (tx) => {
      await this.sessions.revoke(tx, sessionId);
      await this.audit.record(tx, {
        action: 'signOut',
        subjectType: 'Account',
        subjectId: account.id,
        ...from(caller),
      });
    });
  }

  private locked(reason: 'SIGN_IN_LOCKED' | 'ADDRESS_LOCKED', taken: Try): DomainError {
    return accessErrors[reason](waiting(taken, this.clock.now()));
  }

  private async refused(account: SignInAccount | null, byName: Try, caller: Caller): Promise<DomainError> {
    await this.recordRefusal(account, account ? 'WRONG_PASSWORD' : 'UNKNOWN_NAME', caller);
    if (byName.remaining === 0) return this.locked('SIGN_IN_LOCKED', byName);
    const { remaining, limit, minutes } = byName;
    return accessErrors.SIGN_IN_REFUSED({ remaining, limit, minutes });
  }

  /** In a transaction of its own: what is refused must still be known. The name typed in is not: it may be a password. */
  private recordRefusal(account: SignInAccount | null, reason: string, caller: Caller): Promise<void> {
    return this.database.transaction(systemScope(account?.associationId ?? null), (tx) =>
      this.audit.record(tx, {
        action: 'signInRefused',
        subjectType: 'Account',
        subjectId: account?.id ?? null,
        after: { reason },
        ...from(caller),
      }),
    );
  }
}
