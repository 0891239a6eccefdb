import { PublicRow } from '@dangwu/platform/database';
import type { OrganizationType, Tier } from '@dangwu/organization';
import { Column, Entity } from 'typeorm';
import type { Period } from './cadence.enums';

/**
 * What a rule that says how often (频次要求) applies to. How often, since when, on which basis and in which layer
 * stands in the register of rules under `ruleKey`, where house rules are put above regulations.
 */
@Entity('cadence')
export class CadenceEntity extends PublicRow {
  @Column('text') ruleKey!: string;
  @Column('uuid') activityTypeId!: string;
  /** only this organization and those that it leads; null: the whole association */
  @Column('uuid', { nullable: true }) organizationId!: string | null;
  @Column('text') period!: Period;
  @Column('text', { array: true }) organizationTypes!: OrganizationType[];
  /** null: of every tier, and of none */
  @Column('text', { array: true, nullable: true }) tiers!: Tier[] | null;
  /** only organizations that have a leadership team on the day */
  @Column('boolean', { default: false }) needsCommittee!: boolean;
  /** a fixed day for it: 1 Monday to 7 Sunday */
  @Column('smallint', { nullable: true }) weekday!: number | null;
  /** with fewer days left and nothing planned it is at risk */
  @Column('smallint') riskDays!: number;
}
