import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';
import type { UnitOperationKind } from './unit.enums';

/** The ledger of what was done to a unit, on which basis, from which day. Rows are never changed. */
@Entity('unit_operation')
export class UnitOperationEntity extends PublicRow {
  @Column('uuid') unitId!: string;
  /** where the unit lay then: who may read the operation */
  @Column('uuid') organizationId!: string;
  @Column('text') kind!: UnitOperationKind;
  @Column('date') effectiveOn!: string;
  /** the basis document, as people cite it */
  @Column('text') basis!: string;
  /** what it changed, as it was and as it became */
  @Column('jsonb', { default: {} }) before!: Readonly<Record<string, unknown>>;
  @Column('jsonb', { default: {} }) after!: Readonly<Record<string, unknown>>;
  @Column('uuid', { nullable: true }) actorId!: string | null;
  /** as the account was called when it acted */
  @Column('text', { nullable: true }) actorName!: string | null;
  @Column('timestamptz') recordedAt!: Date;
}
