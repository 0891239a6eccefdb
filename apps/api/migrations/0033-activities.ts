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
const external = (table: string): string => `
  create unique index ${table}_external on ${table} (association_id, external_id) where external_id is not null;`;

/** The catalogue of activities, how often which is to be held, what is planned and held, and what follows from both. */
export class Activities1763800000033 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await catalogue(runner);
    await activities(runner);
    await cadences(runner);
    await obligations(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function dangwu_venue_bookings(uuid, date)`);
    await runner.query(
      `drop table obligation, cadence, activity_step, activity, venue, catalogue_term, activity_type cascade`,
    );
  }
}

async function catalogue(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table activity_type (${publicRow},
      key text not null check (key ~ '^[A-Z][A-Z0-9_]{1,39}$'),
      name_zh text not null check (name_zh <> ''),
      name_en text not null check (name_en <> ''),
      kind text not null check (kind in ('ORGANIZATION_LIFE', 'STUDY', 'DECISION', 'OTHER')),
      organization_types text[] not null check (cardinality(organization_types) > 0),
      entitled text not null check (entitled in ('ALL_MEMBERS', 'FULL_MEMBERS', 'COMMITTEE', 'INVITED')),
      quorum_rule_key text,
      majority_rule_key text,
      counts_study_hours boolean not null,
      needs_minutes boolean not null,
      shipped boolean not null default false,
      sort smallint not null,
      retired_on date
    );
    comment on column activity_type.quorum_rule_key is 'the rule of the register that says how many must be present';
    call dangwu_public_table('activity_type');
    create unique index activity_type_key on activity_type (association_id, key) where deleted_at is null;

    create table catalogue_term (${publicRow},
      kind text not null check (kind in ('TOPIC', 'LINE', 'FORM')),
      key text not null check (key ~ '^[A-Z][A-Z0-9_]{1,39}$'),
      name_zh text not null check (name_zh <> ''),
      name_en text not null check (name_en <> ''),
      shipped boolean not null default false,
      sort smallint not null,
      retired_on date
    );
    comment on table catalogue_term is 'topics, lines and forms: what activities are tagged with';
    call dangwu_public_table('catalogue_term');
    create unique index catalogue_term_key on catalogue_term (association_id, kind, key) where deleted_at is null;

    create table venue (${publicRow},
      organization_id uuid not null references party_organization,
      name text not null check (name <> ''),
      kind text not null check (kind in ('MEETING_ROOM', 'ACTIVITY_ROOM', 'EXHIBITION_ROOM', 'WARNING_ROOM', 'FORUM',
        'BASE', 'OTHER')),
      address text,
      capacity integer check (capacity between 1 and 100000),
      closed_on date
    );
    comment on column venue.organization_id is 'which organization keeps it; everyone in the association may use it';
    call dangwu_public_table('venue');
    -- everybody reads venues; whoever keeps one reaches the organization that it stands with
    create policy app_keeper on venue as restrictive for insert to dangwu_app with check (
      exists (select from party_organization o where o.id = venue.organization_id));
    create policy app_keeper_change on venue as restrictive for update to dangwu_app using (
      exists (select from party_organization o where o.id = venue.organization_id));
    create unique index venue_name on venue (association_id, organization_id, name) where deleted_at is null`);
}

async function activities(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table activity (${publicRow},
      organization_id uuid not null references party_organization,
      activity_type_id uuid not null references activity_type,
      title text not null check (title <> ''),
      state text not null check (state in ('DRAFT', 'SCHEDULED', 'HELD', 'RECORDED', 'POSTPONED', 'CANCELLED')),
      starts_at timestamptz not null,
      ends_at timestamptz not null check (ends_at > starts_at),
      held_on date not null,
      counts_on date not null,
      venue_id uuid references venue,
      place text,
      link text,
      line_id uuid references catalogue_term,
      form_id uuid references catalogue_term,
      topic_ids uuid[] not null default '{}',
      agenda jsonb not null default '[]',
      reason text,
      make_up_of_id uuid references activity,
      make_up_by date,
      entitled_count integer check (entitled_count >= 0),
      present_count integer check (present_count >= 0),
      remote_count integer check (remote_count >= 0),
      leave_count integer check (leave_count >= 0),
      check (remote_count <= present_count and present_count + leave_count <= entitled_count),
      summary text,
      quorum_rule_id uuid references rule,
      quorum_met boolean,
      recorded_at timestamptz,
      recorded_by text,
      search_text text not null generated always as
        (normalize(lower(title || ' ' || coalesce(place, '')), NFKC)) stored,
      check ((quorum_met is null) = (quorum_rule_id is null)),
      check ((state = 'RECORDED') = (recorded_at is not null)),
      check (state not in ('POSTPONED', 'CANCELLED') or reason <> ''),
      constraint activity_venue_once exclude using gist (venue_id with =, tstzrange(starts_at, ends_at) with &&)
        where (state in ('SCHEDULED', 'HELD', 'RECORDED') and deleted_at is null)
    );
    comment on column activity.organization_id is 'the organizer, and the place that decides who sees it';
    comment on column activity.held_on is 'the day it begins, in the association''s zone';
    comment on column activity.counts_on is 'the day that says for which period it counts: of a make-up, the original''s';
    comment on column activity.make_up_by is 'by when a postponed or cancelled one that is required is made up for';
    comment on column activity.quorum_rule_id is 'the rule on presence in force on the day, as it was recorded by';
    ${placed('activity')}
    ${external('activity')}
    create index activity_held on activity (association_id, held_on, starts_at, id);
    create index activity_search on activity using gin (search_text gin_trgm_ops);
    create index activity_over on activity (ends_at) where state = 'SCHEDULED' and deleted_at is null;
    create index activity_make_up on activity (make_up_of_id) where make_up_of_id is not null;
    create index activity_organizer on activity (organization_id, held_on);
    create index activity_counts on activity (organization_id, activity_type_id, counts_on);

    create table activity_step (${publicRow},
      activity_id uuid not null references activity,
      organization_id uuid not null references party_organization,
      kind text not null check (kind in ('PLANNED', 'CHANGED', 'SCHEDULED', 'HELD', 'RECORDED', 'CORRECTED',
        'POSTPONED', 'CANCELLED')),
      reason text,
      actor_name text,
      at timestamptz not null
    );
    comment on table activity_step is 'what was done to an activity, when and by whom; the audit log has the values';
    ${placed('activity_step')}
    create index activity_step_of on activity_step (activity_id, at desc);

    -- a venue is open to all, so what is booked there lies in part beyond the reach of whoever keeps it: its number only
    create function dangwu_venue_bookings(venue uuid, since date) returns integer
      language sql stable security definer set search_path = public, pg_temp as $$
      select count(*)::int from activity a
      where a.venue_id = $1 and a.association_id = dangwu_association() and a.held_on >= $2
        and a.state in ('SCHEDULED', 'HELD') and a.deleted_at is null
    $$;
    comment on function dangwu_venue_bookings(uuid, date) is
      'how many activities are to be held at a venue of the association of the transaction from a day on';
    revoke execute on function dangwu_venue_bookings(uuid, date) from public;
    grant execute on function dangwu_venue_bookings(uuid, date) to dangwu_app`);
}

async function cadences(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table cadence (${publicRow},
      rule_key text not null,
      activity_type_id uuid not null references activity_type,
      period text not null check (period in ('WEEK', 'MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR')),
      organization_types text[] not null check (cardinality(organization_types) > 0),
      tiers text[] check (cardinality(tiers) > 0),
      needs_committee boolean not null default false,
      weekday smallint check (weekday between 1 and 7),
      risk_days smallint not null check (risk_days between 0 and 366)
    );
    comment on table cadence is
      'what a rule that says how often applies to; the number, its layers, its days and its basis stand in the rule';
    comment on column cadence.needs_committee is 'only organizations that have a leadership team on the day';
    comment on column cadence.weekday is 'a fixed day for it: 1 Monday to 7 Sunday';
    comment on column cadence.risk_days is 'with fewer days left and nothing planned it is at risk';
    call dangwu_public_table('cadence');
    create unique index cadence_rule on cadence (association_id, rule_key) where deleted_at is null`);
}

async function obligations(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table obligation (${publicRow},
      organization_id uuid not null references party_organization,
      cadence_id uuid not null references cadence,
      rule_id uuid not null references rule,
      activity_type_id uuid not null references activity_type,
      period text not null,
      starts_on date not null,
      ends_on date not null check (ends_on >= starts_on),
      due_from date not null check (due_from between starts_on and ends_on),
      required smallint not null check (required > 0),
      risk_from date not null check (risk_from <= ends_on + 1),
      planned smallint not null default 0 check (planned >= 0),
      held smallint not null default 0 check (held >= 0),
      recorded smallint not null default 0 check (recorded >= 0),
      waived_at timestamptz,
      waived_by text,
      waived_reason text,
      check ((waived_at is null) = (waived_reason is null))
    );
    comment on table obligation is
      'what rules ask of an organization in a period, and how much of it is planned, held, recorded: derived, never typed';
    comment on column obligation.due_from is 'from when within the period it applies: of an organization founded in it, later';
    ${placed('obligation')}
    create unique index obligation_once on obligation (organization_id, cadence_id, starts_on);
    create index obligation_period on obligation (association_id, ends_on, organization_id);
    create index obligation_counts on obligation (organization_id, activity_type_id, starts_on)`);
}
