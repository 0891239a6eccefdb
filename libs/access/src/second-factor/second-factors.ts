import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import { PersonKeys } from '@dangwu/platform/keys';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AccountLetters } from '../account/account-letters';
import { noteStanding } from '../account/account-standing';
import { identityErrors } from '../identity.errors';
import { SessionService } from '../session.service';
import type { SignInAccount } from '../sign-in/sign-in-accounts';
import { RecoveryCodes } from './recovery-codes';
import { newTotpSecret, stepOfCode, totpAddress } from './totp';

const field = { table: 'account_second_factor', column: 'secret' } as const;

interface Kept {
  /** null: none has been set up yet */
  readonly secret: Buffer | null;
  /** being set up, beside the one in use */
  readonly nextSecret: Buffer | null;
  readonly lastStep: string;
}

/** Setting up, checking and taking away the authenticator of an account. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly keys: PersonKeys,
    private readonly codes: RecoveryCodes,
    private readonly sessions: SessionService,
    private readonly letters: AccountLetters,
  ) {}

  /** A new secret, which counts once a code of it was typed. Until then the one in use stays. */
  start(account: SignInAccount): Promise<{ readonly secret: string; readonly address: string }> {
    return this.within(account, async (tx) => {
      const secret = newTotpSecret();
      const sealed = await this.keys.encrypt(tx, account.id, account.associationId, field, secret);
      await tx.query(
        `insert into account_second_factor (account_id, association_id, next_secret, started_at) values ($1, $2, $3, $4)
         on conflict (account_id) do update set next_secret = $3, started_at = $4`,
        [account.id, account.associationId, sealed, this.clock.now()],
      );
      await this.record(tx, account, 'startEnrolment');
      return { secret, address: totpAddress(secret, account.username) };
    });
  }

  /**
   * Sets the authenticator up by its first code, or takes it in place of the one in use.
   *
   * @param sessionId the session that asks, which counts as proven from now on; other sessions end
   * @returns recovery codes, which are shown this once; null: the code is wrong
   * @throws ENROLMENT_NOT_STARTED
   */
  async confirm(account: SignInAccount, typed: string, sessionId: string | null = null): Promise<string[] | null> {
    const made = await this.codes.make();
    return this.within(account, async (tx) => {
      const kept = await this.keep(tx, account.id);
      if (!kept?.nextSecret) throw identityErrors.ENROLMENT_NOT_STARTED();
      const step = await this.stepOf(tx, account.id, kept.nextSecret, typed);
      if (step === null) return null;
      const now = this.clock.now();
      await tx.query(
        `update account_second_factor
         set secret = next_secret, next_secret = null, confirmed_at = $2, last_step = $3 where account_id = $1`,
        [account.id, now, step],
      );
      await this.codes.replace(tx, account, made.hashes);
      await noteStanding(tx, account, { secondFactorAt: now });
      await this.sessions.revokeAll(tx, account.id, sessionId);
      if (sessionId) await this.sessions.proven(tx, sessionId);
      await this.record(tx, account, 'enrolSecondFactor', { replaced: account.enrolled });
      await this.letters.send(tx, 'SECOND_FACTOR_SET', account);
      return made.codes;
    });
  }

  /** Sets an authenticator up without its first code, for the demo, whose secrets stand in a file. @returns its secret */
  async install(tx: EntityManager, account: SignInAccount): Promise<string> {
    const [secret, now] = [newTotpSecret(), this.clock.now()];
    await tx.query(
      `insert into account_second_factor (account_id, association_id, secret, started_at, confirmed_at)
       values ($1, $2, $3, $4, $4)`,
      [
        account.id,
        account.associationId,
        await this.keys.encrypt(tx, account.id, account.associationId, field, secret),
        now,
      ],
    );
    await noteStanding(tx, account, { secondFactorAt: now });
    await this.record(tx, account, 'enrolSecondFactor', { demo: true });
    return secret;
  }

  /** Whether this is a code of the authenticator that was not used yet, or a recovery code; it is used then. */
  async prove(tx: EntityManager, account: SignInAccount, typed: string): Promise<'TOTP' | 'RECOVERY_CODE' | null> {
    const kept = await this.keep(tx, account.id);
    if (!kept?.secret) return null;
    if (digits(typed)) {
      const step = await this.stepOf(tx, account.id, kept.secret, typed);
      if (step === null || step <= Number(kept.lastStep)) return null;
      await tx.query(`update account_second_factor set last_step = $2 where account_id = $1`, [account.id, step]);
      return 'TOTP';
    }
    const code = await this.codes.find(tx, account.id, typed);
    if (!code || !(await this.codes.use(tx, code))) return null;
    const left = await this.codes.left(tx, account.id);
    await this.record(tx, account, 'useRecoveryCode', { left });
    await this.letters.send(tx, 'RECOVERY_CODE_USED', account, { count: left });
    return 'RECOVERY_CODE';
  }

  /** Ten new recovery codes; the ones before end. @throws SECOND_FACTOR_MISSING */
  async renewCodes(account: SignInAccount): Promise<string[]> {
    if (!account.enrolled) throw identityErrors.SECOND_FACTOR_MISSING();
    const { codes, hashes } = await this.codes.make();
    await this.within(account, async (tx) => {
      await this.codes.replace(tx, account, hashes);
      await this.record(tx, account, 'renewRecoveryCodes');
    });
    return codes;
  }

  /**
   * Takes the authenticator away; the account’s sessions end, but for one.
   * @throws SECOND_FACTOR_MISSING
   */
  async remove(tx: EntityManager, account: SignInAccount, action: string, except: string | null): Promise<void> {
    if (!account.enrolled) throw identityErrors.SECOND_FACTOR_MISSING();
    await tx.query(`delete from account_second_factor where account_id = $1`, [account.id]);
    await this.codes.remove(tx, account.id);
    await noteStanding(tx, account, { secondFactorAt: null });
    await this.sessions.revokeAll(tx, account.id, except);
    await this.record(tx, account, action);
    await this.letters.send(tx, 'SECOND_FACTOR_REMOVED', account);
  }

  /** Its row, held until the transaction ends, so that a code counts once although it comes twice at once. */
  private async keep(tx: EntityManager, accountId: string): Promise<Kept | undefined> {
    const [row] = await tx.query<Kept[]>(
      `select secret, next_secret as "nextSecret", last_step as "lastStep" from account_second_factor
       where account_id = $1 for update`,
      [accountId],
    );
    return row;
  }

  /** The time step this is the code of; null: of none that counts now. */
  private async stepOf(tx: EntityManager, accountId: string, sealed: Buffer, typed: string): Promise<number | null> {
    const code = digits(typed);
    const secret = await this.keys.decrypt(tx, accountId, field, sealed);
    return code && secret ? stepOfCode(secret, code, this.clock.now()) : null;
  }

  private within<T>({ associationId, id }: SignInAccount, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.database.transaction({ ...systemScope(associationId), account: id }, work);
  }

  private record(tx: EntityManager, { id }: SignInAccount, action: string, after: object = {}): Promise<void> {
    return this.audit.record(tx, { action, subjectType: 'Account', subjectId: id, after: { ...after } });
  }
}

/** Six digits, also with a blank between or in full width; null when it is something else. */
function digits(typed: string): string | null {
  const code = typed.normalize('NFKC').replace(/\s/g, '');
  return /^\d{6}$/.test(code) ? code : null;
}
