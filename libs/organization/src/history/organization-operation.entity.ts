import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';
import type { OperationKind } from '../organization.enums';

/**
 * PENDING until its day has come; REFUSED when what was allowed on the day of recording no longer was on its day;
 * WITHDRAWN before its day; UNDONE when it was carried out and reversed later.
 */
export type OperationState = 'PENDING' | 'APPLIED' | 'REFUSED' | 'UNDONE' | 'WITHDRAWN';

/** The ledger of what was done to an organization, on which basis, from which day. Rows are never changed but in state. */
@Entity('organization_operation')
export class OrganizationOperationEntity extends PublicRow {
  @Column('uuid') organizationId!: string;
  @Column('text') kind!: OperationKind;
  @Column('date') effectiveOn!: string;
  /** the basis document, as people cite it */
  @Column('text') basis!: string;
  /** the columns it changed, as they were and as they became */
  @Column('jsonb', { default: {} }) before!: Readonly<Record<string, unknown>>;
  @Column('jsonb', { default: {} }) after!: Readonly<Record<string, unknown>>;
  @Column('text') state!: OperationState;
  /** shared by the operations of one merge or split, which are undone together */
  @Column('uuid', { nullable: true }) groupId!: string | null;
  /** which operation this one reverses */
  @Column('uuid', { nullable: true }) undoesId!: string | null;
  /** other organizations it is about */
  @Column('uuid', { array: true, default: [] }) refersTo!: readonly string[];
  @Column('uuid', { nullable: true }) actorId!: string | null;
  /** as the account was called when it acted */
  @Column('text', { nullable: true }) actorName!: string | null;
  @Column('timestamptz') recordedAt!: Date;
  @Column('timestamptz', { nullable: true }) appliedAt!: Date | null;
  /** why it was refused on its day, in both languages */
  @Column('jsonb', { nullable: true }) refusal!: { readonly zh: string; readonly en: string } | null;
}
