import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tokens that open a session's rights to a program of the person's own: for now those of the explorer. */
export class AccessTokens1763800000026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table access_token (
        id uuid primary key,
        association_id uuid not null references association,
        account_id uuid not null references account,
        session_id uuid not null references session on delete cascade,
        token_hmac bytea not null unique,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        revoked_at timestamptz
      );
      comment on table access_token is 'a second key to a session: it opens what the session opens, and ends with it';
      comment on column access_token.token_hmac is 'keyed outside of the database: a copy of this table opens nothing';
      create index access_token_session on access_token (session_id);
      call dangwu_inner_table('access_token');

      -- who calls is found out before any rights are known, hence past row-level security
      create function access_token_session(hmac bytea, at timestamptz) returns bytea
        language sql stable security definer set search_path = public, pg_temp as $$
        select s.token_hash from access_token t join session s on s.id = t.session_id
          where t.token_hmac = hmac and t.revoked_at is null and t.expires_at > at
      $$;
      comment on function access_token_session(bytea, timestamptz) is
        'the session a token stands for, as access_viewer takes it; null: none';
      revoke execute on function access_token_session(bytea, timestamptz) from public;
      grant execute on function access_token_session(bytea, timestamptz) to dangwu_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function access_token_session(bytea, timestamptz);
      drop table access_token`);
  }
}
