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

/** Rows that belong to an organization are reached where the organization is. */
const placed = (table: string): string => `
  call dangwu_public_table('${table}');
  create policy app_place on ${table} as restrictive to dangwu_app
    using (exists (select from party_organization o where o.id = ${table}.organization_id));
  create index ${table}_change on ${table} (association_id, change_number);
  create unique index ${table}_external on ${table} (association_id, external_id) where external_id is not null`;

/** Members, where they belong, the posts they hold, and the leadership that organizations elected. */
export class Membership1763800000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await members(runner);
    await affiliations(runner);
    await appointments(runner);
    await teams(runner);
    await runner.query(`
      alter table import_row add column sealed bytea;
      comment on column import_row.sealed is
        'personal rosters, rows held back: what the cells say, sealed with the key of the batch; cells show it masked'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table import_row drop column sealed;
      drop table leadership_team, appointment, affiliation, member cascade`);
  }
}

async function members(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table member (${publicRow},
      organization_id uuid not null references party_organization,
      name text not null check (name <> ''),
      pinyin text not null,
      pinyin_initials text not null,
      gender text check (gender in ('MALE', 'FEMALE')),
      birth_date date,
      ethnicity text,
      education text,
      job_title text,
      status text not null check (status in ('APPLICANT', 'ACTIVIST', 'CANDIDATE', 'PROBATIONARY', 'FULL')),
      joined_on date,
      full_on date check (full_on >= joined_on),
      left_on date,
      id_sealed bytea,
      id_mark bytea,
      id_masked text check (id_masked !~ '[0-9]{5}'),
      phone_sealed bytea,
      phone_mark bytea,
      phone_masked text check (phone_masked !~ '[0-9]{5}'),
      search_text text not null generated always as
        (normalize(lower(name || ' ' || pinyin || ' ' || pinyin_initials), NFKC)) stored,
      check ((id_sealed is null) = (id_mark is null) and (id_sealed is null) = (id_masked is null)),
      check ((phone_sealed is null) = (phone_mark is null) and (phone_sealed is null) = (phone_masked is null))
    );
    comment on column member.organization_id is
      'where the active FORMAL affiliation is, or the last one was: the place that decides who sees the member';
    comment on column member.id_mark is 'keyed HMAC: equality without the number';
    ${placed('member')};
    create unique index member_id_number on member (association_id, id_mark) where deleted_at is null;
    create index member_phone on member (association_id, phone_mark) where deleted_at is null;
    create index member_place on member (organization_id, pinyin, id);
    create index member_name on member (association_id, pinyin, id);
    create index member_search on member using gin (search_text gin_trgm_ops)`);
}

async function affiliations(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table affiliation (${publicRow},
      member_id uuid not null references member,
      organization_id uuid not null references party_organization,
      kind text not null check (kind in ('FORMAL', 'FUNCTIONAL')),
      since date not null,
      until date check (until >= since),
      basis text not null check (basis <> ''),
      constraint affiliation_one_formal exclude using gist (
        member_id with =, daterange(since, until, '[)') with &&) where (kind = 'FORMAL' and deleted_at is null),
      constraint affiliation_one_active exclude using gist (
        member_id with =, organization_id with =, kind with =, daterange(since, until, '[)') with &&)
        where (deleted_at is null)
    );
    ${placed('affiliation')};
    create index affiliation_member on affiliation (member_id, since);
    create index affiliation_organization on affiliation (organization_id) where until is null`);
}

async function appointments(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table appointment (${publicRow},
      member_id uuid not null references member,
      organization_id uuid not null references party_organization,
      post text not null check (post in ('SECRETARY', 'DEPUTY_SECRETARY', 'ORGANIZATION_MEMBER', 'PUBLICITY_MEMBER',
        'DISCIPLINE_MEMBER', 'COMMITTEE_MEMBER', 'GROUP_LEADER')),
      since date not null,
      until date check (until >= since),
      basis text not null check (basis <> ''),
      constraint appointment_once exclude using gist (
        member_id with =, organization_id with =, post with =, daterange(since, until, '[)') with &&)
        where (deleted_at is null)
    );
    ${placed('appointment')};
    create index appointment_member on appointment (member_id, since);
    create index appointment_organization on appointment (organization_id, post) where until is null`);
}

async function teams(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table leadership_team (${publicRow},
      organization_id uuid not null references party_organization,
      term_no smallint not null check (term_no between 1 and 99),
      elected_on date not null,
      since date not null,
      ends_on date not null check (ends_on > since),
      until date check (until >= since),
      seats smallint not null check (seats between 1 and 99),
      basis text not null check (basis <> '')
    );
    comment on column leadership_team.until is 'the day on which the next team took over; null while it is in office';
    ${placed('leadership_team')};
    create unique index leadership_team_term on leadership_team (organization_id, term_no) where deleted_at is null;
    create unique index leadership_team_current on leadership_team (organization_id)
      where until is null and deleted_at is null;
    create index leadership_team_ends on leadership_team (association_id, ends_on) where until is null`);
}
