import { Audit, leavesNothing } from '@dangwu/platform/audit';
import { Config } from '@dangwu/platform/config';
import { Database } from '@dangwu/platform/database';
import { globalId, localId } from '@dangwu/platform/ids';
import { letterKinds } from '@dangwu/platform/mail';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { accessErrors } from '../access.errors';
import { AccountEntity } from '../account.entity';
import { identityErrors } from '../identity.errors';
import { shortestPassword } from '../passwords';
import { RecoveryCodes } from '../second-factor/recovery-codes';
import { SecondFactors } from '../second-factor/second-factors';
import type { Caller } from '../session.service';
import { OwnSessions } from '../session/own-sessions';
import { Reauthentication, type Proof } from '../sign-in/reauthentication';
import { SignInAccounts, type SignInAccount } from '../sign-in/sign-in-accounts';
import { Identities } from '../single-sign-on/identities';
import type { Viewer } from '../viewer';
import type { LanguageKey, OwnAccount } from './own-account.type';

interface Standing {
  readonly passwordSetAt: Date | null;
  readonly secondFactorAt: Date | null;
}

/** What a person sees and does of their own account, beside its password. */
@Injectable()
export class OwnAccounts {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly audit: Audit,
    private readonly accounts: SignInAccounts,
    private readonly codes: RecoveryCodes,
    private readonly factors: SecondFactors,
    private readonly identities: Identities,
    private readonly sessions: OwnSessions,
    private readonly reauthentication: Reauthentication,
  ) {}

  async read(viewer: Viewer): Promise<OwnAccount> {
    const account = await this.account(viewer);
    const { standing, left, identities, lettersOff } = await this.within(viewer, async (tx) => {
      const [standing] = await tx.query<Standing[]>(
        `select password_set_at as "passwordSetAt", second_factor_at as "secondFactorAt" from account_standing
         where account_id = $1`,
        [account.id],
      );
      return {
        standing,
        lettersOff: (await tx.findOneByOrFail(AccountEntity, { id: account.id })).lettersOff,
        left: await this.codes.left(tx, account.id),
        identities: await this.identities.list(tx, account.id),
      };
    });
    const provider = this.config.singleSignOn?.name ?? { zh: '单位统一身份', en: 'your organization' };
    return {
      id: globalId('Account', account.id),
      username: account.username,
      name: account.name,
      mail: account.mail,
      language: account.language === 'zh' ? 'ZH' : 'EN',
      letters: letterKinds().map(({ key, name, text, compulsory = false }) => ({
        key,
        name,
        text,
        on: compulsory || !lettersOff.includes(key),
        compulsory,
      })),
      passwordSetAt: account.hash ? (standing?.passwordSetAt ?? null) : null,
      passwordLength: shortestPassword(account.administrator),
      secondFactor: {
        since: account.enrolled ? (standing?.secondFactorAt ?? null) : null,
        recoveryCodesLeft: left,
        compulsory: account.administrator,
      },
      identities: identities.map(({ id, ...rest }) => ({ id: globalId('LinkedIdentity', id), provider, ...rest })),
      sessions: await this.sessions.list(viewer),
      limits: {
        idleMinutes: Math.round(this.config.sessionIdle / 60_000),
        lifetimeMinutes: Math.round(this.config.sessionLifetime / 60_000),
      },
    };
  }

  /** @throws what `Reauthentication.both` throws; SECOND_FACTOR_MISSING */
  async renewRecoveryCodes(viewer: Viewer, proof: Proof, caller: Caller): Promise<string[]> {
    return this.factors.renewCodes(await this.reauthentication.both(viewer, proof, caller));
  }

  /** @throws SECOND_FACTOR_COMPULSORY, SECOND_FACTOR_MISSING, and what `Reauthentication.both` throws */
  async removeSecondFactor(viewer: Viewer, proof: Proof, caller: Caller): Promise<void> {
    const known = await this.account(viewer);
    if (known.administrator) throw identityErrors.SECOND_FACTOR_COMPULSORY();
    if (!known.enrolled) throw identityErrors.SECOND_FACTOR_MISSING();
    const account = await this.reauthentication.both(viewer, proof, caller);
    await this.within(viewer, (tx) => this.factors.remove(tx, account, 'removeSecondFactor', viewer.sessionId));
  }

  /** @throws UNKNOWN_ID, LAST_WAY_IN */
  async unlink(viewer: Viewer, id: string): Promise<void> {
    const account = await this.account(viewer);
    await this.within(viewer, (tx) => this.identities.unlink(tx, account, localId('LinkedIdentity', id)));
  }

  async chooseLanguage(viewer: Viewer, language: LanguageKey): Promise<void> {
    await this.within(viewer, async (tx) => {
      const chosen = language === 'ZH' ? 'zh' : 'en';
      await tx.update(AccountEntity, { id: viewer.account.id }, { language: chosen });
      await this.audit.record(tx, {
        action: 'chooseLanguage',
        subjectType: 'Account',
        subjectId: viewer.account.id,
        after: { language: chosen },
      });
    });
  }

  /** @throws LETTER_COMPULSORY, LETTER_UNKNOWN */
  async chooseLetters(viewer: Viewer, off: readonly string[]): Promise<void> {
    const kinds = new Map(letterKinds().map((kind) => [kind.key, kind]));
    for (const key of off) {
      const kind = kinds.get(key);
      if (!kind) throw accessErrors.LETTER_UNKNOWN({ key });
      if (kind.compulsory) throw accessErrors.LETTER_COMPULSORY({ nameZh: kind.name.zh, nameEn: kind.name.en });
    }
    const { id } = viewer.account;
    await this.within(viewer, async (tx) => {
      const account = await tx.findOneByOrFail(AccountEntity, { id });
      const [before, after] = [[...account.lettersOff].sort(), [...off].sort()];
      if (before.join() === after.join()) return leavesNothing('they are chosen so already');
      await tx.update(AccountEntity, { id }, { lettersOff: after });
      await this.audit.record(tx, {
        action: 'chooseLetters',
        subjectType: 'Account',
        subjectId: id,
        before: { lettersOff: before.join('、') },
        after: { lettersOff: after.join('、') },
      });
    });
  }

  private async account(viewer: Viewer): Promise<SignInAccount> {
    const account = await this.accounts.byId(viewer.account.id);
    if (!account) throw accessErrors.SIGN_IN_REQUIRED();
    return account;
  }

  private within<T>(viewer: Viewer, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.database.transaction(viewer.scope('account.own'), work);
  }
}
