import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who must act, what whom was told of, and the calendars that people subscribe to. */
export class RemindersAndFeeds1763800000037 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await actors(runner);
    await reminders(runner);
    await feeds(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function calendar_feed_reader(bytea, timestamptz);
      drop table calendar_feed, reminder_letter, reminder;
      alter table obligation drop column nudged_on, drop column nudged_at, drop column nudged_by;
      drop function dangwu_actors(uuid, date)`);
  }
}

async function actors(runner: QueryRunner): Promise<void> {
  // the staff of a superior stand beyond the sight of many who may read what is due: their names only
  await runner.query(`
    create function dangwu_actors(organization uuid, day date) returns jsonb
      language sql stable security definer set search_path = public, pg_temp as $$
      with recursive up as (
        select id, name, parent_id, relation, 0 as distance from party_organization where id = $1
        union all
        select p.id, p.name, p.parent_id, p.relation, up.distance + 1
        from up join party_organization p on p.id = up.parent_id where up.relation = 'LEADS'
      ), people as (
        select 0 as rank, 'SECRETARY' as role, m.name, null as position, up.name as organization
        from up join appointment a on a.organization_id = up.id join member m on m.id = a.member_id
        where up.distance = 0 and a.post = 'SECRETARY' and a.deleted_at is null and m.deleted_at is null
          and a.since <= $2 and (a.until is null or a.until > $2)
        union all
        select up.distance + 1, case up.distance when 0 then 'STAFF' else 'SUPERIOR_STAFF' end, s.name, s.position, up.name
        from up join staff_assignment s on s.organization_id = up.id
        where s.deleted_at is null and s.since <= $2 and (s.until is null or s.until > $2)
      )
      select coalesce(jsonb_agg(jsonb_build_object('role', p.role, 'name', p.name, 'position', p.position,
        'organizationName', p.organization) order by p.name), '[]')
      from people p where p.rank = (select min(rank) from people)
    $$;
    comment on function dangwu_actors(uuid, date) is
      'who must act for an organization: its secretary, else its staff, else the staff of the nearest superior, by name';
    revoke execute on function dangwu_actors(uuid, date) from public;
    grant execute on function dangwu_actors(uuid, date) to dangwu_app, dangwu_reader`);
}

async function reminders(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table reminder (
      id uuid primary key,
      association_id uuid not null references association,
      account_id uuid not null references account,
      organization_id uuid not null references party_organization,
      kind text not null check (kind in ('BEFORE', 'RECORD_MISSING', 'PUT_OFF', 'AT_RISK', 'LATE', 'NUDGE')),
      thing_id uuid not null,
      moment text not null,
      line jsonb not null,
      link text not null,
      to_mail boolean not null,
      mailed_at timestamptz,
      created_at timestamptz not null,
      constraint reminder_once unique (thing_id, kind, moment, account_id)
    );
    comment on table reminder is 'what whom was told of: nobody is reminded twice of the same thing at the same moment';
    comment on column reminder.thing_id is 'the activity or obligation';
    comment on column reminder.moment is 'a moved activity has another';
    comment on column reminder.to_mail is 'the account had an address: the line comes in its next letter';
    call dangwu_inner_table('reminder');
    create policy app_place on reminder as restrictive to dangwu_app using (
      exists (select from party_organization o where o.id = reminder.organization_id));
    create index reminder_to_mail on reminder (association_id, account_id) where to_mail and mailed_at is null;

    create table reminder_letter (
      account_id uuid not null references account,
      association_id uuid not null references association,
      day date not null,
      begun_by uuid not null references reminder,
      primary key (account_id, day)
    );
    comment on table reminder_letter is 'the letter of a day: one for each person, whatever there is to remind of';
    call dangwu_inner_table('reminder_letter');

    alter table obligation add column nudged_on date, add column nudged_at timestamptz, add column nudged_by text,
      add constraint obligation_nudged check ((nudged_on is null) = (nudged_at is null));
    comment on column obligation.nudged_on is 'the day on which its organization was last urged to act'`);
}

async function feeds(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table calendar_feed (
      id uuid primary key,
      association_id uuid not null references association,
      account_id uuid not null references account,
      name text not null check (name <> ''),
      token_hash bytea not null unique,
      created_at timestamptz not null,
      last_used_at timestamptz,
      revoked_at timestamptz
    );
    comment on table calendar_feed is 'secret addresses under which a person''s calendar program reads activities';
    comment on column calendar_feed.token_hash is 'of 256 random bits: a copy of this table opens nothing';
    call dangwu_inner_table('calendar_feed');
    create index calendar_feed_account on calendar_feed (account_id) where revoked_at is null;

    -- whose address it is, is found out before any rights are known, hence past row-level security
    create function calendar_feed_reader(hash bytea, at timestamptz) returns jsonb
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      f calendar_feed;
    begin
      select * into f from calendar_feed c where c.token_hash = hash and c.revoked_at is null
        and exists (select from account a where a.id = c.account_id and a.disabled_at is null and a.deleted_at is null);
      if not found then
        return null;
      end if;
      -- calendars ask all day long; an hour is exact enough to see whether one is still used
      if f.last_used_at is null or f.last_used_at < at - interval '1 hour' then
        update calendar_feed set last_used_at = at where id = f.id;
      end if;
      return (
        select jsonb_build_object('name', f.name,
          'account', jsonb_build_object('id', a.id, 'username', a.username, 'name', a.name),
          'association', jsonb_build_object('id', o.id, 'no', o.no, 'name', o.name, 'kind', o.kind),
          'grants', g.held, 'published', access_publications(o.id, g.held))
        from account a join association o on o.id = a.association_id
        cross join lateral (
          select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'role', g.role, 'organizationId', g.organization_id,
            'path', p.path, 'leadsPath', p.leads_path) order by g.since, g.id), '[]') as held
          from access_grant g
          left join party_organization p on p.id = g.organization_id and p.association_id = g.association_id
          where g.account_id = a.id and g.deleted_at is null and g.since <= at and (g.until is null or g.until > at)
            and (g.organization_id is null or p.id is not null)) g
        where a.id = f.account_id);
    end $$;
    comment on function calendar_feed_reader(bytea, timestamptz) is
      'whose feed it is, with the rights of this moment; null: no such address, revoked, or the account is disabled';
    revoke execute on function calendar_feed_reader(bytea, timestamptz) from public;
    grant execute on function calendar_feed_reader(bytea, timestamptz) to dangwu_app`);
}
