import type { MigrationInterface, QueryRunner } from 'typeorm';
import { placed, publicRow } from './public-tables';

/** What may have a number. */
const numbered = (allowed: string): string => `
  alter table document_number drop constraint document_number_kind_check;
  alter table document_number add constraint document_number_kind_check check (kind in (${allowed}))`;
const before = `'MINUTES', 'MATTER', 'REQUEST', 'REPORT', 'SESSION_NOTICE', 'OPINION', 'SESSION_MINUTES', 'COUNCIL_MINUTES'`;

/** What follows a cycle: letters, what is handed over, and that it can be computed again from what it keeps itself. */
export class AfterAssessments1763800000069 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table assessment add column duties text[] not null default '{}';
      comment on column assessment.duties is
        'keys of the duties that its type had at the opening, on which it depends which indicators apply';
      update assessment a set duties = coalesce((
        select array_agg(d.duty ->> 'key' order by d.n) from duty_profile p
          cross join lateral jsonb_array_elements(p.duties) with ordinality as d (duty, n)
        where p.association_id = a.association_id and p.type = a.organization_type and p.deleted_at is null), '{}')`);
    await runner.query(numbered(`${before}, 'ASSESSMENT_LETTER'`));
    await runner.query(`
      create table assessment_letter (${publicRow},
        assessment_id uuid not null references assessment,
        cycle_id uuid not null references assessment_cycle,
        organization_id uuid not null references party_organization,
        number text not null check (number <> ''),
        title text not null check (title <> ''),
        content jsonb not null,
        content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
        result_digest text not null,
        issued_by text not null,
        issued_at timestamptz not null
      );
      comment on table assessment_letter is 'what each of the assessed was told of its final result, under a number; rows are only added';
      comment on column assessment_letter.content is 'the document as it was issued: both files are made of it';
      comment on column assessment_letter.result_digest is 'of total, place, grade and result: another letter is issued when that is another';
      ${placed('assessment_letter')}
      create unique index assessment_letter_once on assessment_letter (assessment_id, result_digest);
      create index assessment_letter_cycle on assessment_letter (cycle_id);
      revoke update on assessment_letter from dangwu_app`);
    await runner.query(`
      create table assessment_handover (${publicRow},
        assessment_id uuid not null references assessment,
        cycle_id uuid not null references assessment_cycle,
        organization_id uuid not null references party_organization,
        total numeric not null,
        rank smallint not null,
        grade text,
        criteria jsonb not null,
        reason text not null check (reason <> ''),
        handed_by text not null,
        handed_at timestamptz not null
      );
      comment on table assessment_handover is 'weak organizations that were handed over to rectification; rows are only added';
      comment on column assessment_handover.criteria is 'which of the rules on weakness it met then, in words: [{key, words: {zh, en}}]';
      ${placed('assessment_handover')}
      create unique index assessment_handover_once on assessment_handover (assessment_id);
      create index assessment_handover_cycle on assessment_handover (cycle_id);
      revoke update on assessment_handover from dangwu_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table assessment_handover, assessment_letter`);
    await runner.query(`delete from document_number where kind = 'ASSESSMENT_LETTER'`);
    await runner.query(numbered(before));
    await runner.query(`alter table assessment drop column duties`);
  }
}
