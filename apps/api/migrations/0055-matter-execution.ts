import type { MigrationInterface, QueryRunner } from 'typeorm';
import { placed, publicRow } from './public-tables';

const sources = (allowed: string): string => `
  alter table supervision_item drop constraint supervision_item_source_check;
  alter table supervision_item add constraint supervision_item_source_check check (source in (${allowed}))`;

/** What carries a decision out: milestones, which are supervision items, and reports back to who reviewed it. */
export class MatterExecution1763800000055 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sources(`'RESOLUTION', 'MATTER'`));
    await runner.query(`
      alter table supervision_item add column dropped_reason text;
      comment on column supervision_item.dropped_reason is 'of a milestone, why it is not carried out any more';
      comment on column supervision_item.source_id is 'of a resolution: the activity; of a milestone: the matter';

      alter table matter add column closed_at timestamptz, add column closing_note text;
      comment on column matter.closing_note is 'what was said when it was closed; of what is not carried out, why';

      create table matter_report (${publicRow},
        matter_id uuid not null references matter,
        organization_id uuid not null references party_organization,
        no smallint not null check (no > 0),
        text text not null check (text <> ''),
        file_id uuid references file,
        file_name text,
        file_size bigint,
        file_sha256 text,
        reported_by text not null,
        reported_at timestamptz not null,
        check (num_nonnulls(file_id, file_name, file_size, file_sha256) in (0, 4))
      );
      comment on table matter_report is 'what was reported back to the committee on a matter that is carried out';
      ${placed('matter_report')}
      create unique index matter_report_once on matter_report (matter_id, no);
      create unique index matter_report_file on matter_report (file_id);
      revoke update on matter_report from dangwu_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table matter_report;
      alter table matter drop column closed_at, drop column closing_note;
      delete from supervision_item where source = 'MATTER';
      alter table supervision_item drop column dropped_reason`);
    await runner.query(sources(`'RESOLUTION'`));
  }
}
