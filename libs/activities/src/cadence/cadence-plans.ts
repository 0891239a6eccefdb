import { Clock } from '@dangwu/platform/clock';
import { platformErrors, type Messages } from '@dangwu/platform/errors';
import { localId, newId } from '@dangwu/platform/ids';
import { PartyOrganizationEntity, typeWords } from '@dangwu/organization';
import { RuleEntity, RuleLayer, RuleSource } from '@dangwu/rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { findType } from '../activity/activity-checks';
import type { ActivityTypeEntity } from '../catalogue/catalogue.entities';
import { CadenceChecks, type Known } from './cadence-checks';
import { CadenceEntity } from './cadence.entity';
import { cadenceErrors } from './cadence.errors';
import type { ChangeCadenceInput, EndCadenceInput, SetCadenceInput } from './cadence.inputs';
import { isEmpty, isSame, nextKey, unitOf, type Scope } from './cadence-scope';
import type { TimesRule } from './derive-obligations';
import { shippedRiskDays } from './shipped-cadences';

/** What a change of house rules comes to, before it is written: what a preview shows is what is saved. */
export interface CadencePlan {
  readonly cadenceId: string;
  readonly ruleKey: string;
  readonly organizationId: string | null;
  readonly activityTypeId: string;
  readonly period: CadenceEntity['period'];
  /** the house rule that ends */
  readonly ended?: { readonly id: string; readonly effectiveTo: string };
  readonly rule?: NewRule;
  readonly cadence?: NewCadence;
  /** the cadence that is there and whose rule is another */
  readonly touched?: string;
  /** the first day on which anything is different */
  readonly since: string;
  readonly name: Messages;
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown>;
  readonly reason: string;
  /** what else asks the same organizations for the same activities */
  readonly notes: readonly Messages[];
}

export type NewRule = Omit<
  RuleEntity,
  'version' | 'createdAt' | 'updatedAt' | 'deletedAt' | 'changeNumber' | 'externalId' | 'confirmedAt' | 'confirmedBy'
>;
export type NewCadence = Omit<
  CadenceEntity,
  'version' | 'createdAt' | 'updatedAt' | 'deletedAt' | 'changeNumber' | 'externalId'
>;

/** Refuses unless whoever asks may set rules there; null: for the whole association. */
export type Permit = (organizationId: string | null) => Promise<void>;

interface Wanted extends Scope {
  readonly type: ActivityTypeEntity;
  readonly period: CadenceEntity['period'];
  readonly times: number;
  readonly weekday: number | null;
  readonly riskDays: number;
  readonly basis: string;
  readonly from: string;
  readonly until: string | null;
}

/** Decides what setting, changing or ending a cadence comes to, and refuses what cannot be. Writes nothing. */
@Injectable()
export class CadencePlans {
  constructor(
    private readonly clock: Clock,
    private readonly checks: CadenceChecks,
  ) {}

  /** @throws CADENCE_BELOW_FLOOR, CADENCE_SCOPE_EMPTY, CADENCE_OVERLAPS, CADENCE_TYPE_NOT_HELD, CADENCE_DATES */
  async set(tx: EntityManager, associationId: string, input: SetCadenceInput, permit: Permit): Promise<CadencePlan> {
    const organizationId = input.organizationId ? localId('PartyOrganization', input.organizationId) : null;
    await permit(organizationId);
    const type = await findType(tx, localId('ActivityType', input.activityTypeId), this.clock.today());
    const { period, times, organizationTypes, needsCommittee, weekday = null } = input;
    const known = await this.checks.known(tx, associationId, type.id);
    const wanted: Wanted = {
      type,
      period,
      times,
      organizationTypes,
      tiers: input.tiers ?? null,
      organizationId,
      needsCommittee,
      weekday,
      riskDays: input.riskDays ?? shippedRiskDays[period],
      basis: input.basis.trim(),
      from: input.effectiveFrom,
      until: input.effectiveTo ?? null,
    };
    return this.begun(tx, associationId, wanted, known, null);
  }

  /** @throws CADENCE_NOT_HOUSE, CADENCE_ENDED, CADENCE_CHANGE_EARLY, STALE_VERSION, and what `set` refuses */
  async change(
    tx: EntityManager,
    associationId: string,
    input: ChangeCadenceInput,
    permit: Permit,
  ): Promise<CadencePlan> {
    const { cadence, type, known, rule } = await this.current(tx, associationId, input, permit);
    const from = input.effectiveFrom;
    if (from < rule.from) throw cadenceErrors.CADENCE_CHANGE_EARLY({ key: rule.key, from: rule.from });
    const { organizationId, period } = cadence;
    const wanted: Wanted = {
      type,
      period,
      times: input.times ?? rule.times,
      organizationTypes: input.organizationTypes ?? cadence.organizationTypes,
      tiers: input.tiers === undefined ? cadence.tiers : input.tiers,
      organizationId,
      needsCommittee: input.needsCommittee ?? cadence.needsCommittee,
      weekday: input.weekday === undefined ? cadence.weekday : input.weekday,
      riskDays: input.riskDays ?? cadence.riskDays,
      basis: input.basis.trim(),
      from,
      until: input.effectiveTo === undefined ? rule.until : input.effectiveTo,
    };
    return this.begun(tx, associationId, wanted, known, { cadence, rule });
  }

  /** @throws CADENCE_NOT_HOUSE, CADENCE_ENDED, STALE_VERSION */
  async end(tx: EntityManager, associationId: string, input: EndCadenceInput, permit: Permit): Promise<CadencePlan> {
    const { cadence, type, rule } = await this.current(tx, associationId, input, permit);
    const effectiveTo = input.effectiveTo < rule.from ? rule.from : input.effectiveTo;
    if (rule.until !== null && effectiveTo >= rule.until)
      throw cadenceErrors.CADENCE_ENDED({ key: rule.key, on: rule.until });
    return {
      ...placeOf(cadence),
      ended: { id: rule.id, effectiveTo },
      touched: cadence.id,
      since: effectiveTo,
      name: nameOf(type),
      before: { effectiveTo: rule.until },
      after: { ruleKey: rule.key, effectiveTo },
      reason: input.reason.trim(),
      notes: [],
    };
  }

  /** What begins on a day, instead of what was there; null: beside it. */
  private async begun(
    tx: EntityManager,
    associationId: string,
    wanted: Wanted,
    known: Known,
    old: { readonly cadence: CadenceEntity; readonly rule: TimesRule } | null,
  ): Promise<CadencePlan> {
    const { type, period, times, from, until, basis, organizationId } = wanted;
    if (isEmpty({ from, until })) throw cadenceErrors.CADENCE_DATES({ from, to: until });
    const others: Known = { ...known, rules: known.rules.filter(({ id }) => id !== old?.rule.id) };
    const organization = organizationId
      ? await tx.findOneByOrFail(PartyOrganizationEntity, { id: organizationId })
      : null;
    checkHolders(wanted);
    await this.checks.checkScope(tx, associationId, wanted, organization);
    const floor = this.checks.checkFloor(wanted, others);
    this.checks.checkTwice(wanted, others, old?.cadence.id);
    const same = old && isSame(old.cadence, wanted) && hasSameDays(old.cadence, wanted);
    const key = same ? old.rule.key : nextKey(floor?.key, type.key, new Set(known.rules.map((rule) => rule.key)));
    const cadenceId = same ? old.cadence.id : newId();
    const { organizationTypes, tiers, needsCommittee, weekday, riskDays } = wanted;
    const details = {
      organizationTypes: [...organizationTypes],
      tiers: tiers && [...tiers],
      needsCommittee,
      weekday,
      riskDays,
    };
    const place = { organizationId, activityTypeId: type.id, period };
    const name = nameOf(type);
    const rule: NewRule = {
      id: newId(),
      associationId,
      key,
      nameZh: name.zh,
      nameEn: name.en,
      value: String(times),
      unitZh: unitOf[period].zh,
      unitEn: unitOf[period].en,
      stricter: 'HIGHER',
      strength: 'NORMAL',
      layer: organizationId ? RuleLayer.ORGANIZATION : RuleLayer.ASSOCIATION,
      organizationId,
      basisZh: basis,
      basisEn: basis,
      source: RuleSource.HOUSE,
      articleUncertain: false,
      noteZh: null,
      noteEn: null,
      effectiveFrom: from,
      effectiveTo: until,
    };
    return {
      ...place,
      cadenceId,
      ruleKey: key,
      ...(old && { ended: { id: old.rule.id, effectiveTo: from } }),
      rule,
      ...(!same && { cadence: { id: cadenceId, associationId, ruleKey: key, ...place, ...details } }),
      ...(old && { touched: old.cadence.id }),
      since: from,
      name,
      before: old ? { ruleKey: old.rule.key, times: old.rule.times, effectiveTo: old.rule.until } : null,
      after: { ruleKey: key, period, times, ...details, effectiveFrom: from, effectiveTo: until },
      reason: basis,
      notes: this.checks.notesOn(wanted, others),
    };
  }

  /** The cadence as it was read last, and the house rule of it that holds or will. */
  private async current(
    tx: EntityManager,
    associationId: string,
    { id: global, version }: { readonly id: string; readonly version: number },
    permit: Permit,
  ): Promise<{ cadence: CadenceEntity; type: ActivityTypeEntity; known: Known; rule: TimesRule }> {
    const id = localId('Cadence', global);
    const cadence = await tx.findOneBy(CadenceEntity, { id, associationId });
    if (!cadence) throw platformErrors.UNKNOWN_ID();
    await permit(cadence.organizationId);
    if (cadence.version !== version) throw platformErrors.STALE_VERSION({ current: cadence.version });
    const known = await this.checks.known(tx, associationId, cadence.activityTypeId);
    const own = known.rules.filter(
      ({ key, organizationId }) => key === cadence.ruleKey && organizationId === cadence.organizationId,
    );
    const rule = own.filter(({ layer }) => layer !== 'REGULATION').sort((a, b) => (a.from < b.from ? 1 : -1))[0];
    if (!rule) throw cadenceErrors.CADENCE_NOT_HOUSE({ key: cadence.ruleKey });
    if (rule.until !== null && rule.until <= this.clock.today())
      throw cadenceErrors.CADENCE_ENDED({ key: rule.key, on: rule.until });
    return { cadence, known, rule, type: known.type };
  }
}

const placeOf = ({ id, ruleKey, organizationId, activityTypeId, period }: CadenceEntity) => ({
  cadenceId: id,
  ruleKey,
  organizationId,
  activityTypeId,
  period,
});

const nameOf = ({ nameZh, nameEn }: ActivityTypeEntity): Messages => ({
  zh: `${nameZh}次数`,
  en: `${nameEn}, how often`,
});

const hasSameDays = (cadence: CadenceEntity, { weekday, riskDays }: Wanted): boolean =>
  cadence.weekday === weekday && cadence.riskDays === riskDays;

/** @throws CADENCE_TYPE_NOT_HELD */
function checkHolders({ type, organizationTypes }: Wanted): void {
  const others = organizationTypes.filter((one) => !type.organizationTypes.includes(one));
  if (others.length)
    throw cadenceErrors.CADENCE_TYPE_NOT_HELD({
      nameZh: type.nameZh,
      nameEn: type.nameEn,
      typesZh: others.map((one) => typeWords[one].zh).join('、'),
      typesEn: others.map((one) => typeWords[one].en).join(', '),
    });
}
