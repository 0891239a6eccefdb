import type { MigrationInterface, QueryRunner } from 'typeorm';
import { placed, publicRow } from './public-tables';

/**
 * What is kept as it was: the pack of papers that the members of a session have, and what shows that an item was carried out.
 * And how the standing council votes, where a rule says so.
 */
export class KeptPapers1763800000064 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await packs(runner);
    await evidence(runner);
    await runner.query(`
      alter table review_rule add column council_ballot text check (council_ballot in ('OPEN', 'SECRET'));
      comment on column review_rule.council_ballot is 'how the standing council votes in a joint session; null: as the reviewing body'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table review_rule drop column council_ballot;
      drop table session_pack, supervision_file`);
  }
}

async function packs(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table session_pack (${publicRow},
      session_id uuid not null references review_session,
      organization_id uuid not null references party_organization,
      no smallint not null check (no > 0),
      file_id uuid not null references file,
      size bigint not null check (size > 0),
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      pages integer not null check (pages > 0),
      content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
      made_at timestamptz not null
    );
    comment on table session_pack is 'the pack of papers of a session in its versions, as its members had them; rows are only added';
    comment on column session_pack.sha256 is 'of the file';
    comment on column session_pack.content_hash is 'of what it says: another version is made when that is another';
    ${placed('session_pack')}
    create unique index session_pack_once on session_pack (session_id, no);
    create unique index session_pack_file on session_pack (file_id);
    revoke update on session_pack from dangwu_app`);
}

async function evidence(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table supervision_file (${publicRow},
      item_id uuid not null references supervision_item,
      organization_id uuid not null references party_organization,
      no smallint not null check (no > 0),
      file_id uuid not null references file,
      name text not null check (name <> ''),
      size bigint not null,
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      added_at timestamptz not null
    );
    comment on table supervision_file is 'files that show that an item was carried out, one with each report; rows are only added';
    comment on column supervision_file.organization_id is 'who gave the item, and the place that decides who sees it';
    ${placed('supervision_file')}
    create unique index supervision_file_once on supervision_file (item_id, no);
    create unique index supervision_file_file on supervision_file (file_id);
    revoke update on supervision_file from dangwu_app`);
}
