import type { MigrationInterface, QueryRunner } from 'typeorm';

const states = (all: readonly string[]): string => all.map((state) => `'${state}'`).join(', ');

const allow = (all: readonly string[], over: readonly string[]): string => `
  alter table leave_request drop constraint leave_request_state_check,
    add constraint leave_request_state_check check (state in (${states(all)}));
  drop index leave_request_once;
  create unique index leave_request_once on leave_request (activity_id, member_id)
    where state not in (${states(over)}) and deleted_at is null`;

/** Whoever asked for leave may take that back, and may ask again. */
export class WithdrawnLeave1763800000044 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(allow(['ASKED', 'APPROVED', 'DECLINED', 'WITHDRAWN'], ['DECLINED', 'WITHDRAWN']));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from leave_request where state = 'WITHDRAWN'`);
    await runner.query(allow(['ASKED', 'APPROVED', 'DECLINED'], ['DECLINED']));
  }
}
