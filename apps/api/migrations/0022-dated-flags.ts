import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Flags stand from a day until a day, so that a past day shows those that stood on it. Until now a flag that had gone was
 * a deleted row: those become what they were, as far as they do not overlap.
 */
export class DatedFlags1763800000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table organization_flag add column until date;
      update organization_flag f set until = d.until, deleted_at = null
        from (
          select id, least((deleted_at at time zone 'Asia/Shanghai')::date,
            lead(since) over (partition by organization_id, code order by since, created_at)) as until
          from organization_flag) d
        join party_organization o on o.deleted_at is null
        where d.id = f.id and o.id = f.organization_id and f.deleted_at is not null and d.until > f.since;
      drop index organization_flag_once;
      alter table organization_flag
        add constraint organization_flag_days check (until > since),
        add constraint organization_flag_once exclude using gist (
          organization_id with =, code with =, daterange(since, until, '[)') with &&)
          where (deleted_at is null) deferrable initially deferred;
      comment on column organization_flag.until is 'the first day on which it no longer stood; null: it stands';
      create index organization_flag_stands on organization_flag (organization_id, code)
        where deleted_at is null and until is null;
      create index organization_flag_since on organization_flag (organization_id, since) where deleted_at is null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index organization_flag_since;
      drop index organization_flag_stands;
      alter table organization_flag drop constraint organization_flag_once, drop constraint organization_flag_days;
      update organization_flag set deleted_at = until where deleted_at is null and until is not null;
      alter table organization_flag drop column until;
      create unique index organization_flag_once on organization_flag (organization_id, code) where deleted_at is null`);
  }
}
