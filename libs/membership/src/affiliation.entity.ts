import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';
import type { AffiliationKind } from './member.enums';

/** Where a member belongs (FORMAL, one at a time) or takes part (FUNCTIONAL), from a day, until a day. */
@Entity('affiliation')
export class AffiliationEntity extends PublicRow {
  @Column('uuid') memberId!: string;
  @Column('uuid') organizationId!: string;
  @Column('text') kind!: AffiliationKind;
  @Column('date') since!: string;
  /** the first day on which it no longer held */
  @Column('date', { nullable: true }) until!: string | null;
  @Column('text') basis!: string;
}
