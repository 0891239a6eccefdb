import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The columns of `PublicRow`. */
const publicRow = `
  id uuid primary key,
  association_id uuid not null references association,
  external_id text,
  version integer not null default 1,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  change_number bigint not null default 0`;

const ofOrganization = (table: string): string =>
  `exists (select from party_organization o where o.id = ${table}.organization_id)`;

const reachedBy = (table: string, condition: string): string => `
  call dangwu_public_table('${table}');
  create policy app_place on ${table} as restrictive to dangwu_app using (${condition});
  create index ${table}_change on ${table} (association_id, change_number);`;
const external = (table: string): string => `
  create unique index ${table}_external on ${table} (association_id, external_id) where external_id is not null;`;

/** Who does party-affairs work where, and what goes from one to another; when was told that an election is due. */
export class Staff1763800000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await staff(runner);
    await handovers(runner);
    await runner.query(`
      alter table organization_flag add column told_on date;
      comment on column organization_flag.told_on is 'when whoever must act was told'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table organization_flag drop column told_on;
      drop table handover_item, handover, staff_assignment cascade`);
  }
}

async function staff(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table staff_assignment (${publicRow},
      organization_id uuid not null references party_organization,
      member_id uuid references member,
      name text not null check (name <> ''),
      pinyin text not null,
      pinyin_initials text not null,
      position text not null check (position <> ''),
      time text not null check (time in ('FULL_TIME', 'PART_TIME')),
      since date not null,
      until date check (until >= since),
      basis text not null check (basis <> ''),
      phone_sealed bytea,
      phone_masked text check (phone_masked !~ '[0-9]{5}'),
      search_text text not null generated always as
        (normalize(lower(name || ' ' || pinyin || ' ' || pinyin_initials || ' ' || position), NFKC)) stored,
      check ((phone_sealed is null) = (phone_masked is null)),
      constraint staff_assignment_once exclude using gist (
        member_id with =, organization_id with =, daterange(since, until, '[)') with &&) where (deleted_at is null)
    );
    comment on table staff_assignment is 'who does party-affairs work at an organization, from a day, until a day';
    comment on column staff_assignment.member_id is 'null: somebody who is not on the register, or not on ours';
    ${reachedBy('staff_assignment', ofOrganization('staff_assignment'))}
    ${external('staff_assignment')}
    create index staff_assignment_organization on staff_assignment (organization_id, since);
    create index staff_assignment_member on staff_assignment (member_id);
    create index staff_assignment_name on staff_assignment (association_id, pinyin, id);
    create index staff_assignment_search on staff_assignment using gin (search_text gin_trgm_ops)`);
}

async function handovers(runner: QueryRunner): Promise<void> {
  const confirmed = (side: string): string => `
      ${side}_confirmed_at timestamptz,
      ${side}_confirmed_by uuid references account,
      ${side}_confirmed_by_name text,
      check ((${side}_confirmed_at is null) = (${side}_confirmed_by is null)),`;
  await runner.query(`
    create table handover (${publicRow},
      organization_id uuid not null references party_organization,
      from_id uuid not null references staff_assignment,
      to_id uuid not null references staff_assignment,
      due_on date not null,
      ${confirmed('from')}${confirmed('to')}
      check (from_id <> to_id),
      check (from_confirmed_by <> to_confirmed_by)
    );
    ${reachedBy('handover', ofOrganization('handover'))}
    ${external('handover')}
    create index handover_from on handover (from_id);
    create index handover_to on handover (to_id);
    create index handover_due on handover (association_id, due_on, id);

    create table handover_item (${publicRow},
      handover_id uuid not null references handover,
      position smallint not null,
      text text not null check (text <> ''),
      state text not null check (state in ('OPEN', 'HANDED_OVER', 'NOT_APPLICABLE')),
      note text check (note <> '')
    );
    ${reachedBy('handover_item', `exists (select from handover h where h.id = handover_item.handover_id)`)}
    ${external('handover_item')}
    create unique index handover_item_position on handover_item (handover_id, position) where deleted_at is null`);
}
