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

/** Imports of rosters: batches, what was read from each row, what is wrong with it, and what headings mean. */
export class Imports1763800000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table import_batch (${publicRow},
        account_id uuid,
        account_name text,
        kind text not null,
        state text not null default 'READING'
          check (state in ('READING', 'CHECKED', 'WRITING', 'IMPORTED', 'DISCARDED', 'UNDONE', 'FAILED')),
        file_id uuid references file,
        file_name text not null,
        sheet text,
        heading_row integer,
        mapping jsonb not null default '[]',
        override jsonb not null default '[]',
        skipped jsonb not null default '[]',
        total integer not null default 0,
        good integer not null default 0,
        faulty integer not null default 0,
        blocked integer not null default 0,
        flagged integer not null default 0,
        unchanged integer not null default 0,
        created integer not null default 0,
        updated integer not null default 0,
        good_rows_only boolean not null default false,
        places jsonb not null,
        job_id uuid references job,
        failure jsonb,
        receipt jsonb,
        checked_at timestamptz,
        confirmed_at timestamptz,
        written_at timestamptz,
        undone_at timestamptz,
        undoable_until timestamptz,
        check (good + faulty + blocked = total),
        check ((state in ('IMPORTED', 'UNDONE')) = (written_at is not null))
      );
      comment on column import_batch.places is 'where the person who imports may write, as of the last step: "everywhere" or ranges';
      create index import_batch_account on import_batch (association_id, account_id, created_at desc, id);
      create index import_batch_running on import_batch (job_id) where state in ('READING', 'WRITING');
      create unique index import_batch_external on import_batch (association_id, external_id) where external_id is not null;
      create index import_batch_change on import_batch (association_id, change_number);
      call dangwu_public_table('import_batch');

      create table import_row (${publicRow},
        batch_id uuid not null references import_batch,
        row integer not null,
        state text not null check (state in ('GOOD', 'FLAGGED', 'BLOCKED', 'FAULTY')),
        action text check (action in ('CREATE', 'UPDATE', 'UNCHANGED')),
        cells jsonb not null,
        known_as text[] not null default '{}',
        subject_id uuid,
        subject_version integer,
        before jsonb,
        unique (batch_id, row)
      );
      comment on column import_row.known_as is
        'names under which later rows may refer to what this one describes, in comparable form';
      create index import_row_state on import_row (batch_id, state, row);
      create index import_row_held on import_row (association_id, batch_id) where state in ('BLOCKED', 'FAULTY');
      create index import_row_change on import_row (association_id, change_number);
      call dangwu_public_table('import_row');
      grant delete on import_row to dangwu_app;

      create table import_fault (${publicRow},
        batch_id uuid not null references import_batch,
        row_id uuid references import_row on delete cascade,
        row integer not null,
        position integer not null,
        column_name text not null,
        code text not null,
        found text,
        severity text not null check (severity in ('FAULT', 'FLAG', 'BLOCKED')),
        message jsonb not null,
        advice jsonb not null
      );
      comment on column import_fault.row_id is 'null for what concerns a row that is not data, such as the totals';
      create index import_fault_batch on import_fault (batch_id, row, position);
      create index import_fault_row on import_fault (row_id);
      create index import_fault_change on import_fault (association_id, change_number);
      call dangwu_public_table('import_fault');
      grant delete on import_fault to dangwu_app;

      create table import_mapping (
        association_id uuid not null references association,
        kind text not null,
        heading text not null,
        field text,
        account_id uuid,
        decided_at timestamptz not null default now(),
        primary key (association_id, kind, heading)
      );
      comment on table import_mapping is
        'what people said a heading means (null: leave the column out), applied to later files of the association';
      call dangwu_inner_table('import_mapping')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table import_mapping, import_fault, import_row, import_batch`);
  }
}
