import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rosters with personal data: what is kept of them is masked, and sealed where it is needed again. */
export class PersonalImports1763800000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table import_row add column sealed bytea;
      comment on column import_row.sealed is
        'of rows held back in rosters with personal data: what the cells say, under the key of the batch';
      alter table import_correction add column sealed bytea;
      comment on column import_correction.sealed is
        'in rosters with personal data: what was typed, under the key of the batch; value shows it masked'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table import_row drop column sealed;
      alter table import_correction drop column sealed`);
  }
}
