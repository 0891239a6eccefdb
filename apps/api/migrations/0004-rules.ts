import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The register of rules: every number of a regulation or a house rule, with its basis and its period. */
export class Rules1763800000004 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    // periods of one rule exclude each other: equality and overlap in one index
    await query.query(`create extension if not exists btree_gist`);
    await query.query(`
      create table rule (
        id uuid primary key,
        association_id uuid not null references association(id),
        key text not null,
        name_zh text not null,
        name_en text not null,
        value text not null check (value <> ''),
        unit_zh text,
        unit_en text,
        stricter text not null check (stricter in ('HIGHER', 'LOWER', 'NONE')),
        strength text not null check (strength in ('MUST', 'NORMAL')),
        layer text not null check (layer in ('REGULATION', 'ASSOCIATION', 'ORGANIZATION')),
        -- the tree comes with a later migration, and its foreign key with it
        organization_id uuid,
        basis_zh text not null check (basis_zh <> ''),
        basis_en text not null check (basis_en <> ''),
        source text not null check (source in ('VERIFIED', 'SECONDARY', 'GENERAL_KNOWLEDGE', 'HOUSE')),
        article_uncertain boolean not null default false,
        note_zh text,
        note_en text,
        effective_from date not null,
        effective_to date,
        confirmed_at timestamptz,
        confirmed_by text,
        external_id text,
        version integer not null default 1,
        deleted_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        change_number bigint not null default 0,
        check (effective_to is null or effective_to >= effective_from),
        check ((layer = 'ORGANIZATION') = (organization_id is not null)),
        -- of one layer, one row is in force on any day
        constraint rule_one_in_force exclude using gist (
          association_id with =, key with =, layer with =,
          coalesce(organization_id, '00000000-0000-0000-0000-000000000000'::uuid) with =,
          daterange(effective_from, effective_to, '[)') with &&
        ) where (deleted_at is null)
      )`);
    await query.query(`create index rule_key on rule (association_id, key)`);
    await query.query(`call dangwu_public_table('rule')`);
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query(`drop table rule`);
  }
}
