import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['access_grant', 'emergency_request', 'import_batch'] as const;

/**
 * What belongs to a person and is overseen by few: a transaction sees its own account's rows, the system and work that
 * says it reaches everywhere see all. Who oversees is decided above; this is the line behind it.
 */
export class PersonsRows1763800000029 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function dangwu_of_person(account uuid) returns boolean language sql stable parallel safe as $$
        select coalesce(current_setting('dangwu.everywhere', true), 'off') = 'on' or account = dangwu_account()
      $$;
      comment on function dangwu_of_person(uuid) is
        'a row of the account of the transaction, or work that reaches everywhere in its association'`);
    for (const table of tables)
      await runner.query(`create policy app_person on ${table} as restrictive for select to dangwu_app
        using (dangwu_of_person(account_id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.query(`drop policy app_person on ${table}`);
    await runner.query(`drop function dangwu_of_person(uuid)`);
  }
}
