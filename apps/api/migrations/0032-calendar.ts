import type { MigrationInterface, QueryRunner } from 'typeorm';

const publicRow = `
  id uuid primary key,
  association_id uuid not null references association,
  external_id text,
  version integer not null default 1,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  change_number bigint not null default 0`;

/** Holidays as data: years with their notice, and the days that are not what their weekday says. */
export class Calendar1763800000032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table holiday_year (${publicRow},
        year integer not null check (year between 2000 and 2100),
        status text not null check (status in ('NOTICED', 'PROVISIONAL')),
        basis text not null check (basis <> ''),
        noticed_on date,
        check (status = 'PROVISIONAL' or noticed_on is not null)
      );
      call dangwu_public_table('holiday_year');
      create unique index holiday_year_once on holiday_year (association_id, year) where deleted_at is null;
      create unique index holiday_year_external on holiday_year (association_id, external_id)
        where external_id is not null;
      create index holiday_year_change on holiday_year (association_id, change_number);

      create table holiday_day (${publicRow},
        year_id uuid not null references holiday_year,
        date date not null,
        kind text not null check (kind in ('OFF', 'WORK')),
        name_zh text not null check (name_zh <> ''),
        name_en text not null check (name_en <> ''),
        -- only days of a weekend can be swapped for a holiday
        check (kind = 'OFF' or extract(isodow from date) > 5)
      );
      call dangwu_public_table('holiday_day');
      -- of two years neither says twice what a day is
      create unique index holiday_day_once on holiday_day (association_id, date) where deleted_at is null;
      create index holiday_day_year on holiday_day (year_id, date) where deleted_at is null;
      create unique index holiday_day_external on holiday_day (association_id, external_id)
        where external_id is not null;
      create index holiday_day_change on holiday_day (association_id, change_number)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table holiday_day, holiday_year`);
  }
}
