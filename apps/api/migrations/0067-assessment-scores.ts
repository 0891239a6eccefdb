import type { MigrationInterface, QueryRunner } from 'typeorm';
import { placed, publicRow } from './public-tables';

/** Whoever scores sees what was given to them, by a transaction that asks for nothing else. */
const scores = (assessment: string): string => `(dangwu_by('assessment.score') and exists (
  select from assessment a join assessment_scorer s on s.cycle_id = a.cycle_id
  where a.id = ${assessment} and s.account_id = dangwu_account() and s.removed_at is null
    and (s.groups is null or a.group_key = any (s.groups)) and a.organization_id <> all (s.recused)))`;

/** What is said of each indicator, and what came of it. */
export class AssessmentScores1763800000067 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await scored(runner);
    await results(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table assessment_objection, assessment_adjustment, assessment_result, assessment_ballot, assessment_score,
        metric_snapshot cascade`);
  }
}

async function scored(runner: QueryRunner): Promise<void> {
  const placedOrScored = (table: string): string => `
    create policy app_place on ${table} as restrictive to dangwu_app using (
      exists (select from party_organization o where o.id = ${table}.organization_id)
      or ${scores(`${table}.assessment_id`)})`;
  await runner.query(`
    create table metric_snapshot (${publicRow},
      assessment_id uuid not null references assessment,
      organization_id uuid not null references party_organization,
      figure text not null check (figure <> ''),
      part numeric not null,
      whole numeric,
      row_count integer not null check (row_count >= 0),
      taken_at timestamptz not null
    );
    comment on table metric_snapshot is 'a figure of the period as it stood when the cycle read it; scores rest on this and nothing later';
    call dangwu_public_table('metric_snapshot');
    ${placedOrScored('metric_snapshot')};
    create index metric_snapshot_change on metric_snapshot (association_id, change_number);
    create unique index metric_snapshot_once on metric_snapshot (assessment_id, figure) where deleted_at is null;

    create table assessment_score (${publicRow},
      assessment_id uuid not null references assessment,
      organization_id uuid not null references party_organization,
      node_key text not null,
      source text not null check (source in ('SELF', 'VERIFIER', 'EXPERT')),
      account_id uuid not null references account,
      scorer_name text not null,
      level text,
      points numeric check (points >= 0),
      occurrences integer check (occurrences >= 0),
      comment text not null default '',
      evidence jsonb not null default '[]',
      submitted_at timestamptz,
      check (num_nonnulls(level, points, occurrences) <= 1)
    );
    comment on table assessment_score is 'what somebody said of one indicator of one assessed: a level, points, or how often';
    comment on column assessment_score.evidence is 'references to records: [{type, id, title}]';
    call dangwu_public_table('assessment_score');
    ${placedOrScored('assessment_score')};
    -- those who score do not look at each other, and the assessed learns what came of it, not who said what
    create policy app_withheld on assessment_score as restrictive to dangwu_app using (
      source = 'SELF' or account_id = dangwu_account() or dangwu_by('assessment.conduct')
      or (source = 'VERIFIER' and (dangwu_by('assessment.verify') or dangwu_by('assessment.score')))
      or dangwu_of_person(null));
    create index assessment_score_change on assessment_score (association_id, change_number);
    create unique index assessment_score_once on assessment_score (assessment_id, node_key, source, account_id)
      where source = 'EXPERT' and deleted_at is null;
    create unique index assessment_score_of_body on assessment_score (assessment_id, node_key, source)
      where source <> 'EXPERT' and deleted_at is null;

    create table assessment_ballot (${publicRow},
      assessment_id uuid not null references assessment,
      organization_id uuid not null references party_organization,
      node_key text not null,
      ballot_id uuid unique references ballot,
      papers jsonb,
      tellers text,
      check (num_nonnulls(ballot_id, papers) = 1),
      check ((papers is null) = (tellers is null))
    );
    comment on table assessment_ballot is 'the vote that an indicator of the kind BALLOT is counted from: one of this system, or papers that were counted by hand';
    comment on column assessment_ballot.papers is 'by group of voters and option';
    ${placed('assessment_ballot')}
    create unique index assessment_ballot_once on assessment_ballot (assessment_id, node_key) where deleted_at is null`);
}

async function results(runner: QueryRunner): Promise<void> {
  const withheld = (table: string): string => `
    create policy app_withheld on ${table} as restrictive to dangwu_app using (
      dangwu_by('assessment.conduct') or dangwu_of_person(null)
      or exists (select from assessment a where a.id = ${table}.assessment_id and a.published_at is not null))`;
  await runner.query(`
    create table assessment_result (${publicRow},
      assessment_id uuid not null references assessment,
      organization_id uuid not null references party_organization,
      no smallint not null check (no > 0),
      total numeric,
      tree jsonb not null,
      standing jsonb not null,
      digest text not null,
      reason text not null check (reason <> ''),
      computed_at timestamptz not null
    );
    comment on column assessment_result.total is 'null: something that is needed is missing, as the tree says';
    comment on column assessment_result.standing is 'of the tree what ranking looks at';
    comment on table assessment_result is 'what was computed, with everything it was computed from; each computation that differs is kept';
    ${placed('assessment_result')}
    ${withheld('assessment_result')};
    create unique index assessment_result_once on assessment_result (assessment_id, no);
    revoke update on assessment_result from dangwu_app;

    create table assessment_adjustment (${publicRow},
      assessment_id uuid not null references assessment,
      organization_id uuid not null references party_organization,
      node_key text,
      points numeric,
      grade text,
      reason text not null check (reason <> ''),
      objection_id uuid,
      withdrawn_at timestamptz,
      made_by text not null,
      made_at timestamptz not null,
      check (num_nonnulls(points, grade) = 1),
      check (points is null or node_key is not null)
    );
    comment on table assessment_adjustment is 'what moderation, or an objection that was upheld, set otherwise than it was computed';
    ${placed('assessment_adjustment')}
    ${withheld('assessment_adjustment')};
    create index assessment_adjustment_of on assessment_adjustment (assessment_id);

    create table assessment_objection (${publicRow},
      assessment_id uuid not null references assessment,
      organization_id uuid not null references party_organization,
      node_key text,
      text text not null check (text <> ''),
      raised_by text not null,
      raised_by_account_id uuid not null references account,
      raised_at timestamptz not null,
      state text not null check (state in ('OPEN', 'UPHELD', 'REJECTED')),
      answer text,
      decided_by text,
      decided_at timestamptz,
      total_before numeric,
      total_after numeric,
      check ((state = 'OPEN') = (decided_at is null)),
      check (state = 'OPEN' or answer <> '')
    );
    comment on table assessment_objection is 'what the assessed says against a result while it is on notice, and what became of it';
    ${placed('assessment_objection')}
    create index assessment_objection_of on assessment_objection (assessment_id);
    alter table assessment_adjustment add constraint assessment_adjustment_objection
      foreign key (objection_id) references assessment_objection`);
}
