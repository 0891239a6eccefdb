import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What callers may spend, counted for all processes together. */
export class RateLimits1763800000027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- unlogged: after a crash everybody begins with a full bucket, which costs less than writing each draw twice
      create unlogged table rate_bucket (
        subject bytea primary key,
        drawn integer not null,
        level double precision not null,
        at timestamptz not null
      );
      comment on table rate_bucket is
        'a bucket per account or network address, filled evenly over time; processes draw from it in blocks';
      comment on column rate_bucket.subject is 'SHA-256 of the account or the address';
      comment on column rate_bucket.drawn is 'what the last draw was given';
      create index rate_bucket_at on rate_bucket (at);
      grant select, insert, update, delete on rate_bucket to dangwu_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table rate_bucket`);
  }
}
