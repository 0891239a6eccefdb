import { RuleEntity, RuleLayer, Rules, type RuleInForce } from '@dangwu/rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { qualifies, qualifyingRule, type QualifyingFacts } from './qualifying';

interface Row extends QualifyingFacts {
  readonly id: string;
  readonly organizationId: string;
  readonly ruleId: string | null;
}

/** Keeps "qualifies but has none" as counts, coverage and rules say it is today. */
@Injectable()
export class UnitFlags {
  constructor(private readonly rules: Rules) {}

  /** @returns how many units changed */
  async refresh(tx: EntityManager, associationId: string, ids: readonly string[] | 'ALL'): Promise<number> {
    const rows = await tx.query<Row[]>(
      `select id, organization_id as "organizationId", coverage, party_member_count as "partyMemberCount",
         closed_on::text as "closedOn", qualifying_rule_id as "ruleId"
       from unit where association_id = $1 and deleted_at is null and ($2::uuid[] is null or id = any($2))`,
      [associationId, ids === 'ALL' ? null : ids],
    );
    const ruleOf = await this.ruleByPlace(tx, associationId);
    const changed: { id: string; rule: string | null }[] = [];
    for (const row of rows) {
      const rule = qualifies(row, await ruleOf(row.organizationId))?.id ?? null;
      if (rule !== row.ruleId) changed.push({ id: row.id, rule });
    }
    if (changed.length === 0) return 0;
    // `version` stays: a derived figure must not refuse the change a person is about to submit
    for (const [table, open] of [
      ['unit', ''],
      ['unit_version', 'and u.valid_to is null'],
    ] as const)
      await tx.query(
        `update ${table} u set qualifying_rule_id = c.rule, qualifies_without_organization = c.rule is not null
         from unnest($1::uuid[], $2::uuid[]) c (id, rule) where u.id = c.id ${open}`,
        [changed.map(({ id }) => id), changed.map(({ rule }) => rule)],
      );
    return changed.length;
  }

  /** The association's rule, and where organizations have house rules of their own, the one that holds there. */
  private async ruleByPlace(
    tx: EntityManager,
    associationId: string,
  ): Promise<(organizationId: string) => Promise<RuleInForce | undefined>> {
    const general = (await this.rules.ofAssociation(tx, associationId)).get(qualifyingRule);
    const own = await tx.existsBy(RuleEntity, { associationId, layer: RuleLayer.ORGANIZATION, key: qualifyingRule });
    if (!own) return () => Promise.resolve(general);
    const known = new Map<string, RuleInForce>();
    return async (organizationId) => {
      let rule = known.get(organizationId);
      if (!rule)
        known.set(
          organizationId,
          (rule = await this.rules.inForce(tx, { associationId, key: qualifyingRule, organizationId })),
        );
      return rule;
    };
  }
}
