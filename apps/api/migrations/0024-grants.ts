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
export class Grants1763800000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await grants(runner);
    await emergencies(runner);
    await publications(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
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
