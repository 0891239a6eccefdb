import { Audit } from '@dangwu/platform/audit';
import { newId } from '@dangwu/platform/ids';
import { parseRuleValue } from '@dangwu/rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ActivityTypeEntity } from '../catalogue/catalogue.entities';
import { CadenceEntity } from './cadence.entity';
import type { TimesRule } from './derive-obligations';
import { shippedCadences, shippedRiskDays } from './shipped-cadences';

/** What the rules that say how often apply to, as data of each association. */
@Injectable()
export class Cadences {
  constructor(private readonly audit: Audit) {}

  /**
   * Gives an association the shipped cadences it does not have. Those it has, perhaps changed, are left alone. The
   * catalogue of activities and the rules come first.
   *
   * @returns how many are new
   */
  async ship(tx: EntityManager, associationId: string): Promise<number> {
    const present = await tx.find(CadenceEntity, { where: { associationId }, withDeleted: true });
    const missing = shippedCadences.filter(({ ruleKey }) => !present.some((row) => row.ruleKey === ruleKey));
    if (missing.length === 0) return 0;
    const types = new Map((await tx.findBy(ActivityTypeEntity, { associationId })).map(({ key, id }) => [key, id]));
    await tx.insert(
      CadenceEntity,
      missing.flatMap(({ ruleKey, type, period, organizationTypes, tiers, needsCommittee, weekday }) => {
        const activityTypeId = types.get(type);
        if (!activityTypeId) return [];
        return {
          id: newId(),
          associationId,
          ruleKey,
          activityTypeId,
          period,
          organizationTypes: [...organizationTypes],
          tiers: tiers ? [...tiers] : null,
          needsCommittee: needsCommittee ?? false,
          weekday: weekday ?? null,
          riskDays: shippedRiskDays[period],
        };
      }),
    );
    await this.audit.record(tx, {
      action: 'shipCadences',
      subjectType: 'Association',
      subjectId: associationId,
      after: { cadences: missing.length },
      associationId,
    });
    return missing.length;
  }

  /**
   * The cadences of an association, those that shipped first, and all that was ever in force of their rules.
   */
  async applied(tx: EntityManager, associationId: string): Promise<{ cadences: CadenceEntity[]; rules: TimesRule[] }> {
    const cadences = await tx.find(CadenceEntity, {
      where: { associationId },
      order: { createdAt: 'ASC', ruleKey: 'ASC' },
    });
    const rows = await tx.query<(Omit<TimesRule, 'times'> & { value: string })[]>(
      `select id, key, layer, organization_id as "organizationId", value, effective_from::text as "from",
         effective_to::text as until
       from rule where association_id = $1 and key = any($2) and deleted_at is null
         and (effective_to is null or effective_to > effective_from)`,
      [associationId, cadences.map(({ ruleKey }) => ruleKey)],
    );
    // a number in words asks for nothing that can be counted
    const rules = rows.map(({ value, ...rule }) => ({ ...rule, times: parseRuleValue(value)?.numerator ?? 0 }));
    return { cadences, rules };
  }
}
