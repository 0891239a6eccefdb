import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which numbers a rule has, where and when, for statements that judge many rows at once: an organization's figure is the same
 * for whoever asks, also for those who do not reach the organization above that made the stricter rule.
 */
export class RuleNumbers1763800000065 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function dangwu_rule_numbers(key text)
        returns table (number int, leads_path text, since date, until date)
        language sql stable security definer set search_path = public, pg_temp as $$
        select substring(r.value from '\\d+')::int, m.leads_path, r.effective_from, r.effective_to
        from rule r left join party_organization m on m.id = r.organization_id
        where r.association_id = dangwu_association() and r.key = $1 and r.deleted_at is null
        order by array_position(array['ORGANIZATION', 'ASSOCIATION', 'REGULATION'], r.layer), length(m.leads_path) desc
      $$;
      comment on function dangwu_rule_numbers(text) is
        'the numbers of a rule in the association of the transaction: the nearest first, a path for those of organizations';
      revoke execute on function dangwu_rule_numbers(text) from public;
      grant execute on function dangwu_rule_numbers(text) to dangwu_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function dangwu_rule_numbers(text)`);
  }
}
