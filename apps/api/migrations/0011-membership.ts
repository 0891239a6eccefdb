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

const statuses = `'APPLICANT', 'ACTIVIST', 'CANDIDATE', 'PROBATIONARY', 'FULL'`;

/** What a member is, today and in each of its versions. Numbers stand here marked for equality and masked. */
const memberColumns = `
  organization_id uuid not null references party_organization,
  affiliation_kind text not null check (affiliation_kind in ('FORMAL', 'FUNCTIONAL')),
  name text not null check (name <> ''),
  pinyin text not null,
  pinyin_initials text not null,
  gender text check (gender in ('MALE', 'FEMALE')),
  birth_date date,
  ethnicity text,
  education text,
  job_title text,
  status text not null check (status in (${statuses})),
  joined_on date,
  full_on date check (full_on >= joined_on),
  left_on date,
  id_mark bytea,
  id_masked text check (id_masked !~ '[0-9]{5}'),
  phone_mark bytea,
  phone_masked text check (phone_masked !~ '[0-9]{5}'),
  search_text text not null generated always as
    (normalize(lower(name || ' ' || pinyin || ' ' || pinyin_initials), NFKC)) stored,
  check ((id_mark is null) = (id_masked is null)),
  check ((phone_mark is null) = (phone_masked is null))`;

const ofMember = (table: string, column: string): string =>
  `exists (select from member m where m.id = ${table}.${column})`;
const ofOrganization = (table: string): string =>
  `exists (select from party_organization o where o.id = ${table}.organization_id)`;

const reachedBy = (table: string, condition: string): string => `
  call dangwu_public_table('${table}');
  create policy app_place on ${table} as restrictive to dangwu_app using (${condition});
  create index ${table}_change on ${table} (association_id, change_number);`;
const external = (table: string): string => `
  create unique index ${table}_external on ${table} (association_id, external_id) where external_id is not null;`;

/** Members, where they belong, the posts they hold, and the leadership that organizations elected. */
export class Membership1763800000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await members(runner);
    await versions(runner);
    await affiliations(runner);
    await appointments(runner);
    await teams(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table leadership_team, appointment, affiliation, member_version, member cascade`);
  }
}

async function members(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table member (${publicRow}, ${memberColumns},
      id_sealed bytea,
      phone_sealed bytea,
      check ((id_sealed is null) = (id_mark is null)),
      check ((phone_sealed is null) = (phone_mark is null))
    );
    comment on column member.organization_id is
      'where the member belongs today by affiliation_kind, or belonged last: the place that decides who sees the member';
    comment on column member.id_mark is 'keyed HMAC: equality without the number';
    ${reachedBy('member', ofOrganization('member'))}
    ${external('member')}
    create unique index member_id_number on member (association_id, id_mark) where deleted_at is null;
    create index member_phone on member (association_id, phone_mark) where deleted_at is null;
    create index member_place on member (organization_id, pinyin, id);
    create index member_name on member (association_id, pinyin, id);
    create index member_search on member using gin (search_text gin_trgm_ops)`);
}

async function versions(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table member_version (${publicRow.replace('primary key', 'not null references member')}, ${memberColumns},
      valid_from date not null,
      valid_to date check (valid_to > valid_from),
      primary key (id, valid_from)
    );
    comment on table member_version is
      'members as they were or will be, derived from their affiliations and dates; id is the member''s';
    ${reachedBy('member_version', ofMember('member_version', 'id'))}
    grant delete on member_version to dangwu_app;
    create index member_version_place on member_version (organization_id, valid_from);
    create index member_version_name on member_version (association_id, pinyin, id);
    create index member_version_day on member_version (association_id, valid_from)`);
}

/** Dated rows of a member at an organization: reached from either. */
const dated = `
  member_id uuid not null references member,
  organization_id uuid not null references party_organization,
  since date not null,
  until date check (until >= since),
  basis text not null check (basis <> '')`;

async function affiliations(runner: QueryRunner): Promise<void> {
  const either = `${ofMember('affiliation', 'member_id')} or ${ofOrganization('affiliation')}`;
  await runner.query(`
    create table affiliation (${publicRow}, ${dated},
      kind text not null check (kind in ('FORMAL', 'FUNCTIONAL')),
      constraint affiliation_one_formal exclude using gist (
        member_id with =, daterange(since, until, '[)') with &&) where (kind = 'FORMAL' and deleted_at is null),
      constraint affiliation_once exclude using gist (
        member_id with =, organization_id with =, kind with =, daterange(since, until, '[)') with &&)
        where (deleted_at is null)
    );
    comment on column affiliation.until is 'the first day on which it no longer held';
    ${reachedBy('affiliation', either)}
    ${external('affiliation')}
    create index affiliation_member on affiliation (member_id, since);
    create index affiliation_organization on affiliation (organization_id, since)`);
}

async function appointments(runner: QueryRunner): Promise<void> {
  const either = `${ofMember('appointment', 'member_id')} or ${ofOrganization('appointment')}`;
  await runner.query(`
    create table appointment (${publicRow}, ${dated},
      post text not null check (post in ('SECRETARY', 'DEPUTY_SECRETARY', 'ORGANIZATION_MEMBER', 'PUBLICITY_MEMBER',
        'DISCIPLINE_MEMBER', 'COMMITTEE_MEMBER', 'GROUP_LEADER')),
      rank smallint not null generated always as (array_position(array['SECRETARY', 'DEPUTY_SECRETARY',
        'ORGANIZATION_MEMBER', 'PUBLICITY_MEMBER', 'DISCIPLINE_MEMBER', 'COMMITTEE_MEMBER', 'GROUP_LEADER'],
        post)) stored,
      constraint appointment_once exclude using gist (
        member_id with =, organization_id with =, post with =, daterange(since, until, '[)') with &&)
        where (deleted_at is null)
    );
    comment on column appointment.until is 'the first day on which it was no longer held';
    ${reachedBy('appointment', either)}
    ${external('appointment')}
    create index appointment_member on appointment (member_id, since);
    create index appointment_organization on appointment (organization_id, since)`);
}

async function teams(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table leadership_team (${publicRow},
      organization_id uuid not null references party_organization,
      term_no smallint not null check (term_no between 1 and 99),
      since date not null,
      ends_on date not null check (ends_on > since),
      remind_on date not null check (remind_on <= ends_on),
      until date check (until >= since),
      seats smallint not null check (seats between 1 and 99),
      basis text not null check (basis <> ''),
      constraint leadership_team_once exclude using gist (
        organization_id with =, daterange(since, until, '[)') with &&) where (deleted_at is null)
    );
    comment on column leadership_team.since is 'the day of the election, from which the term runs';
    comment on column leadership_team.remind_on is 'from when the election is to be prepared, by the rule term.remind';
    comment on column leadership_team.until is 'the day on which the next team took over; null while it is in office';
    ${reachedBy('leadership_team', ofOrganization('leadership_team'))}
    ${external('leadership_team')}
    create unique index leadership_team_term on leadership_team (organization_id, term_no) where deleted_at is null;
    create index leadership_team_ends on leadership_team (association_id, ends_on, id)`);
}
