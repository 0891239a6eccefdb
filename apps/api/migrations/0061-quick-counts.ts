import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What makes counting quick for whoever asks first, and keeps what was counted when only rights have changed. */
export class QuickCounts1763800000061 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await placesVersion(runner);
    for (const table of counted)
      await runner.query(`alter policy app_association on ${table} using (${inAssociation})`);
    await sums(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${triggers('access_changed')}
      drop function access_places_of(uuid);
      drop function access_places_changed();
      alter table access_version drop column places`);
    await runner.query(`drop function dangwu_activity_sums(date, date, text, text, uuid[])`);
    for (const table of counted)
      await runner.query(`alter policy app_association on ${table} using (dangwu_in_association(association_id))`);
  }
}

/**
 * What processes remember of counts is of places and not of rights: whose account or grant changes sees other places, and
 * not other counts. A number of its own, beside that of all rights, says when places have changed.
 */
async function placesVersion(runner: QueryRunner): Promise<void> {
  await runner.query(`
    alter table access_version add column places bigint not null default 1;
    comment on column access_version.places is
      'rises with the places of the tree alone, and when sums of an association are made anew';

    create function access_places_changed() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      update access_version set version = version + 1, places = places + 1
        where dangwu_association() is null or association_id = dangwu_association();
      return null;
    end $$;
    comment on function access_places_changed() is
      'after a statement, as access_changed(): whoever remembers rights or counts reads them again';
    ${triggers('access_places_changed')}

    create function access_places_of(association uuid) returns bigint
      language plpgsql stable security definer set search_path = public, pg_temp as $$
    begin
      return (select v.places from access_version v where v.association_id = access_places_of.association);
    end $$;
    revoke execute on function access_places_of(uuid) from public;
    grant execute on function access_places_of(uuid) to dangwu_app`);
}

const triggers = (changed: string): string => `
  create or replace trigger access_changed after update on association
    for each statement execute function ${changed}();
  create or replace trigger access_moved after update of path, leads_path, parent_id, relation, association_id
    on party_organization for each statement execute function ${changed}();
  create or replace trigger access_removed after delete on party_organization
    for each statement execute function ${changed}();`;

/** Of these, one statement looks at tens of thousands of rows. */
const counted = ['activity_summary', 'activity_delta', 'obligation'];

/**
 * Whether a row is one of the association, as `dangwu_in_association` says. What does not depend on the row stands in
 * subqueries, which PostgreSQL asks once for a statement; the function asked for every row.
 */
const inAssociation = `
  ((select dangwu_association()) is null and (select coalesce(current_setting('dangwu.everywhere', true), 'off') = 'on'))
  or association_id = (select dangwu_association())`;

/**
 * Sums of activities by organization. Row-level security asks of each row where its organization stands; this asks once of
 * each organization, and answers of those that the transaction reaches, as the policies say.
 */
async function sums(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create function dangwu_activity_sums(since date, until date, part text, whole text, of uuid[])
      returns table (organization_id uuid, path text, part_sum float8, whole_sum float8)
      language plpgsql stable security definer set search_path = public, pg_temp as $$
    declare
      named constant text[] := array['activities', 'recorded', 'entitled', 'present', 'remote', 'on_leave', 'person_minutes'];
      here constant uuid := dangwu_association();
      path_lo constant text[] := coalesce(nullif(current_setting('dangwu.path_lo', true), ''), '{}');
      path_hi constant text[] := coalesce(nullif(current_setting('dangwu.path_hi', true), ''), '{}');
      leads_lo constant text[] := coalesce(nullif(current_setting('dangwu.leads_lo', true), ''), '{}');
      leads_hi constant text[] := coalesce(nullif(current_setting('dangwu.leads_hi', true), ''), '{}');
      ids uuid[];
      paths text[];
      narrow boolean;
    begin
      if part <> all (named) or whole <> all (named) then
        raise exception 'dangwu_activity_sums: no such sum';
      end if;
      if of is not null or coalesce(current_setting('dangwu.everywhere', true), 'off') = 'on' then
        select array_agg(o.id), array_agg(o.path) into ids, paths from party_organization o
          where o.association_id = here and dangwu_reaches(o.path, o.leads_path) and (of is null or o.id = any (of));
      else
        select array_agg(o.id), array_agg(o.path) into ids, paths from (
          select o.id, o.path from unnest(path_lo, path_hi) r (lo, hi)
          join party_organization o on o.path >= r.lo and o.path < r.hi and o.association_id = here
          union all
          select o.id, o.path from unnest(leads_lo, leads_hi) r (lo, hi)
          join party_organization o on o.leads_path >= r.lo and o.leads_path < r.hi and o.association_id = here
            and not coalesce(o.path < path_hi[width_bucket(o.path, path_lo)], false)) o;
      end if;
      -- by index where few are looked for; where many are, the join leaves out the others
      narrow := cardinality(ids) < (select c.reltuples / 8 from pg_class c where c.oid = 'party_organization'::regclass);
      return query execute format(
        'select p.id, p.path, s.part, %3$s
         from (select organization_id, sum(part)::float8 as part%4$s from (
             select association_id, organization_id, month, %1$I as part%2$s from activity_summary union all
             select association_id, organization_id, month, %1$I%2$s from activity_delta) s
           where month between $3 and $4 and %5$s group by organization_id) s
         join unnest($1, $2) p (id, path) on p.id = s.organization_id',
        part, case when whole is null then '' else format(', %I as whole', whole) end,
        case when whole is null then 'null::float8' else 's.whole' end,
        case when whole is null then '' else ', sum(whole)::float8 as whole' end,
        case when narrow then 'organization_id = any ($1)' else 'association_id = $5' end)
        using ids, paths, since, until, here;
    end $$;
    comment on function dangwu_activity_sums(date, date, text, text, uuid[]) is
      'by organization: activity_summary with activity_delta, of the association and the places of the transaction alone';
    revoke execute on function dangwu_activity_sums(date, date, text, text, uuid[]) from public;
    grant execute on function dangwu_activity_sums(date, date, text, text, uuid[]) to dangwu_app`);
}
