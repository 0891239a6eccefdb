import type { MigrationInterface, QueryRunner } from 'typeorm';
import { placed, publicRow } from './public-tables';

const categories = `'MAJOR_DECISION', 'MAJOR_DEPLOYMENT', 'MAJOR_PROJECT', 'LARGE_FUNDS', 'INSTITUTION', 'PERSONNEL'`;
const bodies = `'COUNCIL', 'STANDING_COUNCIL', 'OFFICE_MEETING'`;

/** What may have a number. */
const kinds = (allowed: string): string => `
  alter table document_number drop constraint document_number_kind_check;
  alter table document_number add constraint document_number_kind_check check (kind in (${allowed}))`;

/** Pre-review of major decisions: its rules, matters with their versions and materials, the record, and the gate. */
export class Decisions1763800000047 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await rules(runner);
    await matters(runner);
    await records(runner);
    await gate(runner);
    await runner.query(kinds(`'MINUTES', 'MATTER'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from document_number where kind = 'MATTER'`);
    await runner.query(kinds(`'MINUTES'`));
    await runner.query(`
      drop table council_item, matter_record, matter_material, matter_version, matter, review_rule cascade`);
  }
}

async function rules(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table review_rule (${publicRow},
      category text not null check (category in (${categories})),
      tier text not null check (tier in ('SECRETARIAT', 'ENTERPRISE', 'BRANCH_INSTITUTION', 'COUNCIL', 'MEMBER_UNIT')),
      version_no smallint not null check (version_no > 0),
      amount_from bigint not null check (amount_from >= 0),
      amount_to bigint check (amount_to > amount_from),
      review_required boolean not null,
      reviewing_body text not null check (reviewing_body in ('FUNCTIONAL_COMMITTEE', 'LEADING_GROUP')),
      materials text[] not null,
      days_ahead smallint not null check (days_ahead between 0 and 60),
      presence text not null check (presence <> ''),
      majority_base text not null check (majority_base in ('ENTITLED', 'PRESENT')),
      majority text not null check (majority <> ''),
      ballot text not null check (ballot in ('OPEN', 'SECRET')),
      speaking_order text not null check (speaking_order in ('CHAIR_LAST', 'EVERYONE_CHAIR_LAST')),
      expert_opinion boolean not null,
      legal_check boolean not null,
      deciding_body text not null check (deciding_body in (${bodies})),
      urgent_days smallint not null check (urgent_days between 1 and 60),
      basis_zh text not null check (basis_zh <> ''),
      basis_en text not null check (basis_en <> ''),
      effective_from date not null,
      effective_to date check (effective_to > effective_from),
      constraint review_rule_once exclude using gist (association_id with =, category with =, tier with =,
        int8range(amount_from, amount_to) with &&, daterange(effective_from, effective_to) with &&)
        where (deleted_at is null)
    );
    comment on table review_rule is 'which matters are reviewed before they are decided, by whom and how: one row per band';
    comment on column review_rule.amount_from is 'in fen; the band begins with it';
    comment on column review_rule.amount_to is 'in fen; the band ends before it. null: open';
    comment on column review_rule.version_no is 'all bands of a category and tier that hold from one day on have one number';
    call dangwu_public_table('review_rule');
    create index review_rule_change on review_rule (association_id, change_number)`);
}

async function matters(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table matter (${publicRow},
      organization_id uuid not null references party_organization,
      category text not null check (category in (${categories})),
      title text not null check (title <> ''),
      amount_fen bigint check (amount_fen >= 0),
      background text not null default '',
      options text not null default '',
      social_effect text not null default '',
      urgent boolean not null default false,
      urgent_reason text,
      state text not null check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'SCHEDULED', 'REVIEWED',
        'FORWARDED', 'DECIDED', 'IN_EXECUTION', 'CLOSED', 'WITHDRAWN')),
      version_no smallint not null default 0,
      number text,
      review_rule_id uuid references review_rule,
      review_required boolean not null default true,
      opinion text check (opinion in ('AGREE', 'AMEND_AND_RESUBMIT', 'DEFER', 'DO_NOT_SUBMIT')),
      reason text,
      proposer_account_id uuid not null references account,
      proposer_name text not null,
      submitted_at timestamptz,
      accepted_at timestamptz,
      search_text text not null generated always as
        (normalize(lower(title || ' ' || coalesce(number, '')), NFKC)) stored,
      gate_open boolean not null generated always as
        (not review_required or opinion is not distinct from 'AGREE') stored,
      unique (id, gate_open),
      check (not urgent or urgent_reason <> ''),
      check (state in ('DRAFT', 'WITHDRAWN') or review_rule_id is not null),
      check (state not in ('RETURNED', 'WITHDRAWN') or reason <> ''),
      check (state <> 'REVIEWED' or opinion is not null),
      check (opinion is null
        or state in ('REVIEWED', 'FORWARDED', 'DECIDED', 'IN_EXECUTION', 'CLOSED', 'WITHDRAWN')),
      check (state not in ('FORWARDED', 'DECIDED', 'IN_EXECUTION')
        or not review_required or opinion is not distinct from 'AGREE')
    );
    comment on column matter.organization_id is 'who proposes it, and the place that decides who sees it';
    comment on column matter.version_no is 'how often it was submitted';
    comment on column matter.review_required is 'whether its rule puts it under pre-review; until one is found, yes';
    comment on column matter.gate_open is 'whether it may go to the body that decides: what council_item refers to';
    ${placed('matter')}
    create unique index matter_external on matter (organization_id, external_id) where external_id is not null;
    create index matter_state on matter (association_id, state, created_at);
    create index matter_search on matter using gin (search_text gin_trgm_ops);
    create index matter_proposer on matter (organization_id, category, created_at);

    create table matter_version (${publicRow},
      matter_id uuid not null references matter,
      organization_id uuid not null references party_organization,
      no smallint not null check (no > 0),
      content jsonb not null,
      content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
      changes jsonb not null default '[]',
      submitted_by text not null,
      submitted_at timestamptz not null
    );
    comment on table matter_version is 'a matter as it was submitted, frozen, with what changed since the version before';
    ${placed('matter_version')}
    create unique index matter_version_once on matter_version (matter_id, no);
    revoke update on matter_version from dangwu_app;

    create table matter_material (${publicRow},
      matter_id uuid not null references matter,
      organization_id uuid not null references party_organization,
      kind text not null check (kind <> ''),
      no smallint not null check (no > 0),
      file_id uuid not null references file,
      name text not null,
      type text not null,
      size bigint not null,
      sha256 text not null,
      added_by text not null,
      added_at timestamptz not null
    );
    comment on column matter_material.kind is 'which material it is, in the words of the rule';
    comment on column matter_material.no is 'of the same material the later has the higher number; the earlier stay';
    ${placed('matter_material')}
    create unique index matter_material_once on matter_material (matter_id, kind, no);
    create unique index matter_material_file on matter_material (file_id)`);
}

async function records(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table matter_record (${publicRow},
      matter_id uuid not null references matter,
      organization_id uuid not null references party_organization,
      no bigint not null check (no > 0),
      matter_no integer not null check (matter_no > 0),
      kind text not null,
      actor_name text,
      at timestamptz not null,
      line text not null,
      hash text not null check (hash = encode(sha256(convert_to(line, 'UTF8')), 'hex')),
      data jsonb not null generated always as (line::jsonb -> 'data') stored
    );
    comment on table matter_record is 'what happened to matters: a chain per matter and one over all of an association';
    comment on column matter_record.line is 'what is hashed: all of the entry, with the hashes of those before it';
    ${placed('matter_record')}
    create unique index matter_record_chain on matter_record (association_id, no);
    create unique index matter_record_of on matter_record (matter_id, matter_no);
    revoke update on matter_record from dangwu_app;
    create trigger append_only before update or delete on matter_record
      for each row execute function dangwu_append_only();
    create trigger append_only_truncate before truncate on matter_record
      for each statement execute function dangwu_append_only()`);
}

async function gate(runner: QueryRunner): Promise<void> {
  // a reference to what is true of the matter: whoever writes this row, by whatever way, cannot pass it by
  await runner.query(`
    create table council_item (${publicRow},
      matter_id uuid not null,
      organization_id uuid not null references party_organization,
      gate_open boolean not null default true check (gate_open),
      deciding_body text not null check (deciding_body in (${bodies})),
      meeting_on date not null,
      placed_by text not null,
      placed_at timestamptz not null,
      outcome text check (outcome in ('ADOPTED', 'ADOPTED_WITH_CHANGES', 'NOT_ADOPTED')),
      reason text,
      decided_on date,
      recorded_by text,
      constraint council_item_gate foreign key (matter_id, gate_open) references matter (id, gate_open),
      check ((outcome is null) = (decided_on is null)),
      check (outcome is null or outcome = 'ADOPTED' or reason <> '')
    );
    comment on table council_item is 'matters on the agenda of the body that decides, and what it decided';
    comment on constraint council_item_gate on council_item is
      'a matter under pre-review is here only with the opinion AGREE, which cannot be taken away from it afterwards';
    ${placed('council_item')}
    create unique index council_item_once on council_item (matter_id) where deleted_at is null`);
}
