import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { Injectable } from '@nestjs/common';
import { newToken, tokenHash } from '../session-token';
import type { Agreed } from './identity-provider';

/** For whom somebody was sent to the provider. */
export type Purpose =
  | { readonly purpose: 'SIGN_IN' }
  | { readonly purpose: 'LINK'; readonly accountId: string }
  | { readonly purpose: 'INVITATION'; readonly accountId: string; readonly linkId: string };

export type Attempt = Purpose & Pick<Agreed, 'nonce' | 'verifier'> & { readonly returnTo: string };

const lifetime = 10 * 60_000;

/** Those who are at the provider just now. Each comes back once, in the browser that left. */
@Injectable()
export class SingleSignOnAttempts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns what the browser's cookie holds */
  async begin(
    { state, nonce, verifier }: Agreed,
    purpose: Purpose,
    returnTo: string,
  ): Promise<{ readonly token: string; readonly expiresAt: Date }> {
    const now = this.clock.now();
    const token = newToken();
    await this.database.source.query(`delete from single_sign_on_attempt where created_at <= $1`, [
      new Date(now.getTime() - lifetime),
    ]);
    await this.database.source.query(
      `insert into single_sign_on_attempt
         (state_hash, browser_hash, nonce, verifier, purpose, account_id, link_id, return_to, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        tokenHash(state),
        tokenHash(token),
        nonce,
        verifier,
        purpose.purpose,
        'accountId' in purpose ? purpose.accountId : null,
        'linkId' in purpose ? purpose.linkId : null,
        returnTo,
        now,
      ],
    );
    return { token, expiresAt: new Date(now.getTime() + lifetime) };
  }

  /** Takes the attempt away: it does not come twice. Null for a state or a browser that fits none. */
  async take(state: string, token: string | undefined): Promise<Attempt | null> {
    if (!token) return null;
    const [rows] = await this.database.source.query<[Attempt[], number]>(
      `delete from single_sign_on_attempt where state_hash = $1 and browser_hash = $2 and created_at > $3
       returning nonce, verifier, purpose, account_id as "accountId", link_id as "linkId", return_to as "returnTo"`,
      [tokenHash(state), tokenHash(token), new Date(this.clock.now().getTime() - lifetime)],
    );
    return rows[0] ?? null;
  }
}
