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

/** What an organization is, today and in each of its versions. */
const organizationColumns = `
  code text not null check (code <> ''),
  name text not null check (name <> ''),
  pinyin text not null,
  pinyin_initials text not null,
  type text not null check (type in ('FUNCTIONAL_COMMITTEE', 'COMMITTEE', 'GENERAL_BRANCH', 'BRANCH', 'JOINT_BRANCH',
    'PARTY_GROUP', 'WORKING_GROUP', 'LEADING_GROUP', 'EXPERT_GROUP')),
  tier text check (tier in ('SECRETARIAT', 'ENTERPRISE', 'BRANCH_INSTITUTION', 'COUNCIL', 'MEMBER_UNIT')),
  status text not null check (status in ('ACTIVE', 'PREPARING', 'DISSOLVED')),
  founded_on date,
  dissolved_on date,
  term_years smallint check (term_years between 1 and 10),
  term_ends_on date,
  reported_member_count integer check (reported_member_count >= 0),
  reported_on date,
  flag_count smallint not null default 0,
  search_text text not null generated always as
    (normalize(lower(code || ' ' || name || ' ' || pinyin || ' ' || pinyin_initials), NFKC)) stored`;

/** Rows that belong to an organization are reached where the organization is. */
const placePolicy = (table: string): string => `
  create policy app_place on ${table} as restrictive to dangwu_app
    using (exists (select from party_organization o where o.id = ${table}.organization_id));
  create index ${table}_change on ${table} (association_id, change_number);
  create unique index ${table}_external on ${table} (association_id, external_id) where external_id is not null`;

/** Party organizations: the tree itself, its versions, what was done to it, and what does not fit a rule. */
export class Organization1763800000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await organizations(runner);
    await versions(runner);
    await operations(runner);
    await flags(runner);
    await superiors(runner);
    await seats(runner);
    await dutyProfiles(runner);
    await idempotencyKeys(runner);
    await pointAtOrganizations(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table rule drop constraint rule_organization;
      alter table access_grant drop constraint access_grant_organization;
      drop table idempotency_key, duty_profile, superior, seat, organization_flag, organization_operation,
        organization_version, party_organization cascade`);
  }
}

async function organizations(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table party_organization (${publicRow}, ${organizationColumns},
      check ((status = 'DISSOLVED') = (dissolved_on is not null)),
      check (dissolved_on is null or founded_on is null or dissolved_on >= founded_on)
    );
    call dangwu_public_table('party_organization');
    call dangwu_place_table('party_organization');
    -- dissolved ones keep their code, whatever its case: none is ever given twice
    create unique index party_organization_code on party_organization (association_id, upper(code));
    create unique index party_organization_external on party_organization (association_id, external_id)
      where external_id is not null;
    create index party_organization_name on party_organization (association_id, pinyin, id);
    create index party_organization_search on party_organization using gin (search_text gin_trgm_ops);
    create index party_organization_term on party_organization (association_id, term_ends_on)
      where status = 'ACTIVE' and term_ends_on is not null;
    create index party_organization_change on party_organization (association_id, change_number)`);
}

async function versions(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table organization_version (${publicRow.replace('primary key', 'not null references party_organization')},
      ${organizationColumns},
      no integer not null,
      parent_id uuid references party_organization,
      relation text check (relation in ('LEADS', 'GUIDES')),
      path text collate "C" not null,
      leads_path text collate "C" not null,
      valid_from date not null,
      valid_to date check (valid_to > valid_from),
      primary key (id, valid_from),
      constraint organization_version_once exclude using gist (
        id with =, daterange(valid_from, valid_to, '[)') with &&) deferrable initially deferred
    );
    comment on table organization_version is
      'organizations as they were; id is the organization''s. Whether one may see them is judged by its present place';
    create index organization_version_path on organization_version (path, valid_from);
    create index organization_version_children on organization_version (parent_id, valid_from);
    call dangwu_public_table('organization_version')`);
}

async function operations(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table organization_operation (${publicRow},
      organization_id uuid not null references party_organization,
      kind text not null check (kind in ('FOUNDED', 'RENAMED', 'RETYPED', 'MOVED', 'DISSOLVED', 'IMPORTED')),
      effective_on date not null,
      basis text not null check (basis <> ''),
      before jsonb not null default '{}',
      after jsonb not null default '{}',
      state text not null check (state in ('PENDING', 'APPLIED', 'REFUSED')),
      actor_id uuid references account,
      actor_name text,
      recorded_at timestamptz not null,
      applied_at timestamptz,
      refusal jsonb,
      check ((state = 'APPLIED') = (applied_at is not null)),
      check ((state = 'REFUSED') = (refusal is not null))
    );
    call dangwu_public_table('organization_operation');
    ${placePolicy('organization_operation')};
    create index organization_operation_history on organization_operation (organization_id, effective_on, id);
    create index organization_operation_pending on organization_operation (effective_on, recorded_at, id)
      where state = 'PENDING'`);
}

async function flags(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table organization_flag (${publicRow},
      organization_id uuid not null references party_organization,
      code text not null,
      severity text not null check (severity in ('ALERT', 'REFUSAL')),
      rule_id uuid references rule,
      rule_key text not null,
      params jsonb not null,
      since date not null
    );
    call dangwu_public_table('organization_flag');
    ${placePolicy('organization_flag')};
    create unique index organization_flag_once on organization_flag (organization_id, code) where deleted_at is null`);
}

async function superiors(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table superior (${publicRow},
      organization_id uuid not null references party_organization,
      name text not null check (name <> ''),
      relation text not null check (relation in ('LEADS', 'GUIDES')),
      main boolean not null,
      valid_from date not null,
      valid_to date check (valid_to > valid_from),
      basis text not null check (basis <> ''),
      constraint superior_one_main exclude using gist (
        organization_id with =, daterange(valid_from, valid_to, '[)') with &&) where (main and deleted_at is null)
    );
    call dangwu_public_table('superior');
    ${placePolicy('superior')};
    create index superior_organization on superior (organization_id, valid_from)`);
}

async function seats(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table seat (${publicRow},
      organization_id uuid not null references party_organization,
      post text not null check (post in ('SECRETARY', 'DEPUTY_SECRETARY', 'COMMITTEE_MEMBER', 'LEADER',
        'DEPUTY_LEADER', 'GROUP_MEMBER', 'EXPERT')),
      rank smallint not null,
      person_name text not null check (person_name <> ''),
      title text,
      since date not null,
      until date check (until > since),
      basis text not null check (basis <> '')
    );
    call dangwu_public_table('seat');
    ${placePolicy('seat')};
    create unique index seat_once on seat (organization_id, person_name) where until is null and deleted_at is null;
    create index seat_organization on seat (organization_id, rank)`);
}

async function dutyProfiles(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table duty_profile (${publicRow},
      type text not null,
      duties jsonb not null,
      basis text not null
    );
    call dangwu_public_table('duty_profile');
    create unique index duty_profile_once on duty_profile (association_id, type) where deleted_at is null;
    create unique index duty_profile_external on duty_profile (association_id, external_id)
      where external_id is not null;
    create index duty_profile_change on duty_profile (association_id, change_number)`);
}

async function idempotencyKeys(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table idempotency_key (
      association_id uuid not null references association,
      account_id uuid not null references account,
      operation text not null,
      key text not null,
      request_hash text not null,
      result_id uuid not null,
      created_at timestamptz not null,
      primary key (association_id, account_id, operation, key)
    );
    create index idempotency_key_age on idempotency_key (created_at);
    call dangwu_inner_table('idempotency_key');
    grant delete on idempotency_key to dangwu_app`);
}

/** Tables that came before the tree and name its nodes. */
async function pointAtOrganizations(runner: QueryRunner): Promise<void> {
  await runner.query(`
    alter table rule add constraint rule_organization
      foreign key (organization_id) references party_organization;
    alter table access_grant add constraint access_grant_organization
      foreign key (organization_id) references party_organization`);
}
