import { Access, missing, type Viewer } from '@dangwu/access';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { localId, newId } from '@dangwu/platform/ids';
import { Outbox } from '@dangwu/platform/outbox';
import { Injectable } from '@nestjs/common';
import { Not, QueryFailedError, type EntityManager } from 'typeorm';
import { RuleEntity } from './rule.entity';
import { ruleErrors } from './rule.errors';
import type { ConfirmRuleInput, OverrideRuleInput, WithdrawRuleOverrideInput } from './rule.inputs';
import { RuleLayer, RuleSource } from './rule.type';
import { isLooser, parseRuleValue } from './rule-value';

/** Outbox topic: what depends on the rule is to be looked at again. */
export const ruleChanged = 'rule.changed';

/** The payload of `rule.changed`. */
export interface RuleChanged extends Record<string, unknown> {
  readonly key: string;
  /** whose house rule it is; null: the association's, or a confirmed regulation */
  readonly organizationId: string | null;
  /** the first day on which another value holds */
  readonly since: string;
}

/** What people do to the register: confirm a shipped row, put a stricter one above it, end one. */
@Injectable()
export class HouseRules {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** @returns the rule's key. @throws ALREADY_CONFIRMED, STALE_VERSION */
  async confirmRule(viewer: Viewer, input: ConfirmRuleInput): Promise<string> {
    return this.database.transaction(viewer.scope('rule.confirm'), async (tx) => {
      const rule = await this.load(tx, input.id, input.version);
      if (rule.confirmedAt) throw ruleErrors.ALREADY_CONFIRMED({ by: rule.confirmedBy });
      const before = recorded(rule);
      rule.confirmedAt = this.clock.now();
      rule.confirmedBy = viewer.account.name;
      if (input.note) Object.assign(rule, { noteZh: input.note, noteEn: input.note });
      return this.save(tx, viewer, 'confirmRule', rule, before, input.note);
    });
  }

  /** @returns the new rule's key. @throws LOOSER_THAN_REGULATION, NOT_COMPARABLE, OVERLAPPING_RULE, UNKNOWN_RULE, PERIOD_REVERSED */
  async overrideRule(viewer: Viewer, input: OverrideRuleInput): Promise<string> {
    const { key, effectiveFrom, effectiveTo = null } = input;
    if (effectiveTo && effectiveTo < effectiveFrom)
      throw ruleErrors.PERIOD_REVERSED({ from: effectiveFrom, to: effectiveTo });
    const organizationId = input.organizationId ? localId('PartyOrganization', input.organizationId) : null;
    return this.database.transaction(viewer.scope('rule.override'), async (tx) => {
      await this.mayOverride(tx, viewer, organizationId);
      const floor = await this.floor(tx, viewer.association.id, input);
      const rule = tx.create(RuleEntity, {
        key,
        nameZh: floor.nameZh,
        nameEn: floor.nameEn,
        unitZh: floor.unitZh,
        unitEn: floor.unitEn,
        stricter: floor.stricter,
        id: newId(),
        associationId: viewer.association.id,
        value: input.value,
        strength: input.strength,
        layer: organizationId ? RuleLayer.ORGANIZATION : RuleLayer.ASSOCIATION,
        organizationId,
        basisZh: input.basis,
        basisEn: input.basis,
        source: RuleSource.HOUSE,
        articleUncertain: false,
        effectiveFrom,
        effectiveTo,
      });
      return this.save(tx, viewer, 'overrideRule', rule, null, input.basis);
    });
  }

  /** @returns the rule's key. @throws NOT_A_HOUSE_RULE, PERIOD_REVERSED, STALE_VERSION */
  async withdrawRuleOverride(viewer: Viewer, input: WithdrawRuleOverrideInput): Promise<string> {
    return this.database.transaction(viewer.scope('rule.override'), async (tx) => {
      const rule = await this.load(tx, input.id, input.version);
      await this.mayOverride(tx, viewer, rule.organizationId);
      if (rule.layer === 'REGULATION') throw ruleErrors.NOT_A_HOUSE_RULE({ key: rule.key });
      if (input.effectiveTo < rule.effectiveFrom)
        throw ruleErrors.PERIOD_REVERSED({ from: rule.effectiveFrom, to: input.effectiveTo });
      const before = recorded(rule);
      rule.effectiveTo = input.effectiveTo;
      return this.save(tx, viewer, 'withdrawRuleOverride', rule, before);
    });
  }

  /**
   * The rule a house rule is put above: the regulation, else the association's own. Above a regulation that has a
   * direction it may only be stricter, whether that must be kept or normally holds (一般).
   * @throws UNKNOWN_RULE, LOOSER_THAN_REGULATION, NOT_COMPARABLE
   */
  private async floor(
    tx: EntityManager,
    associationId: string,
    { key, value, effectiveFrom, effectiveTo }: OverrideRuleInput,
  ): Promise<RuleEntity> {
    const below = await tx.find(RuleEntity, {
      where: { associationId, key, layer: Not(RuleLayer.ORGANIZATION) },
      // a rule of the house alone, such as a custom, has no regulation below it
      order: { layer: 'DESC', effectiveFrom: 'DESC' },
    });
    if (!below[0]) throw ruleErrors.UNKNOWN_RULE({ key, on: effectiveFrom });
    // every regulation of its days: a house rule that outlasts one must not be looser than the next
    const floors = below.filter(
      (rule) =>
        rule.layer === 'REGULATION' &&
        rule.stricter !== 'NONE' &&
        (!effectiveTo || rule.effectiveFrom < effectiveTo) &&
        (!rule.effectiveTo || effectiveFrom < rule.effectiveTo),
    );
    for (const rule of floors) {
      const { nameZh, nameEn, basisZh, basisEn } = rule;
      const said = { nameZh, nameEn, basisZh, basisEn, floor: rule.value, value };
      if (parseRuleValue(rule.value) && !parseRuleValue(value)) throw ruleErrors.NOT_COMPARABLE(said);
      if (isLooser(value, rule.value, rule.stricter)) throw ruleErrors.LOOSER_THAN_REGULATION(said);
    }
    return below[0];
  }

  /** House rules of the whole association need the right everywhere in it. */
  private async mayOverride(tx: EntityManager, viewer: Viewer, organizationId: string | null): Promise<void> {
    if (organizationId)
      this.access.require(viewer, 'rule.override', await this.access.place(tx, viewer, organizationId));
    else if (!viewer.holdsEverywhere('rule.override')) throw missing('rule.override');
  }

  private async load(tx: EntityManager, id: string, version: number): Promise<RuleEntity> {
    const rule = await tx.findOne(RuleEntity, {
      where: { id: localId('Rule', id) },
      lock: { mode: 'pessimistic_write' },
    });
    if (!rule) throw platformErrors.UNKNOWN_ID();
    if (rule.version !== version) throw platformErrors.STALE_VERSION({ current: rule.version });
    return rule;
  }

  /** A new rule changes its days; one that ends, those from the earlier of its two ends. */
  private since({ effectiveFrom, effectiveTo }: RuleEntity, before: Record<string, unknown> | null): string {
    if (!before) return effectiveFrom;
    const ends = [before['effectiveTo'], effectiveTo].filter((day) => typeof day === 'string');
    return before['effectiveTo'] === effectiveTo ? this.clock.today() : ends.sort()[0]!;
  }

  private async save(
    tx: EntityManager,
    viewer: Viewer,
    action: string,
    rule: RuleEntity,
    before: Record<string, unknown> | null,
    reason?: string | null,
  ): Promise<string> {
    try {
      await tx.save(rule);
    } catch (error) {
      const overlap = error instanceof QueryFailedError && /rule_one_in_force/.test(error.message);
      throw overlap ? ruleErrors.OVERLAPPING_RULE({ key: rule.key }) : error;
    }
    const { key, organizationId } = rule;
    const changed: RuleChanged = { key, organizationId, since: this.since(rule, before) };
    await this.outbox.add(tx, { topic: ruleChanged, payload: changed });
    await this.audit.record(tx, {
      action,
      subjectType: 'Rule',
      subjectId: rule.id,
      subjectName: rule.nameZh,
      organizationId: rule.organizationId,
      reason,
      before,
      after: recorded(rule),
      associationId: viewer.association.id,
      accountId: viewer.account.id,
    });
    return rule.id;
  }
}

const recorded = ({ key, value, layer, strength, effectiveFrom, effectiveTo, confirmedBy }: RuleEntity) => ({
  key,
  value,
  layer,
  strength,
  effectiveFrom,
  effectiveTo,
  confirmedBy,
});
