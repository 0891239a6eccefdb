import type { MigrationInterface, QueryRunner } from 'typeorm';
import { publicRow } from './public-tables';

const kinds = `'BEFORE', 'RECORD_MISSING', 'PUT_OFF', 'AT_RISK', 'LATE', 'NUDGE', 'TO_SIGN', 'TASK_GIVEN', 'TASK_DUE',
  'TASK_LATE', 'TASK_REPORTED', 'TASK_RETURNED'`;
const ofAdvice = `'ADVICE_ASKED', 'ADVICE_DUE', 'ADVICE_LATE', 'ADVICE_NUDGE', 'ADVICE_ANSWERED', 'REVIEW_LATE'`;
const reminderKinds = (all: string): string => `
  alter table reminder drop constraint reminder_kind_check;
  alter table reminder add constraint reminder_kind_check check (kind in (${all}))`;

const placed = (table: string): string =>
  `exists (select from party_organization o where o.id = ${table}.organization_id)`;
/** Whoever was asked for an opinion sees that matter, by a transaction that asks for nothing else. */
const asked = (matter: string): string => `(dangwu_by('advice.own') and exists (select from matter_advice a
  where a.matter_id = ${matter} and a.advisor_account_id = dangwu_account() and a.state <> 'REVOKED'
    and a.deleted_at is null))`;

/** Drafts of matters are for those who propose; experts and legal checkers are asked, and see what they are asked about. */
export class MatterAdvice1763800000054 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await drafts(runner);
    await advice(runner);
    await deadlines(runner);
    await runner.query(reminderKinds(`${kinds}, ${ofAdvice}`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `delete from reminder_letter where begun_by in (select id from reminder where kind in (${ofAdvice}))`,
    );
    await runner.query(`delete from reminder where kind in (${ofAdvice})`);
    await runner.query(reminderKinds(kinds));
    await runner.query(`
      alter policy app_place on matter using (${placed('matter')});
      alter policy app_place on matter_material using (${placed('matter_material')});
      drop table matter_advice;
      drop policy app_withheld on matter;
      drop policy app_withheld on matter_material;
      alter table matter drop column never_submitted, drop column review_due_on`);
  }
}

async function drafts(runner: QueryRunner): Promise<void> {
  await runner.query(`
    alter table matter add column never_submitted boolean not null generated always as (version_no = 0) stored;
    comment on column matter.never_submitted is
      'a draft, also one that was withdrawn: seen by those who propose there alone';
    -- who conducts is told by the service whether there is such a matter; here it only must not be in its way
    create policy app_withheld on matter as restrictive to dangwu_app using (
      not never_submitted or dangwu_by('matter.propose') or dangwu_by('matter.conduct') or dangwu_of_person(null));
    create policy app_withheld on matter_material as restrictive to dangwu_app using (
      exists (select from matter m where m.id = matter_material.matter_id))`);
}

async function advice(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table matter_advice (${publicRow},
      matter_id uuid not null references matter,
      organization_id uuid not null references party_organization,
      kind text not null check (kind in ('EXPERT', 'LEGAL')),
      advisor_account_id uuid not null references account,
      advisor_name text not null,
      advisor_note text,
      question text not null check (question <> ''),
      score_asked boolean not null,
      due_on date not null,
      state text not null check (state in ('ASKED', 'GIVEN', 'DECLINED', 'REVOKED')),
      stance text check (stance in ('SUPPORT', 'SUPPORT_WITH_RESERVATION', 'OPPOSE')),
      score smallint check (score between 1 and 5),
      text text,
      file_id uuid references file,
      file_name text,
      file_size bigint,
      file_sha256 text,
      reason text,
      asked_by text not null,
      asked_by_account_id uuid not null references account,
      asked_at timestamptz not null,
      answered_at timestamptz,
      nudged_on date,
      nudged_by text,
      check ((state = 'GIVEN') = (stance is not null)),
      check (stance is null or text <> ''),
      check (state = 'GIVEN' or (score is null and file_id is null)),
      check (state <> 'GIVEN' or not score_asked or score is not null),
      check (state not in ('DECLINED', 'REVOKED') or reason <> ''),
      check ((state in ('GIVEN', 'DECLINED')) = (answered_at is not null)),
      check (num_nonnulls(file_id, file_name, file_size, file_sha256) in (0, 4))
    );
    comment on table matter_advice is 'opinions of experts and legal checks that a matter was put to, asked and given';
    comment on column matter_advice.organization_id is 'who proposes the matter, and the place that decides who sees it';
    call dangwu_public_table('matter_advice');
    create policy app_place on matter_advice as restrictive to dangwu_app using (
      ${placed('matter_advice')} or (dangwu_by('advice.own') and advisor_account_id = dangwu_account()));
    create index matter_advice_change on matter_advice (association_id, change_number);
    create index matter_advice_of on matter_advice (matter_id);
    create index matter_advice_own on matter_advice (advisor_account_id);
    create index matter_advice_open on matter_advice (association_id, due_on) where state = 'ASKED';
    create unique index matter_advice_once on matter_advice (matter_id, kind, advisor_account_id)
      where state in ('ASKED', 'GIVEN') and deleted_at is null;
    create unique index matter_advice_file on matter_advice (file_id);

    alter policy app_place on matter using (${placed('matter')} or ${asked('matter.id')});
    alter policy app_place on matter_material using (
      ${placed('matter_material')} or ${asked('matter_material.matter_id')})`);
}

async function deadlines(runner: QueryRunner): Promise<void> {
  await runner.query(`
    alter table matter add column review_due_on date;
    comment on column matter.review_due_on is 'by which day an urgent matter is reviewed, as its rule says; null: not urgent';
    update matter m set review_due_on = (m.submitted_at at time zone 'Asia/Shanghai')::date + r.urgent_days
    from review_rule r where r.id = m.review_rule_id and m.urgent and m.review_required and m.submitted_at is not null;
    create index matter_review_due on matter (association_id, review_due_on) where review_due_on is not null`);
}
