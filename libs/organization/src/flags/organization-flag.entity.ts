import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';
import type { FlagCode, FlagParams } from './organization-flags';
import type { FlagSeverity } from '../organization.enums';

/**
 * What does not fit a rule at one organization, with the rule, from day to day. Derived: recomputed whenever either changes, for
 * every day that a change is about.
 */
@Entity('organization_flag')
export class OrganizationFlagEntity extends PublicRow {
  @Column('uuid') organizationId!: string;
  @Column('text') code!: FlagCode;
  @Column('text') severity!: FlagSeverity;
  @Column('uuid', { nullable: true }) ruleId!: string | null;
  @Column('text') ruleKey!: string;
  @Column('jsonb') params!: FlagParams;
  @Column('date') since!: string;
  /** the first day on which it no longer stood; null: it stands */
  @Column('date', { nullable: true }) until!: string | null;
  /** when whoever must act was told, where flags of its code are told */
  @Column('date', { nullable: true }) toldOn!: string | null;
}
