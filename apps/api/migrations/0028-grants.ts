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

/** Why and by whom roles are given, emergency access by two people, and what is published across GUIDES edges. */
export class Grants1763800000028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await grants(runner);
    await emergencies(runner);
    await publications(runner);
    await viewer(runner, published);
  }

  async down(runner: QueryRunner): Promise<void> {
    await viewer(runner, '');
    await runner.query(`
      drop function access_publications(uuid, jsonb);
      drop table publication;
      alter table access_grant drop column emergency_id, drop column expiry_announced_at, drop column revocation_basis,
        drop column revoked_by_name, drop column revoked_by, drop column revoked_at, drop column granted_by_name,
        drop column granted_by, drop column basis;
      drop table emergency_request`);
  }
}

async function grants(runner: QueryRunner): Promise<void> {
  await runner.query(`
    alter table access_grant
      add column basis text check (basis <> ''),
      add column granted_by uuid references account,
      add column granted_by_name text,
      add column revoked_at timestamptz,
      add column revoked_by uuid references account,
      add column revoked_by_name text,
      add column revocation_basis text check (revocation_basis <> ''),
      add column expiry_announced_at timestamptz,
      add constraint access_grant_not_to_oneself check (granted_by is null or granted_by <> account_id);
    comment on column access_grant.granted_by is 'null: by the system, when an association was set up';
    create index access_grant_ending on access_grant (until) where until is not null and expiry_announced_at is null`);
}

async function emergencies(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table emergency_request (${publicRow},
      account_id uuid not null references account,
      account_name text not null,
      role text not null,
      organization_id uuid not null references party_organization,
      reason text not null check (reason <> ''),
      state text not null check (state in ('WAITING', 'CONFIRMED', 'REFUSED')),
      requested_at timestamptz not null,
      lapses_at timestamptz not null,
      decided_by uuid references account,
      decided_by_name text,
      decided_at timestamptz,
      ends_at timestamptz,
      grant_id uuid references access_grant,
      check ((state = 'WAITING') = (decided_at is null)),
      check ((state = 'CONFIRMED') = (grant_id is not null)),
      constraint emergency_request_two_people check (decided_by is null or decided_by <> account_id),
      constraint emergency_request_no_administrators check (role not in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR'))
    );
    comment on table emergency_request is 'break-glass: one asks, another confirms, the grant ends by itself';
    call dangwu_public_table('emergency_request');
    create index emergency_request_newest on emergency_request (association_id, requested_at desc);
    create index emergency_request_change on emergency_request (association_id, change_number);
    alter table access_grant add column emergency_id uuid references emergency_request`);
}

async function publications(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table publication (${publicRow},
      organization_id uuid not null references party_organization,
      to_id uuid not null references party_organization,
      subject text not null check (subject <> ''),
      basis text not null check (basis <> ''),
      published_at timestamptz not null,
      published_by uuid not null references account,
      published_by_name text not null,
      withdrawn_at timestamptz,
      withdrawn_by uuid references account,
      withdrawn_by_name text,
      withdrawal_basis text check (withdrawal_basis <> '')
    );
    comment on table publication is
      'what an organization shows to the one that guides it; it holds while that one guides it';
    call dangwu_public_table('publication');
    create unique index publication_once on publication (organization_id, subject)
      where withdrawn_at is null and deleted_at is null;
    create index publication_in_force on publication (association_id) where withdrawn_at is null and deleted_at is null;
    create index publication_change on publication (association_id, change_number);

    -- what is published is seen by others than those who published it: remembered viewers are read again
    create trigger access_changed after insert or update or delete on publication
      for each statement execute function access_changed();

    create function access_publications(association uuid, held jsonb) returns jsonb
      language sql stable security definer set search_path = public, pg_temp as $$
      select coalesce(jsonb_agg(jsonb_build_object('subject', p.subject, 'path', o.path, 'leadsPath', o.leads_path,
        'guide', jsonb_build_object('path', g.path, 'leadsPath', g.leads_path)) order by o.path, p.subject), '[]')
      from publication p
      join party_organization o on o.id = p.organization_id and o.parent_id = p.to_id and o.relation = 'GUIDES'
      join party_organization g on g.id = p.to_id
      where p.association_id = association and p.withdrawn_at is null and p.deleted_at is null
        and exists (select from jsonb_array_elements(held) as h
          where h ->> 'path' is null or starts_with(g.path, h ->> 'path'))
    $$;
    comment on function access_publications(uuid, jsonb) is
      'what is published in force to organizations at or below the places of these grants; the caller compares exactly';
    revoke execute on function access_publications(uuid, jsonb) from public;
    grant execute on function access_publications(uuid, jsonb) to dangwu_app`);
}

/** Read in the same statement as the version: a viewer is remembered with exactly what was published under it. */
const published = `, 'published', access_publications(o.id, g.held)`;

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
            'id', s.id, 'signedInAt', s.created_at, 'lastSeenAt', s.last_seen_at, 'expiresAt', s.expires_at),
          'version', (select v.version::text from access_version v where v.association_id = o.id),
          'changesAt', (select min(t.at) from access_grant g cross join lateral (values (g.since), (g.until)) t(at)
            where g.account_id = a.id and g.deleted_at is null and t.at > access_viewer.at),
          'grants', g.held${more})
        from account a join association o on o.id = a.association_id
        cross join lateral (
          select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'role', g.role, 'organizationId', g.organization_id,
            'path', p.path, 'leadsPath', p.leads_path) order by g.since, g.id), '[]') as held
          from access_grant g
          left join party_organization p on p.id = g.organization_id and p.association_id = g.association_id
          where g.account_id = a.id and g.deleted_at is null and g.since <= access_viewer.at
            and (g.until is null or g.until > access_viewer.at)
            and (g.organization_id is null or p.id is not null)) g
        where a.id = s.account_id and a.disabled_at is null and a.deleted_at is null);
    end $$`);
}
