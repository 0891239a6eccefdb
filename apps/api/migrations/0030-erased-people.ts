import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People whose data was erased: the row stays for statistics, and says since when it tells of nobody. */
export class ErasedPeople1763800000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table member add column erased_at timestamptz,
        add constraint member_erased check (erased_at is null or (id_sealed is null and phone_sealed is null));
      comment on column member.erased_at is 'when the person''s data was erased; the key is gone with it';
      create index member_left on member (association_id, left_on)
        where left_on is not null and (id_sealed is not null or phone_sealed is not null)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index member_left;
      alter table member drop constraint member_erased, drop column erased_at`);
  }
}
