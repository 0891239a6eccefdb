import type { MigrationInterface, QueryRunner } from 'typeorm';
import { placed, publicRow } from './public-tables';

/** What may have a number. */
const kinds = (allowed: string): string => `
  alter table document_number drop constraint document_number_kind_check;
  alter table document_number add constraint document_number_kind_check check (kind in (${allowed}))`;

const waitsForSuperior = `(state = 'ISSUED' or state = 'RECEIVED' and kind = 'REQUEST')`;
const waitsForSender = `(state in ('DRAFT', 'REPLIED') or state = 'RECEIVED' and kind = 'REPORT')`;

/** Requests and reports to superiors, with what was done to them. */
export class Dispatches1763800000049 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table dispatch (${publicRow},
        organization_id uuid not null references party_organization,
        kind text not null check (kind in ('REQUEST', 'REPORT')),
        title text not null check (title <> ''),
        body text not null default '',
        matter_id uuid references matter,
        superior_organization_id uuid references party_organization,
        superior_name text not null default '',
        level_reason text,
        copies text[] not null default '{}',
        act_on date,
        urgent_reason text,
        due_on date,
        state text not null check (state in ('DRAFT', 'ISSUED', 'RECEIVED', 'REPLIED', 'CLOSED', 'WITHDRAWN')),
        number text,
        issued_on date,
        received_on date,
        outcome text check (outcome in ('APPROVED', 'APPROVED_WITH_CHANGES', 'NOT_APPROVED')),
        replied_on date,
        reply_number text,
        reply_text text,
        follow_up_asked boolean not null default false,
        follow_up_due_on date,
        followed_up_on date,
        follow_up_text text,
        author_name text not null,
        waits_for text generated always as (case
          when ${waitsForSuperior} then 'SUPERIOR' when ${waitsForSender} then 'SENDER' end) stored,
        answered_at uuid not null generated always as (coalesce(superior_organization_id, organization_id)) stored,
        waits_at uuid generated always as (case
          when ${waitsForSuperior} then coalesce(superior_organization_id, organization_id)
          when ${waitsForSender} then organization_id end) stored,
        deadline date generated always as (case
          when state = 'DRAFT' then least(due_on, act_on)
          when ${waitsForSuperior} and urgent_reason is null then act_on
          when state = 'REPLIED' and followed_up_on is null then follow_up_due_on end) stored,
        search_text text not null generated always as
          (normalize(lower(title || ' ' || coalesce(number, '')), NFKC)) stored,
        check (superior_organization_id is distinct from organization_id),
        check (kind = 'REQUEST' or (act_on is null and urgent_reason is null and outcome is null)),
        check (state in ('DRAFT', 'WITHDRAWN') or (number <> '' and issued_on is not null and superior_name <> '')),
        check (state not in ('RECEIVED', 'REPLIED', 'CLOSED') or received_on >= issued_on),
        check (state <> 'REPLIED' or (outcome is not null and replied_on >= received_on)),
        check ((outcome is null) = (replied_on is null)),
        check (outcome is null or outcome = 'APPROVED' or reply_text <> ''),
        check ((followed_up_on is null) = (follow_up_text is null)),
        check (followed_up_on is null or follow_up_asked)
      );
      comment on table dispatch is 'requests and reports to superiors';
      comment on column dispatch.organization_id is 'who sends it, and the place that decides who sees it';
      comment on column dispatch.superior_organization_id is 'null: a body outside the tree';
      comment on column dispatch.due_on is 'the limit that the superior set';
      comment on column dispatch.answered_at is 'where its receipt and reply are recorded';
      comment on column dispatch.waits_at is 'the organization whose turn it is';
      comment on column dispatch.deadline is 'until when the next step is due';
      ${placed('dispatch')}
      create index dispatch_state on dispatch (association_id, state, created_at);
      create index dispatch_sender on dispatch (organization_id, created_at);
      create index dispatch_waiting on dispatch (waits_at) where waits_at is not null;
      create index dispatch_search on dispatch using gin (search_text gin_trgm_ops);

      create table dispatch_step (${publicRow},
        dispatch_id uuid not null references dispatch,
        organization_id uuid not null references party_organization,
        kind text not null check (kind in
          ('DRAFTED', 'ISSUED', 'RECEIVED', 'REPLIED', 'FOLLOWED_UP', 'CLOSED', 'WITHDRAWN')),
        "on" date not null,
        text text,
        actor_name text not null,
        at timestamptz not null
      );
      comment on table dispatch_step is 'what was done to dispatches; rows are only added';
      ${placed('dispatch_step')}
      create index dispatch_step_of on dispatch_step (dispatch_id, at);
      revoke update on dispatch_step from dangwu_app`);
    await runner.query(kinds(`'MINUTES', 'MATTER', 'REQUEST', 'REPORT'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from document_number where kind in ('REQUEST', 'REPORT')`);
    await runner.query(kinds(`'MINUTES', 'MATTER'`));
    await runner.query(`drop table dispatch_step, dispatch cascade`);
  }
}
