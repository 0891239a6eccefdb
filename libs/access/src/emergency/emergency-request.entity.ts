import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';
import type { RoleKey } from '../roles';

/** Break-glass: one person asks, another confirms, and the grant ends by itself. */
@Entity({ name: 'emergency_request' })
export class EmergencyRequestEntity extends PublicRow {
  /** who asks, for themselves */
  @Column('uuid') accountId!: string;
  @Column('text') accountName!: string;
  @Column('text') role!: RoleKey;
  @Column('uuid') organizationId!: string;
  @Column('text') reason!: string;
  @Column('text') state!: 'WAITING' | 'CONFIRMED' | 'REFUSED';
  @Column('timestamptz') requestedAt!: Date;
  /** until when somebody may decide */
  @Column('timestamptz') lapsesAt!: Date;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column('text', { nullable: true }) decidedByName!: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  /** when the grant ends */
  @Column('timestamptz', { nullable: true }) endsAt!: Date | null;
  @Column('uuid', { nullable: true }) grantId!: string | null;
}
