import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Days that people add to a series beside its rule, as RDATE does, as there are days that are left out; and the kinds of
 * letters that a person has switched off.
 */
export class SeriesAdditions1763800000046 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table activity_series add column additions text[] not null default '{}';
      comment on column activity_series.additions is 'days on which it is held once more, beside its rule (RDATE)';
      alter table account add column letters_off text[] not null default '{}';
      comment on column account.letters_off is 'kinds of letters that the person does not want'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table activity_series drop column additions; alter table account drop column letters_off`,
    );
  }
}
