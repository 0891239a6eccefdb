import type { MigrationInterface, QueryRunner } from 'typeorm';

const kinds = ['PLANNED', 'CHANGED', 'SCHEDULED', 'HELD', 'RECORDED', 'CORRECTED', 'POSTPONED', 'CANCELLED'];
const allow = (all: readonly string[]): string => `
  alter table activity_step drop constraint activity_step_kind_check,
    add constraint activity_step_kind_check check (kind in (${all.map((kind) => `'${kind}'`).join(', ')}))`;

/** Whoever keeps an activity may hold it on a day off that a notice took, with a reason. */
export class KeptOnDaysOff1763800000059 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(allow([...kinds, 'KEPT']));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from activity_step where kind = 'KEPT'`);
    await runner.query(allow(kinds));
  }
}
