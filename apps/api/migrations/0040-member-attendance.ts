import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often members attended and how long they studied, wherever it was held. */
export class MemberAttendance1763800000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function dangwu_member_attendance(members uuid[], since date, until date)
        returns table (member_id uuid, entitled integer, present integer, on_leave integer, absent integer,
          study_minutes bigint)
        language sql stable security definer set search_path = public, pg_temp as $$
        select r.member_id, (count(*) filter (where not r.guest))::int,
          (count(*) filter (where not r.guest and r.state in ('PRESENT', 'LATE', 'REMOTE', 'MADE_UP')))::int,
          (count(*) filter (where not r.guest and r.state = 'ON_LEAVE'))::int,
          (count(*) filter (where not r.guest and r.state = 'ABSENT'))::int,
          coalesce(sum((extract(epoch from a.ends_at - a.starts_at) / 60)::bigint) filter (
            where t.counts_study_hours and r.state in ('PRESENT', 'LATE', 'REMOTE', 'MADE_UP')), 0)::bigint
        from attendance r join activity a on a.id = r.activity_id join activity_type t on t.id = a.activity_type_id
        where r.member_id = any(members) and r.deleted_at is null and a.association_id = dangwu_association()
          and a.held_on between since and until and a.state in ('HELD', 'RECORDED') and a.deleted_at is null
        group by r.member_id
      $$;
      comment on function dangwu_member_attendance(uuid[], date, date) is
        'sums of members of the association of the transaction, also of activities that the caller does not see';
      revoke execute on function dangwu_member_attendance(uuid[], date, date) from public;
      grant execute on function dangwu_member_attendance(uuid[], date, date) to dangwu_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function dangwu_member_attendance(uuid[], date, date)`);
  }
}
