import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A process may remember who a session belongs to and what it may do where, as long as the statement that reads for it
 * confirms, in its own snapshot, that nothing of that has changed since.
 */
export class ConfirmedReads1763800000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await versions(runner);
    await triggers(runner);
    await confirmation(runner);
    await viewer(runner, versioned);
  }

  async down(runner: QueryRunner): Promise<void> {
    await viewer(runner, '');
    await runner.query(`
      drop function access_confirms(bytea, timestamptz, timestamptz, bigint);
      drop function access_version_of(uuid);
      drop trigger access_changed on association;
      drop trigger access_changed on account;
      drop trigger access_changed on access_grant;
      drop trigger access_moved on party_organization;
      drop trigger access_removed on party_organization;
      drop trigger access_version_begins on association;
      drop function access_changed();
      drop function access_version_begins();
      drop table access_version`);
  }
}

async function versions(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table access_version (
      association_id uuid primary key references association,
      version bigint not null default 1
    );
    comment on table access_version is
      'rises with every change of who may do what where: accounts, grants, places of the tree';
    call dangwu_inner_table('access_version');
    revoke insert, update on access_version from dangwu_app;
    insert into access_version (association_id) select id from association`);
}

/** Triggers write with the eyes of dangwu_owner: no transaction may change rights without the version rising. */
async function triggers(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create function access_version_begins() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      insert into access_version (association_id) values (new.id);
      return null;
    end $$;
    create trigger access_version_begins after insert on association
      for each row execute function access_version_begins();

    create function access_changed() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      update access_version set version = version + 1
        where dangwu_association() is null or association_id = dangwu_association();
      return null;
    end $$;
    comment on function access_changed() is
      'after a statement: once, however many rows it changed; all associations when the transaction names none';
    create trigger access_changed after update on association
      for each statement execute function access_changed();
    create trigger access_changed after update or delete on account
      for each statement execute function access_changed();
    create trigger access_changed after insert or update or delete on access_grant
      for each statement execute function access_changed();
    -- a new node lies in the ranges of those above it already
    create trigger access_moved after update of path, leads_path, parent_id, relation, association_id
      on party_organization for each statement execute function access_changed();
    create trigger access_removed after delete on party_organization
      for each statement execute function access_changed()`);
}

async function confirmation(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create function access_confirms(token bytea, at timestamptz, idle_since timestamptz, version bigint)
      returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
    begin
      return exists (
        select from session s join access_version v on v.association_id = s.association_id
        where s.token_hash = access_confirms.token and s.revoked_at is null and s.expires_at > access_confirms.at
          and s.last_seen_at > access_confirms.idle_since
          and s.last_seen_at >= access_confirms.at - interval '1 minute'
          and v.version = access_confirms.version);
    end $$;
    comment on function access_confirms(bytea, timestamptz, timestamptz, bigint) is
      'whether what access_viewer said under this version still holds; false also when the session is to be touched';

    create function access_version_of(association uuid) returns bigint
      language plpgsql stable security definer set search_path = public, pg_temp as $$
    begin
      return (select v.version from access_version v where v.association_id = access_version_of.association);
    end $$;

    revoke execute on function access_confirms(bytea, timestamptz, timestamptz, bigint), access_version_of(uuid)
      from public;
    grant execute on function access_confirms(bytea, timestamptz, timestamptz, bigint) to dangwu_app, dangwu_reader;
    grant execute on function access_version_of(uuid) to dangwu_app`);
}

/** Read in the same statement as the grants: the version under which they were so, and when time itself changes them. */
const versioned = `
          'version', (select v.version::text from access_version v where v.association_id = o.id),
          'changesAt', (select min(t.at) from access_grant g cross join lateral (values (g.since), (g.until)) t(at)
            where g.account_id = a.id and g.deleted_at is null and t.at > access_viewer.at),`;

async function viewer(runner: QueryRunner, more: string): Promise<void> {
  await runner.query(`
    create or replace function access_viewer(token bytea, at timestamptz, idle_since timestamptz) returns jsonb
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
            'id', s.id, 'signedInAt', s.created_at, 'lastSeenAt', s.last_seen_at, 'expiresAt', s.expires_at),${more}
          'grants', coalesce((
            select jsonb_agg(jsonb_build_object('id', g.id, 'role', g.role, 'organizationId', g.organization_id,
              'path', p.path, 'leadsPath', p.leads_path) order by g.since, g.id)
            from access_grant g
            left join party_organization p on p.id = g.organization_id and p.association_id = g.association_id
            where g.account_id = a.id and g.deleted_at is null and g.since <= access_viewer.at
              and (g.until is null or g.until > access_viewer.at)
              and (g.organization_id is null or p.id is not null)), '[]'))
        from account a join association o on o.id = a.association_id
        where a.id = s.account_id and a.disabled_at is null and a.deleted_at is null);
    end $$`);
}
