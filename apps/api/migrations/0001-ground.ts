import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What every later table stands on: change numbers, the functions of row-level security, and one procedure that gives
 * a public table all of it. The roles dangwu_owner, dangwu_app and dangwu_reader are there already (see `migrate`).
 */
export class Ground1763800000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create extension if not exists pg_trgm`);
    await runner.query(`grant usage on schema public to dangwu_app, dangwu_reader`);
    await changeNumbers(runner);
    await reach(runner);
    await tableProcedures(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop procedure dangwu_public_table(regclass);
      drop procedure dangwu_inner_table(regclass);
      drop function dangwu_reaches(text, text);
      drop function dangwu_in_association(uuid);
      drop function dangwu_account();
      drop function dangwu_association();
      drop function dangwu_changes_below();
      drop procedure dangwu_check_change_base();
      drop function dangwu_change();
      drop table change_base`);
  }
}

async function changeNumbers(runner: QueryRunner): Promise<void> {
  // Transaction ids start low again in a new cluster (restore of a dump) and go back after a recovery to a point in
  // time. The base makes numbers given out afterwards higher than all that were ever seen.
  await runner.query(`
    create table change_base (
      only_row boolean primary key default true check (only_row),
      base bigint not null default 0,
      cluster text not null,
      timeline integer not null
    );
    insert into change_base (cluster, timeline)
      select s.system_identifier::text, c.timeline_id from pg_control_system() s, pg_control_checkpoint() c;
    grant select on change_base to dangwu_app, dangwu_reader;

    create function dangwu_change() returns trigger language plpgsql as $$
    begin
      new.change_number := (select base from change_base) + pg_current_xact_id()::text::bigint;
      new.updated_at := now();
      return new;
    end $$;
    comment on function dangwu_change() is
      'before insert or update: change number of the running transaction, see dangwu_changes_below()';

    create function dangwu_changes_below() returns bigint language sql stable as $$
      select base + pg_snapshot_xmin(pg_current_snapshot())::text::bigint from change_base
    $$;
    comment on function dangwu_changes_below() is
      'every change with a number below this is committed or rolled back, and visible to statements from now on';

    create procedure dangwu_check_change_base() language plpgsql as $$
    declare
      here record;
      highest bigint;
      seen bigint := 0;
      named regclass;
    begin
      select s.system_identifier::text as cluster, c.timeline_id as timeline into here
        from pg_control_system() s, pg_control_checkpoint() c;
      if exists (select from change_base b where b.cluster = here.cluster and b.timeline = here.timeline) then
        return;
      end if;
      -- waits for the transactions that numbered their changes by the old base
      lock table change_base in access exclusive mode;
      for named in
        select c.oid::regclass from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relkind = 'r' and a.attname = 'change_number' and not a.attisdropped
      loop
        execute format('select coalesce(max(change_number), 0) from %s', named) into highest;
        seen := greatest(seen, highest);
      end loop;
      -- 2^32 transactions: more than can have been lost between the backup and the failure
      update change_base set base = greatest(base, seen) + 4294967296, cluster = here.cluster, timeline = here.timeline;
    end $$;
    comment on procedure dangwu_check_change_base() is
      'run by every migration: raises the base when this is another cluster or timeline than last time'`);
}

async function reach(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create function dangwu_association() returns uuid language sql stable parallel safe as $$
      select nullif(current_setting('dangwu.association', true), '')::uuid
    $$;

    create function dangwu_account() returns uuid language sql stable parallel safe as $$
      select nullif(current_setting('dangwu.account', true), '')::uuid
    $$;

    create function dangwu_in_association(association uuid) returns boolean language sql stable parallel safe as $$
      select case when dangwu_association() is null
        then coalesce(current_setting('dangwu.everywhere', true), 'off') = 'on'
        else association is not distinct from dangwu_association() end
    $$;
    comment on function dangwu_in_association(uuid) is
      'inside the association of the transaction, or the system at work before one is known';

    create function dangwu_reaches(path text, leads_path text) returns boolean language sql stable parallel safe as $$
      select coalesce(current_setting('dangwu.everywhere', true), 'off') = 'on'
        or exists (
          select from unnest(
            nullif(current_setting('dangwu.path_lo', true), '')::text[],
            nullif(current_setting('dangwu.path_hi', true), '')::text[]) as r (lo, hi)
          where path collate "C" >= r.lo and path collate "C" < r.hi)
        or exists (
          select from unnest(
            nullif(current_setting('dangwu.leads_lo', true), '')::text[],
            nullif(current_setting('dangwu.leads_hi', true), '')::text[]) as r (lo, hi)
          where leads_path collate "C" >= r.lo and leads_path collate "C" < r.hi)
    $$;
    comment on function dangwu_reaches(text, text) is
      'whether the ranges that Database.transaction named cover this place; nothing named covers nothing'`);
}

async function tableProcedures(runner: QueryRunner): Promise<void> {
  // The owner's policy lets migrations fill columns although row-level security is forced.
  await runner.query(`
    create procedure dangwu_inner_table(name regclass) language plpgsql as $$
    begin
      execute format('alter table %s enable row level security', name);
      execute format('alter table %s force row level security', name);
      execute format('create policy owner_all on %s to dangwu_owner using (true) with check (true)', name);
      execute format('create policy app_association on %s to dangwu_app
        using (dangwu_in_association(association_id)) with check (dangwu_in_association(association_id))', name);
      execute format('grant select, insert, update on %s to dangwu_app', name);
    end $$;
    comment on procedure dangwu_inner_table(regclass) is
      'row-level security by association_id and the rights of dangwu_app, for tables the API does not show';

    create procedure dangwu_public_table(name regclass) language plpgsql as $$
    begin
      call dangwu_inner_table(name);
      execute format('create trigger change before insert or update on %s
        for each row execute function dangwu_change()', name);
      execute format('create policy reader_all on %s for select to dangwu_reader using (true)', name);
      execute format('grant select on %s to dangwu_reader', name);
    end $$;
    comment on procedure dangwu_public_table(regclass) is
      'everything a table of PublicRow needs; tables with a place add a restrictive policy with dangwu_reaches'`);
}
