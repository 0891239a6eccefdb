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

/** Tables of the platform: the association above everything, and what jobs, mail, files and the audit log keep. */
export class Platform1763800000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await association(runner);
    await jobsAndFiles(runner);
    await outboxAndMail(runner);
    await auditEvents(runner);
    await settingsAndKeys(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table person_key, setting, audit_event, mail_message, outbox_message, notification, job, file, association;
      drop function dangwu_append_only()`);
  }
}

async function association(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table association (
      id uuid primary key,
      no integer generated always as identity unique,
      name text not null,
      kind text not null check (kind in ('LIVE', 'SANDBOX')),
      version integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      change_number bigint not null default 0
    );
    create trigger change before insert or update on association for each row execute function dangwu_change();
    grant select, insert, update on association to dangwu_app;
    grant select on association to dangwu_reader`);
}

async function jobsAndFiles(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table file (${publicRow},
      account_id uuid,
      name text not null,
      type text not null,
      size bigint not null check (size >= 0),
      sha256 text not null,
      purged_at timestamptz
    );
    create unique index file_external on file (association_id, external_id) where external_id is not null;
    create index file_change on file (association_id, change_number);
    call dangwu_public_table('file');

    create table job (${publicRow},
      account_id uuid,
      kind text not null,
      state text not null default 'QUEUED' check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
      done integer not null default 0,
      total integer,
      message jsonb,
      input jsonb not null default '{}',
      result jsonb,
      file_id uuid references file,
      attempts integer not null default 0,
      cancel_requested_at timestamptz,
      started_at timestamptz,
      beat_at timestamptz,
      finished_at timestamptz,
      check ((state in ('DONE', 'FAILED', 'CANCELLED')) = (finished_at is not null))
    );
    create index job_account on job (association_id, account_id, created_at desc, id);
    create index job_unfinished on job (state, beat_at) where finished_at is null;
    create unique index job_external on job (association_id, external_id) where external_id is not null;
    create index job_change on job (association_id, change_number);
    call dangwu_public_table('job');

    create table notification (${publicRow},
      account_id uuid not null,
      kind text not null,
      params jsonb not null default '{}',
      title jsonb not null,
      text jsonb not null,
      link text,
      read_at timestamptz
    );
    create index notification_account on notification (association_id, account_id, created_at desc, id);
    create index notification_unread on notification (association_id, account_id) where read_at is null;
    create unique index notification_external on notification (association_id, external_id)
      where external_id is not null;
    create index notification_change on notification (association_id, change_number);
    call dangwu_public_table('notification')`);
}

async function outboxAndMail(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table outbox_message (
      id uuid primary key,
      association_id uuid references association,
      topic text not null,
      payload jsonb not null,
      dedupe_key text,
      state text not null default 'PENDING' check (state in ('PENDING', 'DELIVERED', 'FAILED')),
      attempts integer not null default 0,
      last_error text,
      created_at timestamptz not null default now(),
      finished_at timestamptz
    );
    create unique index outbox_message_dedupe on outbox_message (topic, dedupe_key) where dedupe_key is not null;
    create index outbox_message_pending on outbox_message (created_at) where state = 'PENDING';
    create index outbox_message_finished on outbox_message (finished_at) where state = 'DELIVERED';
    call dangwu_inner_table('outbox_message');
    grant delete on outbox_message to dangwu_app;

    create table mail_message (
      id uuid primary key,
      association_id uuid references association,
      recipients text[] not null check (cardinality(recipients) > 0),
      subject text not null,
      text text not null,
      html text,
      attachments jsonb not null default '[]',
      message_id text not null unique,
      state text not null default 'QUEUED' check (state in ('QUEUED', 'SENDING', 'SENT', 'FAILED', 'UNCERTAIN')),
      attempts integer not null default 0,
      repeated boolean not null default false,
      last_error text,
      created_at timestamptz not null default now(),
      sent_at timestamptz
    );
    comment on column mail_message.repeated is
      'sent again after a crash that left open whether the server had taken it; the Message-ID was the same';
    create index mail_message_state on mail_message (state, created_at) where state <> 'SENT';
    call dangwu_inner_table('mail_message')`);
}

async function auditEvents(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table audit_event (
      id bigint generated always as identity primary key,
      association_id uuid references association,
      account_id uuid,
      action text not null,
      subject_type text not null,
      subject_id uuid,
      before jsonb,
      after jsonb,
      address text,
      request_id text,
      at timestamptz not null default clock_timestamp()
    );
    create index audit_event_subject on audit_event (subject_type, subject_id, id);
    create index audit_event_account on audit_event (association_id, account_id, id);
    call dangwu_inner_table('audit_event');
    revoke update on audit_event from dangwu_app;
    create policy reader_all on audit_event for select to dangwu_reader using (true);
    grant select on audit_event to dangwu_reader;

    create function dangwu_append_only() returns trigger language plpgsql as $$
    begin
      raise exception 'table % is append-only: % refused', tg_table_name, lower(tg_op)
        using errcode = 'insufficient_privilege';
    end $$;
    create trigger append_only before update or delete on audit_event
      for each row execute function dangwu_append_only();
    create trigger append_only_truncate before truncate on audit_event
      for each statement execute function dangwu_append_only()`);
}

async function settingsAndKeys(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table setting (
      id uuid primary key,
      association_id uuid references association,
      key text not null,
      value jsonb not null,
      version integer not null default 1,
      updated_at timestamptz not null default now(),
      unique nulls not distinct (association_id, key)
    );
    call dangwu_inner_table('setting');

    create table person_key (
      person_id uuid primary key,
      association_id uuid not null references association,
      master_id text,
      wrapped_key bytea,
      created_at timestamptz not null default now(),
      erased_at timestamptz,
      check ((erased_at is null) = (wrapped_key is not null))
    );
    comment on table person_key is 'an erased key leaves its row, so that it is never made anew';
    call dangwu_inner_table('person_key')`);
}
