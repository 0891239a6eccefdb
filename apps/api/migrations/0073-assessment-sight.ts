import type { MigrationInterface, QueryRunner } from 'typeorm';

const scoring = `dangwu_by('assessment.score')`;

/** By table: whose rows are shown when, beside who reaches the organization that is assessed. */
const sight: Readonly<Record<string, string>> = {
  // whoever scores does so anywhere in the association: knows those of whose cycle they are, also whom they keep away from
  assessment: `dangwu_of_person(null) or (
    (not preparing or (dangwu_by('assessment.conduct') and dangwu_reaches_organization(conductor_id)))
    and (not ${scoring} or cycle_id in (select dangwu_scored_cycles())))`,
  // who the experts are is told to themselves and where the cycle is conducted
  assessment_scorer: `dangwu_of_person(account_id) or dangwu_by('assessment.conduct')`,
  // the experts again; what is moderated is told with the result
  assessment_step: `dangwu_of_person(null) or case when assessment_id is null
    then not ${scoring} and (kind not in ('SCORER_NAMED', 'SCORER_REMOVED') or dangwu_by('assessment.conduct'))
    when kind = 'ADJUSTED' then dangwu_result_told(assessment_id) else dangwu_assessment_by(assessment_id) is not null end`,
  assessment_score: `dangwu_of_person(account_id) or dangwu_score_told(assessment_id, source, submitted_at is not null)`,
  metric_snapshot: `dangwu_of_person(null) or not ${scoring} or dangwu_assessment_by(assessment_id) is not null`,
  assessment_ballot: `dangwu_of_person(null) or not ${scoring} or dangwu_assessment_by(assessment_id) is not null`,
  assessment_objection: `not ${scoring}`,
  assessment_result: `dangwu_of_person(null) or dangwu_result_told(assessment_id)`,
  assessment_adjustment: `dangwu_of_person(null) or dangwu_result_told(assessment_id)`,
};

/** Whoever scores knows the cycles of those whom they score. */
const cycles = { assessment_cycle: 'id', assessment_stage: 'cycle_id' };

const published = (table: string): string => `dangwu_by('assessment.conduct') or dangwu_of_person(null)
  or exists (select from assessment a where a.id = ${table}.assessment_id and a.published_at is not null)`;
/** Before this migration; a table that is not here had none. */
const before: Readonly<Record<string, string>> = {
  assessment: `not preparing or dangwu_by('assessment.conduct') or dangwu_of_person(null)`,
  assessment_score: `source = 'SELF' or account_id = dangwu_account() or dangwu_by('assessment.conduct')
    or (source = 'VERIFIER' and (dangwu_by('assessment.verify') or dangwu_by('assessment.score'))) or dangwu_of_person(null)`,
  assessment_result: published('assessment_result'),
  assessment_adjustment: published('assessment_adjustment'),
};

/**
 * Sight of an assessment depends on the place of its cycle: who conducts that, who verifies, who is assessed, and how far it
 * is. A committee between the two may conduct cycles of its own, which gives it no sight of what is prepared, scored or not on
 * notice yet in those of the committee above it.
 */
export class AssessmentSight1763800000073 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await conductor(runner);
    await dimensions(runner);
    await functions(runner);
    for (const [table, when] of Object.entries(sight)) {
      await runner.query(`drop policy if exists app_withheld on ${table}`);
      // steps are written by those who are told of them later
      const rows = table === 'assessment_step' ? 'for select ' : '';
      await runner.query(`create policy app_withheld on ${table} as restrictive ${rows}to dangwu_app using (${when})`);
    }
    for (const [table, cycle] of Object.entries(cycles))
      await runner.query(`
        create policy app_scored on ${table} as restrictive for select to dangwu_app using (
          dangwu_of_person(null) or not ${scoring} or ${cycle} in (select dangwu_scored_cycles()))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(cycles)) await runner.query(`drop policy app_scored on ${table}`);
    for (const table of Object.keys(sight)) await runner.query(`drop policy app_withheld on ${table}`);
    for (const [table, when] of Object.entries(before))
      await runner.query(`create policy app_withheld on ${table} as restrictive to dangwu_app using (${when})`);
    await runner.query(`
      drop function dangwu_result_told(uuid);
      drop function dangwu_score_told(uuid, text, boolean);
      drop function dangwu_assessment_by(uuid);
      drop function dangwu_scored_cycles();
      drop function dangwu_reaches_organization(uuid);
      drop trigger conductor on assessment;
      drop function dangwu_conductor_of_assessment;
      alter table assessment drop column conductor_id`);
  }
}

/**
 * Where the cycle of an assessment is conducted stands with it, kept by the table itself: readers are told by it alone, and the
 * policies of cycles ask for their assessments.
 */
async function conductor(runner: QueryRunner): Promise<void> {
  await runner.query(`
    alter table assessment add column conductor_id uuid references party_organization;
    comment on column assessment.conductor_id is 'the organization that conducts its cycle; set by the table itself';
    update assessment a set conductor_id = c.organization_id from assessment_cycle c where c.id = a.cycle_id;
    alter table assessment alter column conductor_id set not null;
    create function dangwu_conductor_of_assessment() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      select c.organization_id into new.conductor_id from assessment_cycle c where c.id = new.cycle_id;
      return new;
    end $$;
    revoke execute on function dangwu_conductor_of_assessment() from public;
    create trigger conductor before insert or update of cycle_id, conductor_id on assessment
      for each row execute function dangwu_conductor_of_assessment()`);
}

/**
 * What is kept of a result for comparing it holds its dimensions too, so that the medians of a group are told without reading
 * whole trees. What ties are settled by and lies deeper stays, below the first of them.
 */
async function dimensions(runner: QueryRunner): Promise<void> {
  await runner.query(`
    update assessment_result r set standing = jsonb_set(r.standing, '{root,children}', made.children)
    from (select t.id, jsonb_agg(d.node || jsonb_build_object('how', null, 'children', case when d.n = 1 then coalesce((
        select jsonb_agg(k) from jsonb_array_elements(t.standing #> '{root,children}') k
        where not exists (select from jsonb_array_elements(t.tree #> '{root,children}') e where e ->> 'key' = k ->> 'key')), '[]')
        else '[]' end) order by d.n) as children
      from assessment_result t
      cross join lateral jsonb_array_elements(t.tree #> '{root,children}') with ordinality as d (node, n)
      group by t.id) made
    where made.id = r.id`);
}

/** They see without policies: policies within policies took longer to plan than statements to run. */
async function functions(runner: QueryRunner): Promise<void> {
  const definer = 'stable security definer set search_path = public, pg_temp';
  await runner.query(`
    create function dangwu_reaches_organization(organization uuid) returns boolean language plpgsql ${definer} as $$
    begin
      return exists (select from party_organization o
        where o.id = organization and dangwu_in_association(o.association_id) and dangwu_reaches(o.path, o.leads_path));
    end $$;
    comment on function dangwu_reaches_organization(uuid) is 'whether the transaction reaches this organization';

    create function dangwu_scored_cycles() returns setof uuid language sql ${definer} as $$
      select s.cycle_id from assessment_scorer s join assessment_cycle c on c.id = s.cycle_id
      where s.account_id = dangwu_account() and c.stage <> 'PREPARING'
    $$;
    comment on function dangwu_scored_cycles() is 'cycles that the account of the transaction was named for as an expert';

    create function dangwu_assessment_by(of uuid) returns text language plpgsql ${definer} as $$
    declare
      held constant text := coalesce(current_setting('dangwu.permission', true), '');
      a record;
    begin
      select x.cycle_id, x.organization_id, x.group_key, x.preparing, x.verifier_id, x.conductor_id into a
        from assessment x where x.id = of and dangwu_in_association(x.association_id);
      if not found then
        return null;
      end if;
      if held = 'assessment.conduct' and dangwu_reaches_organization(a.conductor_id) then
        return 'CONDUCT';
      end if;
      if a.preparing then
        return null;
      end if;
      if held = 'assessment.score' then
        return (select 'SCORE' from assessment_scorer s where s.cycle_id = a.cycle_id and s.account_id = dangwu_account()
          and s.removed_at is null and (s.groups is null or a.group_key = any (s.groups))
          and a.organization_id <> all (s.recused) limit 1);
      end if;
      if held = 'assessment.verify' and dangwu_reaches_organization(a.verifier_id) then
        return 'VERIFY';
      end if;
      return case when held = 'assessment.self' then 'SELF' else 'READ' end;
    end $$;
    comment on function dangwu_assessment_by(uuid) is
      'as what the permission of the transaction lets it see this assessment, where it reaches the organization; null: not at all';

    create function dangwu_score_told(of uuid, source text, handed_in boolean) returns boolean language plpgsql ${definer} as $$
    begin
      -- a draft is of those who write it; what was handed in goes on to those who judge after them, and never back
      return case dangwu_assessment_by(of)
        when 'CONDUCT' then true
        when 'SELF' then source = 'SELF'
        when 'VERIFY' then source = 'VERIFIER' or (source = 'SELF' and handed_in)
        when 'SCORE' then source <> 'EXPERT' and handed_in
        else false end;
    end $$;
    comment on function dangwu_score_told(uuid, text, boolean) is 'whether a score of somebody else is seen by the transaction';

    create function dangwu_result_told(of uuid) returns boolean language plpgsql ${definer} as $$
    declare
      seen_as constant text := dangwu_assessment_by(of);
    begin
      return seen_as = 'CONDUCT' or (seen_as is not null and seen_as <> 'SCORE'
        and exists (select from assessment a where a.id = of and a.published_at is not null));
    end $$;
    comment on function dangwu_result_told(uuid) is 'whether the result of an assessment is seen by the transaction'`);
  for (const name of [
    'dangwu_reaches_organization(uuid)',
    'dangwu_scored_cycles()',
    'dangwu_assessment_by(uuid)',
    'dangwu_score_told(uuid, text, boolean)',
    'dangwu_result_told(uuid)',
  ])
    await runner.query(
      `revoke execute on function ${name} from public; grant execute on function ${name} to dangwu_app`,
    );
}
