import type { Messages } from '@dangwu/platform/errors';
import type { PartyOrganizationEntity } from '@dangwu/organization';
import { RuleEntity } from '@dangwu/rules';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { ActivityTypeEntity } from '../catalogue/catalogue.entities';
import type { CadenceEntity } from './cadence.entity';
import { cadenceErrors } from './cadence.errors';
import { isSame, meet, overlap, unitOf, yearly, type Scope } from './cadence-scope';
import { Cadences } from './cadences';
import type { TimesRule } from './derive-obligations';

/** What is there of one activity type. */
export interface Known {
  readonly type: ActivityTypeEntity;
  readonly cadences: readonly CadenceEntity[];
  readonly rules: readonly TimesRule[];
  /** the rules as the register words them, by id */
  readonly words: ReadonlyMap<string, RuleEntity>;
}

interface Asking extends Scope {
  readonly period: CadenceEntity['period'];
  readonly times: number;
  readonly from: string;
  readonly until: string | null;
}

/** What a house rule on how often may not be: below the floor, for nobody, or said twice. */
@Injectable()
export class CadenceChecks {
  constructor(private readonly cadences: Cadences) {}

  async known(tx: EntityManager, associationId: string, activityTypeId: string): Promise<Known> {
    const applied = await this.cadences.applied(tx, associationId);
    const cadences = applied.cadences.filter((cadence) => cadence.activityTypeId === activityTypeId);
    const keys = new Set(cadences.map(({ ruleKey }) => ruleKey));
    const rules = applied.rules.filter(({ key }) => keys.has(key));
    const words = await tx.findBy(RuleEntity, { id: In(rules.map(({ id }) => id)) });
    return {
      type: await tx.findOneByOrFail(ActivityTypeEntity, { id: activityTypeId }),
      cadences,
      rules,
      words: new Map(words.map((rule) => [rule.id, rule])),
    };
  }

  /** @throws CADENCE_SCOPE_EMPTY when nobody is of these types and tiers there */
  async checkScope(
    tx: EntityManager,
    associationId: string,
    { organizationTypes, tiers }: Scope,
    organization: PartyOrganizationEntity | null,
  ): Promise<void> {
    const [found] = await tx.query<{ some: boolean }[]>(
      `select exists (select from party_organization
         where association_id = $1 and deleted_at is null and status = 'ACTIVE' and type = any($2)
           and ($3::text[] is null or tier = any($3)) and ($4::text is null or starts_with(leads_path, $4))) as some`,
      [associationId, organizationTypes, tiers, organization?.leadsPath ?? null],
    );
    if (found!.some) return;
    const whereZh = organization ? `“${organization.name}”及其领导的组织里` : '本协会';
    throw cadenceErrors.CADENCE_SCOPE_EMPTY({
      whereZh,
      whereEn: organization ? `at or below "${organization.name}"` : 'in the association',
    });
  }

  /**
   * What it stands above, of the same period if there is such: a regulation, or for one organization a rule of the
   * association.
   * @throws CADENCE_BELOW_FLOOR when that asks the same organizations for more in a year
   */
  checkFloor(asked: Asking, { cadences, rules, words, type }: Known): TimesRule | undefined {
    const floors = this.beside(asked, cadences, rules).filter(({ rule }) => isFloor(rule, asked));
    const wanted = yearly(asked.times, asked.period);
    const above = floors.find(({ cadence, rule }) => yearly(rule.times, cadence.period) > wanted);
    if (above) {
      const { basisZh, basisEn } = words.get(above.rule.id)!;
      throw cadenceErrors.CADENCE_BELOW_FLOOR({
        basisZh,
        basisEn,
        nameZh: type.nameZh,
        nameEn: type.nameEn,
        floorZh: `${above.rule.times}${unitOf[above.cadence.period].zh}`,
        floorEn: `${above.rule.times} ${unitOf[above.cadence.period].en}`,
        wantedZh: `${asked.times}${unitOf[asked.period].zh}`,
        wantedEn: `${asked.times} ${unitOf[asked.period].en}`,
      });
    }
    return (floors.find(({ cadence }) => cadence.period === asked.period) ?? floors[0])?.rule;
  }

  /** @throws CADENCE_OVERLAPS when the same organizations have such a house rule already on some of its days */
  checkTwice(asked: Asking, { cadences, rules }: Known, except: string | undefined): void {
    const twice = this.beside(asked, cadences, rules).find(
      ({ cadence, rule }) =>
        rule.layer !== 'REGULATION' &&
        cadence.id !== except &&
        cadence.period === asked.period &&
        isSame(cadence, asked),
    );
    if (!twice) return;
    const { key, times, from, until } = twice.rule;
    throw cadenceErrors.CADENCE_OVERLAPS({
      key,
      times,
      from,
      unitZh: unitOf[asked.period].zh,
      unitEn: unitOf[asked.period].en,
      untilZh: until ? `到 ${until} 前` : '',
      untilEn: until ? ` until ${until}` : '',
    });
  }

  /** What else asks the same organizations for the same activities, in words: of several the strictest holds. */
  notesOn(asked: Asking, { cadences, rules, words }: Known): Messages[] {
    return this.beside(asked, cadences, rules).map(({ cadence, rule }) => {
      const { basisZh, basisEn } = words.get(rule.id)!;
      const unit = unitOf[cadence.period];
      const same = cadence.period === asked.period;
      return {
        zh: `${rule.key}（${basisZh}）已要求 ${rule.times} ${unit.zh}。${same ? '周期相同的按次数最多的执行，只算一项义务。' : '周期不同，两项都要达到。'}`,
        en: `${rule.key} (${basisEn}) asks for ${rule.times} ${unit.en} already. ${same ? 'Of the same period the strictest holds, as one obligation.' : 'The periods differ: both are to be met.'}`,
      };
    });
  }

  /** What applies to some of the same organizations on some of the same days. */
  private beside(
    asked: Asking,
    cadences: readonly CadenceEntity[],
    rules: readonly TimesRule[],
  ): { readonly cadence: CadenceEntity; readonly rule: TimesRule }[] {
    return cadences.flatMap((cadence) =>
      meet(cadence, asked)
        ? rules
            .filter((rule) => rule.key === cadence.ruleKey && overlap(rule, asked))
            .map((rule) => ({ cadence, rule }))
        : [],
    );
  }
}

const isFloor = ({ layer }: TimesRule, { organizationId }: Scope): boolean =>
  layer === 'REGULATION' || (layer === 'ASSOCIATION' && organizationId !== null);
