import type { MigrationInterface, QueryRunner } from 'typeorm';

/** On which session a matter is, for those who see the matter and not the session: whoever proposed it may be anywhere. */
export class SessionOfMatter1763800000052 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table review_session add column search_text text not null generated always as
        (normalize(lower(title || ' ' || place), NFKC)) stored;
      create index review_session_search on review_session using gin (search_text gin_trgm_ops);
      create function dangwu_session_of_matter(matter uuid) returns jsonb
        language sql stable security definer set search_path = public, pg_temp as $$
        select jsonb_build_object(
          'id', 'ReviewSession_' || replace(s.id::text, '-', ''),
          'title', s.title,
          'startsAt', to_char(s.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'place', s.place,
          'state', s.state,
          'no', i.no)
        from session_item i join review_session s on s.id = i.session_id
        where i.matter_id = $1 and i.state <> 'REMOVED' and i.deleted_at is null and s.deleted_at is null
        order by i.created_at desc, i.id desc limit 1
      $$;
      comment on function dangwu_session_of_matter(uuid) is
        'the session on whose agenda a matter is or was last, without its roster: asked for matters that the caller sees';
      revoke execute on function dangwu_session_of_matter(uuid) from public;
      grant execute on function dangwu_session_of_matter(uuid) to dangwu_app, dangwu_reader;
      create index session_item_of_matter on session_item (matter_id) where matter_id is not null;
      create index session_member_of_account on session_member (account_id) where account_id is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table review_session drop column search_text;
      drop index session_item_of_matter;
      drop index session_member_of_account;
      drop function dangwu_session_of_matter(uuid)`);
  }
}
