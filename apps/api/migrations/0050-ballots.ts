import type { MigrationInterface, QueryRunner } from 'typeorm';
import { placed, publicRow } from './public-tables';

/** Ballots: who may vote, who has, and apart from it what was voted. */
export class Ballots1763800000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ballot (${publicRow},
        organization_id uuid not null references party_organization,
        subject_type text not null,
        subject_id uuid not null,
        title text not null check (title <> ''),
        secrecy text not null check (secrecy in ('SECRET', 'OPEN')),
        questions jsonb not null,
        state text not null check (state in ('ISSUING', 'CASTING', 'CLOSED', 'VOID')),
        issued integer,
        papers integer,
        published jsonb,
        published_hash text check (published_hash ~ '^[0-9a-f]{64}$'),
        void_reason text,
        unique (id, secrecy),
        constraint ballot_not_more_than_issued check (secrecy = 'OPEN' or papers <= issued),
        check (secrecy = 'SECRET' or state <> 'ISSUING'),
        check ((state = 'CLOSED') = (papers is not null)),
        check ((published is null) = (published_hash is null)),
        check ((state = 'CLOSED' and secrecy = 'SECRET') = (published is not null)),
        check ((state = 'VOID') = (void_reason is not null))
      );
      comment on table ballot is 'what is voted on, how, and what came out';
      comment on column ballot.published is 'the whole sorted list of a closed secret ballot, for anybody to recount';
      ${placed('ballot')}
      create index ballot_of on ballot (subject_type, subject_id);

      create table ballot_group (
        ballot_id uuid not null references ballot,
        association_id uuid not null references association,
        key text not null,
        weight numeric not null check (weight > 0),
        public_key text,
        sealed_key bytea,
        sealed_by text,
        primary key (ballot_id, key),
        check ((sealed_key is null) = (sealed_by is null))
      );
      comment on table ballot_group is 'voters whose votes weigh the same, with the key that signs their credentials';
      comment on column ballot_group.sealed_key is 'gone when issuing has closed: nobody makes another credential then';
      call dangwu_inner_table('ballot_group');

      create table ballot_voter (${publicRow},
        ballot_id uuid not null references ballot,
        secrecy text not null,
        organization_id uuid not null references party_organization,
        account_id uuid not null references account,
        group_key text not null,
        blinded bytea,
        signature bytea,
        answers jsonb,
        foreign key (ballot_id, secrecy) references ballot (id, secrecy),
        foreign key (ballot_id, group_key) references ballot_group,
        check ((blinded is null) = (signature is null)),
        constraint ballot_voter_secret check (secrecy = 'OPEN' or answers is null)
      );
      comment on table ballot_voter is 'who may vote, and who got a credential; answers of open ballots alone';
      ${placed('ballot_voter')}
      create unique index ballot_voter_once on ballot_voter (ballot_id, account_id);

      -- no time, no account, no number that grows: what a paper holds was made at random on a device
      create table ballot_paper (
        ballot_id uuid not null references ballot,
        id text not null check (id ~ '^[0-9a-f]{64}$'),
        association_id uuid not null references association,
        content jsonb not null,
        primary key (ballot_id, id)
      );
      comment on table ballot_paper is 'papers of secret ballots that are open; when one closes they stand sorted in ballot.published';
      call dangwu_inner_table('ballot_paper');
      revoke update on ballot_paper from dangwu_app;
      grant delete on ballot_paper to dangwu_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table ballot_paper, ballot_voter, ballot_group, ballot`);
  }
}
