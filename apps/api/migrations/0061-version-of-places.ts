import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What processes remember of counts is of places and not of rights: whose account or grant changes sees other places, and
 * not other counts. A number of its own, beside that of all rights, says when places have changed.
 */
export class VersionOfPlaces1763800000061 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
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

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${triggers('access_changed')}
      drop function access_places_of(uuid);
      drop function access_places_changed();
      alter table access_version drop column places`);
  }
}

const triggers = (changed: string): string => `
  create or replace trigger access_changed after update on association
    for each statement execute function ${changed}();
  create or replace trigger access_moved after update of path, leads_path, parent_id, relation, association_id
    on party_organization for each statement execute function ${changed}();
  create or replace trigger access_removed after delete on party_organization
    for each statement execute function ${changed}();`;
