import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people say about a file: which column is what (a state of its own while needed ones are open), and single cells. */
export class ImportMapping1763800000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table import_batch
        drop constraint import_batch_state_check,
        add constraint import_batch_state_check check (state in
          ('READING', 'MAPPING', 'CHECKED', 'WRITING', 'IMPORTED', 'DISCARDED', 'UNDONE', 'FAILED')),
        add column corrected integer not null default 0,
        add column confirmed_by uuid,
        add column confirmed_by_name text;
      comment on column import_batch.corrected is 'cells that people corrected before the write';

      update import_batch set mapping =
        (select coalesce(jsonb_agg(m || '{"samples": []}'), '[]') from jsonb_array_elements(mapping) m);

      alter table import_fault add column suggestion text;
      comment on column import_fault.suggestion is 'the closest value that would do';

      create table import_correction (
        batch_id uuid not null references import_batch,
        association_id uuid not null references association,
        row integer not null,
        col integer not null,
        value text not null,
        account_id uuid,
        corrected_at timestamptz not null default now(),
        primary key (batch_id, row, col)
      );
      comment on table import_correction is 'cells that people corrected; the file itself stays as it came';
      call dangwu_inner_table('import_correction');
      grant delete on import_correction to dangwu_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table import_correction;
      alter table import_fault drop column suggestion;
      update import_batch set state = 'DISCARDED' where state = 'MAPPING';
      alter table import_batch drop column corrected, drop column confirmed_by, drop column confirmed_by_name,
        drop constraint import_batch_state_check,
        add constraint import_batch_state_check check (state in
          ('READING', 'CHECKED', 'WRITING', 'IMPORTED', 'DISCARDED', 'UNDONE', 'FAILED'))`);
  }
}
