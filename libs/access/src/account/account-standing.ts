import type { EntityManager } from 'typeorm';

/** The columns of `account_standing` that are written from elsewhere. */
export interface Standing {
  readonly invitedAt?: Date;
  readonly passwordSetAt?: Date;
  /** null: it has none any more */
  readonly secondFactorAt?: Date | null;
  readonly lastSignInAt?: Date;
}

const columns = {
  invitedAt: 'invited_at',
  passwordSetAt: 'password_set_at',
  secondFactorAt: 'second_factor_at',
  lastSignInAt: 'last_sign_in_at',
} as const;

/** Notes what administrators see of an account; the rest of its row stays. */
export async function noteStanding(
  tx: EntityManager,
  account: { readonly id: string; readonly associationId: string },
  standing: Standing,
): Promise<void> {
  const names = Object.keys(standing) as (keyof Standing)[];
  const listed = names.map((name) => columns[name]);
  await tx.query(
    `insert into account_standing (account_id, association_id${listed.map((each) => `, ${each}`).join('')})
     values ($1, $2${listed.map((_, i) => `, $${i + 3}`).join('')})
     on conflict (account_id) do update set account_id = excluded.account_id
       ${listed.map((each) => `, ${each} = excluded.${each}`).join('')}`,
    [account.id, account.associationId, ...names.map((name) => standing[name])],
  );
}
