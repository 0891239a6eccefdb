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

/** What a unit is, today and in each of its versions. */
const unitColumns = `
  organization_id uuid not null references party_organization,
  code text check (code <> ''),
  name text not null check (name <> ''),
  pinyin text not null,
  pinyin_initials text not null,
  uscc text check (length(uscc) = 18),
  kind text not null check (kind in ('INTERNAL_DEPARTMENT', 'OWNED_ENTERPRISE', 'BRANCH_INSTITUTION', 'MEMBER_COMPANY',
    'MEMBER_INSTITUTION', 'MEMBER_SOCIAL_ORGANIZATION', 'OTHER')),
  tier text check (tier in ('SECRETARIAT', 'ENTERPRISE', 'BRANCH_INSTITUTION', 'COUNCIL', 'MEMBER_UNIT')),
  coverage text not null check (coverage in ('OWN_ORGANIZATION', 'JOINT_ORGANIZATION', 'LIAISON', 'UNCOVERED')),
  covered_by_id uuid references party_organization,
  liaison text check (liaison <> ''),
  party_member_count integer check (party_member_count >= 0),
  employee_count integer check (employee_count >= 0),
  reported_on date,
  joined_on date,
  founded_on date,
  closed_on date,
  qualifies_without_organization boolean not null default false,
  qualifying_rule_id uuid references rule,
  search_text text not null generated always as (normalize(lower(name || ' ' || coalesce(code, '') || ' ' ||
    coalesce(uscc, '') || ' ' || pinyin || ' ' || pinyin_initials), NFKC)) stored,
  check (covered_by_id is null or coverage in ('OWN_ORGANIZATION', 'JOINT_ORGANIZATION')),
  check (liaison is null or coverage = 'LIAISON'),
  check (qualifies_without_organization = (qualifying_rule_id is not null))`;

/** Rows are reached where the responsible organization is. */
const placed = (table: string): string => `
  call dangwu_public_table('${table}');
  create policy app_place on ${table} as restrictive to dangwu_app
    using (exists (select from party_organization o where o.id = ${table}.organization_id));
  create index ${table}_change on ${table} (association_id, change_number);`;

/** Units and how the party covers them: the present, the versions, what was done, and what they reported. */
export class Units1763800000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await units(runner);
    await versions(runner);
    await operations(runner);
    await reports(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table unit_report, unit_operation, unit_version, unit`);
  }
}

async function units(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table unit (${publicRow}, ${unitColumns});
    ${placed('unit')}
    create unique index unit_name on unit (association_id, name) where closed_on is null and deleted_at is null;
    create unique index unit_code on unit (association_id, upper(code)) where closed_on is null and deleted_at is null;
    create unique index unit_uscc on unit (association_id, uscc) where closed_on is null and deleted_at is null;
    create unique index unit_external on unit (association_id, external_id)
      where external_id is not null and deleted_at is null;
    create index unit_organization on unit (organization_id, pinyin, id);
    create index unit_covered_by on unit (covered_by_id);
    create index unit_list on unit (association_id, pinyin, id);
    create index unit_qualifies on unit (association_id) where qualifies_without_organization;
    create index unit_search on unit using gin (search_text gin_trgm_ops)`);
}

async function versions(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table unit_version (${publicRow.replace('primary key', 'not null references unit')}, ${unitColumns},
      valid_from date not null,
      valid_to date check (valid_to > valid_from),
      primary key (id, valid_from),
      constraint unit_version_once exclude using gist (
        id with =, daterange(valid_from, valid_to, '[)') with &&) deferrable initially deferred
    );
    comment on table unit_version is 'units as they were; id is the unit''s';
    ${placed('unit_version')}
    create index unit_version_organization on unit_version (organization_id, valid_from)`);
}

async function operations(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table unit_operation (${publicRow},
      unit_id uuid not null references unit,
      organization_id uuid not null references party_organization,
      kind text not null check (kind in ('REGISTERED', 'CHANGED', 'COVERAGE_CHANGED', 'CLOSED', 'IMPORTED')),
      effective_on date not null,
      basis text not null check (basis <> ''),
      before jsonb not null default '{}',
      after jsonb not null default '{}',
      actor_id uuid references account,
      actor_name text,
      recorded_at timestamptz not null
    );
    ${placed('unit_operation')}
    create index unit_operation_history on unit_operation (unit_id, effective_on, id)`);
}

async function reports(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table unit_report (
      association_id uuid not null references association,
      unit_id uuid not null references unit,
      reported_on date not null,
      party_member_count integer check (party_member_count >= 0),
      employee_count integer check (employee_count >= 0),
      primary key (unit_id, reported_on)
    );
    comment on table unit_report is 'what units reported and when; the unit itself has the latest';
    call dangwu_inner_table('unit_report')`);
}
