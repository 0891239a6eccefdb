import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters whose text is a secret do not keep it. */
export class ConfidentialMail1763800000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mail_message add column confidential boolean not null default false;
      comment on column mail_message.confidential is 'its text is forgotten once it is sent or given up'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table mail_message drop column confidential`);
  }
}
