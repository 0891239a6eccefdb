import type { MigrationInterface, QueryRunner } from 'typeorm';

const kinds = `'TOPIC', 'LINE', 'FORM'`;
const lists = `'WORK_STYLE', 'MEETING_STYLE', 'CULTURE'`;
const termKinds = (all: string): string => `
  alter table catalogue_term drop constraint catalogue_term_kind_check;
  alter table catalogue_term add constraint catalogue_term_kind_check check (kind in (${all}))`;

/** Schemes are written by people: who saved a draft last, what it was begun from, and lists to tag indicators with. */
export class SchemeDrafts1763800000068 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table scheme_version
        add column based_on uuid references scheme_version,
        add column saved_at timestamptz,
        add column saved_by text;
      comment on column scheme_version.based_on is 'the version that it was begun from, of this scheme or of another';
      comment on column scheme_version.saved_at is 'when it was changed last, while it was a draft';
      drop index scheme_version_once;
      create unique index scheme_version_once on scheme_version (scheme_id, no) where deleted_at is null`);
    await runner.query(termKinds(`${kinds}, ${lists}`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from catalogue_term where kind in (${lists})`);
    await runner.query(termKinds(kinds));
    await runner.query(`
      delete from scheme_version where deleted_at is not null;
      drop index scheme_version_once;
      create unique index scheme_version_once on scheme_version (scheme_id, no);
      alter table scheme_version drop column based_on, drop column saved_at, drop column saved_by`);
  }
}
