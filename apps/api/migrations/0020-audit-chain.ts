import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The audit log as a record that can be proved: each event says through what it was done and where, stands in the order
 * of commits, and is sealed into signed blocks; archived events leave by the hand of dangwu_owner alone.
 */
export class AuditChain1763800000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await columns(runner);
    await order(runner);
    await chain(runner);
    await appendOnly(runner);
    await indexes(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger ground on audit_event;
      drop trigger append_only_delete on audit_event;
      drop trigger append_only on audit_event;
      create trigger append_only before update or delete on audit_event
        for each row execute function dangwu_append_only();
      drop table audit_block, audit_archive, audit_verification;
      drop function dangwu_audit_delete();
      drop function dangwu_audit_ground();
      drop function dangwu_only_association();
      drop index audit_event_request, audit_event_kind, audit_event_organization, audit_event_subject, audit_event_account,
        audit_event_action, audit_event_list, audit_event_order;
      alter table audit_event drop column change_number, drop column kind, drop column organization_id,
        drop column subject_name, drop column operation, drop column client, drop column session_id,
        drop column reason;
      create index audit_event_subject on audit_event (subject_type, subject_id, id);
      create index audit_event_account on audit_event (association_id, account_id, id)`);
  }
}

async function columns(runner: QueryRunner): Promise<void> {
  await runner.query(`
    alter table audit_event
      add column change_number bigint,
      add column kind text not null default 'WRITE' check (kind in ('WRITE', 'PERSONAL_READ', 'EXPORT', 'SIGN_IN')),
      add column organization_id uuid,
      add column subject_name text,
      add column operation text,
      add column client text,
      add column session_id uuid,
      add column reason text;
    comment on column audit_event.change_number is 'the transaction that wrote it, in commit-safe order: see change_base';
    comment on column audit_event.operation is 'the public operation, job, schedule or command it was done by';
    comment on column audit_event.client is 'SESSION, TOKEN, JOB, OUTBOX, SCHEDULE or COMMAND';

    alter table audit_event disable trigger append_only;
    update audit_event set
      change_number = (select base from change_base) + pg_current_xact_id()::text::bigint,
      kind = case when action in ('signIn', 'signOut', 'signInRefused') then 'SIGN_IN'
        when action = 'startJob' and after ->> 'kind' like '%EXPORT' then 'EXPORT' else 'WRITE' end,
      organization_id = case when subject_type = 'PartyOrganization' then subject_id end;
    alter table audit_event alter column change_number set not null`);
}

/** What an event says of time and order is not left to whoever inserts it. */
async function order(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create function dangwu_audit_ground() returns trigger language plpgsql as $$
    begin
      new.change_number := (select base from change_base) + pg_current_xact_id()::text::bigint;
      new.at := clock_timestamp();
      return new;
    end $$;
    create trigger ground before insert on audit_event for each row execute function dangwu_audit_ground();
    alter table audit_event enable always trigger ground;

    create function dangwu_only_association() returns uuid language sql stable as $$
      select (array_agg(id))[1] from association where kind = 'LIVE' having count(*) = 1
    $$;
    comment on function dangwu_only_association() is
      'whose auditors hear of what belongs to no association, such as sign-ins under unknown names'`);
}

async function chain(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table audit_block (
      number bigint primary key check (number > 0),
      header text not null,
      hash bytea not null unique check (length(hash) = 32),
      signature bytea not null,
      key_id text not null,
      rows bytea not null,
      from_change bigint not null,
      to_change bigint not null unique check (to_change > from_change),
      events integer not null check (events > 0),
      first_at timestamptz not null,
      last_at timestamptz not null,
      sealed_at timestamptz not null
    );
    comment on table audit_block is 'sealed ranges of audit_event; each names the one before it by its hash';
    comment on column audit_block.header is 'exactly what was hashed and signed; the columns repeat it';
    comment on column audit_block.rows is '40 bytes an event in commit order: its id, then the SHA-256 of its line';

    create table audit_archive (
      id uuid primary key,
      from_block bigint not null unique references audit_block,
      to_block bigint not null unique references audit_block,
      from_change bigint not null,
      to_change bigint not null,
      events integer not null,
      file text not null unique,
      size bigint not null,
      sha256 text not null,
      first_at timestamptz not null,
      last_at timestamptz not null,
      archived_at timestamptz not null
    );
    comment on table audit_archive is 'blocks whose events stand in a file, and may be removed here';

    create table audit_verification (
      id uuid primary key,
      account_id uuid,
      ok boolean not null,
      blocks bigint not null,
      events bigint not null,
      archived_events bigint not null,
      unsealed bigint not null,
      findings jsonb not null,
      head text,
      milliseconds integer not null,
      verified_at timestamptz not null
    );
    create index audit_verification_newest on audit_verification (verified_at desc, id desc);
    grant select, insert on audit_block, audit_archive, audit_verification to dangwu_app`);
}

/** "Always": a session that plays a replica does not get past the triggers either. */
async function appendOnly(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create function dangwu_audit_delete() returns trigger language plpgsql as $$
    begin
      if current_user = 'dangwu_owner' and exists (
        select from audit_archive a where old.change_number >= a.from_change and old.change_number < a.to_change)
      then
        return old;
      end if;
      raise exception 'table % is append-only: % refused', tg_table_name, lower(tg_op)
        using errcode = 'insufficient_privilege';
    end $$;
    comment on function dangwu_audit_delete() is 'only the owner removes events, and only what is archived';

    drop trigger append_only on audit_event;
    create trigger append_only before update on audit_event
      for each row execute function dangwu_append_only();
    create trigger append_only_delete before delete on audit_event
      for each row execute function dangwu_audit_delete();
    alter table audit_event enable always trigger append_only;
    alter table audit_event enable always trigger append_only_delete;
    alter table audit_event enable always trigger append_only_truncate`);
  for (const table of ['audit_block', 'audit_archive', 'audit_verification'])
    await runner.query(`
      create trigger append_only before update or delete on ${table}
        for each row execute function dangwu_append_only();
      create trigger append_only_truncate before truncate on ${table}
        for each statement execute function dangwu_append_only();
      alter table ${table} enable always trigger append_only;
      alter table ${table} enable always trigger append_only_truncate`);
}

/** Every list of the auditor is walked along an index, newest first, whatever it is filtered by. */
async function indexes(runner: QueryRunner): Promise<void> {
  await runner.query(`
    drop index audit_event_subject, audit_event_account;
    create index audit_event_order on audit_event (change_number, id);
    create index audit_event_list on audit_event (association_id, at, id);
    create index audit_event_kind on audit_event (association_id, kind, at, id);
    create index audit_event_action on audit_event (association_id, action, at, id);
    create index audit_event_account on audit_event (association_id, account_id, at, id);
    create index audit_event_organization on audit_event (association_id, organization_id, at, id)
      where organization_id is not null;
    create index audit_event_subject on audit_event (subject_id, at, id) where subject_id is not null;
    create index audit_event_request on audit_event using hash (request_id)`);
}
