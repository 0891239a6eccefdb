import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Saved views of ledgers: each person's own, and those that others may use, read through views of their audience. */
export class SavedViews1763800000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table saved_view (
        id uuid primary key,
        association_id uuid not null references association,
        external_id text,
        version integer not null default 1,
        deleted_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        change_number bigint not null default 0,
        account_id uuid not null references account,
        ledger text not null,
        name text not null check (name <> ''),
        state text not null,
        position integer not null,
        is_default boolean not null default false,
        audience text not null default 'OWNER' check (audience in ('OWNER', 'ORGANIZATION', 'ASSOCIATION')),
        organization_id uuid references party_organization,
        check ((audience = 'ORGANIZATION') = (organization_id is not null))
      );
      comment on column saved_view.state is 'the query of the ledger''s address, without page, scope and day';
      call dangwu_public_table('saved_view');
      create policy app_owner on saved_view as restrictive to dangwu_app
        using (coalesce(current_setting('dangwu.everywhere', true), 'off') = 'on' or account_id = dangwu_account());
      create unique index saved_view_name on saved_view (account_id, ledger, name) where deleted_at is null;
      create unique index saved_view_default on saved_view (account_id, ledger) where is_default and deleted_at is null;
      create index saved_view_shared on saved_view (association_id, ledger, audience)
        where audience <> 'OWNER' and deleted_at is null;
      create unique index saved_view_external on saved_view (association_id, external_id)
        where external_id is not null;
      create index saved_view_change on saved_view (association_id, change_number)`);
    for (const [name, audience] of [
      ['association_view', 'ASSOCIATION'],
      ['organization_view', 'ORGANIZATION'],
    ] as const)
      await runner.query(`
        create view ${name} as
          select v.id, v.association_id, v.organization_id, v.ledger, v.name, v.state, a.name as owner_name
          from saved_view v join account a on a.id = v.account_id
          where v.audience = '${audience}' and v.deleted_at is null and a.deleted_at is null;
        grant select on ${name} to dangwu_reader`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view association_view, organization_view; drop table saved_view`);
  }
}
