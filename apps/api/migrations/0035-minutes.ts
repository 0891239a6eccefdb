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

const placed = (table: string): string => `
  call dangwu_public_table('${table}');
  create policy app_place on ${table} as restrictive to dangwu_app using (
    exists (select from party_organization o where o.id = ${table}.organization_id));
  create index ${table}_change on ${table} (association_id, change_number);`;

/** Minutes with their signed versions and resolutions, numbers of documents, and files attached to activities. */
export class Minutes1763800000035 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await minutes(runner);
    await runner.query(`
      create table document_number (${publicRow},
        organization_id uuid not null references party_organization,
        kind text not null check (kind in ('MINUTES')),
        year smallint not null,
        number integer not null check (number > 0),
        subject_id uuid not null
      );
      comment on table document_number is 'numbers of documents that were given: without gaps, never given again';
      ${placed('document_number')}
      create unique index document_number_once on document_number (organization_id, kind, year, number);
      create unique index document_number_of on document_number (kind, subject_id);
      revoke update on document_number from dangwu_app;

      create table attachment (${publicRow},
        activity_id uuid not null references activity,
        organization_id uuid not null references party_organization,
        file_id uuid not null references file,
        name text not null,
        type text not null,
        size bigint not null,
        added_by text not null,
        added_at timestamptz not null
      );
      comment on table attachment is 'files that belong to an activity; their bytes stand in the file store';
      ${placed('attachment')}
      create index attachment_of on attachment (activity_id, added_at desc);
      create unique index attachment_file on attachment (file_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table attachment, document_number, resolution, minutes_version, minutes`);
  }
}

async function minutes(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table minutes (${publicRow},
      activity_id uuid not null references activity,
      organization_id uuid not null references party_organization,
      state text not null check (state in ('DRAFT', 'AWAITING', 'LOCKED')),
      version_no smallint not null check (version_no > 0),
      content jsonb not null,
      content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
      correction_reason text,
      saved_by text not null,
      saved_at timestamptz not null,
      recorder_account_id uuid references account,
      recorder_name text,
      recorder_signed_at timestamptz,
      document_number text,
      check ((recorder_account_id is null) = (recorder_signed_at is null)),
      check (state = 'DRAFT' or recorder_signed_at is not null),
      check (version_no = 1 or correction_reason <> '')
    );
    comment on table minutes is 'what is written of an activity: the version that is worked on';
    comment on column minutes.content_hash is 'SHA-256 of the content: what a signature is on';
    ${placed('minutes')}
    create unique index minutes_once on minutes (activity_id) where deleted_at is null;
    create index minutes_state on minutes (association_id, state) where state <> 'LOCKED';

    create table minutes_version (${publicRow},
      minutes_id uuid not null references minutes,
      organization_id uuid not null references party_organization,
      no smallint not null check (no > 0),
      content jsonb not null,
      content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
      reason text,
      recorder_account_id uuid not null references account,
      recorder_name text not null,
      recorder_signed_at timestamptz not null,
      chair_account_id uuid not null references account,
      chair_name text not null,
      chair_signed_at timestamptz not null,
      constraint minutes_two_people check (chair_account_id <> recorder_account_id),
      check (no = 1 or reason <> '')
    );
    comment on table minutes_version is 'what two people signed; rows are only added';
    ${placed('minutes_version')}
    create unique index minutes_version_once on minutes_version (minutes_id, no);
    revoke update on minutes_version from dangwu_app;

    create table resolution (${publicRow},
      activity_id uuid not null references activity,
      organization_id uuid not null references party_organization,
      no smallint not null check (no > 0),
      text text not null check (text <> ''),
      owner text,
      due_on date,
      state text not null check (state in ('OPEN', 'DONE', 'DROPPED')),
      done_at timestamptz,
      done_by text,
      check ((state = 'DONE') = (done_at is not null))
    );
    comment on table resolution is 'what was resolved, made of the signed minutes, and whether it was carried out';
    comment on column resolution.owner is 'who carries it out: a person or an organization, by name';
    ${placed('resolution')}
    create unique index resolution_once on resolution (activity_id, no)`);
}
