import type { MigrationInterface, QueryRunner } from 'typeorm';
import { placed, publicRow } from './public-tables';

const bodies = `'PARTY', 'COUNCIL'`;

/** Sessions of the reviewing body: whom they bring together, what is on the agenda, how it was voted, what came of it. */
export class ReviewSessions1763800000051 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sessions(runner);
    await agenda(runner);
    await votes(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table review_session drop constraint review_session_current;
      drop table session_vote, session_view, session_recusal, session_item, session_member, review_session cascade`);
  }
}

async function sessions(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table review_session (${publicRow},
      organization_id uuid not null references party_organization,
      reviewing_body text not null check (reviewing_body in ('FUNCTIONAL_COMMITTEE', 'LEADING_GROUP')),
      joint boolean not null,
      title text not null check (title <> ''),
      year smallint not null,
      no smallint not null check (no > 0),
      starts_at timestamptz not null,
      ends_at timestamptz not null,
      place text not null default '',
      state text not null check (state in ('PLANNED', 'NOTIFIED', 'OPEN', 'CLOSED', 'CANCELLED')),
      current_item_id uuid,
      notified_at timestamptz,
      opened_at timestamptz,
      closed_at timestamptz,
      reason text,
      called_by text not null,
      check (ends_at > starts_at),
      check (state not in ('NOTIFIED') or notified_at is not null),
      check ((state in ('OPEN', 'CLOSED')) = (opened_at is not null)),
      check ((state = 'CLOSED') = (closed_at is not null)),
      check (state <> 'CANCELLED' or reason <> ''),
      check (current_item_id is null or state = 'OPEN')
    );
    comment on table review_session is 'a sitting of the body that reviews matters, held together with the standing council or not';
    comment on column review_session.organization_id is 'the organization whose body sits';
    comment on column review_session.no is 'which sitting of the year it is';
    comment on column review_session.joint is 'two rosters, two quorums, two votes; the party body gives its opinion first';
    ${placed('review_session')}
    create unique index review_session_once on review_session (association_id, reviewing_body, year, no)
      where deleted_at is null;
    create index review_session_days on review_session (association_id, starts_at);

    create table session_member (${publicRow},
      session_id uuid not null references review_session,
      organization_id uuid not null references party_organization,
      body text not null check (body in (${bodies})),
      member_id uuid references member,
      account_id uuid references account,
      name text not null check (name <> ''),
      post text not null default '',
      chair boolean not null default false,
      seat smallint not null,
      attendance text not null default 'EXPECTED'
        check (attendance in ('EXPECTED', 'PRESENT', 'REMOTE', 'ON_LEAVE', 'ABSENT')),
      marked_at timestamptz,
      marked_by text
    );
    comment on table session_member is 'who is entitled to sit: one row for each body, so that who belongs to both stands here twice';
    comment on column session_member.account_id is 'who votes by device; without one, votes are recorded by name by whoever keeps the session';
    ${placed('session_member')}
    create unique index session_member_chair on session_member (session_id, body) where chair and deleted_at is null;
    create unique index session_member_seat on session_member (session_id, body, seat) where deleted_at is null;
    create unique index session_member_account on session_member (session_id, body, account_id) where deleted_at is null;
    create unique index session_member_person on session_member (session_id, body, member_id) where deleted_at is null`);
}

async function agenda(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table session_item (${publicRow},
      session_id uuid not null references review_session,
      organization_id uuid not null references party_organization,
      matter_id uuid references matter,
      review_rule_id uuid references review_rule,
      no smallint not null check (no > 0),
      title text not null check (title <> ''),
      minutes smallint not null check (minutes between 1 and 600),
      state text not null check (state in ('WAITING', 'CURRENT', 'CONCLUDED', 'REMOVED')),
      opinion text check (opinion in ('AGREE', 'AMEND_AND_RESUBMIT', 'DEFER', 'DO_NOT_SUBMIT')),
      opinion_text text not null default '',
      began_at timestamptz,
      concluded_at timestamptz,
      unique (id, session_id),
      check ((matter_id is null) = (review_rule_id is null)),
      check (opinion is null or matter_id is not null),
      check ((state = 'CONCLUDED') = (concluded_at is not null)),
      check (state <> 'CONCLUDED' or matter_id is null or opinion is not null)
    );
    comment on table session_item is 'what is on the agenda: a matter under its rule, or something that is only heard';
    ${placed('session_item')}
    create unique index session_item_order on session_item (session_id, no) where state <> 'REMOVED';
    create unique index session_item_matter on session_item (matter_id) where state in ('WAITING', 'CURRENT');
    create unique index session_item_current on session_item (session_id) where state = 'CURRENT';
    alter table review_session add constraint review_session_current
      foreign key (current_item_id, id) references session_item (id, session_id);

    create table session_recusal (${publicRow},
      item_id uuid not null references session_item,
      session_member_id uuid not null references session_member,
      organization_id uuid not null references party_organization,
      source text not null check (source in ('SUGGESTED', 'DECLARED', 'DIRECTED')),
      reason text not null check (reason <> ''),
      recorded_by text not null
    );
    comment on table session_recusal is 'who takes no part in an item, and why (回避)';
    ${placed('session_recusal')}
    create unique index session_recusal_once on session_recusal (item_id, session_member_id) where deleted_at is null;

    create table session_view (${publicRow},
      item_id uuid not null references session_item,
      session_member_id uuid not null references session_member,
      organization_id uuid not null references party_organization,
      kind text not null check (kind in ('SPOKEN', 'WRITTEN')),
      text text not null default '',
      at timestamptz not null,
      check (kind = 'SPOKEN' or text <> '')
    );
    comment on table session_view is 'who has spoken on an item, and what those said in writing who are not there; it is no vote';
    ${placed('session_view')}
    create unique index session_view_once on session_view (item_id, session_member_id) where deleted_at is null`);
}

async function votes(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table session_vote (${publicRow},
      item_id uuid not null references session_item,
      organization_id uuid not null references party_organization,
      body text not null check (body in (${bodies})),
      ballot_id uuid not null unique references ballot,
      secrecy text not null check (secrecy in ('SECRET', 'OPEN')),
      entitled smallint not null check (entitled > 0),
      present smallint not null check (present between 0 and entitled),
      recused smallint not null check (recused >= 0),
      presence text not null,
      majority_base text not null check (majority_base in ('ENTITLED', 'PRESENT')),
      majority text not null,
      base smallint not null check (base > 0),
      needed smallint not null check (needed between 1 and base),
      in_favour smallint,
      against smallint,
      abstained smallint,
      passed boolean generated always as (in_favour >= needed) stored,
      opened_at timestamptz not null,
      closed_at timestamptz,
      void_reason text,
      check (in_favour + against + abstained <= present),
      check ((in_favour is null) = (against is null) and (in_favour is null) = (abstained is null)),
      check (in_favour is null or closed_at is not null),
      check (closed_at is null or (in_favour is null) = (void_reason is not null))
    );
    comment on table session_vote is 'a vote of one body on one item: how many there were and how many it took, frozen when it opened';
    comment on column session_vote.entitled is 'without those recused';
    ${placed('session_vote')}
    create unique index session_vote_once on session_vote (item_id, body) where void_reason is null`);
}
