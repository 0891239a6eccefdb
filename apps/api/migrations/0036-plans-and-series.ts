import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The columns of `PublicRow`. */
const publicRow = `
  id uuid primary key,
  association_id uuid not null references association,
  external_id text,
  version integer not null default 1,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  change_number bigint not null default 0`;

const placed = (table: string): string => `
  call dangwu_public_table('${table}');
  create policy app_place on ${table} as restrictive to dangwu_app using (
    exists (select from party_organization o where o.id = ${table}.organization_id));
  create index ${table}_change on ${table} (association_id, change_number);`;

/** The year's plan, with what it proposes, and series of activities. */
export class PlansAndSeries1763800000036 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await plans(runner);
    await series(runner);
    await bookings(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function dangwu_venue_taken(uuid, timestamptz, timestamptz, uuid);
      alter table activity drop column series_id, drop column occurs_on, drop column series_changed;
      drop table activity_series, plan_item, year_plan cascade`);
  }
}

async function plans(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table year_plan (${publicRow},
      organization_id uuid not null references party_organization,
      year smallint not null check (year between 2000 and 2999),
      settings jsonb not null,
      job_id uuid references job,
      proposed_at timestamptz,
      published_at timestamptz
    );
    comment on table year_plan is 'what an organization and all it leads are to hold in a year, proposed from the rules';
    comment on column year_plan.job_id is 'the work that proposes or publishes it, or did last';
    ${placed('year_plan')}
    create unique index year_plan_once on year_plan (organization_id, year) where deleted_at is null;

    create table plan_item (${publicRow},
      plan_id uuid not null references year_plan,
      organization_id uuid not null references party_organization,
      activity_type_id uuid not null references activity_type,
      obligation_id uuid not null references obligation,
      ordinal smallint not null check (ordinal > 0),
      period_from date not null,
      period_to date not null check (period_to >= period_from),
      held_on date,
      starts_at timestamptz,
      ends_at timestamptz check (ends_at > starts_at),
      venue_id uuid references venue,
      by_hand boolean not null default false,
      left_out_reason text check (left_out_reason <> ''),
      fault jsonb,
      activity_id uuid references activity,
      check ((held_on is null) = (starts_at is null) and (starts_at is null) = (ends_at is null)),
      check (activity_id is null or starts_at is not null)
    );
    comment on table plan_item is 'one activity that a plan proposes; it is none yet until the plan is published';
    comment on column plan_item.obligation_id is 'the gap that led to it; it counts for every obligation its day lies in';
    comment on column plan_item.by_hand is 'moved by a person: planning anew leaves it where it is';
    comment on column plan_item.fault is 'why it has no time, or why it cannot be published';
    ${placed('plan_item')}
    create unique index plan_item_once on plan_item (plan_id, obligation_id, ordinal) where deleted_at is null;
    create index plan_item_held on plan_item (plan_id, held_on, starts_at, id);
    create index plan_item_organization on plan_item (organization_id, held_on)`);
}

async function series(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table activity_series (${publicRow},
      organization_id uuid not null references party_organization,
      activity_type_id uuid not null references activity_type,
      title text not null check (title <> ''),
      rule text not null check (rule <> ''),
      starts_on date not null,
      at_time text not null check (at_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
      minutes integer not null check (minutes between 1 and 1440),
      holiday_policy text not null check (holiday_policy in ('KEEP', 'SKIP', 'SHIFT_BEFORE', 'SHIFT_AFTER')),
      exceptions text[] not null default '{}',
      venue_id uuid references venue,
      place text,
      link text,
      expanded_to date,
      ended_reason text
    );
    comment on table activity_series is 'activities that recur; each occurrence is an activity like any other';
    comment on column activity_series.rule is 'RFC 5545, or the last working day of a span';
    comment on column activity_series.expanded_to is 'until this day its occurrences are there';
    ${placed('activity_series')}
    create index activity_series_organization on activity_series (organization_id, starts_on);

    alter table activity
      add column series_id uuid references activity_series,
      add column occurs_on date,
      add column series_changed boolean not null default false,
      add check ((series_id is null) = (occurs_on is null));
    comment on column activity.occurs_on is 'the day it was due by the rule of its series, which names it there (RECURRENCE-ID)';
    comment on column activity.series_changed is 'changed by itself: a change of the whole series leaves it alone';
    create unique index activity_occurrence on activity (series_id, occurs_on)
      where series_id is not null and deleted_at is null`);
}

async function bookings(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- a venue is open to all, so what is booked there lies in part beyond one's reach: its times only
    create function dangwu_venue_taken(venue uuid, since timestamptz, until timestamptz, but uuid)
      returns table (id uuid, starts_at timestamptz, ends_at timestamptz)
      language sql stable security definer set search_path = public, pg_temp as $$
      select a.id, a.starts_at, a.ends_at from activity a
      where a.venue_id = $1 and a.association_id = dangwu_association()
        and tstzrange(a.starts_at, a.ends_at) && tstzrange($2, $3) and a.id is distinct from $4
        and a.state in ('SCHEDULED', 'HELD', 'RECORDED') and a.deleted_at is null
      order by a.starts_at limit 20
    $$;
    comment on function dangwu_venue_taken(uuid, timestamptz, timestamptz, uuid) is
      'when a venue of the association of the transaction is booked within a span, whoever books it';
    revoke execute on function dangwu_venue_taken(uuid, timestamptz, timestamptz, uuid) from public;
    grant execute on function dangwu_venue_taken(uuid, timestamptz, timestamptz, uuid) to dangwu_app`);
}
