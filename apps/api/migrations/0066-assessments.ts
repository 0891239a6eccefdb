import type { MigrationInterface, QueryRunner } from 'typeorm';
import { placed, publicRow } from './public-tables';

const stages = `'PREPARING', 'SELF_ASSESSMENT', 'VERIFICATION', 'EXPERT_REVIEW', 'MODERATION', 'NOTICE', 'OBJECTION', 'FINAL'`;

/** Whoever scores sees what was given to them, by a transaction that asks for nothing else. */
const named = (assessed: string): string => `exists (
  select from assessment_scorer s where s.cycle_id = ${assessed}.cycle_id and s.account_id = dangwu_account() and s.removed_at is null
    and (s.groups is null or ${assessed}.group_key = any (s.groups)) and ${assessed}.organization_id <> all (s.recused))`;

/** A cycle is known to whoever is in it, once those below are told of it; only those who conduct it change it. */
const inIt = (table: string, cycle: string): string => `
  call dangwu_public_table('${table}');
  create policy app_place on ${table} as restrictive for select to dangwu_app using (
    exists (select from party_organization o where o.id = ${table}.organization_id)
    or exists (select from assessment a where a.cycle_id = ${cycle} and not a.preparing));
  create policy app_place_new on ${table} as restrictive for insert to dangwu_app with check (
    exists (select from party_organization o where o.id = ${table}.organization_id));
  create policy app_place_changed on ${table} as restrictive for update to dangwu_app using (
    exists (select from party_organization o where o.id = ${table}.organization_id));
  create index ${table}_change on ${table} (association_id, change_number);`;

const kinds = `'BEFORE', 'RECORD_MISSING', 'PUT_OFF', 'AT_RISK', 'LATE', 'NUDGE', 'TO_SIGN', 'TASK_GIVEN', 'TASK_DUE',
  'TASK_LATE', 'TASK_REPORTED', 'TASK_RETURNED', 'ADVICE_ASKED', 'ADVICE_DUE', 'ADVICE_LATE', 'ADVICE_NUDGE',
  'ADVICE_ANSWERED', 'REVIEW_LATE', 'DISPATCH_DUE', 'DISPATCH_LATE', 'DISPATCH_REPLY_LATE'`;
const ofAssessments = `'ASSESSMENT_ASKED', 'ASSESSMENT_DUE', 'ASSESSMENT_LATE'`;
const reminderKinds = (all: string): string => `
  alter table reminder drop constraint reminder_kind_check;
  alter table reminder add constraint reminder_kind_check check (kind in (${all}))`;

/** Schemes of assessment, the cycles that use them, and who is in them. */
export class Assessments1763800000066 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await schemes(runner);
    await cycles(runner);
    await assessed(runner);
    await runner.query(reminderKinds(`${kinds}, ${ofAssessments}`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `delete from reminder_letter where begun_by in (select id from reminder where kind in (${ofAssessments}))`,
    );
    await runner.query(`delete from reminder where kind in (${ofAssessments})`);
    await runner.query(reminderKinds(kinds));
    await runner.query(`
      drop table assessment_scorer, assessment, assessment_step, assessment_stage, assessment_cycle, scheme_version,
        assessment_scheme cascade;
      drop function dangwu_scheme_stays`);
  }
}

async function schemes(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table assessment_scheme (${publicRow},
      key text not null check (key ~ '^[a-z][a-z0-9-]*$'),
      name_zh text not null check (name_zh <> ''),
      name_en text not null check (name_en <> ''),
      subject text not null check (subject in ('ORGANIZATION', 'MEMBER', 'SECRETARY')),
      basis_zh text not null default '',
      basis_en text not null default '',
      shipped boolean not null default false,
      retired_on date
    );
    comment on table assessment_scheme is 'what is assessed by one tree of indicators, in versions';
    call dangwu_public_table('assessment_scheme');
    create index assessment_scheme_change on assessment_scheme (association_id, change_number);
    create unique index assessment_scheme_key on assessment_scheme (association_id, key) where deleted_at is null;

    create table scheme_version (${publicRow},
      scheme_id uuid not null references assessment_scheme,
      no smallint not null check (no > 0),
      state text not null check (state in ('DRAFT', 'PUBLISHED')),
      tree jsonb not null,
      hash text,
      note text not null default '',
      published_at timestamptz,
      published_by text,
      used_at timestamptz,
      unique (id, state),
      check ((state = 'PUBLISHED') = (published_at is not null and hash is not null)),
      check (used_at is null or state = 'PUBLISHED')
    );
    comment on table scheme_version is 'the tree of indicators as it was published; what a cycle uses never changes';
    comment on column scheme_version.used_at is 'since when a cycle uses it';
    call dangwu_public_table('scheme_version');
    create policy app_withheld on scheme_version as restrictive to dangwu_app using (
      state = 'PUBLISHED' or dangwu_by('scheme.maintain') or dangwu_of_person(null));
    create index scheme_version_change on scheme_version (association_id, change_number);
    create unique index scheme_version_once on scheme_version (scheme_id, no);
    create unique index scheme_version_draft on scheme_version (scheme_id) where state = 'DRAFT' and deleted_at is null;

    create function dangwu_scheme_stays() returns trigger language plpgsql as $$
    begin
      if old.state = 'PUBLISHED' and (new.tree <> old.tree or new.state <> 'PUBLISHED' or new.hash <> old.hash
          or new.deleted_at is not null and old.used_at is not null) then
        raise exception 'scheme_version % is published and stays', old.id using errcode = 'restrict_violation';
      end if;
      return new;
    end $$;
    create trigger stays before update on scheme_version for each row execute function dangwu_scheme_stays()`);
}

async function cycles(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table assessment_cycle (${publicRow},
      organization_id uuid not null references party_organization,
      scheme_version_id uuid not null references scheme_version,
      title text not null check (title <> ''),
      period_from date not null,
      period_to date not null,
      tiers text[],
      organization_types text[],
      relations text[] not null check (relations <> '{}' and relations <@ '{LEADS,GUIDES}'),
      group_by text not null check (group_by in ('TIER', 'TYPE', 'PARENT', 'NONE')),
      stage text not null check (stage in (${stages})),
      snapshot_at timestamptz,
      reading_job_id uuid references job,
      notice_from date,
      notice_to date,
      notice_fields text[] not null default '{}',
      sealed_at timestamptz,
      digest text,
      cancelled_at timestamptz,
      cancel_reason text,
      opened_by text not null,
      check (period_to >= period_from),
      check (notice_to >= notice_from),
      check ((stage = 'FINAL') = (sealed_at is not null and digest is not null)),
      check (stage in ('PREPARING', 'SELF_ASSESSMENT') or snapshot_at is not null),
      check ((cancelled_at is null) = (cancel_reason is null))
    );
    comment on table assessment_cycle is 'one assessment of many, by one version of a scheme, over a period';
    comment on column assessment_cycle.organization_id is 'who assesses; what is below it can be in the cycle';
    comment on column assessment_cycle.snapshot_at is 'when the figures of the period were read that count';
    comment on column assessment_cycle.reading_job_id is 'the job that reads the figures at this moment; null: none does';
    comment on column assessment_cycle.digest is 'sha256 of all final results: the replay computes the same';
    create index assessment_cycle_period on assessment_cycle (association_id, period_to);

    create table assessment_stage (${publicRow},
      cycle_id uuid not null references assessment_cycle,
      organization_id uuid not null references party_organization,
      stage text not null check (stage in (${stages})),
      due_on date not null,
      began_at timestamptz,
      ended_at timestamptz,
      check (ended_at >= began_at)
    );
    comment on table assessment_stage is 'the stages of a cycle with their deadlines';
    create unique index assessment_stage_once on assessment_stage (cycle_id, stage);

    create table assessment_step (${publicRow},
      cycle_id uuid not null references assessment_cycle,
      assessment_id uuid,
      organization_id uuid not null references party_organization,
      kind text not null check (kind <> ''),
      text text,
      data jsonb,
      actor_name text not null,
      at timestamptz not null
    );
    comment on table assessment_step is 'what happened to a cycle and to each assessment in it, as readers are told';
    ${placed('assessment_step')}
    create index assessment_step_of on assessment_step (cycle_id, at);
    create index assessment_step_of_one on assessment_step (assessment_id, at);
    revoke update on assessment_step from dangwu_app`);
}

async function assessed(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table assessment (${publicRow},
      cycle_id uuid not null references assessment_cycle,
      organization_id uuid not null references party_organization,
      member_id uuid references member,
      subject_name text not null check (subject_name <> ''),
      organization_type text not null,
      tier text,
      relation text not null check (relation in ('LEADS', 'GUIDES')),
      verifier_id uuid not null references party_organization,
      group_key text not null,
      group_name text not null,
      participation text not null check (participation in ('REQUIRED', 'INVITED', 'OPTED_IN', 'DECLINED', 'EXCLUDED')),
      participation_note text not null default '',
      preparing boolean not null default false,
      self_submitted_at timestamptz,
      self_late boolean not null default false,
      verified_at timestamptz,
      verified_late boolean not null default false,
      total numeric,
      rank smallint,
      grade text,
      grade_note text not null default '',
      published_at timestamptz,
      check (relation <> 'LEADS' or participation in ('REQUIRED', 'EXCLUDED')),
      check (participation in ('REQUIRED', 'OPTED_IN') or total is null),
      check (participation <> 'EXCLUDED' or participation_note <> '')
    );
    comment on table assessment is 'one organization (or person) in a cycle, as it stood when the cycle was opened';
    comment on column assessment.verifier_id is 'the organization above it then, which verifies what it says';
    comment on column assessment.preparing is 'the cycle is being prepared: those below are not told yet';
    comment on column assessment.published_at is 'since when its result is seen beyond those who conduct the cycle';
    call dangwu_public_table('assessment');
    create index assessment_change on assessment (association_id, change_number);
    create unique index assessment_once on assessment (cycle_id, organization_id, member_id) nulls not distinct;
    create index assessment_group on assessment (cycle_id, group_key, total desc);
    create index assessment_organization on assessment (organization_id);

    create table assessment_scorer (${publicRow},
      cycle_id uuid not null references assessment_cycle,
      organization_id uuid not null references party_organization,
      account_id uuid not null references account,
      name text not null,
      role text not null default 'EXPERT',
      groups text[],
      recused uuid[] not null default '{}',
      removed_at timestamptz,
      removed_reason text,
      check ((removed_at is null) = (removed_reason is null))
    );
    comment on table assessment_scorer is 'experts of a cycle: whom they score, and from whom they keep away (回避)';
    comment on column assessment_scorer.groups is 'the comparison groups they score; null: all';
    comment on column assessment_scorer.recused is 'organizations that they do not score, their own among them';
    call dangwu_public_table('assessment_scorer');
    create policy app_place on assessment_scorer as restrictive to dangwu_app using (
      exists (select from party_organization o where o.id = assessment_scorer.organization_id)
      or (dangwu_by('assessment.score') and account_id = dangwu_account()));
    create index assessment_scorer_change on assessment_scorer (association_id, change_number);
    create unique index assessment_scorer_once on assessment_scorer (cycle_id, account_id) where removed_at is null;
    create index assessment_scorer_own on assessment_scorer (account_id);

    create policy app_place on assessment as restrictive to dangwu_app using (
      exists (select from party_organization o where o.id = assessment.organization_id) or (dangwu_by('assessment.score') and ${named('assessment')}));
    create policy app_withheld on assessment as restrictive to dangwu_app using (
      not preparing or dangwu_by('assessment.conduct') or dangwu_of_person(null));
    ${inIt('assessment_cycle', 'assessment_cycle.id')}
    ${inIt('assessment_stage', 'assessment_stage.cycle_id')}`);
}
