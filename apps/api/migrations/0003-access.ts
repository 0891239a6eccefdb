import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The columns of `PublicRow`. */
const publicRow = `
  id uuid primary key,
  association_id uuid not null references association,
  external_id text,
  version integer not null default 1,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  change_number bigint not null default 0`;

/** Accounts, what they may do where, their sessions; and what a table needs to be the tree. */
export class Access1763800000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // trusted: it needs no superuser
    await runner.query(`create extension if not exists btree_gist`);
    await accounts(runner);
    await grants(runner);
    await sessions(runner);
    await placeTable(runner);
    await lookups(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function access_viewer(bytea, timestamptz, timestamptz);
      drop function access_place_sizes(text, text);
      drop function access_place(uuid, uuid);
      drop procedure dangwu_place_table(regclass);
      drop table sign_in_failure, session, access_grant, account_secret, account`);
  }
}

async function accounts(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table account (${publicRow},
      username text not null,
      name text not null,
      disabled_at timestamptz
    );
    comment on table account is 'who signs in; what an account may do stands in access_grant';
    -- over all associations, since nobody names one when signing in; disabled and deleted accounts keep theirs
    create unique index account_username on account (lower(username));
    create unique index account_external on account (association_id, external_id) where external_id is not null;
    create index account_change on account (association_id, change_number);
    call dangwu_public_table('account');

    create table account_secret (
      account_id uuid primary key references account,
      association_id uuid not null references association,
      password_hash text not null,
      changed_at timestamptz not null
    );
    comment on table account_secret is 'apart from account, so that no reader of accounts can read it: argon2id';
    call dangwu_inner_table('account_secret')`);
}

async function grants(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table access_grant (${publicRow},
      account_id uuid not null references account,
      role text not null,
      organization_id uuid,
      since timestamptz not null,
      until timestamptz,
      check (until is null or until >= since),
      -- 三员分立: of the three administrators an account is at most one at a time
      constraint access_grant_roles_exclude exclude using gist (
        account_id with =, role with <>, tstzrange(since, until) with &&
      ) where (role in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR') and deleted_at is null),
      constraint access_grant_held_once exclude using gist (
        account_id with =, role with =,
        coalesce(organization_id, '00000000-0000-0000-0000-000000000000'::uuid) with =,
        tstzrange(since, until) with &&
      ) where (deleted_at is null),
      constraint access_grant_administrators_everywhere check (
        role not in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR') or organization_id is null)
    );
    comment on column access_grant.organization_id is 'null: for the whole association';
    create index access_grant_account on access_grant (account_id) where deleted_at is null;
    create index access_grant_organization on access_grant (organization_id) where organization_id is not null;
    create unique index access_grant_external on access_grant (association_id, external_id)
      where external_id is not null;
    create index access_grant_change on access_grant (association_id, change_number);
    call dangwu_public_table('access_grant')`);
}

async function sessions(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table session (
      id uuid primary key,
      association_id uuid not null references association,
      account_id uuid not null references account,
      token_hash bytea not null unique,
      created_at timestamptz not null,
      last_seen_at timestamptz not null,
      expires_at timestamptz not null,
      revoked_at timestamptz,
      address text,
      user_agent text
    );
    comment on column session.token_hash is 'SHA-256 of what the cookie holds: a copy of this table opens no session';
    create index session_account on session (account_id, created_at desc);
    create index session_expired on session (expires_at);
    call dangwu_inner_table('session');
    grant delete on session to dangwu_app;

    create table sign_in_failure (
      kind text not null check (kind in ('ACCOUNT', 'ADDRESS')),
      subject bytea not null,
      count integer not null,
      last_at timestamptz not null,
      locked_until timestamptz,
      primary key (kind, subject)
    );
    comment on column sign_in_failure.subject is
      'SHA-256 of the name or address: people type passwords into the field of the name';
    create index sign_in_failure_last on sign_in_failure (last_at);
    grant select, insert, update, delete on sign_in_failure to dangwu_app`);
}

async function placeTable(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- parents are checked at the end of the transaction, so that many rows can be inserted in any order
    create procedure dangwu_place_table(name regclass) language plpgsql as $$
    declare
      plain text := (select relname from pg_class where oid = name);
    begin
      execute format('alter table %s
        add column if not exists no integer not null generated by default as identity,
        add column if not exists parent_id uuid,
        add column if not exists relation text,
        add column if not exists path text collate "C" not null,
        add column if not exists leads_path text collate "C" not null', name);
      execute format('alter table %1$s
        alter no set generated by default,
        add constraint %2$I unique (no),
        add constraint %3$I unique (path),
        add constraint %4$I unique (id, association_id),
        add constraint %5$I foreign key (parent_id, association_id) references %1$s (id, association_id)
          deferrable initially deferred,
        add constraint %6$I check (
          (parent_id is null) = (relation is null) and relation in (''LEADS'', ''GUIDES'')
          and path like ''/%%/'' || no || ''/'' and leads_path like ''/%%/'' || no || ''/'')',
        name, plain || '_no_once', plain || '_path_once', plain || '_id_association', plain || '_parent',
        plain || '_place');
      execute format('create index %I on %s (leads_path)', plain || '_leads_path', name);
      execute format('create index %I on %s (parent_id)', plain || '_children', name);
      execute format('create unique index %I on %s (association_id) where parent_id is null', plain || '_one_root', name);
      execute format('grant usage on sequence %s to dangwu_app', pg_get_serial_sequence(name::text, 'no'));
      execute format('create policy app_place on %s as restrictive to dangwu_app
        using (dangwu_reaches(path, leads_path)) with check (dangwu_reaches(path, leads_path))', name);
    end $$;
    comment on procedure dangwu_place_table(regclass) is
      'makes a table of PlaceRow the tree, after dangwu_public_table: columns unless they are there, keys, indexes, policy'`);
}

async function lookups(runner: QueryRunner): Promise<void> {
  // What decides about rights is read before any rights are known, hence past row-level security: with the eyes of
  // dangwu_owner. Each function says itself which association or session it answers for.
  await runner.query(`
    create function access_viewer(token bytea, at timestamptz, idle_since timestamptz) returns jsonb
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      s session;
    begin
      select * into s from session
        where token_hash = token and revoked_at is null and expires_at > at and last_seen_at > idle_since;
      if not found then
        return null;
      end if;
      if s.last_seen_at < at - interval '1 minute' then
        update session set last_seen_at = greatest(last_seen_at, at) where id = s.id;
        s.last_seen_at := at;
      end if;
      return (
        select jsonb_build_object(
          'account', jsonb_build_object('id', a.id, 'username', a.username, 'name', a.name),
          'association', jsonb_build_object('id', o.id, 'no', o.no, 'name', o.name, 'kind', o.kind),
          'session', jsonb_build_object(
            'id', s.id, 'signedInAt', s.created_at, 'lastSeenAt', s.last_seen_at, 'expiresAt', s.expires_at),
          'grants', coalesce((
            select jsonb_agg(jsonb_build_object('id', g.id, 'role', g.role, 'organizationId', g.organization_id,
              'path', p.path, 'leadsPath', p.leads_path) order by g.since, g.id)
            from access_grant g
            left join party_organization p on p.id = g.organization_id and p.association_id = g.association_id
            where g.account_id = a.id and g.deleted_at is null and g.since <= at and (g.until is null or g.until > at)
              and (g.organization_id is null or p.id is not null)), '[]'))
        from account a join association o on o.id = a.association_id
        where a.id = s.account_id and a.disabled_at is null and a.deleted_at is null);
    end $$;
    comment on function access_viewer(bytea, timestamptz, timestamptz) is
      'who holds this session and what grants are in force where; null: nobody. Touches the session once a minute';

    create function access_place(association uuid, place uuid) returns table (
        id uuid, association_id uuid, no integer, parent_id uuid, relation text, path text, leads_path text)
      language plpgsql stable security definer set search_path = public, pg_temp as $$
    begin
      return query select p.id, p.association_id, p.no, p.parent_id, p.relation, p.path, p.leads_path
        from party_organization p where p.id = place and p.association_id = association;
    end $$;

    create function access_place_sizes(path text, leads_path text) returns table (tree integer, led integer)
      language plpgsql stable security definer set search_path = public, pg_temp as $$
    begin
      return query select
        (select count(*)::int from (select from party_organization p
          where p.path >= access_place_sizes.path collate "C"
            and p.path < (rtrim(access_place_sizes.path, '/') || '0') collate "C" limit 10001) t),
        (select count(*)::int from (select from party_organization p
          where p.leads_path >= access_place_sizes.leads_path collate "C"
            and p.leads_path < (rtrim(access_place_sizes.leads_path, '/') || '0') collate "C" limit 10001) l);
    end $$;
    comment on function access_place_sizes(text, text) is 'estimates for plans, up to 10,001';

    revoke execute on function access_viewer(bytea, timestamptz, timestamptz), access_place(uuid, uuid),
      access_place_sizes(text, text) from public;
    grant execute on function access_viewer(bytea, timestamptz, timestamptz), access_place(uuid, uuid),
      access_place_sizes(text, text) to dangwu_app`);
}
