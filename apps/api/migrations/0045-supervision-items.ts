import type { MigrationInterface, QueryRunner } from 'typeorm';
import { placed, publicRow } from './public-tables';

const kinds = `'BEFORE', 'RECORD_MISSING', 'PUT_OFF', 'AT_RISK', 'LATE', 'NUDGE'`;
const tasks = `'TO_SIGN', 'TASK_GIVEN', 'TASK_DUE', 'TASK_LATE', 'TASK_REPORTED', 'TASK_RETURNED'`;
const reminderKinds = (all: string): string => `
  alter table reminder drop constraint reminder_kind_check;
  alter table reminder add constraint reminder_kind_check check (kind in (${all}))`;

/** Resolutions become supervision items; minutes know who signs as the chair, and show what is not signed to few. */
export class SupervisionItems1763800000045 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await items(runner);
    await signatures(runner);
    await runner.query(reminderKinds(`${kinds}, ${tasks}`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `delete from reminder_letter where begun_by in (select id from reminder where kind in (${tasks}))`,
    );
    await runner.query(`delete from reminder where kind in (${tasks})`);
    await runner.query(reminderKinds(kinds));
    await runner.query(`
      drop policy app_signed on minutes;
      drop function dangwu_by(text);
      alter table minutes drop column chair_account_id;
      alter table minutes_version drop column paper_attachment_id, drop column paper_reason, drop column paper_by;
      create table resolution (${publicRow},
        activity_id uuid not null references activity,
        organization_id uuid not null references party_organization,
        no smallint not null check (no > 0),
        text text not null check (text <> ''),
        owner text,
        due_on date,
        state text not null check (state in ('OPEN', 'DONE', 'DROPPED')),
        done_at timestamptz,
        done_by text,
        check ((state = 'DONE') = (done_at is not null))
      );
      ${placed('resolution')}
      create unique index resolution_once on resolution (activity_id, no);
      insert into resolution (id, association_id, version, created_at, updated_at, activity_id, organization_id, no, text,
        owner, due_on, state, done_at, done_by)
      select id, association_id, version, created_at, updated_at, source_id, organization_id, no, text, owner, due_on,
        case state when 'DROPPED' then 'DROPPED' when 'CLOSED' then 'DONE' else 'OPEN' end,
        case state when 'CLOSED' then closed_at end, case state when 'CLOSED' then closed_by end
      from supervision_item;
      drop table supervision_item`);
  }
}

async function items(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table supervision_item (${publicRow},
      organization_id uuid not null references party_organization,
      source text not null check (source in ('RESOLUTION')),
      source_id uuid not null,
      source_title text not null,
      no smallint not null check (no > 0),
      text text not null check (text <> ''),
      owner text,
      owner_account_id uuid references account,
      owner_member_id uuid references member,
      owner_organization_id uuid references party_organization,
      due_on date,
      state text not null check (state in ('OPEN', 'REPORTED', 'CLOSED', 'DROPPED')),
      evidence text,
      reported_at timestamptz,
      reported_by text,
      reported_account_id uuid references account,
      returned_reason text,
      closed_at timestamptz,
      closed_by text,
      check (num_nonnulls(owner_account_id, owner_member_id, owner_organization_id) <= 1),
      check (owner is not null or num_nonnulls(owner_account_id, owner_member_id, owner_organization_id) = 0),
      check (state <> 'REPORTED' or (reported_at is not null and evidence <> '')),
      check ((state = 'CLOSED') = (closed_at is not null))
    );
    comment on table supervision_item is 'what somebody is to carry out until a day, given by an organization, closed by it';
    comment on column supervision_item.organization_id is 'who gave it, and the place that decides who sees it';
    comment on column supervision_item.source is 'where it comes from';
    comment on column supervision_item.source_id is 'of a resolution: the activity';
    comment on column supervision_item.owner is 'who carries it out, by name; only a name when that is nobody of the system';
    ${placed('supervision_item')}
    create unique index supervision_item_once on supervision_item (source, source_id, no);
    create index supervision_item_account on supervision_item (owner_account_id) where owner_account_id is not null;
    create index supervision_item_member on supervision_item (owner_member_id) where owner_member_id is not null;
    create index supervision_item_owner on supervision_item (owner_organization_id)
      where owner_organization_id is not null;
    create index supervision_item_open on supervision_item (association_id, due_on) where state = 'OPEN';
    create index supervision_item_reported on supervision_item (organization_id) where state = 'REPORTED';

    insert into supervision_item (id, association_id, version, created_at, updated_at, organization_id, source, source_id,
      source_title, no, text, owner, due_on, state, closed_at, closed_by)
    select r.id, r.association_id, r.version, r.created_at, r.updated_at, r.organization_id, 'RESOLUTION', r.activity_id,
      a.title, r.no, r.text, r.owner, r.due_on, case r.state when 'DONE' then 'CLOSED' else r.state end, r.done_at, r.done_by
    from resolution r join activity a on a.id = r.activity_id;
    drop table resolution`);
}

async function signatures(runner: QueryRunner): Promise<void> {
  await runner.query(`
    alter table minutes add column chair_account_id uuid references account;
    comment on column minutes.chair_account_id is 'whose signature as the chair is awaited; null: nobody has such an account';
    create index minutes_chair on minutes (chair_account_id) where state = 'AWAITING';

    alter table minutes_version add column paper_attachment_id uuid references attachment, add column paper_reason text,
      add column paper_by text, add constraint minutes_paper check (
        num_nonnulls(paper_attachment_id, paper_reason, paper_by) in (0, 3));
    comment on column minutes_version.paper_attachment_id is
      'the page that the chair signed on paper; the account of the chair is then that of whoever put it on record';

    create function dangwu_by(permission text) returns boolean language sql stable parallel safe as $$
      select coalesce(current_setting('dangwu.permission', true), '') = permission
    $$;
    comment on function dangwu_by(text) is 'whether the places of the transaction are those where this permission is held';
    -- what is not signed is seen by the system, by who may write there, and by the two who sign
    create policy app_signed on minutes as restrictive to dangwu_app using (
      state = 'LOCKED' or dangwu_by('activity.maintain') or dangwu_of_person(recorder_account_id)
      or dangwu_of_person(chair_account_id))`);
}
