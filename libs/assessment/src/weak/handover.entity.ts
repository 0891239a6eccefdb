import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';
import type { WeakCriterion } from './weak-criteria';

/** A weak organization that was handed over to rectification, as it stood then (移交整改). Rows are only added. */
@Entity('assessment_handover')
export class AssessmentHandoverEntity extends PublicRow {
  @Column('uuid') assessmentId!: string;
  @Column('uuid') cycleId!: string;
  @Column('uuid') organizationId!: string;
  /** exact decimal */
  @Column('numeric') total!: string;
  @Column('smallint') rank!: number;
  @Column('text', { nullable: true }) grade!: string | null;
  @Column('jsonb') criteria!: readonly WeakCriterion[];
  @Column('text') reason!: string;
  @Column('text') handedBy!: string;
  @Column('timestamptz') handedAt!: Date;
}
