import type { MigrationInterface, QueryRunner } from 'typeorm';
import { placed, publicRow } from './public-tables';

const kinds = `'BEFORE', 'RECORD_MISSING', 'PUT_OFF', 'AT_RISK', 'LATE', 'NUDGE', 'TO_SIGN', 'TASK_GIVEN', 'TASK_DUE',
  'TASK_LATE', 'TASK_REPORTED', 'TASK_RETURNED', 'ADVICE_ASKED', 'ADVICE_DUE', 'ADVICE_LATE', 'ADVICE_NUDGE',
  'ADVICE_ANSWERED', 'REVIEW_LATE'`;
const ofDispatches = `'DISPATCH_DUE', 'DISPATCH_LATE', 'DISPATCH_REPLY_LATE'`;
const reminderKinds = (all: string): string => `
  alter table reminder drop constraint reminder_kind_check;
  alter table reminder add constraint reminder_kind_check check (kind in (${all}))`;

/** Files of requests and reports, frozen when they are issued; whoever they wait for is reminded. */
export class DispatchAttachments1763800000062 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(reminderKinds(`${kinds}, ${ofDispatches}`));
    await runner.query(`
      create index dispatch_deadline on dispatch (association_id, deadline) where deadline is not null;
      alter table dispatch add column attachments_hash text check (attachments_hash ~ '^[0-9a-f]{64}$');
      comment on column dispatch.attachments_hash is
        'SHA-256 of the list of its attachments as sha256sum writes it, in their order; null: it has none';

      create table dispatch_attachment (${publicRow},
        dispatch_id uuid not null references dispatch,
        organization_id uuid not null references party_organization,
        part text not null check (part in ('DISPATCH', 'RECEIPT', 'REPLY', 'FOLLOW_UP')),
        no smallint not null check (no > 0),
        file_id uuid not null references file,
        name text not null check (name <> ''),
        type text not null,
        size bigint not null,
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        added_by text not null,
        added_at timestamptz not null
      );
      comment on table dispatch_attachment is 'files of dispatches, of their receipts, replies and follow-ups';
      comment on column dispatch_attachment.part is 'what it belongs to: the dispatch itself, or what was recorded of it';
      ${placed('dispatch_attachment')}
      create unique index dispatch_attachment_once on dispatch_attachment (dispatch_id, part, no);
      create unique index dispatch_attachment_file on dispatch_attachment (file_id)`);
    await frozen(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `delete from reminder_letter where begun_by in (select id from reminder where kind in (${ofDispatches}))`,
    );
    await runner.query(`delete from reminder where kind in (${ofDispatches})`);
    await runner.query(reminderKinds(kinds));
    await runner.query(`
      drop table dispatch_attachment;
      drop function dangwu_dispatch_attachment_frozen;
      drop trigger dispatch_attachments_hash_frozen on dispatch;
      drop function dangwu_dispatch_attachments_hash_frozen;
      alter table dispatch drop column attachments_hash;
      drop index dispatch_deadline`);
  }
}

async function frozen(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create function dangwu_dispatch_attachment_frozen() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and new.part <> 'DISPATCH' then
        raise exception 'What was handed in with a receipt, reply or follow-up stays'
          using constraint = 'dispatch_attachment_frozen';
      end if;
      if new.part = 'DISPATCH'
        and (select d.state from dispatch d where d.id = new.dispatch_id) is distinct from 'DRAFT' then
        raise exception 'The attachments of a dispatch are frozen when it is issued'
          using constraint = 'dispatch_attachment_frozen';
      end if;
      return new;
    end $$;
    create trigger dispatch_attachment_frozen before insert or update on dispatch_attachment
      for each row execute function dangwu_dispatch_attachment_frozen();

    create function dangwu_dispatch_attachments_hash_frozen() returns trigger language plpgsql as $$
    begin
      if old.state <> 'DRAFT' and new.attachments_hash is distinct from old.attachments_hash then
        raise exception 'The hash of attachments is kept when a dispatch is issued'
          using constraint = 'dispatch_attachments_hash_frozen';
      end if;
      return new;
    end $$;
    create trigger dispatch_attachments_hash_frozen before update on dispatch
      for each row execute function dangwu_dispatch_attachments_hash_frozen()`);
}
