import type { MigrationInterface, QueryRunner } from 'typeorm';

const sums = `activities, recorded, entitled, present, remote, on_leave, person_minutes`;
const columns = `
  association_id uuid not null references association,
  organization_id uuid not null references party_organization,
  activity_type_id uuid not null references activity_type,
  month date not null check (extract(day from month) = 1),
  activities integer not null,
  recorded integer not null,
  entitled bigint not null,
  present bigint not null,
  remote bigint not null,
  on_leave bigint not null,
  person_minutes bigint not null`;
const placed = (table: string): string => `
  call dangwu_inner_table('${table}');
  grant delete on ${table} to dangwu_app;
  create policy app_place on ${table} as restrictive to dangwu_app using (
    exists (select from party_organization o where o.id = ${table}.organization_id));`;

/** What activities of rows count: nothing unless it was held. */
const counted = (rows: string): string => `
  select association_id, organization_id, activity_type_id, date_trunc('month', held_on)::date as month,
    1 as activities, (state = 'RECORDED')::int as recorded, coalesce(entitled_count, 0) as entitled,
    coalesce(present_count, 0) as present, coalesce(remote_count, 0) as remote, coalesce(leave_count, 0) as on_leave,
    coalesce(present_count, 0) * (extract(epoch from ends_at - starts_at) / 60)::bigint as person_minutes
  from ${rows} where state in ('HELD', 'RECORDED') and deleted_at is null`;

/**
 * What figures read of activities: sums by organization, type and month. A trigger writes down what every statement adds
 * or takes away, whoever wrote it and however many rows; a job merges that into the sums.
 */
export class ActivityFigures1763800000039 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table activity_summary (${columns}, primary key (organization_id, month, activity_type_id));
      comment on table activity_summary is 'held activities by month, without what activity_delta still says';
      ${placed('activity_summary')}
      create table activity_delta (id bigint generated always as identity primary key, ${columns});
      comment on table activity_delta is 'what is to be added to activity_summary';
      ${placed('activity_delta')}
      create index activity_delta_organization on activity_delta (organization_id, month);

      create function dangwu_activity_delta() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then
          insert into activity_delta (association_id, organization_id, activity_type_id, month, ${sums})
            ${counted('after')};
        elsif tg_op = 'UPDATE' then
          insert into activity_delta (association_id, organization_id, activity_type_id, month, ${sums})
            select association_id, organization_id, activity_type_id, month, sum(activities), sum(recorded), sum(entitled),
              sum(present), sum(remote), sum(on_leave), sum(person_minutes)
            from (${counted('after')} union all
              select association_id, organization_id, activity_type_id, month, -activities, -recorded, -entitled, -present,
                -remote, -on_leave, -person_minutes from (${counted('before')}) b) changed
            group by association_id, organization_id, activity_type_id, month
            having (sum(activities), sum(recorded), sum(entitled), sum(present), sum(remote), sum(on_leave),
              sum(person_minutes)) <> (0, 0, 0, 0, 0, 0, 0);
        else
          insert into activity_delta (association_id, organization_id, activity_type_id, month, ${sums})
            select association_id, organization_id, activity_type_id, month, -activities, -recorded, -entitled, -present,
              -remote, -on_leave, -person_minutes from (${counted('before')}) b;
        end if;
        return null;
      end $$;
      create trigger delta_insert after insert on activity referencing new table as after
        for each statement execute function dangwu_activity_delta();
      create trigger delta_update after update on activity referencing old table as before new table as after
        for each statement execute function dangwu_activity_delta();
      create trigger delta_delete after delete on activity referencing old table as before
        for each statement execute function dangwu_activity_delta();

      insert into activity_summary (association_id, organization_id, activity_type_id, month, ${sums})
        select association_id, organization_id, activity_type_id, month, sum(activities), sum(recorded), sum(entitled),
          sum(present), sum(remote), sum(on_leave), sum(person_minutes)
        from (${counted('activity')}) c group by association_id, organization_id, activity_type_id, month`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger delta_insert on activity;
      drop trigger delta_update on activity;
      drop trigger delta_delete on activity;
      drop function dangwu_activity_delta();
      drop table activity_delta, activity_summary`);
  }
}
