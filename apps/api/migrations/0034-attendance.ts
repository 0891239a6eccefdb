import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The columns of `PublicRow`, and the activity with its organizer, which is the place of all that is told of it. */
const columns = `
  id uuid primary key,
  association_id uuid not null references association,
  external_id text,
  version integer not null default 1,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  change_number bigint not null default 0,
  activity_id uuid not null references activity,
  organization_id uuid not null references party_organization`;

const placed = (table: string): string => `
  call dangwu_public_table('${table}');
  create policy app_place on ${table} as restrictive to dangwu_app using (
    exists (select from party_organization o where o.id = ${table}.organization_id));
  create index ${table}_change on ${table} (association_id, change_number);`;

const posts = `'SECRETARY', 'DEPUTY_SECRETARY', 'ORGANIZATION_MEMBER', 'PUBLICITY_MEMBER', 'DISCIPLINE_MEMBER',
  'COMMITTEE_MEMBER', 'GROUP_LEADER'`;

/** Who is invited to an activity, who asked for leave, who is entitled to attend, and who did. */
export class Attendance1763800000034 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await invitations(runner);
    await leave(runner);
    await rosters(runner);
    await attendance(runner);
    await persons(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function dangwu_attendance_of(uuid)`);
    await runner.query(`drop function dangwu_forget_attendance(uuid)`);
    await runner.query(`drop table attendance, roster, leave_request, invitation cascade`);
  }
}

async function invitations(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table invitation (${columns},
      kind text not null check (kind in ('ORGANIZATION', 'POST', 'MEMBER')),
      invited_organization_id uuid references party_organization,
      post text check (post in (${posts})),
      member_id uuid references member,
      check ((kind = 'MEMBER') = (member_id is not null)),
      check ((kind = 'POST') = (post is not null)),
      check ((kind = 'MEMBER') = (invited_organization_id is null))
    );
    comment on table invitation is
      'who is invited: the members of an organization, those who hold a post in it or in what it leads, or a person';
    comment on column invitation.organization_id is 'the organizer of the activity';
    ${placed('invitation')}
    create unique index invitation_once on invitation (activity_id, kind, coalesce(member_id, invited_organization_id),
      coalesce(post, '')) where deleted_at is null;
    create index invitation_member on invitation (member_id) where member_id is not null and deleted_at is null;
    create index invitation_organization on invitation (invited_organization_id)
      where invited_organization_id is not null and deleted_at is null`);
}

async function leave(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table leave_request (${columns},
      member_id uuid not null references member,
      reason text not null check (reason <> ''),
      state text not null check (state in ('ASKED', 'APPROVED', 'DECLINED')),
      asked_at timestamptz not null,
      decided_at timestamptz,
      decided_by text,
      decision_reason text,
      check ((state = 'ASKED') = (decided_at is null)),
      check (state <> 'DECLINED' or decision_reason <> '')
    );
    ${placed('leave_request')}
    create unique index leave_request_once on leave_request (activity_id, member_id)
      where state <> 'DECLINED' and deleted_at is null;
    create index leave_request_of on leave_request (activity_id, asked_at);
    create index leave_request_member on leave_request (member_id, asked_at)`);
}

async function rosters(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table roster (${columns},
      frozen_at timestamptz not null
    );
    comment on table roster is 'that who is entitled to attend an activity was set down, when it began';
    ${placed('roster')}
    create unique index roster_once on roster (activity_id)`);
}

async function attendance(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table attendance (${columns},
      member_id uuid not null references member,
      member_organization_id uuid not null references party_organization,
      guest boolean not null default false,
      sort integer not null,
      state text not null check (state in ('ENTITLED', 'PRESENT', 'LATE', 'REMOTE', 'ON_LEAVE', 'ABSENT', 'MADE_UP')),
      method text check (method in ('TICK', 'QR', 'IMPORT', 'API', 'LEAVE')),
      reason text,
      marked_at timestamptz,
      marked_by text,
      check ((state = 'ENTITLED') = (method is null)),
      check ((method is null) = (marked_at is null))
    );
    comment on table attendance is 'who was entitled to attend an activity when it began, and who did: a row for each member';
    comment on column attendance.member_organization_id is 'where the member belonged when the roster was set down';
    comment on column attendance.guest is 'attends beside those entitled (列席): counts for no quorum and no rate';
    comment on column attendance.sort is 'where the roster has the member: by pinyin, whoever came later behind';
    comment on column attendance.state is 'ENTITLED: nothing was said of the member yet';
    comment on column attendance.marked_by is 'as the account was called then';
    ${placed('attendance')}
    create unique index attendance_once on attendance (activity_id, member_id);
    create index attendance_state on attendance (activity_id, state);
    create index attendance_sort on attendance (activity_id, sort, id);
    create index attendance_member on attendance (member_id, activity_id);
    create index attendance_member_organization on attendance (member_organization_id, activity_id)`);
}

/** A person is told all that is kept, and forgotten everywhere: also by activities beyond the reach of whoever does it. */
async function persons(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create function dangwu_attendance_of(member uuid)
      returns table (title text, held_on date, attended text, leave text, reason text)
      language sql stable security definer set search_path = public, pg_temp as $$
      select a.title, a.held_on, t.state, null, t.reason from attendance t join activity a on a.id = t.activity_id
      where t.member_id = $1 and t.association_id = dangwu_association() and t.deleted_at is null
      union all
      select a.title, a.held_on, null, l.state, l.reason from leave_request l join activity a on a.id = l.activity_id
      where l.member_id = $1 and l.association_id = dangwu_association() and l.deleted_at is null
      order by 2, 1
    $$;
    comment on function dangwu_attendance_of(uuid) is 'all that attendance says of a member, for the member';
    create function dangwu_forget_attendance(member uuid) returns void
      language sql security definer set search_path = public, pg_temp as $$
      update attendance t set reason = null, version = t.version + 1
      where t.member_id = $1 and t.association_id = dangwu_association() and t.reason is not null;
      update leave_request l set reason = '—', decision_reason = case when l.decision_reason is not null then '—' end,
        version = l.version + 1
      where l.member_id = $1 and l.association_id = dangwu_association()
    $$;
    comment on function dangwu_forget_attendance(uuid) is 'the reasons that a member gave are gone; whether they attended stays';
    revoke execute on function dangwu_attendance_of(uuid), dangwu_forget_attendance(uuid) from public;
    grant execute on function dangwu_attendance_of(uuid), dangwu_forget_attendance(uuid) to dangwu_app`);
}
