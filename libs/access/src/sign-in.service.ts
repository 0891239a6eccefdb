import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import { DomainError } from '@dangwu/platform/errors';
import { Injectable } from '@nestjs/common';
import { accessErrors } from './access.errors';
import { networkOf } from './network-address';
import { Passwords } from './passwords';
import { SessionService, type Caller, type NewSession } from './session.service';
import { SignInFailures, type Try } from './sign-in-failures';
import type { Viewer } from './viewer';

interface Found {
  readonly id: string;
  readonly associationId: string;
  readonly disabledAt: Date | null;
  readonly hash: string;
}

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
  ) {}

  /**
   * Opens a new session, whatever session the caller had: that one ends.
   *
   * An unknown name is answered like a wrong password, after the same work, and locks like one.
   *
   * @throws SIGN_IN_REFUSED with the tries left, SIGN_IN_LOCKED, ADDRESS_LOCKED, ACCOUNT_DISABLED
   */
  async signIn(username: string, password: string, caller: Caller, before: Viewer | null): Promise<NewSession> {
    const name = username.normalize('NFC').trim().toLowerCase();
    const network = networkOf(caller.address);
    const byAddress = await this.failures.take('ADDRESS', network);
    if (!byAddress.allowed) throw this.locked('ADDRESS_LOCKED', byAddress);
    const byName = await this.failures.take('ACCOUNT', name);
    if (!byName.allowed) {
      await this.failures.giveBack('ADDRESS', network);
      throw this.locked('SIGN_IN_LOCKED', byName);
    }

    const account = await this.find(name);
    if (!(await this.passwords.matches(password, account?.hash)) || !account)
      throw await this.refused(account, byName, caller);
    await this.failures.forget(name);
    await this.failures.giveBack('ADDRESS', network);
    if (account.disabledAt) throw await this.disabled(account, caller);

    return this.database.transaction({ ...systemScope(account.associationId), account: account.id }, async (tx) => {
      if (before) await this.sessions.revoke(tx, before.sessionId);
      const session = await this.sessions.create(tx, account, caller);
      await this.audit.record(tx, { action: 'signIn', subjectType: 'Account', subjectId: account.id, ...from(caller) });
      return session;
    });
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

  private find(name: string): Promise<Found | undefined> {
    return this.database.transaction(systemScope(null), async (tx) => {
      const rows = await tx.query<Found[]>(
        `select a.id, a.association_id as "associationId", a.disabled_at as "disabledAt", s.password_hash as hash
         from account a join account_secret s on s.account_id = a.id
         where lower(a.username) = $1 and a.deleted_at is null`,
        [name],
      );
      return rows[0];
    });
  }

  private locked(reason: 'SIGN_IN_LOCKED' | 'ADDRESS_LOCKED', { limit, minutes, lockedUntil }: Try): DomainError {
    const left = Math.max(1, (lockedUntil ?? this.clock.now()).getTime() - this.clock.now().getTime());
    return accessErrors[reason]({
      limit,
      minutes,
      wait: Math.ceil(left / 60_000),
      /** seconds */
      retryAfter: Math.ceil(left / 1000),
    });
  }

  private async refused(account: Found | undefined, byName: Try, caller: Caller): Promise<DomainError> {
    await this.recordRefusal(account, account ? 'WRONG_PASSWORD' : 'UNKNOWN_NAME', caller);
    if (byName.remaining === 0) return this.locked('SIGN_IN_LOCKED', byName);
    const { remaining, limit, minutes } = byName;
    return accessErrors.SIGN_IN_REFUSED({ remaining, limit, minutes });
  }

  private async disabled(account: Found, caller: Caller): Promise<DomainError> {
    await this.recordRefusal(account, 'DISABLED', caller);
    return accessErrors.ACCOUNT_DISABLED();
  }

  /** In a transaction of its own: what is refused must still be known. The name typed in is not: it may be a password. */
  private recordRefusal(account: Found | undefined, reason: string, caller: Caller): Promise<void> {
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

const from = ({ address, requestId }: Caller) => ({ address, requestId });
