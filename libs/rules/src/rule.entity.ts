import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';
import type { RuleDirection, RuleLayer, RuleSource, RuleStrength } from './rule.type';

@Entity('rule')
export class RuleEntity extends PublicRow {
  @Column('text') key!: string;
  @Column('text') nameZh!: string;
  @Column('text') nameEn!: string;
  @Column('text') value!: string;
  @Column('text', { nullable: true }) unitZh!: string | null;
  @Column('text', { nullable: true }) unitEn!: string | null;
  /** in which direction the rule becomes stricter: a house rule may not go the other way */
  @Column('text') stricter!: RuleDirection;
  @Column('text') strength!: `${RuleStrength}`;
  @Column('text') layer!: `${RuleLayer}`;
  @Column('uuid', { nullable: true }) organizationId!: string | null;
  @Column('text') basisZh!: string;
  @Column('text') basisEn!: string;
  @Column('text') source!: `${RuleSource}`;
  @Column('boolean') articleUncertain!: boolean;
  @Column('text', { nullable: true }) noteZh!: string | null;
  @Column('text', { nullable: true }) noteEn!: string | null;
  @Column('date') effectiveFrom!: string;
  /** the first day on which it no longer holds */
  @Column('date', { nullable: true }) effectiveTo!: string | null;
  @Column('timestamptz', { nullable: true }) confirmedAt!: Date | null;
  @Column('text', { nullable: true }) confirmedBy!: string | null;
}
