import { Audit } from '@dangwu/platform/audit';
import type { LocalText } from '@dangwu/platform/graphql';
import { Clock } from '@dangwu/platform/clock';
import type { Statements } from '@dangwu/platform/database';
import { newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { RuleEntity } from './rule.entity';
import { ruleErrors } from './rule.errors';
import { parseRuleValue, type RuleValue } from './rule-value';
import { shippedRules } from './shipped';

/** What a refusal or an alert needs to know of the rule that caused it. */
export interface RuleInForce {
  readonly id: string;
  readonly key: string;
  readonly name: LocalText;
  readonly value: string;
  /** the value as numbers; undefined when it is words */
  readonly parsed: RuleValue | undefined;
  readonly unit: LocalText | null;
  readonly strength: 'MUST' | 'NORMAL';
  readonly layer: 'REGULATION' | 'ASSOCIATION' | 'ORGANIZATION';
  readonly basis: LocalText;
}

export interface RuleQuestion {
  readonly associationId: string;
  readonly key: string;
  /** whose rule: house rules of this organization and of those that lead it count; absent: the association's */
  readonly organizationId?: string | null;
  /** the day asked about; today when absent */
  readonly on?: string;
}

/** Of a rule what is told of one in force. */
type RuleRow = Pick<
  RuleEntity,
  'id' | 'key' | 'nameZh' | 'nameEn' | 'value' | 'unitZh' | 'unitEn' | 'strength' | 'layer' | 'basisZh' | 'basisEn'
>;

/** The register of rules: which value holds for an organization on a day. */
@Injectable()
export class Rules {
  constructor(
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /**
   * The rule in force: the organization's own, else that of the nearest organization which leads it, else the
   * association's, else the regulation.
   *
   * @throws UNKNOWN_RULE when nothing under that key holds on the day
   */
  async inForce(tx: Statements, question: RuleQuestion): Promise<RuleInForce> {
    const on = question.on ?? this.clock.today();
    const rows = await tx.query<RuleRow[]>(
      `select r.id, r.key, r.name_zh as "nameZh", r.name_en as "nameEn", r.value, r.unit_zh as "unitZh", r.unit_en as "unitEn",
           r.strength, r.layer, r.basis_zh as "basisZh", r.basis_en as "basisEn" from rule r
         left join party_organization made_by on made_by.id = r.organization_id
         left join party_organization asked on asked.id = $4
        where r.association_id = $1 and r.key = $2 and r.deleted_at is null
          and r.effective_from <= $3 and (r.effective_to is null or $3 < r.effective_to)
          and (r.organization_id is null or starts_with(asked.leads_path, made_by.leads_path))
        order by array_position(array['ORGANIZATION', 'ASSOCIATION', 'REGULATION'], r.layer),
                 length(made_by.leads_path) desc
        limit 1`,
      [question.associationId, question.key, on, question.organizationId ?? null],
    );
    if (!rows[0]) throw ruleErrors.UNKNOWN_RULE({ key: question.key, on });
    return inForce(rows[0]);
  }

  /** All rules of the regulation and the association in force on a day, by key; for work on many organizations. */
  async ofAssociation(
    tx: EntityManager,
    associationId: string,
    on = this.clock.today(),
  ): Promise<Map<string, RuleInForce>> {
    const rows = await tx
      .createQueryBuilder(RuleEntity, 'r')
      .where('r.associationId = :associationId and r.organizationId is null', { associationId })
      .andWhere('r.effectiveFrom <= :on and (r.effectiveTo is null or :on < r.effectiveTo)', { on })
      .orderBy(`array_position(array['REGULATION', 'ASSOCIATION'], r.layer)`)
      .getMany();
    return new Map(rows.map((row) => [row.key, inForce(row)]));
  }

  /** Gives a new association the shipped rules. Rows it has already are left alone. */
  async ship(tx: EntityManager, associationId: string): Promise<void> {
    const present = await tx.findBy(RuleEntity, { associationId, layer: In(['REGULATION', 'ASSOCIATION']) });
    const known = new Set(present.map((row) => `${row.layer} ${row.key} ${row.effectiveFrom}`));
    const missing = shippedRules.filter(({ layer = 'REGULATION', key, from }) => !known.has(`${layer} ${key} ${from}`));
    await tx.insert(
      RuleEntity,
      missing.map(({ name, unit, basis, note, from, ...rule }) => ({
        ...rule,
        id: newId(),
        associationId,
        nameZh: name[0],
        nameEn: name[1],
        unitZh: unit?.[0] ?? null,
        unitEn: unit?.[1] ?? null,
        basisZh: basis[0],
        basisEn: basis[1],
        noteZh: note?.[0] ?? null,
        noteEn: note?.[1] ?? null,
        layer: rule.layer ?? ('REGULATION' as const),
        articleUncertain: rule.articleUncertain ?? false,
        source: rule.source,
        effectiveFrom: from,
      })),
    );
    if (missing.length)
      await this.audit.record(tx, {
        action: 'shipRules',
        subjectType: 'Association',
        subjectId: associationId,
        after: { rules: missing.length },
        associationId,
      });
  }
}

function inForce(row: RuleRow): RuleInForce {
  return {
    id: row.id,
    key: row.key,
    name: { zh: row.nameZh, en: row.nameEn },
    value: row.value,
    parsed: parseRuleValue(row.value),
    unit: row.unitZh === null ? null : { zh: row.unitZh, en: row.unitEn ?? row.unitZh },
    strength: row.strength,
    layer: row.layer,
    basis: { zh: row.basisZh, en: row.basisEn },
  };
}
