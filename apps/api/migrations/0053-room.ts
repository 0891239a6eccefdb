import type { MigrationInterface, QueryRunner } from 'typeorm';
import { placed, publicRow } from './public-tables';

/** What is done in the room of a session: who may vote, and what no way of writing passes by. */
export class Room1763800000053 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await voters(runner);
    await order(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger vote_order on session_vote;
      drop trigger agreed_by_vote on session_item;
      drop function dangwu_vote_order, dangwu_agreed_by_vote;
      drop table session_voter;
      alter table session_vote drop constraint session_vote_secrecy`);
  }
}

async function voters(runner: QueryRunner): Promise<void> {
  await runner.query(`
    alter table session_vote add constraint session_vote_secrecy unique (id, secrecy);
    create table session_voter (${publicRow},
      vote_id uuid not null,
      secrecy text not null,
      session_member_id uuid not null references session_member,
      organization_id uuid not null references party_organization,
      choice text check (choice in ('FOR', 'AGAINST', 'ABSTAIN')),
      foreign key (vote_id, secrecy) references session_vote (id, secrecy),
      constraint session_voter_secret check (secrecy = 'OPEN' or choice is null)
    );
    comment on table session_voter is 'who was there when a vote opened and may vote, whoever comes or goes afterwards';
    comment on column session_voter.choice is
      'of open votes, of seats without an account: by show of hands; all others stand with the ballot';
    ${placed('session_voter')}
    create unique index session_voter_once on session_voter (vote_id, session_member_id)`);
}

async function order(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create function dangwu_vote_order() returns trigger language plpgsql as $$
    begin
      if tg_op = 'INSERT' then
        -- in a joint session the party body gives its opinion first
        if new.body = 'COUNCIL' and not exists (select from session_vote v
          where v.item_id = new.item_id and v.body = 'PARTY' and v.passed and v.void_reason is null) then
          raise exception 'The council votes after the party body has agreed' using constraint = 'session_vote_party_first';
        end if;
        return new;
      end if;
      if (new.item_id, new.body, new.ballot_id, new.secrecy, new.entitled, new.present, new.recused, new.presence,
          new.majority_base, new.majority, new.base, new.needed, new.opened_at)
        is distinct from (old.item_id, old.body, old.ballot_id, old.secrecy, old.entitled, old.present, old.recused,
          old.presence, old.majority_base, old.majority, old.base, old.needed, old.opened_at) then
        raise exception 'What a vote takes is frozen when it opens' using constraint = 'session_vote_frozen';
      end if;
      if old.closed_at is not null then
        raise exception 'A vote that is over stays as it was counted' using constraint = 'session_vote_over';
      end if;
      return new;
    end $$;
    create trigger vote_order before insert or update on session_vote for each row execute function dangwu_vote_order();

    create function dangwu_agreed_by_vote() returns trigger language plpgsql as $$
    begin
      if exists (select from session_vote v where v.item_id = new.id and v.closed_at is null) then
        raise exception 'An item is concluded when its votes are over' using constraint = 'session_item_vote_open';
      end if;
      if new.opinion = 'AGREE' and not exists (select from session_vote v
        where v.item_id = new.id and v.body = 'PARTY' and v.passed and v.void_reason is null) then
        raise exception 'Agreeing takes a vote that was passed' using constraint = 'session_item_agreed';
      end if;
      return new;
    end $$;
    create trigger agreed_by_vote before insert or update of state, opinion on session_item
      for each row when (new.state = 'CONCLUDED') execute function dangwu_agreed_by_vote()`);
}
