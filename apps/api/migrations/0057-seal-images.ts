import type { MigrationInterface, QueryRunner } from 'typeorm';
import { placed, publicRow } from './public-tables';

/** Images of seals that documents of sessions may show. */
export class SealImages1763800000057 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table seal_image (${publicRow},
        organization_id uuid not null references party_organization,
        body text not null check (body in ('PARTY', 'COUNCIL')),
        file_id uuid not null unique references file,
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        added_by text not null,
        added_at timestamptz not null
      );
      comment on table seal_image is 'the picture of a seal, of an organization or of the council beside it; no signature by law';
      ${placed('seal_image')}
      create unique index seal_image_once on seal_image (organization_id, body) where deleted_at is null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table seal_image`);
  }
}
