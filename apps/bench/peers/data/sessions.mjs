// Accounts that are signed in, as rows: nobody types a password while something is measured.
import { createHash, randomBytes } from 'node:crypto';

let accounts = 0;

/**
 * An account with one role at each of the organizations (none: for the whole association), signed in.
 * @returns the token of its session, and what stands in the rows that it writes
 */
export async function signIn(client, association, role, organizationIds) {
  const token = randomBytes(32).toString('base64url');
  const name = `bench-${++accounts}-${token.slice(0, 6)}`;
  const { rows } = await client.query(
    `insert into account (id, association_id, username, name) values (uuidv7(), $1, $2, $2) returning id`,
    [association.id, name],
  );
  const account = rows[0].id;
  await client.query(
    `insert into access_grant (id, association_id, account_id, role, organization_id, since)
     select uuidv7(), $1, $2, $3, o, now() - interval '1 day' from unnest($4::uuid[]) o`,
    [association.id, account, role, organizationIds.length ? organizationIds : [null]],
  );
  const signedIn = await client.query(
    `insert into session (id, association_id, account_id, token_hash, created_at, last_seen_at, expires_at)
     values (uuidv7(), $1, $2, $3, now(), now(), now() + interval '12 hours') returning id`,
    [association.id, account, createHash('sha256').update(token).digest()],
  );
  return { token, account, name, session: signedIn.rows[0].id };
}
