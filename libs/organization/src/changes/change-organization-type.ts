import { Clock } from '@dangwu/platform/clock';
import { Rules } from '@dangwu/rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { underOther } from '../organization-checks';
import { OrganizationHistory } from '../history/organization-history';
import { identityOf } from '../organization-identity';
import { mayBeRelated, mayBeRoot, mayStandUnder, termEnd, termRuleOf } from '../organization-rules';
import { typeWords } from '../organization-words';
import { OperationKind, type OrganizationType } from '../organization.enums';
import type { PartyOrganizationEntity } from '../organization.entity';
import { organizationErrors } from '../organization.errors';
import type { Decision, OrganizationChange, Period } from './organization-change';

export interface NewType {
  readonly type: OrganizationType;
}

@Injectable()
export class ChangeOrganizationType implements OrganizationChange<NewType> {
  readonly kind = OperationKind.RETYPED;
  readonly action = 'changeOrganizationType';

  constructor(
    private readonly history: OrganizationHistory,
    private readonly rules: Rules,
    private readonly clock: Clock,
  ) {}

  /**
   * With another type a new leadership is elected: its term begins on the day.
   * @throws NOTHING_CHANGES, ROOT_TYPE, TYPE_UNDER_TYPE, GROUP_IS_LED, TYPE_ABOVE_CHILDREN
   */
  async decide(
    tx: EntityManager,
    organization: PartyOrganizationEntity,
    { type }: NewType,
    period: Period,
  ): Promise<Decision> {
    if (!period.until && type === organization.type)
      throw organizationErrors.NOTHING_CHANGES({ name: organization.name, on: period.from });
    await this.checkAbove(tx, organization, type);
    await this.checkBelow(tx, organization, type, period);
    const rules = await this.rules.ofAssociation(tx, organization.associationId, period.from);
    const years = rules.get(termRuleOf(type) ?? '')?.parsed?.numerator ?? null;
    const ends = years === null ? null : termEnd(period.from, years, this.clock.today());
    return {
      set: { type, term_years: years, term_ends_on: ends },
      before: { type: organization.type },
      after: { type },
    };
  }

  private async checkAbove(tx: EntityManager, { parentId, relation }: PartyOrganizationEntity, type: OrganizationType) {
    if (!parentId) {
      const { zh, en } = typeWords[type];
      if (!mayBeRoot(type)) throw organizationErrors.ROOT_TYPE({ typeZh: zh, typeEn: en });
      return;
    }
    const parent = await identityOf(tx, parentId);
    if (!mayStandUnder(type, parent.type)) throw underOther(type, parent.type);
    if (relation && !mayBeRelated(type, relation)) throw organizationErrors.GROUP_IS_LED();
  }

  private async checkBelow(
    tx: EntityManager,
    { id, name }: PartyOrganizationEntity,
    type: OrganizationType,
    { from, until }: Period,
  ) {
    const children = await this.history.childrenSince(tx, id, from, until);
    const unfit = children.find((child) => !mayStandUnder(child.type, type));
    if (unfit)
      throw organizationErrors.TYPE_ABOVE_CHILDREN({
        name,
        child: unfit.name,
        childTypeZh: typeWords[unfit.type].zh,
        childTypeEn: typeWords[unfit.type].en,
        typeZh: typeWords[type].zh,
        typeEn: typeWords[type].en,
      });
  }
}
