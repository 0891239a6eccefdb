import { Audit, leavesNothing } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { accessErrors } from '../access.errors';
import { noteStanding } from '../account/account-standing';
import { identityErrors } from '../identity.errors';
import { networkOf } from '../network-address';
import { SecondFactors } from '../second-factor/second-factors';
import { SessionService, type Caller, type NewSession } from '../session.service';
import { SignInFailures, waiting } from '../sign-in-failures';
import type { Viewer } from '../viewer';
import { PendingSignIns, type PendingSignIn, type ProvenFactor, type Way } from './pending-sign-ins';
import { SignInAccounts, type SignInAccount } from './sign-in-accounts';

/** What still has to be done before a session opens, in this order. */
export type SignInStep = 'SECOND_FACTOR' | 'NEW_PASSWORD' | 'ENROLMENT';

interface Proven {
  readonly way: Way;
  readonly weakPassword: boolean;
  readonly secondFactor: ProvenFactor | null;
}

export interface UnderWay {
  readonly sign: PendingSignIn;
  readonly account: SignInAccount;
  readonly step: SignInStep;
}

/** Either a session, or the next step and what the cookie of the sign-in holds meanwhile. */
export type SignInOutcome =
  | (NewSession & { readonly step: null })
  | { readonly step: SignInStep; readonly id: string; readonly token: string; readonly expiresAt: Date };

/** The way from a right password, or the word of a provider, to a session. */
@Injectable()
export class SignInSteps {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly accounts: SignInAccounts,
    private readonly pending: PendingSignIns,
    private readonly factors: SecondFactors,
    private readonly failures: SignInFailures,
    private readonly sessions: SessionService,
  ) {}

  /**
   * After the first step. Whatever session the caller had ends: who signs in has left.
   *
   * @throws ACCOUNT_DISABLED
   */
  async begin(
    account: SignInAccount,
    first: Pick<Proven, 'way' | 'weakPassword'>,
    caller: Caller,
    before: Viewer | null,
  ): Promise<SignInOutcome> {
    if (account.disabledAt) {
      await this.recordRefusal(account, 'DISABLED', caller);
      throw accessErrors.ACCOUNT_DISABLED();
    }
    return this.within(account, async (tx) => {
      if (before) await this.sessions.revoke(tx, before.sessionId);
      const step = nextStep(account, { ...first, secondFactor: null });
      if (!step) return this.open(tx, account, { ...first, secondFactor: null }, caller);
      await this.record(tx, account, 'beginSignIn', { way: first.way, step }, caller);
      return { step, ...(await this.pending.begin(tx, account, first)) };
    });
  }

  /** The sign-in under way behind a token, with its account and next step; null when there is none. */
  async find(token: string | undefined): Promise<UnderWay | null> {
    const sign = token ? await this.pending.find(token) : null;
    const account = sign && (await this.accounts.byId(sign.accountId));
    const step = account && nextStep(account, sign);
    return step && !account.disabledAt ? { sign, account, step } : null;
  }

  /** @throws SIGN_IN_STEP_OVER unless it waits for this step */
  async waitingFor(step: SignInStep, token: string | undefined): Promise<UnderWay> {
    const found = await this.find(token);
    if (found?.step !== step) throw identityErrors.SIGN_IN_STEP_OVER();
    return found;
  }

  /**
   * The code of the authenticator, or a recovery code.
   *
   * @returns the session; null: another step follows
   * @throws SIGN_IN_STEP_OVER, SECOND_FACTOR_WRONG, SECOND_FACTOR_LOCKED, ADDRESS_LOCKED
   */
  async proveSecondFactor(token: string | undefined, code: string, caller: Caller): Promise<NewSession | null> {
    const { sign, account } = await this.waitingFor('SECOND_FACTOR', token);
    const secondFactor = await this.checkFactor(account, code, caller);
    return this.goOn(sign, account, { secondFactor }, caller, (tx) => this.pending.proven(tx, sign, secondFactor));
  }

  /**
   * Proves the second factor of an account, counting what fails by account and by address.
   * @throws SECOND_FACTOR_WRONG, SECOND_FACTOR_LOCKED, ADDRESS_LOCKED
   */
  checkFactor(account: SignInAccount, code: string, caller: Caller): Promise<ProvenFactor> {
    return this.counted(account, caller, () => this.within(account, (tx) => this.factors.prove(tx, account, code)));
  }

  /** Sets up the first authenticator of an administrator. @returns recovery codes and the session */
  async enrol(
    token: string | undefined,
    code: string,
    caller: Caller,
  ): Promise<{ readonly codes: string[]; readonly session: NewSession | null }> {
    const { sign, account } = await this.waitingFor('ENROLMENT', token);
    const codes = await this.counted(account, caller, () => this.factors.confirm(account, code));
    const enrolled = { ...account, enrolled: true };
    const session = await this.goOn(sign, enrolled, { secondFactor: 'TOTP' }, caller, (tx) =>
      this.pending.proven(tx, sign, 'TOTP'),
    );
    return { codes, session };
  }

  /** After a step was done: notes it, and opens the session if it was the last. */
  async goOn(
    sign: PendingSignIn,
    account: SignInAccount,
    done: Partial<Proven>,
    caller: Caller,
    note: (tx: EntityManager) => Promise<void>,
  ): Promise<NewSession | null> {
    return this.within(account, async (tx) => {
      await note(tx);
      const now = { ...sign, ...done };
      if (nextStep(account, now)) {
        leavesNothing('the last step of the sign-in leaves its event');
        return null;
      }
      if (!(await this.pending.end(tx, sign))) throw identityErrors.SIGN_IN_STEP_OVER();
      return this.open(tx, account, now, caller);
    });
  }

  /** A try is counted before it is checked, and given back when it was right: fifty at once get five checks. */
  async counted<T>(account: SignInAccount, caller: Caller, check: () => Promise<T | null>): Promise<T> {
    const network = networkOf(caller.address);
    const byAddress = await this.failures.take('ADDRESS', network);
    if (!byAddress.allowed) throw accessErrors.ADDRESS_LOCKED(waiting(byAddress, this.clock.now()));
    const byAccount = await this.failures.take('SECOND_FACTOR', account.id);
    if (!byAccount.allowed) {
      await this.failures.giveBack('ADDRESS', network);
      throw identityErrors.SECOND_FACTOR_LOCKED(waiting(byAccount, this.clock.now()));
    }
    const right = await check();
    if (right === null) {
      await this.recordRefusal(account, 'WRONG_CODE', caller);
      if (byAccount.remaining === 0) throw identityErrors.SECOND_FACTOR_LOCKED(waiting(byAccount, this.clock.now()));
      throw identityErrors.SECOND_FACTOR_WRONG({ remaining: byAccount.remaining });
    }
    await this.failures.forget('SECOND_FACTOR', account.id);
    await this.failures.giveBack('ADDRESS', network);
    return right;
  }

  private async open(
    tx: EntityManager,
    account: SignInAccount,
    { way, secondFactor }: Proven,
    caller: Caller,
  ): Promise<NewSession & { readonly step: null }> {
    const session = await this.sessions.create(tx, account, caller, { secondFactor: secondFactor !== null });
    await noteStanding(tx, account, { lastSignInAt: this.clock.now() });
    await this.record(tx, account, 'signIn', { way, secondFactor }, caller);
    return { ...session, step: null };
  }

  private recordRefusal(account: SignInAccount, reason: string, caller: Caller): Promise<void> {
    return this.within(account, (tx) => this.record(tx, account, 'signInRefused', { reason }, caller));
  }

  private record(
    tx: EntityManager,
    { id }: SignInAccount,
    action: string,
    after: Record<string, unknown>,
    caller: Caller,
  ): Promise<void> {
    return this.audit.record(tx, { action, subjectType: 'Account', subjectId: id, after, ...from(caller) });
  }

  private within<T>({ id, associationId }: SignInAccount, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.database.transaction({ ...systemScope(associationId), account: id }, work);
  }
}

/** Null: nothing is left to do. */
export function nextStep(
  { administrator, enrolled }: Pick<SignInAccount, 'administrator' | 'enrolled'>,
  { weakPassword, secondFactor }: Pick<Proven, 'weakPassword' | 'secondFactor'>,
): SignInStep | null {
  if (enrolled && !secondFactor) return 'SECOND_FACTOR';
  // only whoever holds both factors sets a new password
  if (weakPassword) return 'NEW_PASSWORD';
  if (administrator && !enrolled) return 'ENROLMENT';
  return null;
}

export const from = ({ address, requestId }: Caller) => ({ address, requestId });
