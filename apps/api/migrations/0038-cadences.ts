import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cadences that people set, for a part of the tree; and when a venue is free, whoever booked it. */
export class Cadences1763800000038 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table cadence add column organization_id uuid references party_organization;
      comment on column cadence.organization_id is
        'only this organization and those that it leads; null: the whole association';
      -- everybody reads cadences; whoever sets one for a part of the tree reaches that part
      create policy app_keeper on cadence as restrictive for insert to dangwu_app with check (
        organization_id is null or exists (select from party_organization o where o.id = cadence.organization_id));
      create policy app_keeper_change on cadence as restrictive for update to dangwu_app using (
        organization_id is null or exists (select from party_organization o where o.id = cadence.organization_id));

      -- a venue is open to all, so what is booked there lies in part beyond the reach of whoever asks: its times only
      create function dangwu_venue_occupancy(venue uuid, since timestamptz, until timestamptz)
        returns table (activity_id uuid, starts_at timestamptz, ends_at timestamptz)
        language sql stable security definer set search_path = public, pg_temp as $$
        select a.id, a.starts_at, a.ends_at from activity a
        where a.venue_id = $1 and a.association_id = dangwu_association()
          and tstzrange(a.starts_at, a.ends_at) && tstzrange($2, $3)
          and a.state in ('SCHEDULED', 'HELD', 'RECORDED') and a.deleted_at is null
        order by a.starts_at, a.id limit 1000
      $$;
      comment on function dangwu_venue_occupancy(uuid, timestamptz, timestamptz) is
        'when a venue of the association of the transaction is booked, the activities by their ids only';
      revoke execute on function dangwu_venue_occupancy(uuid, timestamptz, timestamptz) from public;
      grant execute on function dangwu_venue_occupancy(uuid, timestamptz, timestamptz) to dangwu_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function dangwu_venue_occupancy(uuid, timestamptz, timestamptz);
      drop policy app_keeper on cadence;
      drop policy app_keeper_change on cadence;
      alter table cadence drop column organization_id`);
  }
}
