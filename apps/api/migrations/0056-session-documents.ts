import type { MigrationInterface, QueryRunner } from 'typeorm';
import { placed, publicRow } from './public-tables';

/** What may have a number. */
const kinds = (allowed: string): string => `
  alter table document_number drop constraint document_number_kind_check;
  alter table document_number add constraint document_number_kind_check check (kind in (${allowed}))`;
const before = `'MINUTES', 'MATTER', 'REQUEST', 'REPORT'`;
const now = `'SESSION_NOTICE', 'OPINION', 'SESSION_MINUTES', 'COUNCIL_MINUTES'`;

/** Documents that a session issues: notice, opinions, minutes of each body. */
export class SessionDocuments1763800000056 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(kinds(`${before}, ${now}`));
    await runner.query(`
      create table session_document (${publicRow},
        session_id uuid not null references review_session,
        organization_id uuid not null references party_organization,
        item_id uuid references session_item,
        kind text not null check (kind in ('NOTICE', 'OPINION', 'MINUTES')),
        body text not null check (body in ('PARTY', 'COUNCIL')),
        number text not null check (number <> ''),
        title text not null check (title <> ''),
        content jsonb not null,
        content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
        seal_file_id uuid references file,
        seal_sha256 text check (seal_sha256 ~ '^[0-9a-f]{64}$'),
        issued_by text not null,
        issued_at timestamptz not null,
        foreign key (item_id, session_id) references session_item (id, session_id),
        check ((kind = 'OPINION') = (item_id is not null)),
        check (kind = 'MINUTES' or body = 'PARTY'),
        check ((seal_file_id is null) = (seal_sha256 is null))
      );
      comment on table session_document is 'what a session issued under a number; rows are only added';
      comment on column session_document.content is 'the document as it was issued: both files are made of it';
      comment on column session_document.seal_sha256 is 'of the image of the seal on it, which is a picture and no signature by law';
      ${placed('session_document')}
      create unique index session_document_once on session_document (session_id, kind, body, coalesce(item_id, session_id))
        where kind <> 'NOTICE';
      create index session_document_of on session_document (session_id, issued_at);
      create index session_document_item on session_document (item_id) where item_id is not null;
      revoke update on session_document from dangwu_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table session_document`);
    await runner.query(`delete from document_number where kind in (${now})`);
    await runner.query(kinds(before));
  }
}
