import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Second factors, mailed links, single sign-on, sessions that renew their token, and the set-up of an installation. */
export class Identity1763800000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await accounts(runner);
    await secondFactors(runner);
    await waysIn(runner);
    await sessions(runner);
    await runner.query(`
      create table installation (
        only_row boolean primary key default true check (only_row),
        setup_token_hash bytea,
        setup_token_until timestamptz,
        set_up_at timestamptz
      );
      comment on table installation is 'the set-up of a real installation, which happens once; SHA-256 of its token';
      insert into installation (set_up_at) select min(created_at) from association;
      grant select, update on installation to dangwu_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger session_rotation on access_grant;
      drop function access_grant_changed();
      drop function access_signed_in(bytea, timestamptz, timestamptz, timestamptz);
      alter table session drop column second_factor_at, drop column rotation_due, drop column previous_token_hash,
        drop column rotated_at;
      alter table sign_in_failure drop constraint sign_in_failure_kind_check;
      delete from sign_in_failure where kind not in ('ACCOUNT', 'ADDRESS');
      alter table sign_in_failure add constraint sign_in_failure_kind_check check (kind in ('ACCOUNT', 'ADDRESS'));
      drop table installation, single_sign_on_attempt, account_identity, account_link, pending_sign_in,
        account_recovery_code, account_second_factor, account_password_history, account_standing;
      alter table account drop column mail, drop column language, drop column member_id`);
  }
}

async function accounts(runner: QueryRunner): Promise<void> {
  await runner.query(`
    alter table account
      add column mail text,
      add column language text not null default 'zh' check (language in ('zh', 'en')),
      add column member_id uuid constraint account_member_exists references member;
    create unique index account_member on account (member_id) where member_id is not null and deleted_at is null;
    comment on column account.member_id is 'the member whose account it is; null: it stands alone';
    comment on column account.mail is 'where its letters go; never what decides who somebody is';

    create table account_standing (
      account_id uuid primary key references account,
      association_id uuid not null references association,
      invited_at timestamptz,
      password_set_at timestamptz,
      second_factor_at timestamptz,
      last_sign_in_at timestamptz
    );
    comment on table account_standing is
      'what administrators see of an account; apart from it, so that a sign-in is no change of the account';
    call dangwu_inner_table('account_standing');
    create policy reader_all on account_standing for select to dangwu_reader using (true);
    grant select on account_standing to dangwu_reader;
    insert into account_standing (account_id, association_id, password_set_at, last_sign_in_at)
      select a.id, a.association_id, s.changed_at, (select max(x.created_at) from session x where x.account_id = a.id)
      from account a left join account_secret s on s.account_id = a.id;

    create table account_password_history (
      id uuid primary key,
      association_id uuid not null references association,
      account_id uuid not null references account,
      password_hash text not null,
      replaced_at timestamptz not null
    );
    comment on table account_password_history is 'passwords an account had, so that the last ones do not come back: argon2id';
    create index account_password_history_account on account_password_history (account_id, replaced_at desc);
    call dangwu_inner_table('account_password_history');
    grant delete on account_password_history to dangwu_app`);
}

async function secondFactors(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table account_second_factor (
      account_id uuid primary key references account,
      association_id uuid not null references association,
      secret bytea,
      next_secret bytea,
      started_at timestamptz not null,
      confirmed_at timestamptz,
      last_step bigint not null default 0,
      check ((secret is null) = (confirmed_at is null))
    );
    comment on column account_second_factor.secret is 'sealed with the data key of the account (person_key)';
    comment on column account_second_factor.next_secret is 'of an authenticator being set up, until a code of it was typed';
    comment on column account_second_factor.last_step is 'the time step of the last code taken: it and older ones are refused';
    call dangwu_inner_table('account_second_factor');
    grant delete on account_second_factor to dangwu_app;

    create table account_recovery_code (
      id uuid primary key,
      association_id uuid not null references association,
      account_id uuid not null references account,
      code_hash text not null,
      used_at timestamptz
    );
    comment on column account_recovery_code.code_hash is 'argon2id';
    create index account_recovery_code_account on account_recovery_code (account_id);
    call dangwu_inner_table('account_recovery_code');
    grant delete on account_recovery_code to dangwu_app;

    create table pending_sign_in (
      id uuid primary key,
      association_id uuid not null references association,
      account_id uuid not null references account,
      token_hash bytea not null unique,
      way text not null check (way in ('PASSWORD', 'SINGLE_SIGN_ON')),
      weak_password boolean not null,
      second_factor text check (second_factor in ('TOTP', 'RECOVERY_CODE')),
      created_at timestamptz not null,
      expires_at timestamptz not null
    );
    comment on table pending_sign_in is 'the first step of a sign-in was right and others follow; it opens nothing by itself';
    comment on column pending_sign_in.second_factor is 'how it was proven; null: not yet';
    create index pending_sign_in_expired on pending_sign_in (expires_at);
    call dangwu_inner_table('pending_sign_in');
    grant delete on pending_sign_in to dangwu_app;

    alter table sign_in_failure drop constraint sign_in_failure_kind_check;
    alter table sign_in_failure add constraint sign_in_failure_kind_check check (
      kind in ('ACCOUNT', 'ADDRESS', 'SECOND_FACTOR', 'RESET', 'RESET_ADDRESS', 'SETUP'))`);
}

async function waysIn(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table account_link (
      id uuid primary key,
      association_id uuid not null references association,
      account_id uuid not null references account,
      kind text not null check (kind in ('INVITATION', 'PASSWORD_RESET')),
      token_hash bytea not null unique,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      used_at timestamptz
    );
    comment on table account_link is 'links in letters, by which somebody sets a password: once, for a time; SHA-256 of the token';
    create index account_link_account on account_link (account_id) where used_at is null;
    call dangwu_inner_table('account_link');
    grant delete on account_link to dangwu_app;

    create table account_identity (
      id uuid primary key,
      association_id uuid not null references association,
      account_id uuid not null references account,
      issuer text not null,
      subject text not null,
      label text,
      linked_at timestamptz not null,
      last_used_at timestamptz,
      constraint account_identity_subject unique (issuer, subject),
      constraint account_identity_account unique (account_id, issuer)
    );
    comment on table account_identity is 'who somebody is at a provider of single sign-on: issuer and subject, never a mail address';
    comment on column account_identity.label is 'what the provider calls the person, for recognition alone';
    call dangwu_inner_table('account_identity');
    grant delete on account_identity to dangwu_app;

    -- before anybody is known: no association, no row-level security
    create table single_sign_on_attempt (
      state_hash bytea primary key,
      browser_hash bytea not null,
      nonce text not null,
      verifier text not null,
      purpose text not null check (purpose in ('SIGN_IN', 'LINK', 'INVITATION')),
      account_id uuid references account,
      link_id uuid references account_link on delete cascade,
      return_to text not null,
      created_at timestamptz not null,
      check ((purpose = 'SIGN_IN') = (account_id is null)),
      check ((purpose = 'INVITATION') = (link_id is not null))
    );
    comment on table single_sign_on_attempt is 'somebody was sent to the provider; taken away when they come back, or after minutes';
    create index single_sign_on_attempt_created on single_sign_on_attempt (created_at);
    grant select, insert, delete on single_sign_on_attempt to dangwu_app`);
}

async function sessions(runner: QueryRunner): Promise<void> {
  // Around access_viewer rather than in it: who holds a session is one question, what a session must have proven another.
  await runner.query(`
    alter table session
      add column second_factor_at timestamptz,
      add column rotation_due boolean not null default false,
      add column previous_token_hash bytea,
      add column rotated_at timestamptz;
    comment on column session.rotation_due is 'rights have changed: the next request gets a new token';
    create unique index session_previous_token on session (previous_token_hash) where previous_token_hash is not null;

    create function access_grant_changed() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      update session set rotation_due = true where account_id = new.account_id and revoked_at is null;
      return null;
    end $$;
    create trigger session_rotation after insert or update of role, organization_id, since, until, deleted_at
      on access_grant for each row execute function access_grant_changed();

    create function access_signed_in(token bytea, at timestamptz, idle_since timestamptz, renewed_since timestamptz)
      returns jsonb language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      s record;
      viewer jsonb;
    begin
      select token_hash, second_factor_at, rotation_due, token_hash = token as is_current into s from session
        where token_hash = token or (previous_token_hash = token and rotated_at > renewed_since);
      if not found then
        return null;
      end if;
      viewer := access_viewer(s.token_hash, at, idle_since);
      if s.second_factor_at is null and exists (
        select from jsonb_array_elements(viewer -> 'grants') g
        where g ->> 'role' in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR')
      ) then
        return null;
      end if;
      return viewer || jsonb_build_object('rotationDue', s.rotation_due and s.is_current);
    end $$;
    comment on function access_signed_in(bytea, timestamptz, timestamptz, timestamptz) is
      'who holds this session; nobody while an administrator has not proven a second factor in it. For some seconds after a renewal the token before counts too, for requests that were under way';
    revoke execute on function access_signed_in(bytea, timestamptz, timestamptz, timestamptz) from public;
    grant execute on function access_signed_in(bytea, timestamptz, timestamptz, timestamptz) to dangwu_app`);
}
