import { Audit, leavesNothing } from '@dangwu/platform/audit';
import { Database, systemScope } from '@dangwu/platform/database';
import { DomainError } from '@dangwu/platform/errors';
import { Injectable } from '@nestjs/common';
import { identityErrors } from '../identity.errors';
import { MailedLinks } from '../password/mailed-links';
import { PasswordResets } from '../password/password-resets';
import type { Caller } from '../session.service';
import { Reauthentication, type Proof } from '../sign-in/reauthentication';
import { SignInAccounts, type SignInAccount } from '../sign-in/sign-in-accounts';
import { from, SignInSteps, type SignInOutcome } from '../sign-in/sign-in-steps';
import type { Viewer } from '../viewer';
import { Identities } from './identities';
import { IdentityProvider, type ForeignIdentity } from './identity-provider';
import { SingleSignOnAttempts, type Attempt, type Purpose } from './single-sign-on-attempts';

/** Where the browser goes next, and what it gets on the way. */
export interface Arrival {
  /** a path of the console */
  readonly to: string;
  /** null: nobody was signed in anew */
  readonly outcome: SignInOutcome | null;
}

interface Departure {
  /** where the browser has to go */
  readonly address: string;
  /** what its cookie must hold when it comes back */
  readonly token: string;
  readonly expiresAt: Date;
}

/** Signing in through the provider, and linking an account with who somebody is there. */
@Injectable()
export class SingleSignOn {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly provider: IdentityProvider,
    private readonly attempts: SingleSignOnAttempts,
    private readonly identities: Identities,
    private readonly accounts: SignInAccounts,
    private readonly steps: SignInSteps,
    private readonly reauthentication: Reauthentication,
    private readonly resets: PasswordResets,
    private readonly links: MailedLinks,
  ) {}

  /** @throws SINGLE_SIGN_ON_OFF, SINGLE_SIGN_ON_UNAVAILABLE */
  signIn(returnTo: string): Promise<Departure> {
    return this.depart({ purpose: 'SIGN_IN' }, returnTo);
  }

  /** By the person it belongs to, who proves once more to be the one. @throws what `Reauthentication.both` throws */
  async link(viewer: Viewer, proof: Proof, caller: Caller): Promise<Departure> {
    const { id } = await this.reauthentication.both(viewer, proof, caller);
    return this.depart({ purpose: 'LINK', accountId: id }, '/account');
  }

  /** By whoever an administrator invited, instead of setting a password. @throws LINK_OVER */
  async accept(token: string): Promise<Departure> {
    const { link, account } = await this.resets.byLink(token);
    if (link.kind !== 'INVITATION') throw identityErrors.LINK_OVER();
    return this.depart({ purpose: 'INVITATION', accountId: account.id, linkId: link.id }, '/');
  }

  /** The browser is back. What is refused becomes a page that says so. */
  async arrive(query: string, token: string | undefined, viewer: Viewer | null, caller: Caller): Promise<Arrival> {
    const state = new URLSearchParams(query).get('state') ?? '';
    const attempt = await this.attempts.take(state, token);
    try {
      if (!attempt) throw identityErrors.SINGLE_SIGN_ON_OVER();
      const identity = await this.provider.identify(query, { ...attempt, state });
      return await this.finish(attempt, identity, viewer, caller);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await this.recordRefusal(error.reason, caller);
      const page = attempt?.purpose === 'LINK' ? '/account' : '/login';
      return { to: `${page}?${new URLSearchParams({ refused: error.reason })}`, outcome: null };
    }
  }

  private async finish(
    attempt: Attempt,
    identity: ForeignIdentity,
    viewer: Viewer | null,
    caller: Caller,
  ): Promise<Arrival> {
    if (attempt.purpose === 'LINK') {
      if (viewer?.account.id !== attempt.accountId) throw identityErrors.SINGLE_SIGN_ON_OVER();
      const account = await this.account(attempt.accountId);
      await this.database.transaction(viewer.scope('account.own'), (tx) => this.identities.link(tx, account, identity));
      return { to: `${attempt.returnTo}?linked=1`, outcome: null };
    }
    const account = await (attempt.purpose === 'INVITATION' ? this.invited(attempt, identity) : this.known(identity));
    const outcome = await this.steps.begin(account, { way: 'SINGLE_SIGN_ON', weakPassword: false }, caller, viewer);
    const to = outcome.step ? `/login?${new URLSearchParams({ to: attempt.returnTo })}` : attempt.returnTo;
    return { to, outcome };
  }

  private async known(identity: ForeignIdentity): Promise<SignInAccount> {
    const accountId = await this.identities.accountOf(identity);
    if (!accountId) throw identityErrors.SINGLE_SIGN_ON_NOT_LINKED();
    return this.account(accountId);
  }

  private async invited(
    { accountId, linkId }: Extract<Purpose, { purpose: 'INVITATION' }>,
    identity: ForeignIdentity,
  ): Promise<SignInAccount> {
    const account = await this.account(accountId);
    await this.database.transaction({ ...systemScope(account.associationId), account: accountId }, async (tx) => {
      await this.links.use(tx, linkId);
      await this.identities.link(tx, account, identity);
      await this.audit.record(tx, { action: 'acceptInvitation', subjectType: 'Account', subjectId: accountId });
    });
    return account;
  }

  private async account(id: string): Promise<SignInAccount> {
    const account = await this.accounts.byId(id);
    if (!account) throw identityErrors.SINGLE_SIGN_ON_NOT_LINKED();
    return account;
  }

  private async depart(purpose: Purpose, returnTo: string): Promise<Departure> {
    leavesNothing('nothing is done until the browser comes back');
    const agreed = this.provider.agree();
    const address = await this.provider.address(agreed);
    return { address: address.href, ...(await this.attempts.begin(agreed, purpose, inside(returnTo))) };
  }

  private recordRefusal(reason: string, caller: Caller): Promise<void> {
    return this.database.transaction(systemScope(null), (tx) =>
      this.audit.record(tx, {
        action: 'signInRefused',
        subjectType: 'Account',
        subjectId: null,
        after: { way: 'SINGLE_SIGN_ON', reason },
        ...from(caller),
      }),
    );
  }
}

/** Only pages of the console: an address from outside must not send people elsewhere after signing in. */
const inside = (path: string): string => (/^\/(?![/\\])[^\s\\]*$/.test(path) ? path.slice(0, 500) : '/');
