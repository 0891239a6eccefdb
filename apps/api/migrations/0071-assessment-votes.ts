import type { MigrationInterface, QueryRunner } from 'typeorm';
import { placed, publicRow } from './public-tables';

/** Votes of assessments that are held in the system: a secret ballot for each group of voters, of many assessed at once. */
export class AssessmentVotes1763800000071 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table assessment_vote (${publicRow},
        cycle_id uuid not null references assessment_cycle,
        organization_id uuid not null references party_organization,
        node_key text not null,
        group_key text not null,
        ballot_id uuid not null unique references ballot,
        opened_by text not null,
        opened_at timestamptz not null,
        over_at timestamptz
      );
      comment on table assessment_vote is 'a secret vote of one group of voters on one indicator of a cycle; who is assessed by it stands in assessment_ballot';
      comment on column assessment_vote.organization_id is 'of the cycle';
      comment on column assessment_vote.over_at is 'since when it is counted, or void';
      ${placed('assessment_vote')}
      create index assessment_vote_of on assessment_vote (cycle_id)`);
    await links(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger one_way on assessment_ballot;
      drop function dangwu_one_way_of_voting;
      delete from assessment_ballot where ballot_id is not null;
      drop index assessment_ballot_once;
      create unique index assessment_ballot_once on assessment_ballot (assessment_id, node_key) where deleted_at is null;
      alter table assessment_ballot
        drop constraint assessment_ballot_by_whom,
        drop constraint assessment_ballot_counted,
        drop constraint assessment_ballot_question,
        drop column group_key,
        drop column question,
        add unique (ballot_id),
        add check (num_nonnulls(ballot_id, papers) = 1),
        add check ((papers is null) = (tellers is null));
      drop table assessment_vote`);
  }
}

/** One ballot asks for many assessed, and one assessed is asked for by a ballot for each group of voters. */
async function links(runner: QueryRunner): Promise<void> {
  await runner.query(`
    alter table assessment_ballot
      drop constraint assessment_ballot_ballot_id_key,
      drop constraint assessment_ballot_check,
      drop constraint assessment_ballot_check1,
      add column group_key text,
      add column question text,
      add constraint assessment_ballot_by_whom check ((ballot_id is null) = (tellers is not null)),
      add constraint assessment_ballot_counted check (ballot_id is not null or papers is not null),
      add constraint assessment_ballot_question check (num_nulls(ballot_id, group_key, question) in (0, 3));
    comment on column assessment_ballot.group_key is 'of a vote in the system: whose papers these are; null: all of them, counted by hand';
    comment on column assessment_ballot.question is 'under which key its ballot asks for this assessed';
    comment on column assessment_ballot.papers is 'by group of voters and option; null until a vote in the system is counted';
    drop index assessment_ballot_once;
    create unique index assessment_ballot_once on assessment_ballot (assessment_id, node_key, group_key)
      nulls not distinct where deleted_at is null;
    create index assessment_ballot_of on assessment_ballot (ballot_id);

    create function dangwu_one_way_of_voting() returns trigger language plpgsql as $$
    begin
      if new.deleted_at is null and exists (select from assessment_ballot o
        where o.assessment_id = new.assessment_id and o.node_key = new.node_key and o.id <> new.id
          and o.deleted_at is null and (o.ballot_id is null) <> (new.ballot_id is null)) then
        raise exception 'An indicator is voted on in the system or on paper, not both'
          using constraint = 'assessment_ballot_one_way';
      end if;
      return new;
    end $$;
    create trigger one_way before insert or update on assessment_ballot
      for each row execute function dangwu_one_way_of_voting()`);
}
